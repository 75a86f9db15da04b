"""Past years as they are learnt from: how much of a year's result was there by each day of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tidtam.ledger.fiscal import FiscalYear

LAST_DAY = 365
"""The last day of every fiscal year, 30 September; day 1 is 1 October. A 29 February counts as the 28th."""

LONGEST = 5
"""Years further back than this are left alone: work changes, and each costs a line its days."""

_PLAIN = FiscalYear(2562)  # a fiscal year without a 29 February, to count its days


def day_of_year(day: date) -> int:
    """The day of the fiscal year, 1 to 365, the same for the same date in every year.

    >>> [day_of_year(day) for day in (date(2018, 10, 1), date(2019, 3, 31), date(2020, 3, 31))]
    [1, 182, 182]
    >>> day_of_year(date(2020, 2, 29)) == day_of_year(date(2020, 2, 28)), day_of_year(date(2020, 9, 30))
    (True, 365)
    """
    year = _PLAIN.start.year if day.month >= 10 else _PLAIN.end.year
    kept = min(day.day, 28) if day.month == 2 else day.day
    return (date(year, day.month, kept) - _PLAIN.start).days + 1


def day_of(fiscal_year: int, day: int) -> date:
    """The date of a day of a fiscal year.

    >>> day_of(2562, 182), day_of(2563, 182), day_of(2563, 1)
    (datetime.date(2019, 3, 31), datetime.date(2020, 3, 31), datetime.date(2019, 10, 1))
    """
    plain = _PLAIN.start + timedelta(days=day - 1)
    start = FiscalYear(fiscal_year).start
    return plain.replace(year=start.year if plain.month >= 10 else start.year + 1)


MONTH_ENDS = tuple(day_of_year(month.end) for month in _PLAIN.months())
"""The days on which the twelve months of a fiscal year end, October first."""


@dataclass(frozen=True, slots=True)
class PastYear:
    """A fiscal year that is over and fully told: its result by day, in the unit of the indicator.

    `steps` are days of the year (1 to 365) with the number reached by then, which never falls; the last one
    is the result of the year and above nought. `target` is what was promised for it, None where unknown.
    """

    fiscal_year: int
    steps: tuple[tuple[int, int], ...]
    target: int | None = None

    @property
    def end(self) -> int:
        """The result of the whole year."""
        return self.steps[-1][1]

    def reached(self, day: int) -> int:
        """How much was there by the end of a day."""
        at = bisect_right(self.steps, day, key=lambda step: step[0])
        return self.steps[at - 1][1] if at else 0

    def share(self, day: int) -> float:
        """The same as a share of the whole year's result, 0 to 1."""
        return 1.0 if day >= LAST_DAY else self.reached(day) / self.end


def past_year(
    fiscal_year: int, totals: Iterable[tuple[int, int]], target: int | None = None
) -> PastYear | None:
    """A year from its running totals in the order of their days; None where nothing came of it.

    What was taken back later in the year was never there to stay, so that the course never falls:

    >>> past_year(2561, [(30, 10), (60, 25), (90, 20), (365, 40)]).steps
    ((30, 10), (60, 20), (365, 40))
    >>> past_year(2561, [(30, 10), (90, 0)]) is None and past_year(2561, []) is None
    True
    """
    kept: dict[int, int] = {}
    for day, total in totals:
        kept[min(max(day, 1), LAST_DAY)] = total
    steps = tuple(reversed(list(_staying(kept))))
    return PastYear(fiscal_year, steps, target or None) if steps and steps[-1][1] > 0 else None


def _staying(totals: dict[int, int]) -> Iterator[tuple[int, int]]:
    """From the last day back: the least that was there from each day on, and the first day of each number."""
    least: int | None = None
    found: list[tuple[int, int]] = []
    for day in sorted(totals, reverse=True):
        least = totals[day] if least is None else min(least, totals[day])
        if found and found[-1][1] == least:
            found[-1] = (day, least)
        else:
            found.append((day, least))
    return iter([step for step in found if step[1] > 0] or found[:1])
