"""The ledger in plain Python: what is counted, how it moves, and what a figure means."""
