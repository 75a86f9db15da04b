"""The loan of 53,935,250 baht for 123 houses, in the database, against a reckoning without shared code."""

from datetime import date
from decimal import Decimal

import pytest

from tests.housing.conftest import Canal
from tests.housing.lending.conftest import accepted, answered, drawn, lent
from tests.housing.loans import independent
from tidtam.housing.actions.lending import NewLoan, catch_up, receive
from tidtam.housing.lending.models import Loan
from tidtam.housing.lending.queries import Reckoned, reckoned
from tidtam.housing.loans.months import due_day
from tidtam.housing.loans.schedule import Due
from tidtam.ledger_store.check import faults
from tidtam.ledger_store.read import Moment

pytestmark = pytest.mark.django_db
PROJECT, FIRST_DUE = 5_393_525_000, date(2019, 7, 31)


@pytest.fixture
def loan(canal: Canal, new: NewLoan) -> Loan:
    """Above the ceiling, so an exception is on it. Only 4 per cent: the cut of 2567 was declined."""
    made = lent(
        canal, new, principal=PROJECT, first_due=FIRST_DUE, months=240, households=123, savings=540_000_000,
        contracted_on=date(2019, 6, 1), approved_on=date(2019, 5, 1), exception_reason="ที่ดินแพงกว่าเพดาน",
        exception_by="คณะกรรมการสถาบัน", exception_paper="มติ 5/2562",
    )  # fmt: skip
    drawn(canal, made, PROJECT, date(2019, 6, 30))
    answered(canal, made, "housing-rate-2567", accepts=False)
    return made


def seen(loan: Loan, day: date = date(2020, 3, 31)) -> Reckoned:
    return reckoned([Loan.objects.get(pk=loan.pk)], Moment(day))[0]


def cells(dues: tuple[Due, ...]) -> list[tuple[int, int, int]]:
    return [(due.interest, due.principal, due.after) for due in dues]


def test_twenty_years_at_four_per_cent(loan: Loan) -> None:
    found = seen(loan)
    assert cells(found.dues) == independent.rows(PROJECT, Decimal(4), 240)
    assert found.dues[0].instalment == 32_683_701


def test_the_moratorium_of_2563_makes_it_three_months_longer(canal: Canal, loan: Loan) -> None:
    answered(canal, loan, "covid-2563-1")
    found = seen(loan)
    assert cells(found.dues) == independent.rows(PROJECT, Decimal(4), 240, free={10, 11, 12})
    assert (len(found.dues), found.dues[-1].day) == (243, due_day(FIRST_DUE, 243))


def test_a_hundred_and_two_organisations_declined_it(canal: Canal, loan: Loan) -> None:
    answered(canal, loan, "covid-2563-1", accepts=False)
    assert len(seen(loan).dues) == 240


def test_nine_instalments_and_the_moratorium_in_the_book(canal: Canal, loan: Loan) -> None:
    """What was forgone in the book is three times what the independent schedule has for the tenth month."""
    claims = [
        receive(
            actor=canal.kamon,
            loan=loan,
            satang=32_683_701,
            day=due_day(FIRST_DUE, number),
            paper=f"ร.{number}",
        )
        for number in range(1, 10)
    ]
    accepted(canal.wanchai, *claims)
    answered(canal, loan, "covid-2563-1")
    table = independent.rows(PROJECT, Decimal(4), 240, free={10, 11, 12})
    found = seen(loan, date(2020, 6, 30))
    assert found.book.principal == {"drawn": table[8][2], "repaid": PROJECT - table[8][2]}
    assert found.book.interest_paid.satang == sum(row[0] for row in table[:9])
    assert found.book.forgone.satang == 3 * independent.month_of(table[8][2], Decimal(4)) == 52_593_990
    assert (found.late, found.owed.days_in_arrears) == (0, 0)
    assert found.outstanding.satang == found.book.principal["drawn"]
    assert faults() == []


def test_without_the_moratorium_the_same_months_are_late(canal: Canal, loan: Loan) -> None:
    found = seen(loan, date(2019, 9, 15))
    assert found.late == 2 * 32_683_701
    assert found.owed.days_in_arrears == 46  # since 31 July


def test_what_fell_due_is_put_into_the_book_when_finance_asks(canal: Canal, loan: Loan) -> None:
    catch_up(actor=canal.wanchai, loans=[loan])
    again = seen(loan, date(2019, 9, 15))
    table = independent.rows(PROJECT, Decimal(4), 240)
    assert again.book.interest == {"due": table[0][0] + table[1][0]}
