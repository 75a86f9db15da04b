"""The audit lines as sentences."""
