"""How a report words its numbers, states, periods and milestones, in Thai and English."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from tidtam.analytics.pace.said import verdict_text
from tidtam.ledger.achievement import percent_of
from tidtam.ledger.fiscal import FiscalYear
from tidtam.ledger.quantity import UNITS
from tidtam.problems import Both
from tidtam.reports.content import Kind, Line, Slot, StageCount
from tidtam.thai.dates import BE_OFFSET, english_date, long_date, long_vague, whole_months
from tidtam.thai.digits import number, percent

NOT_REPORTED = Both("ยังไม่มีรายงาน", "not reported")
AT_LEAST = Both("อย่างน้อย {n}", "at least {n}")
NO_TARGET = Both("ไม่ได้ตั้งเป้า", "no target")
UNPROMISED = Both("ไม่อยู่ในเป้าหมายของปี", "not in the target of the year")
NO_FIGURE = "–"
FLOOR = "≥"

Value = TypeVar("Value", int, Decimal)


def _spread(
    low: Value, upper: Value | None, kind: Kind | None, write: Callable[[Value], str], floor: str
) -> str:
    """One value, "at least" it, or a range; `floor` is the form of the second with a place for {n}."""
    if kind == "floor":
        return floor.format(n=write(low))
    if upper is not None and upper != low:
        return f"{write(low)}–{write(upper)}"
    return write(low)


def amount(
    low: int, upper: int | None = None, kind: Kind | None = "exact", lang: str = "th", digits: str = "arabic"
) -> str:
    """A quantity with what is not known of it.

    >>> amount(3084), amount(763, kind="floor"), amount(2068, 2635, "range")
    ('3,084', 'อย่างน้อย 763', '2,068–2,635')
    """
    return _spread(low, upper, kind, lambda n: number(n, digits), AT_LEAST.text(lang))


def brief_amount(low: int, upper: int | None = None, kind: Kind | None = "exact") -> str:
    """The same for a narrow column.

    >>> brief_amount(763, kind="floor"), brief_amount(0, 502, "range")
    ('≥763', '0–502')
    """
    return _spread(low, upper, kind, number, f"{FLOOR}{{n}}")


def result_text(line: Line, lang: str = "th", digits: str = "arabic") -> str:
    """A result as it is read: exact, "at least 763", a range, or "not reported"."""
    if line.result is None:
        return NOT_REPORTED.text(lang)
    return amount(line.result, line.result_upper, line.result_kind, lang, digits)


def line_no(line: Line) -> str:
    """The number of a line in the report; items and series have none, their codes are for programs."""
    return line.line if line.line[:1].isdigit() else ""


def target_text(line: Line, lang: str = "th") -> str:
    return NO_TARGET.text(lang) if line.target is None else number(line.target)


def percent_text(line: Line, digits: str = "arabic") -> str:
    """The result as a share of the target, as sure as the result: "43.6", "≥ 12.9" for a floor, "0.0–7.9"."""
    return percent_words(line.percent, percent_of(line.result_upper, line.target), line.result_kind, digits)


def percent_words(
    low: Decimal | None, upper: Decimal | None = None, kind: Kind | None = "exact", digits: str = "arabic"
) -> str:
    """A share of a target, with what is not known of it.

    >>> percent_words(Decimal("109.1")), percent_words(Decimal("12.9"), kind="floor"), percent_words(None)
    ('109.1', '≥ 12.9', '–')
    """
    if low is None:
        return NO_FIGURE
    most = upper if kind == "range" else None
    return _spread(low, most, kind, lambda n: percent(n, digits), f"{FLOOR} {{n}}")


def stage_text(stage: StageCount) -> str:
    """How many stand at a stage; what is not split shows up to how many."""
    return amount(stage.quantity, stage.upper)


def is_exact(line: Line) -> bool:
    """Whether the result is one number and nothing else."""
    return line.result is not None and line.result_kind not in ("floor", "range")


def remark(line: Line, lang: str = "th") -> str:
    """What a reader must know beside the figure."""
    th = lang == "th"
    said = []
    if line.basis == "cumulative" and line.basis_since is not None:
        said.append(f"สะสมตั้งแต่ปี {line.basis_since}" if th else f"cumulative since {line.basis_since}")
    if line.percent is not None and line.percent > 100:
        said.append("เกินเป้าหมาย" if th else "above the target")
    if line.basis == "milestone":
        said.append("รายงานเป็นขั้น" if th else "reported by stage")
    if line.pace is not None and line.pace.normal is not None:
        said.append(verdict_text(line.pace, UNITS[line.unit]).text(lang))
    if line.exits:
        said.append(f"ออก {number(line.exits)}" if th else f"{number(line.exits)} left")
    if line.may_belong_before:
        many = number(line.may_belong_before)
        said.append(f"อาจเป็นของปีก่อน {many}" if th else f"{many} may belong to the year before")
    return " · ".join(filter(None, said))


def slot_sentence(slot: Slot, lang: str = "th") -> str:
    """One promised subject in a sentence: where it was promised, where it is, and how far."""
    place = slot.actual_place or slot.promised_place
    beside = "" if slot.promised_place else f" ({UNPROMISED.text(lang)})"
    if lang == "th":
        where = f"{slot.subject_name or 'แห่งที่ให้คำมั่นไว้'} ({place.name_th})" if place else slot.subject_name
        stage = slot.stage.name_th if slot.stage else NOT_REPORTED.th
        moved = f" เป้าหมายระบุ{slot.promised_place.name_th}" if slot.elsewhere and slot.promised_place else ""
    else:
        where = f"{slot.subject_name or 'promised'} ({place.name_en})" if place else slot.subject_name
        stage = slot.stage.name_en if slot.stage else NOT_REPORTED.en
        moved = (
            f"; the target names {slot.promised_place.name_en}"
            if slot.elsewhere and slot.promised_place
            else ""
        )
    return f"{where}: {stage}{moved}{beside}"


def period_text(fiscal_year: int, as_of: date) -> str:
    """The months of the year that a report covers: "รอบ 6 เดือน (ตุลาคม 2561 – มีนาคม 2562)"."""
    year = FiscalYear(fiscal_year)
    last = min(as_of, year.end)
    months = (last.year - year.start.year) * 12 + last.month - year.start.month + 1
    since, until = (long_vague(whole_months(day.year + BE_OFFSET, day.month)) for day in (year.start, last))
    return f"รอบ {max(months, 1)} เดือน ({since} – {until})"


def as_of_text(as_of: date, known_at: date | None, lang: str = "th") -> str:
    """As of which day a report speaks, and what was known when."""
    if lang == "th":
        known = f" ตามที่รู้เมื่อ {long_date(known_at)}" if known_at else ""
        return f"ข้อมูล ณ {long_date(as_of)}{known}"
    known = f", as known on {english_date(known_at)}" if known_at else ""
    return f"As of {english_date(as_of)}{known}"
