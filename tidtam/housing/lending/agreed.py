"""The terms of a loan, made of what was agreed and of the dated data that holds for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tidtam.housing.lending import problems as say
from tidtam.housing.lending.models import Loan, LoanAnswer
from tidtam.housing.loans.rules import day_named
from tidtam.housing.loans.terms import (
    Convention,
    Draw,
    Grace,
    Instalments,
    InterestBy,
    Moratorium,
    PauseInterest,
    RateFrom,
    Terms,
)
from tidtam.problems import Refused, Where
from tidtam.programmes import money
from tidtam.programmes.latest import latest_editions
from tidtam.programmes.models import DatedEdition
from tidtam.programmes.models import LoanConvention as ConventionRow
from tidtam.programmes.models import Moratorium as MoratoriumRow
from tidtam.programmes.models import Rate as RateRow


@dataclass(frozen=True, slots=True)
class Answers:
    """What an organisation answered and finance confirmed: codes that it took up, and that it declined."""

    accepted: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()


def answers_of(rows: Iterable[LoanAnswer]) -> Answers:
    """The answers that count; one that nobody confirmed is not among them."""
    confirmed = [row for row in rows if row.confirmed_by_id is not None]
    return Answers(
        frozenset(row.code for row in confirmed if row.accepted),
        frozenset(row.code for row in confirmed if not row.accepted),
    )


@dataclass(frozen=True, slots=True)
class OnRecord:
    """The dated data that loans go by, read once for however many loans."""

    rates: tuple[money.Rate, ...]
    moratoria: tuple[money.Moratorium, ...]
    conventions: tuple[money.LoanConvention, ...]

    def rates_of(self, programme: str, declined: frozenset[str] = frozenset()) -> list[money.Rate]:
        """The rates at which a programme lends to organisations, the earliest first.

        A rate that the organisation declined is left out: the one before it goes on.
        """
        fits = (
            rate
            for rate in self.rates
            if rate.lends_to == "organisation" and programme in rate.programmes and rate.code not in declined
        )
        return sorted(fits, key=lambda rate: rate.valid_from)

    def moratoria_within(self, first: date, last: date) -> list[money.Moratorium]:
        """The moratoria that began while a loan ran, the earliest first."""
        found = (one for one in self.moratoria if first <= one.valid_from <= last)
        return sorted(found, key=lambda one: one.valid_from)

    def convention_named(self, loan: Loan) -> money.LoanConvention | None:
        """The convention of the day of the contract, with its paper; None where none is on record."""
        return next((one for one in self.conventions if one.holds_on(loan.contracted_on)), None)

    def convention_of(self, loan: Loan) -> Convention:
        """How a loan is reckoned, by the data of the day of its contract; Refused where they are silent."""
        found = self.convention_named(loan)
        if found is None:
            day = day_named(loan.contracted_on)
            raise Refused([say.NO_CONVENTION.at(Where(field="contracted_on"), day=day)])
        return Convention(found.code, Instalments(found.instalments), InterestBy(found.interest_by))


def on_record() -> OnRecord:
    """The dated data as it stands today."""
    return OnRecord(_latest(RateRow), _latest(MoratoriumRow), _latest(ConventionRow))


def _latest(model: type[DatedEdition]) -> tuple[Any, ...]:
    rows = latest_editions(model).values()
    return tuple(row.as_dated() for row in rows if not row.retired)


def known_until(rates: Sequence[money.Rate]) -> date | None:
    """The last day for which a paper gives a rate; None while the last one goes on or there is none."""
    return rates[-1].valid_to if rates else None


def terms_of(
    loan: Loan,
    draws: Sequence[Draw] = (),
    answers: Answers | None = None,
    record: OnRecord | None = None,
) -> Terms:
    """The terms with what was drawn up to now; the whole sum on the first day while nothing was.

    Refused where they cannot be: no rate or convention on record, a drawdown outside the term.
    """
    given, known = answers or Answers(), record or on_record()
    offered = known.moratoria_within(loan.contracted_on, date.max)
    return Terms(
        principal_satang=sum(draw.satang for draw in draws) if draws else loan.principal,
        first_due=loan.first_due,
        months=loan.months,
        rates=tuple(
            RateFrom(rate.valid_from, Decimal(rate.percent) / 100)
            for rate in known.rates_of(loan.programme, given.declined)
        ),
        convention=known.convention_of(loan),
        graces=tuple(Grace(one["months"], PauseInterest(one["interest"])) for one in loan.graces),
        moratoria=tuple(
            Moratorium(one.valid_from, one.months, PauseInterest(one.interest), one.term == "longer")
            for one in offered
            if one.code in given.accepted
        ),
        draws=tuple(draws),
    )
