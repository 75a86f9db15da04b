"""Draws a chart as SVG for a page: attributes and classes only, for a strict policy and for dark mode."""

from xml.sax.saxutils import escape, quoteattr

from tidtam.pictures.charts import Chart
from tidtam.pictures.layout import drawing
from tidtam.pictures.marks import Box, Dot, Drawing, Mark, Role, Stroke, Word

_STAGE_SHADES = ("1", "0.45", "0.22", "0.1")


def svg(chart: Chart, width: float = 240) -> str:
    """The chart as an `<svg>` element, with its title and description for those who do not see it.

    Colours come from the page: every mark has a class `pic-<role>` and otherwise takes the colour of the text
    around it. Nothing in it has an id, so any number of pictures may stand on a page.
    """
    laid = drawing(chart, width)
    marks = "".join(_element(mark) for mark in laid.marks)
    return f"{_opening(laid)}{marks}</svg>"


def _opening(laid: Drawing) -> str:
    size = f'width="{laid.width:g}" height="{laid.height:g}" viewBox="0 0 {laid.width:g} {laid.height:g}"'
    said = ". ".join(filter(None, (laid.title, laid.description)))
    description = f"<desc>{escape(laid.description)}</desc>" if laid.description else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pic" {size} role="img" aria-label={quoteattr(said)}>'
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
        case Word(x, y, text, role, size, anchor):
            place = f'x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" text-anchor="{anchor}"'
            return f"<text {place}{_fill(role)}>{escape(text)}</text>"


def _fill(role: Role) -> str:
    if role.startswith("stage-"):
        shade = _STAGE_SHADES[min(int(role.removeprefix("stage-")), len(_STAGE_SHADES) - 1)]
        return f' class="pic-{role}" fill="currentColor" fill-opacity="{shade}"'
    colour = "white" if role == "word-on-dark" else "currentColor"
    return f' class="pic-{role}" fill="{colour}"'


def _line(role: Role) -> str:
    colour = "white" if role == "cut" else "currentColor"
    width = {"pace": "2", "line": "1.75", "end": "2", "usual": "1.5", "cut": "1.5"}.get(role, "1")
    pattern = {"base": "3 3", "target": "3 3", "usual": "7 4"}.get(role)
    dashes = f' stroke-dasharray="{pattern}"' if pattern else ""
    return f' class="pic-{role}" fill="none" stroke="{colour}" stroke-width="{width}"{dashes}'


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
