"""What is typed into squares of the grid, and what became of it."""

from dataclasses import dataclass, field

from tidtam.places.models import Place
from tidtam.problems import Problem
from tidtam.programmes.models import IndicatorVersion
from tidtam.review.models import Claim

CLEARED = "ล้างช่อง"
"""Why a claim is taken back whose square was cleared."""


@dataclass(frozen=True)
class Typed:
    """A number typed into a square (None: it was cleared); `seen` is the revision that it was made from."""

    line: IndicatorVersion
    place: Place
    number: int | None
    seen: int


@dataclass
class Kept:
    """A square after it was typed: its claim as it stands now, and what is wrong."""

    typed: Typed
    claim: Claim | None = None
    problems: list[Problem] = field(default_factory=list)
