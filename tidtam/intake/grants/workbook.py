"""The workbook of grants: one row for each household, one column for each part of the rule of the day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tidtam.documents.excel import write_sheets
from tidtam.documents.sheets import Column, SheetOut, Value
from tidtam.documents.workbook import Cell, Sheet, read_workbook
from tidtam.housing.models import Household, Project
from tidtam.housing.queries import households
from tidtam.intake.grants import problems as say
from tidtam.problems import Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.review.practice import banner
from tidtam.thai.clean import normalise
from tidtam.thai.date_writing import long_date
from tidtam.thai.number_reading import read_number
from tidtam.thai.numbers import NumberUnreadable

SHEET = "เงินอุดหนุน"
HOUSEHOLD, NAME = "ครัวเรือน", "ชื่อ"
WHOLE_PROJECT = "บริหารจัดการโครงการ"
"""The row of what the project itself is given for its management."""
GRANT = "grant"
"""The part of a rule that has none."""


@dataclass(slots=True)
class Proposed:
    """What a workbook proposes, in satang, or all that is wrong with it."""

    parts: dict[Household, dict[str, int]] = field(default_factory=dict)
    management: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def whole(self) -> int:
        """All of it together."""
        return sum(sum(some.values()) for some in self.parts.values()) + self.management


def parts_on(project: Project, day: date) -> dict[str, str]:
    """The parts of the grant rule of a day, by code with their Thai names; one part where it has none."""
    rules = programmes.money_rules(project.programme, day)
    named = {part.code: part.th for rule in rules if rule.about == "grant" for part in rule.parts}
    return named or {GRANT: "เงินอุดหนุน (บาท)"}


def write(project: Project, day: date) -> bytes:
    """An Excel file with the households of a project and empty cells for the parts of the rule of a day."""
    parts = parts_on(project, day)
    sums = (Column(name, "whole", 22) for name in parts.values())
    columns = (Column(HOUSEHOLD, width=18), Column(NAME, width=30), *sums)
    blank: tuple[Value, ...] = (None,) * len(parts)
    rows: list[tuple[Value, ...]] = [(one.subject.name, one.name, *blank) for one in households(project)]
    rows.append((WHOLE_PROJECT, "", *blank))
    said = f" [{banner()}]" if banner() else ""
    above = (
        f"{project.code} {project.name}{said}",
        f"เงินอุดหนุนตามกฎที่ใช้ในวันที่ {long_date(day)} หน่วยเป็นบาท",
    )
    return write_sheets([SheetOut(SHEET, columns, rows, above, 2)], title=project.name, author="Tidtam")


def read(content: bytes, name: str, project: Project, day: date) -> Proposed:
    """What a file proposes; all that is wrong with it is in `problems`, and then nothing of it is taken."""
    found = Proposed()
    try:
        sheets = read_workbook(content, name=name).checked().sheets
    except Refused as refused:
        found.problems += refused.problems
        return found
    for sheet in sheets:
        head = _head_row(sheet)
        if head is not None:
            _read_rows(sheet, head, Where(file=name, sheet=sheet.name), project, day, found)
            break
    else:
        found.problems.append(say.NO_SHEET.at(Where(file=name), head=HOUSEHOLD))
    if not found.problems and not found.whole:
        found.problems.append(say.NOTHING_GIVEN.at(Where(file=name)))
    return found


def _head_row(sheet: Sheet) -> int | None:
    """The number of the row (from 0) that begins with the head of households."""
    heads = (at for at, row in enumerate(sheet.rows) if row and _text(row[0]) == HOUSEHOLD)
    return next(heads, None)


def _text(cell: Cell) -> str:
    return normalise(str(cell))


def _read_rows(sheet: Sheet, head: int, where: Where, project: Project, day: date, found: Proposed) -> None:
    codes = {name: code for code, name in parts_on(project, day).items()}
    heads = [_text(cell) for cell in sheet.rows[head]]
    found.problems += _unknown_heads(heads, codes, where)
    there = {one.subject.name: one for one in households(project)}
    for at, row in enumerate(sheet.rows[head + 1 :], start=head + 2):
        spot = Where(file=where.file, sheet=where.sheet, row=at)
        who = _text(row[0]) if row else ""
        sums = dict(_sums(row, heads, codes, sheet, spot, found.problems))
        if not who and not sums:
            continue
        if who == WHOLE_PROJECT:
            found.management += sum(sums.values())
        elif who not in there:
            found.problems.append(say.HOUSEHOLD_UNKNOWN.at(spot, text=who, project=project.code))
        elif there[who] in found.parts:
            found.problems.append(say.HOUSEHOLD_TWICE.at(spot, text=who))
        elif sums:
            found.parts[there[who]] = sums


def _unknown_heads(heads: list[str], codes: Mapping[str, str], where: Where) -> Iterator[Problem]:
    known = ", ".join((HOUSEHOLD, NAME, *codes))
    for head in heads:
        if head and head not in (HOUSEHOLD, NAME) and head not in codes:
            yield say.COLUMN_UNKNOWN.at(where, head=head, heads=known)


def _sums(
    row: list[Cell],
    heads: list[str],
    codes: Mapping[str, str],
    sheet: Sheet,
    where: Where,
    problems: list[Problem],
) -> Iterator[tuple[str, int]]:
    for at, (head, cell) in enumerate(zip(heads, row, strict=False)):
        if head not in codes or cell == "":
            continue
        spot = Where(file=where.file, sheet=where.sheet, row=where.row, column=head)
        if (where.row or 0, at + 1) in sheet.inside.formulas:
            problems.append(say.FORMULA.at(spot))
        elif (satang := satang_of(cell)) is None:
            problems.append(say.NOT_BAHT.at(spot, text=_text(cell)))
        elif satang:
            yield codes[head], satang


def satang_of(cell: object) -> int | None:
    """A sum in baht as satang; None for what is no sum, is below nought or is finer than a satang.

    >>> satang_of("๕๐,๐๐๐"), satang_of(212.5), satang_of("1.005"), satang_of("ห้าหมื่น")
    (5000000, 21250, None, None)
    """
    if not isinstance(cell, str | int | float | Decimal) or isinstance(cell, bool):
        return None
    try:
        satang = Decimal(read_number(cell)) * 100
    except NumberUnreadable:
        return None
    return int(satang) if satang >= 0 and satang == satang.to_integral_value() else None
