"""The `tidtam` command: each command is parsed here, calls one action or query, and prints."""
