"""Loans to organisations as they were agreed and as the book has them, reckoned by `housing.loans`."""
