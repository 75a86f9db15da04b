"""The sheet of payments: the rows of one voucher belong together, for households or the whole project."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from tidtam.documents.sheets import Column, SheetOut, Value
from tidtam.documents.workbook import Cell, Sheet
from tidtam.housing.models import Household, Project
from tidtam.housing.queries import households
from tidtam.intake.grants import problems as say
from tidtam.intake.grants.cells import sum_of, text_of
from tidtam.problems import Problem, Where
from tidtam.thai.dates import DateUnreadable, read_date

SHEET = "จ่ายเงิน"
VOUCHER, PAID_ON, HOUSEHOLD, NAME, PAID = "ใบสำคัญ", "วันที่จ่าย", "ครัวเรือน", "ชื่อ", "จ่าย (บาท)"
HEADS = (VOUCHER, PAID_ON, HOUSEHOLD, NAME, PAID)
ALL_OF_IT = "ทั้งโครงการ"
"""What stands for the household where a voucher is paid to the project as a whole."""


@dataclass(slots=True)
class Voucher:
    """A payment as its rows say it: its number, its day, its sum in satang, and what each household gets."""

    number: str
    day: date
    where: Where
    satang: int = 0
    parts: dict[Household, int] = field(default_factory=dict)


def to_be_paid(there: Iterable[Household], title: str) -> SheetOut:
    """The sheet to fill in: one row for the project as a whole, then one for each household."""
    columns = (
        Column(VOUCHER, width=18), Column(PAID_ON, width=16), Column(HOUSEHOLD, width=18),
        Column(NAME, width=30), Column(PAID, "whole", 18),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [(None, None, ALL_OF_IT, "", None)]
    rows += [(None, None, one.subject.name, one.name, None) for one in there]
    how = "แถวที่มีใบสำคัญเดียวกันเป็นการจ่ายครั้งเดียว แถวที่ไม่มีจำนวนเงินจะข้ามไป"
    return SheetOut(SHEET, columns, rows, (title, how), 1)


@dataclass(slots=True)
class _Reading:
    there: dict[str, Household]
    project: Project
    problems: list[Problem]
    found: dict[str, Voucher] = field(default_factory=dict)


def read_vouchers(
    sheet: Sheet, head: int, where: Where, project: Project, problems: list[Problem]
) -> list[Voucher]:
    """The payments of a sheet whose heads stand in row `head` (from 0); what is wrong goes to `problems`."""
    heads = [text_of(cell) for cell in sheet.rows[head]]
    for strange in (one for one in heads if one and one not in HEADS):
        problems.append(say.COLUMN_UNKNOWN.at(where, head=strange, heads=", ".join(HEADS)))
    at = {one: heads.index(one) for one in HEADS if one in heads}
    missing = [one for one in HEADS if one not in at and one != NAME]
    problems += (say.COLUMN_MISSING.at(where, head=one) for one in missing)
    if missing:
        return []
    reading = _Reading({one.subject.name: one for one in households(project)}, project, problems)
    for number, row in enumerate(sheet.rows[head + 1 :], start=head + 2):
        cells = {one: row[spot] if spot < len(row) else "" for one, spot in at.items()}
        spot = Where(file=where.file, sheet=where.sheet, row=number)
        _read_row(cells, sheet, at[PAID], spot, reading)
    return list(reading.found.values())


def _read_row(cells: dict[str, Cell], sheet: Sheet, paid: int, where: Where, reading: _Reading) -> None:
    number, satang = (
        text_of(cells[VOUCHER]),
        sum_of(cells[PAID], sheet, paid, _at(where, PAID), reading.problems),
    )
    if not satang:
        if number and cells[PAID] == "":
            reading.problems.append(say.SUM_OF_VOUCHER.at(_at(where, PAID), voucher=number))
        return
    if not number:
        reading.problems.append(say.VOUCHER_OF_SUM.at(_at(where, VOUCHER)))
        return
    voucher = _voucher(number, cells[PAID_ON], where, reading)
    if voucher is None:
        return
    voucher.satang += satang
    who = text_of(cells[HOUSEHOLD])
    if not who or who == ALL_OF_IT:
        return
    if who not in reading.there:
        spot = _at(where, HOUSEHOLD)
        reading.problems.append(say.HOUSEHOLD_UNKNOWN.at(spot, text=who, project=reading.project.code))
    elif reading.there[who] in voucher.parts:
        reading.problems.append(say.HOUSEHOLD_TWICE.at(_at(where, HOUSEHOLD), text=who))
    else:
        voucher.parts[reading.there[who]] = satang


def _voucher(number: str, day: Cell, where: Where, reading: _Reading) -> Voucher | None:
    """The voucher of a row: the one that rows above began, whose day may be left out, or a new one."""
    begun, spot = reading.found.get(number), _at(where, PAID_ON)
    if begun is not None and day == "":
        return begun
    try:
        read = read_date(day if isinstance(day, date | datetime) else text_of(day))
    except DateUnreadable as unreadable:
        reading.problems.append(unreadable.problem(spot))
        return None
    if read.first != read.last:
        reading.problems.append(say.DAY_VAGUE.at(spot, text=text_of(day)))
        return None
    if begun is None:
        return reading.found.setdefault(number, Voucher(number, read.first, where))
    if begun.day != read.first:
        reading.problems.append(say.TWO_DAYS.at(spot, voucher=number))
    return begun


def _at(where: Where, column: str) -> Where:
    return Where(file=where.file, sheet=where.sheet, row=where.row, column=column)
