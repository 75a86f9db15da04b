"""Any order of papers, namings out of the lot, moves and takings back agrees with a recount from nothing.

The recount knows the figures of the papers and a list of what was accepted of each household: a naming
changes no total; a move counts from its day until the next paper, which has counted it already.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.pictures import jpeg
from tests.housing.conftest import Canal, some_households
from tests.housing.test_money_properties import few, forgotten
from tests.housing.test_naming import LOTS, MARCH, PAPERS, totals, traced
from tidtam.housing.actions import Move, Shown, move_households
from tidtam.housing.models import Household, Project
from tidtam.housing.queries import bands
from tidtam.intake.actions import import_workbooks
from tidtam.ledger_store.check import faults
from tidtam.people.actions import loader_account
from tidtam.problems import Refused
from tidtam.review.actions import approve, take_back
from tidtam.review.models import Claim

pytestmark = pytest.mark.django_db
STAGES = ("ready", "building", "completed")
MAY = date(2019, 5, 2)
SAID = {  # at or beyond each stage, by the two papers (Lat Phrao canal, 31 March and 19 September 2562)
    MARCH: {"ready": 3084, "building": 2722, "completed": 2068},
    date(2019, 9, 19): {"ready": 3271, "building": 2873, "completed": 2184},
}
ASKED = (MARCH, MAY, date(2019, 6, 30), date(2019, 9, 18), date(2019, 9, 19))
PHOTO = jpeg((64, 48))

steps = st.lists(
    st.one_of(
        st.tuples(st.just("name"), st.integers(0, 3), st.sampled_from(STAGES)),
        st.tuples(st.just("move"), st.integers(0, 3), st.sampled_from(STAGES[1:])),
        st.tuples(st.just("back"), st.integers(0, 9), st.just("")),
        st.tuples(st.just("paper"), st.just(0), st.just("")),
    ),
    min_size=2,
    max_size=8,
)


@dataclass
class Recount:
    """What holds of each household, by claim: where it came to, on which day."""

    facts: dict[int, tuple[int, str, date]] = field(default_factory=dict)

    def path(self, household: int) -> list[tuple[str, date]]:
        """The stages of a household with their days, in their order."""
        mine = [(stage, day) for who, stage, day in self.facts.values() if who == household]
        return sorted(mine, key=lambda fact: (fact[1], STAGES.index(fact[0])))

    def stands(self) -> dict[int, str]:
        """Where each household stands in the end."""
        return {who: self.path(who)[-1][0] for who in {who for who, _, _ in self.facts.values()}}

    def total(self, stage: str, on: date) -> int:
        """At or beyond a stage on a day: the last paper, and what moved since."""
        paper = max(day for day in SAID if day <= on)
        rank, since = STAGES.index(stage), 0
        for who in self.stands():
            before = -1
            for reached, day in self.path(who):
                crosses = before < rank <= STAGES.index(reached)
                named = day == MARCH  # the lot of that day holds it already
                since += crosses and not named and paper < day <= on
                before = STAGES.index(reached)
        return SAID[paper][stage] + since


@few(3)
@given(told=steps)
def test_papers_namings_moves_and_takings_back_agree_with_a_recount(
    canal: Canal, project: Project, told: list[tuple[str, int, str]]
) -> None:
    _agree(canal, project, told)


@pytest.mark.slow
@few(30)
@given(told=steps)
def test_they_agree_at_length(canal: Canal, project: Project, told: list[tuple[str, int, str]]) -> None:
    _agree(canal, project, told)


def _agree(canal: Canal, project: Project, told: list[tuple[str, int, str]]) -> None:
    with forgotten():
        assert import_workbooks(actor=loader_account(), paths=PAPERS[1:], commit=True).ok
        some, recount, papers = some_households(canal, project, 4), Recount(), False
        for turn, (what, number, stage) in enumerate(told):
            if what == "paper" and not papers:
                papers = import_workbooks(actor=loader_account(), paths=PAPERS[:1], commit=True).ok
            elif what == "back":
                _back(canal, recount, number)
            elif what in ("name", "move"):
                _tell(canal, project, some[number], stage, what == "name", turn, recount)
            _agrees(canal, project, recount, papers=papers)
        assert faults() == []


def _tell(
    canal: Canal, project: Project, one: Household, stage: str, naming: bool, turn: int, recount: Recount
) -> None:
    """A naming of one who has no name in the book yet, or a step forward of one who has."""
    before = recount.stands().get(one.pk)
    ahead = before is not None and STAGES.index(stage) > STAGES.index(before)
    if naming != (before is None) or (not naming and not ahead):
        return
    day = MARCH if naming else MAY + timedelta(turn)
    claim = move_households(
        actor=canal.kamon, project=project, day=day, evidence=[Shown(PHOTO)],
        moves=[Move(one, stage, from_lot=naming)],
    )  # fmt: skip
    done = approve(actor=canal.boonsri, keys=[claim.key])
    assert (done.problems, done.accepted) == ([], [str(claim.key)])
    recount.facts[claim.pk] = (one.pk, stage, day)


def _back(canal: Canal, recount: Recount, number: int) -> None:
    if not recount.facts:
        return
    chosen = sorted(recount.facts)[number % len(recount.facts)]
    try:
        take_back(actor=canal.boonsri, keys=[Claim.objects.get(pk=chosen).key], reason="ผิดราย")
    except Refused:
        return
    del recount.facts[chosen]


def _agrees(canal: Canal, project: Project, recount: Recount, *, papers: bool) -> None:
    stands = recount.stands()
    band = {step.stage.code: step.number for step in bands([project])[project.pk].steps if step.number}
    assert band == dict(Counter(stands.values()))
    days = [day for day in ASKED if papers or day < date(2019, 9, 18)]
    found = totals(canal, days)
    for day in days:
        for stage in LOTS:
            wanted = recount.total(stage, day)
            assert found[day, None, stage] == found[day, canal.place.pk, stage] == (wanted, None)
    assert traced(canal, MARCH)[0] == sum(any(day == MARCH for _, day in recount.path(who)) for who in stands)
