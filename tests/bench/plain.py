"""The same work done plainly: a bare table with the same columns and indexes, and a sum in plain SQL."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.db import connection, transaction

from tidtam.ledger_store import rows as ledger_rows
from tidtam.ledger_store.models import Entry
from tidtam.ledger_store.rows import COLUMNS, Row

ENTRY = Entry._meta.db_table
BARE = "bench_bare"


def make_bare() -> None:
    """The table of entries without its triggers, references and guards, but with the same indexes."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"CREATE TABLE {BARE} (LIKE {ENTRY} INCLUDING DEFAULTS INCLUDING INDEXES)")
            return
        cursor.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name = %s AND type IN ('table', 'index') AND sql <> ''"
            " ORDER BY type DESC", [ENTRY],
        )  # fmt: skip
        for (statement,) in cursor.fetchall():
            bare = re.sub(r' REFERENCES "\w+" \("\w+"\)( DEFERRABLE INITIALLY DEFERRED)?', "", statement)
            bare = bare.replace(f'"{ENTRY}"', f'"{BARE}"')
            cursor.execute(re.sub(r'(INDEX )"(\w+)"', r'\1"bare_\2"', bare))


def insert_bare(rows: Sequence[Row], batch: int) -> None:
    """Put rows in the way that the ledger does, COPY or executemany, in a transaction of their own."""
    with transaction.atomic():
        ledger_rows.insert(rows, batch, BARE)


def sums(cells: Sequence[int], stages: Sequence[str], last: str, inside: int | None) -> dict[int, int]:
    """How many came to some stages of each cell up to a day, in a place and what lies in it."""
    marks, wanted = ", ".join(["%s"] * len(cells)), ", ".join(["%s"] * len(stages))
    scope = (
        " AND to_place_id IN (SELECT descendant_id FROM places_treeclosure WHERE tree_id = 'admin'"
        " AND ancestor_id = %s)" if inside else ""
    )  # fmt: skip
    sql = (
        f"SELECT cell_id, SUM(sign * quantity) FROM {ENTRY} WHERE cell_id IN ({marks})"
        f" AND to_stage IN ({wanted}) AND day_last <= %s{scope} GROUP BY cell_id"
    )
    values = [*cells, *stages, last, *([inside] if inside else [])]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return {cell: int(number) for cell, number in cursor.fetchall()}


__all__ = ["BARE", "COLUMNS", "insert_bare", "make_bare", "sums"]
