"""Whether a result is normal for the day of the year, and where the year is likely to end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor

from tidtam.analytics.pace.family import FEWEST_YEARS, Family, Spread
from tidtam.analytics.pace.past import LAST_DAY, MONTH_ENDS


class Verdict(StrEnum):
    """How a result stands beside the normal course of the year."""

    SLOWER = "slower"
    NORMAL = "normal"
    FASTER = "faster"
    UNSURE = "unsure"  # the result is a floor or a range
    NOT_REPORTED = "not_reported"
    NOT_ENOUGH = "not_enough"  # of the past


@dataclass(frozen=True, slots=True)
class Now:
    """What is known of the year that runs, on a day of it (1 to 364), in the unit of the indicator.

    `reached` None is not reported, which is not nought; `exact` is false for a floor or a range.
    """

    day: int
    reached: int | None
    target: int | None
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Amounts:
    """What is expected with its range, whole and in the unit of the indicator.

    `tenths` is in how many of ten years the range holds, as far as the past can tell.
    """

    low: int
    expected: int
    high: int
    tenths: int


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """The share of the year's result (0 to 1) that is usual by a day (1 to 365), with its range."""

    day: int
    low: float
    expected: float
    high: float


@dataclass(frozen=True, slots=True)
class Pace:
    """What the past says of this year. Empty beside the verdict where there is too little of it.

    `normal` is where a year on its usual course to `basis` stands on the day; the basis is the target of this
    year, or what a year usually comes to where there is none. `end` is where the year is likely to end.
    `own` is how many past years the indicator has, `fewest` how many it needs, `others` how many past years
    of other indicators tell how wide the ranges are.
    """

    verdict: Verdict
    own: int
    fewest: int = FEWEST_YEARS
    others: int = 0
    day: int = 0
    reached: int | None = None
    basis: int | None = None
    to_target: bool = True
    share: float | None = None
    normal: Amounts | None = None
    end: Amounts | None = None
    course: tuple[CoursePoint, ...] = ()

    @property
    def gap(self) -> int | None:
        """By how much the result is above the normal one (below: negative), in the unit of the indicator."""
        if self.reached is None or self.normal is None:
            return None
        return self.reached - self.normal.expected


def judged(family: Family, code: str, now: Now) -> Pace:
    """What the past of an indicator and of those beside it says of its year on a day."""
    own = len(family.pasts[code].years) if code in family.pasts else 0
    if not family.enough(code):
        return Pace(Verdict.NOT_ENOUGH, own)
    basis = now.target or round(family.pasts[code].level(None))
    usual = family.course(code, now.day)
    normal = _times(usual, basis)
    known = now.reached is not None and now.exact
    return Pace(
        verdict=_verdict(now, normal),
        own=own,
        others=family.tried - own,
        day=now.day,
        reached=now.reached,
        basis=basis,
        to_target=bool(now.target),
        share=usual.expected,
        normal=normal,
        end=_times(family.end(code, now.day, now.reached or 0, now.target), 1) if known else None,
        course=tuple(_point(family, code, day) for day in MONTH_ENDS),
    )


def _verdict(now: Now, normal: Amounts) -> Verdict:
    if now.reached is None:
        return Verdict.NOT_REPORTED
    if not now.exact:
        return Verdict.UNSURE
    if now.reached < normal.low:
        return Verdict.SLOWER
    return Verdict.FASTER if now.reached > normal.high else Verdict.NORMAL


def _point(family: Family, code: str, day: int) -> CoursePoint:
    if day >= LAST_DAY:
        return CoursePoint(LAST_DAY, 1.0, 1.0, 1.0)
    usual = family.course(code, day)
    return CoursePoint(day, usual.low, usual.expected, usual.high)


def _times(spread: Spread, basis: int) -> Amounts:
    """The range in whole numbers, outwards."""
    return Amounts(
        floor(spread.low * basis),
        round(spread.expected * basis),
        ceil(spread.high * basis),
        int(spread.holds * 10 + 0.5),
    )
