"""Made-up countries with years of results, in the shapes that real lines have; the same for the same seed.

Councils come late in the year and repaired houses early, fires whenever they come, the rest in between. Each
line has a shape of its own; each of its years is early or late, high or low, comes in lumps, and has a target
of its own. In one odd year work stands still from the sixth month to the eighth and little is made up for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp
from random import Random

from tidtam.analytics.pace.past import LAST_DAY, PastYear, past_year

FIRST, LAST = 2558, 2567
"""The fiscal years of a country."""

WEEKS = 52


@dataclass(frozen=True)
class Shape:
    """How a line's work lies in the year: a beta density, and how much its years differ.

    `early` and `late` are its exponents; `timing` and `level` the spread of early or late years and of high
    or low ones, as logarithms; `lumps` how much comes at once (more is smoother); `usual` what the target is
    multiplied by in an ordinary year.
    """

    programme: str
    target: int
    early: float
    late: float
    usual: float = 1.0
    timing: float = 0.12
    level: float = 0.1
    lumps: float = 2.0


UNLIKE = {
    "3.2(1)": Shape("councils", 534, 5, 1.8, 0.85, level=0.12),
    "3.2(2)": Shape("councils", 1_670, 6, 1.6, 0.8, 0.15, 0.15, 1.0),
    "2.2": Shape("por_piang", 11_500, 2.2, 4, 1.15, 0.15, 0.08, 3.0),
    "2.1": Shape("baan_mankong", 5_500, 1.8, 1.5, 0.9, level=0.12),
    "2.4": Shape("temporary_housing", 1_000, 1, 1, 0.9, 0.1, 0.35, 0.4),
    "3.1": Shape("leaders", 2_000, 2.5, 2, level=0.08),
    "3.3": Shape("welfare", 1_700, 1.6, 2.2, 1.05, level=0.08),
    "1.1": Shape("area_plans", 510, 4, 1.8, 0.95, lumps=1.5),
    "4": Shape("credit", 400, 1.3, 1.2, 0.9, 0.1, lumps=1.5),
    "6": Shape("knowledge", 500, 3, 1.5, 1.0, 0.15, 0.1, 1.0),
}
"""Lines as the report has them: all of them different."""

ALIKE = {f"1.{number}": Shape("plans", 510, 4, 1.8, 0.95, lumps=1.5) for number in range(1, 7)}
"""Lines of one programme that go through the year in nearly the same way."""

STEADY = {f"4.{number}": Shape(f"steady {number}", 400, 1, 1, 1.0, 0.05, 0.08) for number in range(1, 7)}
"""Lines that go on evenly, so that a straight line is right."""


@dataclass(frozen=True)
class Made:
    """How a country is made: `own` is by how much lines of one shape differ, `odd` puts in an odd year."""

    shapes: dict[str, Shape]
    own: float = 0.15
    odd: bool = True


def country(seed: int, made: Made) -> dict[str, list[PastYear]]:
    """Ten years of each line."""
    chance = Random(seed)
    odd_year = chance.randint(FIRST + 2, LAST) if made.odd else None
    return {code: list(_years(chance, shape, made.own, odd_year)) for code, shape in made.shapes.items()}


def _years(chance: Random, shape: Shape, own: float, odd_year: int | None) -> Iterator[PastYear]:
    early, late = (part * exp(chance.gauss(0, own)) for part in (shape.early, shape.late))
    usual = shape.usual * exp(chance.gauss(0, 0.08))
    for year in range(FIRST, LAST + 1):
        target = max(round(shape.target * exp(chance.gauss(0, 0.25))), 1)
        is_odd = year == odd_year
        weeks = list(_weeks(chance, shape, early, late, is_odd))
        end = target * usual * exp(chance.gauss(0, shape.level)) * (0.75 if is_odd else 1)
        made = past_year(year, _totals(weeks, max(end, 1)), target)
        assert made is not None
        yield made


def _weeks(chance: Random, shape: Shape, early: float, late: float, is_odd: bool) -> Iterator[float]:
    """How much comes in each week."""
    bent = exp(chance.gauss(0, shape.timing))
    middles = [(week + 0.5) / WEEKS for week in range(WEEKS)]
    dense = [_density(at**bent, early, late) * bent * at ** (bent - 1) for at in middles]
    usual = sum(dense) / WEEKS
    for week, weight in enumerate(dense):
        stands_still = is_odd and 24 <= week < 36
        weight = weight / usual * (0.15 if stands_still else 1)
        yield chance.gammavariate(max(weight * shape.lumps, 1e-6), 1)


def _density(at: float, early: float, late: float) -> float:
    return at ** (early - 1) * (1 - at) ** (late - 1)


def _totals(weeks: list[float], end: float) -> Iterator[tuple[int, int]]:
    whole, there = sum(weeks), 0.0
    for number, week in enumerate(weeks, start=1):
        there += week
        yield min(number * 7, LAST_DAY) if number < WEEKS else LAST_DAY, max(round(end * there / whole), 0)
