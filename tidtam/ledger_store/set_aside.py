"""Indexes and foreign keys laid aside while very many rows come in, and put back in the same transaction.

PostgreSQL looks over every row when they are put back, and nobody else ever sees the table without them.
SQLite keeps its own: its guards look into them at each row.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection

MEMORY = "512MB"
"""What building an index may take, for this transaction alone."""

_CONSTRAINTS = """
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid = %s::regclass AND contype IN ('f', 'u') ORDER BY contype DESC, conname
"""
_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = %s::regclass AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
ORDER BY 1
"""


@contextmanager
def set_aside(tables: Sequence[str]) -> Iterator[None]:
    """Within it the tables have no index but the primary key, and no foreign key.

    Inside a transaction only: whatever goes wrong takes it all back. An error at the end means that a row
    breaks one of them.
    """
    if connection.vendor != "postgresql":
        yield
        return
    connection.check_constraints()  # what waits to be looked at is looked at now
    back = [sql for table in tables for sql in _taken_off(table)]
    yield
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL maintenance_work_mem = '{MEMORY}'")
        for sql in back:
            cursor.execute(sql)


def _taken_off(table: str) -> list[str]:
    """Takes them off a table; the statements that put them back, unique keys and indexes first."""
    with connection.cursor() as cursor:
        cursor.execute(_CONSTRAINTS, [table])
        constraints = cursor.fetchall()
        cursor.execute(_INDEXES, [table])
        indexes = cursor.fetchall()
        for name, _ in constraints:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
    back = [sql for _, sql in indexes]
    return back + [f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {sql}' for name, sql in constraints]
