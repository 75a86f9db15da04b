"""A sheet of a workbook as rows of known columns: its header is matched, and what is missing is said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from tidtam.intake import problems as say
from tidtam.intake.cells import Row, as_text, plain
from tidtam.intake.layout import Column, Sheet
from tidtam.problems import Both, Problem, Where

Cells = Sequence[object]


@dataclass(slots=True)
class Table:
    """The rows of one sheet that hold anything, and what is wrong with the sheet itself."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def find_sheet(sheet: Sheet, names: Iterable[str]) -> str | None:
    """The name, among those of a workbook, of a sheet of the layout.

    In Thai or English, capitals do not matter.
    """
    wanted = {plain(name) for name in sheet.names}
    return next((name for name in names if plain(name) in wanted), None)


def read_table(sheet: Sheet, where: Where, lines: Sequence[Cells]) -> Table:
    """The rows under the header in row 1; without a needed column the rows are not read at all."""
    table = Table()
    places = match_header(sheet, where, lines, table.problems)
    if places is None:
        return table
    table.rows = [Row(sheet, *row) for row in filled_rows(where, lines, places)]
    if not table.rows:
        table.problems.append(say.NO_ROWS.at(where))
    return table


def match_header(
    sheet: Sheet, where: Where, lines: Sequence[Cells], problems: list[Problem]
) -> dict[str, int] | None:
    """Which column of the header in row 1 holds what; None where a needed one is missing."""
    places = _match(sheet, replace(where, row=1), lines[0] if lines else (), problems)
    return None if _misses_columns(sheet, places) else places


def filled_rows(
    where: Where, lines: Sequence[Cells], places: Mapping[str, int]
) -> Iterator[tuple[Where, dict[str, object], dict[str, str]]]:
    """Each row under the header that holds anything: its spot, its cells by key, and the headers by key."""
    headers = {key: as_text(lines[0][number]) for key, number in places.items()}
    for line_number, line in enumerate(lines[1:], start=2):
        cells = {key: line[number] for key, number in places.items() if number < len(line)}
        if any(as_text(cell) for cell in cells.values()):
            yield replace(where, row=line_number), cells, headers


def _match(sheet: Sheet, where: Where, header: Cells, problems: list[Problem]) -> dict[str, int]:
    known = {plain(name): column for column in sheet.columns for name in (column.name.th, column.name.en)}
    places: dict[str, int] = {}
    strange: list[str] = []
    for number, cell in enumerate(header):
        column = known.get(plain(as_text(cell)))
        if column is None:
            strange += [as_text(cell)] if as_text(cell) else []
        elif column.key in places:
            problems.append(say.COLUMN_TWICE.at(where, name=as_text(cell)))
        else:
            places[column.key] = number
    problems += [say.COLUMN_UNKNOWN.at(where, name=name) for name in strange]
    problems += [_missing(c, where, strange) for c in sheet.columns if c.required and c.key not in places]
    return places


def _misses_columns(sheet: Sheet, places: dict[str, int]) -> bool:
    return any(column.required and column.key not in places for column in sheet.columns)


def _missing(column: Column, where: Where, strange: Sequence[str]) -> Problem:
    """A missing column, with the strange header that may have been meant."""
    near = get_close_matches(column.name.th, strange, 1, 0.5) or get_close_matches(
        column.name.en, strange, 1, 0.5
    )
    maybe = Both(f" (หัวช่อง '{near[0]}' หมายถึงช่องนี้หรือไม่)", f" (is '{near[0]}' meant?)") if near else ""
    return say.COLUMN_MISSING.at(where, name=column.name, maybe=maybe)
