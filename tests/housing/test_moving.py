"""What happens to households moves the band of their project, the place and the line, at once."""

from datetime import date

import pytest

from tests.documents.pictures import jpeg
from tests.housing.conftest import Canal, some_households
from tidtam.housing.actions import Move, Shown, add_project, move_households, move_project
from tidtam.housing.actions.projects import NewProject
from tidtam.housing.models import Household, Project
from tidtam.housing.queries import Wanted, bands, households, stages_of_households, stages_of_projects
from tidtam.ledger.figure import Measure
from tidtam.ledger_store import read
from tidtam.ledger_store.check import faults
from tidtam.problems import Refused
from tidtam.programmes import queries as programmes
from tidtam.review.actions import approve, take_back
from tidtam.review.models import Claim
from tidtam.review.words import ClaimState

DAY = date(2019, 1, 15)
pytestmark = pytest.mark.django_db


def moved(canal: Canal, project: Project, some: list[Household], stage: str, day: date = DAY) -> Claim:
    """Told by Kamon, let in by Boonsri."""
    claim = move_households(
        actor=canal.kamon,
        project=project,
        moves=[Move(one, stage) for one in some],
        day=day,
        evidence=[Shown(jpeg(), "รูป.jpg")] if stage in ("building", "completed") else [],
    )
    done = approve(actor=canal.boonsri, keys=[claim.key])
    assert (done.problems, done.accepted) == ([], [str(claim.key)])
    return claim


def band(project: Project) -> dict[str, int]:
    return {step.stage.code: step.number for step in bands([project])[project.pk].steps if step.number}


def line(stage: str = "ready", place: int | None = None) -> int | None:
    """What line 2.3 counts."""
    scope = read.Scope(place, "canal") if place else read.NATION
    moment = read.Moment(date(2019, 12, 31))
    ask = read.Ask(programmes.pathway("canal"), "", stage, Measure.STANDING, moment, scope)
    return read.figures([ask])[0].number


def test_one_event_moves_household_project_place_and_line(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 5)
    assert band(project) == {}
    assert line() is None
    moved(canal, project, some, "rights")
    moved(canal, project, some[:3], "ready")
    assert band(project) == {"rights": 2, "ready": 3}
    moved(canal, project, some[:1], "building")
    moved(canal, project, some[:1], "completed")
    assert band(project) == {"rights": 2, "ready": 2, "completed": 1}
    assert (line(), line("completed", canal.place.pk)) == (3, 1)
    assert stages_of_households(project, some)[some[0].pk].to_stage == "completed"
    assert list(households(project, Wanted(stage="ready"))) == some[1:3]
    assert faults() == []


def test_nothing_counts_before_somebody_else_checked_it(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 2)
    claim = move_households(actor=canal.kamon, project=project, moves=[Move(some[0], "rights")], day=DAY)
    assert claim.state == ClaimState.PROPOSED
    assert band(project) == {}
    assert approve(actor=canal.kamon, keys=[claim.key]).accepted == []
    assert approve(actor=canal.boonsri, keys=[claim.key]).accepted == [str(claim.key)]
    assert band(project) == {"rights": 1}


def test_what_was_wrong_is_taken_back_by_somebody_else(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 2)
    moved(canal, project, some, "rights")
    claim = moved(canal, project, some[:1], "ready")
    with pytest.raises(Refused):
        take_back(actor=canal.kamon, keys=[claim.key], reason="ผิดหลัง")
    take_back(actor=canal.boonsri, keys=[claim.key], reason="ผิดหลัง")
    assert band(project) == {"rights": 2}
    claim.refresh_from_db()
    assert claim.state == ClaimState.TAKEN_BACK
    take_back(actor=canal.boonsri, keys=[claim.key], reason="ผิดหลัง")  # again changes nothing
    assert band(project) == {"rights": 2}
    assert faults() == []


def test_a_household_leaves_by_an_exit(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 3)
    moved(canal, project, some, "ready")
    moved(canal, project, some[:1], "withdrew")
    found = bands([project])[project.pk]
    assert (found.inside, found.left, found.at_or_beyond("ready")) == (2, 1, 2)
    assert line() == 2


def test_a_photo_is_demanded_where_the_stage_demands_it(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 1)
    with pytest.raises(Refused) as refused:
        move_households(actor=canal.kamon, project=project, moves=[Move(some[0], "building")], day=DAY)
    assert [problem.code for problem in refused.value.problems] == ["review.evidence-missing"]


def test_a_project_goes_its_own_way(canal: Canal, project: Project) -> None:
    claim = move_project(actor=canal.kamon, project=project, stage="outreach", day=DAY)
    assert stages_of_projects([project]) == {}
    approve(actor=canal.boonsri, keys=[claim.key])
    assert stages_of_projects([project])[project.pk].to_stage == "outreach"


def test_somebody_elsewhere_records_nothing_here(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 1)
    with pytest.raises(Refused):
        move_households(actor=canal.chai, project=project, moves=[Move(some[0], "rights")], day=DAY)
    with pytest.raises(Refused):
        add_project(
            actor=canal.chai,
            new=NewProject(
                code="XX-1", programme="canals", name="ของคนอื่น", place=canal.place, started_on=DAY
            ),
        )
