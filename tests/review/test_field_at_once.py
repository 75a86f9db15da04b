"""The field at work at the same moment: five tabs, two reviewers, a withdrawal, a database that goes away."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from tests.intake.country import make_country
from tests.review.people import People, make_people
from tidtam.ledger_store.check import faults
from tidtam.ledger_store.models import Entry
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.problems import Refused
from tidtam.programmes import queries as programmes
from tidtam.review import grid, letting_in
from tidtam.review.actions import Typed, approve, keep_squares, reviewing, save, submit, withdraw
from tidtam.review.drafts import Number
from tidtam.review.models import Acceptance, Claim, Round
from tidtam.review.said import Said
from tidtam.review.words import ClaimKind, ClaimState

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2019, 3, 1)
TABS = 5


@pytest.fixture
def people(db: None) -> People:
    make_country()
    return make_people()


def said(number: int = 1) -> Said:
    indicator = programmes.indicator("1.1", 2562)
    assert indicator is not None
    place = Place.objects.get(code="400105")
    return Said(uuid4(), indicator, place, ClaimKind.HAPPENED, DAY, DAY, (Number("done", number),))


def all_at_once(*works: Callable[[], Any]) -> list[Any]:
    """What each gave, or the refusal it met, when all began at one moment in connections of their own."""
    ready = Barrier(len(works))

    def begun(work: Callable[[], Any]) -> Any:
        try:
            ready.wait(30)
            return work()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(begun, works))


def climbed(people: People, claim: Claim) -> Claim:
    """Handed in and approved up to the last rung."""
    submit(actor=people.anong, keys=[claim.key])
    for reviewer in (people.boon, people.dao):
        assert approve(actor=reviewer, keys=[claim.key]).problems == []
    return claim


def test_five_tabs_hand_in_the_same(people: People) -> None:
    same = said()

    def tab() -> None:
        claim = save(actor=people.anong, said=same)
        submit(actor=people.anong, keys=[claim.key])

    assert all_at_once(*[tab] * TABS) == [None] * TABS
    claim = Claim.objects.get()
    assert (claim.state, claim.counts.get().number) == (ClaimState.PROPOSED, 1)


def test_five_type_into_one_square(people: People) -> None:
    of_round = Round.objects.create(
        code="2562-Q2", fiscal_year=2562, name_th="-", name_en="-", first_day=date(2019, 1, 1),
        last_day=date(2019, 3, 31), due_on=date(2019, 4, 15),
    )  # fmt: skip
    (line,) = [one for one in grid.lines_of(of_round) if one.code == "1.1"]
    place = Place.objects.get(code="400105")

    def typed(number: int) -> Callable[[], Any]:
        one = Typed(line, place, number, 0)
        return lambda: keep_squares(actor=people.anong, of_round=of_round, typed=[one])[0]

    kept = all_at_once(*(typed(number) for number in range(1, TABS + 1)))
    (won,) = [one for one in kept if not one.problems]
    assert Claim.objects.get().counts.get().number == won.typed.number
    lost = {problem.code for one in kept for problem in one.problems}
    assert lost <= {"review.changed-meanwhile", "review.try-again"}


def test_two_reviewers_let_the_same_in_once(people: People) -> None:
    other = User.objects.create_user("fai", display_name="ฝ้าย")
    nation = Place.objects.get(code="TH")
    give_role(actor=loader_account(), user=other, role=Role.OWNER, place=nation, tree="admin", first_day=DAY)
    claim = climbed(people, save(actor=people.anong, said=said(3)))
    done = all_at_once(
        *(lambda who=who: approve(actor=who, keys=[claim.key]) for who in (people.ekachai, other))
    )
    assert sorted(len(one.accepted) for one in done) == [0, 1]
    assert Entry.objects.get(statement=str(claim.key)).quantity == 3
    assert Acceptance.objects.filter(claim=claim, rung="headquarters").count() == 1
    assert faults() == []


def test_let_in_or_withdrawn_but_not_both(people: People) -> None:
    claim = climbed(people, save(actor=people.anong, said=said()))
    all_at_once(
        lambda: approve(actor=people.ekachai, keys=[claim.key]),
        lambda: withdraw(actor=people.anong, key=claim.key, reason="บันทึกซ้ำ"),
    )
    claim.refresh_from_db()
    in_the_book = Entry.objects.filter(statement=str(claim.key)).exists()
    assert claim.state == (ClaimState.ACCEPTED if in_the_book else ClaimState.WITHDRAWN)
    assert faults() == []


def _restarted(*_: Any) -> None:
    """As a restart of the server does: it ends the connection, whatever it is doing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


@pytest.mark.postgres
@pytest.mark.parametrize("before", ["_climbed", "_known_today"])
def test_the_database_goes_away_while_letting_in(
    before: str, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = climbed(people, save(actor=people.anong, said=said()))
    # In the midst of it: the entries are written, or the claim is, and nothing is kept yet.
    monkeypatch.setattr(reviewing if before == "_known_today" else letting_in, before, _restarted)
    client = Client(raise_request_exception=False)
    client.force_login(people.ekachai, backend="tidtam.people.signing.NameOrMail")
    answer = client.post(f"/work/claim/{claim.key}/", {"do": "approve", "text": "1"})
    assert answer.status_code == 500
    assert "ระบบทำหน้านี้ไม่สำเร็จ ข้อมูลไม่ได้เปลี่ยน" in answer.content.decode()
    monkeypatch.undo()
    connection.close()
    claim.refresh_from_db()
    assert (claim.state, claim.rung) == (ClaimState.PROPOSED, "headquarters")
    assert not Entry.objects.exists()
    assert not Acceptance.objects.filter(claim=claim, rung="headquarters").exists()
    assert faults() == []
    assert approve(actor=people.ekachai, keys=[claim.key]).accepted == [str(claim.key)]
    assert Entry.objects.get(statement=str(claim.key)).quantity == 1
    assert faults() == []
