"""Makes the example workbooks from the tables in examples/facts: python -m examples.build

A table has the columns of the sheet of results; the sources come from definitions/codi/papers.toml.
"""

import csv
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter

from tidtam.intake.layout import RESULTS, SOURCES, Sheet
from tidtam.programmes.reading import read_folder
from tidtam.programmes.written import Paper
from tidtam.thai.dates import short_date

HERE = Path(__file__).parent
FACTS = HERE / "facts"
DEFINITIONS = HERE.parent / "definitions" / "codi"

MADE_ON = datetime(2026, 11, 24)  # noqa: DTZ001 - the same in every build, so that a build changes nothing
ROWS_WITH_LISTS = 500
WIDEST = 60

Cell = str | int
Rows = list[list[Cell]]


def tables() -> list[Path]:
    """The tables of facts, one for each workbook."""
    return sorted(FACTS.glob("*.csv"))


def workbook_of(table: Path) -> Path:
    """Where the workbook of a table lies."""
    return HERE / f"{table.stem}.xlsx"


def sheets(table: Path) -> dict[str, Rows]:
    """What the workbook of a table holds: each sheet's rows, the header first."""
    results = _results(table)
    source = results[0].index(_headers(RESULTS)[-2])
    return {RESULTS.name.th: results, SOURCES.name.th: _sources({str(row[source]) for row in results[1:]})}


def build(table: Path, target: Path) -> None:
    """Writes the workbook of a table."""
    book = xlsxwriter.Workbook(target)
    book.set_properties({"created": MADE_ON, "title": table.stem})
    for sheet in (RESULTS, SOURCES):
        _write(book, sheet, sheets(table)[sheet.name.th])
    book.close()


def main() -> None:
    """Writes all of them."""
    for table in tables():
        build(table, workbook_of(table))


def _results(table: Path) -> Rows:
    with table.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    if header != _headers(RESULTS):
        raise ValueError(f"{table.name}: the columns must be {_headers(RESULTS)}, not {header}")
    number = header.index("จำนวน")
    read: Rows = [[_cell(text, at == number) for at, text in enumerate(row)] for row in rows]
    return [list(header), *read]


def _cell(text: str, is_number: bool) -> Cell:
    return int(text) if is_number else text


def _sources(codes: set[str]) -> Rows:
    papers = {paper.code: paper for paper in read_folder(DEFINITIONS)[0].papers}
    if missing := codes - papers.keys():
        raise ValueError(f"papers.toml has no {', '.join(sorted(missing))}")
    used = sorted((papers[code] for code in codes), key=lambda paper: (paper.published, paper.code))
    listed: Rows = [list(_source(paper)) for paper in used]
    return [list(_headers(SOURCES)), *listed]


def _source(paper: Paper) -> Iterator[str]:
    yield from (paper.code, paper.title, paper.url, short_date(paper.published), paper.publisher)


def _headers(sheet: Sheet) -> list[str]:
    return [column.name.th for column in sheet.columns]


def _write(book: xlsxwriter.Workbook, sheet: Sheet, rows: Rows) -> None:
    page = book.add_worksheet(sheet.name.th)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    number = book.add_format({"num_format": "#,##0"})
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, int):
                page.write_number(at, column, value, number)
            elif value:
                page.write_string(at, column, value, head if at == 0 else None)
    page.freeze_panes(1, 0)
    for column, described in enumerate(sheet.columns):
        page.set_column(column, column, _width([row[column] for row in rows]))
        if described.words:
            page.data_validation(
                1, column, ROWS_WITH_LISTS, column, _list_of([word.th for word in described.words])
            )


def _width(values: Sequence[Cell]) -> int:
    return min(WIDEST, max(len(str(value)) for value in values) + 2)


def _list_of(words: Sequence[str]) -> dict[str, object]:
    """A list to choose from that still lets other text in: "ออก: ..." names an exit."""
    return {"validate": "list", "source": list(words), "error_type": "information"}


if __name__ == "__main__":
    main()
