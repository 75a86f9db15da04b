"""Past years as the book tells them: which of them are learnt from, and how few questions that takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.analytics.pace.told import counted_since, promise, tell
from tests.intake.country import make_country
from tidtam.analytics.pace.judged import Pace, Verdict
from tidtam.analytics.pace.past import LONGEST, PastYear, past_year
from tidtam.ledger.days import Days
from tidtam.ledger.figure import Measure
from tidtam.ledger.statements import Count, Standing
from tidtam.ledger_store import read
from tidtam.ledger_store.post import Batch, Stated, post
from tidtam.ledger_store.read import Ask, Moment
from tidtam.people.actions import loader_account
from tidtam.places.models import Place
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion
from tidtam.reports.as_json import board_json
from tidtam.reports.content import Line
from tidtam.reports.queries import board, trail

pytestmark = pytest.mark.django_db
MARCH = date(2019, 3, 31)
LATE = ((100, 10), (182, 60), (250, 200), (340, 500))
"""Councils: few by March, most of them in summer."""


@pytest.fixture
def nation(db: None) -> Place:
    make_country()
    return Place.objects.get(code="TH")


def year(number: int, steps: Sequence[tuple[int, int]] = LATE, target: int | None = 534) -> PastYear:
    made = past_year(number, steps, target)
    assert made is not None
    return made


def line(code: str = "3.2(1)", as_of: date = MARCH, **asked: Any) -> Line:
    found = board(fiscal_year=2562, as_of=as_of, **asked)
    return next(one for one in found.lines if one.line == code)


def pace(code: str = "3.2(1)", as_of: date = MARCH, **asked: Any) -> Pace:
    found = line(code, as_of, **asked).pace
    assert found is not None
    return found


def councils(nation: Place, numbers: Sequence[int], since: int = 2555) -> IndicatorVersion:
    version = counted_since("3.2(1)", since)
    tell(loader_account(), version, [year(number) for number in numbers], place=nation)
    return version


def test_a_line_is_judged_by_its_own_past(nation: Place) -> None:
    version = councils(nation, [2558, 2559, 2560, 2561])
    for number in (2558, 2559, 2560, 2561):
        promise(version, year(number))
    tell(loader_account(), version, [year(2562, ((182, 20),))], place=nation)
    found = pace()
    assert (found.verdict, found.own, found.others) == (Verdict.SLOWER, 4, 0)
    assert found.share == pytest.approx(60 / 500)
    assert found.normal is not None
    assert (found.normal.expected, found.gap) == (64, 20 - 64)
    assert found.end is not None
    assert found.end.expected == round(20 + (1 - 60 / 500) * 500)


def test_two_past_years_are_not_enough(nation: Place) -> None:
    councils(nation, [2560, 2561])
    assert (pace().verdict, pace().own) == (Verdict.NOT_ENOUGH, 2)


def test_a_line_without_a_report_has_a_normal_year_and_no_verdict_of_its_own(nation: Place) -> None:
    councils(nation, [2558, 2559, 2560])
    found = pace()
    assert (found.verdict, found.end, found.reached) == (Verdict.NOT_REPORTED, None, None)
    assert found.normal is not None


def test_years_before_a_break_of_the_count_are_left_alone(nation: Place) -> None:
    councils(nation, [2558, 2559, 2560, 2561], since=2560)
    assert (pace().verdict, pace().own) == (Verdict.NOT_ENOUGH, 2)


def test_a_year_that_was_not_told_to_its_end_is_left_alone(nation: Place) -> None:
    version = councils(nation, [2559, 2560, 2561])
    tell(loader_account(), version, [year(2558, ((100, 10), (182, 60)))], place=nation)
    assert pace().own == 3


def test_a_year_told_at_its_end_by_a_standing_that_moves_nothing_counts(nation: Place) -> None:
    version = councils(nation, [2560, 2561])
    tell(loader_account(), version, [year(2559, ((100, 10), (182, 60)))], place=nation)
    assert pace().own == 2
    stands(version, nation, 2559, date(2016, 9, 30), 60)
    assert pace().own == 3


def test_a_year_of_which_only_the_least_is_known_is_left_alone(nation: Place) -> None:
    version = councils(nation, [2559, 2560, 2561])
    assert pace().own == 3
    stands(version, nation, 2561, date(2018, 9, 30), 600, at_least=True)
    assert pace().own == 2


def stands(
    version: IndicatorVersion, at: Place, fiscal_year: int, day: date, number: int, *, at_least: bool = False
) -> None:
    counts = (Count(version.counting_stage, number, at_least),)
    said = Standing(str(uuid4()), at.pk, Days.on(day), day, counts, "admin")
    stated = Stated(version.pathway, version.cycle_key(fiscal_year), version.unit, said)
    post(actor=loader_account(), batch=Batch(str(uuid4()), [stated]))


@pytest.mark.parametrize("as_of", [date(2018, 9, 30), date(2019, 9, 30), date(2019, 12, 31)])
def test_outside_the_year_and_on_its_last_day_there_is_no_pace(nation: Place, as_of: date) -> None:
    councils(nation, [2559, 2560, 2561])
    assert line(as_of=as_of).pace is None


def test_lines_that_are_not_annual_have_no_pace(nation: Place) -> None:
    councils(nation, [2559, 2560, 2561])
    assert line("2.3").pace is None
    assert line("2.5").pace is None


def test_what_was_not_known_then_is_not_learnt_from(nation: Place) -> None:
    councils(nation, [2559, 2560, 2561])
    assert pace(known_at=date(2018, 1, 1)).own == 2


def test_a_province_is_judged_by_its_own_years(nation: Place) -> None:
    version = councils(nation, [2559, 2560, 2561])
    here = Place.objects.get(code="40")
    assert pace(place_code="40").own == 0
    for number in (2558, 2557, 2556):
        tell(loader_account(), version, [year(number)], place=here)
    assert pace(place_code="40").own == 2  # of five years back, 2557 and 2558
    assert pace(place_code="TH").own == 5


def test_the_trail_says_what_the_board_says(nation: Place) -> None:
    councils(nation, [2558, 2559, 2560])
    leaders = counted_since("3.1", 2555)
    tell(
        loader_account(),
        leaders,
        [year(2550 + n, ((200, 90), (365, 100 + n))) for n in (8, 9, 10)],
        place=nation,
    )
    found = trail(line="3.2(1)", fiscal_year=2562, as_of=MARCH).line.pace
    assert found == pace()
    assert found is not None
    assert found.others == 3


def test_a_program_reads_the_same(nation: Place) -> None:
    councils(nation, [2558, 2559, 2560])
    told = board_json(board(fiscal_year=2562, as_of=MARCH))
    found = {one["line"]: one["pace"] for one in told["lines"]}
    assert found["3.2(1)"]["verdict"] == "not_reported"
    assert found["3.2(1)"]["normal"]["expected"] == 64
    assert found["1.1"]["verdict"] == "not_enough"
    assert found["2.3"] is None


def asked_by(ask: object) -> int:
    assert callable(ask)
    with CaptureQueriesContext(connection) as questions:
        ask()
    return len(questions)


def test_more_lines_and_years_ask_no_more_questions(nation: Place) -> None:
    councils(nation, [2561])
    few = asked_by(lambda: board(fiscal_year=2562, as_of=MARCH))
    for code in ("1.1", "3.1", "3.3"):
        version = counted_since(code, 2555)
        tell(loader_account(), version, [year(number) for number in range(2557, 2562)], place=nation)
    assert asked_by(lambda: board(fiscal_year=2562, as_of=MARCH)) == few


def test_a_course_adds_up_to_its_figure(nation: Place) -> None:
    version = councils(nation, [2560, 2561])
    stands(version, nation, 2561, date(2018, 9, 30), 520)
    pathway = programmes.pathway(version.pathway)
    asks = [
        Ask(pathway, version.cycle_key(number), version.counting_stage, Measure.CROSSED, Moment(as_of))
        for number, as_of in ((2560, date(2017, 3, 31)), (2560, date(2017, 9, 30)), (2561, date(2018, 9, 30)))
    ]
    for course, figure in zip(read.courses(asks), read.figures(asks), strict=True):
        assert (course.figure.number, course.figure.kind) == (figure.number, figure.kind)
        assert course.figure.last_day == figure.last_day
        assert sum(added for _, added in course.days) == figure.number
    assert [read.courses([ask])[0] for ask in asks] == read.courses(asks)
    assert read.courses([]) == []


def test_a_longer_past_than_five_years_is_left_alone(nation: Place) -> None:
    councils(nation, range(2555, 2562))
    assert pace().own == LONGEST


def test_the_promise_of_a_past_year_is_the_one_that_held_at_its_end(nation: Place) -> None:
    version = councils(nation, [2560, 2561])
    promise(version, year(2561, target=700))
    found = programmes.targets_of_years({2560: [version], 2561: [version]})
    assert found == {("3.2(1)", 2561): 700}
    assert programmes.targets_of_years({2561: [version]}, known_at=date(2016, 1, 1)) == {}
    assert programmes.targets_of_years({2561: [version]}, Place.objects.get(code="40")) == {}
