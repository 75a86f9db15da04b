"""The report as a file."""
