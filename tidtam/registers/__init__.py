"""Registers: who and what the agency works with; begun with the organisations that borrow and build."""
