"""On years held out, the past foretells better than a straight line and than last year; its ranges hold."""

from __future__ import annotations

from statistics import fmean

import pytest

from tests.bench.pace import COUNTRIES, DAYS, LAST_YEAR, LINE, OURS, Measured, measure, table

UNEVEN = [title for title in COUNTRIES if title != "lines that go on evenly"]


@pytest.fixture(scope="module", params=UNEVEN)
def found(request: pytest.FixtureRequest) -> Measured:
    return measure(COUNTRIES[request.param], range(4))


@pytest.mark.parametrize("way", [LINE, LAST_YEAR])
def test_the_past_foretells_better(found: Measured, way: str) -> None:
    for day in DAYS:
        assert fmean(found.ends[OURS, day]) < fmean(found.ends[way, day])
        assert fmean(found.courses[OURS, day]) < fmean(found.courses[way, day])


def test_ranges_hold_about_as_often_as_they_promise(found: Measured) -> None:
    promised = fmean(fmean(values) for values in found.promised.values())
    for what in ("course", "end"):
        held = fmean(fmean(found.held[what, day]) for day in DAYS)
        assert held == pytest.approx(promised, abs=0.08)


def test_where_a_straight_line_is_right_the_table_says_so() -> None:
    even = measure(COUNTRIES["lines that go on evenly"], range(4))
    assert any("does not win: course" in line and LINE in line for line in table("even", even))
