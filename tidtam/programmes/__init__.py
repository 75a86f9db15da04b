"""Indicators, pathways and targets: what is promised and how it is counted."""
