"""Reads a sum of money as somebody wrote it, in baht, into the satang in which sums are kept."""

from decimal import Decimal
from fractions import Fraction

from tidtam.thai.money import SATANG_IN_BAHT
from tidtam.thai.number_reading import read_number
from tidtam.thai.unreadable import NumberUnreadable

MOST_SATANG = 10**15
"""A sum from here on is a slip of the finger."""


def satang_of(baht: object) -> int | None:
    """A sum in baht as satang; None for what is no sum, is below nought, too much or finer than a satang.

    >>> satang_of("๕๐,๐๐๐"), satang_of(212.5), satang_of("1.005"), satang_of("ห้าหมื่น")
    (5000000, 21250, None, None)
    """
    if not isinstance(baht, str | int | float | Decimal) or isinstance(baht, bool):
        return None
    try:
        satang = Fraction(read_number(baht)) * SATANG_IN_BAHT
    except NumberUnreadable:
        return None
    return satang.numerator if satang.denominator == 1 and 0 <= satang < MOST_SATANG else None
