"""Which terms can be: everything that is wrong with them, at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from tidtam.housing.loans import problems as kinds
from tidtam.housing.loans.months import due_day, first_number, months_of
from tidtam.problems import Both, Problem, Where
from tidtam.thai.date_writing import english_date, short_date
from tidtam.thai.money import baht

if TYPE_CHECKING:
    from tidtam.housing.loans.terms import Moratorium, Terms

# Longer than the longest lease of land under a house, 30 years, and a third more: beyond it is a slip.
MOST_MONTHS = 480
# Civil and Commercial Code, section 654.
HIGHEST_RATE = Decimal("0.15")


def check_types(terms: Terms) -> None:
    """TypeError for money that is no whole number of satang, and for a rate that is no Decimal."""
    for satang in (terms.principal_satang, *(draw.satang for draw in terms.draws)):
        check_satang(satang)
    for rate in terms.rates:
        if not isinstance(rate.yearly, Decimal):
            raise TypeError(f"a rate is a Decimal, not {rate.yearly!r}")


def check_satang(satang: object) -> None:
    """TypeError for a sum that is no whole number of satang."""
    if isinstance(satang, bool) or not isinstance(satang, int):
        raise TypeError(f"money is a whole number of satang, not {satang!r}")


def problems_of(terms: Terms) -> list[Problem]:
    """All that is wrong: first with each value by itself, and only then with how they lie in the term."""
    return [*_values(terms)] or [*_rate_at_first(terms), *_moratoria(terms)] or [*_draws(terms)]


def day_named(day: date) -> Both:
    """A day as a problem names it."""
    return Both(short_date(day), english_date(day))


def _values(terms: Terms) -> Iterator[Problem]:
    if terms.principal_satang <= 0:
        yield kinds.SUM_NOT_POSITIVE.at(Where(field="principal"), satang=terms.principal_satang)
    for row, draw in enumerate(terms.draws, 1):
        if draw.satang <= 0:
            yield kinds.SUM_NOT_POSITIVE.at(Where(row=row, field="draws"), satang=draw.satang)
    yield from _lengths(terms)
    yield from _rates(terms)


def _lengths(terms: Terms) -> Iterator[Problem]:
    given = [(Where(field="months"), terms.months)]
    given += [(Where(row=row, field="graces"), grace.months) for row, grace in enumerate(terms.graces, 1)]
    given += [
        (Where(row=row, field="moratoria"), pause.months) for row, pause in enumerate(terms.moratoria, 1)
    ]
    odd = [(where, months) for where, months in given if not 1 <= months <= MOST_MONTHS]
    for where, months in odd:
        yield kinds.MONTHS_ODD.at(where, months=months, most=MOST_MONTHS)
    if not odd and terms.grace_months >= terms.months:
        yield kinds.GRACE_TOO_LONG.at(Where(field="graces"), grace=terms.grace_months, months=terms.months)


def _rates(terms: Terms) -> Iterator[Problem]:
    for row, rate in enumerate(terms.rates, 1):
        if not (rate.yearly.is_finite() and 0 <= rate.yearly <= HIGHEST_RATE):
            yield kinds.RATE_ODD.at(Where(row=row, field="rates"), rate=rate.yearly)
    for day, times in Counter(rate.first_day for rate in terms.rates).items():
        if times > 1:
            yield kinds.RATE_TWICE.at(Where(field="rates"), day=day_named(day))


def _rate_at_first(terms: Terms) -> Iterator[Problem]:
    if not any(rate.first_day <= terms.first_day for rate in terms.rates):
        yield kinds.NO_RATE_AT_FIRST.at(Where(field="rates"), day=day_named(terms.first_day))


def _moratoria(terms: Terms) -> Iterator[Problem]:
    by_day = sorted(terms.moratoria, key=lambda moratorium: moratorium.first_day)
    for one, other in pairwise(by_day):
        if _numbers(terms, one).stop > _numbers(terms, other).start:
            days = {"day": day_named(other.first_day), "other": day_named(one.first_day)}
            yield kinds.MORATORIA_OVERLAP.at(Where(field="moratoria"), **days)
    last = terms.months
    for moratorium in by_day:
        yield from _moratorium(terms, moratorium, last)
        last += moratorium.months if moratorium.extends_term else 0


def _moratorium(terms: Terms, moratorium: Moratorium, last: int) -> Iterator[Problem]:
    """A moratorium against the number of the last instalment, as it was before it."""
    numbers, where = _numbers(terms, moratorium), Where(field="moratoria")
    first_day = day_named(moratorium.first_day)
    if moratorium.first_day < terms.first_day or numbers.start > last:
        ends = {"first": day_named(terms.first_day), "last": day_named(due_day(terms.first_due, last))}
        yield kinds.MORATORIUM_OUTSIDE.at(where, day=first_day, months=moratorium.months, **ends)
    elif not moratorium.extends_term and numbers.stop > last:
        yield kinds.NO_MONTH_LEFT.at(where, day=first_day)


def _numbers(terms: Terms, moratorium: Moratorium) -> range:
    first = first_number(terms.first_due, moratorium.first_day)
    return range(first, first + moratorium.months)


def _draws(terms: Terms) -> Iterator[Problem]:
    first, last = terms.first_day, max(month.due for month in months_of(terms))
    for row, draw in enumerate(terms.draws, 1):
        if not first <= draw.day < last:
            ends = {"first": day_named(first), "last": day_named(last)}
            yield kinds.DRAWN_OUTSIDE.at(Where(row=row, field="draws"), day=day_named(draw.day), **ends)
    if terms.drawn[0].day >= terms.first_due:
        days = {"day": day_named(terms.drawn[0].day), "due": day_named(terms.first_due)}
        yield kinds.FIRST_DRAWN_LATE.at(Where(field="draws"), **days)
    drawn = sum(draw.satang for draw in terms.drawn)
    if drawn != terms.principal_satang:
        sums = {"drawn": baht(drawn), "principal": baht(terms.principal_satang)}
        yield kinds.DRAWS_DIFFER.at(Where(field="draws"), **sums)
