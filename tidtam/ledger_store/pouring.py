"""Very many ready rows on their way into the book: one COPY that stays open, or insert after insert."""

from __future__ import annotations

from contextlib import ExitStack
from types import TracebackType

from django.db import connection
from psycopg import Copy

from tidtam.ledger_store.models import Entry
from tidtam.ledger_store.rows import COLUMNS, copied, put

STRETCH = 200_000
"""So many entries go to PostgreSQL in one COPY, over as many batches as it takes."""

Values = tuple[object, ...]


class Pouring:
    """Entries on their way into the table: one COPY stays open while the next ones are being made.

    Rows of other tables wait until it closes, for a connection does one thing at a time.
    """

    def __init__(self) -> None:
        self.table = Entry._meta.db_table
        self.postgres = connection.vendor == "postgresql"
        self.copying = ExitStack()
        self.copy: Copy | None = None
        self.poured = 0
        self.waiting: dict[tuple[str, tuple[str, ...]], list[Values]] = {}

    def __enter__(self) -> Pouring:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.copying.__exit__(kind, error, trace)  # an error breaks off what is on its way

    def entries(self, values: list[Values]) -> None:
        """Entries in the order of COLUMNS, positions given out already."""
        if not self.postgres:
            self.close()  # what the entries point at goes first
            put(self.table, COLUMNS, values)
            return
        self._opened().write(copied(values))
        self.poured += len(values)
        if self.poured >= STRETCH:
            self.close()

    def beside(self, table: str, columns: tuple[str, ...], values: list[Values]) -> None:
        """Rows of another table, which go in when the entries before them have."""
        self.waiting.setdefault((table, columns), []).extend(values)

    def close(self) -> None:
        """Everything is in the tables when this returns."""
        self.copying.close()
        self.copy, self.poured = None, 0
        for (table, columns), values in self.waiting.items():
            put(table, columns, values)
        self.waiting.clear()

    def _opened(self) -> Copy:
        if self.copy is None:
            cursor = self.copying.enter_context(connection.cursor())
            self.copying.enter_context(connection.wrap_database_errors)
            sql = f"COPY {self.table} ({', '.join(COLUMNS)}) FROM STDIN"
            self.copy = self.copying.enter_context(cursor.cursor.copy(sql))
        return self.copy
