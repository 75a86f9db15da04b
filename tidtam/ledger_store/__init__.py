"""The ledger as it is kept in the database."""
