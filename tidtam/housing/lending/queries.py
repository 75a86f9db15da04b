"""Reading loans: how one stands, and how many stand together; what is not known is None, never 0."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.db.models import QuerySet

from tidtam.housing.lending import problems as say
from tidtam.housing.lending.agreed import (
    Answers,
    OnRecord,
    answers_of,
    known_until,
    on_record,
    terms_of,
)
from tidtam.housing.lending.book import Book, books
from tidtam.housing.lending.models import Loan
from tidtam.housing.lending.sums import Lent, principal
from tidtam.housing.loans.arrears import Age, Portfolio, by_age, outstanding_by_age, portfolio
from tidtam.housing.loans.interest import level_instalment
from tidtam.housing.loans.paid import Owed, Payment, owed
from tidtam.housing.loans.rules import day_named
from tidtam.housing.loans.schedule import Due, schedule
from tidtam.housing.loans.terms import Terms
from tidtam.housing.queries import today
from tidtam.ledger_store.read import Moment
from tidtam.people.access import Access, Right
from tidtam.places import queries as places
from tidtam.places.models import Place
from tidtam.problems import Problem
from tidtam.programmes import money

MOST_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One loan on one day: its terms, its schedule, what the book has of it and what is owed.

    `owed` is None while nothing was drawn; the schedule then is the plan of the whole sum.
    """

    loan: Loan
    on: date
    terms: Terms
    dues: tuple[Due, ...]
    book: Book
    owed: Owed | None
    answers: Answers
    record: OnRecord

    @property
    def ages(self) -> dict[Age, int] | None:
        """What fell due and is not paid by its age, in satang; None while nothing was drawn."""
        return by_age(self.owed) if self.owed else None

    @property
    def late(self) -> int | None:
        """What is late in all: it fell due before the day and is not paid."""
        ages = self.ages
        return None if ages is None else sum(ages.values()) - ages[Age.CURRENT]

    @property
    def outstanding(self) -> Lent | None:
        """The principal that is out; None while nothing was drawn."""
        return principal(self.owed.principal_outstanding) if self.owed else None

    @property
    def next_due(self) -> Due | None:
        """The instalment that falls due next, after the day; None when all are behind."""
        return next((due for due in self.dues if due.day > self.on and due.instalment), None)

    @property
    def moratoria(self) -> list[money.Moratorium]:
        """The moratoria that began while it runs, taken up or not."""
        return self.record.moratoria_within(self.loan.contracted_on, self.dues[-1].day)

    @property
    def rates(self) -> list[money.Rate]:
        """The rates that it goes by, those before its first day left out."""
        history = self.record.rates_of(self.loan.programme, self.answers.declined)
        first = max(one.valid_from for one in history if one.valid_from <= self.terms.first_day)
        return [one for one in history if first <= one.valid_from <= self.dues[-1].day]

    @property
    def questions(self) -> list[Problem]:
        """What nobody has a paper for: the rate after the last one known."""
        rates = self.rates
        until = known_until(rates)
        if until is None or until >= self.dues[-1].day:
            return []
        return [say.RATE_UNKNOWN.at(day=day_named(until), percent=rates[-1].percent)]

    @property
    def onlent(self) -> Onlent | None:
        """How the organisation lends on, for information; None where that is not said."""
        percent = self.loan.onlent_percent
        if percent is None:
            return None
        each = None
        if self.loan.households:
            average = self.loan.principal // self.loan.households
            each = level_instalment(average, Decimal(percent) / 100, self.loan.months)
        return Onlent(percent, percent - self.terms.rate_on(max(self.on, self.terms.first_day)) * 100, each)


@dataclass(frozen=True, slots=True)
class Onlent:
    """What members pay the organisation: their yearly rate, how much it is above the loan's, in per cent.

    `monthly` is the instalment of an average household in satang. It is theirs, and stands in no sum.
    """

    percent: Decimal
    above: Decimal
    monthly: int | None


@dataclass(frozen=True, slots=True)
class Together:
    """Loans together on one day: principal by what became of it, arrears by age, the portfolio at risk.

    Principal and interest stand side by side, and no sum of the two is here. `undrawn` loans have nothing
    outstanding, and are no part of the portfolio.
    """

    loans: int
    undrawn: int
    approved: Lent
    drawn: Lent
    repaid: Lent
    interest_paid: Lent
    forgone: Lent
    ages: dict[Age, int]
    outstanding_ages: dict[Age, int]
    portfolio: Portfolio

    @property
    def late(self) -> int:
        """What fell due before the day and is not paid, in satang, as letters to borrowers ask for it."""
        return sum(satang for age, satang in self.ages.items() if age is not Age.CURRENT)

    @property
    def outstanding(self) -> Lent:
        """The principal that is out."""
        return principal(self.portfolio.outstanding)


def readable(access: Access) -> QuerySet[Loan]:
    """The loans that somebody may open; none for whoever holds no role."""
    rows = Loan.objects.select_related("organisation", "project", "place", "subject")
    return access.limit(rows.prefetch_related("answers"), Right.READ_CLAIMS).order_by("code")


def within(rows: QuerySet[Loan], place: Place, on: date) -> QuerySet[Loan]:
    """Only the loans at a place and at all that lies in it, in any tree."""
    inside = places.nested_on(on).filter(ancestor=place).values("descendant")
    return rows.filter(place__in=inside)


def reckoned(loans: Iterable[Loan], moment: Moment | None = None) -> list[Reckoned]:
    """How each loan stands at a moment (today, with all that is known), in as many questions for one as for
    all. Refused where the terms of one cannot be reckoned, as when no rate is on record for its first day."""
    at, some = moment or today(), list(loans)
    kept, record = books(some, at), on_record()
    return [_reckoned(loan, kept[loan.pk], at.as_of, record) for loan in some]


def _reckoned(loan: Loan, kept: Book, on: date, record: OnRecord) -> Reckoned:
    answers = answers_of(loan.answers.all())
    terms = terms_of(loan, kept.as_draws(), answers, record)
    found = _owed(terms, tuple(kept.as_payments()), on) if kept.draws else None
    return Reckoned(loan, on, terms, _schedule(terms), kept, found, answers, record)


@lru_cache(MOST_KEPT)
def _schedule(terms: Terms) -> tuple[Due, ...]:
    """The same terms have the same schedule, on every page."""
    return schedule(terms)


@lru_cache(MOST_KEPT)
def _owed(terms: Terms, payments: tuple[Payment, ...], on: date) -> Owed:
    return owed(_schedule(terms), payments, on, terms.convention.paid_first)


def together(loans: Sequence[Reckoned]) -> Together | None:
    """Loans together; None, and not nought, where there are none."""
    if not loans:
        return None
    drawn = [one.owed for one in loans if one.owed is not None]
    ages = dict.fromkeys(Age, 0)
    for one in drawn:
        for age, satang in by_age(one).items():
            ages[age] += satang
    first, *others = [one.book for one in loans]
    return Together(
        loans=len(loans),
        undrawn=len(loans) - len(drawn),
        approved=sum((one.approved for one in others), first.approved),
        drawn=sum((one.drawn for one in others), first.drawn),
        repaid=sum((one.repaid for one in others), first.repaid),
        interest_paid=sum((one.interest_paid for one in others), first.interest_paid),
        forgone=sum((one.forgone for one in others), first.forgone),
        ages=ages,
        outstanding_ages=outstanding_by_age(drawn),
        portfolio=portfolio(drawn),
    )
