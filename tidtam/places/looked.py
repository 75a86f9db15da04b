"""Whether what is in memory still holds: the newest row of a table that only grows, looked at once a page.

Places, trees and definitions change a few times a year and are asked for on every page. Whoever keeps them in
memory keeps the stamp of their table beside them, and reads again when it is another.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from django.db import connection, models

Table = type[models.Model]
Stamp = tuple[object, ...]
"""Database, id and moment of loading; without the last two while the table is empty."""

_known: ContextVar[dict[Table, Stamp] | None] = ContextVar("known", default=None)
_asked: dict[Table, None] = {}
"""The tables that anybody asked about in this process: they are looked at together."""


@contextmanager
def looked_at_once() -> Iterator[None]:
    """Within it one look at all tables answers for everything: places and definitions are of one moment.

    The pages are made within it. What is loaded meanwhile, here or elsewhere, counts from the next one on.
    """
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def is_looked_at_once() -> bool:
    """Whether a stamp costs nothing now, so that it pays to keep even what one question gives."""
    return _known.get() is not None


def stamp(*tables: Table) -> tuple[Stamp, ...]:
    """What changes whenever anything is loaded into these tables; each has `loaded_at`."""
    known = _known.get()
    if known is None:
        found = _newest(tables)
    else:
        _asked.update(dict.fromkeys(tables))
        if any(table not in known for table in tables):
            known.update(_newest(tuple(_asked)))
        found = known
    return tuple(found[table] for table in tables)


def _newest(tables: tuple[Table, ...]) -> dict[Table, Stamp]:
    """The newest row of each table, in one question."""
    with connection.cursor() as cursor:
        cursor.execute(_question(tables))
        rows = {number: tuple(found) for number, *found in cursor.fetchall()}
    here = connection.settings_dict["NAME"]
    return {table: (here, *rows.get(number, ())) for number, table in enumerate(tables)}


@cache
def _question(tables: tuple[Table, ...]) -> str:
    each = (
        f"SELECT {number}, id, loaded_at FROM"
        f" (SELECT id, loaded_at FROM {table._meta.db_table} ORDER BY id DESC LIMIT 1) newest_{number}"
        for number, table in enumerate(tables)
    )
    return " UNION ALL ".join(each)
