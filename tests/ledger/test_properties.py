"""Properties of the fold, for any history: a sum done another way agrees, in any order of telling."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.ledger import oracle
from tests.ledger.sayings import CANAL, FOUNDING, STAGES
from tests.ledger.small import Book, crossed, known_by, standing
from tests.ledger.worlds import World, day, namings, nested_worlds, worlds
from tidtam.ledger.movement import Movement

EVER = date(2030, 1, 1)


def _book(world: World) -> Book:
    return Book(opens=day(-100)).say(*world.said)


def _known(world: World, known_at: date) -> Counter[Movement]:
    book = _book(world)
    book.taken_back = world.taken_back
    return known_by(book.unfolded(), known_at)


@given(worlds())
def test_every_day_of_knowing_equals_the_sum_done_another_way(world: World) -> None:
    for known_at in world.days_of_knowing():
        told = world.known_by(known_at)
        if oracle.answers(told, EVER) is None:
            continue  # what was told by then is not consistent: something is left out
        movements = _known(world, known_at)
        for as_of in world.days():
            expected = oracle.answers(told, as_of)
            assert expected is not None
            for (place, stage), number in expected.items():
                assert standing(CANAL, movements, stage, as_of, place)[0] == number


@given(worlds(taken_back=False))
def test_crossings_of_any_span_are_the_growth_within_it(world: World) -> None:
    assume(not any(one.exit_to or one.lot_stage for one in world.said))
    if oracle.answers(world.said, EVER) is None:
        return
    movements = Counter(_book(world).movements())
    days = [day(-1), *world.days()]
    for before, end in pairwise(days):
        earlier, later = oracle.answers(world.said, before), oracle.answers(world.said, end)
        assert earlier is not None
        assert later is not None
        for stage in STAGES:
            growth = later["nation", stage] - earlier["nation", stage]
            assert crossed(CANAL, movements, stage, _next(before), end) == growth


def _next(before: date) -> date:
    return date.fromordinal(before.toordinal() + 1)


@given(worlds(), st.randoms(use_true_random=False))
def test_any_order_of_telling_gives_the_same_book(world: World, chance: object) -> None:
    book = _book(world)
    book.taken_back = world.taken_back
    before = book.unfolded()
    chance.shuffle(book.said)  # type: ignore[attr-defined]
    after = book.unfolded()
    assert after.contributions == before.contributions
    assert after.conflicts == before.conflicts


@given(worlds())
def test_no_stage_ever_holds_less_than_nothing(world: World) -> None:
    for known_at in world.days_of_knowing():
        _assert_conserved(_known(world, known_at), world.days())


@given(nested_worlds())
def test_standings_of_places_within_each_other(world: World) -> None:
    book = _book(world)
    assume(not book.conflicts())
    movements = Counter(book.movements())
    _assert_conserved(movements, world.days())
    for one in world.said:
        after = [s for s in world.said if s.last == one.last and s.place != one.place]
        if not after:  # nobody spoke of another place on that day
            for stage, number in one.counts:
                assert standing(CANAL, movements, stage, one.last, one.place) == (number, number)


@given(namings())
def test_naming_leaves_totals_from_the_lots_day_on(world: World) -> None:
    book = Book(FOUNDING, opens=day(-100)).say(*world.said)
    assume(not book.conflicts())
    lots = [one for one in world.said if one.subject is None]
    named = [one for one in world.said if one.subject is not None]
    for as_of in map(day, range(22)):
        surely, most = book.stands("done", as_of)
        arrived = sum(lot.number for lot in lots if lot.last <= as_of)
        assert surely == most
        assert surely >= arrived
        if as_of >= max(lot.last for lot in lots):
            assert surely == arrived
        assert book.stands("done", as_of, place="pai")[0] == sum(one.last <= as_of for one in named)


@given(worlds(), st.integers(0, 60))
def test_lots_kept_as_entries_explain_the_same(world: World, since: int) -> None:
    book = _book(world)
    book.taken_back = world.taken_back
    told = {one.key for one in world.said if one.adds_a_lot}
    whole = Counter({
        key: times for key, times in book.unfolded().contributions.items() if key[0].statement not in told
    })  # fmt: skip
    assert book.unfolded(lots_in_book=True).contributions == whole
    later = Counter({key: times for key, times in whole.items() if key[1] >= day(since)})
    assert book.unfolded(lots_in_book=True, since=day(since)).contributions == later


@given(worlds())
def test_taking_back_twice_is_as_if_never_taken_back(world: World) -> None:
    book = _book(world)
    plain = known_by(book.unfolded(), EVER)
    for one in world.said[:2]:
        book.taken_back = {one.key: (day(90), day(91))}
        assert known_by(book.unfolded(), EVER) == plain


def _assert_conserved(movements: Counter[Movement], days: list[date]) -> None:
    """Stages add up to what came in less what left, and no holding is below nothing, on any day."""
    assert all(times >= 0 for times in movements.values())
    for as_of in days:
        held: Counter[tuple[str, int | None]] = Counter()
        came = 0
        for moved, times in movements.items():
            if moved.days.last <= as_of:
                held[moved.to.stage, moved.to.place] += times * moved.number
                held[moved.start.stage, moved.start.place] -= times * moved.number
                came += times * moved.number * ((moved.start.stage == "") - (moved.to.stage == ""))
        inside = {key: number for key, number in held.items() if key[0]}
        assert all(number >= 0 for number in inside.values())
        assert sum(inside.values()) == came
