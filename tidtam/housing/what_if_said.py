"""A what-if as a sentence: how much in all, what is left, what this year needs, and when it ends."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from tidtam.housing.what_if import MOST_YEARS, Outlook, Pace
from tidtam.ledger.fiscal import FiscalYear
from tidtam.problems import Both
from tidtam.thai.dates import english_date, long_date
from tidtam.thai.digits import number
from tidtam.thai.money import baht, english_millions, millions_baht

_TENTH = Decimal("0.1")


def sentence(found: Outlook) -> Both:
    """The whole of it in a few short sentences; what is not known is said to be so."""
    said = (_in_all(found), _left(found), _end(found))
    return Both(" ".join(one.th for one in said), " ".join(one.en for one in said))


def pace_text(pace: Pace) -> Both:
    """A pace to one decimal, of a month, or of a year where a month sees less than one household.

    >>> pace_text(Pace.monthly(40)).en, pace_text(Pace(Fraction(3827, 100))).th, pace_text(Pace.yearly(3)).en
    ('40 households a month', '38.3 ครัวเรือนต่อเดือน', '3 households a year')
    """
    if pace.a_month >= 1:
        said = _rounded(pace.a_month)
        return Both(f"{said} ครัวเรือนต่อเดือน", f"{said} households a month")
    if 0 < pace.a_year < Fraction(1, 10):
        return Both("ไม่ถึง 0.1 ครัวเรือนต่อปี", "less than 0.1 households a year")
    said = _rounded(pace.a_year)
    return Both(f"{said} ครัวเรือนต่อปี", f"{said} households a year")


def _in_all(found: Outlook) -> Both:
    households, each = number(found.supposed.households), baht(found.supposed.satang_each)
    each_en = each.replace("บาท", "baht")
    return Both(
        f"{households} ครัวเรือน × {each} = {millions_baht(found.satang)}",
        f"{households} households × {each_en} = {english_millions(found.satang)}.",
    )


def _left(found: Outlook) -> Both:
    supposed = found.supposed
    done, left = number(supposed.done), number(supposed.left)
    if not supposed.left:
        return Both("ทำครบแล้ว", "All are done.")
    return Both(
        f"ทำแล้ว {done} เหลือ {left} ครัวเรือน ({millions_baht(found.satang_left)})",
        f"{done} are done, {left} are left ({english_millions(found.satang_left)}).",
    )


def _end(found: Outlook) -> Both:
    pace, year = found.supposed.pace, found.this_year
    if not found.supposed.left:
        return Both("", "")
    if pace is None:
        return Both(
            "ยังไม่ทราบอัตราการทำงาน จึงยังบอกวันเสร็จไม่ได้",
            "The pace is not known, so neither is the day on which it ends.",
        )
    if year is None:
        return Both("ถ้าไม่มีความคืบหน้า จะไม่มีวันเสร็จ", "At a pace of nought it never ends.")
    paced, span = pace_text(pace), _span(found.supposed.first_day, year.fiscal_year)
    needs = Both(
        f"ถ้าทำได้ {paced.th} {span.th}ต้องใช้ {millions_baht(year.satang)}",
        f"At {paced.en}, {span.en} needs {english_millions(year.satang)}",
    )
    if found.finish is None:
        beyond = number(found.beyond)
        return Both(
            f"{needs.th} และอีก {MOST_YEARS} ปียังเหลือ {beyond} ครัวเรือน",
            f"{needs.en}, and after {MOST_YEARS} years {beyond} households are still left.",
        )
    return Both(
        f"{needs.th} และเสร็จภายใน {long_date(found.finish)}",
        f"{needs.en}, and all are finished by {english_date(found.finish)}.",
    )


def _span(first_day: date, fiscal_year: int) -> Both:
    """The fiscal year, or what is left of it from the first day on."""
    if first_day == FiscalYear(fiscal_year).start:
        return Both(f"ปีงบประมาณ {fiscal_year} ", f"fiscal year {fiscal_year}")
    return Both(f"ช่วงที่เหลือของปีงบประมาณ {fiscal_year} ", f"the rest of fiscal year {fiscal_year}")


def _rounded(value: Fraction) -> str:
    """Whole where it is whole, else to one decimal, a half going up."""
    if value.denominator == 1:
        return number(int(value))
    return number((Decimal(value.numerator) / value.denominator).quantize(_TENTH, ROUND_HALF_UP))
