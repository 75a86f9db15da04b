"""The worked example of the design: the Lat Phrao canal, households, with the real figures."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from tests.ledger.sayings import CANAL, Said
from tests.ledger.small import Book, known_by, standing

# Day, published, at or beyond each stage; sources in examples/.
JUNE_2560 = Said(
    "a", "nation", date(2017, 6, 22), date(2017, 6, 22), counts=(("completed", 763),), at_least=True
)
NOVEMBER_2560 = Said(
    "b", "nation", date(2017, 11, 30), date(2017, 12, 1), date(2017, 11, 1), counts=(("completed", 915),)
)
MAY_2561 = Said(
    "c", "nation", date(2018, 5, 31), date(2018, 6, 14), date(2018, 5, 1), counts=(("ready", 2635),)
)
MARCH_2562 = Said(
    "d", "nation", date(2019, 3, 31), date(2019, 4, 23),
    counts=(("completed", 2068), ("building", 2068 + 654), ("ready", 3084)),
)  # fmt: skip
SEPTEMBER_2562 = Said(
    "e", "nation", date(2019, 9, 19), date(2019, 9, 20),
    counts=(("completed", 2184), ("building", 2184 + 689), ("ready", 3271)),
)  # fmt: skip
DECEMBER_2562 = Said(
    "f", "nation", date(2019, 12, 31), date(2020, 1, 10), date(2019, 12, 1),
    counts=(("completed", 2618), ("building", 2618 + 363), ("ready", 3308)),
)  # fmt: skip
SERIES = (JUNE_2560, NOVEMBER_2560, MAY_2561, MARCH_2562, SEPTEMBER_2562, DECEMBER_2562)

STANDS = [  # day; at or beyond ready, building, completed (surely, at most)
    (date(2017, 6, 21), (0, 0), (0, 0), (0, 0)),
    (date(2017, 6, 22), (763, 763), (763, 763), (763, 763)),
    (date(2017, 11, 29), (763, 763), (763, 763), (763, 763)),
    (date(2017, 11, 30), (915, 915), (915, 915), (915, 915)),
    (date(2018, 5, 31), (2635, 2635), (915, 2635), (915, 2635)),
    (date(2019, 3, 31), (3084, 3084), (2722, 2722), (2068, 2068)),
    (date(2019, 9, 18), (3084, 3084), (2722, 2722), (2068, 2068)),
    (date(2019, 9, 19), (3271, 3271), (2873, 2873), (2184, 2184)),
    (date(2019, 12, 31), (3308, 3308), (2981, 2981), (2618, 2618)),
]


@pytest.mark.parametrize(("day", "ready", "building", "completed"), STANDS)
def test_stands(
    day: date, ready: tuple[int, int], building: tuple[int, int], completed: tuple[int, int]
) -> None:
    book = Book().say(*SERIES)
    assert book.stands("ready", day) == ready
    assert book.stands("building", day) == building
    assert book.stands("completed", day) == completed


def test_between_the_two_dates_of_2562() -> None:
    moved = {
        (m.start.stage, m.to.stage): m.number for m in Book().say(*SERIES).movements() if m.statement == "e"
    }
    assert moved == {("", "ready"): 187, ("ready", "building"): 151, ("building", "completed"): 116}


def test_each_stage_on_31_march_2562_and_later() -> None:
    book = Book().say(*SERIES)
    assert book.parts(date(2019, 3, 31)) == {"completed": 2068, "building": 654, "ready": 362}
    assert book.parts(date(2019, 9, 19)) == {"completed": 2184, "building": 689, "ready": 398}
    assert book.parts(date(2019, 12, 31)) == {"completed": 2618, "building": 363, "ready": 327}


def test_what_is_not_split_stays_unsplit_until_somebody_splits_it() -> None:
    assert Book().say(*SERIES).parts(date(2018, 5, 31)) == {"completed": 915, "ready..completed": 1720}


def test_any_order_gives_the_same_movements() -> None:
    wanted = sorted(Book().say(*SERIES).movements(), key=repr)
    for order in permutations(SERIES):
        assert sorted(Book().say(*order).movements(), key=repr) == wanted


def test_derived_movements_lie_between_the_standings() -> None:
    found = {m.days for m in Book().say(*SERIES).movements() if m.statement == "e"}
    assert [(days.first, days.last) for days in found] == [(date(2019, 4, 1), date(2019, 9, 19))]


def test_before_the_report_was_published_nobody_knew() -> None:
    book = Book().say(*SERIES).unfolded()
    on = date(2019, 3, 31)
    assert standing(CANAL, known_by(book, date(2019, 4, 22)), "ready", on) == (2635, 2635)
    assert standing(CANAL, known_by(book, date(2019, 4, 23)), "ready", on) == (3084, 3084)
