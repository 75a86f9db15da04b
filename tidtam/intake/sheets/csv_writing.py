"""Writes the sheet of a round as CSV that Excel opens in Thai, with the mark in its leading columns."""

import csv
from collections.abc import Iterable
from io import StringIO

from tidtam.intake.sheets.content import Content, RowOut
from tidtam.intake.sheets.layout import ONE_TABLE
from tidtam.intake.sheets.mark import Mark
from tidtam.review.practice import banner

RISKY = ("=", "+", "-", "@", "\t", "\r")
APOSTROPHE = "'"


def write_csv(content: Content) -> bytes:
    """The table as UTF-8 with a byte-order mark."""
    made = StringIO(newline="")
    writer = csv.writer(made)
    # A table has no line above it: in a practice database a column without cells says what it is.
    writer.writerow([*(column.name.th for column in ONE_TABLE.columns), *filter(None, [banner()])])
    writer.writerows(safe(_cells(row, content.mark)) for row in content.rows)
    return made.getvalue().encode("utf-8-sig")


def safe(cells: Iterable[str]) -> list[str]:
    """Cells that no spreadsheet takes for a formula.

    >>> safe(["=1+1", "บ้านเป็ด"])
    ["'=1+1", 'บ้านเป็ด']
    """
    return [f"{APOSTROPHE}{cell}" if cell.startswith(RISKY) else cell for cell in cells]


def _cells(row: RowOut, mark: Mark) -> list[str]:
    """The texts of a row, in the order of ONE_TABLE."""
    square, line = row.square, row.line
    return [
        square.place,
        square.line,
        str(square.revision),
        _number(square.was),
        mark.beside(square),
        row.place.titled_th,
        row.province,
        line.name_th,
        line.as_unit.th,
        _number(row.before),
        _number(square.was),
        row.state,
    ]


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
