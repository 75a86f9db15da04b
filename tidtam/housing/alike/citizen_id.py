"""Thai citizen IDs: read as people type them, checked by their last digit, kept only as a keyed hash."""

import hmac
import re
from hashlib import sha256

from tidtam.housing.alike import problems as say
from tidtam.problems import Refused, Where
from tidtam.thai.clean import normalise
from tidtam.thai.digits import to_arabic

LENGTH = 13
TAIL = 3
"""So many last digits are shown to tell two people apart: the check digit and two more."""

_BETWEEN = re.compile(r"[\s\-‐-―.]")
_EXPONENT = re.compile(r"\d[\d.]*[eE]\+?\d+")


def read_citizen_id(value: str | int | float, where: Where | None = None) -> str:
    """The 13 digits, from what somebody typed or a spreadsheet made of it.

    Thai digits, spaces and dashes do no harm; a number that lost its leading nought gets it back where the
    last digit agrees. Refused with what is wrong; the digits are in no message.

    >>> read_citizen_id("๐-1234-56789-01-6")
    '0123456789016'
    """
    text = _text(value)
    if _EXPONENT.fullmatch(text):
        raise Refused([say.ROUNDED.at(where, text=text)])
    digits = _BETWEEN.sub("", text)
    if not digits.isdecimal():
        raise Refused([say.NOT_DIGITS.at(where)])
    if not isinstance(value, str) and len(digits) == LENGTH - 1 and check_digit(f"0{digits}") == digits[-1]:
        return f"0{digits}"
    if len(digits) != LENGTH:
        raise Refused([say.WRONG_LENGTH.at(where, length=len(digits))])
    expected = check_digit(digits)
    if digits[-1] != expected:
        raise Refused([say.WRONG_CHECK_DIGIT.at(where, expected=expected)])
    return digits


def _text(value: str | int | float) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # exact: 13 digits are far below 2**53
    return to_arabic(normalise(str(value)))


def check_digit(digits: str) -> str:
    """The last digit that belongs to the first twelve: weights 13 to 2, modulo 11.

    The rule of the Department of Provincial Administration (กรมการปกครอง).
    """
    total = sum((LENGTH - at) * int(digit) for at, digit in enumerate(digits[: LENGTH - 1]))
    return str((11 - total % 11) % 10)


def keyed_hash(digits: str, key: bytes) -> str:
    """What is kept of an ID: 64 hexadecimal letters that only who holds the key can make again.

    There are so few IDs that a plain hash of all of them is made in an hour; with a key that is not in the
    database, a stolen database tells none.
    """
    return hmac.new(key, f"citizen-id:{digits}".encode(), sha256).hexdigest()


def tail(digits: str) -> str:
    """The last digits, to tell two people apart."""
    return digits[-TAIL:]


def masked(last_digits: str) -> str:
    """How an ID stands on a page that needs no more of it; empty where none is known.

    >>> masked("123")
    'x-xxxx-xxxxx-12-3'
    """
    return f"x-xxxx-xxxxx-{last_digits[:2]}-{last_digits[2:]}" if last_digits else ""
