"""The terms of a loan: principal, months, rates with their days, grace, moratoria, drawdowns, convention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tidtam.housing.loans import rules
from tidtam.housing.loans.months import due_day
from tidtam.problems import Refused


class InterestBy(StrEnum):
    """Which part of the yearly rate a month bears.

    A twelfth, whatever its days; or its days by 365, also in a leap year. Of what was drawn within the month
    only the days that are left of it count.
    """

    MONTH = "month"
    DAY = "day"


class Instalments(StrEnum):
    """What is the same each month: the whole instalment (an annuity), or its part of the principal."""

    EQUAL_SUM = "equal_sum"
    EQUAL_PRINCIPAL = "equal_principal"


class OnRateChange(StrEnum):
    """Whether another rate makes another equal instalment, reckoned over the months that are left."""

    RECKON_ANEW = "reckon_anew"
    KEEP_INSTALMENT = "keep_instalment"


class PaidFirst(StrEnum):
    """What a payment settles first, of what has fallen due.

    All interest before any principal, as the law has it where nothing else was agreed (Civil and Commercial
    Code, section 329); or the oldest instalment as a whole, its interest before its principal.
    """

    ALL_INTEREST = "all_interest"
    OLDEST_INSTALMENT = "oldest_instalment"


class PauseInterest(StrEnum):
    """What becomes of the interest of a month without principal.

    Forgone; paid month by month; or deferred and asked for with the last instalment. What is deferred bears
    no interest itself: the law allows that only for a year's arrears and in writing (Civil and Commercial
    Code, section 655).
    """

    FORGONE = "forgone"
    DUE = "due"
    DEFERRED = "deferred"


@dataclass(frozen=True, slots=True)
class Convention:
    """How a lender reckons, under a code: dated data of the agency, never a habit of the code.

    Always so: interest and each equal instalment are rounded once, half up to the satang; interest is
    reckoned on the principal alone; the last instalment takes the rest: the parts make up the principal.
    """

    code: str
    instalments: Instalments = Instalments.EQUAL_SUM
    interest_by: InterestBy = InterestBy.MONTH
    on_rate_change: OnRateChange = OnRateChange.RECKON_ANEW
    paid_first: PaidFirst = PaidFirst.ALL_INTEREST


@dataclass(frozen=True, slots=True)
class RateFrom:
    """A yearly rate as a share (4 per cent is 0.04), from a day on until the next one.

    It holds for whole months: for those that begin on its first day or later.
    """

    first_day: date
    yearly: Decimal


@dataclass(frozen=True, slots=True)
class Grace:
    """Months at the beginning in which no principal is asked; several follow each other in the order given.

    They are part of the term: what is left of it pays the principal back.
    """

    months: int
    interest: PauseInterest = PauseInterest.DUE


@dataclass(frozen=True, slots=True)
class Moratorium:
    """Months in which no principal is asked: the first so many due days on or after its first day.

    Where it extends the term, every later instalment moves back by its months and stays what it was;
    otherwise the months that are left carry the principal.
    """

    first_day: date
    months: int
    interest: PauseInterest
    extends_term: bool


@dataclass(frozen=True, slots=True)
class Draw:
    """A part of the loan as it was paid out, in satang; it bears interest from that day on."""

    day: date
    satang: int


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed, with every change of it that is known; Refused with all that is wrong.

    Instalments fall due each month on the day of `first_due` (or the last day of a shorter month). The term
    begins a month before; without `draws` the whole principal is drawn then. Money that is no whole number
    of satang and a rate that is no Decimal are a TypeError.

    >>> terms = Terms(33_000_000, date(2020, 2, 1), 240, (RateFrom(date(2018, 1, 1), Decimal("0.04")),),
    ...               Convention("annuity"))
    >>> terms.first_day, terms.drawn[0].satang
    (datetime.date(2020, 1, 1), 33000000)
    """

    principal_satang: int
    first_due: date
    months: int
    rates: tuple[RateFrom, ...]
    convention: Convention
    graces: tuple[Grace, ...] = ()
    moratoria: tuple[Moratorium, ...] = ()
    draws: tuple[Draw, ...] = ()

    def __post_init__(self) -> None:
        rules.check_types(self)
        if problems := rules.problems_of(self):
            raise Refused(problems)

    @property
    def first_day(self) -> date:
        """The day on which the first month begins."""
        return due_day(self.first_due, 0)

    @property
    def drawn(self) -> tuple[Draw, ...]:
        """The drawdowns by their days."""
        by_day = sorted(self.draws, key=lambda draw: draw.day)
        return tuple(by_day) or (Draw(self.first_day, self.principal_satang),)

    @property
    def grace_months(self) -> int:
        """How many months of the term ask for no principal from the beginning."""
        return sum(grace.months for grace in self.graces)

    def rate_on(self, day: date) -> Decimal:
        """The yearly rate in force on a day of the term."""
        in_force = [rate for rate in self.rates if rate.first_day <= day]
        return max(in_force, key=lambda rate: rate.first_day).yearly
