"""Rows on their way into the book, and the quick way of putting many of them there."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection, models

from tidtam.ledger.movement import End, Movement
from tidtam.ledger_store.models import Entry

COLUMNS = (
    "position", "batch_id", "cell_id", "kind", "statement", "subject_id", "quantity", "sign",
    "start_stage", "to_stage", "start_place_id", "to_place_id", "start_container_id",
    "to_container_id", "from_lot", "day_first", "day_last", "known_on", "traced", "reverses_id",
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Row:
    """An entry before it has its position. `reverses` is a row of the same batch or a position."""

    cell: int
    kind: str
    statement: str
    subject: int | None
    quantity: int
    sign: int
    start: End
    to: End
    from_lot: bool
    first: date
    last: date
    known_on: date
    traced: bool
    reverses: Row | int | None = None
    position: int = 0

    @property
    def reversed_position(self) -> int | None:
        return self.reverses.position if isinstance(self.reverses, Row) else self.reverses

    def reversal(self, known_on: date) -> Row:
        """The row that takes this one back, with the day of what it takes back."""
        return Row(
            self.cell, self.kind, self.statement, self.subject, self.quantity, -self.sign, self.start,
            self.to, self.from_lot, self.first, self.last, known_on, self.traced, self.position or self,
        )  # fmt: skip


def row_of(cell: int, movement: Movement, known_on: date, *, kind: str, traced: bool) -> Row:
    """The row of a movement that became known on a day."""
    return Row(
        cell, kind, movement.statement, movement.subject, movement.number, 1, movement.start, movement.to,
        movement.from_lot, movement.days.first, movement.days.last, known_on, traced,
    )  # fmt: skip


def movement_key(row: Row) -> tuple[str, int | None, int, End, End, bool, date, date]:
    """What a row says, whatever its sign, position and day of knowing."""
    return (
        row.statement, row.subject, row.quantity, row.start, row.to, row.from_lot, row.first, row.last,
    )  # fmt: skip


def row_from(entry: Entry) -> Row:
    """An entry of the book as a row."""
    return Row(
        entry.cell_id, entry.kind, entry.statement, entry.subject_id, entry.quantity, entry.sign,
        End(entry.start_stage, entry.start_place_id, entry.start_container_id),
        End(entry.to_stage, entry.to_place_id, entry.to_container_id),
        entry.from_lot, entry.day_first, entry.day_last, entry.known_on, entry.traced,
        entry.reverses_id, entry.position,
    )  # fmt: skip


def insert(rows: Sequence[Row], batch: int, table: str = Entry._meta.db_table) -> None:
    """Put rows, whose positions are given out, into the book; COPY on PostgreSQL."""
    put(table, COLUMNS, [_values(row, batch) for row in rows])


def put(table: str, columns: Sequence[str], values: Sequence[tuple[object, ...]]) -> None:
    """Put many rows into a table the quick way."""
    names = ", ".join(columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            copying = cursor.cursor.copy(f"COPY {table} ({names}) FROM STDIN")
            with connection.wrap_database_errors, copying as copy:
                copy.write(copied(values))
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)  # type: ignore[arg-type]


def _values(row: Row, batch: int) -> tuple[object, ...]:
    start, to = row.start, row.to
    return (
        row.position, batch, row.cell, row.kind, row.statement, row.subject, row.quantity, row.sign,
        start.stage, to.stage, start.place, to.place, start.container, to.container, row.from_lot,
        row.first.isoformat(), row.last.isoformat(), row.known_on.isoformat(), row.traced,
        row.reversed_position,
    )  # fmt: skip


def put_models(rows: Sequence[models.Model]) -> None:
    """Put many new rows of one table, without their numbers, the quick way."""
    if rows:
        fields = [field for field in rows[0]._meta.concrete_fields if not field.primary_key]
        values = [tuple([_plain(getattr(row, field.attname)) for field in fields]) for row in rows]
        put(rows[0]._meta.db_table, [str(field.column) for field in fields], values)


def _plain(value: object) -> object:
    if isinstance(value, list):
        return json.dumps(value)
    return value.isoformat() if isinstance(value, date) else value


_NULL = "\\N"
_SPECIAL = re.compile(r"[\\\t\n\r]")
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def copied(values: Sequence[tuple[object, ...]]) -> str:
    """Rows in the text form of PostgreSQL's COPY."""
    out = io.StringIO()
    for value in values:
        texts = [_NULL if v is None else str(v) for v in value]
        if _SPECIAL.search("".join([text for text in texts if text is not _NULL])):
            texts = [_NULL if v is None else str(v).translate(_ESCAPES) for v in value]
        out.write("\t".join(texts))
        out.write("\n")
    return out.getvalue()
