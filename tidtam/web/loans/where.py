"""At which place an address about a loan acts, for its door."""

from tidtam.housing.lending.models import Loan


def place_of_loan(code: str) -> int | None:
    """The place of a loan; None for no such."""
    return Loan.objects.filter(code=code).values_list("place", flat=True).first()
