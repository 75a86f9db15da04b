"""The line that every action leaves, in a table that can only grow."""
