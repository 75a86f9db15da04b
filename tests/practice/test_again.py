"""The same seed gives the same rows; what is interrupted or not empty stays as it was."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from tests.practice.making import ASK, CODI, make
from tidtam.intake.actions import import_workbooks
from tidtam.ledger_store.models import Batch, Cell, Entry, Statement, Subject
from tidtam.people.actions import command_account, loader_account
from tidtam.practice.starting_over import take_away
from tidtam.problems import Refused
from tidtam.programmes.actions import load_definitions
from tidtam.programmes.models import Target
from tidtam.review.models import Claim
from tidtam.review.practice import is_practice, mark_as_practice

LAT_PHRAO = Path(__file__).parents[2] / "examples" / "lat-phrao.xlsx"


def why_not(work: Callable[[], object]) -> list[str]:
    """The codes of the problems for which it is refused."""
    with pytest.raises(Refused) as refused:
        work()
    return [problem.code for problem in refused.value.problems]


def everything() -> list[list[tuple[Any, ...]]]:
    """Every row of the book and every claim, with codes for the numbers that a database gives out."""
    entries = Entry.objects.order_by("position").values_list(
        "position", "cell__pathway", "cell__cycle", "kind", "statement", "subject__key", "quantity", "sign",
        "start_stage", "to_stage", "start_place__code", "to_place__code", "from_lot", "day_first", "day_last",
        "known_on", "traced", "reverses",
    )  # fmt: skip
    statements = Statement.objects.order_by("key").values_list(
        "key", "position", "kind", "place__code", "day_first", "day_last", "told_on", "counts", "stage",
        "number", "draws", "subject__key", "evidenced",
    )  # fmt: skip
    claims = Claim.objects.order_by("key").values_list(
        "key", "kind", "state", "indicator", "place__code", "first_day", "last_day", "told_on", "ladder",
        "counts__stage", "counts__number", "corrected_by__key",
    )  # fmt: skip
    made = Batch.objects.filter(key__startswith="practice").order_by("first_position")
    batches = made.values_list("key", "posted_at", "first_position", "last_position")
    subjects = Subject.objects.order_by("key").values_list("key", "kind", "name", "unit", "place__code")
    targets = Target.objects.order_by("indicator", "fiscal_year", "place__code", "revision").values_list(
        "indicator", "fiscal_year", "place__code", "revision", "value", "known_on"
    )
    return [list(rows) for rows in (entries, statements, claims, batches, subjects, targets)]


@pytest.mark.usefixtures("places", "db")
def test_the_same_seed_gives_the_same_rows_and_another_seed_others(tmp_path: Path) -> None:
    small, found = replace(ASK, entries=1_500, claims=60), []
    for number, ask in enumerate((small, small, replace(small, seed=8))):
        with transaction.atomic():
            make(tmp_path / str(number), ask)
            found.append(everything())
            transaction.set_rollback(True)
    assert found[0] == found[1]
    assert found[0][0] != found[2][0]


@pytest.mark.usefixtures("places", "db")
def test_interrupted_it_keeps_nothing(tmp_path: Path) -> None:
    def stop(step: str, done: int, whole: int) -> None:
        if step == "entries" and done > whole // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(tmp_path, replace(ASK, entries=2_000), progress=stop)
    assert not is_practice()
    assert [model.objects.count() for model in (Entry, Claim, Batch, Cell, Target)] == [0, 0, 0, 0, 0]
    assert make(tmp_path, replace(ASK, entries=1_200, claims=0)).claims == 0


@pytest.mark.usefixtures("places", "db")
def test_a_database_with_real_results_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    load_definitions(actor=command_account(), folder=CODI)
    assert import_workbooks(actor=loader_account(), paths=[LAT_PHRAO], commit=True).ok
    before = Entry.objects.count(), Target.objects.count()
    assert why_not(lambda: make(tmp_path)) == ["practice.not_empty"]
    assert why_not(take_away) == ["practice.not_practice"]
    assert (Entry.objects.count(), Target.objects.count()) == before
    assert not is_practice()


@pytest.mark.usefixtures("places", "db")
def test_what_is_marked_already_and_too_few_entries_are_refused(
    tmp_path: Path,
) -> None:
    assert why_not(lambda: make(tmp_path, replace(ASK, entries=999))) == ["practice.too_few"]
    mark_as_practice(actor=command_account())
    assert why_not(lambda: make(tmp_path)) == ["practice.not_empty"]
