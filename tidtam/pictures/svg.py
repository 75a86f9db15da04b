"""Draws a chart as SVG for a page: attributes and classes only, for a strict policy and for dark mode."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from xml.sax.saxutils import escape, quoteattr

from tidtam.pictures.charts import Chart
from tidtam.pictures.layout import drawing
from tidtam.pictures.marks import Area, Box, Dot, Drawing, Mark, Named, Role, Spot, Stroke, Strokes, Word

_MAP_SHADES = {"map-1": "0.12", "map-2": "0.3", "map-3": "0.55", "map-4": "1"}
_STAGE_SHADES = ("1", "0.45", "0.22", "0.1")


def svg(chart: Chart, width: float = 240) -> str:
    """The chart as an `<svg>` element, with its title and description for those who do not see it.

    Colours come from the page: every mark has a class `pic-<role>` and otherwise takes the colour of the text
    around it. Nothing in it has an id, so any number of pictures may stand on a page. A mark that opens to a
    page is a link for the pointer; with the keyboard the same pages are reached from the table beside it.
    """
    laid = drawing(chart, width)
    marks = "".join(_element(mark) for mark in _together(laid.marks))
    return f"{_opening(laid)}{marks}</svg>"


def _together(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The same marks; the straight lines of a hatch, which follow each other, as one."""
    for straight, found in groupby(marks, lambda mark: isinstance(mark, Stroke) and mark.role == "unsure"):
        if not straight:
            yield from found
            continue
        lines = [mark.points for mark in found if isinstance(mark, Stroke)]
        yield Strokes(tuple(pair for points in lines for pair in pairwise(points)), "unsure")


def _opening(laid: Drawing) -> str:
    role = "group" if any(isinstance(mark, Named) and mark.link for mark in laid.marks) else "img"
    size = f'width="{laid.width:g}" height="{laid.height:g}" viewBox="0 0 {laid.width:g} {laid.height:g}"'
    said = ". ".join(filter(None, (laid.title, laid.description)))
    description = f"<desc>{escape(laid.description)}</desc>" if laid.description else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pic" {size} role="{role}" '
        f"aria-label={quoteattr(said)}>"
        f"<title>{escape(laid.title)}</title>{description}"
    )


def _element(mark: Mark) -> str:
    match mark:
        case Box(x, y, width, height, role):
            return f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"{_fill(role)}/>'
        case Dot(x, y, radius, role):
            return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{_fill(role)}/>'
        case Stroke(points, role):
            path = "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
            return f'<path d="M{path}"{_line(role)}/>'
        case Area(rings, role):
            path = "".join(_path(ring) + "Z" for ring in rings)
            return f'<path d="{path}"{_area(role)}/>'
        case Strokes(pairs, role):
            path = "".join(_path(pair) for pair in pairs)
            return f'<path d="{path}"{_line(role)} pointer-events="none"/>'
        case Named(marks, words, link):
            return _named("".join(_element(one) for one in marks), words, link)
        case Word(x, y, text, role, size, anchor):
            place = f'x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" text-anchor="{anchor}"'
            return f"<text {place}{_fill(role)}>{escape(text)}</text>"


def _named(drawn: str, words: str, link: str) -> str:
    inside = f"<title>{escape(words)}</title>{drawn}"
    if not link:
        return f"<g>{inside}</g>"
    return f'<a href={quoteattr(link)} tabindex="-1" aria-label={quoteattr(words)}>{inside}</a>'


def _path(points: Sequence[Spot]) -> str:
    """From the first point on by differences of a tenth of a pixel, which is shorter."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(tenths)]
    first = f"M{_n(tenths[0][0] / 10)} {_n(tenths[0][1] / 10)}"
    return first + "l" + " ".join(f"{_n(x / 10)} {_n(y / 10)}" for x, y in steps)


def _area(role: Role) -> str:
    shade = _MAP_SHADES.get(role, "0")
    return f' class="pic-{role}" fill="currentColor" fill-opacity="{shade}" stroke="currentColor"'


def _fill(role: Role) -> str:
    if role.startswith("stage-"):
        shade = _STAGE_SHADES[min(int(role.removeprefix("stage-")), len(_STAGE_SHADES) - 1)]
        return f' class="pic-{role}" fill="currentColor" fill-opacity="{shade}"'
    colour = "white" if role in {"word-on-dark", "paper", "plate"} else "currentColor"
    return f' class="pic-{role}" fill="{colour}"'


_WIDTHS = {"pace": "2", "line": "1.75", "end": "2", "usual": "1.5", "cut": "1.5"}
_WIDTHS |= {"map-line": "0.6", "map-edge": "0.8"}


def _line(role: Role) -> str:
    colour = "white" if role == "cut" else "currentColor"
    width = _WIDTHS.get(role, "1")
    pattern = {"base": "3 3", "target": "3 3", "usual": "7 4"}.get(role)
    dashes = f' stroke-dasharray="{pattern}"' if pattern else ""
    ends = ' stroke-linecap="round" stroke-width="1.8"' if role == "map-spots" else f' stroke-width="{width}"'
    return f' class="pic-{role}" fill="none" stroke="{colour}"{ends}{dashes}'


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
