"""Thai and Arabic digits, and how numbers are shown."""

from decimal import ROUND_HALF_UP, Decimal

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

DIGITS = ("arabic", "thai")


def to_arabic(text: str) -> str:
    """The text with Arabic digits.

    >>> to_arabic("๓๑ มี.ค. ๒๕๖๒")
    '31 มี.ค. 2562'
    """
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """The text with Thai digits.

    >>> to_thai("12,543 ครัวเรือน")
    '๑๒,๕๔๓ ครัวเรือน'
    """
    return text.translate(_TO_THAI)


def in_digits(text: str, digits: str) -> str:
    """Text that has Arabic digits, in the digits the reader chose; ValueError for a choice outside DIGITS."""
    if digits not in DIGITS:
        raise ValueError(f"digits must be one of {DIGITS}, not {digits!r}")
    return to_thai(text) if digits == "thai" else text


def number(n: int | Decimal, digits: str = "arabic") -> str:
    """A number with commas at the thousands and all its decimals.

    >>> number(12543), number(12543, "thai")
    ('12,543', '๑๒,๕๔๓')
    """
    return in_digits(f"{n:,f}" if isinstance(n, Decimal) else f"{n:,d}", digits)


def percent(value: int | float | Decimal, digits: str = "arabic") -> str:
    """A per cent figure to one decimal, halves upward, without its sign; it may pass 100.

    >>> percent(Decimal("109.07")), percent(43.65), percent(100)
    ('109.1', '43.7', '100.0')
    """
    return number(Decimal(str(value)).quantize(Decimal("0.1"), ROUND_HALF_UP), digits)
