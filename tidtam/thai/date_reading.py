"""Reads dates and ranges as Thai papers write them and keeps how precise they are.

What could mean two things is refused with the question to ask, never guessed.
"""

import re
from datetime import date, datetime

from tidtam.problems import Kind
from tidtam.thai import problems as told
from tidtam.thai.clean import normalise
from tidtam.thai.date_forms import FISCAL, MONTH, YEAR, one_day, read_form
from tidtam.thai.digits import to_arabic
from tidtam.thai.months import month_number
from tidtam.thai.unreadable import DateUnreadable
from tidtam.thai.vague import VagueDate

_LEADING = re.compile(
    r"^(?:ณ ?)?(?:วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)?(?:ที่)? ?(?=\d))?",
)
_CLOCK = re.compile(r"(?<=-\d\d)[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?$")
_BETWEEN = re.compile(r" ?(?:-|–|—|ถึง) ?")
_MONTH_AND_YEAR = re.compile(rf"(?:\d\d? ?)?(?P<both>{MONTH} ?(?P<only_year>{YEAR}))")
_YEAR_WORD = re.compile(rf"({FISCAL}|(?:ปี ?)?(?:พ\.? ?ศ\.? ?)?)\d{{4}}")


def read_date(text: str | date | datetime) -> VagueDate:
    """The days that a text means. Day comes before month; quarters and halves are those of the fiscal year.

    A year above 2400 is Buddhist. One of two digits is Buddhist after a Thai month, elsewhere from 50 on.
    Raises DateUnreadable for what cannot be read, for years outside B.E. 2500 to 2600 and for days that the
    calendar does not have. A spreadsheet's date may hold the Buddhist year as if it were of the Common Era.

    >>> read_date("๓๑ มี.ค. ๒๕๖๒") == read_date("31/3/2562") == read_date("2019-03-31")
    True
    >>> read_date("พฤษภาคม 2561").precision, read_date("ต.ค.60–พ.ค.61").precision
    ('month', 'range')
    >>> try: read_date("31 มี.ค. 3105")
    ... except DateUnreadable as error: error.reason, error.meant
    ('year_out_of_range', 2562)
    """
    if isinstance(text, date):
        return one_day(text.isoformat()[:10], f"{text.year:04}", text.month, text.day)
    plain = to_arabic(normalise(text)).lower().replace("\n", " ")
    try:
        return _read(_LEADING.sub("", _CLOCK.sub("", plain)))
    except DateUnreadable as error:
        raise DateUnreadable(error.kind, **{**error.values, "text": text}) from None


def parse_iso_be(text: str) -> date:
    """A day written year-month-day in either era; raises DateUnreadable.

    >>> parse_iso_be("2562-03-31") == parse_iso_be("2019-03-31")
    True
    """
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", to_arabic(normalise(text)))
    if not found:
        raise DateUnreadable(told.DATE_UNREADABLE, text=text)
    return one_day(text, found[1], int(found[2]), int(found[3])).first


def _read(text: str) -> VagueDate:
    found = read_form(text) or _read_range(text) or _read_end(text)
    if found:
        return found
    raise DateUnreadable(_why_not(text), text=text)


def _read_range(text: str) -> VagueDate | None:
    """Two dates with a dash or ถึง between; the first may leave year, or month and year, to the second."""
    parts = _BETWEEN.split(text)
    if len(parts) != 2:
        return None
    first, last = _first_date(*parts), read_form(_last_text(*parts))
    if not first or not last:
        return None
    if last.last < first.first:
        raise DateUnreadable(told.RANGE_BACKWARDS, text=text)
    return VagueDate(first.first, last.last)


def _first_date(first: str, last: str) -> VagueDate | None:
    shared = _MONTH_AND_YEAR.fullmatch(last)
    borrowed = [f"{first} {shared['only_year']}", f"{first} {shared['both']}"] if shared else []
    return next((found for text in (first, *borrowed) if (found := read_form(text))), None)


def _last_text(first: str, last: str) -> str:
    """A bare year is of the sort of the first part (ปีงบประมาณ 2561-2563); after a month it is unclear."""
    if not re.fullmatch(r"\d{4}", last):
        return last
    sort = _YEAR_WORD.fullmatch(first)
    return sort[1] + last if sort else ""


def _read_end(text: str) -> VagueDate | None:
    """สิ้นเดือนธันวาคม 2562 is the last day of that month."""
    whole = read_form(text.removeprefix("สิ้น").strip()) if text.startswith("สิ้น") else None
    return VagueDate(whole.last, whole.last) if whole else None


def _why_not(text: str) -> Kind:
    if re.match(r"(ช่วง)?(ต้น|กลาง|ปลาย)|early|mid|late", text):
        return told.DATE_TOO_VAGUE
    if text.startswith("ครึ่งปี"):
        return told.HALF_OF_WHICH_YEAR
    without_day = re.sub(r"^\d\d? ?(เดือน)?|^เดือน ?", "", text)
    return told.DATE_WITHOUT_YEAR if month_number(without_day) else told.DATE_UNREADABLE
