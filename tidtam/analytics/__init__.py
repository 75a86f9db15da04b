"""The cube: the book as immutable segments, added up by an engine behind the ledger's one reader; pace."""
