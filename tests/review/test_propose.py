"""A claim is kept once, whatever file it comes in; a held one waits for its answer."""

from dataclasses import replace
from datetime import date

import pytest

from tests.review.conftest import Make
from tidtam.audit.models import AuditLine
from tidtam.people.actions import loader_account
from tidtam.review.actions import propose
from tidtam.review.drafts import Answer, Draft, Origin, Paper
from tidtam.review.models import Claim, SourcePaper
from tidtam.review.outcomes import Proposed
from tidtam.review.words import ClaimState, DrawsFrom

pytestmark = pytest.mark.django_db
MARCH = date(2019, 3, 31)


def _propose(*drafts: Draft) -> Proposed:
    return propose(actor=loader_account(), claims=drafts)


def test_a_claim_is_kept_with_its_numbers_its_paper_and_who_loaded_it(standing: Make) -> None:
    _propose(standing(MARCH, completed=2068, building=2722, ready=3084))
    claim = Claim.objects.get()
    assert [(n.stage, n.number) for n in claim.counts.all()] == [
        ("completed", 2068),
        ("building", 2722),
        ("ready", 3084),
    ]
    assert claim.paper.published == claim.told_on == MARCH
    assert claim.state == ClaimState.PROPOSED
    assert claim.made_by == loader_account()
    assert AuditLine.objects.filter(action="claim.proposed").count() == 1


def test_the_same_claim_again_changes_nothing_and_says_so(standing: Make) -> None:
    draft = standing(MARCH, ready=3084)
    lines = AuditLine.objects.count()
    assert _propose(draft).new == [str(draft.key)]
    again = _propose(replace(draft, note="another note", origin=Origin("other.xlsx", "ผล", (9,))))
    assert (again.new, again.repeated) == ([], [str(draft.key)])
    assert Claim.objects.count() == SourcePaper.objects.count() == 1
    assert AuditLine.objects.count() == lines + 1


@pytest.mark.parametrize(
    "change",
    [
        {"last_day": date(2019, 4, 1)},
        {"indicator": "prem"},
        {"paper": Paper("another paper", MARCH)},
        {"place_code": "10"},
        {"subject": "somebody"},
    ],
)
def test_what_says_something_else_is_another_claim(standing: Make, change: dict[str, object]) -> None:
    draft = standing(MARCH, ready=3084)
    assert replace(draft, **change).key != draft.key  # type: ignore[arg-type]


def test_the_order_of_its_counts_does_not_make_another_claim(standing: Make) -> None:
    assert standing(MARCH, ready=3, building=2).key == standing(MARCH, building=2, ready=3).key


def test_a_claim_whose_source_of_subjects_is_not_known_is_held_until_it_is(happening: Make) -> None:
    unknown = Answer(draws=DrawsFrom.UNKNOWN)
    held = _propose(happening(5, MARCH, place="4001", answer=unknown))
    assert [problem.code for problem in held.problems] == ["review.draws-unknown"]
    assert Claim.objects.get().state == ClaimState.HELD

    still = _propose(happening(5, MARCH, place="4001", answer=unknown))
    assert [problem.code for problem in still.problems] == ["review.draws-unknown"]

    answered = _propose(happening(5, MARCH, place="4001"))
    assert (len(answered.answered), answered.problems) == (1, [])
    claim = Claim.objects.get()
    assert (claim.state, claim.draws) == (ClaimState.PROPOSED, DrawsFrom.ADDS)


def test_one_paper_for_all_that_it_says(standing: Make) -> None:
    april = date(2019, 4, 23)
    _propose(standing(MARCH, told=april, ready=3084), standing(date(2018, 5, 31), told=april, ready=2635))
    assert SourcePaper.objects.count() == 1
