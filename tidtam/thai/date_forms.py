"""The forms in which one date is written: day, month, quarter, half, fiscal year, calendar year."""

import re
from collections.abc import Callable
from datetime import date

from tidtam.thai import problems as told
from tidtam.thai.months import month_number
from tidtam.thai.unreadable import DateUnreadable
from tidtam.thai.vague import BE_OFFSET, VagueDate, fiscal_part, whole_months

FIRST_YEAR, LAST_YEAR = 2500, 2600
"""Buddhist years outside of these are taken for slips."""

_COMMON_ERA_BELOW = 2400
# 62 is B.E. 2562, but 19 may be 2019 or 2519: from 50 on no other year than the Buddhist one makes sense.
_CLEARLY_BUDDHIST = 50
_NEVER = 100

_ERA = r"(?P<era>พ\.? ?ศ\.? ?|ค\.? ?ศ\.? ?|b\.?e\.? ?|a\.?d\.? ?)?"
YEAR = rf"(?:ปี )?{_ERA}['’]?(?P<year>\d{{4}}|\d\d)"
MONTH = r"(?:เดือน ?)?(?P<month>[ก-์]+\.?(?: ?[ก-์]+\.?)?|[a-z]{3,9}\.?)"
FISCAL = r"(?:ปีงบประมาณ|ปีงบฯ|ปีงบ|fiscal year|fy) ?"


def one_day(text: str, year: str, month: int, day: int) -> VagueDate:
    """A day of a year of four digits in either era; DateUnreadable when the calendar does not have it."""
    year_be = _year_be(text, year)
    try:
        found = date(year_be - BE_OFFSET, month, day)
    except ValueError:
        raise DateUnreadable(told.NO_SUCH_DAY, text=text) from None
    return VagueDate(found, found)


def read_form(text: str) -> VagueDate | None:
    """The date that a clean text in small letters and Arabic digits is; None when it has none of the forms.

    DateUnreadable when it has a form but no such year or day is.
    """
    for form, read in _FORMS:
        match = form.fullmatch(text)
        found = read(match) if match else None
        if found:
            return found
    return None


def _year_be(text: str, year: str, era: str = "", two_digits_from: int = 0) -> int:
    """The Buddhist year; two digits are of the century 2500 when they are not below `two_digits_from`."""
    n = int(year)
    common = era[:1] in ("ค", "a") if era else len(year) == 4 and n < _COMMON_ERA_BELOW
    if len(year) == 2 and (common or n < two_digits_from):
        raise DateUnreadable(told.YEAR_TWO_DIGITS, text=text)
    year_be = n + (BE_OFFSET if common else 2500 if len(year) == 2 else 0)
    if FIRST_YEAR <= year_be <= LAST_YEAR:
        return year_be
    if FIRST_YEAR <= n - BE_OFFSET <= LAST_YEAR:
        raise DateUnreadable(told.YEAR_ADDED_TWICE, text=text, year=n, meant=n - BE_OFFSET)
    raise DateUnreadable(told.YEAR_OUT_OF_RANGE, text=text, year=n, first=FIRST_YEAR, last=LAST_YEAR)


def _year_of(found: re.Match[str], two_digits_from: int = _CLEARLY_BUDDHIST) -> int:
    return _year_be(found.string, found["year"], found["era"] or "", two_digits_from)


def _month_year(found: re.Match[str]) -> tuple[int, int] | None:
    """Month and Buddhist year; two digits are Buddhist after a Thai month, unclear after an English one."""
    month = month_number(found["month"])
    english = found["month"][0].isascii()
    return (month, _year_of(found, _NEVER if english else 0)) if month else None


def _read_day(found: re.Match[str]) -> VagueDate | None:
    spoken = _month_year(found)
    return one_day(found.string, str(spoken[1]), spoken[0], int(found["day"])) if spoken else None


def _read_strokes(found: re.Match[str]) -> VagueDate:
    return one_day(found.string, str(_year_of(found)), int(found["month"]), int(found["day"]))


def _read_month(found: re.Match[str]) -> VagueDate | None:
    spoken = _month_year(found)
    return whole_months(spoken[1], spoken[0]) if spoken else None


def _read_iso_month(found: re.Match[str]) -> VagueDate:
    first = one_day(found.string, found["year"], int(found["month"]), 1).first
    return whole_months(first.year + BE_OFFSET, first.month)


def _read_quarter(found: re.Match[str]) -> VagueDate:
    return fiscal_part(_year_of(found), int(found["quarter"]), 3)


def _read_half(found: re.Match[str]) -> VagueDate:
    return fiscal_part(_year_of(found), 1 if found["half"] == "แรก" else 2, 6)


def _read_fiscal_year(found: re.Match[str]) -> VagueDate:
    return fiscal_part(_year_of(found))


def _read_calendar_year(found: re.Match[str]) -> VagueDate:
    return whole_months(_year_of(found), 1, 12)


_Reader = Callable[[re.Match[str]], VagueDate | None]

_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (re.compile(rf"(?P<day>\d\d?) ?{MONTH} ?{YEAR}"), _read_day),
    (re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?P<era>)"), _read_strokes),
    (re.compile(r"(?P<day>\d\d?)([-/.])(?P<month>\d\d?)\2(?P<year>\d{4}|\d\d)(?P<era>)"), _read_strokes),
    (re.compile(rf"{MONTH} ?{YEAR}"), _read_month),
    (re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)"), _read_iso_month),
    (re.compile(rf"(?:ไตรมาส(?:ที่)? ?|q)(?P<quarter>[1-4]) ?(?:/ ?|{FISCAL})?{YEAR}"), _read_quarter),
    (re.compile(rf"(?:ครึ่งปี|รอบ 6 เดือน) ?(?P<half>แรก|หลัง)(?:ของ)? ?{FISCAL}{YEAR}"), _read_half),
    (re.compile(rf"{FISCAL}{YEAR}"), _read_fiscal_year),
    (re.compile(rf"(?:ปี ?)?{_ERA}(?P<year>\d{{4}})"), _read_calendar_year),
)
