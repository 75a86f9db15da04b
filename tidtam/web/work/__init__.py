"""The pages of claims: my work, one claim, its form, and the list to review."""
