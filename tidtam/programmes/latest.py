"""The latest editions, in memory for as long as the database has no newer ones.

What is made of them (the pathways as the ledger knows them, the lines of a year) is made once.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tidtam.places import looked
from tidtam.places.models import Edition as PlaceEdition
from tidtam.programmes.models import Edition

Key = tuple[Any, ...]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class _Kept:
    """The latest editions of a kind as they were at a stamp, and what was made of them since."""

    stamp: object
    rows: dict[Key, Any]
    made: dict[Hashable, Any] = field(default_factory=dict)


_kept: dict[type[Edition], _Kept] = {}


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
    """Names and trees of places are read with them, so a load of places counts too."""
    stamp = looked.stamp(PlaceEdition, model)
    kept = _kept.get(model)
    if kept is None or kept.stamp != stamp:
        kept = _kept[model] = _Kept(stamp, _read(model, None))
    return kept


def _read(model: type[Edition], position: int | None) -> dict[Key, Any]:
    rows = model._default_manager.select_related().order_by("edition")
    if position is not None:
        rows = rows.filter(position__lte=position)
    return {key_of(row): row for row in rows}
