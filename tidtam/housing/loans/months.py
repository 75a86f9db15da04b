"""The months of a loan: when each falls due, and which of them are grace or moratorium."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tidtam.housing.loans.terms import Grace, Moratorium, Terms


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the schedule: from its first day up to the day before it falls due.

    `left` counts the months of the term that are still to come, this one included; months by which a
    moratorium extends the term are not among them, and what a later one takes away is not yet known.
    """

    number: int
    first_day: date
    due: date
    left: int
    pause: Grace | Moratorium | None


def due_day(first_due: date, number: int) -> date:
    """The day on which an instalment falls due, counted from 1; 0 is the day on which the term begins.

    >>> [str(due_day(date(2020, 1, 31), number)) for number in (0, 1, 2, 3)]
    ['2019-12-31', '2020-01-31', '2020-02-29', '2020-03-31']
    """
    year, month = divmod(first_due.year * 12 + first_due.month - 1 + number - 1, 12)
    return date(year, month + 1, min(first_due.day, monthrange(year, month + 1)[1]))


def first_number(first_due: date, day: date) -> int:
    """The number of the first due day on or after a day; 1 for any day before the term.

    >>> first_number(date(2020, 1, 31), date(2020, 2, 29)), first_number(date(2020, 1, 15), date(2020, 2, 16))
    (2, 3)
    """
    number = (day.year - first_due.year) * 12 + day.month - first_due.month + 1
    return max(1, number if due_day(first_due, number) >= day else number + 1)


def months_of(terms: Terms) -> Iterator[Month]:
    """The months from the first to the last, those of an extending moratorium among them."""
    moratoria = _by_number(terms)
    graces = [grace for grace in terms.graces for _ in range(grace.months)]
    number, used = 0, 0
    while used < terms.months:
        number += 1
        moratorium = moratoria.get(number)
        grace = graces[used] if used < len(graces) else None
        first, due = due_day(terms.first_due, number - 1), due_day(terms.first_due, number)
        yield Month(number, first, due, terms.months - used, moratorium or grace)
        used += 0 if moratorium is not None and moratorium.extends_term else 1


def _by_number(terms: Terms) -> dict[int, Moratorium]:
    found = {}
    for moratorium in terms.moratoria:
        first = first_number(terms.first_due, moratorium.first_day)
        found.update(dict.fromkeys(range(first, first + moratorium.months), moratorium))
    return found
