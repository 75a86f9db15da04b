"""What goes into an Excel sheet: typed columns, and rows of values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tidtam.documents.report_layout import PaperFigure

Kind = Literal["text", "whole", "percent", "date"]
Value = str | int | Decimal | date | PaperFigure | None
"""A value of a cell; None leaves it empty. A figure without a number is written as its text, not as zero."""

LONGEST_NAME = 31  # Excel's limit for the name of a sheet
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, what its numbers are, and its width in letters."""

    head: str
    kind: Kind = "text"
    width: float = 14


@dataclass(frozen=True, slots=True)
class SheetOut:
    """One sheet: lines of text above, a table, and how many columns stay when it is scrolled sideways."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    above: tuple[str, ...] = ()
    fixed_columns: int = 0


def letters(text: str) -> int:
    """How many letters wide a text is; Thai marks above and below take no room."""
    return sum(letter not in "ัิีึืฺุู็่้๊๋์ํ๎" for letter in text)


def sheet_name(pieces: Sequence[str]) -> str:
    """A name that Excel takes, of as many whole pieces (words) as fit.

    >>> sheet_name(["1", " ", "การสนับสนุน", "การจัดทำ", "แผนพัฒนา", "เชิง", "พื้นที่"])
    '1 การสนับสนุนการจัดทำแผนพัฒนา'
    """
    name = ""
    for piece in pieces:
        if len(name) + len(piece) > LONGEST_NAME:
            break
        name += piece
    return (name or "".join(pieces)[:LONGEST_NAME]).translate(_FORBIDDEN).strip()
