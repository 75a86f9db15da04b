"""Indexes and foreign keys laid aside while very many rows come in, and put back in the same transaction.

The database looks over every row when they are put back, and nobody else ever sees the table without them.
SQLite keeps its unique keys, for its guards look into them at each row, and its foreign keys.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection

MEMORY = 512
"""Megabytes that building an index may take in PostgreSQL, or that SQLite keeps of its file."""

_CONSTRAINTS = """
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid = %s::regclass AND contype IN ('f', 'u') ORDER BY contype DESC, conname
"""
_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = %s::regclass AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
ORDER BY 1
"""
_SQLITE_INDEXES = """
SELECT name, sql FROM sqlite_master
WHERE type = 'index' AND tbl_name = %s AND sql IS NOT NULL AND sql NOT LIKE 'CREATE UNIQUE%%' ORDER BY name
"""


@contextmanager
def set_aside(tables: Sequence[str]) -> Iterator[None]:
    """Within it the tables have no index but keys, and on PostgreSQL no key but the primary one.

    Inside a transaction only: whatever goes wrong takes it all back. An error at the end means that a row
    breaks what is put back.
    """
    if connection.vendor == "postgresql":
        connection.check_constraints()  # what waits to be looked at is looked at now
        _do(f"SET LOCAL maintenance_work_mem = '{MEMORY}MB'")
        back = [sql for table in tables for sql in _off_on_postgres(table)]
    else:
        before = _asked("PRAGMA cache_size")[0][0]
        _do(f"PRAGMA cache_size = -{MEMORY * 1024}")
        back = [sql for table in tables for sql in _off_on_sqlite(table)]
        back.append(f"PRAGMA cache_size = {before}")
    yield
    for sql in back:
        _do(sql)


def _off_on_postgres(table: str) -> list[str]:
    """Takes them off a table; the statements that put them back, indexes and unique keys first."""
    constraints, indexes = _asked(_CONSTRAINTS, table), _asked(_INDEXES, table)
    for name, _ in constraints:
        _do(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for name, _ in indexes:
        _do(f"DROP INDEX {name}")
    back = [str(sql) for _, sql in indexes]
    return back + [f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {sql}' for name, sql in constraints]


def _off_on_sqlite(table: str) -> list[str]:
    indexes = _asked(_SQLITE_INDEXES, table)
    for name, _ in indexes:
        _do(f'DROP INDEX "{name}"')
    return [str(sql) for _, sql in indexes]


def _do(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def _asked(sql: str, *values: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
