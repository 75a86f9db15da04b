"""Which places lie in the scope of a standing: by its tree, as the tree was on its day."""

from __future__ import annotations

from datetime import date

from tidtam.ledger.statements import Standing
from tidtam.places.models import Kind, Place, TreeClosure

_Window = tuple[int, date, date]  # a place inside, from this day, until that day


class PlaceScopes:
    """Scopes from the closure of the trees; what lies in a place is read once, whatever the day."""

    def __init__(self) -> None:
        self._inside: dict[tuple[str, int, date], frozenset[int] | None] = {}
        self._windows: dict[tuple[str, int], list[_Window]] = {}
        self._nations: frozenset[int] | None = None

    def inside(self, standing: Standing, place: int | None) -> bool:
        if place is None or place == standing.place:
            return place is not None
        within = self._places(standing)
        return within is None or place in within

    def depth(self, standing: Standing) -> int:
        """Narrower scopes are deeper; the nation is 0."""
        within = self._places(standing)
        return 0 if within is None else 1_000_000 - len(within)

    def _places(self, standing: Standing) -> frozenset[int] | None:
        """The places inside; None when all are, placed in the tree or not: the nation."""
        key = (standing.tree, standing.place, standing.day.last)
        if key not in self._inside:
            self._inside[key] = self._descendants(*key)
        return self._inside[key]

    def _descendants(self, tree: str, place: int, on: date) -> frozenset[int] | None:
        if self._nations is None:
            nations = Place.objects.filter(kind=Kind.NATION)
            self._nations = frozenset(nations.values_list("pk", flat=True))
        if place in self._nations:
            return None
        if (tree, place) not in self._windows:
            nested = TreeClosure.objects.filter(tree=tree, ancestor=place)
            self._windows[tree, place] = list(nested.values_list("descendant", "valid_from", "valid_to"))
        return frozenset(inside for inside, first, end in self._windows[tree, place] if first <= on < end)
