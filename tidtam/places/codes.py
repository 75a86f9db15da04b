"""Codes of places that the program itself must know; it imports nothing, so that commands start quickly."""

NATION = "TH"
"""The whole country: what is meant where no place is named."""
