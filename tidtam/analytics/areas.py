"""Areas: places that lay in the same provinces, regions and nation in every tree on every day.

Sums by area serve a question about any of these wide places, in any tree, as it was on any day: no question
can tell two places of one area apart. Narrower places are asked of the database, which has an index for them.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from django.db.models import Subquery

from tidtam.ledger_store.models import Head
from tidtam.places.models import Kind, Place, Tree, TreeClosure

WIDE = (Kind.NATION, Kind.REGION, Kind.PROVINCE)
"""The kinds of places that areas tell apart."""

NOWHERE, UNPLACED = 0, 1
"""The area of an end without a place, and of a place that no tree holds."""

_Lies = tuple[str, int, date, date]  # tree, wide place, from, to (the first day on which it no longer holds)


@dataclass(frozen=True, slots=True)
class Areas:
    """The area of each place, and the wide places in which each area lies."""

    of: Mapping[int, int]
    lies: Mapping[int, frozenset[_Lies]]
    wide: frozenset[int]

    def area(self, place: int | None) -> int:
        """The area of a place (by id)."""
        return NOWHERE if place is None else self.of.get(place, UNPLACED)

    def homes(self, tree: str, places: Collection[int], on: date) -> dict[int, int]:
        """The one of these wide places in which each area lies in a tree on a day."""
        wanted = frozenset(places)
        found = {}
        for area, lies in self.lies.items():
            for other, place, first, end in lies:
                if other == tree and place in wanted and first <= on < end:
                    found[area] = place
        return found


def _number(lies: frozenset[_Lies]) -> int:
    """A number that depends on nothing but where an area lies, so that it outlasts the process."""
    text = repr(sorted((tree, place, str(first), str(end)) for tree, place, first, end in lies))
    number = int.from_bytes(blake2b(text.encode(), digest_size=4).digest()) >> 1
    return max(number, UNPLACED + 1)


def areas_of(rows: Iterable[tuple[int, str, int, date, date]], wide: Collection[int]) -> Areas:
    """Areas from rows of place, tree, wide place, first day and end. ValueError where two numbers meet.

    >>> long = date(1, 1, 1), date(9999, 12, 31)
    >>> found = areas_of([(7, "admin", 1, *long), (8, "admin", 1, *long), (9, "admin", 2, *long)], [1, 2])
    >>> found.area(7) == found.area(8) != found.area(9)
    True
    """
    lies: dict[int, set[_Lies]] = defaultdict(set)
    for place, tree, ancestor, first, end in rows:
        lies[place].add((tree, ancestor, first, end))
    numbers: dict[int, frozenset[_Lies]] = {}
    of = {}
    for place, some in lies.items():
        frozen = frozenset(some)
        of[place] = number = _number(frozen)
        if numbers.setdefault(number, frozen) != frozen:
            raise ValueError(f"two areas share the number {number}")
    return Areas(of, numbers, frozenset(wide))


Key = tuple[tuple[str, str, int | None], ...]
_kept: tuple[Key, Areas] | None = None
_lock = threading.Lock()


def current(key: Key | None = None) -> Areas:
    """The areas by the trees as they are; worked out anew when a tree was changed (`key` is another)."""
    global _kept  # noqa: PLW0603  one for the process
    key = trees_now()[0] if key is None else key
    with _lock:
        if _kept is None or _kept[0] != key:
            _kept = (key, _read())
        return _kept[1]


def trees_now() -> tuple[Key, int]:
    """What changes when any tree does, and the last position in the book: in one query."""
    last = TreeClosure.objects.order_by("-pk").values("pk")[:1]
    head = Head.objects.filter(pk=1).values("position")[:1]
    rows = Tree.objects.order_by("code").annotate(last=Subquery(last), head=Subquery(head))
    found = list(rows.values_list("code", "version", "last", "head"))
    return tuple(row[:3] for row in found), found[0][3] or 0 if found else 0


def _read() -> Areas:
    wide = set(Place.objects.filter(kind__in=WIDE).values_list("pk", flat=True))
    rows = TreeClosure.objects.filter(ancestor__in=Place.objects.filter(kind__in=WIDE))
    columns = ("descendant_id", "tree_id", "ancestor_id", "valid_from", "valid_to")
    return areas_of(rows.values_list(*columns), wide)
