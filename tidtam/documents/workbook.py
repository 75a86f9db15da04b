"""Reads workbooks and CSV files that come from outside, without trusting them.

Nothing is opened before its true size is known: packed bombs, files with a password, far-away cells and
endless sheets are refused with a problem that says what to do. A file with a problem gives no sheets at all.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from tidtam.documents import problems as say
from tidtam.documents.limits import Limits, size_in_words
from tidtam.documents.text_table import read_text_table
from tidtam.documents.xlsx_inside import SheetInside, looked_inside
from tidtam.problems import Both, Problem, Refused, Where

Cell = str | int | float | bool | date | datetime | time | timedelta
"""A cell's value; an empty cell is "", a broken formula the text of its error ("#DIV/0!")."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_OTHER_KINDS = {".ods": "OpenDocument (.ods)", ".xlsb": "Excel Binary (.xlsb)", ".xls": "Excel 97 (.xls)"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name and its rows; `rows[0]` is row 1 of the spreadsheet, whatever is empty.

    `inside` tells of formulas, hidden rows and merged cells, whose values alone do not show them.
    """

    name: str
    rows: list[list[Cell]]
    inside: SheetInside = field(default_factory=SheetInside)


@dataclass(frozen=True, slots=True)
class Workbook:
    """What a file holds, or everything that keeps it from being read."""

    sheets: list[Sheet] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def checked(self) -> "Workbook":
        """The workbook itself; Refused when it has problems."""
        if self.problems:
            raise Refused(self.problems)
        return self


def read_workbook(
    source: Path | str | bytes, *, name: str | None = None, limits: Limits | None = None
) -> Workbook:
    """The sheets of an .xlsx, .xlsm or .csv file; `name` is what the file is called in problems.

    OSError when the path cannot be read; everything that is wrong with the content is a problem.
    """
    limits = limits or Limits()
    called = name or (Path(source).name if isinstance(source, (Path, str)) else "")
    size = len(source) if isinstance(source, bytes) else Path(source).stat().st_size
    where = Where(file=called or None)
    if size > limits.packed_bytes:
        problem = say.TOO_BIG.at(where, size=size_in_words(size), limit=size_in_words(limits.packed_bytes))
        return Workbook(problems=[problem])
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    try:
        return Workbook(_read(content, Path(called), where, limits))
    except Refused as refused:
        return Workbook(problems=refused.problems)


def _read(content: bytes, called: Path, where: Where, limits: Limits) -> list[Sheet]:
    if not content:
        raise Refused([say.FILE_EMPTY.at(where)])
    if content.startswith(_OLE):
        kind = say.PASSWORD.at(where) if _ENCRYPTED in content else _old(where, ".xls")
        raise Refused([kind])
    if content.startswith(_ZIP):
        return _read_packed(content, where, limits)
    if called.suffix.lower() in {".csv", ".txt", ".tsv"}:
        return [Sheet(called.stem, [list(row) for row in read_text_table(content, where, limits)])]
    raise Refused([say.NOT_A_WORKBOOK.at(where, reason=_looks_like(content))])


def _read_packed(content: bytes, where: Where, limits: Limits) -> list[Sheet]:
    inside = looked_inside(content, where, limits)
    if inside.other_kind:
        raise Refused([_old(where, inside.other_kind)])
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        names = [about.name for about in book.sheets_metadata if about.typ == SheetTypeEnum.WorkSheet]
        rows = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names]
    except (CalamineError, ValueError, OSError) as error:
        raise Refused([say.NOT_A_WORKBOOK.at(where, reason=str(error))]) from error
    told = (inside.sheets.get(name, SheetInside()) for name in names)
    sheets = [Sheet(name, found, about) for name, found, about in zip(names, rows, told, strict=True)]
    _check_rows(sheets, where, limits)
    for sheet in sheets:
        _show_errors(sheet, sheet.inside)
    return sheets


def _check_rows(sheets: list[Sheet], where: Where, limits: Limits) -> None:
    """Rows and columns again: a sheet need not say where its cells lie."""
    problems = []
    for sheet in sheets:
        at = Where(where.file, sheet.name)
        if len(sheet.rows) > limits.rows:
            problems.append(say.TOO_MANY_ROWS.at(at, limit=f"{limits.rows:,}"))
        if sheet.rows and len(sheet.rows[0]) > limits.columns:
            problems.append(say.TOO_MANY_COLUMNS.at(at, limit=f"{limits.columns:,}"))
    if problems:
        raise Refused(problems)


def _show_errors(sheet: Sheet, inside: SheetInside) -> None:
    """Puts the text of a broken formula where the reader leaves an empty cell; it is not nothing."""
    for (row, column), text in inside.errors.items():
        if not row:
            continue
        while len(sheet.rows) < row:
            sheet.rows.append([])
        line = sheet.rows[row - 1]
        line.extend([""] * (column - len(line)))
        line[column - 1] = text


def _old(where: Where, ending: str) -> Problem:
    return say.OLD_FORMAT.at(where, format=_OTHER_KINDS[ending])


def _looks_like(content: bytes) -> Both:
    if content.startswith(b"%PDF"):
        return Both("เป็น PDF", "it is a PDF")
    if content.lstrip()[:1] == b"<":
        return Both("เป็นหน้าเว็บ หรือ XML", "it is a web page or XML")
    return Both("เนื้อหาไม่ใช่ของ Excel", "what is in it is not of Excel")
