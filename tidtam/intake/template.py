"""An empty workbook of results: lists to choose from, a note on each column, and what may be counted."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from tidtam.intake.layout import CORRECTS, EXITS, RESULTS, SOURCES, Column, Sheet
from tidtam.ledger.pathway import Pathway
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion

ROWS = 1_000
LISTS = "รายการเลือก"
HELP = "คำอธิบาย"
WIDTH = 16
FONT = "TH Sarabun New"
FREE = "if_it_falls"
"""The column whose list only proposes: an exit may be named in other words."""


def write_template(fiscal_year: int) -> bytes:
    """The workbook, with the indicators that are defined for a fiscal year (Buddhist Era)."""
    versions = programmes.lines(fiscal_year, ("line", "item", "series"))
    pathways = programmes.pathways()
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.formats[0].set_font_name(FONT)
    bold = book.add_format({"bold": True, "bg_color": "#E7EEF5", "text_wrap": True, "font_name": FONT})
    sheets = {sheet.key: _sheet(book, sheet, bold) for sheet in (RESULTS, SOURCES)}
    _help(book, versions, pathways, bold)
    lists = _Lists(book)
    for number, column in enumerate(RESULTS.columns):
        if column.key == "source":
            _choose(sheets["results"], number, f"='{SOURCES.name.th}'!$A$2:$A${ROWS}", strict=True)
        elif words := _words(column, versions, pathways):
            _choose(sheets["results"], number, lists.add(words), strict=column.key != FREE)
    book.close()
    return content.getvalue()


def _sheet(book: Any, sheet: Sheet, bold: Any) -> Any:
    made = book.add_worksheet(sheet.name.th)
    made.freeze_panes(1, 0)
    made.set_column(0, len(sheet.columns) - 1, WIDTH)
    for number, column in enumerate(sheet.columns):
        made.write_string(0, number, column.name.th, bold)
        made.write_comment(0, number, f"{column.about.th}\n{column.name.en}: {column.about.en}")
    return made


def _choose(sheet: Any, column: int, listed: str, *, strict: bool) -> None:
    kind = "stop" if strict else "information"
    sheet.data_validation(1, column, ROWS, column, {"validate": "list", "source": listed, "error_type": kind})


def _words(column: Column, versions: Sequence[IndicatorVersion], pathways: dict[str, Pathway]) -> list[str]:
    """What may stand in a column, in Thai."""
    used = [pathways[code] for code in dict.fromkeys(version.pathway for version in versions)]
    match column.key:
        case "indicator":
            return [version.code for version in versions]
        case "unit":
            return list(dict.fromkeys(version.as_unit.th for version in versions))
        case "stage":
            return list(dict.fromkeys(stage.th for pathway in used for stage in pathway.stages))
        case "if_it_falls":
            exits = dict.fromkeys(stage.th for pathway in used for stage in pathway.exits)
            return [CORRECTS.th, *(f"{EXITS.th}: {name}" for name in exits)]
        case _:
            return [word.th for word in column.words]


class _Lists:
    """A hidden sheet with a column for each list; Excel's own lists end at 255 letters."""

    def __init__(self, book: Any) -> None:
        self.sheet = book.add_worksheet(LISTS)
        self.sheet.hide()
        self.column = 0

    def add(self, words: Iterable[str]) -> str:
        """Keeps a list and tells where it is."""
        listed = list(words)
        for row, word in enumerate(listed):
            self.sheet.write_string(row, self.column, word)
        letter = xlsxwriter.utility.xl_col_to_name(self.column)
        self.column += 1
        return f"='{LISTS}'!${letter}$1:${letter}${len(listed)}"


def _help(book: Any, versions: Sequence[IndicatorVersion], pathways: dict[str, Pathway], bold: Any) -> None:
    sheet = book.add_worksheet(HELP)
    sheet.set_column(0, 0, WIDTH)
    sheet.set_column(1, 3, 3 * WIDTH)
    lines: list[tuple[str, ...]] = [("ช่อง", "ใส่อะไร", "column", "what belongs in it")]
    for layout in (RESULTS, SOURCES):
        lines += [(c.name.th, c.about.th, c.name.en, c.about.en) for c in layout.columns]
    heads = {0, len(lines) + 1}
    lines += [(), ("ตัวชี้วัด", "ชื่อ", "หน่วย", "ขั้น (เรียงตามลำดับ)")]
    lines += [
        (v.code, v.name_th, v.as_unit.th, " → ".join(stage.th for stage in pathways[v.pathway].stages))
        for v in versions
    ]
    for row, cells in enumerate(lines):
        for number, cell in enumerate(cells):
            sheet.write_string(row, number, cell, *([bold] if row in heads else []))
