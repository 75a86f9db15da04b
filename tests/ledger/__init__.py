"""The ledger without a database: what was said, folded."""
