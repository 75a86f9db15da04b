"""Sheets of a round as tests change them: the cells of a written file, put into a new one by XlsxWriter."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import xlsxwriter

from tidtam.documents.workbook import Sheet, read_workbook
from tidtam.intake.sheets.layout import LIMITS, NUMBERS, ONE_TABLE
from tidtam.review.models import Round

COLUMNS = {column.key: number for number, column in enumerate(NUMBERS.columns)}
CSV_COLUMNS = {column.key: number for number, column in enumerate(ONE_TABLE.columns)}
Touch = Callable[[Any], None]


def second_quarter() -> Round:
    """The quarter that ends on 31 March 2562."""
    return Round.objects.create(
        code="2562-Q2", fiscal_year=2562, name_th="ไตรมาส 2 ปี 2562", name_en="Quarter 2 of 2562",
        first_day=date(2019, 1, 1), last_day=date(2019, 3, 31), due_on=date(2019, 4, 15),
    )  # fmt: skip


@dataclass
class Book:
    """The sheets of a file, to be changed cell by cell."""

    sheets: list[Sheet]
    touches: list[Touch] = field(default_factory=list)

    @property
    def numbers(self) -> list[list[Any]]:
        """The rows that people fill in, the header first."""
        return self.sheets[0].rows  # type: ignore[return-value]

    @property
    def marks(self) -> list[list[Any]]:
        """The rows of the mark sheet."""
        return self.sheets[2].rows  # type: ignore[return-value]

    def row(self, place: str, line: str) -> int:
        """The row of a square, counted from 0."""
        at = COLUMNS["place"], COLUMNS["line"]
        return next(n for n, row in enumerate(self.numbers) if (row[at[0]], row[at[1]]) == (place, line))

    def number(self, place: str, line: str) -> object:
        """The number of a square."""
        return self.numbers[self.row(place, line)][COLUMNS["number"]]

    def type(self, place: str, line: str, number: object) -> "Book":
        """Types a number into a square."""
        self.numbers[self.row(place, line)][COLUMNS["number"]] = number
        return self

    def touch(self, what: Touch) -> "Book":
        """Does something to the sheet of numbers that values cannot say, such as hiding a row."""
        self.touches.append(what)
        return self

    def saved(self) -> bytes:
        """The file as Excel would save it."""
        made = io.BytesIO()
        with xlsxwriter.Workbook(made, {"strings_to_formulas": False}) as workbook:
            for at, sheet in enumerate(self.sheets):
                page = workbook.add_worksheet(sheet.name)
                for number, row in enumerate(sheet.rows):
                    for column, value in enumerate(row):
                        if value != "":
                            page.write(number, column, value)
                for touch in self.touches if at == 0 else ():
                    touch(page)
        return made.getvalue()


def opened(content: bytes) -> Book:
    """The sheets of a file."""
    return Book(read_workbook(content, limits=LIMITS).checked().sheets)
