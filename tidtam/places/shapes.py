"""The outlines of the provinces and the points of the tambons, as maps need them.

Both come with the package (`outlines/`, with their sources). They are for looking at and not for measuring:
no figure rests on them, and a place without an outline stands in the table beside the map.
"""

import csv
import json
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from tidtam.places.plane import Line, Point, area, on_plane, simplified

FOLDER = Path(__file__).parent / "outlines"

COUNTRY, REGION, PROVINCE = 0.03, 0.02, 0.005
"""How far, in degrees, an outline may be off: on a map of the country a pixel is about 0.024 degrees."""

_SMALL_ISLAND = 3
"""An island is left out where it is smaller than so many squares of the tolerance."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """Arcs that neighbours share, and the arcs around each province; a turned arc is counted from -1 down."""

    arcs: tuple[Line, ...]
    rings: dict[str, tuple[tuple[int, ...], ...]]

    def around(self, codes: Collection[str]) -> tuple[Line, ...]:
        """The outline of these provinces together, without the borders between them; the largest ring first.

        Small islands are left out where there is something larger. Empty where there is no outline.
        """
        found = [ring for code in codes for ring in self.rings.get(code, ())]
        if len(codes) > 1:
            found = self._joined(_not_shared(found))
        drawn = sorted((self._drawn(ring) for ring in found), key=area, reverse=True)
        return tuple(ring for at, ring in enumerate(drawn) if len(ring) > 3 or not at)

    def _drawn(self, ring: Iterable[int]) -> Line:
        points: list[Point] = []
        for arc in ring:
            line = self._line(arc)
            points += line[1:] if points else line
        return tuple(points)

    def _line(self, arc: int) -> Line:
        return self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]

    def _joined(self, arcs: list[int]) -> list[tuple[int, ...]]:
        """Arcs put one behind the other until each ring closes."""
        left, found = list(arcs), []
        while left:
            ring = [left.pop(0)]
            while following := self._following(ring, left):
                left.remove(following[0])
                ring.append(following[0])
            found.append(tuple(ring))
        return found

    def _following(self, ring: list[int], left: list[int]) -> list[int]:
        """The arc with which an open ring goes on, alone; none for a ring that is closed."""
        end = self._line(ring[-1])[-1]
        if end == self._line(ring[0])[0]:
            return []
        return [arc for arc in left if self._line(arc)[0] == end][:1]


@cache
def outlines(tolerance: float = PROVINCE) -> Outlines:
    """The outlines of all provinces, simplified so that none is further off than the tolerance."""
    told = json.loads((FOLDER / "provinces.json").read_text(encoding="utf-8"))
    arcs = (_unpacked(arc, told["transform"]) for arc in told["arcs"])
    rings = {code: tuple(tuple(ring) for ring in found) for code, found in told["provinces"].items()}
    least = _SMALL_ISLAND * tolerance**2
    return Outlines(tuple(_fewer(arc, tolerance, least) for arc in arcs), rings)


def _fewer(arc: Line, tolerance: float, least: float) -> Line:
    """The arc simplified; an island that is too small to be seen becomes a point."""
    if arc[0] == arc[-1] and area(arc) < least:
        return arc[:1]
    return simplified(arc, tolerance)


def _unpacked(arc: list[list[int]], transform: dict[str, list[float]]) -> Line:
    """Whole differences from point to point, put on the plane."""
    (wide, high), (left, foot) = transform["scale"], transform["translate"]
    xs, ys = accumulate(x for x, _ in arc), accumulate(y for _, y in arc)
    return tuple(on_plane(left + x * wide, foot + y * high) for x, y in zip(xs, ys, strict=True))


def _not_shared(rings: Iterable[tuple[int, ...]]) -> list[int]:
    """The arcs of these rings that no two of them share; the others lie within."""
    arcs = [arc for ring in rings for arc in ring]
    times = Counter(max(arc, ~arc) for arc in arcs)
    return [arc for arc in arcs if times[max(arc, ~arc)] == 1]


@cache
def tambon_points() -> dict[str, Point]:
    """Where each tambon is, about, by its code; some have no point."""
    with (FOLDER / "tambons.csv").open(encoding="utf-8", newline="") as rows:
        return {row["code"]: on_plane(float(row["lon"]), float(row["lat"])) for row in csv.DictReader(rows)}
