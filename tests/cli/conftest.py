"""The command line run inside the test, on a small country with the results of Lat Phrao."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from django.db import transaction

from tests.intake import books
from tests.intake.country import make_country
from tidtam.cli.main import main

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The country, made once for a module and taken away after it; each test rolls back its own part."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_country()
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


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The standing of Lat Phrao on 31 March 2562 as a workbook."""
    return books.write(tmp_path / "ผล.xlsx", books.lat_phrao())


@pytest.fixture
def loaded(country: None, db: None, tidtam: Run, workbook: Path) -> None:
    """The same workbook imported."""
    assert tidtam("import", workbook, "--commit").exit_code == 0
