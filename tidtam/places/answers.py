"""The answers to a look-up of a place, and what a look-up may answer with."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from tidtam.places.models import Kind, Place


class How(StrEnum):
    """What a place was recognised by."""

    CODE = "code"
    NAME = "name"
    SLIP = "slip"


@dataclass(frozen=True, slots=True)
class Found:
    """The one place that fits; `how` tells whether a slip in the spelling was overlooked."""

    place: Place
    how: How = How.NAME


@dataclass(frozen=True, slots=True)
class Several:
    """More than one place fits equally well: ask."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """No place fits on that day: the nearest, and those of that name that were abolished."""

    nearest: tuple[Place, ...] = ()
    abolished: tuple[Place, ...] = ()


Answer: TypeAlias = Found | Several | Nothing


@dataclass(frozen=True, slots=True)
class Scope:
    """Which places a look-up may answer with; without a day, those of any time."""

    day: date | None
    kinds: frozenset[Kind] | None = None
    within: int | None = None

    def covers(self, place: Place) -> bool:
        """Whether the place exists on the day."""
        return self.day is None or place.lasts_on(self.day)
