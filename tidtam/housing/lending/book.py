"""What the book has of loans: approved, drawn, received, and where principal and interest stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, Sum

from tidtam.housing.lending.models import Loan
from tidtam.housing.lending.sums import Lent, interest, principal
from tidtam.housing.loans.paid import Payment
from tidtam.housing.loans.terms import Draw
from tidtam.ledger_store import read
from tidtam.ledger_store.read import Moment
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import Housing

APPROVED, DRAWN, REPAID = "approved", "drawn", "repaid"
DUE, PAID, FORGONE = "due", "paid", "forgone"
RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Moved:
    """A drawdown, or money that came in: the key of its statement in the book, its day and its satang."""

    key: str
    day: date
    satang: int


@dataclass(slots=True)
class Book:
    """One loan as the book has it; a stage at which nothing stands is 0, because the loan is on record.

    `principal` and `interest` are what stands at each stage of the two pathways, which are never added.
    """

    draws: list[Moved] = field(default_factory=list)
    receipts: list[Moved] = field(default_factory=list)
    principal: Mapping[str, int] = field(default_factory=dict)
    interest: Mapping[str, int] = field(default_factory=dict)

    @property
    def drawn(self) -> Lent:
        """All that was paid out, repaid or not."""
        return principal(self.principal.get(DRAWN, 0) + self.principal.get(REPAID, 0))

    @property
    def approved(self) -> Lent:
        """All that was approved, drawn or not."""
        return principal(self.principal.get(APPROVED, 0)) + self.drawn

    @property
    def repaid(self) -> Lent:
        """The principal that came back."""
        return principal(self.principal.get(REPAID, 0))

    @property
    def interest_paid(self) -> Lent:
        """The interest that was paid."""
        return interest(self.interest.get(PAID, 0))

    @property
    def forgone(self) -> Lent:
        """The interest that was not asked for."""
        return interest(self.interest.get(FORGONE, 0))

    @property
    def received(self) -> int:
        """All money that came in, in satang: it is what slips say, and no result."""
        return sum(one.satang for one in self.receipts)

    def as_draws(self) -> tuple[Draw, ...]:
        """The drawdowns as the schedule takes them."""
        return tuple(Draw(one.day, one.satang) for one in self.draws)

    def as_payments(self) -> list[Payment]:
        """What came in as the schedule takes it, in the order of `receipts`."""
        return [Payment(one.day, one.satang) for one in self.receipts]


def way_of(loan: Loan) -> Housing:
    """The pathways of the programme of a loan; KeyError where definitions say nothing of it any more."""
    return programmes.housing()[loan.programme]


def books(loans: Sequence[Loan], moment: Moment) -> dict[int, Book]:
    """The book of each loan (by id) at a moment, in as many questions for one as for all."""
    found = {loan.subject_id: Book() for loan in loans}
    ways = programmes.housing()
    used = [ways[code] for code in {loan.programme for loan in loans}]
    for code in sorted({way.principal for way in used}):
        for subject, standing in _standing(code, found, moment).items():
            found[subject].principal = standing
    for code in sorted({way.interest for way in used}):
        for subject, standing in _standing(code, found, moment).items():
            found[subject].interest = standing
    moved = _moved({way.principal for way in used} | {way.receipts for way in used}, list(found), moment)
    for subject, by_stage in moved.items():
        found[subject].draws = by_stage[DRAWN]
        found[subject].receipts = by_stage[RECEIVED]
    return {loan.pk: found[loan.subject_id] for loan in loans}


def _standing(code: str, subjects: Mapping[int, Book], moment: Moment) -> dict[int, dict[str, int]]:
    return read.standing_in(programmes.pathway(code), list(subjects), moment)


def _moved(pathways: set[str], subjects: Sequence[int], moment: Moment) -> dict[int, dict[str, list[Moved]]]:
    """The drawdowns and receipts that hold, by container and stage, the earliest first."""
    rows = (
        moment.entries()
        .filter(
            cell__pathway__in=pathways,
            to_container__in=subjects,
            to_stage__in=(DRAWN, RECEIVED),
            quantity__gt=0,
        )
        .values_list("to_container", "to_stage", "day_last", "statement")
        .annotate(satang=Sum(F("sign") * F("quantity")))
        .order_by("day_last", "statement")
    )
    found: dict[int, dict[str, list[Moved]]] = defaultdict(lambda: defaultdict(list))
    for container, stage, day, statement, satang in rows:
        if satang:
            found[container][stage].append(Moved(statement, day, satang))
    return found
