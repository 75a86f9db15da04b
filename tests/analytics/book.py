"""A small book in segments, for tests that break them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ledger.sayings import CANAL
from tests.ledger_store.country import Country
from tidtam.analytics.segments.cut import alone, cut
from tidtam.ledger.figure import Figure, Measure
from tidtam.ledger_store import read
from tidtam.ledger_store.read import Ask, Moment

DAYS = [date(2018, month, 20) for month in range(1, 10)]


def fill(country: Country) -> None:
    """Nine months in which two provinces tell how they stand, and one thing is told late."""
    for number, day in enumerate(DAYS):
        place = ("north", "south")[number % 2]
        said = country.stands(
            f"s{number}",
            day,
            place=place,
            completed=3 * number,
            building=5 * number + 1,
            ready=9 * number + 2,
        )
        country.post(said)
    country.post(country.happened("late", DAYS[1], "ready", 4, told=DAYS[8], place="north"))


def cut_in(folder: Path, pieces: int = 3) -> int:
    """Cuts what there is into so many segments; the last position."""
    last = read.head()
    with alone(folder) as mine:
        assert mine
        ends = [last * number // pieces for number in range(1, pieces + 1)]
        for number, end in enumerate(ends, start=1):
            cut(folder, number, ends[number - 2] + 1 if number > 1 else 1, end)
    return last


def answers() -> list[Figure]:
    """What stands at each stage on some days, plainly or through the cube."""
    asks = [
        Ask(CANAL, "", stage, measure, Moment(day))
        for stage in ("ready", "building", "completed")
        for measure in Measure
        for day in (DAYS[2], DAYS[5], DAYS[8])
    ]
    return read.figures(asks)
