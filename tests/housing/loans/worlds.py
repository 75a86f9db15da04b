"""Any loan: terms made up of parts that can be, and payments on them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from tidtam.housing.loans.months import due_day
from tidtam.housing.loans.paid import PaidFirst, Payment
from tidtam.housing.loans.terms import (
    Convention,
    Draw,
    Grace,
    Instalments,
    InterestBy,
    Moratorium,
    OnRateChange,
    PauseInterest,
    RateFrom,
    Terms,
)

LONG_BEFORE = date(2010, 1, 1)
sums = st.one_of(st.integers(1, 500), st.integers(1, 10_000_000_000))
rates = st.integers(0, 1500).map(lambda hundredths: Decimal(hundredths).scaleb(-4))
days = st.dates(date(2017, 1, 1), date(2024, 12, 31))
conventions = st.builds(
    Convention,
    st.just("any"),
    st.sampled_from(Instalments),
    st.sampled_from(InterestBy),
    st.sampled_from(OnRateChange),
    st.sampled_from(PaidFirst),
)


@st.composite
def rate_histories(draw: st.DrawFn) -> tuple[RateFrom, ...]:
    later = draw(st.dictionaries(days, rates, max_size=3))
    return (RateFrom(LONG_BEFORE, draw(rates)), *(RateFrom(day, rate) for day, rate in later.items()))


@st.composite
def moratoria_of(draw: st.DrawFn, first_due: date, months: int) -> tuple[Moratorium, ...]:
    """Up to two, one after the other, with a month of the term left behind them."""
    found: list[Moratorium] = []
    free_from, last = 1, months
    for _ in range(draw(st.integers(0, 2))):
        extends = draw(st.booleans())
        latest = last if extends else last - 1
        if free_from > latest:
            break
        first = draw(st.integers(free_from, latest))
        length = draw(st.integers(1, 6 if extends else last - first))
        interest = draw(st.sampled_from(PauseInterest))
        # Any day of the month up to the due day begins it; the first month has its first day too.
        since = due_day(first_due, first - 1) + timedelta(0 if first == 1 else 1)
        begins = since + timedelta(draw(st.integers(0, (due_day(first_due, first) - since).days)))
        found.append(Moratorium(begins, length, interest, extends))
        free_from, last = first + length, last + (length if extends else 0)
    return tuple(found)


@st.composite
def terms(draw: st.DrawFn) -> Terms:
    """Terms with anything in them that a loan may have."""
    first_due, months = draw(days), draw(st.integers(2, 60))
    graces = tuple(
        Grace(draw(st.integers(1, 3)), draw(st.sampled_from(PauseInterest)))
        for _ in range(draw(st.integers(0, min(2, (months - 1) // 3))))
    )
    first_day = due_day(first_due, 0)
    within_first = (first_due - first_day).days - 1
    drawn = [Draw(first_day + timedelta(draw(st.integers(0, within_first))), draw(sums))]
    within = (due_day(first_due, months) - first_day).days - 1
    for _ in range(draw(st.integers(0, 3))):
        drawn.append(Draw(first_day + timedelta(draw(st.integers(0, within))), draw(sums)))
    return Terms(
        sum(part.satang for part in drawn),
        first_due,
        months,
        draw(rate_histories()),
        draw(conventions),
        graces,
        draw(moratoria_of(first_due, months)),
        tuple(drawn),
    )


@st.composite
def payments_on(draw: st.DrawFn, loan: Terms) -> list[Payment]:
    """Up to eight payments of any size on days in and after the term."""
    first, most = loan.drawn[0].day, 2 * loan.principal_satang
    after = draw(st.lists(st.integers(0, 3000), max_size=8))
    return [Payment(first + timedelta(days), draw(st.integers(1, most))) for days in after]
