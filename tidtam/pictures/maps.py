"""Lays out maps: shapes fitted to a width, the fill of each class, points, labels that fit, a legend."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tidtam.pictures.charts import AreaMap, Look, MapArea, MapKey
from tidtam.pictures.marks import Area, Box, Dot, Drawing, Mark, Named, Spot, Strokes, Word, frame, word_width
from tidtam.pictures.textures import lines_within, texture

_EDGE = 2.0
_SIZE = 12.0
_ROW = 20.0
_HEAD_ROW = 16.0
_WORDS_AT = 30.0
_TYPICAL = 0.85  # of what `word_width` allows a letter, for a whole line of a legend
_RADII: dict[Look, float] = {"1": 2.2, "2": 3.2, "3": 4.2, "4": 5.4}

Ring = tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class _Fit:
    """How the plane of a map lies on the page."""

    scale: float
    left: float
    top: float
    height: float

    def spot(self, point: Spot) -> Spot:
        return (
            round(self.left + point[0] * self.scale, 2),
            round(self.top + point[1] * self.scale, 2),
        )

    def rings(self, rings: Iterable[Ring]) -> tuple[Ring, ...]:
        return tuple(tuple(self.spot(point) for point in ring) for ring in rings)


def map_drawing(chart: AreaMap, width: float) -> Drawing:
    """The map at a width: fills, then what tells classes apart without colour, borders, points and words."""
    fit = _fitted(chart, width)
    drawn = [(area, fit.rings(area.rings)) for area in chart.areas]
    marks: list[Mark] = [
        Named((Area(rings, f"map-{area.look}"),), area.words, area.link) for area, rings in drawn
    ]
    for look in sorted({area.look for area in chart.areas}):
        marks += texture(look, [ring for area, rings in drawn if area.look == look for ring in rings])
    for point in chart.points:
        marks.append(Named(tuple(_point(point.look, fit.spot(point.at))), point.words, point.link))
    for area, rings in drawn:
        marks += _label(area, rings)
    legend, foot = _legend(chart, _beginning(chart, fit, width))
    height = max(fit.height, foot, 1.0)
    return Drawing(width, round(height, 1), (*marks, *legend), chart.title, chart.description)


def _fitted(chart: AreaMap, width: float) -> _Fit:
    """Everything on the map as large as the width and the height allow, in the middle of the width."""
    spots = [spot for area in chart.areas for ring in area.rings for spot in ring]
    spots += [point.at for point in chart.points]
    if not spots:
        return _Fit(1, 0, 0, 0)
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    wide, high = max(max(xs) - min(xs), 1e-6), max(max(ys) - min(ys), 1e-6)
    room = width - 2 * _EDGE
    scale = min(room / wide, (width * chart.tallest - 2 * _EDGE) / high)
    left = _EDGE + (room - wide * scale) / 2 - min(xs) * scale
    return _Fit(scale, left, _EDGE - min(ys) * scale, high * scale + 2 * _EDGE)


def _point(look: Look, at: Spot) -> list[Mark]:
    """A place as a point: dots grow with the class, a ring has no target, a cross is not reported."""
    x, y = at
    match look:
        case "unknown":
            arm = 2.2
            cross = (((x - arm, y - arm), (x + arm, y + arm)), ((x - arm, y + arm), (x + arm, y - arm)))
            return [Strokes(cross, "unsure")]
        case "untargeted":
            return [Dot(x, y, 4, "point"), Dot(x, y, 2.4, "paper")]
        case "outside":
            return []
        case _:
            return [Dot(x, y, _RADII[look], "point")]


def _label(area: MapArea, rings: Sequence[Ring]) -> list[Mark]:
    """The label of a shape on a plate of paper, where the shape is wide enough for it."""
    size = 10.0
    wide = word_width(area.label, size) + 3
    spot = _widest(rings[0], size) if area.label and rings else None
    if spot is None or spot[2] < wide:
        return []
    x, y, _ = spot
    plate = Box(x - wide / 2, y - size / 2 - 1, wide, size + 2, "plate")
    return [plate, Word(x, y + size * 0.36, area.label, "word", size, "middle")]


def _widest(ring: Ring, size: float) -> tuple[float, float, float] | None:
    """The middle of the widest level line within a ring, and its width; near the middle of its height."""
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    rows = [
        ((x1 + x2) / 2, y, x2 - x1 - abs(y - (low + high) / 2))
        for (x1, y), (x2, _) in lines_within([ring], 0, size / 4)
        if low + size / 2 < y < high - size / 2
    ]
    return max(rows, key=lambda row: row[2], default=None)


def _beginning(chart: AreaMap, fit: _Fit, width: float) -> Spot:
    """Where the legend begins: in its corner where its words have room there, else below the map."""
    below = (0.0, fit.height + 6)
    if chart.corner is None:
        return below
    corner = fit.spot(chart.corner)
    longest = max((word_width(key.words, _SIZE) for key in chart.keys), default=0.0)
    inside = corner[0] + _WORDS_AT + longest * _TYPICAL <= width and corner[1] < fit.height
    return corner if inside else below


def _legend(chart: AreaMap, at: Spot) -> tuple[list[Mark], float]:
    """A sample and the words of each class, one below the other; and the foot of the last."""
    x, top = at
    marks: list[Mark] = []
    for head in chart.head if chart.keys else ():
        marks.append(Word(x, top + 10, head, "word", _SIZE))
        top += _HEAD_ROW
    for row, key in enumerate(chart.keys):
        y = top + row * _ROW
        marks += _sample(key, x, y, as_point=bool(chart.points))
        marks.append(Word(x + _WORDS_AT, y + 13, key.words, "word", _SIZE))
    return marks, top + len(chart.keys) * _ROW if chart.keys else 0.0


def _sample(key: MapKey, x: float, y: float, *, as_point: bool) -> list[Mark]:
    if as_point:
        return _point(key.look, (x + 12, y + 9))
    ring = ((x, y + 1), (x + 24, y + 1), (x + 24, y + 17), (x, y + 17), (x, y + 1))
    return [
        Area((ring,), f"map-{key.look}"),
        *texture(key.look, [ring]),
        frame(x, y + 1, 24, 16, "map-edge"),
    ]
