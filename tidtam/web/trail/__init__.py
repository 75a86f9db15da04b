"""The trail: from one figure down to the entries and papers under it."""
