"""Accounts: who does things here."""
