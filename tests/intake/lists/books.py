"""Lists of households as tests fill them in: the cells of a written file, put into a new one."""

from __future__ import annotations

from typing import Any

from tests.intake.sheet_books import Book
from tidtam.documents.workbook import read_workbook
from tidtam.housing.made_up import MadeUp
from tidtam.housing.models import Project
from tidtam.intake.lists.content import content_for
from tidtam.intake.lists.layout import HOUSEHOLDS, LIMITS
from tidtam.intake.lists.writing import write_lists
from tidtam.people.models import User

COLUMNS = {column.key: number for number, column in enumerate(HOUSEHOLDS.columns)}


def list_of(person: User, *projects: Project) -> Book:
    """The list of projects, as somebody downloads it."""
    return opened(write_lists(content_for(person=person, projects=projects)))


def opened(content: bytes) -> Book:
    """The sheets of a file."""
    return Book(read_workbook(content, limits=LIMITS).checked().sheets)


def typed(book: Book, row: int, **cells: Any) -> Book:
    """Types into a row, counted as the spreadsheet does (the first household is in row 2)."""
    while len(book.numbers) < row:
        book.numbers.append([""] * len(COLUMNS))
    line = book.numbers[row - 1]
    line.extend([""] * (len(COLUMNS) - len(line)))
    for key, value in cells.items():
        line[COLUMNS[key]] = value
    return book


def added(book: Book, one: MadeUp, **cells: Any) -> Book:
    """A made-up household as a new row at the end."""
    known = {"name": one.name, "id": one.citizen_id, "house": one.house}
    return typed(book, len(book.numbers) + 1, **(known | cells))
