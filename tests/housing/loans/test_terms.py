"""Terms and payments that cannot be are refused, all at once and in two languages; small rules by hand."""

from __future__ import annotations

import doctest
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tidtam.housing.loans import arrears, interest, months, schedule, terms
from tidtam.housing.loans.arrears import portfolio
from tidtam.housing.loans.paid import Payment, owed
from tidtam.housing.loans.schedule import Note
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
from tidtam.problems import Refused

FOUR = RateFrom(date(2020, 1, 1), Decimal("0.04"))
PLAIN = {
    "principal_satang": 12_000_000,
    "first_due": date(2020, 2, 1),
    "months": 12,
    "rates": (FOUR,),
    "convention": Convention("annuity"),
}


def loan(**changes: object) -> Terms:
    return Terms(**{**PLAIN, **changes})


def pause(day: date, length: int = 3, *, extends: bool = True) -> Moratorium:
    return Moratorium(day, length, PauseInterest.FORGONE, extends)


REFUSED = [
    ({"principal_satang": 0}, ["sum-not-positive"]),
    ({"months": 0}, ["months-odd"]),
    ({"months": 481}, ["months-odd"]),
    ({"rates": (RateFrom(date(2020, 1, 1), Decimal(4)),)}, ["rate-odd"]),
    ({"rates": (RateFrom(date(2020, 1, 1), Decimal("NaN")),)}, ["rate-odd"]),
    ({"rates": (FOUR, replace(FOUR, yearly=Decimal(0)))}, ["rate-twice"]),
    ({"rates": ()}, ["no-rate-at-first"]),
    ({"rates": (RateFrom(date(2020, 1, 2), Decimal("0.04")),)}, ["no-rate-at-first"]),
    ({"graces": (Grace(0),)}, ["months-odd"]),
    ({"graces": (Grace(6), Grace(6))}, ["grace-too-long"]),
    ({"moratoria": (pause(date(2019, 12, 31)),)}, ["moratorium-outside"]),
    ({"moratoria": (pause(date(2021, 1, 2)),)}, ["moratorium-outside"]),
    ({"moratoria": (pause(date(2020, 11, 1), extends=False),)}, ["no-month-left"]),
    ({"moratoria": (pause(date(2020, 6, 1)), pause(date(2020, 4, 1)))}, ["moratoria-overlap"]),
    ({"draws": (Draw(date(2020, 1, 1), 11_999_999),)}, ["draws-differ"]),
    ({"draws": (Draw(date(2019, 12, 31), 12_000_000),)}, ["drawn-outside"]),
    ({"draws": (Draw(date(2020, 2, 1), 12_000_000),)}, ["first-drawn-late"]),
    ({"draws": (Draw(date(2020, 1, 1), 1), Draw(date(2021, 1, 1), 11_999_999))}, ["drawn-outside"]),
    ({"draws": (Draw(date(2020, 1, 1), -1),)}, ["sum-not-positive"]),
    # All at once.
    (
        {"principal_satang": -1, "months": 0, "rates": (RateFrom(date(2020, 1, 1), Decimal(-1)),)},
        ["sum-not-positive", "months-odd", "rate-odd"],
    ),
]


@pytest.mark.parametrize(("changes", "codes"), REFUSED)
def test_terms_that_cannot_be(changes: dict[str, object], codes: list[str]) -> None:
    with pytest.raises(Refused) as caught:
        loan(**changes)
    assert [problem.code for problem in caught.value.problems] == [f"loans.{code}" for code in codes]
    assert all(caught.value.text(lang) for lang in ("th", "en"))


def test_what_is_said_of_a_moratorium_outside() -> None:
    with pytest.raises(Refused) as caught:
        loan(moratoria=(pause(date(2021, 4, 1)),))
    assert caught.value.text("th") == (
        "ข้อมูล 'moratoria': การพักชำระหนี้ตั้งแต่ 1 เม.ย. 64 จำนวน 3 เดือน ไม่อยู่ในอายุสัญญา 1 ม.ค. 63 ถึง "
        "1 ม.ค. 64 ตรวจวันเริ่มและจำนวนเดือนของการพักชำระหนี้กับประกาศ"
    )
    assert "does not lie within the term" in caught.value.text("en")


def test_a_moratorium_may_touch_the_ends_and_another_one() -> None:
    kept = [pause(date(2020, 1, 1)), pause(date(2020, 5, 1)), pause(date(2021, 7, 1))]
    dues = schedule.schedule(loan(moratoria=kept))
    assert [due.number for due in dues if Note.MORATORIUM in due.notes] == [1, 2, 3, 4, 5, 6, 18, 19, 20]
    assert (len(dues), dues[-1].day) == (21, date(2021, 10, 1))


@pytest.mark.parametrize(
    "changes",
    [
        {"principal_satang": 120000.0},
        {"principal_satang": True},
        {"rates": (RateFrom(date(2020, 1, 1), 0.04),)},
        {"draws": (Draw(date(2020, 1, 1), Decimal(12_000_000)),)},
    ],
)
def test_floats_never_come_in(changes: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        loan(**changes)


@pytest.mark.parametrize(("share", "by_hand"), [(InterestBy.MONTH, 30_323), (InterestBy.DAY, 30_904)])
def test_two_drawdowns_in_one_month(share: InterestBy, by_hand: int) -> None:
    """60,000 baht on 1 January and on the 16th, 16 of 31 days before it falls due, at 4 per cent.

    200.00 + 200.00 x 16/31 = 303.23; or 60,000 x 0.04 x (31 + 16)/365 = 309.04.
    """
    draws = (Draw(date(2020, 1, 16), 6_000_000), Draw(date(2020, 1, 1), 6_000_000))
    first, *_ = schedule.schedule(loan(draws=draws, convention=Convention("any", interest_by=share)))
    assert (first.interest, first.before, first.notes) == (by_hand, 12_000_000, (Note.DRAWN,))


def test_what_is_drawn_later_is_reckoned_in_from_then_on() -> None:
    """60,000 at once and 60,000 after six of twelve months, without interest: 5,000 a month, then 15,000."""
    draws = (Draw(date(2020, 1, 1), 6_000_000), Draw(date(2020, 7, 1), 6_000_000))
    free = (RateFrom(date(2020, 1, 1), Decimal(0)),)
    dues = schedule.schedule(loan(draws=draws, rates=free))
    assert [due.instalment for due in dues] == [500_000] * 6 + [1_500_000] * 6


def test_a_moratorium_within_grace_moves_the_grace_back() -> None:
    dues = schedule.schedule(loan(graces=(Grace(3),), moratoria=(pause(date(2020, 3, 1), 2),)))
    assert [due.notes[0].value for due in dues if due.notes] == [
        "grace", "moratorium", "moratorium", "grace", "grace",
    ]  # fmt: skip
    assert [due.interest for due in dues[:6]] == [40_000, 0, 0, 40_000, 40_000, 40_000]
    assert len(dues) == 14


def test_an_instalment_that_is_kept_though_the_rate_rises_leaves_a_large_last_one() -> None:
    convention = Convention("kept", on_rate_change=OnRateChange.KEEP_INSTALMENT)
    low, high = RateFrom(date(2020, 1, 1), Decimal(0)), RateFrom(date(2020, 2, 1), Decimal("0.15"))
    dues = schedule.schedule(loan(months=240, rates=(low, high), convention=convention))
    assert {due.principal for due in dues[1:-1]} == {0}
    assert dues[-1].principal == 12_000_000 - 50_000


def test_a_sum_too_small_for_its_months_ends_sooner() -> None:
    dues = schedule.schedule(loan(principal_satang=7, rates=(replace(FOUR, yearly=Decimal(0)),)))
    assert [due.principal for due in dues] == [1] * 7


def test_equal_principal_heeds_no_other_rate_in_its_parts() -> None:
    rates = (FOUR, RateFrom(date(2020, 6, 1), Decimal("0.07")))
    convention = Convention("principal", Instalments.EQUAL_PRINCIPAL)
    dues = schedule.schedule(loan(rates=rates, convention=convention))
    assert {due.principal for due in dues} == {1_000_000}


@pytest.mark.parametrize(
    ("payment", "code"),
    [
        (Payment(date(2020, 2, 1), 0), "loans.sum-not-positive"),
        (Payment(date(2019, 12, 31), 1), "loans.paid-before-loan"),
    ],
)
def test_payments_that_cannot_be(payment: Payment, code: str) -> None:
    with pytest.raises(Refused) as caught:
        owed(schedule.schedule(loan()), [Payment(date(2020, 2, 1), 1), payment], date(2020, 3, 1))
    (problem,) = caught.value.problems
    assert (problem.code, problem.where.row) == (code, 2)


def test_a_payment_is_whole_satang() -> None:
    with pytest.raises(TypeError):
        owed(schedule.schedule(loan()), [Payment(date(2020, 2, 1), 10.5)], date(2020, 3, 1))


def test_an_excess_is_named() -> None:
    found = owed(schedule.schedule(loan()), [Payment(date(2021, 1, 1), 13_000_000)], date(2021, 1, 1))
    (split,) = found.splits
    assert split.excess == found.excess == 13_000_000 - 12_261_586
    problem = split.problem()
    assert problem is not None
    assert problem.text("en").startswith(
        "the payment of 1 January 2021 (B.E. 2564) is 7,384.14 บาท more than"
    )
    paid = owed(schedule.schedule(loan()), [Payment(date(2020, 2, 1), 1)], date(2021, 1, 1))
    assert paid.splits[0].problem() is None


def test_a_portfolio_is_of_one_day() -> None:
    dues = schedule.schedule(loan())
    with pytest.raises(ValueError, match="different days"):
        portfolio([owed(dues, [], date(2020, 3, 1)), owed(dues, [], date(2020, 3, 2))])


def test_a_portfolio_that_is_all_paid_has_no_share() -> None:
    dues = schedule.schedule(loan())
    paid = [Payment(due.day, due.instalment) for due in dues]
    assert portfolio([owed(dues, paid, date(2021, 1, 1))]).share_at_risk is None


@pytest.mark.parametrize("module", [terms, months, interest, schedule, arrears])
def test_examples_in_the_docs_hold(module: object) -> None:
    found = doctest.testmod(module)  # type: ignore[arg-type]
    assert (found.failed, found.attempted > 0) == (0, True)
