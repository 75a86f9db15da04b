"""The shapes run through the shares that the report gives, and splitting loses nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidtam.practice import shapes
from tidtam.practice.planning import LineYear, capped, daily, planned
from tidtam.practice.shapes import COUNCILS, LINES, Shape, portions

REPORT = {
    "2.1": (5_500, 3_335), "2.2": (11_500, 12_543), "2.4": (1_000, 473), "3.1": (2_000, 1_602),
    "3.2(1)": (534, 58), "3.2(2)": (1_670, 21), "3.3": (1_700, 1_481), "4": (400, 159), "5": (50, 12),
    "6": (500, 134),
}  # fmt: skip
"""Target of 2562, and what the six-month report says was done."""


def of(code: str, year: int = 2562, unit: str | None = None) -> Shape:
    return next(s for s in LINES if s.code == code and s.covers(year) and unit in (None, s.unit))


@pytest.mark.parametrize("code", REPORT)
def test_half_a_year_of_the_real_target_is_what_the_report_says(code: str) -> None:
    target, done = REPORT[code]
    shape = of(code, unit="tambon" if code == "3.3" else None)
    assert shape.target == target
    by_half = shape.target * shape.at_end * shape.done_by(0.5)
    assert abs(by_half - done) <= max(1, 0.001 * target)


@pytest.mark.parametrize("shape", LINES, ids=lambda shape: f"{shape.code} {shape.unit} {shape.last_year}")
def test_a_year_begins_with_nothing_rises_and_ends_with_all(shape: Shape) -> None:
    curve = [shape.done_by(day / 365) for day in range(366)]
    assert curve[0] == 0
    assert curve[-1] == 1
    assert all(before <= after for before, after in pairwise(curve))


def test_councils_come_late_and_house_repair_early() -> None:
    assert COUNCILS.done_by(0.75) < 0.5
    assert of("2.2").done_by(0.25) > 0.5
    assert of("2.2", 2560).done_by(0.5) < 0.2


def test_a_canal_takes_years_and_never_goes_back() -> None:
    numbers = [counts for _, counts, _ in shapes.LAT_PHRAO]
    assert all(all(a <= b for a, b in zip(*pair, strict=True)) for pair in pairwise(numbers))
    assert all(ready >= building >= done for ready, building, done in numbers)
    assert shapes.LAT_PHRAO[3][1] == (3_084, 2_722, 2_068)


@given(st.integers(0, 10_000), st.lists(st.floats(0.01, 100), min_size=1, max_size=20))
def test_portions_add_up(whole: int, weights: list[float]) -> None:
    parts = portions(whole, weights)
    assert sum(parts) == whole
    assert all(part >= 0 for part in parts)


@given(st.integers(0, 500), st.lists(st.integers(0, 60), min_size=1, max_size=8))
def test_nothing_goes_above_its_limit(whole: int, limits: list[int]) -> None:
    parts = capped(whole, [1.0 + n for n in range(len(limits))], limits)
    assert all(part <= limit for part, limit in zip(parts, limits, strict=True))
    assert sum(parts) == min(whole, sum(limits))


@given(st.integers(1_000, 50_000))
def test_a_plan_has_as_many_entries_as_were_asked_for(entries: int) -> None:
    units = {("2.1", 2562): "household", ("3.2(1)", 2562): "tambon", ("2.2", 2563): "household"}
    plan = planned(entries, units, {"tambon": 100, "province": 77})
    assert plan.entries == entries
    assert sum(line.entries for line in plan.lines if line.shape is COUNCILS) <= 95


@given(st.integers(0, 3_000), st.sampled_from(LINES))
def test_the_days_of_a_year_add_up(entries: int, shape: Shape) -> None:
    numbers = daily(LineYear(shape, 2562, entries))
    assert len(numbers) == 365
    assert sum(numbers) == entries
    assert min(numbers) >= 0
