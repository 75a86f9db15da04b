"""Reads one written number: Thai or Arabic digits, with commas only where they belong."""

import re
from decimal import Decimal

from tidtam.thai import problems as told
from tidtam.thai.clean import normalise
from tidtam.thai.digits import to_arabic
from tidtam.thai.unreadable import NumberUnreadable

NUMBER = r"\d[\d,]*(?:\.\d+)?"
"""What may be meant as a number; `plain_number` decides whether it is one."""

_WHOLE_OR_DECIMAL = re.compile(r"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_ONLY_COMMAS_WRONG = re.compile(r"[-−+]?[\d,]*\d[\d,]*(?:\.[\d,]+)?", re.ASCII)


def read_number(text: str | int | float | Decimal) -> int | Decimal:
    """A number from a cell; whole numbers come as int ("3,084.0" too), others as exact Decimal.

    Nothing is repaired: raises NumberUnreadable for an empty cell, a dash, words or units beside the number,
    and commas that are not at the thousands (1,8000).

    >>> read_number("๓,๐๘๔"), read_number("39.5"), read_number(3084.0)
    (3084, Decimal('39.5'), 3084)
    """
    if isinstance(text, bool):
        raise NumberUnreadable(told.NUMBER_UNREADABLE, text=text)
    if not isinstance(text, str):
        return _from_value(text)
    plain = to_arabic(normalise(text))
    if not plain:
        raise NumberUnreadable(told.NUMBER_EMPTY, text=text)
    return plain_number(plain, text)


def plain_number(plain: str, text: str) -> int | Decimal:
    """The number that clean digits are; errors show `text`, which is how it was written."""
    if _WHOLE_OR_DECIMAL.fullmatch(plain):
        return whole_if_whole(Decimal(plain.replace(",", "").replace("−", "-")))
    kind = told.NUMBER_COMMA if _ONLY_COMMAS_WRONG.fullmatch(plain) else told.NUMBER_UNREADABLE
    raise NumberUnreadable(kind, text=text)


def whole_if_whole(value: Decimal) -> int | Decimal:
    """An int when there is nothing after the point."""
    return int(value) if value == value.to_integral_value() else value


def _from_value(value: int | float | Decimal) -> int | Decimal:
    exact = Decimal(str(value))
    if not exact.is_finite():
        raise NumberUnreadable(told.NUMBER_UNREADABLE, text=value)
    return whole_if_whole(exact)
