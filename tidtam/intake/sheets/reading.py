"""Reads a sheet of a round that comes back: its mark, its rows, and everything that is wrong with them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tidtam.documents import workbook
from tidtam.documents.workbook import read_workbook
from tidtam.intake import problems as of_files
from tidtam.intake.cells import as_text, plain
from tidtam.intake.layout import Sheet
from tidtam.intake.sheets import problems as say
from tidtam.intake.sheets.layout import (
    LIMITS,
    MARK,
    MARK_FROM,
    MARK_SHEET,
    MARKED,
    NUMBERS,
    ONE_TABLE,
    PLACE,
)
from tidtam.intake.sheets.mark import Mark, Square, read_head, split_mark
from tidtam.intake.sheets.number_cells import NumberRow
from tidtam.intake.sheets.unseen import formula_cells, merged_cells
from tidtam.intake.tables import filled_rows, find_sheet, match_header
from tidtam.problems import Problem, Refused, Where

Marked = tuple[Square, str]
MarkOf = Callable[[NumberRow], Marked | None]


@dataclass(frozen=True, slots=True)
class RowBack:
    """One row that came back; `square` is what its mark says, None when it has none."""

    where: Where
    place: str
    line: str
    number: int | None
    square: Square | None
    is_right: bool
    hidden: bool

    @property
    def row(self) -> int:
        """The row as the spreadsheet counts it."""
        return self.where.row or 0


@dataclass(slots=True)
class SheetBack:
    """A sheet that came back."""

    file: str
    mark: Mark
    rows: list[RowBack] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_sheet(content: bytes, name: str) -> SheetBack:
    """What a file says; `name` is what it is called. Refused when it is no sheet of a round at all."""
    sheets = read_workbook(content, name=name, limits=LIMITS).checked().sheets
    where = Where(file=name)
    if len(sheets) == 1 and _has_marks(sheets[0]):
        return _read_one_table(sheets[0], where)
    marked = next((sheet for sheet in sheets if sheet.name == MARK_SHEET), None)
    if marked is None:
        raise Refused([say.NO_MARK.at(where)])
    found = find_sheet(NUMBERS, [sheet.name for sheet in sheets])
    if found is None:
        listed = ", ".join(sheet.name for sheet in sheets if sheet.name != MARK_SHEET)
        raise Refused([of_files.SHEET_MISSING.at(where, name=NUMBERS.name, found=listed)])
    numbers = next(sheet for sheet in sheets if sheet.name == found)
    mark = _head(marked, where)
    squares = _squares(marked)
    return _read(
        NUMBERS, numbers, mark, replace(where, sheet=found), lambda row: squares.get((row.place, row.line))
    )


def _has_marks(table: workbook.Sheet) -> bool:
    """Whether it is the one table of CSV, which Excel may have saved as a workbook since."""
    heads = {plain(as_text(head)) for head in table.rows[0]} if table.rows else set()
    return not heads.isdisjoint({plain(MARK.name.th), plain(MARK.name.en)})


def _head(sheet: workbook.Sheet, where: Where) -> Mark:
    told = {as_text(row[0]): as_text(row[1]) for row in sheet.rows[: MARK_FROM - 1] if len(row) > 1}
    parts = [told.get(key, "") for key in ("round", "person", "made")]
    found = read_head(parts, told.get("check", ""))
    if found is None or not found[0].is_right(found[1]):
        raise Refused([say.MARK_BROKEN.at(where)])
    return found[0]


def _squares(sheet: workbook.Sheet) -> dict[tuple[str, str], Marked]:
    """The squares of the mark sheet with their checksums; a row that is none is as if it were not there."""
    found = {}
    for cells in sheet.rows[MARK_FROM:]:
        texts = [as_text(cell) for cell in cells[: len(MARKED.columns)]]
        if len(texts) == len(MARKED.columns) and (square := _square(*texts[:4])):
            found[square.place, square.line] = (square, texts[4])
    return found


def _square(place: str, line: str, revision: str, was: str) -> Square | None:
    try:
        return Square(place, line, int(revision), int(was) if was else None)
    except ValueError:
        return None


def _read_one_table(table: workbook.Sheet, where: Where) -> SheetBack:
    """A table whose rows carry their own marks; the mark of the first is the mark of the file."""
    places = match_header(ONE_TABLE, where, table.rows, [])
    if places is None:
        problems: list[Problem] = []
        match_header(ONE_TABLE, where, table.rows, problems)
        raise Refused(problems)
    texts = (as_text(cells.get("mark")) for _, cells, _ in filled_rows(where, table.rows, places))
    first = next(filter(None, map(split_mark, texts)), None)
    if first is None:
        raise Refused([say.NO_MARK.at(where)])
    mark = first[0]

    def marked(row: NumberRow) -> Marked | None:
        square = _square(row.place, row.line, row.plain("revision"), row.plain("was"))
        own = split_mark(row.plain("mark"))
        if square is None or own is None:
            return None
        # A row of another sheet is right for that sheet only.
        return (square, own[1] if own[0] == mark else "")

    return _read(ONE_TABLE, table, mark, where, marked)


def _read(layout: Sheet, sheet: workbook.Sheet, mark: Mark, where: Where, mark_of: MarkOf) -> SheetBack:
    back = SheetBack(where.file or "", mark)
    places = match_header(layout, where, sheet.rows, back.problems)
    if places is None:
        return back
    back.problems += merged_cells(sheet, places, where)
    formulas = formula_cells(sheet, places)
    for row in _rows(layout, sheet, where, places, formulas):
        number = row.number_typed()
        back.problems += row.problems
        if row.failed:
            continue
        found = mark_of(row)
        is_right = found is not None and mark.is_right(found[1], found[0])
        hidden = row.number in sheet.inside.hidden_rows
        square = found[0] if found else None
        back.rows.append(RowBack(row.spot, row.place, row.line, number, square, is_right, hidden))
    if not back.rows and not back.problems:
        back.problems.append(of_files.NO_ROWS.at(where))
    return _without_doubles(back)


def _rows(
    layout: Sheet,
    sheet: workbook.Sheet,
    where: Where,
    places: Mapping[str, int],
    formulas: Mapping[int, list[str]],
) -> Iterator[NumberRow]:
    for spot, cells, headers in filled_rows(where, sheet.rows, places):
        row = NumberRow(layout, spot, cells, headers)
        for key in formulas.get(row.number, ()):
            row.report(say.FORMULA, key)
        yield row


def _without_doubles(back: SheetBack) -> SheetBack:
    """Of rows about one square the first is kept, the others are problems."""
    first: dict[tuple[str, str], RowBack] = {}
    for row in back.rows:
        met = first.setdefault((row.place, row.line), row)
        if met is not row:
            spot = replace(row.where, column=PLACE.name.th)
            back.problems.append(say.ROW_TWICE.at(spot, place=row.place, line=row.line, first=met.row))
    back.rows = list(first.values())
    return back
