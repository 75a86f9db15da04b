"""Any order of what happens to households, takings back and payments keeps stages, money and totals agreed.

After each step the book is held against a recount from nothing, which knows no more than a list of what was
accepted and not taken back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.documents.pictures import jpeg
from tests.housing.conftest import Canal, some_households
from tidtam.housing.actions import (
    Move,
    Planned,
    Shown,
    contract_grant,
    move_households,
    pay_grant,
    propose_grant,
)
from tidtam.housing.grants.money import money_of
from tidtam.housing.models import Household, Project
from tidtam.housing.queries import bands
from tidtam.ledger.figure import Measure
from tidtam.ledger_store import read
from tidtam.ledger_store.check import faults
from tidtam.problems import Refused
from tidtam.programmes import queries as programmes
from tidtam.review.actions import approve, take_back
from tidtam.review.models import Claim
from tidtam.review.words import ClaimState

pytestmark = pytest.mark.django_db
START = date(2019, 1, 1)
STAGES = ("survey", "rights", "ready", "building", "completed")
EXIT = "withdrew"
PHOTO = jpeg((64, 48))
EACH = 14_700_000
PLAN = ((1, "", 0), (2, "building", 50), (1, "completed", 100))
"""Shares of the contract (of four), the stage that each instalment waits for, and by how many per cent."""


@dataclass
class Recount:
    """What was accepted and not taken back: moves of households by claim, and payments."""

    moves: dict[int, tuple[int, str, int]] = field(default_factory=dict)  # claim: household, stage, turn
    paid: list[int] = field(default_factory=list)
    frozen_due: int = 0

    def stands(self) -> dict[int, str]:
        """Where each household stands: the last that was said of it."""
        last = sorted(self.moves.values(), key=lambda move: move[2])
        return {household: stage for household, stage, _ in last}

    def due(self, households: int) -> list[bool]:
        """Which instalments are due."""
        stands = self.stands()
        left = sum(stage == EXIT for stage in stands.values())
        found = []
        for _, stage, share in PLAN:
            rank = STAGES.index(stage) if stage else 0
            reached = sum(one != EXIT and STAGES.index(one) >= rank for one in stands.values())
            wanted = -(-(households - left) * share // 100)
            found.append(not stage or (households > left and reached >= wanted))
        return found


steps = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.integers(0, 2), st.sampled_from((*STAGES, EXIT))),
        st.tuples(st.just("back"), st.integers(0, 9), st.just("")),
        st.tuples(st.just("pay"), st.sampled_from([1, EACH, 2 * EACH]), st.just("")),
    ),
    max_size=9,
)


@contextmanager
def forgotten() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def few(examples: int) -> settings:
    """So many examples; each is too slow to look for a smaller one that fails."""
    return settings(
        max_examples=examples,
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


@few(4)
@given(told=steps)
def test_stages_money_and_totals_agree_with_a_recount(
    canal: Canal, project: Project, told: list[tuple[str, int, str]]
) -> None:
    _agree_all_along(canal, project, told)


@pytest.mark.slow
@few(40)
@given(told=steps)
def test_stages_money_and_totals_agree_at_length(
    canal: Canal, project: Project, told: list[tuple[str, int, str]]
) -> None:
    _agree_all_along(canal, project, told)


def _agree_all_along(canal: Canal, project: Project, told: list[tuple[str, int, str]]) -> None:
    with forgotten():
        some = some_households(canal, project, 3)
        _granted(canal, project, some)
        recount, dues = Recount(), [True, False, False]
        for turn, (what, number, stage) in enumerate(told):
            day = START + timedelta(turn + 2)
            if what == "move":
                _move(canal, project, some[number], stage, day, recount, turn)
            elif what == "back":
                _back(canal, recount, number)
            else:
                _pay(canal, project, number, day, recount)
            dues = _settled(recount, dues)
            _agrees(project, recount, dues)
        assert faults() == []


def _granted(canal: Canal, project: Project, some: list[Household]) -> None:
    parts = {"infrastructure": 5_000_000, "house": 2_500_000, "impact_relief": 7_200_000}
    asked = propose_grant(actor=canal.kamon, project=project, day=START, parts=dict.fromkeys(some, parts))
    assert approve(actor=canal.wanchai, keys=[asked.key]).accepted
    part = len(some) * EACH // 4
    plan = [Planned(satang=times * part, stage=stage, share=share or 100) for times, stage, share in PLAN]
    contract = contract_grant(actor=canal.kamon, project=project, day=START, plan=plan)
    assert approve(actor=canal.wanchai, keys=[contract.key]).accepted


def _move(
    canal: Canal, project: Project, one: Household, stage: str, day: date, recount: Recount, turn: int
) -> None:
    claim = move_households(
        actor=canal.kamon, project=project, moves=[Move(one, stage)], day=day, evidence=[Shown(PHOTO)]
    )
    accepted = bool(approve(actor=canal.boonsri, keys=[claim.key]).accepted)
    before = recount.stands().get(one.pk)
    sound = stage != EXIT if before is None else before != EXIT and before != stage
    if before in STAGES and stage in STAGES:
        sound = STAGES.index(stage) > STAGES.index(before)
    assert accepted == sound
    if accepted:
        recount.moves[claim.pk] = (one.pk, stage, turn)


def _back(canal: Canal, recount: Recount, number: int) -> None:
    if not recount.moves:
        return
    chosen = sorted(recount.moves)[number % len(recount.moves)]
    try:
        take_back(actor=canal.boonsri, keys=[Claim.objects.get(pk=chosen).key], reason="ผิด")
    except Refused:  # a later step rests on it: an exit without anything before it is none
        return
    del recount.moves[chosen]


def _pay(canal: Canal, project: Project, satang: int, day: date, recount: Recount) -> None:
    there = money_of([project])[project.pk].here["due"]
    try:
        claim = pay_grant(
            actor=canal.kamon, project=project, day=day, satang=satang, voucher=f"บค. {uuid4()}"
        )
    except Refused:
        assert satang > there
        return
    assert approve(actor=canal.wanchai, keys=[claim.key]).accepted
    recount.paid.append(satang)


def _settled(recount: Recount, before: list[bool]) -> list[bool]:
    """An instalment whose condition fell away stays due where its money was paid already."""
    sums = [times * 3 * EACH // 4 for times, _, _ in PLAN]
    now = recount.due(3)
    payable = sum(sum_ for sum_, due in zip(sums, before, strict=True) if due) - sum(recount.paid)
    found = []
    for sum_, was, holds in zip(sums, before, now, strict=True):
        if was and not holds and sum_ <= payable:
            payable -= sum_
            found.append(False)
        else:
            found.append(was or holds)
    return found


def _agrees(project: Project, recount: Recount, dues: list[bool]) -> None:
    stands = Counter(recount.stands().values())
    band = bands([project])[project.pk]
    assert {step.stage.code: step.number for step in band.steps if step.number} == dict(stands)
    pathway = programmes.pathway("canal")
    moment = read.Moment(date(2019, 12, 31))
    for rank, stage in enumerate(STAGES):
        line = read.figures([read.Ask(pathway, "", stage, Measure.STANDING, moment)])[0]
        assert (line.number or 0) == sum(stands[later] for later in STAGES[rank:])
    money = money_of([project])[project.pk]
    sums = [times * 3 * EACH // 4 for times, _, _ in PLAN]
    assert money.of("approved") == money.of("contracted") == sum(sums)
    assert money.of("due") == sum(sum_ for sum_, due in zip(sums, dues, strict=True) if due)
    assert money.of("paid") == sum(recount.paid)
    assert Claim.objects.filter(state=ClaimState.TAKEN_BACK, pk__in=recount.moves).count() == 0
