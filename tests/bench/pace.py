"""How well the past foretells a year: each year from those before it, beside simpler ways.

Years are held out one after the other, as they come: of ten years the fourth is foretold from three, the
sixth and later ones from the five before them. Errors of the year's end are parts of what it came to; errors
of the course are parts of the year.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import fmean

from tests.bench.pace_years import ALIKE, STEADY, UNLIKE, Made, country
from tidtam.analytics.pace.family import FEWEST_YEARS, Family
from tidtam.analytics.pace.kin import Past
from tidtam.analytics.pace.past import LAST_DAY, LONGEST, PastYear

DAYS = {"3 months": 92, "6 months": 182, "9 months": 273}
COUNTRIES = {
    "lines unlike each other, an odd year": Made(UNLIKE),
    "the same without an odd year": Made(UNLIKE, odd=False),
    "lines of one programme, nearly alike": Made(ALIKE, own=0.03),
    "lines that go on evenly": Made(STEADY, own=0.03),
}
OURS, LINE, LAST_YEAR, TARGET, OWN = (
    "pace",
    "straight line",
    "last year's curve",
    "the target",
    "own years alone",
)


@dataclass
class Measured:
    """Errors and how often ranges held, by way and by how far the year had gone."""

    ends: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    courses: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    held: dict[tuple[str, str], list[bool]] = field(default_factory=lambda: defaultdict(list))
    by_line: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    promised: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))


def measure(made: Made, seeds: range) -> Measured:
    """All years of all lines of some countries, each from the years before it."""
    found = Measured()
    for seed in seeds:
        lines = country(seed, made)
        programmes = {code: shape.programme for code, shape in made.shapes.items()}
        for number in range(FEWEST_YEARS, len(next(iter(lines.values())))):
            before = {code: tuple(years[max(number - LONGEST, 0) : number]) for code, years in lines.items()}
            together = Family({code: Past(years, programmes[code]) for code, years in before.items()})
            alone = Family({code: Past(years) for code, years in before.items()})
            for code, years in lines.items():
                for name, day in DAYS.items():
                    _one(found, name, (together, alone), code, years[number], years[number - 1], day)
    return found


def _one(
    found: Measured,
    name: str,
    families: tuple[Family, Family],
    code: str,
    year: PastYear,
    last: PastYear,
    day: int,
) -> None:
    together, alone = families
    reached, share = year.reached(day), year.share(day)
    course, end = together.course(code, day), together.end(code, day, reached, year.target)
    ends = {
        OURS: end.expected,
        OWN: alone.end(code, day, reached, year.target).expected,
        LINE: reached * LAST_DAY / day,
        LAST_YEAR: reached / last.share(day) if last.share(day) else last.end,
        TARGET: year.target or last.end,
    }
    courses = {
        OURS: course.expected,
        OWN: alone.course(code, day).expected,
        LINE: day / LAST_DAY,
        LAST_YEAR: last.share(day),
    }
    for way, told in ends.items():
        found.ends[way, name].append(abs(told - year.end) / year.end)
    for way, told in courses.items():
        found.courses[way, name].append(abs(told - share))
    found.held["course", name].append(course.low <= share <= course.high)
    found.held["end", name].append(end.low <= year.end <= end.high)
    found.by_line[code].append(end.low <= year.end <= end.high)
    found.promised[name].append(end.holds)


def table(title: str, found: Measured) -> Iterator[str]:
    """The errors as lines of a table, and in words where a simpler way is better."""
    yield f"\npace: {title}"
    yield f"{'mean error, per cent':<42}" + "".join(f"{name:>12}" for name in DAYS) + f"{'all':>10}"
    for what, errors in (("year's end", found.ends), ("course", found.courses)):
        for way in dict.fromkeys(way for way, _ in errors):
            yield _row(f"{what}, {way}", [100 * fmean(errors[way, name]) for name in DAYS])
    for what in ("end", "course"):
        held = [100 * fmean(found.held[what, name]) for name in DAYS]
        yield _row(f"range of the {what} held", held)
    least = min(found.by_line, key=lambda code: fmean(found.by_line[code]))
    yield f"{f'  the end, for the line held least ({least})':<78}{100 * fmean(found.by_line[least]):>10.1f}"
    yield _row("  as it promised", [100 * fmean(found.promised[name]) for name in DAYS])
    yield from (f"  does not win: {said}" for said in _not_won(found))


def _row(what: str, numbers: list[float]) -> str:
    return f"{what:<42}" + "".join(f"{number:>12.1f}" for number in numbers) + f"{fmean(numbers):>10.1f}"


def _not_won(found: Measured) -> Iterator[str]:
    for what, errors in (("year's end", found.ends), ("course", found.courses)):
        for way in dict.fromkeys(way for way, _ in errors if way != OURS):
            for name in DAYS:
                ours, theirs = fmean(errors[OURS, name]), fmean(errors[way, name])
                if theirs < ours:
                    yield f"{what} at {name}: {way} {100 * theirs:.1f}, pace {100 * ours:.1f}"


def show(*, quick: bool) -> None:
    """Prints the tables; they are the same in each run."""
    seeds = range(4 if quick else 20)
    for title, made in COUNTRIES.items():
        for line in table(f"{title} ({len(seeds)} countries)", measure(made, seeds)):
            print(line)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a fifth of the countries")
    show(quick=parser.parse_args().quick)
