"""How many entries each line has in each year, and the targets that follow; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tidtam.ledger.fiscal import FiscalYear
from tidtam.practice.shapes import CORRECTED, LINES, WALK, Shape, portions

FULL = 0.95
"""At most so many of the places can each count once in a year."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for: the seed, how many entries the book is to hold, the years, and how many claims."""

    seed: int
    entries: int
    first_year: int = 2559
    last_year: int = 2563
    claims: int = 2_000

    @property
    def years(self) -> range:
        """The fiscal years, Buddhist Era."""
        return range(self.first_year, self.last_year + 1)


@dataclass(frozen=True, slots=True)
class LineYear:
    """A line in one year: its shape and how many entries it gets."""

    shape: Shape
    year: int
    entries: int

    @property
    def results(self) -> int:
        """How much that comes to by the end of the year, in the unit of the line, more or less."""
        return round(self.entries * self.shape.mean_size)

    @property
    def target(self) -> int:
        """What must have been promised so that the shares of the shape come out."""
        return round_number(max(1, round(self.results / self.shape.at_end)))


@dataclass(frozen=True, slots=True)
class Plan:
    """The entries that are made in bulk: those of the lines, those of walks, and those taken back."""

    lines: tuple[LineYear, ...]
    walks: int
    corrections: int

    @property
    def entries(self) -> int:
        """All of them: a correction is two entries, a walk one for each stage."""
        lines = sum(line.entries for line in self.lines)
        return lines + self.walks * len(WALK.stages) + 2 * self.corrections


def planned(entries: int, units: Mapping[tuple[str, int], str], places: Mapping[str, int]) -> Plan:
    """Splits so many entries. `units` names the unit of each line in each year that has it; `places` tells
    how many places of a kind there are."""
    slots = [
        (shape, year)
        for code, year in sorted(units)
        for shape in LINES
        if shape.code == code and shape.unit == units[code, year] and shape.covers(year)
    ]
    walks = round(entries * WALK.share) // len(WALK.stages)
    corrections = round(entries * CORRECTED)
    rest = entries - walks * len(WALK.stages) - 2 * corrections
    limits = [round(FULL * places.get(shape.at, 0)) if shape.once else rest for shape, _ in slots]
    numbers = capped(rest, [shape.entries for shape, _ in slots], limits)
    lines = tuple(LineYear(*slot, number) for slot, number in zip(slots, numbers, strict=True) if number)
    return Plan(lines, walks, corrections)


def capped(whole: int, weights: Sequence[float], limits: Sequence[int]) -> list[int]:
    """A whole number split by weights, none above its limit; what is cut off goes to the others.

    >>> capped(100, [1, 1, 2], [10, 100, 100])
    [10, 30, 60]
    """
    parts = [0] * len(weights)
    open_ones = [n for n, limit in enumerate(limits) if limit]
    left = whole
    while left and open_ones:
        shares = portions(left, [weights[n] for n in open_ones])
        over = [n for n, share in zip(open_ones, shares, strict=True) if share > limits[n]]
        if not over:
            for n, share in zip(open_ones, shares, strict=True):
                parts[n] = share
            return parts
        for n in over:
            parts[n] = limits[n]
            left -= limits[n]
        open_ones = [n for n in open_ones if n not in over]
    return parts


def daily(line: LineYear) -> list[int]:
    """How many entries of the line happen on each day of its fiscal year."""
    days = (FiscalYear(line.year).end - FiscalYear(line.year).start).days + 1
    done = [round(line.entries * line.shape.done_by(day / days)) for day in range(days + 1)]
    return [after - before for before, after in pairwise(done)]


def round_number(number: int) -> int:
    """The number as a promise would have it: two figures, then noughts.

    >>> round_number(7), round_number(534), round_number(11_480)
    (7, 530, 11000)
    """
    return round(number, min(0, 2 - len(str(number))))
