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
        marks += _end(chart.end, plane)
    marks += _names(chart, plane)
    return Drawing(width, HEIGHT, tuple(marks), chart.title, chart.description)


def _band(usual: tuple[UsualDay, ...], plane: _Plane) -> Iterator[Mark]:
    """Upright hatching between the low and the high of each day."""
    for before, after in pairwise(usual):
        start, end = plane.x(before.day), plane.x(after.day)
        at = start
        while at < end:
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
        yield Word(plane.left, level - 5, chart.words[2], "word", _SIZE)


def _this_year(chart: YearCourse, plane: _Plane) -> Iterator[Mark]:
    spots = [(plane.x(day), plane.y(number)) for day, number in chart.actual if number is not None]
    if spots:
        yield Stroke(tuple(spots), "line")
        yield Dot(*spots[-1], 4, "line")


def _end(end: tuple[int, int, int], plane: _Plane) -> Iterator[Mark]:
    """A beam from the lowest to the highest end with feet, and a dot at the likeliest."""
    low, likely, high = (plane.y(number) for number in end)
    at = plane.right + 6
    yield Stroke(((at, low), (at, high)), "end")
    yield Stroke(((at - 4, low), (at + 4, low)), "end")
    yield Stroke(((at - 4, high), (at + 4, high)), "end")
    yield Dot(at, likely, 3.5, "line")


def _names(chart: YearCourse, plane: _Plane) -> Iterator[Mark]:
    """The usual course is named on its band; this year is named at its last dot."""
    usual, this_year, _ = chart.words
    middle = chart.usual[len(chart.usual) * 2 // 3]
    yield Word(plane.x(middle.day) + 6, plane.y(middle.expected) + 14, usual, "word", _SIZE)
    last = next(((day, number) for day, number in reversed(chart.actual) if number is not None), None)
    if last is not None:
        at = plane.x(last[0])
        fits = at + 8 + word_width(this_year, _SIZE) < plane.right
        place = (at + 8, "start") if fits else (at - 8, "end")
        yield Word(place[0], plane.y(last[1]) - 8, this_year, "word", _SIZE, place[1])  # type: ignore[arg-type]
