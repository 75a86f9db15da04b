"""The workbook of grants: each household with the parts of the rule of the day, and a sheet of payments."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from tidtam.documents.excel import write_sheets
from tidtam.documents.sheets import Column, SheetOut, Value
from tidtam.documents.workbook import Cell, Sheet, read_workbook
from tidtam.housing.models import Household, Project
from tidtam.housing.queries import households
from tidtam.intake.grants import problems as say
from tidtam.intake.grants.cells import head_row, sum_of, text_of
from tidtam.intake.grants.vouchers import HOUSEHOLD, NAME, VOUCHER, Voucher, read_vouchers, to_be_paid
from tidtam.problems import Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.review.practice import banner
from tidtam.thai.date_writing import long_date

SHEET = "เงินอุดหนุน"
WHOLE_PROJECT = "บริหารจัดการโครงการ"
"""The row of what the project itself is given for its management."""
GRANT = "grant"
"""The part of a rule that has none."""


@dataclass(slots=True)
class Proposed:
    """What a workbook proposes and pays, in satang, or all that is wrong with it."""

    parts: dict[Household, dict[str, int]] = field(default_factory=dict)
    management: int = 0
    vouchers: list[Voucher] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def whole(self) -> int:
        """All that is to be approved."""
        return sum(sum(some.values()) for some in self.parts.values()) + self.management

    @property
    def to_pay(self) -> int:
        """All that its vouchers pay."""
        return sum(one.satang for one in self.vouchers)


def parts_on(project: Project, day: date) -> dict[str, str]:
    """The parts of the grant rule of a day, by code with their Thai names; one part where it has none."""
    rules = programmes.money_rules(project.programme, day)
    named = {part.code: part.th for rule in rules if rule.about == "grant" for part in rule.parts}
    return named or {GRANT: "เงินอุดหนุน (บาท)"}


def write(project: Project, day: date) -> bytes:
    """An Excel file with the households of a project: one sheet for the parts of a day's rule, one to pay."""
    parts = parts_on(project, day)
    sums = (Column(name, "whole", 22) for name in parts.values())
    columns = (Column(HOUSEHOLD, width=18), Column(NAME, width=30), *sums)
    blank: tuple[Value, ...] = (None,) * len(parts)
    there = households(project)
    rows: list[tuple[Value, ...]] = [(one.subject.name, one.name, *blank) for one in there]
    rows.append((WHOLE_PROJECT, "", *blank))
    said = f" [{banner()}]" if banner() else ""
    title = f"{project.code} {project.name}{said}"
    above = (title, f"เงินอุดหนุนตามกฎที่ใช้ในวันที่ {long_date(day)} หน่วยเป็นบาท")
    sheets = [SheetOut(SHEET, columns, rows, above, 2), to_be_paid(there, title)]
    return write_sheets(sheets, title=project.name, author="Tidtam")


def read(content: bytes, name: str, project: Project, day: date) -> Proposed:
    """What a file proposes; all that is wrong with it is in `problems`, and then nothing of it is taken."""
    found = Proposed()
    try:
        sheets = read_workbook(content, name=name).checked().sheets
    except Refused as refused:
        found.problems += refused.problems
        return found
    known = False
    for sheet in sheets:
        where = Where(file=name, sheet=sheet.name)
        if (head := head_row(sheet, HOUSEHOLD)) is not None:
            known = True
            _read_rows(sheet, head, where, project, day, found)
        elif (head := head_row(sheet, VOUCHER)) is not None:
            known = True
            found.vouchers += read_vouchers(sheet, head, where, project, found.problems)
    if not known:
        found.problems.append(say.NO_SHEET.at(Where(file=name), head=HOUSEHOLD))
    if not found.problems and not found.whole and not found.vouchers:
        found.problems.append(say.NOTHING_GIVEN.at(Where(file=name)))
    return found


def _read_rows(sheet: Sheet, head: int, where: Where, project: Project, day: date, found: Proposed) -> None:
    codes = {name: code for code, name in parts_on(project, day).items()}
    heads = [text_of(cell) for cell in sheet.rows[head]]
    found.problems += _unknown_heads(heads, codes, where)
    there = {one.subject.name: one for one in households(project)}
    for at, row in enumerate(sheet.rows[head + 1 :], start=head + 2):
        spot = Where(file=where.file, sheet=where.sheet, row=at)
        who = text_of(row[0]) if row else ""
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
        if head in codes:
            spot = Where(file=where.file, sheet=where.sheet, row=where.row, column=head)
            if satang := sum_of(cell, sheet, at, spot, problems):
                yield codes[head], satang
