"""Reads the drawn tables of this folder: what was said, line by line, and what the book then answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tests.ledger.sayings import Said
from tests.ledger.small import Book, crossed, known_by, standing
from tidtam.ledger.movement import Movement
from tidtam.ledger.pathway import Pathway
from tidtam.ledger.statements import Draws
from tidtam.thai.dates import read_date

Row = list[str]


def rows(table: str) -> list[Row]:
    """The cells of a drawn table without its head and rule."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()[2:]]


def day(text: str) -> date:
    """The last day that a written date means."""
    return read_date(text).last


@dataclass
class Told:
    """A book filled from a drawn table, and the answers of it as texts."""

    pathway: Pathway
    said: list[Said] = field(default_factory=list)
    taken_back: dict[str, tuple[date, ...]] = field(default_factory=dict)

    def movements(self, known_at: date | None = None) -> Counter[Movement]:
        book = Book(self.pathway, said=list(self.said), taken_back=self.taken_back)
        found = book.unfolded()
        assert found.conflicts == []
        return known_by(found, known_at or date.max)

    def standing(self, stage: str, on: date, known_at: date | None = None, place: str = "nation") -> str:
        """ "915", or "915 to 2635" where the papers do not split it."""
        surely, most = standing(self.pathway, self.movements(known_at), stage, on, place)
        return f"{surely}" if surely == most else f"{surely} to {most}"

    def crossed(self, stage: str, start: date, end: date, place: str = "nation") -> str:
        return str(crossed(self.pathway, self.movements(), stage, start, end, place))


def canal(key: str, written: str, published: str, counts: Sequence[tuple[str, str]]) -> Said:
    """A standing of the canal; "763+" is a number that may be more."""
    meant = read_date(written)
    numbers = [(stage, number) for stage, number in counts if number]
    said = tuple((stage, int(number.rstrip("+"))) for stage, number in numbers)
    floor = any(number.endswith("+") for _, number in numbers)
    return Said(key, "nation", meant.last, day(published), meant.first, said, floor)


def tambon(key: str, row: Row) -> Said:
    """A line of the register of founded tambons: who, where, when, and out of which lot."""
    who, place, number, written, published, draws = row
    meant = read_date(written)
    said = Said(key, place, meant.last, day(published), meant.first, stage="done", number=int(number))
    said = replace(said, subject=who if who.startswith("s") else None)
    return replace(said, draws=Draws.LOT, lot_place="nation") if draws == "the lot" else said
