"""Citizen IDs as they come in: checked, hashed with the key of this installation, and gone."""

from typing import NamedTuple

from django.conf import settings

from tidtam.housing import problems as say
from tidtam.housing.alike.citizen_id import keyed_hash, read_citizen_id, tail
from tidtam.problems import Refused, Where

MADE_UP = "9"
"""The first digit of IDs that are made up: no Thai citizen has it."""


class KnownBy(NamedTuple):
    """What is kept of a citizen ID: its keyed hash and its last digits."""

    id_hash: str
    id_tail: str


UNKNOWN = KnownBy("", "")
"""Of whom no ID is known."""


def hashed(value: str | int | float, where: Where | None = None, *, practice: bool = False) -> KnownBy:
    """What is kept of the ID that somebody typed. Refused with what is wrong; the digits are in no message.

    With `practice` only made-up IDs are taken, and without it none of them.
    """
    digits = read_citizen_id(value, where)
    if practice != digits.startswith(MADE_UP):
        raise Refused([(say.REAL_IN_PRACTICE if practice else say.MADE_UP_ID).at(where)])
    return KnownBy(keyed_hash(digits, settings.CITIZEN_ID_KEY), tail(digits))
