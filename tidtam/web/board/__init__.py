"""The board: every line of the report, with its figure."""
