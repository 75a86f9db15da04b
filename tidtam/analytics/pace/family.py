"""The expected course and year's end of each of some indicators, with their ranges, from their past years.

The course is the mean of an indicator's own past years, drawn towards its kin as far as these are alike. The
year's end is what is there already, and of what a year usually comes to the part that usually follows
(Bornhuetter and Ferguson). The ranges come from the past alone: each past year of each indicator is foretold
from the others, and how far that was off is how far it may be off again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import fsum, inf, sqrt

from tidtam.analytics.pace.kin import Past, drawn_by
from tidtam.analytics.pace.missed import Missed, reach
from tidtam.analytics.pace.past import LAST_DAY, PastYear

FEWEST_YEARS = 3
"""Of an indicator with fewer past years of its own nothing is told: a guess is no figure."""

_LEAST = 1 / LAST_DAY  # nothing is surer than a day


@dataclass(frozen=True, slots=True)
class Spread:
    """What is expected and the range around it, as shares of the year or in the unit of the indicator.

    `holds` is the part of years (0 to 1) that lie within the range, as far as the past can tell.
    """

    low: float
    expected: float
    high: float
    holds: float


@dataclass(frozen=True, slots=True)
class _Foretold:
    """The share expected by a day, the year's end, and how much of the unit the end may move by at one."""

    share: float
    end: float
    scale: float


class Family:
    """Indicators with the same basis, by their codes. In which order their years come makes no difference."""

    def __init__(self, pasts: Mapping[str, Past]) -> None:
        self.pasts = {code: _in_order(pasts[code]) for code in sorted(pasts)}
        self._drawn_by = drawn_by(self.pasts.values())
        self._off: dict[int, tuple[Missed, Missed]] = {}

    def enough(self, code: str) -> bool:
        """Whether an indicator has years enough of its own."""
        return code in self.pasts and len(self.pasts[code].years) >= FEWEST_YEARS

    @cached_property
    def tried(self) -> int:
        """How many past years, of all indicators with years enough, the ranges are made of."""
        return sum(1 for _ in self._tried())

    def course(self, code: str, day: int) -> Spread:
        """The share of the year's result (0 to 1) that is usually there by the end of a day (1 to 365)."""
        share = self._share(code, day)
        low, high, holds = reach(self._missed(day)[0], code)
        each = _course_scale(share)
        return Spread(max(share + low * each, 0.0), share, min(share + high * each, 1.0), holds)

    def end(self, code: str, day: int, reached: int, target: int | None) -> Spread:
        """The result that the year is likely to end with; never less than what was reached already."""
        told = self._foretold(code, day, reached, target)
        low, high, holds = reach(self._missed(day)[1], code)
        return Spread(
            max(told.end + low * told.scale, reached), told.end, told.end + high * told.scale, holds
        )

    def _share(self, code: str, day: int, without: PastYear | None = None) -> float:
        past = self.pasts[code]
        own, years = past.share(day, without), len(past.years) - (without is not None)
        kin = [other.share(day) for other in self._kin[code]] if self._drawn_by else []
        if not kin:
            return own
        weight = 0.0 if self._drawn_by == inf else years / (years + self._drawn_by)
        return min(weight * own + (1 - weight) * fsum(kin) / len(kin), 1.0)

    @cached_property
    def _kin(self) -> dict[str, list[Past]]:
        """Of each indicator the others of its kind that have years enough."""
        return {
            code: [
                other
                for beside, other in self.pasts.items()
                if beside != code and past.kind and other.kind == past.kind and self.enough(beside)
            ]
            for code, past in self.pasts.items()
        }

    def _foretold(
        self, code: str, day: int, reached: int, target: int | None, without: PastYear | None = None
    ) -> _Foretold:
        share, level = self._share(code, day, without), self.pasts[code].level(target, without)
        return _Foretold(share, reached + (1 - share) * level, max(level, reached) * _end_scale(share))

    def _missed(self, day: int) -> tuple[Missed, Missed]:
        """By how much the course and the end of each past year were off, foretold from the others."""
        if day not in self._off:
            courses: dict[str, list[float]] = defaultdict(list)
            ends: dict[str, list[float]] = defaultdict(list)
            for code, year in self._tried():
                told = self._foretold(code, day, year.reached(day), year.target, year)
                courses[code].append((year.share(day) - told.share) / _course_scale(told.share))
                ends[code].append((year.end - told.end) / told.scale)
            self._off[day] = courses, ends
        return self._off[day]

    def _tried(self) -> Iterator[tuple[str, PastYear]]:
        for code, past in self.pasts.items():
            if self.enough(code):
                yield from ((code, year) for year in past.years)


def _in_order(past: Past) -> Past:
    return Past(tuple(sorted(past.years, key=lambda year: (year.fiscal_year, year.steps))), past.kind)


def _course_scale(share: float) -> float:
    """How far a share may move: little near none and all, much between."""
    return sqrt(share * (1 - share) + _LEAST)


def _end_scale(share: float) -> float:
    """How far the end may move, as a part of it: the less, the less is still to come."""
    return sqrt(1 - share + _LEAST)
