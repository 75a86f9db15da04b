"""The bulk entrance: only for practice, inside a transaction, and with every rule of the book kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from tests.ledger_store.country import Country
from tidtam.ledger.statements import Draws
from tidtam.ledger_store import check, practice_bulk
from tidtam.ledger_store.models import Entry, Head, StageGuard, Statement, Subject, SubjectGuard
from tidtam.ledger_store.plan import open_cells
from tidtam.ledger_store.practice_bulk import Moved, Named, Told, filling, next_subject
from tidtam.problems import Refused
from tidtam.programmes import queries as programmes
from tidtam.review.practice import mark_as_practice

WHEN = datetime(2019, 4, 23, 11, tzinfo=UTC)
DAY = "2019-03-01"


@pytest.fixture
def practice(country: Country) -> Country:
    mark_as_practice(actor=country.actor)
    return country


def cell(pathway: str = "canal") -> int:
    return open_cells({(pathway, "2562"): programmes.pathway(pathway)})[pathway, "2562"].pk


def lot(where: int, place: int, stage: str = "ready", number: int = 5, **more: object) -> Moved:
    values = {"known_on": DAY, "to_stage": stage, "quantity": number, "sign": 1, **more}
    one = Moved(where, "said", str(uuid4()), None, 1, 1, "", "", None, place, DAY, DAY, DAY)
    return one._replace(**values)


@contextmanager
def refused(code: str) -> Iterator[None]:
    """Refused for this reason, and nothing of it is in the book."""
    there = Entry.objects.count()
    with pytest.raises(Refused) as found, transaction.atomic():
        yield
    assert [problem.code for problem in found.value.problems] == [code]
    assert Entry.objects.count() == there


def fill(
    country: Country, rows: Sequence[Moved], told: Sequence[Told] = (), names: Sequence[Named] = ()
) -> None:
    with filling(actor=country.actor, expected=len(rows)) as book:
        book.name(names)
        book.add(str(uuid4()), WHEN, rows, told)


def test_only_a_practice_database_is_filled(country: Country) -> None:
    with refused("ledger.only_for_practice"):
        fill(country, [lot(cell(), country.places["pai"])])


@pytest.mark.django_db(transaction=True)
def test_a_transaction_must_be_around_it() -> None:
    from tests.ledger_store.country import make_country

    country = make_country()
    mark_as_practice(actor=country.actor)
    with pytest.raises(RuntimeError), filling(actor=country.actor, expected=1):
        pass


@pytest.mark.parametrize("many", [1, 50_000], ids=["indexes laid aside", "indexes kept"])
def test_lots_names_and_moves_are_as_sound_as_if_posted(
    practice: Country, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice_bulk, "MANY", many)
    practice.post(practice.happened("before", date(2019, 1, 1), "ready", 2, place="pai"))
    where, founding, pai, one = cell(), cell("founding"), practice.places["pai"], next_subject()
    came = lot(where, pai)
    on = str(uuid4()), str(uuid4())
    moved = came._replace(
        kind="explained",
        statement=on[0],
        quantity=3,
        start_stage="ready",
        to_stage="completed",
        start_place=pai,
    )
    named = lot(founding, pai, "done", 1, kind="explained", statement=on[1], subject=one, traced=True)
    told = [
        Told(on[0], where, pai, DAY, DAY, DAY, "completed", 3, Draws.EARLIER, None, False),
        Told(on[1], founding, pai, DAY, DAY, DAY, "done", 1, Draws.ADDS, one, True),
    ]
    fill(practice, [came, moved, named], told, [Named(one, str(uuid4()), "council", "ต.ปาย", "tambon", pai)])
    assert check.faults() == []
    assert {g.stage: g.held for g in StageGuard.objects.filter(cell=where)} == {"ready": 2, "completed": 3}
    assert SubjectGuard.objects.get(cell=founding).subject_id == one
    assert Statement.objects.filter(key__in=on).count() == 2
    assert Head.objects.get().position == Entry.objects.count() == 4
    # The numbers of the tables go on from there.
    Subject.objects.create(key=uuid4(), kind="x", name="x", unit="x")
    practice.post(practice.happened("after", date(2019, 5, 1), "ready", 1, place="mae"))
    assert check.faults() == []


def test_a_correction_takes_back_what_it_points_at(practice: Country) -> None:
    where = cell()
    came = lot(where, practice.places["pai"])
    back = came._replace(sign=-1, reverses=1)
    fill(practice, [came, back, lot(where, practice.places["pai"], number=7)])
    assert check.faults() == []
    assert StageGuard.objects.get(cell=where).held == 7


def test_a_stage_that_would_fall_below_nothing_is_refused(practice: Country) -> None:
    where, pai = cell(), practice.places["pai"]
    leaves = lot(where, pai, "building", 6, kind="explained", start_stage="ready", start_place=pai)
    with refused("ledger.below_nothing"):
        fill(practice, [lot(where, pai), leaves])


def test_nobody_named_stands_twice(practice: Country) -> None:
    where, one = cell("founding"), practice.subject("ต.ปาย")
    again = [lot(where, practice.places["pai"], "done", 1, kind="explained", subject=one) for _ in range(2)]
    with refused("ledger.stands_twice"):
        fill(practice, again)


def test_where_a_standing_was_told_nothing_ready_goes_beside_it(practice: Country) -> None:
    practice.post(practice.stands("s", date(2019, 3, 31), ready=5), cycle="2562")
    with refused("ledger.must_be_explained"):
        fill(practice, [lot(cell(), practice.places["pai"])])


def test_a_row_that_breaks_a_key_takes_everything_back(
    practice: Country, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice_bulk, "MANY", 1)
    came = lot(cell(), practice.places["pai"])
    with pytest.raises(IntegrityError), transaction.atomic():
        fill(practice, [came, came])
    assert not Entry.objects.exists()


def test_an_error_half_way_leaves_the_connection_good(practice: Country) -> None:
    rows = [lot(cell(), practice.places["pai"])]
    with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012, SIM117
        with filling(actor=practice.actor, expected=1) as book:
            book.add("half", WHEN, rows)
            raise ZeroDivisionError
    assert not Entry.objects.exists()
    assert check.faults() == []


def test_the_indexes_are_the_same_afterwards(practice: Country, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(practice_bulk, "MANY", 1)
    before = keys_and_indexes()
    fill(practice, [lot(cell(), practice.places["pai"])])
    assert keys_and_indexes() == before


def keys_and_indexes() -> list[dict[str, object]]:
    """Every key, reference and index of the tables that are filled, by name."""
    with connection.cursor() as cursor:
        return [
            dict(connection.introspection.get_constraints(cursor, model._meta.db_table))
            for model in (Entry, Statement, Subject)
        ]


@pytest.mark.parametrize("wrong", ["quantity", "to_place", "known_on"])
def test_the_check_finds_a_move_that_does_not_follow_from_what_was_said(
    practice: Country, wrong: str
) -> None:
    where, pai, key = cell(), practice.places["pai"], str(uuid4())
    came = lot(where, pai)
    moved = came._replace(
        kind="explained", statement=key, quantity=3, start_stage="ready", to_stage="building", start_place=pai
    )
    other = {"quantity": 4, "to_place": practice.places["mae"], "known_on": "2019-04-01"}[wrong]
    told = Told(key, where, pai, DAY, DAY, DAY, "building", 3, Draws.EARLIER, None, False)
    fill(practice, [came, moved._replace(**{wrong: other})], [told])
    assert [fault.code for fault in check.faults()] == ["ledger.rebuild_differs"]


@pytest.mark.parametrize("wrong", ["to_place", "known_on"])
def test_the_check_finds_a_name_that_does_not_stand_where_it_was_said(practice: Country, wrong: str) -> None:
    where, one, key = cell("founding"), practice.subject("ต.ปาย"), str(uuid4())
    pai = practice.places["pai"]
    named = lot(where, pai, "done", 1, kind="explained", statement=key, subject=one)
    other = {"to_place": practice.places["mae"], "known_on": "2019-04-01"}[wrong]
    told = Told(key, where, pai, DAY, DAY, DAY, "done", 1, Draws.ADDS, one, False)
    fill(practice, [named._replace(**{wrong: other})], [told])
    assert [fault.code for fault in check.faults()] == ["ledger.rebuild_differs"]
