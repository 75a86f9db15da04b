"""What holds for any loan, whatever its terms and payments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.housing.loans.independent import month_of
from tests.housing.loans.worlds import conventions, days, payments_on, rates, sums, terms
from tidtam.housing.loans.arrears import by_age, outstanding_by_age, portfolio
from tidtam.housing.loans.months import due_day
from tidtam.housing.loans.paid import PaidFirst, Payment, owed, settled
from tidtam.housing.loans.schedule import Note, schedule
from tidtam.housing.loans.terms import InterestBy, Moratorium, PauseInterest, RateFrom, Terms

EVER = date(2060, 1, 1)


@given(terms())
def test_the_parts_make_up_the_principal(loan: Terms) -> None:
    dues = schedule(loan)
    assert sum(due.principal for due in dues) == loan.principal_satang
    assert sum(draw.satang for due in dues for draw in due.draws) == loan.principal_satang
    assert dues[-1].after == 0
    assert min(min(due.interest, due.principal, due.forgone, due.deferred) for due in dues) >= 0


@given(terms())
def test_each_month_begins_where_the_one_before_ended(loan: Terms) -> None:
    dues = schedule(loan)
    for one, other in pairwise(dues):
        assert other.number == one.number + 1
        assert other.day > one.day
        assert other.before == one.after + sum(draw.satang for draw in other.draws)


@given(terms())
def test_no_interest_is_lost_and_none_bears_interest(loan: Terms) -> None:
    dues = schedule(loan)
    assert sum(due.deferred for due in dues) == sum(due.brought for due in dues) == dues[-1].brought
    if loan.convention.interest_by is InterestBy.MONTH:
        for due in dues:
            own = due.interest - due.brought + due.forgone + due.deferred
            whole = month_of(due.before, due.rate * 100)
            assert own <= whole if due.draws else own == whole


@given(terms())
def test_a_pause_asks_for_no_principal_and_says_so(loan: Terms) -> None:
    for due in schedule(loan):
        paused = {Note.GRACE, Note.MORATORIUM}.intersection(due.notes)
        assert not (paused and due.principal)
        assert paused or not (due.forgone or due.deferred)


@given(terms(), st.integers(1, 60), rates)
def test_another_rate_alters_nothing_before_it(loan: Terms, number: int, rate: Decimal) -> None:
    day = due_day(loan.first_due, number)
    others = tuple(old for old in loan.rates if old.first_day != day)
    changed = replace(loan, rates=(*others, RateFrom(day, rate)))
    before, after = (
        [due for due in schedule(each) if due.day < day] for each in (replace(loan, rates=others), changed)
    )
    assert before == after


@given(terms(), st.data())
def test_a_moratorium_alters_nothing_before_it(loan: Terms, data: st.DataObject) -> None:
    plain = replace(loan, moratoria=())
    number, interest = data.draw(st.integers(1, loan.months)), data.draw(st.sampled_from(PauseInterest))
    pause = Moratorium(due_day(loan.first_due, number), 3, interest, extends_term=True)
    with_it, without = (
        [due for due in schedule(each) if due.number < number]
        for each in (replace(plain, moratoria=(pause,)), plain)
    )
    assert with_it == without


@given(sums, days, st.integers(2, 120), rates, conventions, st.data())
def test_what_extends_the_term_moves_the_rest_back_as_it_is(
    principal: int, first_due: date, months: int, rate: Decimal, convention, data: st.DataObject
) -> None:
    convention = replace(convention, interest_by=InterestBy.MONTH)
    plain = Terms(principal, first_due, months, (RateFrom(date(2010, 1, 1), rate),), convention)
    number = data.draw(st.integers(1, len(schedule(plain))))
    pause = Moratorium(due_day(first_due, number), 3, PauseInterest.FORGONE, extends_term=True)
    without = [(due.interest, due.principal) for due in schedule(plain)]
    with_it = [(due.interest, due.principal) for due in schedule(replace(plain, moratoria=(pause,)))]
    assert with_it == [*without[: number - 1], (0, 0), (0, 0), (0, 0), *without[number - 1 :]]


@given(terms(), st.sampled_from(PaidFirst))
def test_who_pays_on_the_day_owes_nothing(loan: Terms, paid_first: PaidFirst) -> None:
    dues = schedule(loan)
    payments = [Payment(due.day, due.instalment) for due in dues if due.instalment]
    for due in dues:
        found = owed(dues, payments, due.day, paid_first)
        assert (found.due, found.ahead, found.excess, found.days_in_arrears) == (0, 0, 0, 0)
    assert found.principal_outstanding == 0
    assert [(split.interest, split.principal) for split in found.splits] == [
        (due.interest, due.principal) for due in dues if due.instalment
    ]


@given(terms(), st.data(), st.sampled_from(PaidFirst))
def test_every_satang_of_a_payment_goes_somewhere(
    loan: Terms, data: st.DataObject, paid_first: PaidFirst
) -> None:
    dues, payments = schedule(loan), data.draw(payments_on(loan))
    on = loan.first_day + timedelta(data.draw(st.integers(0, 4000)))
    found = owed(dues, payments, on, paid_first)
    come = sum(payment.satang for payment in payments if payment.day <= on)
    fallen = sum(due.instalment for due in dues if due.day <= on)
    asked = sum(due.instalment for due in dues)
    assert found.due == max(0, fallen - come)
    assert found.ahead == max(0, min(come, asked) - fallen)
    assert found.excess == max(0, come - asked)
    for split in found.splits:
        parts = (split.interest, split.principal, split.ahead, split.excess)
        assert min(parts) >= 0
        assert sum(parts) == split.payment.satang


@given(terms(), st.data())
def test_the_order_of_writing_payments_down_does_not_matter(loan: Terms, data: st.DataObject) -> None:
    dues, payments = schedule(loan), data.draw(payments_on(loan))
    by_days = owed(dues, sorted(payments, key=lambda paid: paid.day), EVER)
    mixed = owed(dues, data.draw(st.permutations(payments)), EVER)
    assert (mixed.unpaid, mixed.ahead, mixed.excess) == (by_days.unpaid, by_days.ahead, by_days.excess)


@given(terms(), st.data(), st.sampled_from(PaidFirst))
def test_what_is_settled_day_by_day_is_what_is_split(
    loan: Terms, data: st.DataObject, paid_first: PaidFirst
) -> None:
    """Asked on any later day, the settlements up to an earlier one are those that were told then."""
    dues, payments = schedule(loan), data.draw(payments_on(loan))
    day = data.draw(days)
    then = [one for one in settled(dues, payments, EVER, paid_first) if one.day <= day]
    assert then == settled(dues, payments, day, paid_first)
    asked = owed(dues, payments, day, paid_first)
    assert sum(one.interest for one in then) == sum(split.interest for split in asked.splits)
    assert sum(one.principal for one in then) == sum(split.principal for split in asked.splits)
    assert all(one.day >= payments[one.payment].day for one in then)


@given(st.lists(terms(), max_size=4), st.data())
def test_ages_and_risk_add_up(loans: list[Terms], data: st.DataObject) -> None:
    on = data.draw(days)
    found = [
        owed(schedule(loan), [paid for paid in data.draw(payments_on(loan)) if paid.day <= on], on)
        for loan in loans
    ]
    assert all(sum(by_age(loan).values()) == loan.due for loan in found)
    together = portfolio(found)
    assert sum(outstanding_by_age(found).values()) == together.outstanding
    assert 0 <= together.at_risk <= together.outstanding
    assert (together.share_at_risk is None) == (together.outstanding == 0)
