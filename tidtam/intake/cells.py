"""One row of a sheet: each cell read as what its column holds, each fault noted with its spot."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from tidtam.intake import problems as say
from tidtam.intake.layout import Sheet
from tidtam.problems import Both, Kind, Problem, Severity, Where
from tidtam.thai.clean import normalise
from tidtam.thai.dates import DateUnreadable, VagueDate, read_date
from tidtam.thai.numbers import NumberUnreadable, read_number

LARGEST = 10**12
T = TypeVar("T")


class Row:
    """The cells of one row by the key of their column; reading a cell notes what is wrong with it.

    Every column is read even when another is wrong, so that all faults of a row come at once.
    """

    def __init__(self, sheet: Sheet, where: Where, cells: Mapping[str, object], headers: Mapping[str, str]):
        self.columns = {column.key: column for column in sheet.columns}
        self.spot = where
        self.cells = cells
        self.headers = headers
        self.problems: list[Problem] = []

    @property
    def number(self) -> int:
        """The row as the spreadsheet counts it."""
        return self.spot.row or 0

    @property
    def failed(self) -> bool:
        """Whether something is so wrong that the row cannot be used."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def report(self, kind: Kind, key: str, **values: object) -> None:
        """Notes a problem at the cell of a column."""
        self.problems.append(kind.at(self.at(key), **values))

    def at(self, key: str) -> Where:
        """The spot of a cell, by the header that the file itself uses."""
        return replace(self.spot, column=self.headers.get(key, self.columns[key].name.th))

    def text(self, key: str) -> str:
        """The text of a cell with its characters put right; empty for an empty cell."""
        text = as_text(self.cells.get(key))
        if text.startswith("#") and text.rstrip("!?").isupper():
            self.report(say.CELL_ERROR, key, text=text)
            return ""
        if not text and self.columns[key].required:
            self.report(say.EMPTY, key, about=self.columns[key].about)
        return text

    def word(self, key: str, words: Mapping[T, Both], default: T | None = None) -> T | None:
        """The meaning of a word from a list.

        `default` for an empty cell, None (and a problem) for a strange word.
        """
        text = self.text(key)
        if not text:
            return default
        for meaning, both in words.items():
            if plain(text) in {plain(both.th), plain(both.en)}:
                return meaning
        listed = Both(", ".join(w.th for w in words.values()), ", ".join(w.en for w in words.values()))
        self.report(say.WORD_UNKNOWN, key, text=text, words=listed)
        return None

    def yes(self, key: str) -> bool:
        """Whether a cell says yes; empty means no."""
        if isinstance(self.cells.get(key), bool):
            return bool(self.cells[key])
        words: Mapping[bool, Both] = {True: Both("ใช่", "yes"), False: Both("ไม่", "no")}
        said = self.word(key, words, default=False)
        return bool(said)

    def day(self, key: str) -> VagueDate | None:
        """The day or days of a cell, with their precision; Excel's own dates are days of the Common Era."""
        value = self.cells.get(key)
        if not isinstance(value, datetime | date):
            value = self.text(key)
        if value == "":
            return None
        try:
            return read_date(value)
        except DateUnreadable as unreadable:
            self.problems.append(unreadable.problem(self.at(key)))
            return None

    def whole(self, key: str) -> int | None:
        """The whole number of a cell, in Arabic or Thai digits; text around it is refused, never cut off."""
        text = self.text(key)
        if not text:
            return None
        try:
            number = read_number(text)
        except NumberUnreadable as unreadable:
            mixed = any(c.isdigit() for c in text) and any(c.isalpha() for c in text)
            if mixed:
                self.report(say.NUMBER_HAS_TEXT, key, text=text)
            else:
                self.problems.append(unreadable.problem(self.at(key)))
            return None
        return self._counted(key, text, number)

    def _counted(self, key: str, text: str, number: int | Decimal) -> int | None:
        if number != int(number):
            self.report(say.NUMBER_NOT_WHOLE, key, text=text)
        elif number < 0:
            self.report(say.NUMBER_NEGATIVE, key, text=text)
        elif number > LARGEST:
            self.report(say.NUMBER_TOO_LARGE, key, text=text, most=f"{LARGEST:,}")
        else:
            return int(number)
        return None


def as_text(value: object) -> str:
    """A cell as text: numbers without a needless ".0" (a code 6 is kept by Excel as 6.0), days as ISO.

    >>> as_text(6.0), as_text(2.3), as_text(" ๓,๐๘๔ "), as_text(None)
    ('6', '2.3', '๓,๐๘๔', '')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return _normal(str(value))


@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """A word as it is compared: without spaces, case and full stops at its end.

    >>> plain(" At Least ")
    'atleast'
    """
    return "".join(_normal(text).casefold().split()).rstrip(".")


@lru_cache(maxsize=10_000)
def _normal(text: str) -> str:
    """A text in one line with its characters put right; the same words come again in thousands of rows."""
    return normalise(text).replace("\n", " ")
