"""Writes the sheet of a round as Excel: only the numbers are open, and no text is ever a formula."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import xlsxwriter

from tidtam.intake.cells import LARGEST as LARGEST_NUMBER
from tidtam.intake.layout import Column
from tidtam.intake.sheets.content import Content, RowOut
from tidtam.intake.sheets.explaining import explanation
from tidtam.intake.sheets.layout import MARK_FROM, MARK_SHEET, MARKED, NUMBERS, READ_ME
from tidtam.review.practice import banner
from tidtam.thai.dates import long_date

FONT = "TH Sarabun New"
LINE_HEIGHT = 24
"""Points, for letters of 14 with marks above and below."""
A4 = 9
WIDTHS = {"place": 12, "place_name": 24, "province": 18, "line": 10, "line_name": 84, "unit": 12}
NARROW = 13
OPTIONS = {"constant_memory": True} | dict.fromkeys(
    ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False
)
ALLOWED = {"select_locked_cells": True, "format_columns": True, "format_rows": True, "autofilter": True}
"""What may be done on the protected sheet besides typing numbers; there is no password."""


def write_sheet(content: Content) -> bytes:
    """The Excel file."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, OPTIONS) as book:
        book.set_properties({"title": content.of_round.name_th, "author": "Tidtam"})
        looks = _looks(book)
        numbers = book.add_worksheet(NUMBERS.name.th)
        _write_numbers(numbers, content, looks)
        _write_text(book.add_worksheet(READ_ME), content, looks)
        _write_mark(book.add_worksheet(MARK_SHEET), content, looks["text"])
        numbers.activate()
    return made.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    base = {"font_name": FONT, "font_size": 14, "valign": "top"}
    text = base | {"num_format": "@", "text_wrap": True}
    quiet = {"font_color": "#5C6660"}
    open_cell = {"locked": False, "bg_color": "#FFFBE6", "border": 1, "border_color": "#8C8C8C"}
    looks = {
        "head": base | {"bold": True, "bg_color": "#EEF2EF", "bottom": 1, "text_wrap": True},
        "title": text | {"bold": True, "font_size": 18},
        "text": text,
        "quiet": text | quiet,
        "before": base | quiet | {"num_format": "#,##0"},
        "open": base | open_cell | {"num_format": "#,##0"},
        "shut": base | {"num_format": "#,##0"},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


def _write_numbers(page: Any, content: Content, looks: dict[str, Any]) -> None:
    page.set_default_row(LINE_HEIGHT)
    columns = [column.key for column in NUMBERS.columns]
    _write_heads(page, NUMBERS.columns, looks["head"])
    for at, row in enumerate(content.rows, start=1):
        for column, (value, look) in enumerate(_cells(row)):
            _put(page, at, column, value, looks[look])
    last, number = max(len(content.rows), 1), columns.index("number")
    page.data_validation(1, number, last, number, _whole_number())
    page.freeze_panes(1, columns.index("province"))
    page.autofilter(0, 0, last, len(columns) - 1)
    page.protect("", ALLOWED)
    if said := banner():
        page.set_header(f'&C&"{FONT},Bold"&14{said}')
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _write_heads(page: Any, columns: Iterable[Column], look: Any) -> None:
    for number, column in enumerate(columns):
        page.set_column(number, number, WIDTHS.get(column.key, NARROW))
    page.set_row(0, 2 * LINE_HEIGHT)
    for number, column in enumerate(columns):
        page.write_string(0, number, column.name.th, look)


def _cells(row: RowOut) -> tuple[tuple[str | int | None, str], ...]:
    """The values of a row with their looks, in the order of NUMBERS."""
    line = row.line
    return (
        (row.place.code, "quiet"),
        (row.place.titled_th, "text"),
        (row.province, "text"),
        (line.code, "quiet"),
        (line.name_th, "text"),
        (line.as_unit.th, "text"),
        (row.before, "before"),
        (row.now.number, "open" if row.now.may_change else "shut"),
        (row.state, "quiet"),
    )


def _put(page: Any, row: int, column: int, value: str | int | None, look: Any = None) -> None:
    match value:
        case None:
            page.write_blank(row, column, None, look)
        case int():
            page.write_number(row, column, value, look)
        case _:
            page.write_string(row, column, value, look)


def _whole_number() -> dict[str, object]:
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": 0,
        "maximum": LARGEST_NUMBER,
        "error_title": "จำนวนเต็ม · Whole number",
        "error_message": "ใส่จำนวนเต็มตั้งแต่ 0 เว้นว่างเมื่อยังไม่ทราบ\nA whole number from 0; empty: not known.",
    }


def _write_text(page: Any, content: Content, looks: dict[str, Any]) -> None:
    page.set_default_row(LINE_HEIGHT)
    page.set_column(0, 0, 110)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    for row, text in enumerate(explanation(content)):
        page.write_string(row, 0, text, looks["title" if row == 0 else "text"])
    page.protect("", {"select_locked_cells": True})


def _write_mark(page: Any, content: Content, look: Any) -> None:
    """The mark; hidden and locked against slips, and by its checksums against more than that."""
    mark = content.mark
    head = [
        ("Tidtam", "1"),
        ("round", mark.round),
        ("person", mark.person),
        ("made", mark.made),
        ("made_be", long_date(mark.when.date())),
        ("places", str(len(content.places))),
        ("squares", str(len(content.rows))),
        ("check", mark.check()),
    ]
    for row, cells in enumerate(head):
        for column, text in enumerate(cells):
            page.write_string(row, column, text, look)
    for column, spec in enumerate(MARKED.columns):
        page.write_string(MARK_FROM - 1, column, spec.name.th)
    for row, out in enumerate(content.rows, start=MARK_FROM):
        square = out.square
        for column, text in enumerate((square.place, square.line)):
            page.write_string(row, column, text, look)
        page.write_number(row, 2, square.revision)
        if square.was is not None:
            page.write_number(row, 3, square.was)
        page.write_string(row, 4, mark.check(square), look)
    page.protect("")
    page.very_hidden()
