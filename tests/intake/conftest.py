"""A small country that a module's tests share, and the way in for a workbook."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from tests.intake import books
from tests.intake.country import make_country
from tidtam.intake.actions import import_workbooks
from tidtam.intake.preview import Preview
from tidtam.people.actions import loader_account

Import = Callable[..., Preview]


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The country, made once for a module and taken away after it; each test rolls back its own part."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_country()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def load(country: None, db: None, tmp_path: Path) -> Import:
    """Imports rows as a workbook, with `commit` unless told otherwise."""

    def run(
        results: Sequence[books.Line],
        sources: Sequence[books.Line] = (books.SEED,),
        *,
        commit: bool = True,
        name: str = "ผล.xlsx",
        **more: Any,
    ) -> Preview:
        path = books.write(tmp_path / name, results, sources, **more)
        return import_workbooks(actor=loader_account(), paths=[path], commit=commit)

    return run
