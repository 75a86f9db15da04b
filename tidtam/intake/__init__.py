"""Workbooks coming in: read, checked all at once, shown as a preview, and only then kept."""
