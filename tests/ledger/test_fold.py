"""The fold, rule by rule: exits, falls, lots named before and after their day, transfers, late facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.ledger.sayings import CANAL, FOUNDING, Said, statement
from tests.ledger.small import NUMBERS, SUBJECTS, Book, SmallScopes, crossed
from tidtam.ledger.fold import Contradiction, Inflow, fold
from tidtam.ledger.movement import Movement
from tidtam.ledger.pathway import Pathway, Stage
from tidtam.ledger.statements import Draws


def day(number: int) -> date:
    return date(2019, 1, 1) + timedelta(number)


def stands(key: str, on: int, *, place: str = "nation", at_least: bool = False, exit_to: str | None = None,
           first: int | None = None, **counts: int) -> Said:  # fmt: skip
    since = None if first is None else day(first)
    return Said(key, place, day(on), day(on), since, tuple(counts.items()), at_least, exit_to)


def lot(key: str, on: int, stage: str, number: int, *, place: str = "nation") -> Said:
    return Said(key, place, day(on), day(on), stage=stage, number=number)


def goes(key: str, on: int, stage: str, subject: str, *, place: str = "pai") -> Said:
    return Said(key, place, day(on), day(on), stage=stage, subject=subject)


def names(key: str, on: int, subject: str, *, stage: str = "done", place: str = "pai") -> Said:
    named = goes(key, on, stage, subject, place=place)
    return replace(named, draws=Draws.LOT, lot_place="nation")


def kinds(book: Book) -> list[tuple[Contradiction, str]]:
    return [(conflict.kind, conflict.statement) for conflict in book.conflicts()]


# Falls and exits


def test_a_total_that_falls_is_a_question() -> None:
    book = Book().say(stands("a", 1, completed=10), stands("b", 2, completed=8))
    [conflict] = book.conflicts()
    assert (conflict.kind, conflict.statement) == (Contradiction.TOTAL_FALLS, "b")
    assert (conflict.stage, conflict.there, conflict.said) == ("completed", 10, 8)


def test_a_fall_may_be_answered_with_an_exit() -> None:
    book = Book().say(stands("a", 1, ready=10), stands("b", 2, ready=8, exit_to="withdrew"))
    assert book.stands("ready", day(2)) == (8, 8)
    assert book.parts(day(2)) == {"ready..completed": 8, "withdrew": 2}


def test_whoever_left_is_no_longer_at_or_beyond_any_stage() -> None:
    left = replace(lot("b", 2, "lost_right", 3), lot_stage="building")
    book = Book().say(lot("a", 1, "building", 5), left)
    assert book.stands("ready", day(2)) == (2, 2)
    assert book.parts(day(2)) == {"building": 2, "lost_right": 3}


def test_a_lot_at_several_stages_must_say_which_one_it_leaves() -> None:
    book = Book().say(lot("a", 1, "building", 5), lot("b", 1, "ready", 5), lot("c", 2, "withdrew", 1))
    assert kinds(book) == [(Contradiction.SAY_STAGE, "c")]


def test_more_cannot_leave_than_are_there() -> None:
    book = Book().say(lot("a", 1, "ready", 5), lot("b", 2, "withdrew", 6))
    assert kinds(book) == [(Contradiction.NOT_ENOUGH, "b")]


def test_a_floor_never_makes_a_total_fall() -> None:
    book = Book().say(stands("a", 1, completed=10), stands("b", 2, completed=8, at_least=True))
    assert book.stands("completed", day(2)) == (10, 10)


# Lots with and without standings


def test_lots_before_a_standing_are_part_of_it() -> None:
    book = Book().say(lot("a", 1, "ready", 4), stands("b", 2, completed=3, ready=10))
    assert book.moves() == {("", "ready", 4), ("ready", "completed", 3), ("", "ready..building", 6)}


def test_a_late_fact_before_a_standing_makes_its_movements_fewer() -> None:
    early, late = stands("b", 2, ready=10), lot("a", 1, "ready", 4)
    assert Book().say(early).moves() == {("", "ready..completed", 10)}
    assert Book().say(early, late).moves() == {("", "ready..completed", 6), ("", "ready", 4)}


def test_progress_is_drawn_from_the_nearest_earlier_stage_and_only_then_from_nothing() -> None:
    further = replace(lot("c", 2, "completed", 8), draws=Draws.EARLIER)
    book = Book().say(lot("a", 1, "ready", 5), lot("b", 1, "building", 2), further)
    assert book.moves() >= {("building", "completed", 2), ("ready", "completed", 5), ("", "completed", 1)}


def test_the_lots_of_a_day_are_folded_alike_whatever_order_they_are_read_in() -> None:
    named = statement(names("n", 1, "s1", stage="ready"), NUMBERS, SUBJECTS)
    lots = [Inflow(NUMBERS["nation"], None, stage, 5, day(3)) for stage in ("completed", "building")]
    found = [
        fold(CANAL, [named], scopes=SmallScopes(), opens=day(0), inflows=order).movements
        for order in (lots, lots[::-1])
    ]
    assert found[0] == found[1]


# Places


def test_a_standing_of_a_province_counts_what_lies_in_it() -> None:
    book = Book().say(lot("a", 1, "ready", 4, place="pai"), stands("b", 2, place="north", ready=10))
    assert book.stands("ready", day(2), place="north") == (10, 10)
    assert book.stands("ready", day(2), place="pai") == (4, 4)
    assert book.stands("ready", day(2), place="south") == (0, 0)


def test_narrower_standings_of_a_day_come_before_wider_ones() -> None:
    wide, narrow = stands("a", 2, ready=10), stands("b", 2, place="pai", ready=4)
    for order in ((wide, narrow), (narrow, wide)):
        assert Book().say(*order).stands("ready", day(2)) == (10, 10)


def test_a_standing_does_not_guess_which_of_the_named_went_on() -> None:
    book = Book().say(goes("a", 1, "ready", "s1"), stands("b", 2, completed=10))
    assert kinds(book) == [(Contradiction.NEEDS_NAMES, "b")]


def test_a_province_takes_its_part_of_what_was_told_of_the_nation() -> None:
    book = Book().say(stands("a", 1, done=172))
    book.pathway = FOUNDING
    book.say(stands("b", 2, place="north", done=10))
    assert book.stands("done", day(2)) == (172, 172)
    assert crossed(FOUNDING, _counter(book), "done", day(0), day(9)) == 172
    assert crossed(FOUNDING, _counter(book), "done", day(0), day(9), "north") == 10


def test_two_standings_of_a_day_that_differ_are_both_shown() -> None:
    book = Book().say(stands("a", 2, ready=10), stands("b", 2, ready=11))
    [conflict] = book.conflicts()
    assert (conflict.kind, conflict.statement, conflict.other) == (Contradiction.DISAGREES, "b", "a")


def test_two_papers_of_a_day_that_speak_of_different_stages_are_one_standing() -> None:
    book = Book().say(stands("a", 1, ready=1), stands("b", 5, completed=4), stands("c", 5, ready=9))
    assert book.stands("ready", day(5)) == (9, 9)
    assert {m.days.first for m in book.movements() if m.statement in "bc"} == {day(2)}


# Named subjects


def test_a_named_subject_goes_on_from_where_it_is() -> None:
    book = Book().say(goes("a", 1, "ready", "s1"), goes("c", 9, "completed", "s1"))
    assert book.moves() == {("", "ready", 1), ("ready", "completed", 1)}


def test_a_late_fact_about_a_named_subject_falls_into_its_path() -> None:
    book = Book().say(
        goes("a", 1, "ready", "s1"), goes("c", 9, "completed", "s1"), goes("b", 5, "building", "s1")
    )
    assert book.moves() == {("", "ready", 1), ("ready", "building", 1), ("building", "completed", 1)}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (goes("b", 9, "building", "s1"), Contradiction.COUNTED_TWICE),
        (goes("b", 9, "ready", "s1"), Contradiction.GOES_BACK),
        (goes("b", 9, "withdrew", "s2"), Contradiction.NOT_THERE),
    ],
)
def test_a_named_subject_is_counted_once(said: Said, kind: Contradiction) -> None:
    assert kinds(Book().say(goes("a", 1, "building", "s1"), said)) == [(kind, "b")]


def test_whoever_left_does_not_come_back() -> None:
    book = Book().say(
        goes("a", 1, "ready", "s1"), goes("b", 2, "withdrew", "s1"), goes("c", 3, "ready", "s1")
    )
    assert kinds(book) == [(Contradiction.HAS_LEFT, "c")]


def test_a_transfer_is_nobodys_achievement() -> None:
    book = Book().say(
        goes("a", 1, "completed", "s1", place="pai"), goes("b", 5, "completed", "s1", place="south")
    )
    transfer = book.movements()[-1]
    assert transfer.is_transfer
    counted = _counter(book)
    assert crossed(CANAL, counted, "completed", day(2), day(9)) == 0
    assert crossed(CANAL, counted, "completed", day(2), day(9), "south") == 0
    assert book.stands("completed", day(9), place="south") == (1, 1)
    assert book.stands("completed", day(9), place="pai") == (0, 0)


# Lots named later


def test_named_after_the_lots_day_the_total_stays() -> None:
    book = Book(FOUNDING).say(lot("a", 5, "done", 172), names("b", 7, "s1"))
    assert [book.stands("done", day(on)) for on in (4, 5, 7)] == [(0, 0), (172, 172), (172, 172)]
    assert book.stands("done", day(7), place="pai") == (1, 1)
    assert crossed(FOUNDING, _counter(book), "done", day(0), day(9)) == 172
    assert crossed(FOUNDING, _counter(book), "done", day(0), day(9), "pai") == 1


def test_named_before_the_lots_day_earlier_totals_rise() -> None:
    book = Book(FOUNDING).say(lot("a", 5, "done", 172), names("b", 3, "s1"))
    assert [book.stands("done", day(on)) for on in (2, 3, 5)] == [(0, 0), (1, 1), (172, 172)]
    assert crossed(FOUNDING, _counter(book), "done", day(0), day(9)) == 172
    assert crossed(FOUNDING, _counter(book), "done", day(5), day(9)) == 171


def test_no_more_can_be_named_than_the_lot_holds() -> None:
    book = Book(FOUNDING).say(lot("a", 5, "done", 1), names("b", 7, "s1"), names("c", 8, "s2"))
    assert kinds(book) == [(Contradiction.NOT_ENOUGH, "c")]
    book = Book(FOUNDING).say(lot("a", 5, "done", 1), names("b", 3, "s1"), names("c", 4, "s2"))
    assert [kind for kind, _ in kinds(book)] == [Contradiction.NOT_ENOUGH]


def test_named_before_the_lots_day_those_who_went_on_are_given_back_once() -> None:
    book = Book().say(
        names("n", 1, "s1", stage="ready"), goes("m", 2, "building", "s1"), lot("l", 5, "building", 4)
    )
    assert book.stands("building", day(5)) == (4, 4)
    assert book.stands("building", day(4)) == (1, 1)


def test_the_lot_to_draw_from_may_be_said_by_stage() -> None:
    said = replace(names("n", 1, "s1", stage="ready"), lot_stage="completed")
    book = Book().say(said, lot("a", 5, "ready", 2), lot("b", 5, "completed", 2))
    assert ("completed", "", 1) in book.moves()


def test_an_unsplit_lot_gives_whoever_is_named_at_its_first_stage() -> None:
    book = Book().say(stands("a", 5, ready=10), names("n", 7, "s1", stage="ready"))
    assert book.parts(day(9)) == {"ready..completed": 9, "ready": 1}


def test_a_lot_told_as_a_standing_of_another_place_gives_back_as_well() -> None:
    drawn = replace(names("n", 1, "s1", stage="ready", place="south"), lot_place="north")
    book = Book().say(drawn, stands("a", 5, place="north", ready=10))
    assert book.stands("ready", day(5)) == (10, 10)
    assert book.stands("ready", day(5), place="north") == (9, 9)


def test_a_standing_over_the_named_and_their_lot_has_counted_them() -> None:
    book = Book(FOUNDING).say(names("n", 1, "s1"), stands("a", 5, done=172))
    assert book.stands("done", day(5)) == (172, 172)


def test_a_lot_may_be_placed_without_names() -> None:
    placed = Said("p", "pai", day(7), day(7), stage="done", number=30, draws=Draws.LOT, lot_place="nation")
    book = Book(FOUNDING).say(lot("a", 5, "done", 172), placed)
    counted = _counter(book)
    assert book.stands("done", day(7), place="pai") == (30, 30)
    assert crossed(FOUNDING, counted, "done", day(0), day(9)) == 172
    assert crossed(FOUNDING, counted, "done", day(0), day(9), "pai") == 30
    assert not any(moved.is_transfer for moved in counted)


# Days that are not known to the day


def test_a_vague_day_counts_from_its_last_day() -> None:
    book = Book().say(replace(lot("a", 30, "ready", 5), first=day(1)))
    assert [book.stands("ready", day(on)) for on in (1, 29, 30)] == [(0, 0), (0, 0), (5, 5)]


def test_derived_movements_begin_with_the_cycle_when_nothing_stood_before() -> None:
    book = Book(opens=day(-10)).say(stands("a", 30, ready=5))
    [moved] = book.movements()
    assert (moved.days.first, moved.days.last) == (day(-10), day(30))
    assert moved.days.straddles(day(3))


def test_every_spoken_span_is_known() -> None:
    with pytest.raises(ValueError, match="must differ"):
        Pathway("p", "household", (Stage("a", "", ""), Stage("a", "", "")))
    with pytest.raises(ValueError, match="no stage"):
        Pathway("p", "household", ())
    assert CANAL.maybe_beyond("completed") == ("ready..completed", "building..completed")


def _counter(book: Book) -> Counter[Movement]:
    return Counter(book.movements())
