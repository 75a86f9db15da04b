"""Several processes post to the same stages at once: nothing is lost, nothing is counted twice."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from itertools import chain
from typing import Any

import pytest
from django.db import connection

from tests.ledger.sayings import CANAL, FOUNDING
from tests.ledger_store.country import Country, make_country
from tests.ledger_store.poster import ADDED
from tidtam.ledger.figure import Measure
from tidtam.ledger_store import check, models
from tidtam.ledger_store.read import Ask, Moment, Scope, figures

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
ROUNDS = 6
LOT = 20  # fewer than are drawn from it


@pytest.fixture
def processes() -> int:
    """Eight on PostgreSQL, four on SQLite, which has one writer at a time."""
    return 8 if connection.vendor == "postgresql" else 4


def run(processes: int, environment: dict[str, str], order: dict[str, Any]) -> list[dict[str, Any]]:
    """Start them, let them begin at the same moment, and collect what each says."""
    order |= {"start": time.time() + 6, "rounds": ROUNDS}
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.ledger_store.poster"],
            env=environment,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(processes)
    ]
    for number, process in enumerate(started):
        assert process.stdin is not None
        process.stdin.write(json.dumps(order | {"number": number}))
        process.stdin.close()
        process.stdin = None
    told = []
    for process in started:
        out, errors = process.communicate(timeout=240)
        assert process.returncode == 0, errors
        told.append(json.loads(out))
    return told


def number(country: Country, cycle: str, stage: str, place: str) -> int | None:
    scope = Scope(country.places[place])
    return figures([Ask(CANAL, cycle, stage, Measure.STANDING, Moment(ADDED), scope)])[0].number


def test_conservation_and_counted_once(processes: int, process_environment: dict[str, str]) -> None:
    country = make_country()
    lot = country.happened("lot", ADDED, "done", LOT)
    country.post(lot, pathway="founding", unit="tambon")
    own = [country.subject(f"own {n}") for n in range(processes * ROUNDS)]
    same = [country.subject(f"same {n}") for n in range(ROUNDS)]
    order = {
        "places": country.places, "actor": country.actor.pk, "subjects": {"own": own, "same": same},
    }  # fmt: skip
    told = run(processes, process_environment, order)
    let_in = list(chain.from_iterable(one["let_in"] for one in told))
    refused = {key: codes for one in told for key, codes in one["refused"].items()}

    def came(kind: str) -> int:
        return sum(key.startswith(f"{kind} ") for key in let_in)

    all_of_them = processes * ROUNDS
    assert (came("adds"), came("stands")) == (all_of_them, all_of_them)
    assert (came("draws"), came("same")) == (min(LOT, all_of_them), ROUNDS)
    assert (came("shared"), came("batch")) == (ROUNDS, ROUNDS)
    assert {codes[0] for codes in refused.values()} == {"ledger.not_enough", "ledger.counted_twice"}
    assert number(country, "", "ready", "south") == ROUNDS * (7 + 100)
    whole = 10 * all_of_them + 9 * all_of_them
    assert number(country, "", "ready", "nation") == whole + ROUNDS * (7 + 100)
    assert number(country, "2562", "building", "mae") == ROUNDS
    founded = figures([Ask(FOUNDING, "", "done", Measure.STANDING, Moment(ADDED))])[0]
    assert founded.number == LOT
    positions = models.Entry.objects.order_by("position").values_list("position", flat=True)
    assert list(positions) == list(range(1, len(positions) + 1))
    assert check.faults() == []
