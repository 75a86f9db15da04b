"""How many questions the daily work asks the database: few, and as many for a hundred claims as for three."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.intake.country import make_country
from tests.review.people import People, make_people
from tidtam.audit.models import AuditLine
from tidtam.people.models import User
from tidtam.places.models import Edition, Kind, Place
from tidtam.review.actions import Typed, keep_squares, submit_squares
from tidtam.review.actions.calendar import make_rounds
from tidtam.review.grid import lines_at, lines_of
from tidtam.review.models import Acceptance, Claim, Round

pytestmark = pytest.mark.django_db
BAN_PET = "400105"
SAVE, CHANGE, HAND_IN, LIST, ACCEPT = 15, 17, 19, 9, 17
"""The most that each may ask: savepoints, and BEGIN and COMMIT inside the test's transaction, among them.

A question more for each request costs an office with 200 recorders a twentieth of its machine; think twice
before one of these numbers goes up (docs/decisions/0064-daily-work-asks-little.md).
"""


@pytest.fixture
def people(db: None) -> People:
    make_country()
    Edition.objects.create(register="a small country")
    return make_people()


@pytest.fixture
def rounds(people: People) -> list[Round]:
    return make_rounds(actor=people.ekachai, fiscal_year=2562)[:3]


def visitor(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="tidtam.people.signing.NameOrMail")
    return client


def asked(ask: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as questions:
        ask()
    return len(questions)


def codes(of_round: Round, at: Place) -> list[str]:
    return [line.code for line in lines_at(of_round, lines_of(of_round), {at.pk: Kind.TAMBON})[at.pk]]


def save(client: Client, of_round: Round, line: str, number: int = 5, seen: str = "0:") -> None:
    square = f"{line}|{BAN_PET}"
    told = client.post(f"/grid/{of_round.code}/square/", {f"n|{square}": str(number), f"s|{square}": seen})
    assert told.json()["squares"][0]["problems"] == []


def waiting(people: People, of_round: Round, number: int) -> None:
    """So many claims of a round handed in."""
    at = Place.objects.get(code=BAN_PET)
    lines = {line.code: line for line in lines_of(of_round)}
    typed = [Typed(lines[code], at, 5, 0) for code in codes(of_round, at)[:number]]
    assert len(typed) == number
    keep_squares(actor=people.anong, of_round=of_round, typed=typed)
    submit_squares(actor=people.anong, of_round=of_round, places=[at])


def test_a_number_is_saved_with_few_questions(people: People, rounds: list[Round]) -> None:
    anong, of_round = visitor(people.anong), rounds[0]
    first, second = codes(of_round, Place.objects.get(code=BAN_PET))[:2]
    save(anong, of_round, first)  # what is kept in memory is read once
    assert asked(lambda: save(anong, of_round, second)) <= SAVE
    assert Claim.objects.count() == 2
    assert AuditLine.objects.filter(action="claim.drafted").count() == 2


def test_a_number_is_changed_with_few_questions(people: People, rounds: list[Round]) -> None:
    anong, of_round = visitor(people.anong), rounds[0]
    line = codes(of_round, Place.objects.get(code=BAN_PET))[0]
    save(anong, of_round, line)
    assert asked(lambda: save(anong, of_round, line, 6, "1:5")) <= CHANGE
    assert Claim.objects.get().counts.get().number == 6


def test_handing_in_asks_the_same_for_many_numbers(people: People, rounds: list[Round]) -> None:
    anong, at = visitor(people.anong), Place.objects.get(code=BAN_PET)
    questions = []
    for of_round, number in zip(rounds, (1, 1, 8), strict=True):
        for line in codes(of_round, at)[:number]:
            save(anong, of_round, line)
        address = f"/grid/{of_round.code}/"
        questions.append(asked(partial(anong.post, address, {"hand_in": "1"})))
        assert Claim.objects.filter(round=of_round, state="proposed").count() == number
    assert questions[1] == questions[2] <= HAND_IN


def test_the_list_and_accepting_ask_the_same_for_many_claims(people: People, rounds: list[Round]) -> None:
    boon, lists, accepts = visitor(people.boon), [], []
    for of_round, number in zip(rounds, (1, 1, 8), strict=True):
        waiting(people, of_round, number)
        lists.append(asked(partial(boon.get, "/work/review/")))
        page = boon.get("/work/review/").content.decode()
        keys = re.findall(r'name="key" value="([^"]+)"', page)
        assert len(keys) == number
        accepts.append(asked(partial(boon.post, "/work/review/", {"key": keys})))
    assert lists[1] == lists[2] <= LIST
    assert accepts[1] == accepts[2] <= ACCEPT
    assert Acceptance.objects.count() == 10
