"""What the values of a sheet do not show: formulas and merged cells where codes and numbers stand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from xlsxwriter.utility import xl_range

from tidtam.documents.workbook import Sheet
from tidtam.intake.sheets import problems as say
from tidtam.problems import Problem, Where

MATTERS = ("place", "line", "revision", "was", "mark", "number")
"""The columns in which a formula or a merged cell makes a row unclear; elsewhere they do no harm."""


def formula_cells(sheet: Sheet, places: Mapping[str, int]) -> dict[int, list[str]]:
    """The columns with a formula, by row."""
    by_column = {places[key] + 1: key for key in MATTERS if key in places}
    found: dict[int, list[str]] = defaultdict(list)
    for row, column in sorted(sheet.inside.formulas):
        if row > 1 and column in by_column:
            found[row].append(by_column[column])
    return found


def merged_cells(sheet: Sheet, places: Mapping[str, int], where: Where) -> Iterator[Problem]:
    """A problem for each merged range that touches what is read."""
    heads = {places[key] + 1: str(sheet.rows[0][places[key]]) for key in MATTERS if key in places}
    for row, column, last_row, last_column in sheet.inside.merged:
        touched = [head for number, head in heads.items() if column <= number <= last_column]
        if touched:
            cells = xl_range(row - 1, column - 1, last_row - 1, last_column - 1)
            yield say.MERGED.at(replace(where, row=row, column=touched[0]), range=cells)
