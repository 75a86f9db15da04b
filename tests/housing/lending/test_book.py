"""What is drawn and paid goes into the book to the satang, and is the same in whatever order it is told."""

from datetime import date

import pytest

from tests.housing.conftest import Canal
from tests.housing.lending.conftest import answered, drawn, lent, paid
from tidtam.housing.actions.lending import NewLoan, receive
from tidtam.housing.lending.book import books
from tidtam.housing.lending.models import Loan
from tidtam.ledger_store.check import faults
from tidtam.ledger_store.read import Moment
from tidtam.review.actions import take_back
from tidtam.review.models import Claim

pytestmark = pytest.mark.django_db
ALL = Moment(date.max)


def standing(loan: Loan) -> tuple[dict[str, int], dict[str, int]]:
    """Principal and interest by stage."""
    kept = books([loan], ALL)[loan.pk]
    return dict(kept.principal), dict(kept.interest)


def test_a_loan_goes_from_approval_over_drawing_to_repayment(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    assert standing(loan) == ({"approved": 12_000_000}, {})
    drawn(canal, loan, 12_000_000, date(2020, 1, 1))
    assert standing(loan)[0] == {"drawn": 12_000_000}
    paid(canal, loan, 1_021_799, date(2020, 2, 1))
    principal, interest = standing(loan)
    assert principal == {"drawn": 11_018_201, "repaid": 981_799}
    assert interest["paid"] == 40_000
    assert faults() == []


def test_nothing_is_split_before_finance_let_the_slip_in(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    drawn(canal, loan, 12_000_000, date(2020, 1, 1))
    receive(actor=canal.kamon, loan=loan, satang=1_021_799, day=date(2020, 2, 1), paper="ร.1")
    assert standing(loan)[0] == {"drawn": 12_000_000}


def test_a_slip_that_comes_late_changes_what_later_ones_settled(canal: Canal, new: NewLoan) -> None:
    """Told the wrong way round, it ends as if it had been told in order."""
    one, other = (lent(canal, new, code=code) for code in ("L-A", "L-B"))
    for loan in (one, other):
        drawn(canal, loan, 12_000_000, date(2020, 1, 1))
    first, second = (1_021_799, date(2020, 2, 1)), (500_000, date(2020, 3, 1))
    for loan, slips in ((one, (first, second)), (other, (second, first))):
        for satang, day in slips:
            paid(canal, loan, satang, day)
    assert standing(one) == standing(other)
    assert books([one], ALL)[one.pk].received == 1_521_799
    assert faults() == []


def test_taking_a_slip_back_takes_back_what_it_settled(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    drawn(canal, loan, 12_000_000, date(2020, 1, 1))
    before = standing(loan)
    claim = paid(canal, loan, 1_021_799, date(2020, 2, 1))
    take_back(actor=canal.wanchai, keys=[claim.key], reason="ใบเสร็จของสัญญาอื่น")
    assert standing(loan) == before
    assert faults() == []


def test_money_paid_ahead_counts_when_its_instalment_falls_due(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    drawn(canal, loan, 12_000_000, date(2020, 1, 1))
    paid(canal, loan, 2_043_598, date(2020, 1, 10))
    on_the_day = books([loan], Moment(date(2020, 1, 31)))[loan.pk]
    after = books([loan], Moment(date(2020, 2, 1)))[loan.pk]
    assert (on_the_day.repaid.satang, after.repaid.satang) == (0, 981_799)


def test_what_came_in_is_what_was_settled(canal: Canal, new: NewLoan) -> None:
    """All instalments paid: the slips are the principal and all interest of the table in tests/spec."""
    loan = lent(canal, new)
    drawn(canal, loan, 12_000_000, date(2020, 1, 1))
    for month in range(2, 13):
        paid(canal, loan, 1_021_799, date(2020, month, 1))
    paid(canal, loan, 1_021_797, date(2021, 1, 1))
    principal, interest = standing(loan)
    assert principal == {"repaid": 12_000_000}
    assert interest == {"paid": 12 * 1_021_799 - 2 - 12_000_000}
    assert faults() == []


def test_a_moratorium_taken_up_later_changes_the_book(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    drawn(canal, loan, 12_000_000, date(2020, 1, 1))
    paid(canal, loan, 1_021_799, date(2020, 2, 1))
    paid(canal, loan, 1_021_799, date(2020, 3, 1))
    answered(canal, loan, "covid-2563-1")
    _, interest = standing(loan)
    assert interest["forgone"] == 3 * 33_444  # the table of tests/spec
    assert faults() == []


def test_each_part_names_its_slip(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    drawn(canal, loan, 12_000_000, date(2020, 1, 1))
    paid(canal, loan, 1_021_799, date(2020, 2, 1), "ร.77/2563")
    told = Claim.objects.filter(container=loan.subject, counts__stage__in=("repaid", "paid"))
    assert {claim.note for claim in told} == {"ร.77/2563"}
