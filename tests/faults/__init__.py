"""Deliberate faults in the ledger, each with the test that must fail under it."""
