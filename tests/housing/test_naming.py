"""The real lots of Lat Phrao are named out of: no total changes, the traced share rises by so much."""

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from tests.documents.pictures import jpeg
from tests.housing.conftest import Canal, some_households
from tidtam.housing.actions import Move, Shown, move_households
from tidtam.housing.models import Household, Project
from tidtam.housing.queries import bands
from tidtam.intake.actions import import_workbooks
from tidtam.ledger.days import Days
from tidtam.ledger.figure import Measure
from tidtam.ledger_store import read
from tidtam.ledger_store.check import faults
from tidtam.people.actions import loader_account
from tidtam.programmes import queries as programmes
from tidtam.review.actions import approve, take_back, withdraw
from tidtam.review.models import Claim
from tidtam.review.words import ClaimState

EXAMPLES = Path(__file__).parents[2] / "examples"
PAPERS = [EXAMPLES / "lat-phrao.xlsx", EXAMPLES / "report-2562-six-months.xlsx"]
MARCH = date(2019, 3, 31)
LOTS = {"completed": 2068, "building": 654, "ready": 362}
SERIES = (
    date(2017, 6, 21), date(2017, 6, 22), date(2017, 12, 1), date(2018, 5, 31), date(2019, 3, 30), MARCH,
    date(2019, 9, 18), date(2019, 9, 19), date(2019, 12, 31), date(2020, 6, 30),
)  # fmt: skip
ON_AND_AFTER = [day for day in SERIES if day >= MARCH]
pytestmark = pytest.mark.django_db


@pytest.fixture
def lots(canal: Canal) -> Canal:
    """The published series of Lat Phrao is in the book."""
    assert import_workbooks(actor=loader_account(), paths=PAPERS, commit=True).ok
    return canal


def totals(canal: Canal, days: list[date] | tuple[date, ...]) -> dict[object, object]:
    """What the canal, the nation and the line say on each day, at or beyond each stage."""
    pathway = programmes.pathway("canal")
    scopes = (read.NATION, read.Scope(canal.place.pk, "canal"))
    asks = [
        read.Ask(pathway, "", stage, Measure.STANDING, read.Moment(day), scope)
        for day in days
        for scope in scopes
        for stage in LOTS
    ]
    return {
        (ask.moment.as_of, ask.scope.place, ask.stage): (figure.number, figure.upper)
        for ask, figure in zip(asks, read.figures(asks), strict=True)
    }


def traced(canal: Canal, day: date = MARCH) -> tuple[int, int]:
    pathway = programmes.pathway("canal")
    scope = read.Scope(canal.place.pk, "canal")
    ask = read.Ask(pathway, "", "ready", Measure.STANDING, read.Moment(day), scope)
    (figure,) = read.figures([ask])
    return figure.traced, figure.number or 0


def named(
    canal: Canal, project: Project, moves: list[Move], day: date = MARCH, *, shown: bool = True
) -> Claim:
    """Told by Kamon with the list as what shows it, let in by Boonsri."""
    shows = [Shown(jpeg(), "บัญชี.jpg")] if shown else []
    claim = move_households(actor=canal.kamon, project=project, moves=moves, day=day, evidence=shows)
    done = approve(actor=canal.boonsri, keys=[claim.key])
    assert (done.problems, done.accepted) == ([], [str(claim.key)])
    return claim


def of_three(some: list[Household]) -> list[Move]:
    """Three completed, two building, one ready, each out of its own stage of the lot."""
    stages = ["completed"] * 3 + ["building"] * 2 + ["ready"]
    return [Move(one, stage, from_lot=True) for one, stage in zip(some, stages, strict=True)]


def test_naming_moves_no_total_and_raises_the_traced_share(lots: Canal, project: Project) -> None:
    before = totals(lots, SERIES)
    assert traced(lots) == (0, 3084)
    named(lots, project, of_three(some_households(lots, project, 6)))
    assert totals(lots, SERIES) == before
    assert traced(lots) == (6, 3084)
    band = {step.stage.code: step.number for step in bands([project])[project.pk].steps}
    assert band == {"survey": 0, "rights": 0, "ready": 1, "building": 2, "completed": 3}
    assert faults() == []


def test_without_anything_that_shows_it_nothing_is_traced(lots: Canal, project: Project) -> None:
    named(lots, project, of_three(some_households(lots, project, 6)), shown=False)
    assert traced(lots) == (0, 3084)


def test_before_the_day_of_the_lot_totals_may_rise_and_from_then_on_they_stay(
    lots: Canal, project: Project
) -> None:
    before = totals(lots, ON_AND_AFTER)
    some = some_households(lots, project, 2)
    named(lots, project, [Move(one, "completed", from_lot=True) for one in some], day=date(2016, 12, 20))
    assert totals(lots, ON_AND_AFTER) == before
    early = totals(lots, [date(2016, 12, 19), date(2016, 12, 20)])
    assert early[date(2016, 12, 19), None, "completed"] == (None, None)
    assert early[date(2016, 12, 20), None, "completed"] == (2, None)
    assert traced(lots) == (2, 3084)
    assert faults() == []


def test_rows_that_add_raise_the_total_until_a_paper_counts_them(lots: Canal, project: Project) -> None:
    before = totals(lots, SERIES)
    some = some_households(lots, project, 2)
    moves = [Move(some[0], "ready", from_lot=True), Move(some[1], "ready")]
    named(lots, project, moves, day=date(2019, 4, 10))
    after = totals(lots, [*SERIES, date(2019, 4, 10)])
    assert {key for key in before if before[key] != after[key]} == {
        (date(2019, 9, 18), place, "ready") for place in (None, lots.place.pk)
    }
    assert after[date(2019, 4, 10), None, "ready"] == (3085, None)
    assert faults() == []


def test_who_stood_below_a_stage_before_a_paper_counted_it_is_asked_about(
    lots: Canal, project: Project
) -> None:
    """In June 2560 763 were completed: whether this one was among them only its officer can say."""
    (one,) = some_households(lots, project, 1)
    claim = move_households(
        actor=lots.kamon, project=project, day=date(2016, 12, 20), evidence=[Shown(jpeg(), "1.jpg")],
        moves=[Move(one, "building", from_lot=True)],
    )  # fmt: skip
    codes = {problem.code for problem in approve(actor=lots.boonsri, keys=[claim.key]).problems}
    assert codes == {"ledger.needs_names"}


def test_each_row_has_its_own_day(lots: Canal, project: Project) -> None:
    some = some_households(lots, project, 2)
    early = Days(date(2018, 11, 1), date(2018, 11, 30))
    moves = [Move(some[0], "completed", from_lot=True, days=early), Move(some[1], "completed", from_lot=True)]
    before = totals(lots, ON_AND_AFTER)
    named(lots, project, moves)
    on = {day: bands([project], read.Moment(day))[project.pk].at_or_beyond("completed") for day in (
        date(2018, 11, 29), date(2018, 11, 30), MARCH)}  # fmt: skip
    assert on == {date(2018, 11, 29): 0, date(2018, 11, 30): 1, MARCH: 2}
    assert totals(lots, ON_AND_AFTER) == before


def test_taken_back_they_are_in_the_lot_again(lots: Canal, project: Project) -> None:
    before = totals(lots, SERIES)
    claim = named(lots, project, of_three(some_households(lots, project, 6)))
    take_back(actor=lots.boonsri, keys=[claim.key], reason="ผิดบัญชี")
    assert totals(lots, SERIES) == before
    assert traced(lots) == (0, 3084)
    assert faults() == []


def test_the_lot_has_no_more_than_it_holds(lots: Canal, project: Project) -> None:
    some = some_households(lots, project, 363)
    claim = move_households(
        actor=lots.kamon, project=project, day=date(2020, 1, 15), evidence=[Shown(jpeg(), "1.jpg")],
        moves=[Move(one, "ready", from_lot=True) for one in some],
    )  # fmt: skip
    refused = approve(actor=lots.boonsri, keys=[claim.key])  # 327 are ready in December 2562
    assert refused.accepted == []
    assert refused.problems


def test_of_whom_it_is_not_known_a_claim_waits_as_a_question_and_the_figure_stays(
    lots: Canal, project: Project
) -> None:
    before = totals(lots, SERIES)
    some = some_households(lots, project, 2)
    claim = move_households(
        actor=lots.kamon, project=project, day=MARCH, moves=[Move(one, "completed") for one in some],
        unknown=True,
    )  # fmt: skip
    assert claim.state == ClaimState.HELD
    assert approve(actor=lots.boonsri, keys=[claim.key]).accepted == []
    assert totals(lots, SERIES) == before
    withdraw(actor=lots.kamon, key=claim.key, reason="ทราบแล้ว")
    named(lots, project, [Move(one, "completed", from_lot=True) for one in some])
    assert totals(lots, SERIES) == before
    assert traced(lots) == (2, 3084)


ORDERS = [
    one
    for one in permutations(("paper", "naming", "move", "back"))
    if one.index("naming") < one.index("back")
]


@pytest.mark.parametrize("order", ORDERS[::4])
def test_any_order_of_paper_naming_move_and_taking_back_gives_the_same(
    canal: Canal, project: Project, order: tuple[str, ...]
) -> None:
    """The last papers stand in the book already or come in between; one of two namings is taken back."""
    some = some_households(canal, project, 4)
    first = [Move(one, "ready", from_lot=True) for one in some[:2]]
    wrong = [Move(one, "completed", from_lot=True) for one in some[2:]]
    assert import_workbooks(actor=loader_account(), paths=PAPERS[1:], commit=True).ok
    named(canal, project, first)
    for step in order:
        if step == "paper":
            assert import_workbooks(actor=loader_account(), paths=PAPERS[:1], commit=True).ok
        elif step == "naming":
            mistake = named(canal, project, wrong)
        elif step == "move":
            named(canal, project, [Move(some[0], "building")], day=date(2019, 5, 2))
        else:
            take_back(actor=canal.boonsri, keys=[mistake.key], reason="ผิดราย")
    band = {step.stage.code: step.number for step in bands([project])[project.pk].steps if step.number}
    assert band == {"building": 1, "ready": 1}
    found = totals(canal, SERIES)
    assert {stage: found[MARCH, None, stage][0] for stage in LOTS} == {
        "completed": 2068, "building": 2722, "ready": 3084,
    }  # fmt: skip
    assert found[date(2019, 9, 19), None, "building"] == (2184 + 689, None)
    assert traced(canal) == (2, 3084)
    assert faults() == []
