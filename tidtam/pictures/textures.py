"""Fills that tell areas apart without colour: lines and spots, cut at the edges of a shape."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, radians, sin

from tidtam.pictures.marks import Mark, Spot, Strokes

Ring = Sequence[Spot]

SLANTED, LEVEL, STEEP = -45.0, 0.0, -90.0


def texture(look: str, rings: Iterable[Ring]) -> list[Mark]:
    """The lines of a class over all its rings together; none for a class that its shade tells."""
    found = list(rings)
    match look:
        case "unknown":
            return [Strokes(lines_within(found, SLANTED, 5), "unsure")]
        case "untargeted":
            rows = lines_within(found, LEVEL, 5)
            return [Strokes(_spots(rows, 5), "map-spots")]
        case "2":
            return [Strokes(lines_within(found, LEVEL, 6), "map-line")]
        case "3":
            return [Strokes(lines_within(found, STEEP, 4), "map-line")]
    return []


def lines_within(rings: Iterable[Ring], angle: float, step: float) -> tuple[tuple[Spot, Spot], ...]:
    """Parallel lines cut where they leave the rings; a line goes on from a shape to its neighbour.

    All lines lie on one grid, so that shapes side by side look like one.
    """
    turned = [[_turned(point, -angle) for point in ring] for ring in rings]
    crossings = _crossings(turned, step)
    return tuple(
        (_turned((start, row * step), angle), _turned((end, row * step), angle))
        for row, xs in sorted(crossings.items())
        for start, end in _stretches(xs)
    )


def _crossings(rings: Iterable[Ring], step: float) -> dict[int, list[float]]:
    """Where the edges of the rings cross each line of the grid."""
    found: dict[int, list[float]] = {}
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            low, high = sorted((y1, y2))
            for row in range(-int(-low // step), -int(-high // step)):
                found.setdefault(row, []).append(x1 + (row * step - y1) * (x2 - x1) / (y2 - y1))
    return found


def _stretches(xs: list[float]) -> list[tuple[float, float]]:
    """What lies inside, between every other crossing; stretches that touch are one."""
    ordered = sorted(xs)
    found: list[tuple[float, float]] = []
    for start, end in zip(ordered[::2], ordered[1::2], strict=False):
        if found and start - found[-1][1] < 0.01:
            found[-1] = (found[-1][0], end)
        elif end - start > 0.2:
            found.append((start, end))
    return found


def _spots(rows: Iterable[tuple[Spot, Spot]], step: float) -> tuple[tuple[Spot, Spot], ...]:
    """Short dashes along level lines, every second row moved by half a step."""
    found = []
    for (start, y), (end, _) in rows:
        shift = step / 2 if round(y / step) % 2 else 0.0
        first = -int(-(start - shift) // step)
        for at in range(first, int((end - shift) // step) + 1):
            x = at * step + shift
            found.append(((x, y), (x + 0.01, y)))
    return tuple(found)


def _turned(point: Spot, angle: float) -> Spot:
    """The point turned around the corner of the page."""
    if not angle:
        return point
    wide, high = cos(radians(angle)), sin(radians(angle))
    return point[0] * wide - point[1] * high, point[0] * high + point[1] * wide
