"""Real sums against reckonings that share no code: one in the tests, one of a library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import mortgagemath as other
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.housing.loans import independent
from tidtam.housing.loans.months import due_day
from tidtam.housing.loans.schedule import Due, schedule
from tidtam.housing.loans.terms import (
    Convention,
    Grace,
    Moratorium,
    OnRateChange,
    PauseInterest,
    RateFrom,
    Terms,
)

FIRST_DUE = date(2019, 7, 31)
ANNUITY = Convention("annuity")
# 123 houses of one project of 2566, and the ceiling of a canal house of January 2563.
PROJECT, HOUSE = 5_393_525_000, 33_000_000
THREE_MONTHS_OF_2563 = Moratorium(date(2020, 4, 1), 3, PauseInterest.FORGONE, extends_term=True)


def loan(
    principal: int, percent: str = "4", months: int = 240, convention: Convention = ANNUITY, **more: object
) -> Terms:
    rates = (RateFrom(date(2018, 1, 1), Decimal(percent) / 100), *more.pop("later", ()))
    return Terms(principal, FIRST_DUE, months, rates, convention, **more)


def cells(dues: tuple[Due, ...]) -> list[tuple[int, int, int]]:
    return [(due.interest, due.principal, due.after) for due in dues]


def of_the_library(principal: int, percent: str, months: int, **more: object) -> list[tuple[int, int, int]]:
    """Interest, principal and what is left as the library has them, in satang."""
    asked = other.LoanParams(
        principal=Decimal(principal).scaleb(-2),
        annual_rate=Decimal(percent),
        term_months=months,
        payment_rounding=other.PaymentRounding.ROUND_HALF_UP,
        interest_rounding=other.PaymentRounding.ROUND_HALF_UP,
        **more,
    )
    found = other.amortization_schedule(asked)[1:]
    return [tuple(int(sum_ * 100) for sum_ in (row.interest, row.principal, row.balance)) for row in found]


@pytest.mark.parametrize(("principal", "level"), [(PROJECT, 32_683_701), (HOUSE, 199_974)])
def test_twenty_years_at_four_per_cent(principal: int, level: int) -> None:
    dues = schedule(loan(principal))
    assert dues[0].instalment == level == independent.instalment(principal, Decimal(4), 240)
    assert cells(dues) == independent.rows(principal, Decimal(4), 240)
    assert cells(dues) == of_the_library(principal, "4", 240)


@pytest.mark.parametrize("principal", [PROJECT, HOUSE])
def test_twenty_years_with_the_moratorium_of_2563(principal: int) -> None:
    """Due days 31 July 2562, …: the ninth is 31 March 2563, so 10, 11 and 12 are free."""
    dues = schedule(loan(principal, moratoria=(THREE_MONTHS_OF_2563,)))
    assert cells(dues) == independent.rows(principal, Decimal(4), 240, free={10, 11, 12})
    assert (len(dues), dues[-1].day, dues[-1].after) == (243, due_day(FIRST_DUE, 243), 0)
    forgone = 3 * independent.month_of(dues[8].after, Decimal(4))
    assert sum(due.forgone for due in dues) == forgone
    assert [due.forgone > 0 for due in dues].index(True) + 1 == 10


def test_two_moratoria_of_2563_one_after_the_other() -> None:
    """April to June, and prolonged from July to September."""
    second = replace(THREE_MONTHS_OF_2563, first_day=date(2020, 7, 1))
    dues = schedule(loan(PROJECT, moratoria=(second, THREE_MONTHS_OF_2563)))
    assert cells(dues) == independent.rows(PROJECT, Decimal(4), 240, free=range(10, 16))


def test_what_the_moratorium_costs_whom() -> None:
    """The borrower pays the same instalments in all; the lender forgoes the interest of three months."""
    with_it, without = (schedule(loan(PROJECT, moratoria=pause)) for pause in ((THREE_MONTHS_OF_2563,), ()))
    assert sum(due.instalment for due in with_it) == sum(due.instalment for due in without) == 7_844_088_080
    assert sum(due.forgone for due in with_it) == 52_593_990


@pytest.mark.filterwarnings("ignore::mortgagemath.EarlyPayoffWarning")  # 4 to 3.5, kept: seven months sooner
@pytest.mark.parametrize("keep", [False, True])
@pytest.mark.parametrize("percents", [("4", "3.5"), ("4", "6")])
def test_another_rate_after_five_years(keep: bool, percents: tuple[str, str]) -> None:
    before, after = percents
    later = (RateFrom(due_day(FIRST_DUE, 60), Decimal(after) / 100),)
    convention = Convention("any", on_rate_change=list(OnRateChange)[keep])
    change = other.RateChange(61, Decimal(after), recast=not keep)
    dues = schedule(loan(HOUSE, before, convention=convention, later=later))
    theirs = of_the_library(HOUSE, before, 240, rate_schedule=(change,))
    assert cells(dues) == theirs[: len(dues)]
    assert dues[-1].after == 0


def test_interest_alone_in_the_first_two_years() -> None:
    dues = schedule(loan(HOUSE, graces=(Grace(24),)))
    assert cells(dues) == of_the_library(HOUSE, "4", 240, interest_only_months=24)


@given(st.integers(10_000, 10**11), st.integers(1, 1500), st.integers(1, 360))
def test_any_plain_loan(principal: int, hundredths: int, months: int) -> None:
    percent = Decimal(hundredths) / 100
    dues = schedule(loan(principal, str(percent), months))
    assert cells(dues) == independent.rows(principal, percent, months)
