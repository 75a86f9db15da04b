"""Properties of the book, through `post` and `read.figures`: any order, any batches, any moment."""

from __future__ import annotations

import random
from dataclasses import fields

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from tests.ledger import oracle
from tests.ledger.sayings import STAGES
from tests.ledger.test_properties import EVER
from tests.ledger.worlds import World, nested_worlds, worlds
from tests.ledger_store.books import ask, everything, forgotten, load
from tests.ledger_store.country import Country
from tidtam.ledger.figure import Figure, Measure
from tidtam.ledger_store import check
from tidtam.ledger_store.models import Entry
from tidtam.ledger_store.read import Moment, figures, head

pytestmark = pytest.mark.django_db
LOUD = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much]


def few(examples: int) -> settings:
    """So many examples on each database; each is too slow to look for a smaller one that fails."""
    phases = (Phase.explicit, Phase.reuse, Phase.generate)
    return settings(max_examples=examples, suppress_health_check=LOUD, phases=phases)


def _any_order_any_batches(country: Country, world: World, chance: random.Random) -> None:
    with forgotten(country):
        assume(load(country, world, chance))
        answers = everything(country, world)
        for (place, stage, as_of, known_at), figure in answers.items():
            told = world.known_by(known_at or EVER)
            if oracle.answers(told, EVER) is None:
                continue  # what was told by then is not consistent: something is left out
            expected = oracle.answers(told, as_of)
            assert expected is not None
            assert (figure.number or 0) == expected[place, stage]
        assert check.faults() == []


@few(8)
@given(world=worlds(most=5), chance=st.randoms(use_true_random=False))
def test_any_order_and_batching_gives_the_sums_done_another_way(
    country: Country, world: World, chance: random.Random
) -> None:
    _any_order_any_batches(country, world, chance)


@pytest.mark.slow
@few(150)
@given(world=worlds(most=8), chance=st.randoms(use_true_random=False))
def test_any_order_and_batching_at_length(country: Country, world: World, chance: random.Random) -> None:
    _any_order_any_batches(country, world, chance)


def _two_orders(country: Country, world: World, chance: random.Random) -> None:
    places = ("nation", "north", "pai", "south")
    with forgotten(country):
        assume(load(country, world))
        first = everything(country, world, places)
        assert check.faults() == []
    with forgotten(country):
        assume(load(country, world, chance))
        second = everything(country, world, places)
        assert [(key, differs(second[key], first[key])) for key in second if second[key] != first[key]] == []


def differs(one: Figure, other: Figure) -> dict[str, tuple[object, object]]:
    """In what two figures differ."""
    pairs = ((field.name, getattr(one, field.name), getattr(other, field.name)) for field in fields(Figure))
    return {name: (mine, yours) for name, mine, yours in pairs if mine != yours}


@few(3)
@given(world=nested_worlds(), chance=st.randoms(use_true_random=False))
def test_two_orders_agree_where_places_lie_in_each_other(
    country: Country, world: World, chance: random.Random
) -> None:
    _two_orders(country, world, chance)


@pytest.mark.slow
@few(60)
@given(world=st.one_of(worlds(most=7), nested_worlds(most=6)), chance=st.randoms(use_true_random=False))
def test_two_orders_agree_at_length(country: Country, world: World, chance: random.Random) -> None:
    _two_orders(country, world, chance)


@few(6)
@given(world=worlds(most=5), chance=st.randoms(use_true_random=False))
def test_what_is_pinned_at_a_position_never_changes(
    country: Country, world: World, chance: random.Random
) -> None:
    with forgotten(country):
        half = len(world.said) // 2
        early = World(world.said[:half], world.taken_back)
        assume(load(country, early, chance))
        pinned = head()
        before = everything(country, world, position=pinned)
        load(country, World(world.said[half:], world.taken_back), chance)
        assert everything(country, world, position=pinned) == before


@few(6)
@given(world=worlds(most=5))
def test_the_same_again_changes_nothing(country: Country, world: World) -> None:
    with forgotten(country):
        assume(load(country, world))
        before = list(Entry.objects.order_by("position").values())
        again = country.post(*(country.stated(one) for one in world.said))
        assert again.repeated
        assert list(Entry.objects.order_by("position").values()) == before


@few(6)
@given(world=worlds(most=5, taken_back=False))
def test_crossings_of_a_whole_cycle_are_what_stands_and_what_left(country: Country, world: World) -> None:
    with forgotten(country):
        assume(load(country, world))
        moment = Moment(EVER)
        for stage in STAGES:
            stands, crossed = figures(
                [
                    ask(country, "nation", stage, moment, measure)
                    for measure in (Measure.STANDING, Measure.CROSSED)
                ]
            )
            assert crossed.number is None or crossed.number - crossed.exits == stands.number
