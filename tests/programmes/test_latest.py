"""Definitions in memory: read once, until they are loaded anew, by this process or another."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.programmes.conftest import Write
from tidtam.people.models import User
from tidtam.places.looked import looked_at_once
from tidtam.places.models import Place
from tidtam.programmes import queries
from tidtam.programmes.actions import load_definitions

LOAD = """
import sys; from pathlib import Path
import django; django.setup()
from tidtam.people.actions import loader_account
from tidtam.programmes.actions import load_definitions
assert load_definitions(actor=loader_account(), folder=Path(sys.argv[1])).changed == 1
"""


def name_of_line() -> str:
    return queries.lines(2562)[0].name_th


@pytest.mark.django_db(transaction=True)
def test_what_another_process_loads_is_there_on_the_next_page(
    places: dict[str, Place], actor: User, folder: Path, change: Write, process_environment: dict[str, str]
) -> None:
    load_definitions(actor=actor, folder=folder)
    before = name_of_line()
    change("indicators/lines.toml", before, f"{before} ใหม่")
    with looked_at_once():
        assert name_of_line() == before
        subprocess.run([sys.executable, "-c", LOAD, str(folder)], env=process_environment, check=True)
        assert name_of_line() == before  # a page is of one moment
    with looked_at_once():
        assert name_of_line() == f"{before} ใหม่"
    assert name_of_line() == f"{before} ใหม่"


@pytest.mark.django_db
def test_a_page_looks_once_and_reads_nothing_that_it_knows(
    places: dict[str, Place], actor: User, folder: Path
) -> None:
    load_definitions(actor=actor, folder=folder)

    def ask_all() -> None:
        assert queries.lines(2562)
        assert queries.pathways()
        assert queries.ladders()

    with looked_at_once():
        ask_all()
    with looked_at_once(), CaptureQueriesContext(connection) as asked:
        ask_all()
        ask_all()
    assert len(asked) == 1


@pytest.mark.django_db
def test_what_is_given_out_may_be_changed_without_harm(
    places: dict[str, Place], actor: User, folder: Path
) -> None:
    load_definitions(actor=actor, folder=folder)
    lines = queries.lines(2562)
    queries.lines(2562).clear()
    queries.pathways().clear()
    queries.ladders().clear()
    assert queries.lines(2562) == lines
    assert queries.pathways()
    assert queries.ladders()
