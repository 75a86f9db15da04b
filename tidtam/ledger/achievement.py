"""Achievement: a result as per cent of its target, which may pass 100 and is never guessed."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_ONE_DECIMAL = Decimal("0.1")


def percent_of(result: int | None, target: int | None) -> Decimal | None:
    """Result as per cent of the target, one decimal, half up; None when either is unknown.

    The real lines 2.2, 2.3 and 1.2 of the report of 23 April 2562:

    >>> percent_of(12543, 11500), percent_of(3084, 7069), percent_of(9, 39)
    (Decimal('109.1'), Decimal('43.6'), Decimal('23.1'))
    >>> percent_of(None, 39) is None and percent_of(5, None) is None and percent_of(5, 0) is None
    True
    """
    if result is None or not target:
        return None
    return (Decimal(result) * 100 / Decimal(target)).quantize(_ONE_DECIMAL, ROUND_HALF_UP)


def share_of(part: int, whole: int | None) -> Decimal | None:
    """A share between 0 and 1 with four decimals; None when there is no whole."""
    if not whole:
        return None
    return (Decimal(part) / Decimal(whole)).quantize(Decimal("0.0001"), ROUND_HALF_UP)
