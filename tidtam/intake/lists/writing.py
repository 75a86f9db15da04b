"""Writes lists of households as Excel: known rows filled in, choices as lists, no text ever a formula."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from tidtam.intake.lists import problems as say
from tidtam.intake.lists.content import Content, ProjectContent, cells_of
from tidtam.intake.lists.explaining import explanation
from tidtam.intake.lists.layout import (
    CHOICES,
    DRAWS_WORDS,
    HOUSEHOLDS,
    LARGEST,
    MARK_FROM,
    MARK_SHEET,
    READ_ME,
)
from tidtam.problems import Refused

FONT = "TH Sarabun New"
LINE_HEIGHT = 24
A4 = 9
SPARE = 2_000
"""So many rows below the last offer the lists of choices."""
WIDTHS = {
    "project": 12, "number": 9, "name": 28, "id": 22, "house": 18, "part": 22, "solution": 22,
    "vulnerability": 22, "stage": 22, "since": 16, "draws": 12, "note": 28,
}  # fmt: skip
OPTIONS = {"constant_memory": True} | dict.fromkeys(
    ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False
)
ALLOWED = {
    "select_locked_cells": True, "format_columns": True, "format_rows": True, "autofilter": True,
    "insert_rows": True,
}  # fmt: skip
"""What may be done on the protected sheet besides typing; there is no password."""
KEYS = [column.key for column in HOUSEHOLDS.columns]
SHUT = ("project", "number")
CHOSEN = ("part", "solution", "vulnerability", "stage", "draws")
LOOSE = ("vulnerability",)
"""Columns whose cells may hold several of the choices, with commas between them."""


def write_lists(content: Content) -> bytes:
    """The Excel file. Refused when it would have more rows than a file may have."""
    rows = sum(len(one.rows) for one in content.lists)
    if rows > LARGEST:
        raise Refused([say.TOO_LARGE.at(rows=f"{rows:,}", limit=f"{LARGEST:,}")])
    made = BytesIO()
    with xlsxwriter.Workbook(made, OPTIONS) as book:
        book.set_properties({"title": "บัญชีครัวเรือน", "author": "Tidtam", "comments": content.banner})
        looks = _looks(book)
        page = book.add_worksheet(HOUSEHOLDS.name.th)
        _write_rows(page, content, looks)
        _write_text(book.add_worksheet(READ_ME), content, looks)
        choices = _write_choices(book.add_worksheet(CHOICES), content, looks)
        _offer(page, rows, choices)
        _write_mark(book.add_worksheet(MARK_SHEET), content, looks["text"])
        page.activate()
    return made.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    base = {"font_name": FONT, "font_size": 14, "valign": "top", "num_format": "@"}
    looks = {
        "head": base | {"bold": True, "bg_color": "#EEF2EF", "bottom": 1, "text_wrap": True},
        "title": base | {"bold": True, "font_size": 18, "text_wrap": True},
        "text": base | {"text_wrap": True},
        "shut": base | {"font_color": "#5C6660", "num_format": "0"},
        "open": base | {"locked": False, "bg_color": "#FFFBE6", "border": 1, "border_color": "#8C8C8C"},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


def _write_rows(page: Any, content: Content, looks: dict[str, Any]) -> None:
    page.set_default_row(LINE_HEIGHT)
    single = len(content.lists) == 1
    for column, key in enumerate(KEYS):
        # In a file of one project nobody needs to say which; else a new row has to.
        shut = key == "number" or (key == "project" and single)
        page.set_column(column, column, WIDTHS[key], looks["shut" if shut else "open"])
    page.set_row(0, 2 * LINE_HEIGHT)
    for column, spec in enumerate(HOUSEHOLDS.columns):
        page.write_string(0, column, spec.name.th, looks["head"])
    for at, cells in enumerate(_cells(content.lists), start=1):
        for column, (key, value) in enumerate(zip(KEYS, cells, strict=True)):
            _put(page, at, column, value, looks["shut" if key in SHUT else "open"])
    page.freeze_panes(1, KEYS.index("id"))
    last = max(sum(len(one.rows) for one in content.lists), 1)
    page.autofilter(0, 0, last, len(KEYS) - 1)
    page.protect("", ALLOWED)
    _set_up(page, content)
    page.repeat_rows(0)


def _cells(lists: Iterable[ProjectContent]) -> Iterable[tuple[str | int | None, ...]]:
    return (cells_of(one.project, row, one.words) for one in lists for row in one.rows)


def _put(page: Any, row: int, column: int, value: str | int | None, look: Any) -> None:
    match value:
        case None | "":
            page.write_blank(row, column, None, look)
        case int():
            page.write_number(row, column, value, look)
        case _:
            page.write_string(row, column, value, look)


def _set_up(page: Any, content: Content) -> None:
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    banner = content.banner.replace("&", "&&")
    page.set_header(f'&C&"{FONT},Bold"&14{banner}' if banner else f'&C&"{FONT},Regular"&14- &P -')


def _write_text(page: Any, content: Content, looks: dict[str, Any]) -> None:
    page.set_default_row(LINE_HEIGHT)
    page.set_column(0, 0, 110)
    _set_up(page, content)
    for row, text in enumerate(explanation(content)):
        page.write_string(row, 0, text, looks["title" if row == 0 else "text"])
    page.protect("", {"select_locked_cells": True})


def _write_choices(page: Any, content: Content, looks: dict[str, Any]) -> dict[str, str]:
    """The choices of each column, one below the other; gives the range of each."""
    choices = _choices(content.lists)
    page.set_column(0, len(CHOSEN) - 1, 26)
    names = {column.key: column.name.th for column in HOUSEHOLDS.columns}
    for column, key in enumerate(CHOSEN):
        page.write_string(0, column, names[key], looks["head"])
    for row in range(max(map(len, choices.values()))):
        for column, key in enumerate(CHOSEN):
            if row < len(choices[key]):
                page.write_string(row + 1, column, choices[key][row], looks["text"])
    page.protect("", {"select_locked_cells": True})
    return {
        key: f"='{CHOICES}'!{xl_range_abs(1, column, len(choices[key]), column)}"
        for column, key in enumerate(CHOSEN)
        if choices[key]
    }


def _choices(lists: Sequence[ProjectContent]) -> dict[str, list[str]]:
    def each(found: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(found))

    return {
        "part": each(part.name for one in lists for part in one.parts),
        "solution": each(word for one in lists for word in one.words.solutions.values()),
        "vulnerability": each(word for one in lists for word in one.words.vulnerability.values()),
        "stage": each(word for one in lists for word in one.words.stages.values()),
        "draws": [word.th for word in DRAWS_WORDS.values()],
    }


def _offer(page: Any, rows: int, choices: dict[str, str]) -> None:
    for key, found in choices.items():
        column = KEYS.index(key)
        rule = {
            "validate": "list",
            "source": found,
            "error_title": "เลือกจากรายการ · Choose",
            "error_message": "เลือกจากรายการในแผ่น ตัวเลือก\nChoose one of the sheet Choices.",
            "error_type": "information" if key in LOOSE else "stop",
        }
        page.data_validation(1, column, rows + SPARE, column, rule)


def _write_mark(page: Any, content: Content, look: Any) -> None:
    """The mark; hidden and locked against slips, and by its checksums against more than that."""
    mark = content.mark
    head = [
        ("Tidtam", "households"),
        ("person", mark.person),
        ("made", mark.made),
        ("practice", "1" if mark.practice else ""),
        ("projects", str(len(content.lists))),
        ("check", mark.check()),
    ]
    for row, cells in enumerate(head):
        for column, text in enumerate(cells):
            page.write_string(row, column, text, look)
    for column, text in enumerate(("project", "number", "state", "check")):
        page.write_string(MARK_FROM - 1, column, text)
    for row, told in enumerate(_marks(content.lists), start=MARK_FROM):
        for column, text in enumerate((*told, mark.check(*told))):
            page.write_string(row, column, text)
    page.protect("")
    page.very_hidden()


def _marks(lists: Iterable[ProjectContent]) -> Iterable[tuple[str, str, str]]:
    """How each list stood, and each of its rows: an empty number stands for the list itself."""
    for one in lists:
        yield one.project.code, "", one.state()
        for row in one.rows:
            yield one.project.code, str(row.number), row.fingerprint()
