"""The cube and plain SQL answer alike: for made-up histories, whatever lies in segments and in the tail."""

from __future__ import annotations

import random
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.ledger.sayings import CANAL
from tests.ledger.worlds import World, nested_worlds, worlds
from tests.ledger_store.books import everything, forgotten, load
from tests.ledger_store.conftest import country as country  # noqa: PLC0414  a fixture
from tests.ledger_store.country import Country
from tests.ledger_store.test_properties import differs, few
from tidtam.analytics.engine import CubeEngine
from tidtam.analytics.segments.cut import alone, cut
from tidtam.ledger.figure import Figure, Measure
from tidtam.ledger_store import adding, read
from tidtam.ledger_store.read import Ask, Scope

pytestmark = pytest.mark.django_db
PLACES = ("nation", "north", "south")


@contextmanager
def cube(cuts: list[int]) -> Iterator[CubeEngine]:
    """An engine over segments that end at these positions; the rest of the book is its tail."""
    with tempfile.TemporaryDirectory() as folder:
        engine = CubeEngine(Path(folder), smallest=1)
        engine.inside_transactions = True
        first = 1
        with alone(Path(folder)) as mine:
            assert mine
            for number, last in enumerate(cuts, start=1):
                cut(Path(folder), number, first, last)
                first = last + 1
        strict = Strict(engine)
        adding.register(strict)
        try:
            yield engine
        finally:
            adding.withdraw(strict)
        assert strict.wrong == []


@dataclass
class Strict:
    """Remembers what an engine could not answer, which would else go unseen: plain SQL steps in."""

    engine: CubeEngine
    wrong: list[str] = field(default_factory=list)

    def add(self, asked: adding.Adding) -> list[adding.Added] | None:
        try:
            return self.engine.add(asked)
        except Exception:
            self.wrong.append(traceback.format_exc())
            raise


def cuts_of(chance: random.Random) -> list[int]:
    """Up to three positions at which the book is cut."""
    last = read.head()
    return sorted(chance.sample(range(1, last + 1), min(last, chance.choice([0, 1, 2, 3]))))


def asked(country: Country, world: World, position: int | None) -> dict[object, object]:
    """All that a page could ask: figures, figures by place, and day by day."""
    found: dict[object, object] = dict(everything(country, world, PLACES, position))
    days, known = sorted(world.days()), [None, *sorted(world.days_of_knowing())[:2]]
    asks = [
        Ask(pathway, "", stage, measure, read.Moment(day, seen, position), read.NATION, start)
        for pathway, stage in [(CANAL, "ready"), (CANAL, "completed")]
        for measure, start in [(Measure.STANDING, None), (Measure.CROSSED, days[len(days) // 2])]
        for day in (days[0], days[-1])
        for seen in known[:2]
    ]
    for ask, figure in zip(asks, read.figures(asks), strict=True):
        found[ask] = figure
        found["places", ask] = read.by_place(ask, [country.places[name] for name in PLACES[1:]])
        found["days", ask] = {one.day: _flows(one) for one in read.by_day(ask)}
        here = replace(ask, scope=Scope(country.places["north"]))
        found["north", ask] = read.by_place(here, [country.places["north"]])
    return found


def _flows(day: read.DayFlow) -> dict[tuple[object, ...], int]:
    found: dict[tuple[object, ...], int] = {}
    for one in day.flows:
        key = (one.start, one.to, one.from_lot)
        found[key] = found.get(key, 0) + one.number
    return found


def told_apart(one: dict[object, object], other: dict[object, object]) -> list[object]:
    """What differs, in words that help."""
    return [
        (key, differs(value, other[key]) if isinstance(value, Figure) else (value, other[key]))
        for key, value in one.items()
        if value != other[key]
    ]


def _parity(country: Country, world: World, chance: random.Random) -> None:
    with forgotten(country):
        assume(load(country, world, chance))
        assume(read.head() > 0)
        for position in (None, chance.randint(1, read.head())):
            plainly = asked(country, world, position)
            with cube(cuts_of(chance)) as engine:
                quickly = asked(country, world, position)
                assert engine.answered
            assert told_apart(plainly, quickly) == []


@few(5)
@given(world=st.one_of(worlds(most=6), nested_worlds(most=6)), chance=st.randoms(use_true_random=False))
def test_the_cube_answers_as_plain_sql_does(country: Country, world: World, chance: random.Random) -> None:
    _parity(country, world, chance)


@pytest.mark.slow
@few(60)
@given(world=st.one_of(worlds(most=9), nested_worlds(most=8)), chance=st.randoms(use_true_random=False))
def test_they_answer_alike_at_length(country: Country, world: World, chance: random.Random) -> None:
    _parity(country, world, chance)
