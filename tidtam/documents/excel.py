"""Writes Excel: numbers are numbers, text is never taken for a formula, and a sheet prints on A4."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter

from tidtam.documents.excel_report import report_sheets
from tidtam.documents.report_layout import PaperFigure, ReportPaper
from tidtam.documents.sheets import Column, SheetOut, Value, letters

A4 = 9  # Excel's number for the paper
LONGEST_URL = 2079  # Excel refuses longer ones
FONT = "TH Sarabun New"
_NUMBER_FORMATS = {
    "text": "@",
    "whole": "#,##0",
    "percent": "#,##0.0",
    "date": "[$-107041E]d mmm yyyy",  # Thai, Buddhist Era
}
_LINE_HEIGHT = 24  # points, for letters of 14 with marks above and below
_NEVER_GUESS = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
_RISKY = ("=", "+", "-", "@", "\t", "\r")


def write_excel(paper: ReportPaper, *, made_at: datetime | None = None) -> bytes:
    """The report as Excel: a sheet of all lines, one for each heading, then stages, problems and sources."""
    return write_sheets(report_sheets(paper), title=paper.title, author=paper.agency, made_at=made_at)


def write_sheets(
    sheets: Sequence[SheetOut], *, title: str = "", author: str = "", made_at: datetime | None = None
) -> bytes:
    """Any sheets as an Excel file; ValueError when two sheets have one name."""
    made = BytesIO()
    created = (made_at or datetime(1980, 1, 1, tzinfo=UTC)).replace(tzinfo=None)
    options = {"in_memory": True} | dict.fromkeys(_NEVER_GUESS, False)
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"title": title, "author": author, "created": created})
        formats = _Formats(book)
        for sheet in sheets:
            _write(book.add_worksheet(sheet.name), sheet, formats)
    return made.getvalue()


@dataclass
class _Formats:
    """Each look of a cell, made once in a book."""

    book: Any

    def __post_init__(self) -> None:
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def get(self, **look: Any) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._made:
            base = {"font_name": FONT, "font_size": 14, "valign": "top"}
            self._made[key] = self.book.add_format(base | look)
        return self._made[key]


def _write(page: Any, sheet: SheetOut, formats: _Formats) -> None:
    for row, text in enumerate(sheet.above):
        page.set_row(row, _LINE_HEIGHT)
        page.write_string(row, 0, text, formats.get(bold=row == 0, font_size=16 if row == 0 else 14))
    head = len(sheet.above) + bool(sheet.above)
    for column, spec in enumerate(sheet.columns):
        look = {"bold": True, "bg_color": "#EEF2EF", "bottom": 1, "text_wrap": True} | _side(spec)
        page.write_string(head, column, spec.head, formats.get(**look))
        page.set_column(column, column, spec.width)
    page.set_row(head, _LINE_HEIGHT)
    for row, values in enumerate(sheet.rows, start=head + 1):
        page.set_row(row, _LINE_HEIGHT * _lines(sheet.columns, values))
        for column, (spec, value) in enumerate(zip(sheet.columns, values, strict=True)):
            _write_cell(page, row, column, spec, value, formats)
    _set_up(page, sheet, head)


def _lines(columns: Sequence[Column], values: Sequence[Value]) -> int:
    """About how many lines the fullest cell of a row needs; programs do not all find that out themselves."""
    texts = (value.text if isinstance(value, PaperFigure) else str(value or "") for value in values)
    widths = (1.2 * letters(text) / column.width for column, text in zip(columns, texts, strict=True))
    return max(1, *(ceil(width) for width in widths))


def _write_cell(page: Any, row: int, column: int, spec: Column, value: Value, formats: _Formats) -> None:
    figure = value if isinstance(value, PaperFigure) else None
    if figure:
        value = figure.text if figure.number is None else figure.number
    look = _look(spec, value, linked=bool(figure and figure.url))
    if figure and figure.url and len(figure.url) <= LONGEST_URL:
        # A link is written first and the number over it: Excel keeps both.
        page.write_url(row, column, figure.url, formats.get(**look), string=figure.text)
    match value:
        case None | "":
            page.write_blank(row, column, None, formats.get(**look))
        case int() | Decimal():
            page.write_number(row, column, value, formats.get(**look))
        case date():
            page.write_datetime(row, column, value, formats.get(**look))
        case _:
            page.write_string(row, column, value, formats.get(**look))


def _look(spec: Column, value: Value, *, linked: bool) -> dict[str, Any]:
    """The look of a cell; a text that a program could take for a formula is marked as text for good."""
    look: dict[str, Any] = {"bottom": 7, "bottom_color": "#8C8C8C"}
    if isinstance(value, str):
        look |= {"text_wrap": True, "num_format": "@"} | _side(spec)
        if value.startswith(_RISKY):
            look["quote_prefix"] = True
    else:
        look["num_format"] = _NUMBER_FORMATS[spec.kind]
    if linked:
        look |= {"font_color": "#1F5C4A", "underline": 1}
    return look


def _side(spec: Column) -> dict[str, Any]:
    return {"align": "left", "indent": 1} if spec.kind in {"text", "date"} else {"align": "right"}


def _set_up(page: Any, sheet: SheetOut, head: int) -> None:
    page.freeze_panes(head + 1, min(sheet.fixed_columns, len(sheet.columns)))
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(head)
    page.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.6)
    page.set_header(f'&C&"{FONT},Regular"&14- &P -')
    if sheet.rows:
        page.autofilter(head, 0, head + len(sheet.rows), len(sheet.columns) - 1)
