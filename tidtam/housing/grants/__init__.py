"""Grants of a project: what is given to whom, when it falls due, and what was paid, all of it in the book."""
