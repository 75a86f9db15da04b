"""Lays out a year beside its usual course: band, broken line, the line of this year, and where it may end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from tidtam.pictures.charts import UsualDay, YearCourse
from tidtam.pictures.marks import Dot, Drawing, Mark, Stroke, Word, word_width

HEIGHT = 190.0
_TOP, _FOOT, _SIDE = 22.0, 24.0, 14.0  # room for the word of the target, for the months, for the end
_HATCH = 4.0
_SIZE = 12.0
_SAMPLE = 22.0


class _Plane:
    """Where a day and a number lie."""

    def __init__(self, chart: YearCourse, width: float) -> None:
        self.first, self.last = chart.usual[0].day, chart.usual[-1].day
        self.left, self.right = 1.0, width - _SIDE
        self.top, self.foot = _TOP, HEIGHT - _FOOT
        reached = [number for _, number in chart.actual if number is not None]
        highest = [point.high for point in chart.usual] + [*reached, chart.target or 0, 1]
        self.most = float(max([*highest, *(chart.end or ())]))

    def x(self, day: date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * share

    def y(self, number: float) -> float:
        return self.foot - (self.foot - self.top) * number / self.most


def year_course(chart: YearCourse, width: float) -> Drawing:
    """The picture; without a usual course there is nothing to draw but its frame."""
    if not chart.usual:
        base = Stroke(((1, HEIGHT - _FOOT), (width - 1, HEIGHT - _FOOT)), "base")
        return Drawing(width, HEIGHT, (base,), chart.title, chart.description)
    plane = _Plane(chart, width)
    marks: list[Mark] = [*_band(chart.usual, plane), *_axis(chart, plane)]
    marks.append(Stroke(tuple((plane.x(p.day), plane.y(p.expected)) for p in chart.usual), "usual"))
    marks += _this_year(chart, plane)
    if chart.end is not None:
        low, likely, high = (plane.y(number) for number in chart.end)
        marks += _beam(plane.right + 6, high, likely, low)
    words, height = _legend(chart, width)
    return Drawing(width, height, (*marks, *words), chart.title, chart.description)


def _band(usual: tuple[UsualDay, ...], plane: _Plane) -> Iterator[Mark]:
    """Upright hatching between the low and the high of each day."""
    for before, after in pairwise(usual):
        start, end = plane.x(before.day), plane.x(after.day)
        at = start
        while at < end - 1:
            part = (at - start) / (end - start)
            low = before.low + (after.low - before.low) * part
            high = before.high + (after.high - before.high) * part
            if plane.y(low) - plane.y(high) > 1:
                yield Stroke(((at, plane.y(low)), (at, plane.y(high))), "unsure")
            at += _HATCH


def _axis(chart: YearCourse, plane: _Plane) -> Iterator[Mark]:
    yield Stroke(((plane.left, plane.foot), (plane.right, plane.foot)), "frame")
    wide = (plane.right - plane.left) / max(len(chart.months), 1)
    step = 1 if all(word_width(name, _SIZE) + 4 < wide for name in chart.months) else 3
    for at, name in enumerate(chart.months):
        if at % step == 0:
            left = plane.left + wide * at
            yield Stroke(((left, plane.foot), (left, plane.foot + 4)), "frame")
            yield Word(left + 2, plane.foot + 16, name, "word", _SIZE)
    if chart.target:
        level = plane.y(chart.target)
        yield Stroke(((plane.left, level), (plane.right, level)), "target")
        yield Word(plane.left, level - 5, chart.target_words, "word", _SIZE)


def _this_year(chart: YearCourse, plane: _Plane) -> Iterator[Mark]:
    spots = [(plane.x(day), plane.y(number)) for day, number in chart.actual if number is not None]
    if spots:
        yield Stroke(tuple(spots), "line")
        yield Dot(*spots[-1], 4, "line")


def _beam(at: float, high: float, likely: float, low: float) -> list[Mark]:
    """From the lowest to the highest end with feet, and a dot at the likeliest."""
    feet = [Stroke(((at - 4, y), (at + 4, y)), "end") for y in (low, high)]
    return [Stroke(((at, low), (at, high)), "end"), *feet, Dot(at, likely, 3.5, "line")]


def _legend(chart: YearCourse, width: float) -> tuple[list[Mark], float]:
    """What each line means, with a piece of it, in as many rows as it takes; and the foot of the last row."""
    marks: list[Mark] = []
    left, top = 0.0, HEIGHT + 4
    for role, name in zip(("unsure", "usual", "line", "end"), chart.words, strict=True):
        if role == "end" and chart.end is None:
            continue
        wide = _SAMPLE + 6 + word_width(name, _SIZE) + 14
        if left and left + wide - 14 > width:
            left, top = 0.0, top + 20
        marks += _sample(role, left, top)
        marks.append(Word(left + _SAMPLE + 6, top + 12, name, "word", _SIZE))
        left += wide
    return marks, top + 20


def _sample(role: str, left: float, top: float) -> list[Mark]:
    middle = top + 8
    if role == "unsure":
        return [
            Stroke(((left + at, top + 2), (left + at, top + 14)), role) for at in range(1, int(_SAMPLE), 4)
        ]
    if role == "end":
        return _beam(left + _SAMPLE / 2, top + 1, middle, top + 15)
    piece = Stroke(((left, middle), (left + _SAMPLE, middle)), role)
    return [piece, Dot(left + _SAMPLE, middle, 3, role)] if role == "line" else [piece]
