"""Guard rows: how much each stage holds and where each named subject stands, kept under locks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db import connection

from tidtam.ledger.movement import End
from tidtam.ledger.pathway import NOTHING, Pathway
from tidtam.ledger_store.models import StageGuard, SubjectGuard
from tidtam.ledger_store.rows import Row

StageKey = tuple[int, str, int, int]  # cell, stage, place, container (0: none)
SubjectKey = tuple[int, int]  # cell, subject


def stage_changes(rows: Iterable[Row], pathways: Mapping[int, Pathway]) -> Counter[StageKey]:
    """By how much each stage's unnamed holding changes."""
    changes: Counter[StageKey] = Counter()
    for row in rows:
        amount = row.sign * row.quantity
        if row.subject is None or row.from_lot:
            _add(changes, row.cell, row.start, -amount, pathways)
        if row.subject is None:
            _add(changes, row.cell, row.to, amount, pathways)
    return changes


def _add(
    changes: Counter[StageKey], cell: int, end: End, amount: int, pathways: Mapping[int, Pathway]
) -> None:
    if end.stage == NOTHING or end.stage in pathways[cell].exit_codes:
        return
    changes[cell, end.stage, end.place or 0, end.container or 0] += amount


def keep_stages(changes: Mapping[StageKey, int]) -> None:
    """Apply the changes in one fixed order; the database refuses a stage below nothing."""
    wanted = [(*key, change) for key, change in sorted(changes.items()) if change]
    if not wanted:
        return
    if all(change > 0 for *_, change in wanted):
        steps = _POSTGRES_RISING if connection.vendor == "postgresql" else _SQLITE_RISING
    else:
        steps = _POSTGRES if connection.vendor == "postgresql" else _SQLITE
    columns = [list(column) for column in zip(*wanted, strict=True)]
    with connection.cursor() as cursor:
        for sql, names in steps:
            if names is None:
                cursor.execute(sql, columns)
            else:
                cursor.executemany(sql, [[row[n] for n in names] for row in wanted])


_TABLE = StageGuard._meta.db_table
_NAMES = ("cell_id", "stage", "place_id", "container_id")
_KEY = ", ".join(_NAMES)
_SAME = " AND ".join(f"g.{name} = w.{name}" for name in _NAMES)
_MARKED = " AND ".join(f"{name} = %s" for name in _NAMES)
_ORDER = ", ".join(f"g.{name}" for name in _NAMES)
_WANTED = f"unnest(%s::bigint[], %s::text[], %s::bigint[], %s::bigint[], %s::bigint[]) AS w ({_KEY}, change)"
_Step = tuple[str, tuple[int, ...] | None]
"""A statement, and which parts of each change it takes; None: all of them at once, as columns."""

# On PostgreSQL the rows are locked in the order of their keys before any is changed, so that two
# writers never wait for each other. SQLite has one writer at a time.
_POSTGRES: tuple[_Step, ...] = (
    (
        f"INSERT INTO {_TABLE} ({_KEY}, held) SELECT {_KEY}, 0 FROM {_WANTED}"
        f" ORDER BY {_KEY} ON CONFLICT DO NOTHING",
        None,
    ),
    (f"SELECT 1 FROM {_TABLE} g JOIN {_WANTED} ON {_SAME} ORDER BY {_ORDER} FOR UPDATE OF g", None),
    (f"UPDATE {_TABLE} g SET held = g.held + w.change FROM {_WANTED} WHERE {_SAME}", None),
)
_SQLITE: tuple[_Step, ...] = (
    (f"INSERT INTO {_TABLE} ({_KEY}, held) VALUES (%s, %s, %s, %s, 0) ON CONFLICT DO NOTHING", (0, 1, 2, 3)),
    (f"UPDATE {_TABLE} SET held = held + %s WHERE {_MARKED}", (4, 0, 1, 2, 3)),
)


# What only rises needs no look before: one statement makes, locks and changes the rows in the same order.
# (What falls must not go this way: the row that an insert proposes would itself be below nothing.)
_RISE = f"ON CONFLICT ({_KEY}) DO UPDATE SET held = {_TABLE}.held + excluded.held"
_POSTGRES_RISING: tuple[_Step, ...] = (
    (
        f"INSERT INTO {_TABLE} ({_KEY}, held) SELECT {_KEY}, change FROM {_WANTED} ORDER BY {_KEY} {_RISE}",
        None,
    ),
)
_SQLITE_RISING: tuple[_Step, ...] = (
    (f"INSERT INTO {_TABLE} ({_KEY}, held) VALUES (%s, %s, %s, %s, %s) {_RISE}", (0, 1, 2, 3, 4)),
)


def keep_subjects(now: Mapping[SubjectKey, End]) -> None:
    """Note where the named subjects stand; those that are not in any more lose their guard."""
    gone = [key for key, end in now.items() if end.stage == NOTHING]
    for cell, subject in gone:
        SubjectGuard.objects.filter(cell=cell, subject=subject).delete()
    SubjectGuard.objects.bulk_create(
        [
            SubjectGuard(
                cell_id=cell, subject_id=subject, stage=end.stage,
                place_id=end.place or 0, container_id=end.container or 0,
            )
            for (cell, subject), end in sorted(now.items(), key=lambda item: item[0])
            if end.stage != NOTHING
        ],
        update_conflicts=True,
        unique_fields=["cell", "subject"],
        update_fields=["stage", "place_id", "container_id"],
        batch_size=500,
    )  # fmt: skip
