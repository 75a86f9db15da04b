"""A date that keeps how precisely it was told: a day, a month, a quarter, a half, a year or a range."""

from dataclasses import dataclass
from datetime import date, timedelta

BE_OFFSET = 543
"""Buddhist Era minus Common Era, for every day since 1 January 2484 (1941), when the years first agreed."""

_LENGTH_NAMES = {1: "month", 3: "quarter", 6: "half", 12: "year"}
# The months in which such a period of the fiscal year starts; a calendar year is a year as well.
_STARTS = {1: range(1, 13), 3: (10, 1, 4, 7), 6: (10, 4), 12: (10, 1)}


@dataclass(frozen=True, order=True, slots=True)
class VagueDate:
    """All days from `first` to `last`, both counted; one day when they are equal. ValueError when swapped.

    >>> VagueDate(date(2018, 5, 1), date(2018, 5, 31)).precision
    'month'
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} is before {self.first}")

    @property
    def precision(self) -> str:
        """day, month, quarter or half (of the fiscal year), year (fiscal or calendar), or range."""
        if self.first == self.last:
            return "day"
        count = self.months
        return _LENGTH_NAMES[count] if self.first.month in _STARTS.get(count, ()) else "range"

    @property
    def months(self) -> int:
        """How many whole calendar months it is; 0 when it does not begin and end with a month."""
        after = self.last + timedelta(days=1)
        if self.first.day != 1 or after.day != 1:
            return 0
        return (after.year - self.first.year) * 12 + after.month - self.first.month

    @property
    def fiscal_year(self) -> int:
        """The fiscal year (Buddhist Era, October to September) that its first day belongs to."""
        return fiscal_year_be(self.first)


def fiscal_year_be(day: date) -> int:
    """The fiscal year of a day: FY2562 is 1 October 2561 to 30 September 2562.

    >>> fiscal_year_be(date(2018, 10, 1)), fiscal_year_be(date(2019, 9, 30))
    (2562, 2562)
    """
    return day.year + BE_OFFSET + (day.month >= 10)


def whole_months(year_be: int, month: int, count: int = 1) -> VagueDate:
    """`count` whole months from a month of a Buddhist year on.

    >>> whole_months(2561, 10, 12).last
    datetime.date(2019, 9, 30)
    """
    year = year_be - BE_OFFSET
    years, months = divmod(month - 1 + count, 12)
    return VagueDate(date(year, month, 1), date(year + years, months + 1, 1) - timedelta(days=1))


def fiscal_part(year_be: int, part: int = 1, months: int = 12) -> VagueDate:
    """The `part`-th stretch of `months` months of a fiscal year: a quarter (3), a half (6) or all (12).

    >>> fiscal_part(2562, 2, 3).first
    datetime.date(2019, 1, 1)
    """
    years, month = divmod(9 + (part - 1) * months, 12)
    return whole_months(year_be - 1 + years, month + 1, months)
