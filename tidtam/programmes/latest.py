"""The latest editions, in memory for as long as the database has no newer ones.

Definitions change a few times a year and are asked for on every page, so they are read once, and what is made
of them (the pathways as the ledger knows them, the lines of a year) is made once. The newest row of each table
says whether that still holds; `looked_at_once` looks at them all together, once for everything inside it.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from django.db import connection, models

from tidtam.places.models import Edition as PlaceEdition
from tidtam.programmes.models import Edition

Key = tuple[Any, ...]
Made = TypeVar("Made")
Stamp = tuple[object, ...]
Looked = dict[type[models.Model], Stamp]


@dataclass(frozen=True, slots=True)
class _Kept:
    """The latest editions of a kind as they were at a stamp, and what was made of them since."""

    stamp: Stamp
    rows: dict[Key, Any]
    made: dict[Hashable, Any] = field(default_factory=dict)


_kept: dict[type[Edition], _Kept] = {}
_looked: ContextVar[Looked | None] = ContextVar("looked", default=None)


@contextmanager
def looked_at_once() -> Iterator[None]:
    """Within it the definitions are those of its beginning: one look at the newest rows answers for all.

    The pages are made within it. What is loaded meanwhile, here or elsewhere, counts from the next one on.
    """
    token = _looked.set({})
    try:
        yield
    finally:
        _looked.reset(token)


def latest_editions(model: type[Edition], *, position: int | None = None) -> dict[Key, Any]:
    """The latest edition of every definition of a kind, retired ones too, as the book stood at a position.

    Those of today are shared between all who ask: nobody changes them.
    """
    return _read(model, position) if position is not None else dict(_now(model).rows)


def remembered(
    model: type[Edition],
    name: Hashable,
    make: Callable[[dict[Key, Any]], Made],
    *,
    position: int | None = None,
) -> Made:
    """What `make` makes of the latest editions of a kind, made once; for a position anew each time.

    It has a name of its own, and is shared like the editions.
    """
    if position is not None:
        return make(_read(model, position))
    kept = _now(model)
    if name not in kept.made:
        kept.made[name] = make(kept.rows)
    made: Made = kept.made[name]
    return made


def key_of(row: Edition) -> Key:
    """The key that all editions of a definition share."""
    return tuple(getattr(row, name) for name in row.KEY)


def _now(model: type[Edition]) -> _Kept:
    stamp = _stamp(model)
    kept = _kept.get(model)
    if kept is None or kept.stamp != stamp:
        kept = _kept[model] = _Kept(stamp, _read(model, None))
    return kept


def _stamp(model: type[Edition]) -> Stamp:
    """What changes whenever a definition of this kind, or a name or tree of places, is loaded."""
    known = _looked.get()
    if known is None:
        known = _newest((PlaceEdition, model))
    elif model not in known:
        known |= _newest((PlaceEdition, *sorted({model, *_kept}, key=lambda one: one._meta.db_table)))
    return connection.settings_dict["NAME"], known.get(PlaceEdition), known.get(model)


def _newest(kinds: tuple[type[models.Model], ...]) -> Looked:
    """The newest row of each table, in one question; None for a table without any."""
    with connection.cursor() as cursor:
        cursor.execute(_question(kinds))
        rows = {number: stamp for number, *stamp in cursor.fetchall()}
    return {kind: tuple(rows.get(number, ())) for number, kind in enumerate(kinds)}


@cache
def _question(kinds: tuple[type[models.Model], ...]) -> str:
    each = (
        f"SELECT {number}, id, loaded_at FROM"  # noqa: S608
        f" (SELECT id, loaded_at FROM {kind._meta.db_table} ORDER BY id DESC LIMIT 1) newest_{number}"
        for number, kind in enumerate(kinds)
    )
    return " UNION ALL ".join(each)


def _read(model: type[Edition], position: int | None) -> dict[Key, Any]:
    rows = model._default_manager.select_related().order_by("edition")
    if position is not None:
        rows = rows.filter(position__lte=position)
    return {key_of(row): row for row in rows}
