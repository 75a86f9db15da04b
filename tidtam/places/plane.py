"""Geometry on a flat map: from degrees to a plane, and fewer points in a line where nobody would see them."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, radians

Point = tuple[float, float]
Line = tuple[Point, ...]

MIDDLE = cos(radians(13))
"""How much narrower a degree of longitude is than one of latitude in the middle of Thailand."""


def on_plane(longitude: float, latitude: float) -> Point:
    """A spot on the map: x grows to the east, y to the south, both in degrees of latitude.

    >>> on_plane(100, 13)
    (97.437, -13)
    """
    return round(longitude * MIDDLE, 4), -latitude


def simplified(line: Line, tolerance: float) -> Line:
    """The line with the fewest points of its own from which none lies further than the tolerance.

    Its ends stay, so lines that meet still meet (Douglas and Peucker).

    >>> simplified(((0, 0), (1, 0.01), (2, 0), (2, 2)), 0.1)
    ((0, 0), (2, 0), (2, 2))
    """
    keep = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        at, off = _furthest(line, first, last)
        if off > tolerance:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return tuple(line[at] for at in sorted(keep))


def _furthest(line: Line, first: int, last: int) -> tuple[int, float]:
    offs = ((_off(line[at], line[first], line[last]), at) for at in range(first + 1, last))
    off, at = max(offs, default=(0.0, first))
    return at, off


def _off(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the straight line between two others."""
    wide, high = end[0] - start[0], end[1] - start[1]
    long = hypot(wide, high)
    if not long:
        return hypot(point[0] - start[0], point[1] - start[1])
    return abs(wide * (point[1] - start[1]) - high * (point[0] - start[0])) / long


def area(ring: Sequence[Point]) -> float:
    """The area within a closed line, whichever way it turns.

    >>> area(((0, 0), (2, 0), (2, 2), (0, 2), (0, 0)))
    4.0
    """
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2
