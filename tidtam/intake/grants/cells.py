"""Cells of a workbook of money: texts, sums in baht, and where a table begins."""

from tidtam.documents.workbook import Cell, Sheet
from tidtam.intake.grants import problems as say
from tidtam.problems import Problem, Where
from tidtam.thai.clean import normalise
from tidtam.thai.money_reading import satang_of


def text_of(cell: Cell) -> str:
    """A cell as text."""
    return normalise(str(cell))


def head_row(sheet: Sheet, first: str) -> int | None:
    """The number of the row (from 0) whose first cell is this head; None where there is none."""
    heads = (at for at, row in enumerate(sheet.rows) if row and text_of(row[0]) == first)
    return next(heads, None)


def sum_of(cell: Cell, sheet: Sheet, at: int, where: Where, problems: list[Problem]) -> int | None:
    """The satang of the cell in column `at` (from 0); None for an empty one, and for one that is wrong."""
    if cell == "":
        return None
    if (where.row or 0, at + 1) in sheet.inside.formulas:
        problems.append(say.FORMULA.at(where))
        return None
    satang = satang_of(cell)
    if satang is None:
        problems.append(say.NOT_BAHT.at(where, text=text_of(cell)))
    return satang
