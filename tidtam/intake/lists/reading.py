"""Reads a list of households that comes back: its mark, its rows, and everything that is wrong with them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from xlsxwriter.utility import xl_range

from tidtam.documents import workbook
from tidtam.documents.workbook import read_workbook
from tidtam.intake import problems as of_files
from tidtam.intake.cells import as_text
from tidtam.intake.lists import problems as say
from tidtam.intake.lists.layout import HOUSEHOLDS, LIMITS, MARK_FROM, MARK_SHEET
from tidtam.intake.lists.mark import Mark
from tidtam.intake.tables import filled_rows, find_sheet, match_header
from tidtam.problems import Problem, Refused, Where


@dataclass(slots=True)
class ListBack:
    """A file that came back: its cells row by row, not yet understood, and the mark of each row.

    `rows` can be gone through once.
    """

    file: str
    mark: Mark
    codes: list[str]
    states: Mapping[tuple[str, str], str]
    rows: Iterable[tuple[Where, dict[str, object], dict[str, str]]] = ()
    sheet: str = ""
    hidden: frozenset[int] = frozenset()
    formulas: Mapping[int, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_lists(content: bytes, name: str) -> ListBack:
    """What a file holds; `name` is what it is called. Refused when it is no list of households at all."""
    sheets = read_workbook(content, name=name, limits=LIMITS).checked().sheets
    where = Where(file=name)
    marked = next((sheet for sheet in sheets if sheet.name == MARK_SHEET), None)
    if marked is None:
        raise Refused([say.NO_MARK.at(where)])
    found = find_sheet(HOUSEHOLDS, [sheet.name for sheet in sheets])
    if found is None:
        listed = ", ".join(sheet.name for sheet in sheets if sheet.name != MARK_SHEET)
        raise Refused([of_files.SHEET_MISSING.at(where, name=HOUSEHOLDS.name, found=listed)])
    mark = _head(marked, where)
    codes, states = _states(marked, mark)
    page = next(sheet for sheet in sheets if sheet.name == found)
    return _read(page, ListBack(name, mark, codes, states), replace(where, sheet=found))


def _head(sheet: workbook.Sheet, where: Where) -> Mark:
    told = {as_text(row[0]): as_text(row[1]) for row in sheet.rows[: MARK_FROM - 1] if len(row) > 1}
    mark = Mark(told.get("person", ""), told.get("made", ""), told.get("practice", "") == "1")
    if told.get("Tidtam") != "households":
        raise Refused([say.NO_MARK.at(where)])
    if not mark.is_right(told.get("check", "")):
        raise Refused([say.MARK_BROKEN.at(where)])
    return mark


def _states(sheet: workbook.Sheet, mark: Mark) -> tuple[list[str], dict[tuple[str, str], str]]:
    """The projects of the file and how each row stood; a row whose checksum is wrong is left out."""
    codes, states = [], {}
    for cells in sheet.rows[MARK_FROM:]:
        code, number, state, check = [as_text(cell) for cell in (*cells, "", "", "", "")[:4]]
        if not code or not mark.is_right(check, code, number, state):
            continue
        states[code, number] = state
        if not number:
            codes.append(code)
    return codes, states


def _read(sheet: workbook.Sheet, back: ListBack, where: Where) -> ListBack:
    places = match_header(HOUSEHOLDS, where, sheet.rows, back.problems)
    if places is None:
        return back
    back.problems += _merged(sheet, places, where)
    back.formulas = _formulas(sheet, places)
    back.hidden = frozenset(sheet.inside.hidden_rows)
    back.sheet = where.sheet or ""
    back.rows = filled_rows(where, sheet.rows, places)  # one by one: a large file is not held twice
    return back


def _formulas(sheet: workbook.Sheet, places: Mapping[str, int]) -> dict[int, list[str]]:
    by_column = {number + 1: key for key, number in places.items()}
    found: dict[int, list[str]] = defaultdict(list)
    for row, column in sorted(sheet.inside.formulas):
        if row > 1 and column in by_column:
            found[row].append(by_column[column])
    return found


def _merged(sheet: workbook.Sheet, places: Mapping[str, int], where: Where) -> Iterator[Problem]:
    heads = {number + 1: as_text(sheet.rows[0][number]) for number in places.values()}
    for row, column, last_row, last_column in sheet.inside.merged:
        touched = [head for number, head in heads.items() if column <= number <= last_column]
        if touched:
            cells = xl_range(row - 1, column - 1, last_row - 1, last_column - 1)
            yield say.MERGED.at(replace(where, row=row, column=touched[0]), range=cells)
