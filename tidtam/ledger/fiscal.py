"""The Thai fiscal year (1 October to 30 September) and its halves, quarters and months.

Source of the rule: Budget Procedure Act B.E. 2561, section 4; the year is named in the
Buddhist Era after the calendar year in which it ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

BUDDHIST_ERA = 543


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of a fiscal year, both days included; `code` is unique over all years."""

    start: date
    end: date
    code: str

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True, order=True)
class FiscalYear:
    """A fiscal year by its Buddhist number.

    >>> FiscalYear(2562).start, FiscalYear(2562).end
    (datetime.date(2018, 10, 1), datetime.date(2019, 9, 30))
    >>> FiscalYear(2562).half(1).end
    datetime.date(2019, 3, 31)
    """

    number: int

    def __post_init__(self) -> None:
        if not 2400 <= self.number <= 2700:
            raise ValueError(f"{self.number} is not a Buddhist year of this agency")

    @property
    def start(self) -> date:
        return date(self.number - BUDDHIST_ERA - 1, 10, 1)

    @property
    def end(self) -> date:
        return date(self.number - BUDDHIST_ERA, 9, 30)

    @property
    def period(self) -> Period:
        return Period(self.start, self.end, f"{self.number}")

    def half(self, number: int) -> Period:
        """The first or second half: October to March, April to September."""
        return self._part("H", number, 6)

    def quarter(self, number: int) -> Period:
        """Quarter 1 is October to December."""
        return self._part("Q", number, 3)

    def month(self, number: int) -> Period:
        """Month 1 is October, month 12 is September."""
        return self._part("M", number, 1)

    def months(self) -> tuple[Period, ...]:
        return tuple(self.month(number) for number in range(1, 13))

    def _part(self, letter: str, number: int, months: int) -> Period:
        if not 1 <= number <= 12 // months:
            raise ValueError(f"a fiscal year has no {letter}{number}")
        start = _month_start(self, (number - 1) * months)
        after = _month_start(self, number * months)
        return Period(start, after - timedelta(days=1), f"{self.number}-{letter}{number}")


def fiscal_year_of(day: date) -> FiscalYear:
    """The fiscal year that a day lies in.

    >>> fiscal_year_of(date(2018, 10, 1)), fiscal_year_of(date(2019, 9, 30))
    (FiscalYear(number=2562), FiscalYear(number=2562))
    """
    return FiscalYear(day.year + BUDDHIST_ERA + (1 if day.month >= 10 else 0))


def _month_start(year: FiscalYear, months: int) -> date:
    month = 9 + months
    return date(year.start.year + month // 12, month % 12 + 1, 1)
