"""How much the past years of one indicator say beside those of its kin, in the language of credibility."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum
from statistics import median

from tidtam.analytics.pace.past import MONTH_ENDS, PastYear

GRID = MONTH_ENDS[:-1]
"""The days on which courses are compared; on the last day of the year all of them are at one."""


@dataclass(frozen=True)
class Past:
    """The past years of one indicator, and its kind: those of one kind are drawn towards each other."""

    years: tuple[PastYear, ...]
    kind: str = ""

    def share(self, day: int, without: PastYear | None = None) -> float:
        """The mean share (0 to 1) of its years by a day; one of them may be left out."""
        shares = [year.share(day) for year in self.years if year is not without]
        return fsum(shares) / len(shares)

    def level(self, target: int | None, without: PastYear | None = None) -> float:
        """The result that a year with such a target came to: the median of result by target, times it.

        Where a target is not known, the median of the results themselves.
        """
        years = [year for year in self.years if year is not without]
        kept = [year.end / year.target for year in years if year.target]
        if target and len(kept) == len(years):
            return target * median(kept)
        return float(median(year.end for year in years))

    @cached_property
    def mean(self) -> tuple[float, ...]:
        """Its mean share on each day of the grid."""
        return tuple(self.share(day) for day in GRID)

    @cached_property
    def scatter(self) -> float:
        """The squared distances of its years from their mean, summed over years and days."""
        return fsum(_distance([year.share(day) for day in GRID], self.mean) for year in self.years)


def drawn_by(pasts: Iterable[Past]) -> float:
    """After how many years of its own an indicator weighs as much as its kin.

    It is the variance of years about their indicator by the variance of indicators about their kind
    (Buhlmann's k): nought where kin are no more alike than anything, without bound where they are one.
    """
    told = sorted((past for past in pasts if len(past.years) > 1), key=lambda past: past.mean)
    kinds = [group for group in _by_kind(told) if len(group) > 1]
    if not kinds:
        return 0.0
    within = fsum(past.scatter for past in told) / sum(len(past.years) - 1 for past in told)
    apart = fsum(_scatter([past.mean for past in group]) for group in kinds)
    between = apart / sum(len(group) - 1 for group in kinds)
    owed = within * fsum(1 / len(past.years) for group in kinds for past in group) / sum(map(len, kinds))
    return within / (between - owed) if between > owed else float("inf")


def _by_kind(pasts: Sequence[Past]) -> list[list[Past]]:
    kinds = sorted({past.kind for past in pasts if past.kind})
    return [[past for past in pasts if past.kind == kind] for kind in kinds]


def _scatter(means: Sequence[Sequence[float]]) -> float:
    middle = [fsum(day) / len(means) for day in zip(*means, strict=True)]
    return fsum(_distance(mean, middle) for mean in means)


def _distance(one: Sequence[float], other: Sequence[float]) -> float:
    return fsum((a - b) ** 2 for a, b in zip(one, other, strict=True))
