"""What was paid on a loan: each payment split, and what is still due on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby

from tidtam.housing.loans import problems as kinds
from tidtam.housing.loans.rules import check_satang, day_named
from tidtam.housing.loans.schedule import Due
from tidtam.housing.loans.terms import PaidFirst
from tidtam.problems import Problem, Refused, Where
from tidtam.thai.money import baht


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that came in on a day, in satang."""

    day: date
    satang: int


@dataclass(frozen=True, slots=True)
class Split:
    """Where a payment went, in satang.

    `ahead` is held for instalments that fall due after the day that was asked about; `excess` is more than
    the whole loan still asks for, and belongs to the payer.
    """

    payment: Payment
    interest: int
    principal: int
    ahead: int
    excess: int

    def problem(self) -> Problem | None:
        """The excess by its name, as a question to whoever recorded it; None where there is none."""
        if not self.excess:
            return None
        return kinds.MORE_THAN_OWED.at(day=day_named(self.payment.day), excess=baht(self.excess))


@dataclass(frozen=True, slots=True)
class Unpaid:
    """What is still owed of an instalment that has fallen due, in satang; on its own day it is not late."""

    number: int
    day: date
    interest: int
    principal: int
    days_late: int

    @property
    def satang(self) -> int:
        """Interest and principal together."""
        return self.interest + self.principal


@dataclass(frozen=True, slots=True)
class Owed:
    """How a loan stands on a day, in satang.

    `principal_outstanding` is what was drawn up to the day less the principal paid of what has fallen due;
    money paid ahead lessens it only when its instalment falls due.
    """

    on: date
    unpaid: tuple[Unpaid, ...]
    splits: tuple[Split, ...]
    principal_outstanding: int

    @property
    def interest_due(self) -> int:
        """Interest that has fallen due and is not paid."""
        return sum(unpaid.interest for unpaid in self.unpaid)

    @property
    def principal_due(self) -> int:
        """Principal that has fallen due and is not paid."""
        return sum(unpaid.principal for unpaid in self.unpaid)

    @property
    def due(self) -> int:
        """All that has fallen due and is not paid."""
        return self.interest_due + self.principal_due

    @property
    def ahead(self) -> int:
        """What is held for instalments to come."""
        return sum(split.ahead for split in self.splits)

    @property
    def excess(self) -> int:
        """What was paid beyond all that the loan asks for."""
        return sum(split.excess for split in self.splits)

    @property
    def oldest(self) -> Unpaid | None:
        """The unpaid instalment that fell due first."""
        return self.unpaid[0] if self.unpaid else None

    @property
    def days_in_arrears(self) -> int:
        """Days since the oldest unpaid instalment fell due; 0 where nothing is late."""
        return self.oldest.days_late if self.oldest else 0


def owed(
    dues: Sequence[Due],
    payments: Iterable[Payment],
    on: date,
    paid_first: PaidFirst = PaidFirst.ALL_INTEREST,
) -> Owed:
    """How a loan with this schedule stands at the end of a day, with all that was paid up to it.

    A payment settles what has fallen due on its day in the order of the convention; what is more is held for
    the instalments to come, one after the other, and does not change the schedule. Refused when a payment is
    not above zero or comes before anything was drawn; the rows are those of `payments`, from 1.
    """
    received = list(payments)
    _check(dues, received)
    book = _Book(dues, on, paid_first)
    by_day = sorted((paid for paid in received if paid.day <= on), key=lambda paid: paid.day)
    splits = tuple(book.settle(payment) for payment in by_day)
    drawn = sum(draw.satang for due in dues for draw in due.draws if draw.day <= on)
    return Owed(on, tuple(book.unpaid()), splits, drawn - sum(split.principal for split in splits))


@dataclass(frozen=True, slots=True)
class Settled:
    """What one payment settled on one day, in satang: at once, or later when an instalment fell due.

    `payment` is its number among the payments that were given, from 0.
    """

    payment: int
    day: date
    interest: int
    principal: int


def settled(
    dues: Sequence[Due],
    payments: Iterable[Payment],
    on: date,
    paid_first: PaidFirst = PaidFirst.ALL_INTEREST,
) -> list[Settled]:
    """What payments settled up to a day, day by day: the splits of `owed`, with the days on which they count.

    Money that was held ahead counts on the day on which its instalment falls due. Refused as `owed` is.
    """
    received = list(payments)
    _check(dues, received)
    book = _Book(dues, on, paid_first)
    found: dict[tuple[int, date], list[int]] = {}
    by_day = sorted(enumerate(received), key=lambda numbered: numbered[1].day)
    for number, payment in by_day:
        if payment.day > on:
            break
        for part, taken in book.settling(payment):
            if part.due.day <= on:
                sums = found.setdefault((number, max(payment.day, part.due.day)), [0, 0])
                sums[part.is_principal] += taken
    return [Settled(number, day, *sums) for (number, day), sums in found.items()]


@dataclass(slots=True)
class _Part:
    """The interest or the principal of one instalment, and what of it is not yet paid."""

    due: Due
    is_principal: bool
    left: int


class _Book:
    """All parts of a schedule in the order in which they fall due, and what payments have left of them."""

    def __init__(self, dues: Sequence[Due], on: date, paid_first: PaidFirst) -> None:
        both = ((_Part(due, False, due.interest), _Part(due, True, due.principal)) for due in dues)
        self.parts = [part for part in chain.from_iterable(both) if part.left]
        self.on = on
        self.paid_first = paid_first

    def settle(self, payment: Payment) -> Split:
        """Lessens the parts by a payment, and says by how much."""
        interest = principal = ahead = 0
        for part, taken in self.settling(payment):
            if part.due.day > self.on:
                ahead += taken
            elif part.is_principal:
                principal += taken
            else:
                interest += taken
        rest = payment.satang - interest - principal - ahead
        return Split(payment, interest, principal, ahead, rest)

    def settling(self, payment: Payment) -> list[tuple[_Part, int]]:
        """Each part that a payment lessens, in order, and by how much."""
        rest, found = payment.satang, []
        for part in self._in_order(payment.day):
            if not rest:
                break
            taken = min(rest, part.left)
            part.left -= taken
            rest -= taken
            found.append((part, taken))
        self.parts = [part for part in self.parts if part.left]
        return found

    def unpaid(self) -> Iterator[Unpaid]:
        """Each instalment of which something has fallen due and is left, the oldest first."""
        fallen = (part for part in self.parts if part.due.day <= self.on)
        for number, parts in groupby(fallen, key=lambda part: part.due.number):
            left = {part.is_principal: part for part in parts}
            day = next(iter(left.values())).due.day
            interest, principal = (left[kind].left if kind in left else 0 for kind in (False, True))
            yield Unpaid(number, day, interest, principal, (self.on - day).days)

    def _in_order(self, day: date) -> list[_Part]:
        fallen = sum(part.due.day <= day for part in self.parts)
        open_parts, coming = self.parts[:fallen], self.parts[fallen:]
        if self.paid_first is PaidFirst.ALL_INTEREST:
            open_parts.sort(key=lambda part: part.is_principal)
        return open_parts + coming


def _check(dues: Sequence[Due], payments: Sequence[Payment]) -> None:
    first = min((draw.day for due in dues for draw in due.draws), default=date.max)
    found = []
    for row, payment in enumerate(payments, 1):
        check_satang(payment.satang)
        if payment.satang <= 0:
            found.append(kinds.SUM_NOT_POSITIVE.at(Where(row=row), satang=payment.satang))
        if payment.day < first:
            days = {"day": day_named(payment.day), "first": day_named(first)}
            found.append(kinds.PAID_BEFORE_LOAN.at(Where(row=row), **days))
    if found:
        raise Refused(found)
