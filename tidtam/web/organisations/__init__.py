"""Organisations of communities: who they are, what they borrow and build."""
