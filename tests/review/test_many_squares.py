"""Many squares at once say the same as one by one: kept, changed, cleared, refused, each with its lines."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from tests.review.people import LONG_AGO, People, make_people
from tidtam.audit.models import AuditLine
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role
from tidtam.places.models import Place
from tidtam.review import grid
from tidtam.review.actions import Typed, keep_squares, squares, submit_squares
from tidtam.review.actions.typed import Kept
from tidtam.review.models import Claim, Round
from tidtam.review.words import ClaimState

pytestmark = pytest.mark.django_db
TAMBONS = ("400105", "400106", "400901", "400902", "500101", "500102")


@pytest.fixture
def people(country: None, db: None) -> People:
    made = make_people()
    for code in TAMBONS[:4]:
        place = Place.objects.get(code=code)
        give_role(
            actor=loader_account(), user=made.anong, role=Role.RECORDER, place=place, first_day=LONG_AGO
        )
    return made


@pytest.fixture
def q2(people: People) -> Round:
    return Round.objects.create(
        code="2562-Q2", fiscal_year=2562, name_th="ไตรมาส 2", name_en="Q2",
        first_day=date(2019, 1, 1), last_day=date(2019, 3, 31), due_on=date(2019, 4, 15),
    )  # fmt: skip


def all_of(of_round: Round, number: int | None, seen: int) -> list[Typed]:
    """A number in every square of every tambon, the canal's and another's among them."""
    lines = grid.lines_of(of_round)
    places = [Place.objects.get(code=code) for code in TAMBONS]
    return [Typed(line, place, number, seen) for place in places for line in lines]


def told(kept: list[Kept]) -> dict[tuple[str, str], Any]:
    """What became of each square, whatever the order."""
    return {
        (one.typed.line.code, one.typed.place.code): (
            [problem.text("en") for problem in one.problems],
            one.claim and (one.claim.revision, one.claim.state, one.claim.place_id),
        )
        for one in kept
    }


def in_the_database() -> list[tuple[Any, ...]]:
    fields = (
        "indicator", "place__code", "kind", "pathway", "unit", "cycle", "tree", "state", "revision", "cell",
        "first_day", "last_day", "ladder", "rung", "turn", "made_by", "told_on", "counts__number",
        "counts__stage",
    )  # fmt: skip
    return sorted(Claim.objects.values_list(*fields), key=str)


def lines_of_audit(after: int) -> list[tuple[Any, ...]]:
    lines = AuditLine.objects.filter(pk__gt=after).values_list("action", "actor_id", "detail")
    return sorted(lines, key=str)


def last_line() -> int:
    return AuditLine.objects.latest("pk").pk


def history(people: People, q2: Round) -> list[dict[tuple[str, str], Any]]:
    """Typed, typed again, changed, handed in at one place, changed with a stale revision, cleared."""
    said = [told(keep_squares(actor=people.anong, of_round=q2, typed=all_of(q2, 3, 0)))]
    said.append(told(keep_squares(actor=people.anong, of_round=q2, typed=all_of(q2, 3, 0))))
    said.append(told(keep_squares(actor=people.anong, of_round=q2, typed=all_of(q2, 4, 1))))
    submit_squares(actor=people.anong, of_round=q2, places=[Place.objects.get(code="400901")])
    said.append(told(keep_squares(actor=people.anong, of_round=q2, typed=all_of(q2, 5, 1))))
    said.append(told(keep_squares(actor=people.anong, of_round=q2, typed=all_of(q2, -5, 2))))
    said.append(told(keep_squares(actor=people.anong, of_round=q2, typed=all_of(q2, None, 1))))
    said.append(told(keep_squares(actor=people.anong, of_round=q2, typed=all_of(q2, None, 2))))
    return said


def test_many_at_once_is_the_same_as_one_by_one(
    people: People, q2: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = last_line()
    together = history(people, q2), in_the_database(), lines_of_audit(start)
    assert Claim.objects.filter(state=ClaimState.WITHDRAWN).exists()
    Claim.objects.all().delete()
    start = last_line()
    monkeypatch.setattr(squares, "MANY", 10**6)
    assert together == (history(people, q2), in_the_database(), lines_of_audit(start))


NOT_OFFERED = ("1.2", "1.3", "2.3", "2.5")
"""What no tambon of Khon Kaen is asked: provinces or regions, a canal of Bangkok, milestones."""


def test_few_questions_to_the_database(people: People, q2: Round) -> None:
    mine = [
        one for one in all_of(q2, 3, 0) if one.place.code in TAMBONS[:4] and one.line.code not in NOT_OFFERED
    ]
    with CaptureQueriesContext(connection) as asked:
        kept = keep_squares(actor=people.anong, of_round=q2, typed=mine)
    assert [one.problems for one in kept if one.problems] == []
    assert Claim.objects.count() == len(mine) == 44
    assert len(asked) < len(mine)


def test_a_square_that_comes_twice_is_refused_the_second_time(people: People, q2: Round) -> None:
    mine = [one for one in all_of(q2, 3, 0) if one.place.code == "400105" and one.line.code != "2.3"]
    again = [Typed(one.line, one.place, 8, 0) for one in mine]
    kept = keep_squares(actor=people.anong, of_round=q2, typed=[*mine, *again])
    codes = [problem.code for one in kept for problem in one.problems]
    assert codes == ["review.changed-meanwhile"] * len(mine)
    assert {number for (number,) in Claim.objects.values_list("counts__number")} == {3}


def test_somebody_who_keeps_one_in_the_same_moment_holds_up_no_other(
    people: People, q2: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = [one for one in all_of(q2, 3, 0) if one.place.code in TAMBONS[:4] and one.line.code != "2.3"]

    def too_late(*args: Any, **kwargs: Any) -> None:
        monkeypatch.undo()
        keep_squares(actor=people.anong, of_round=q2, typed=[Typed(mine[0].line, mine[0].place, 9, 0)])
        raise IntegrityError("cell")

    monkeypatch.setattr(Claim.objects, "bulk_create", too_late)
    kept = keep_squares(actor=people.anong, of_round=q2, typed=mine)
    # The other's own write was part of the attempt that was undone, so that all are kept one by one.
    assert [one.problems for one in kept if one.problems] == []
    assert Claim.objects.count() == len(mine)
