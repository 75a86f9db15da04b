"""The schedule of a loan: what falls due on which day, in interest and principal, to the satang."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tidtam.housing.loans.interest import half_up, level_instalment, month_interest
from tidtam.housing.loans.months import Month, months_of
from tidtam.housing.loans.terms import (
    Draw,
    Grace,
    Instalments,
    Moratorium,
    OnRateChange,
    PauseInterest,
    Terms,
)


class Note(StrEnum):
    """What is unlike an ordinary month: a pause, another rate than the month before, a drawdown."""

    GRACE = "grace"
    MORATORIUM = "moratorium"
    RATE_CHANGE = "rate_change"
    DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class Due:
    """What falls due on a day, in satang.

    `before` is the principal with what was drawn in the month; `after` is what is left of it. `interest` is
    what is asked for: the month's own, less `forgone` or `deferred`, and `brought`, which was deferred
    before and is asked for now.
    """

    number: int
    day: date
    rate: Decimal
    draws: tuple[Draw, ...]
    before: int
    interest: int
    principal: int
    forgone: int
    deferred: int
    brought: int
    notes: tuple[Note, ...]

    @property
    def instalment(self) -> int:
        """The whole sum to pay on the day."""
        return self.interest + self.principal

    @property
    def after(self) -> int:
        """The principal that is left."""
        return self.before - self.principal


def schedule(terms: Terms) -> tuple[Due, ...]:
    """Every month from the first to the one that pays the last of the principal.

    The parts of the principal make up the principal exactly. What changes later (a rate, a drawdown, a
    moratorium) alters no month that fell due before. A sum so small, or an instalment kept so high, that the
    principal is paid sooner ends the schedule sooner.

    >>> from tidtam.housing.loans.terms import Convention, RateFrom
    >>> terms = Terms(120_000, date(2020, 2, 1), 3, (RateFrom(date(2020, 1, 1), Decimal("0.06")),),
    ...               Convention("annuity"))
    >>> [(due.interest, due.principal, due.after) for due in schedule(terms)]
    [(600, 39801, 80199), (401, 40000, 40199), (201, 40199, 0)]
    """
    walk = _Walk(terms)
    dues = []
    for month in months_of(terms):
        dues.append(walk.step(month))
        if walk.is_over:
            break
    return tuple(dues)


class _Walk:
    """Goes through the months and carries what the next one must know."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.owed = 0
        self.deferred = 0
        self.undrawn = list(terms.drawn)
        self.rate = self.level_rate = terms.rate_on(terms.first_day)
        # The equal part: of the whole instalment or of the principal. None when it must be reckoned.
        self.level: int | None = None

    @property
    def is_over(self) -> bool:
        return not self.owed and not self.undrawn

    def step(self, month: Month) -> Due:
        """What falls due at the end of a month."""
        rate, carried, draws = self.terms.rate_on(month.first_day), self.owed, self._draw(month)
        notes = _notes(month, draws, rate != self.rate)
        if draws or _shortens(month):
            self.level = None
        self.rate = rate
        own = month_interest(carried, draws, rate, month, self.terms.convention.interest_by)
        before = self.owed
        self.owed -= 0 if month.pause else self._principal(month, own)
        return self._due(month, own, before, draws, notes)

    def _draw(self, month: Month) -> tuple[Draw, ...]:
        draws = tuple(draw for draw in self.undrawn if draw.day < month.due)
        self.undrawn = self.undrawn[len(draws) :]
        self.owed += sum(draw.satang for draw in draws)
        return draws

    def _principal(self, month: Month, own: int) -> int:
        """The month's part of the principal; the last one takes the rest."""
        if month.left == 1:
            return self.owed
        if self.level is None or self._another_rate_counts():
            self.level, self.level_rate = self._reckoned(month.left), self.rate
        is_principal = self.terms.convention.instalments is Instalments.EQUAL_PRINCIPAL
        # An instalment that was kept when the rate rose may not even cover the interest.
        return min(self.owed, self.level if is_principal else max(0, self.level - own))

    def _another_rate_counts(self) -> bool:
        convention = self.terms.convention
        return (
            self.rate != self.level_rate
            and convention.instalments is Instalments.EQUAL_SUM
            and convention.on_rate_change is OnRateChange.RECKON_ANEW
        )

    def _reckoned(self, months: int) -> int:
        if self.terms.convention.instalments is Instalments.EQUAL_PRINCIPAL:
            return half_up(Fraction(self.owed, months))
        return level_instalment(self.owed, self.rate, months)

    def _due(
        self, month: Month, own: int, before: int, draws: tuple[Draw, ...], notes: tuple[Note, ...]
    ) -> Due:
        meanwhile = month.pause.interest if month.pause else PauseInterest.DUE
        forgone = own if meanwhile is PauseInterest.FORGONE else 0
        deferred = own if meanwhile is PauseInterest.DEFERRED else 0
        self.deferred += deferred
        brought = self.deferred if self.is_over else 0
        return Due(
            number=month.number,
            day=month.due,
            rate=self.rate,
            draws=draws,
            before=before,
            interest=own - forgone - deferred + brought,
            principal=before - self.owed,
            forgone=forgone,
            deferred=deferred,
            brought=brought,
            notes=notes,
        )


def _shortens(month: Month) -> bool:
    return isinstance(month.pause, Moratorium) and not month.pause.extends_term


def _notes(month: Month, draws: tuple[Draw, ...], another_rate: bool) -> tuple[Note, ...]:
    said = (
        (Note.GRACE, isinstance(month.pause, Grace)),
        (Note.MORATORIUM, isinstance(month.pause, Moratorium)),
        (Note.RATE_CHANGE, another_rate),
        (Note.DRAWN, bool(draws)),
    )
    return tuple(note for note, holds in said if holds)
