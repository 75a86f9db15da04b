"""One workbook read as a whole: its sources, its rows of results, the claims that they make.

And every problem.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tidtam.documents.workbook import Workbook, read_workbook
from tidtam.intake import problems as say
from tidtam.intake.claims import Made, make_claims
from tidtam.intake.layout import RESULTS, SOURCES, Sheet
from tidtam.intake.lookups import MOST_UNKNOWN, Lookups
from tidtam.intake.meaning import Meant, find_meaning
from tidtam.intake.rows import read_result, read_source
from tidtam.intake.tables import Table, find_sheet, read_table
from tidtam.problems import Problem, Where
from tidtam.review.drafts import Paper

OF_ONE_TABLE = frozenset({".csv", ".tsv", ".txt"})

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done and how much there is."""


@dataclass(slots=True)
class FileRead:
    """A file as it was read. `broken` are the indicators with rows that could not be used."""

    name: str
    rows: int = 0
    made: list[Made] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: frozenset[str] = frozenset()


def no_progress(step: str, done: int, whole: int) -> None:
    """Tells nobody."""


def read_file(path: Path, lookups: Lookups, progress: Progress = no_progress) -> FileRead:
    """Reads a workbook of results; whatever is wrong with it is in `problems`, all at once."""
    read = FileRead(path.name)
    workbook = _opened(path)
    read.problems += workbook.problems
    results = _table(RESULTS, read, workbook)
    sources = _table(SOURCES, read, workbook)
    if results is None or sources is None:
        return read
    papers = _papers(sources, read)
    _read_results(results, papers, read, lookups, progress)
    _note_unused(sources, results, read)
    return read


def _opened(path: Path) -> Workbook:
    if path.suffix.lower() in OF_ONE_TABLE:
        kind = path.suffix.lower().removeprefix(".").upper()
        return Workbook(problems=[say.FILE_OF_ONE_TABLE.at(Where(file=path.name), kind=kind)])
    try:
        return read_workbook(path)
    except OSError as error:
        return Workbook(problems=[say.FILE_UNREADABLE.at(Where(file=path.name), reason=error.strerror)])


def _table(sheet: Sheet, read: FileRead, workbook: Workbook) -> Table | None:
    """A sheet of the workbook; None (and its problem) when it is not there.

    A file that cannot be read has said so.
    """
    names = [found.name for found in workbook.sheets]
    name = find_sheet(sheet, names)
    if name is None:
        if not workbook.problems:
            where = Where(file=read.name)
            read.problems.append(say.SHEET_MISSING.at(where, name=sheet.name, found=", ".join(names) or "-"))
        return None
    found = next(one for one in workbook.sheets if one.name == name)
    table = read_table(sheet, Where(file=read.name, sheet=name), found.rows)
    read.problems += table.problems
    return table


def _papers(table: Table, read: FileRead) -> dict[str, Paper | None]:
    papers: dict[str, Paper | None] = {}
    lines: dict[str, int] = {}
    for row in table.rows:
        name, paper = read_source(row)
        if name in papers:
            row.report(say.SOURCE_TWICE, "id", text=name, first=lines[name])
        elif name:
            papers[name], lines[name] = paper, row.number
        read.problems += row.problems
    return papers


def _read_results(
    table: Table,
    papers: Mapping[str, Paper | None],
    read: FileRead,
    lookups: Lookups,
    progress: Progress,
) -> None:
    meant: list[Meant] = []
    broken: set[str] = set()
    read.rows = len(table.rows)
    for number, row in enumerate(table.rows, start=1):
        said = read_result(row)
        found = find_meaning(said, lookups, papers)
        if found is None:
            broken.add(said.indicator)
        else:
            meant.append(found)
        progress(read.name, number, read.rows)
    read.broken = frozenset(broken)
    read.made = make_claims(meant, broken)
    read.problems += [problem for row in table.rows for problem in row.problems]
    if lookups.gave_up:
        read.problems.append(say.PLACES_NOT_LOOKED_FOR.at(table.rows[0].at("place"), most=MOST_UNKNOWN))


def _note_unused(sources: Table, results: Table, read: FileRead) -> None:
    used = {row.text("source") for row in results.rows}
    for row in sources.rows:
        name = row.text("id")
        if name and name not in used:
            read.problems.append(say.SOURCE_UNUSED.at(row.at("id"), text=name))
