"""In whatever order drawdowns, slips and reversals become known, the book is a recount from nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.housing.conftest import Canal
from tests.housing.lending.conftest import lent
from tidtam.housing.actions.lending import NewLoan, draw, receive
from tidtam.housing.lending.book import books
from tidtam.housing.lending.models import Loan
from tidtam.housing.lending.queries import reckoned
from tidtam.ledger_store.check import faults
from tidtam.ledger_store.read import Moment
from tidtam.problems import Refused
from tidtam.review.actions import approve, take_back
from tidtam.review.models import Claim

pytestmark = pytest.mark.django_db
FIRST = date(2020, 1, 1)
END = date(2021, 3, 1)


@dataclass(frozen=True)
class Told:
    """A drawdown or a slip, the day that it speaks of, and whether it is taken back in the end."""

    is_draw: bool
    day: date
    satang: int
    number: int
    taken_back: bool = False


@st.composite
def histories(draw_: st.DrawFn) -> list[Told]:
    """One to three drawdowns (the first on the first day), up to five slips, in any order."""
    draws = [Told(True, FIRST, draw_(st.integers(1_000_000, 5_000_000)), 0)]
    for number in range(1, draw_(st.integers(1, 3))):
        days, satang = draw_(st.integers(1, 90)), draw_(st.integers(1, 3_000_000))
        draws.append(Told(True, FIRST + timedelta(days), satang, number))
    slips = [
        Told(
            False,
            FIRST + timedelta(draw_(st.integers(1, 400))),
            draw_(st.integers(1, 1_500_000)),
            number,
            draw_(st.integers(0, 3)) == 0,
        )
        for number in range(draw_(st.integers(0, 5)))
    ]
    return draw_(st.permutations([*draws, *slips]))


def tell_all(canal: Canal, loan: Loan, history: Sequence[Told]) -> dict[Told, Claim]:
    """Tells each as soon as it can be told: a slip before its drawdown is refused, and comes again later."""
    waiting, kept = list(history), {}
    for _ in history:
        for one in list(waiting):
            deed = draw if one.is_draw else receive
            try:
                with transaction.atomic():
                    claim = deed(
                        actor=canal.kamon, loan=loan, satang=one.satang, day=one.day, paper=f"{one.number}"
                    )
            except Refused:
                continue
            done = approve(actor=canal.wanchai, keys=[claim.key])
            assert done.problems == []
            kept[one] = claim
            waiting.remove(one)
    return kept


def recounted(loan: Loan, kept: Sequence[Told]) -> tuple[Counter[str], Counter[str]]:
    """What came back: slips in the order of their days, all interest that fell due before principal.

    What is due on which day comes from the schedule, which is held against other reckonings elsewhere.
    """
    dues = reckoned([loan], Moment(END))[0].dues
    slips = sorted((one for one in kept if not one.is_draw), key=lambda one: (one.day, one.number))
    owes: list[list[object]] = []  # day, kind, satang left
    for due in dues:
        owes += [[due.day, "interest", due.interest], [due.day, "principal", due.principal]]
    principal, interest = Counter[str](), Counter[str]()
    for slip in slips:
        rest = slip.satang
        fallen = sorted((o for o in owes if o[0] <= slip.day), key=lambda o: (o[1] != "interest", o[0]))
        for owed in fallen + [o for o in owes if o[0] > slip.day]:
            taken = min(rest, owed[2])
            owed[2] -= taken
            rest -= taken
            if owed[0] <= END:
                (principal if owed[1] == "principal" else interest)[f"{owed[1]} back"] += taken
    return principal, interest


CHECKS_LEFT_OUT = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=6, suppress_health_check=CHECKS_LEFT_OUT)
@given(history=histories())
def test_any_order_is_a_recount(canal: Canal, new: NewLoan, history: list[Told]) -> None:
    agrees(canal, new, history)


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=CHECKS_LEFT_OUT)
@given(history=histories())
def test_many_orders_are_recounts(canal: Canal, new: NewLoan, history: list[Told]) -> None:
    agrees(canal, new, history)


def agrees(canal: Canal, new: NewLoan, history: Sequence[Told]) -> None:
    """The book after all that was told and taken back, held against the recount; nothing of it stays."""
    with transaction.atomic():
        loan = lent(canal, new)
        kept = tell_all(canal, loan, history)
        for one, claim in list(kept.items()):
            if one.taken_back:
                take_back(actor=canal.wanchai, keys=[claim.key], reason="ผิด")
                del kept[one]
        principal, interest = recounted(loan, list(kept))
        book = books([loan], Moment(END))[loan.pk]
        drawn = sum(one.satang for one in kept if one.is_draw)
        assert book.drawn.satang == drawn
        assert book.approved.satang == loan.principal
        assert book.repaid.satang == principal.total()
        assert book.interest_paid.satang == interest.total()
        found = reckoned([loan], Moment(END))[0]
        assert found.outstanding.satang == drawn - principal.total()
        received = sum(one.satang for one in kept if not one.is_draw)
        assert book.received == received == principal.total() + interest.total() + found.owed.ahead
        assert faults() == []
        transaction.set_rollback(True)
