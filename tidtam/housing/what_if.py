"""What if: so many households at so much each, so many done, at such a pace: money by year, and the end.

Sums are whole satang and a pace is an exact fraction, so the years always add up to the whole. Nothing here
knows the framework or the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Self

from tidtam.housing.loans.months import due_day
from tidtam.ledger.fiscal import FiscalYear, fiscal_year_of
from tidtam.problems import Both, Problem, Refused, Where, define
from tidtam.thai.dates import english_date, long_date

MONTHS_IN_YEAR = 12
DAYS_IN_MONTH = Fraction(365, MONTHS_IN_YEAR)

MOST_YEARS = 50
"""Fiscal years that are looked at: nobody plans for longer, and of what would end later no day is told."""

MORE_DONE_THAN_ALL = define(
    "what-if.more-done-than-all",
    th="ทำแล้ว {done} ครัวเรือน มากกว่าทั้งหมด {households} ครัวเรือน",
    en="{done} households are done, more than the {households} there are in all",
    do_th="ตรวจจำนวนทั้งหมด หรือจำนวนที่ทำแล้ว",
    do_en="check the number in all, or the number done",
)
BELOW_NOUGHT = define(
    "what-if.below-nought",
    th="ค่า {value} น้อยกว่าศูนย์",
    en="{value} is below nought",
    do_th="ใส่ศูนย์หรือจำนวนที่มากกว่า",
    do_en="give nought or more",
)
WISHED_TOO_EARLY = define(
    "what-if.wished-too-early",
    th="วันที่อยากให้เสร็จ {wished} มาก่อนสิ้นเดือนแรก {first}",
    en="{wished}, the day on which it is wished to end, comes before the first month is over, on {first}",
    do_th="เลือกวันที่ {first} หรือหลังจากนั้น",
    do_en="choose {first} or later",
)


@dataclass(frozen=True, slots=True)
class Pace:
    """How many households are finished in a month, exactly; nought is a pace at which nothing ends.

    TypeError for a number with a point: it would not be exact.

    >>> Pace.monthly(40).a_year, Pace.yearly(500).by_month(12), Pace.yearly(500).by_month(5)
    (Fraction(480, 1), 500, 208)
    """

    a_month: Fraction

    def __post_init__(self) -> None:
        if not isinstance(self.a_month, Fraction):
            raise TypeError(f"a pace is a fraction, not {self.a_month!r}")

    @classmethod
    def monthly(cls, households: int) -> Self:
        """So many households in each month."""
        return cls(Fraction(households, 1))

    @classmethod
    def yearly(cls, households: int) -> Self:
        """So many households in each fiscal year: a twelfth of them in each month."""
        return cls(Fraction(households, MONTHS_IN_YEAR))

    @property
    def a_year(self) -> Fraction:
        """Households in twelve months."""
        return self.a_month * MONTHS_IN_YEAR

    def by_month(self, number: int) -> int:
        """Whole households that are finished when so many months are over."""
        return floor(self.a_month * number)


@dataclass(frozen=True, slots=True)
class Standing:
    """So many households were done on a day."""

    day: date
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """What is supposed: the rate is of a household, in satang; a pace of None is not known.

    Months run from `first_day` on, each to the day before the same day of the next one. Refused with all that
    cannot be; TypeError for a number or sum that is not whole.
    """

    households: int
    done: int
    satang_each: int
    pace: Pace | None
    first_day: date

    def __post_init__(self) -> None:
        counted = {"households": self.households, "done": self.done, "satang_each": self.satang_each}
        for name, value in counted.items():
            if isinstance(value, bool) or not isinstance(value, int):
                raise TypeError(f"{name} is a whole number, not {value!r}")
        if found := list(self._problems(counted)):
            raise Refused(found)

    @property
    def left(self) -> int:
        """Households that are not done yet."""
        return self.households - self.done

    def _problems(self, counted: dict[str, int]) -> Iterator[Problem]:
        for name, value in counted.items():
            if value < 0:
                yield BELOW_NOUGHT.at(Where(field=name), value=value)
        if self.pace is not None and self.pace.a_month < 0:
            yield BELOW_NOUGHT.at(Where(field="pace"), value=self.pace.a_month)
        if self.done > self.households:
            said = {"done": f"{self.done:,}", "households": f"{self.households:,}"}
            yield MORE_DONE_THAN_ALL.at(Where(field="done"), **said)


@dataclass(frozen=True, slots=True)
class Year:
    """What falls into a fiscal year: households finished in it, their money, and how many are left then."""

    fiscal_year: int
    households: int
    satang: int
    left: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """What follows: the fiscal years from that of the first day to that of the last household.

    `beyond` are households that are not finished in any year that is looked at; with any of them there is no
    `finish`, and with a pace that is nought or not known no year is told. `finish` is the last day of the
    month in which the last household is finished, and None too where nothing is left to do.
    """

    supposed: Supposed
    years: tuple[Year, ...]
    beyond: int
    finish: date | None

    @property
    def satang(self) -> int:
        """The money of all households, those done too."""
        return self.supposed.households * self.supposed.satang_each

    @property
    def satang_left(self) -> int:
        """The money of the households that are left."""
        return self.supposed.left * self.supposed.satang_each

    @property
    def this_year(self) -> Year | None:
        """The fiscal year of the first day; None where no year is told."""
        return self.years[0] if self.years else None


def outlook(supposed: Supposed) -> Outlook:
    """Households and money by fiscal year, and the end; the last year takes the rest."""
    if not supposed.left or supposed.pace is None or not supposed.pace.a_month:
        return Outlook(supposed, (), supposed.left, None)
    years = tuple(_years(supposed, supposed.pace))
    beyond = years[-1].left
    months = ceil(Fraction(supposed.left) / supposed.pace.a_month)
    return Outlook(supposed, years, beyond, None if beyond else month_end(supposed.first_day, months))


def pace_asked(left: int, first_day: date, finish: date) -> Pace:
    """The slowest pace at which so many households are finished by a day.

    Only whole months count. Refused when not even one of them is over by then, and for less than nothing.
    """
    months = months_over(first_day, finish)
    if left < 0:
        raise Refused([BELOW_NOUGHT.at(Where(field="left"), value=left)])
    if not months:
        days = {"wished": _named(finish), "first": _named(month_end(first_day, 1))}
        raise Refused([WISHED_TOO_EARLY.at(Where(field="finish"), **days)])
    return Pace(Fraction(left, months))


def pace_seen(standings: Iterable[Standing]) -> Pace | None:
    """The pace between the first and the last of some standings, a month being a twelfth of 365 days.

    None, not nought, with fewer than two days or where the number fell: then it is not known.

    >>> pace_seen([Standing(date(2019, 3, 31), 3084), Standing(date(2019, 9, 19), 3271)])
    Pace(a_month=Fraction(68255, 2064))
    >>> pace_seen([Standing(date(2019, 3, 31), 3084)]) is None
    True
    """
    by_day = sorted(standings, key=lambda standing: standing.day)
    days = (by_day[-1].day - by_day[0].day).days if by_day else 0
    gained = by_day[-1].done - by_day[0].done if by_day else 0
    if not days or gained < 0:
        return None
    return Pace(Fraction(gained, days) * DAYS_IN_MONTH)


def month_end(first_day: date, number: int) -> date:
    """The last day of a month that is counted from a first day on, the first being 1.

    >>> [str(month_end(date(2019, 10, 1), 12)), str(month_end(date(2020, 1, 31), 1))]
    ['2020-09-30', '2020-02-28']
    """
    return due_day(first_day, number + 1) - timedelta(days=1)


def months_over(first_day: date, day: date) -> int:
    """How many whole months since a first day are over at the end of a day; 0 for a day before.

    >>> [months_over(date(2019, 10, 1), day) for day in (date(2020, 9, 29), date(2020, 9, 30))]
    [11, 12]
    """
    number = (day.year - first_day.year) * MONTHS_IN_YEAR + day.month - first_day.month + 1
    while number > 0 and month_end(first_day, number) > day:
        number -= 1
    return max(number, 0)


def _years(supposed: Supposed, pace: Pace) -> Iterator[Year]:
    first, done = fiscal_year_of(supposed.first_day).number, 0
    for number in range(first, first + MOST_YEARS):
        months = months_over(supposed.first_day, FiscalYear(number).end)
        by_then = min(supposed.left, pace.by_month(months))
        finished = by_then - done
        done = by_then
        yield Year(number, finished, finished * supposed.satang_each, supposed.left - done)
        if done == supposed.left:
            return


def _named(day: date) -> Both:
    return Both(long_date(day), english_date(day))
