"""Turns a chart into a drawing: where each bar, band and line lies; both renderers draw what comes out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise

from tidtam.pictures.charts import (
    AchievementBar,
    AreaMap,
    BandList,
    BarList,
    Chart,
    Sparkline,
    StageBand,
    StagePart,
    YearCourse,
)
from tidtam.pictures.course_layout import year_course
from tidtam.pictures.maps import map_drawing
from tidtam.pictures.marks import (
    Box,
    Dot,
    Drawing,
    Mark,
    Role,
    Stroke,
    Word,
    frame,
    hatch,
    shifted,
    word_width,
)

BEYOND = 1.25
"""How far past the target a bar is drawn; what goes further is cut with a slanted double line."""

_GAP = 2.5  # around the pace mark, so that it is seen on the bar without a colour of its own


def drawing(chart: Chart, width: float = 240) -> Drawing:
    """The chart laid out at a width in pixels; the height follows."""
    match chart:
        case AchievementBar():
            return _bar(chart, width)
        case BarList():
            return _bar_list(chart, width)
        case StageBand():
            return _band(chart, width)
        case BandList():
            return _band_list(chart, width)
        case Sparkline():
            return _sparkline(chart, width)
        case YearCourse():
            return year_course(chart, width)
        case AreaMap():
            return map_drawing(chart, width)


def _bar(chart: AchievementBar, width: float) -> Drawing:
    height, top, thick = 20.0, 4.0, 12.0
    full = (width - 2) / BEYOND
    marks: list[Mark] = []
    if chart.target:
        marks += _filling(chart, chart.target, full, top, thick)
        marks.append(frame(1, top - 2, full, thick + 4, "frame"))
        if chart.pace is not None:
            at = 1 + full * min(float(chart.pace), BEYOND)
            marks = [part for mark in marks for part in _parted(mark, at)]
            marks.append(Stroke(((at, 0), (at, height)), "pace"))
    else:
        marks.append(Stroke(((1, height / 2), (1 + full, height / 2)), "base"))
    return Drawing(width, height, tuple(marks), chart.title, chart.description)


def _bar_list(chart: BarList, width: float) -> Drawing:
    """Names in a column, bars beside them with their frames one below the other, words behind."""
    size, row, gap = 12.0, 23.0, 10.0
    before = max((word_width(bar.name, size) for bar in chart.bars), default=0) + gap
    behind = max((word_width(bar.words, size) for bar in chart.bars), default=0) + gap
    room = width - before - behind
    marks: list[Mark] = []
    for at, named in enumerate(chart.bars):
        top = at * row
        marks.append(Word(0, top + 14, named.name, "word", size))
        marks += [shifted(mark, before, top) for mark in _bar(named.bar, room).marks]
        marks.append(Word(width, top + 14, named.words, "word", size, "end"))
    return Drawing(width, max(len(chart.bars), 1) * row, tuple(marks), chart.title, chart.description)


def _filling(chart: AchievementBar, target: int, full: float, top: float, thick: float) -> list[Mark]:
    """The solid part that is sure and the hatched part that may be."""
    if chart.result is None:
        return [*hatch(1, top - 2, full, thick + 4)]
    sure = full * min(chart.result / target, BEYOND)
    marks: list[Mark] = [Box(1, top, sure, thick, "result")] if sure else []
    if chart.upper is not None and chart.upper > chart.result:
        marks += hatch(1 + sure, top, full * min(chart.upper / target, BEYOND) - sure, thick, 4)
    elif chart.at_least:
        marks += hatch(1 + sure, top, min(full / 8, full * BEYOND - sure), thick, 4)
    if chart.result > target * BEYOND:
        end = 1 + full * BEYOND - 10
        marks += [Stroke(((end + at, top + thick), (end + at + 4, top)), "cut") for at in (0.0, 4.0)]
    return marks


def _parted(mark: Mark, at: float) -> list[Mark]:
    """The bar with a gap around the pace mark; other marks as they are."""
    if not isinstance(mark, Box) or not mark.x < at < mark.x + mark.width:
        return [mark]
    before = max(at - _GAP - mark.x, 0)
    after = min(at + _GAP, mark.x + mark.width)
    rest = mark.x + mark.width - after
    return [replace(mark, width=before), replace(mark, x=after, width=rest)]


def _band(chart: StageBand, width: float) -> Drawing:
    height = 26.0
    marks = _band_parts(chart, width, height)
    if chart.legend:
        words, height = _legend(chart.parts, width, height + 8)
        marks += words
    return Drawing(width, height, tuple(marks), chart.title, chart.description)


def _band_parts(chart: StageBand, width: float, height: float) -> list[Mark]:
    """The parts side by side; hatched and framed where nothing of them is known."""
    known = _whole(chart)
    if not known:
        return [*hatch(0.5, 0.5, width - 1, height - 1), frame(0.5, 0.5, width - 1, height - 1, "frame")]
    marks: list[Mark] = []
    left = 0.0
    for at, part in enumerate(chart.parts):
        if part.quantity:
            wide = width * part.quantity / known
            marks += _band_part(at, part, left, max(wide - 1.5, 0.5), height)
            left += wide
    return marks


def _band_list(chart: BandList, width: float) -> Drawing:
    """Bands one below the other: each is as long as its whole is of the largest."""
    size, row, thick, gap = 12.0, 24.0, 16.0, 10.0
    before = max((word_width(band.name, size) for band in chart.bands), default=0) + gap
    behind = max((word_width(band.words, size) for band in chart.bands), default=0) + gap
    room = width - before - behind
    most = max((_whole(named.band) for named in chart.bands), default=0)
    marks: list[Mark] = []
    for at, named in enumerate(chart.bands):
        top, whole = at * row, _whole(named.band)
        long = room * whole / most if whole else room
        marks.append(Word(0, top + 14, named.name, "word", size))
        marks += [shifted(mark, before, top + 2) for mark in _band_parts(named.band, long, thick)]
        marks.append(Word(width, top + 14, named.words, "word", size, "end"))
    height = max(len(chart.bands), 1) * row
    if chart.bands:
        parts = tuple(replace(part, words="") for part in chart.bands[0].band.parts)
        words, height = _legend(parts, width, height + 4)
        marks += words
    return Drawing(width, height, tuple(marks), chart.title, chart.description)


def _whole(band: StageBand) -> int:
    return sum(part.quantity or 0 for part in band.parts)


def _band_part(at: int, part: StagePart, left: float, wide: float, height: float) -> list[Mark]:
    if part.unsure:
        return [*hatch(left, 0.5, wide, height - 1, 4), frame(left, 0.5, wide, height - 1, "frame")]
    marks: list[Mark] = [Box(left, 0, wide, height, f"stage-{at}")]
    if word_width(part.words, 13) + 8 < wide:
        role = "word-on-dark" if at == 0 else "word"
        marks.append(Word(left + wide / 2, height / 2 + 4.5, part.words, role, 13, "middle"))
    return marks


def _legend(parts: tuple[StagePart, ...], width: float, top: float) -> tuple[list[Mark], float]:
    """A square and a name for each part, in as many rows as it takes; and the foot of the last row."""
    marks: list[Mark] = []
    left, row, size = 0.0, 20.0, 12.0
    for at, part in enumerate(parts):
        name = f"{part.name} {part.words}".strip()
        wide = 16 + word_width(name, size) + 16
        if left and left + wide - 16 > width:
            left, top = 0.0, top + row
        square = (left, top + 3, 10.0, 10.0)
        marks += (
            hatch(*square, step=4) if part.quantity is None or part.unsure else (Box(*square, f"stage-{at}"),)
        )
        marks.append(Word(left + 16, top + 12.5, name, "word", size))
        left += wide
    return marks, top + row


def _run(spots: Sequence[tuple[tuple[float, float], Role]]) -> list[Mark]:
    """A stretch of a line: each part has the look of the spot that it leads to; one spot alone is a dot."""
    if len(spots) == 1:
        return [Dot(*spots[0][0], 1.8, spots[0][1])]
    parts = groupby(pairwise(spots), lambda pair: pair[1][1])
    marks: list[Mark] = []
    for role, pairs in parts:
        found = list(pairs)
        marks.append(Stroke((found[0][0][0], *(end for _, (end, _) in found)), role))
    return marks


def _sparkline(chart: Sparkline, width: float) -> Drawing:
    height, margin = 36.0, 4.0
    points = [(day, value) for day, value in chart.points]
    top = max([value for _, value in points if value is not None] + [chart.target or 0, 1])
    first, last = points[0][0] if points else date.min, points[-1][0] if points else date.min
    days = max((last - first).days, 1)

    def spot(day: date, value: int) -> tuple[float, float]:
        x = margin + (width - 2 * margin) * (day - first).days / days
        return x, height - margin - (height - 2 * margin) * value / top

    marks: list[Mark] = [Stroke(((margin, height - margin), (width - margin, height - margin)), "base")]
    if chart.target:
        level = spot(first, chart.target)[1]
        marks.append(Stroke(((margin, level), (width - margin, level)), "target"))
    runs = [list(run) for known, run in groupby(points, lambda point: point[1] is not None) if known]
    for run in runs:
        spots = [
            (spot(day, value), "unsure" if day in chart.unsure else "line")
            for day, value in run
            if value is not None
        ]
        marks += _run(spots)
    if runs:
        marks.append(Dot(*spots[-1][0], 3, spots[-1][1]))
    return Drawing(width, height, tuple(marks), chart.title, chart.description)
