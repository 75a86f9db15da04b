"""The database itself keeps the book: nothing is changed, deleted, emptied, replaced or numbered by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from tests.ledger_store.country import Country
from tidtam.audit import append_only
from tidtam.ledger_store import check, models, positions
from tidtam.ledger_store.post import Reversal
from tidtam.ledger_store.rows import COLUMNS

pytestmark = pytest.mark.django_db
DAY = date(2019, 3, 31)
ENTRY = models.Entry._meta.db_table


@pytest.fixture
def book(country: Country) -> Country:
    """Three entries, one statement, one withdrawal, two batches."""
    country.post(country.happened("lot", DAY, "ready", 5), country.stands("stood", DAY, ready=8))
    country.post(back=(Reversal("stood", DAY, "a wrong paper"),))
    checked()
    return country


def checked() -> None:
    """PostgreSQL lets no table be changed while references wait to be checked."""
    if connection.vendor == "postgresql":
        run("SET CONSTRAINTS ALL IMMEDIATE")()


def refused(work: Callable[[], object], words: str | None = None) -> None:
    with pytest.raises(IntegrityError, match=words), transaction.atomic():
        work()


def run(sql: str, *values: object) -> Callable[[], None]:
    def work() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)

    return work


def entry(**changes: object) -> tuple[str, list[object]]:
    """An insert of the first entry once more, with some columns changed."""
    row = models.Entry.objects.order_by("position").values(*COLUMNS)[0] | changes
    marks = ", ".join(["%s"] * len(COLUMNS))
    return f"INSERT INTO {ENTRY} ({', '.join(COLUMNS)}) VALUES ({marks})", [row[name] for name in COLUMNS]


@pytest.mark.parametrize("model", [models.Entry, models.Statement, models.Withdrawal, models.Batch])
def test_rows_are_neither_changed_nor_deleted(book: Country, model: type[models.Entry]) -> None:
    table, key = model._meta.db_table, model._meta.pk.column
    assert model.objects.exists()
    refused(run(f"UPDATE {table} SET {key} = {key}"), "only grow")
    refused(run(f"DELETE FROM {table}"), "only grow")
    if connection.vendor == "postgresql":
        refused(run(f"TRUNCATE {table} CASCADE"), "only grow")


@pytest.mark.sqlite
@pytest.mark.parametrize("changes", [
    {"position": 1},  # in place of the first entry
    {"position": None, "reverses_id": 2},  # by the key of what is reversed already
    {"position": None},  # by the partial key: this lot was said already
])  # fmt: skip
def test_an_insert_that_replaces_is_refused(book: Country, changes: dict[str, object]) -> None:
    reversed_ones = set(models.Entry.objects.exclude(reverses=None).values_list("reverses", flat=True))
    if "reverses_id" in changes:
        changes = {**changes, "reverses_id": min(reversed_ones)}
    if changes["position"] is None:
        changes = {**changes, "position": models.Entry.objects.count() + 1}
    sql, values = entry(**changes)
    before = list(models.Entry.objects.order_by("position").values())
    refused(run(sql.replace("INSERT", "INSERT OR REPLACE", 1), *values))
    assert list(models.Entry.objects.order_by("position").values()) == before


@pytest.mark.postgres
def test_an_insert_that_updates_is_refused(book: Country) -> None:
    sql, values = entry(position=1)
    refused(run(f"{sql} ON CONFLICT (position) DO UPDATE SET quantity = 99", *values), "only grow")


@pytest.mark.parametrize("skip", [2, 7, -1])
def test_nobody_chooses_a_position(book: Country, skip: int) -> None:
    position = models.Entry.objects.count() + skip
    sql, values = entry(position=position, statement="other")
    refused(run(sql, *values))


def test_the_next_position_is_taken(book: Country) -> None:
    sql, values = entry(position=models.Entry.objects.count() + 1, statement="other")
    run(sql, *values)()


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"quantity": 0}, "ledger_entry_moves_something"),
        ({"quantity": -5}, "ledger_entry_moves_something"),
        ({"sign": 2}, "ledger_entry_sign"),
        ({"day_first": date(2020, 1, 1)}, "ledger_entry_days_in_order"),
        ({"statement": "lot"}, "ledger_entry_said_once|UNIQUE|only grow"),
    ],
)
def test_an_entry_that_makes_no_sense_is_refused(
    book: Country, changes: dict[str, object], rule: str
) -> None:
    sql, values = entry(position=models.Entry.objects.count() + 1, **{"statement": "other", **changes})
    refused(run(sql, *values), rule)


def test_an_entry_is_reversed_once(book: Country) -> None:
    taken = models.Entry.objects.exclude(reverses=None).values_list("reverses", flat=True).first()
    position = models.Entry.objects.count() + 1
    sql, values = entry(position=position, statement="other", reverses_id=taken)
    refused(run(sql, *values))


def test_no_stage_holds_less_than_nothing(book: Country) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        models.StageGuard.objects.update(held=-1)


def test_a_named_subject_has_one_guard(book: Country) -> None:
    book.post(book.happened("s", DAY, "ready", subject="s1", place="pai"))
    guard = models.SubjectGuard.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        models.SubjectGuard.objects.create(cell=guard.cell, subject=guard.subject, stage="x", place_id=1)


# What `tidtam check` notices


def codes() -> list[str]:
    return [problem.code for problem in check.faults()]


def test_a_sound_book_has_no_faults(book: Country) -> None:
    assert codes() == []


@pytest.mark.parametrize("model", check.GROWING)
def test_a_missing_guard_is_noticed(book: Country, model: type[models.Entry]) -> None:
    append_only.lift_guards(connection, model._meta.db_table)
    assert set(codes()) == {"ledger.guard_missing"}


def test_a_missing_guard_of_positions_is_noticed(book: Country) -> None:
    positions.lift_guard(connection)
    assert codes() == ["ledger.guard_missing"]


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        (f"UPDATE {ENTRY} SET quantity = 6 WHERE position = 1", "ledger.stage_guard_differs"),
        (f"UPDATE {ENTRY} SET position = 40 WHERE position = 4", "ledger.positions_have_gaps"),
        (f"UPDATE {ENTRY} SET sign = -1 WHERE position = 1", "ledger.below_nothing"),
        (
            f"UPDATE {ENTRY} SET day_last = '2019-09-30' WHERE reverses_id IS NOT NULL",
            "ledger.reversal_differs",
        ),
        (
            f"UPDATE {ENTRY} SET statement = 'x' WHERE kind = 'explained' AND sign = 1",
            "ledger.rebuild_differs",
        ),
    ],
)
def test_a_book_changed_behind_the_guards_is_noticed(book: Country, sql: str, code: str) -> None:
    append_only.lift_guards(connection, ENTRY)
    run(sql)()
    checked()
    append_only.put_guards(connection, ENTRY)
    assert code in codes()


def test_guards_that_differ_from_a_recount_are_noticed(book: Country) -> None:
    book.post(book.happened("s", DAY, "ready", subject="s1", place="pai"))
    models.StageGuard.objects.filter(stage="ready").update(held=6)
    models.SubjectGuard.objects.update(stage="completed")
    models.Head.objects.update(position=2)
    assert sorted(codes()) == [
        "ledger.head_differs", "ledger.stage_guard_differs", "ledger.subject_guard_differs",
    ]  # fmt: skip
