"""The few shapes that every chart is made of, in CSS pixels, with the role that gives them their look."""

from dataclasses import dataclass, replace
from typing import Literal

Role = str
"""What a mark means: result, frame, pace, unsure (hatched), base, line, target, usual, end, cut, word,
word-on-dark, and `stage-0`, `stage-1`, ... for the stages of a band, the furthest first."""


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


Mark = Box | Stroke | Dot | Word


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
    if isinstance(mark, Stroke):
        return replace(mark, points=tuple((x + right, y + down) for x, y in mark.points))
    return replace(mark, x=mark.x + right, y=mark.y + down)


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
