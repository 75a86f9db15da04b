"""How a page shows a value: numbers, days and names in the language and digits of the address."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from tidtam.ledger.days import LONG_AGO
from tidtam.ledger.fiscal import FiscalYear
from tidtam.reports import wording
from tidtam.reports.content import Kind, Line
from tidtam.thai.dates import english_date, fiscal_label, iso_be, long_date, short_date
from tidtam.thai.digits import number, to_thai
from tidtam.thai.months import ENGLISH
from tidtam.web.words import say

MINUS = "\N{MINUS SIGN}"
EN_DASH = "\N{EN DASH}"


class Named(Protocol):
    """Anything with a Thai and an English name."""

    @property
    def name_th(self) -> str: ...
    @property
    def name_en(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Show:
    """One language and one kind of digits, and everything shown in them."""

    lang: str = "th"
    thai_digits: bool = False

    @property
    def digits(self) -> str:
        """The digits shown; Thai digits belong to Thai pages only."""
        return "thai" if self.thai_digits and self.lang == "th" else "arabic"

    def say(self, key: str, **values: object) -> str:
        """The page's own words."""
        return say(key, self.lang, **values)

    def plain(self, text: object) -> str:
        """A text as it is, in the digits asked for: line numbers, years."""
        return to_thai(str(text)) if self.digits == "thai" else str(text)

    def line_no(self, line: Line) -> str:
        """The number of a line in the report, empty for items and series."""
        return self.plain(wording.line_no(line))

    def number(self, n: int) -> str:
        """A whole number with commas."""
        return number(n, self.digits)

    def amount(self, low: int, upper: int | None = None, kind: Kind | None = "exact") -> str:
        """A quantity with what is not known of it: "3,084", "at least 763", "2,068–2,635".

        >>> Show("en").amount(763, kind="floor")
        'at least 763'
        """
        return wording.amount(low, upper, kind, self.lang, self.digits)

    def result(self, line: Line) -> str:
        """The result of a line in figures; in words where nothing has been reported."""
        return wording.result_text(line, self.lang, self.digits)

    def percent(self, line: Line) -> str:
        """The result as a share of the target, as sure as the result is; empty where there is none."""
        return "" if line.percent is None else f"{wording.percent_text(line, self.digits)} %"

    def share(self, part: Decimal) -> str:
        """A share between 0 and 1 as per cent, without decimals that would promise too much.

        Never rounded up to all or down to nothing: 99.7 % of a figure traced is not all of it.
        """
        if 0 < part < Decimal("0.01"):
            return self.plain("< 1 %")
        return self.plain(f"{int(part * 100)} %")

    def signed(self, n: int) -> str:
        """A change with its sign: "+410", "−12"."""
        return f"{MINUS if n < 0 else '+'}{self.number(abs(n))}"

    def day(self, day: date) -> str:
        """A day in a sentence."""
        return english_date(day) if self.lang == "en" else long_date(day, self.digits)

    def brief(self, day: date) -> str:
        """A day in a table."""
        if self.lang == "en":
            return self.plain(f"{day.day} {ENGLISH[day.month - 1][:3]} {day.year}")
        return self.plain(short_date(day))

    def span(self, first: date, last: date) -> str:
        """The days within which something happened; "by" the last where nobody knows since when."""
        if first == last:
            return self.brief(last)
        if first <= LONG_AGO:
            return self.say("entry.by", b=self.brief(last))
        return self.say("entry.between", a=self.brief(first), b=self.brief(last))

    def month(self, day: date) -> str:
        """The month of a day, in a table."""
        return self.brief(day).split(" ", 1)[1]

    def iso(self, day: date) -> str:
        """A day as the address writes it."""
        return iso_be(day)

    def fiscal(self, year: int) -> str:
        """A fiscal year with its ends."""
        if self.lang == "en":
            span = FiscalYear(year)
            return self.plain(f"fiscal year {year} (Oct {span.start.year} {EN_DASH} Sep {span.end.year})")
        return self.plain(fiscal_label(year))

    def name(self, named: Named) -> str:
        """A name in this language, the Thai one where there is no other."""
        return named.name_en if self.lang == "en" and named.name_en else named.name_th

    def other_name(self, named: Named) -> str:
        """The same name in the other language, empty where there is none or they are alike."""
        other = named.name_th if self.lang == "en" else named.name_en
        return "" if other == self.name(named) else other

    def unit(self, line: Line) -> str:
        """The unit of a line."""
        return line.unit_en if self.lang == "en" else line.unit_th


def state_of(line: Line) -> str | None:
    """What can honestly be said of a line: "over" or "met" the target, else nothing.

    Whether a lower result is normal for the day of the year needs the pace of other years.
    """
    if line.result is None or not line.target:
        return None
    if line.result > line.target:
        return "over"
    return "met" if line.result == line.target else None
