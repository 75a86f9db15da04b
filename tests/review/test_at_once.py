"""Two people say the same at the same moment: the second waits and changes nothing that was accepted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from threading import Event, Thread
from time import sleep

import pytest
from django.db import connection, transaction

from tests.intake.country import make_country
from tidtam.ledger_store.check import faults
from tidtam.ledger_store.models import Statement
from tidtam.people.actions import loader_account
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.review.actions import accept, propose
from tidtam.review.drafts import Answer, Draft, Number, Paper
from tidtam.review.models import Acceptance, Claim
from tidtam.review.outcomes import Accepted, Proposed
from tidtam.review.words import ClaimKind, ClaimState, IfItFalls

pytestmark = pytest.mark.django_db(transaction=True)
MARCH, JUNE, SEPTEMBER = date(2019, 3, 31), date(2019, 6, 30), date(2019, 9, 30)
A_MOMENT = 0.5  # long enough for the other one to come and wait


@pytest.fixture
def somsri(db: None) -> User:
    return User.objects.create(username="somsri", display_name="สมศรี")


@pytest.fixture
def country(db: None) -> None:
    make_country()


def standing(day: date, number: int, *, told: date | None = None, falls: str = "ask") -> Draft:
    canal = Place.objects.get(code="canal:lat-phrao")
    return Draft(
        kind=ClaimKind.STANDS, indicator="2.3", pathway="canal", unit="household", cycle="", place=canal.pk,
        place_code=canal.code, tree="canal", first_day=day, last_day=day, counts=(Number("ready", number),),
        paper=Paper(f"paper of {told or day}", told or day), answer=Answer(if_it_falls=IfItFalls(falls)),
    )  # fmt: skip


def load(actor: User, *drafts: Draft) -> tuple[Proposed, Accepted]:
    with transaction.atomic():
        proposed = propose(actor=actor, claims=drafts)
        return proposed, accept(actor=actor, claims=proposed.claims.values())


def while_it_is_open(work: Callable[[], object], other: Callable[[], None]) -> None:
    """Does `other` after `work` was done in another connection and before that was committed."""
    done = Event()

    def first() -> None:
        try:
            with transaction.atomic():
                work()
                done.set()
                sleep(A_MOMENT)
        finally:
            connection.close()

    thread = Thread(target=first)
    thread.start()
    assert done.wait(60)
    try:
        other()
    finally:
        thread.join()


def test_two_people_propose_the_same_at_once(country: None, somsri: User) -> None:
    first, both = standing(MARCH, 3084), [standing(MARCH, 3084), standing(JUNE, 3100)]
    kept: list[Proposed] = []
    while_it_is_open(
        lambda: propose(actor=loader_account(), claims=[first]),
        lambda: kept.append(propose(actor=somsri, claims=both)),
    )
    assert (kept[0].new, kept[0].repeated) == ([str(both[1].key)], [str(first.key)])
    assert list(kept[0].claims) == [str(draft.key) for draft in both]
    assert {claim.made_by.username for claim in Claim.objects.filter(key=first.key)} != {"somsri"}
    assert Claim.objects.count() == 2


@pytest.mark.parametrize("there", [True, False])
def test_what_one_accepts_another_answer_does_not_take_out(country: None, somsri: User, there: bool) -> None:
    draft = standing(MARCH, 3084)
    if there:
        propose(actor=somsri, claims=[draft])
    kept: list[Proposed] = []
    other_answer = replace(draft, answer=Answer(if_it_falls=IfItFalls.CORRECTS))
    while_it_is_open(
        lambda: load(loader_account(), draft),
        lambda: kept.append(load(somsri, other_answer)[0]),
    )
    assert Claim.objects.get().state == ClaimState.ACCEPTED
    assert Claim.objects.get().if_it_falls == IfItFalls.ASK
    assert Acceptance.objects.count() == 1
    assert [problem.code for problem in kept[0].problems] == ["review.other-answer"]
    assert faults() == []


def test_two_corrections_take_a_standing_back_once(country: None, somsri: User) -> None:
    load(somsri, standing(MARCH, 3084))
    one, other = standing(JUNE, 3000, falls="corrects"), standing(SEPTEMBER, 3010, falls="corrects")
    accepted: list[Accepted] = []
    while_it_is_open(
        lambda: load(loader_account(), one),
        lambda: accepted.append(load(somsri, other)[1]),
    )
    assert accepted[0].corrected == ()
    march = Claim.objects.get(last_day=MARCH)
    assert march.corrected_by == Claim.objects.get(last_day=JUNE)
    assert Statement.objects.get(key=str(march.key)).withdrawals.count() == 1
    assert faults() == []
