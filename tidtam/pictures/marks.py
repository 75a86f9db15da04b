"""The few shapes that every chart is made of, in CSS pixels, with the role that gives them their look."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Role = str
"""What a mark means: result, frame, pace, unsure (hatched), base, line, target, usual, end, cut, word,
word-on-dark, and `stage-0`, `stage-1`, ... for the stages of a band, the furthest first. On maps:
`map-<look>` for the area of a class, `map-edge` for a border, and `map-line`, `map-spots` for what tells
classes apart without colour."""

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    role: Role


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    role: Role


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float
    role: Role


@dataclass(frozen=True, slots=True)
class Word:
    """A text on a baseline; `size` in pixels."""

    x: float
    y: float
    text: str
    role: Role
    size: float = 12
    anchor: Literal["start", "middle", "end"] = "start"


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape with a border: one ring of points, or several that belong together."""

    rings: tuple[tuple[Spot, ...], ...]
    role: Role


@dataclass(frozen=True, slots=True)
class Strokes:
    """Many straight lines of one look, such as those that fill a shape."""

    pairs: tuple[tuple[Spot, Spot], ...]
    role: Role


@dataclass(frozen=True, slots=True)
class Named:
    """Marks that stand for one thing: what it is called, and the page that it opens to, if any."""

    marks: "tuple[Mark, ...]"
    words: str
    link: str = ""


Mark = Box | Stroke | Dot | Word | Area | Strokes | Named


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart laid out: its size, its marks from back to front, and what it says in words."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    title: str
    description: str


def frame(x: float, y: float, width: float, height: float, role: Role) -> Stroke:
    """The outline of a rectangle."""
    right, foot = x + width, y + height
    return Stroke(((x, y), (right, y), (right, foot), (x, foot), (x, y)), role)


def shifted(mark: Mark, right: float, down: float) -> Mark:
    """The same mark at another place."""
    match mark:
        case Stroke(points):
            return replace(mark, points=_moved(points, right, down))
        case Area(rings):
            return replace(mark, rings=tuple(_moved(ring, right, down) for ring in rings))
        case Strokes(pairs):
            moved = (_moved(pair, right, down) for pair in pairs)
            return replace(mark, pairs=tuple((start, end) for start, end in moved))
        case Named(marks):
            return replace(mark, marks=tuple(shifted(one, right, down) for one in marks))
        case Box() | Dot() | Word():
            return replace(mark, x=mark.x + right, y=mark.y + down)


def _moved(points: Iterable[Spot], right: float, down: float) -> tuple[Spot, ...]:
    return tuple((x + right, y + down) for x, y in points)


def hatch(x: float, y: float, width: float, height: float, step: float = 5) -> tuple[Stroke, ...]:
    """A rectangle's slanted lines, each cut at its edges, so that no pattern or clip is needed."""
    strokes = []
    start = step / 2
    while start < width + height:
        right, left = min(start, width), max(start - height, 0)
        strokes.append(Stroke(((x + left, y + start - left), (x + right, y + start - right)), "unsure"))
        start += step
    return tuple(strokes)


def word_width(text: str, size: float) -> float:
    """About how wide a text is: marks above and below take no room, other letters 0.6 of the size."""
    above_or_below = "ัิีึืฺุู็่้๊๋์ํ๎"
    return 0.6 * size * sum(letter not in above_or_below for letter in text)
