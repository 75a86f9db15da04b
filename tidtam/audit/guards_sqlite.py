"""The guards of an append-only table on SQLite: three triggers on each table.

`INSERT OR REPLACE` deletes the row that stands in its way without firing delete triggers, unless the
connection asked for recursive ones; so the third guard refuses an insert that meets a row with the same key.
"""

import re
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

_GUARDS = ("update", "delete", "insert")


def made_by(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """The statements that put the guards on `table`."""
    return list(_expected(connection, table).values())


def lifted_by(table: str) -> list[str]:
    """The statements that take them off."""
    return [f'DROP TRIGGER IF EXISTS "{_name(table, refused)}"' for refused in _GUARDS]


def missing(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """The names of the guards that are not there, or are not what the table's keys of today ask for."""
    rows = _rows(connection, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    standing = {str(name): sql for name, sql in rows}
    return [name for name, sql in _expected(connection, table).items() if standing.get(name) != sql]


def guarded_tables(connection: BaseDatabaseWrapper) -> list[str]:
    """The tables that carry at least one of the guards."""
    rows = _rows(connection, "SELECT DISTINCT tbl_name, name FROM sqlite_master WHERE type = 'trigger'")
    return sorted({table for table, name in rows if name in {_name(table, refused) for refused in _GUARDS}})


def _expected(connection: BaseDatabaseWrapper, table: str) -> dict[str, str]:
    in_the_way = " OR ".join(_meets_a_row(connection, table))
    return {
        _name(table, "update"): _trigger(table, "update", ""),
        _name(table, "delete"): _trigger(table, "delete", ""),
        _name(table, "insert"): _trigger(table, "insert", f" WHEN {in_the_way}"),
    }


def _name(table: str, refused: str) -> str:
    return f"{table}_append_only_{refused}"


def _trigger(table: str, refused: str, when: str) -> str:
    why = "no row with the same key may come" if refused == "insert" else f"no {refused}"
    return (
        f'CREATE TRIGGER "{_name(table, refused)}" BEFORE {refused.upper()} ON "{table}"{when}'
        f" BEGIN SELECT RAISE(ABORT, '{table} can only grow: {why}'); END"
    )


def _meets_a_row(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """For each key of the table, the condition that a row with the key of NEW is there already."""
    columns = [(row[1], row[5]) for row in _rows(connection, f'PRAGMA table_info("{table}")')]
    conditions = [_same_key(table, [name for name, in_primary_key in columns if in_primary_key])]
    for _, index, unique, origin, partial in _rows(connection, f'PRAGMA index_list("{table}")'):
        if unique and origin != "pk":
            condition = _same_key(table, _key_columns(connection, index))
            if partial:
                condition = _both_under(connection, index, table, condition, [name for name, _ in columns])
            conditions.append(condition)
    return sorted(conditions)


def _same_key(table: str, key: list[str]) -> str:
    return f'EXISTS (SELECT 1 FROM "{table}" WHERE {" AND ".join(f"{_q(c)} = NEW.{_q(c)}" for c in key)})'


def _both_under(
    connection: BaseDatabaseWrapper, index: str, table: str, same_key: str, columns: list[str]
) -> str:
    """The same for a unique key that holds for some rows only: the old row and NEW are both such rows."""
    [(sql,)] = _rows(connection, f"SELECT sql FROM sqlite_master WHERE type = 'index' AND name = '{index}'")
    found = re.search(r"\)\s+WHERE\s+(.+)$", sql, re.DOTALL | re.IGNORECASE)
    if not found:
        raise ValueError(f"the condition of the unique key {index} cannot be read: {sql}")
    new = ", ".join(f"NEW.{_q(c)} AS {_q(c)}" for c in columns)
    held_by_new = f'EXISTS (SELECT 1 FROM (SELECT {new}) AS "{table}" WHERE {found[1]})'
    return f"({same_key[:-1]} AND ({found[1]})) AND {held_by_new})"


def _key_columns(connection: BaseDatabaseWrapper, index: str) -> list[str]:
    names = [row[2] for row in _rows(connection, f'PRAGMA index_info("{index}")')]
    if None in names:
        raise ValueError(f"the unique key {index} is over an expression, which cannot be guarded")
    return names


def _q(column: str) -> str:
    return f'"{column}"'


def _rows(connection: BaseDatabaseWrapper, sql: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())
