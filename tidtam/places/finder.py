"""The index of all places by name that answers look-ups from memory."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from tidtam.places import names
from tidtam.places.answers import Answer, Found, How, Nothing, Scope, Several
from tidtam.places.models import BANGKOK, RANK, Alias, Kind, Place, Succession, TreeEdge
from tidtam.places.names import Part
from tidtam.places.nearness import Spellings, slips_allowed
from tidtam.places.rules import Span, span
from tidtam.thai.clean import normalise
from tidtam.thai.digits import to_arabic

SUGGESTED = 5
"""How many near places an answer names."""

CAPITAL = ("เมือง", "mueang", "muang")
"""How people write the capital district of a province, which is always the first (code ..01)."""

_WIDE = RANK[Kind.PROVINCE]


class Finder:
    """All places by code, by name and by what lies above them, as they were when it was made."""

    def __init__(self) -> None:
        self._by_id = {place.pk: place for place in Place.objects.all()}
        self._by_code = {place.code: place for place in self._by_id.values()}
        self._link_homes()
        self._by_key = self._keys()
        self._spellings = Spellings(self._by_key)
        self._parents = self._read_parents()
        self._above = lru_cache(maxsize=200_000)(self._walk_up)
        self.find = lru_cache(maxsize=20_000)(self._find)

    def _link_homes(self) -> None:
        for place in self._by_id.values():
            if place.home_id is not None:
                place.home = self._by_id[place.home_id]

    def _keys(self) -> dict[str, list[Place]]:
        keys: dict[str, set[int]] = defaultdict(set)
        for place in self._by_id.values():
            for text in (place.name_th, place.name_en):
                for key in names.variants(text):
                    keys[key].add(place.pk)
            if place.kind == Kind.DISTRICT and place.code[2:] == "01" and place.code[:2] != BANGKOK:
                for key in CAPITAL:
                    keys[key].add(place.pk)
        for place_id, text in Alias.objects.values_list("place_id", "text"):
            keys[names.key(text)].add(place_id)
        return {key: self._in_order(self._by_id[pk] for pk in found) for key, found in keys.items()}

    def _read_parents(self) -> dict[int, list[tuple[int, Span]]]:
        parents: dict[int, list[tuple[int, Span]]] = defaultdict(list)
        edges = TreeEdge.objects.values_list("child_id", "parent_id", "valid_from", "valid_to")
        for child, parent, first, end in edges:
            parents[child].append((parent, span(first, end)))
        return parents

    def _walk_up(self, place_id: int, day: date | None) -> frozenset[int]:
        """All places above one on a day, in any tree; on any day at all when none is given."""
        found: set[int] = set()
        waiting = [place_id]
        while waiting:
            for parent, days in self._parents.get(waiting.pop(), ()):
                if parent not in found and (day is None or days.first <= day < days.end):
                    found.add(parent)
                    waiting.append(parent)
        return frozenset(found)

    @staticmethod
    def _in_order(places: Iterable[Place]) -> list[Place]:
        return sorted(places, key=lambda place: (RANK[Kind(place.kind)], place.code))

    def _find(self, text: str, scope: Scope, at_any_time: bool = False) -> Answer:
        """The answer to a written name, code or address; see `lookup.find_place` for the rules."""
        if coded := self._coded(text):
            return self._by_its_code(coded, scope, at_any_time)
        readings = [parts for parts in names.readings(text) if all(part.key for part in parts)]
        for parts in readings:
            if fitting := self._fitting([self._named(part, scope) for part in parts], scope):
                return self._choice(parts, fitting)
        for parts in readings:
            known = [self._named(part, replace(scope, day=None)) for part in parts]
            if gone := self._fitting(known, replace(scope, day=None)):
                return self._gone(gone)
        return self._nearest(readings, scope)

    def _coded(self, text: str) -> Place | None:
        code = to_arabic(normalise(text))
        return self._by_code.get(code) or self._by_code.get(code.lower()) or self._by_code.get(code.upper())

    def _by_its_code(self, place: Place, scope: Scope, at_any_time: bool) -> Answer:
        if not self._allowed(place, scope):
            return Nothing((place,))
        if at_any_time or scope.covers(place):
            return Found(place, How.CODE)
        return self._gone([place])

    def _allowed(self, place: Place, scope: Scope) -> bool:
        if scope.kinds is not None and place.kind not in scope.kinds:
            return False
        return scope.within in (None, place.pk) or scope.within in self._above(place.pk, scope.day)

    def _named(self, part: Part, scope: Scope) -> list[Place]:
        return self._of_part(self._under(part), part, scope)

    def _under(self, part: Part) -> list[Place]:
        """The places under the key of a part; a town is looked for as the district เมือง... as well."""
        found = self._by_key.get(part.key, [])
        return found + self._by_key.get(f"เมือง{part.key}", []) if part.kinds == names.AREAS else found

    @staticmethod
    def _of_part(places: Iterable[Place], part: Part, scope: Scope) -> list[Place]:
        return [
            place
            for place in places
            if (part.kinds is None or place.kind in part.kinds) and scope.covers(place)
        ]

    def _fitting(self, found: list[list[Place]], scope: Scope) -> list[Place]:
        """The places of one part that lie under a place of each other part."""
        fitting: dict[int, Place] = {}
        for mine, places in enumerate(found):
            others = [{place.pk for place in other} for n, other in enumerate(found) if n != mine]
            for place in places:
                above = self._above(place.pk, scope.day) if others else frozenset()
                if self._allowed(place, scope) and all(above & other for other in others):
                    fitting[place.pk] = place
        return self._in_order(fitting.values())

    def _choice(self, parts: list[Part], fitting: list[Place]) -> Answer:
        if len(fitting) > 1 and len(parts) == 1 and parts[0].kinds is None:
            wide = [place for place in fitting if RANK[Kind(place.kind)] <= _WIDE]
            fitting = wide if len(wide) == 1 else fitting
        return Found(fitting[0]) if len(fitting) == 1 else Several(tuple(fitting))

    def _gone(self, places: list[Place]) -> Nothing:
        followed = Succession.objects.filter(place__in=places).values_list("successor_id", flat=True)
        successors = self._in_order(self._by_id[pk] for pk in set(followed))
        return Nothing(tuple(successors), tuple(places))

    def _nearest(self, readings: list[list[Part]], scope: Scope) -> Answer:
        """A place that is meant without doubt although its name is misspelt, or suggestions."""
        suggestions: dict[int, Place] = {}
        for parts in readings:
            found = [self._named(part, scope) or self._misspelt(part, scope) for part in parts]
            fitting = self._fitting(found, scope)
            meant = self._choice(parts, fitting) if _of_one_name(fitting) else None
            if isinstance(meant, Found) and self._beyond_doubt(meant.place, parts, scope):
                return Found(meant.place, How.SLIP)
            suggestions |= {place.pk: place for place in fitting}
        for place in self._similar(readings, scope):
            suggestions.setdefault(place.pk, place)
        return Nothing(tuple(suggestions.values())[:SUGGESTED])

    @staticmethod
    def _beyond_doubt(place: Place, parts: list[Part], scope: Scope) -> bool:
        return len(parts) > 1 or scope.within is not None or RANK[Kind(place.kind)] <= _WIDE

    def _misspelt(self, part: Part, scope: Scope) -> list[Place]:
        """The places whose names are within the slips allowed, if they are the nearest."""
        allowed = slips_allowed(part.key)
        near = [n for n in self._spellings.nearest(part.key) if n.slips <= allowed]
        for found in near:
            level = [place for n in near if n.slips == found.slips for place in self._by_key[n.name]]
            if places := self._of_part(level, part, scope):
                return self._in_order({place.pk: place for place in places}.values())
        return []

    def _similar(self, readings: list[list[Part]], scope: Scope) -> Iterator[Place]:
        """Places to suggest: those of the same name though of another kind, then those of a like name."""
        parts = {part for reading in readings for part in reading}
        like = [(near, part) for part in parts for near in self._spellings.nearest(part.key)[: SUGGESTED * 3]]
        near_places = [
            (
                near.slips,
                part.kinds is not None and place.kind not in part.kinds,
                RANK[Kind(place.kind)],
                place,
            )
            for near, part in like
            for place in self._inside(self._by_key[near.name], scope)
        ]
        for *_, place in sorted(near_places, key=lambda found: (found[:3], found[3].code)):
            yield place

    def _inside(self, places: Collection[Place], scope: Scope) -> list[Place]:
        wider = Scope(scope.day, None, scope.within)
        return [place for place in places if scope.covers(place) and self._allowed(place, wider)]


def _of_one_name(places: Collection[Place]) -> bool:
    return len({names.key(place.name_th) for place in places}) == 1
