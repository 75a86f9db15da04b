"""The whole country, the definitions and the example workbooks, loaded once for all stories of a process."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from django.db import transaction

from tidtam.cli.main import main
from tidtam.intake.actions import import_workbooks
from tidtam.intake.preview import Preview
from tidtam.ledger_store.read import head
from tidtam.people.actions import loader_account
from tidtam.places.actions import load_places
from tidtam.programmes.actions import load_definitions

ROOT = Path(__file__).parents[2]
CODI = ROOT / "definitions" / "codi"
WORKBOOKS = sorted((ROOT / "examples").glob("*.xlsx"))

Run = Callable[..., Result]


def load(paths: Sequence[Path] = WORKBOOKS) -> Preview:
    """Imports workbooks as `tidtam import --commit` does."""
    return import_workbooks(actor=loader_account(), paths=paths, commit=True)


@pytest.fixture(scope="package")
def country(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """All places and definitions and no results; gone again after the last story."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_places(loader_account(), CODI)
        load_definitions(actor=loader_account(), folder=CODI, position=head())
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def results(country: None, django_db_blocker: Any) -> Iterator[None]:
    """The real results of the example workbooks; gone again after a module of stories."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert load().ok
        yield
        transaction.set_rollback(True)


@pytest.fixture
def tidtam() -> Run:
    """Runs a command in English and gives back what it printed and its exit code."""

    def run(*words: object) -> Result:
        result = CliRunner().invoke(main, [*map(str, words), "--lang", "en"])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run
