"""Loans to organisations: all together, one by one, and the form for what is drawn and paid."""
