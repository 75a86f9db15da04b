"""Writes dates in the Buddhist Era: in full for sentences, short for tables, and in English beside."""

from collections.abc import Callable
from datetime import date

from tidtam.thai.digits import in_digits
from tidtam.thai.months import ENGLISH, FULL, SHORT
from tidtam.thai.vague import BE_OFFSET, VagueDate, fiscal_part


def long_date(d: date, digits: str = "arabic") -> str:
    """A day for a sentence.

    >>> long_date(date(2019, 3, 31)), long_date(date(2019, 3, 31), "thai")
    ('31 มีนาคม 2562', '๓๑ มีนาคม ๒๕๖๒')
    """
    return in_digits(f"{d.day} {_long_month(d)}", digits)


def short_date(d: date, digits: str = "arabic") -> str:
    """A day for a table.

    >>> short_date(date(2019, 3, 31))
    '31 มี.ค. 62'
    """
    return in_digits(f"{d.day} {_short_month(d)}", digits)


def typed_date(d: date) -> str:
    """A day as a person types it: short, with the whole year, so that it is read back as itself.

    >>> typed_date(date(2019, 3, 31))
    '31 มี.ค. 2562'
    """
    return f"{d.day} {SHORT[d.month - 1]} {d.year + BE_OFFSET}"


def english_date(d: date) -> str:
    """A day in English, with both years.

    >>> english_date(date(2019, 3, 31))
    '31 March 2019 (B.E. 2562)'
    """
    return f"{d.day} {_english_month(d)} (B.E. {d.year + BE_OFFSET})"


def iso_be(d: date) -> str:
    """Year-month-day with the Buddhist year.

    >>> iso_be(date(2019, 3, 31))
    '2562-03-31'
    """
    return f"{d.year + BE_OFFSET}-{d:%m-%d}"


def long_vague(v: VagueDate, digits: str = "arabic") -> str:
    """As precise as it was told, for a sentence.

    >>> long_vague(VagueDate(date(2018, 5, 1), date(2018, 5, 31)))
    'พฤษภาคม 2561'
    >>> long_vague(fiscal_part(2562, 1, 6))
    'ครึ่งปีแรก ปีงบประมาณ 2562'
    """
    return in_digits(
        _named(v, "ไตรมาส {} ปีงบประมาณ {}", "ปีงบประมาณ {}") or _spelt(v, long_date, _long_month), digits
    )


def short_vague(v: VagueDate, digits: str = "arabic") -> str:
    """As precise as it was told, for a table.

    >>> short_vague(VagueDate(date(2018, 5, 1), date(2018, 5, 31)))
    'พ.ค. 61'
    """
    return in_digits(_named(v, "ไตรมาส {}/{}", "ปีงบ {}") or _spelt(v, short_date, _short_month), digits)


def english_vague(v: VagueDate) -> str:
    """As precise as it was told, in English, with the Buddhist years beside.

    >>> english_vague(VagueDate(date(2017, 10, 1), date(2018, 5, 31)))
    'October 2017 – May 2018 (B.E. 2560–2561)'
    """
    years = sorted({v.first.year + BE_OFFSET, v.last.year + BE_OFFSET})
    return f"{_spelt(v, _english_day, _english_month)} (B.E. {'–'.join(map(str, years))})"


def fiscal_label(year: int, digits: str = "arabic") -> str:
    """A fiscal year (Buddhist) with the months it spans.

    >>> fiscal_label(2562)
    'ปีงบประมาณ 2562 (ต.ค. 61 – ก.ย. 62)'
    """
    span = fiscal_part(year)
    return in_digits(f"ปีงบประมาณ {year} ({_short_month(span.first)} – {_short_month(span.last)})", digits)


def _long_month(d: date) -> str:
    return f"{FULL[d.month - 1]} {d.year + BE_OFFSET}"


def _short_month(d: date) -> str:
    return f"{SHORT[d.month - 1]} {(d.year + BE_OFFSET) % 100:02}"


def _english_month(d: date) -> str:
    return f"{ENGLISH[d.month - 1]} {d.year}"


def _english_day(d: date) -> str:
    return f"{d.day} {_english_month(d)}"


def _named(v: VagueDate, quarter: str, fiscal: str) -> str | None:
    """The name of a quarter, half or year; None for days, months and ranges."""
    year, of_year = v.fiscal_year, (v.first.month - 10) % 12
    match v.precision:
        case "quarter":
            return quarter.format(of_year // 3 + 1, year)
        case "half":
            return f"ครึ่งปี{'หลัง' if of_year else 'แรก'} {fiscal.format(year)}"
        case "year":
            return f"ปี {v.first.year + BE_OFFSET}" if of_year else fiscal.format(year)
    return None


def _spelt(v: VagueDate, day: Callable[[date], str], month: Callable[[date], str]) -> str:
    """First and last: by month where months are whole, else by day; once when both are the same."""
    write = month if v.months else day
    ends = dict.fromkeys((write(v.first), write(v.last)))
    return " – ".join(ends)
