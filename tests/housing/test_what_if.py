"""Properties of what-if: the years add up to the whole, and a quicker pace never ends later."""

from __future__ import annotations

import doctest
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from tidtam.housing import what_if, what_if_said
from tidtam.housing.what_if import Outlook, Pace, Supposed, month_end, months_over, outlook, pace_asked
from tidtam.ledger.fiscal import FiscalYear, fiscal_year_of

DAYS = st.dates(date(2016, 3, 8), date(2040, 12, 31))
PACES = st.fractions(0, 500, max_denominator=400).map(Pace)
QUICK = st.fractions(3, 500, max_denominator=400).map(Pace)


@st.composite
def suppositions(draw: st.DrawFn, paces: st.SearchStrategy[Pace] = PACES) -> Supposed:
    households = draw(st.integers(0, 12_000))
    return Supposed(
        households=households,
        done=draw(st.integers(0, households)),
        satang_each=draw(st.integers(0, 50_000_000)),
        pace=draw(paces),
        first_day=draw(DAYS),
    )


def walked(supposed: Supposed) -> tuple[dict[int, int], date | None]:
    """The same month by month, as on a sheet of paper: households by fiscal year, and the last day."""
    assert supposed.pace is not None
    years: dict[int, int] = {}
    before, number, end = Fraction(0), 0, None
    last = FiscalYear(fiscal_year_of(supposed.first_day).number + what_if.MOST_YEARS - 1).end
    while before < supposed.left:
        number += 1
        total = supposed.first_day.month - 1 + number
        year, month = supposed.first_day.year + total // 12, total % 12 + 1
        day = date(year, month, min(supposed.first_day.day, monthrange(year, month)[1])) - timedelta(days=1)
        if day > last:
            return years, None
        after = min(Fraction(supposed.left), before + supposed.pace.a_month)
        fiscal = fiscal_year_of(day).number
        years[fiscal] = years.get(fiscal, 0) + int(after) - int(before)
        before, end = after, day
    return years, end


@given(suppositions())
def test_the_years_add_up_to_the_whole(supposed: Supposed) -> None:
    found = outlook(supposed)
    assert sum(year.households for year in found.years) + found.beyond == supposed.left
    assert sum(year.satang for year in found.years) + found.beyond * supposed.satang_each == found.satang_left
    assert found.satang == found.satang_left + supposed.done * supposed.satang_each
    assert all(year.satang == year.households * supposed.satang_each for year in found.years)
    numbers = [year.fiscal_year for year in found.years]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)) if numbers else [])


@given(suppositions(QUICK))
def test_month_by_month_it_is_the_same(supposed: Supposed) -> None:
    years, end = walked(supposed)
    found = outlook(supposed)
    assert {year.fiscal_year: year.households for year in found.years if year.households} == {
        year: number for year, number in years.items() if number
    }
    assert found.finish == end


@given(suppositions())
def test_there_is_an_end_exactly_where_somebody_was_left_and_nobody_is_now(supposed: Supposed) -> None:
    found = outlook(supposed)
    assert (found.finish is not None) == (supposed.left > 0 and found.beyond == 0)
    if found.finish is not None:
        assert fiscal_year_of(found.finish).number == found.years[-1].fiscal_year
        assert found.finish >= supposed.first_day


def later(found: Outlook) -> tuple[date, int]:
    """When it ends; where it does not, the more are left the later."""
    return found.finish or date.max, found.beyond


@given(suppositions(), st.fractions(0, 100, max_denominator=50))
def test_a_quicker_pace_never_ends_later(supposed: Supposed, more: Fraction) -> None:
    assert supposed.pace is not None
    quicker = Supposed(
        households=supposed.households,
        done=supposed.done,
        satang_each=supposed.satang_each,
        pace=Pace(supposed.pace.a_month + more),
        first_day=supposed.first_day,
    )
    assume(supposed.left)
    assert later(outlook(quicker)) <= later(outlook(supposed))


@given(st.integers(1, 12_000), DAYS, st.integers(31, 9_000), st.integers(2, 1_000))
def test_the_pace_asked_for_is_the_slowest_that_keeps_the_day(
    left: int, first: date, days: int, slower: int
) -> None:
    wished = first + timedelta(days=days)
    asked = pace_asked(left, first, wished)

    def ends(pace: Pace) -> date | None:
        return outlook(Supposed(households=left, done=0, satang_each=1, pace=pace, first_day=first)).finish

    end = ends(asked)
    assert end is not None
    assert end <= wished
    late = ends(Pace(asked.a_month * Fraction(slower - 1, slower)))
    assert late is None or late > wished


@given(DAYS, st.integers(1, 600))
def test_a_month_is_over_on_its_last_day_and_not_the_day_before(first: date, number: int) -> None:
    end = month_end(first, number)
    assert months_over(first, end) == number
    assert months_over(first, end - timedelta(days=1)) == number - 1
    assert months_over(first, first - timedelta(days=1)) == 0


def test_the_examples_hold() -> None:
    for module in (what_if, what_if_said):
        assert doctest.testmod(module, optionflags=doctest.ELLIPSIS).failed == 0
