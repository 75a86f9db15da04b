"""The same claims give the same figures in every order of loading, and loading again changes nothing."""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from django.db import transaction

from tests.stories.asking import Answer, looked_back
from tests.stories.conftest import WORKBOOKS, Run, load
from tidtam.intake.lookups import Lookups
from tidtam.intake.reading import no_progress, read_file
from tidtam.ledger_store.check import faults
from tidtam.ledger_store.models import Entry
from tidtam.people.actions import loader_account
from tidtam.review import actions as review
from tidtam.review.drafts import Draft

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]

SEED = 2562
Thing = TypeVar("Thing")


@pytest.fixture(scope="module")
def expected(country: None, django_db_blocker: object) -> list[Answer]:
    """The answers after all workbooks were loaded at once, in the order of their names."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        assert load().ok
        answers = looked_back()
        transaction.set_rollback(True)
    return answers


def differing(expected: Sequence[Answer]) -> Iterator[str]:
    """What another order made different, as one line each."""
    for before, after in zip(expected, looked_back(), strict=True):
        for part in before:
            if before[part] != after[part]:
                yield f"{before['as_of']} {before['place']['code']} {part}: {before[part]} / {after[part]}"


def one_by_one(claims: Iterable[Draft]) -> None:
    for claim in claims:
        proposed = review.propose(actor=loader_account(), claims=[claim])
        review.accept(actor=loader_account(), claims=list(proposed.claims.values()))


def claims_of(paths: Iterable[Path]) -> list[Draft]:
    lookups = Lookups()
    return [made.draft for path in paths for made in read_file(path, lookups, no_progress).made]


def shuffled(things: Sequence[Thing], seed: int) -> list[Thing]:
    """In an order that a seed stands for, so that it can be had again."""
    return random.Random(seed).sample(things, len(things))


def test_the_workbooks_in_any_order(expected: list[Answer]) -> None:
    for path in shuffled(WORKBOOKS, SEED):
        assert load([path]).ok
    assert list(differing(expected)) == []
    assert faults() == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_the_workbooks_in_ten_more_orders(expected: list[Answer], seed: int) -> None:
    for path in shuffled(WORKBOOKS, seed):
        assert load([path]).ok
    assert list(differing(expected)) == []


def test_one_claim_at_a_time_in_any_order(expected: list[Answer]) -> None:
    one_by_one(shuffled(claims_of(WORKBOOKS), SEED))
    assert list(differing(expected)) == []
    assert faults() == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_one_claim_at_a_time_in_ten_more_orders(expected: list[Answer], seed: int) -> None:
    one_by_one(shuffled(claims_of(WORKBOOKS), seed))
    assert list(differing(expected)) == []


def test_loading_again_changes_nothing_and_says_so(tidtam: Run, expected: list[Answer]) -> None:
    assert load().ok
    entries = Entry.objects.count()
    for path in WORKBOOKS:
        again = tidtam("import", path, "--commit")
        assert again.exit_code == 0
        assert "nothing was changed" in again.stdout
    every = tidtam("import", *WORKBOOKS, "--commit", "--json")
    assert {claim["state"] for claim in json.loads(every.stdout)["claims"]} == {"repeated"}
    assert Entry.objects.count() == entries
    assert list(differing(expected)) == []
