"""Draws a chart as an image for Word and PDF, in Sarabun and in colours told apart in grey print."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path as FilePath
from typing import Any, Literal

import fontpkg_sarabun
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path

from tidtam.pictures.charts import Chart
from tidtam.pictures.layout import drawing
from tidtam.pictures.marks import Area, Box, Dot, Drawing, Mark, Named, Role, Spot, Stroke, Strokes, Word

INK, GREY, GREEN = "#1a1a1a", "#595959", "#1f5c4a"
_STAGES = (GREEN, "#86b09f", "#c9ddd4", "#e8f0ec")
_COLOURS = {"result": GREEN, "frame": INK, "pace": INK, "unsure": GREY, "base": GREY, "line": GREEN}
_COLOURS |= {
    "target": GREY,
    "usual": INK,
    "end": GREEN,
    "word": INK,
    "word-on-dark": "#ffffff",
    "cut": "#ffffff",
}
_COLOURS |= {"map-1": "#e3efe9", "map-2": "#b5d3c6", "map-3": "#6fa791", "map-4": GREEN, "map-edge": GREY}
_COLOURS |= {"map-unknown": "#ffffff", "map-untargeted": "#ffffff", "map-outside": "#ffffff"}
_COLOURS |= {"map-line": INK, "map-spots": INK, "point": GREEN, "paper": "#ffffff", "plate": "#ffffff"}
_WIDTHS = {"pace": 2.0, "line": 1.75, "cut": 1.5, "end": 2.0, "usual": 1.5}
_WIDTHS |= {"map-line": 0.6, "map-edge": 0.8, "map-spots": 1.8}
_BORDER = 0.6
_DASHED = {"base": (3, 3), "target": (3, 3), "usual": (7, 4)}
_ALIGN: dict[str, Literal["left", "center", "right"]] = {"start": "left", "middle": "center", "end": "right"}
_POINTS_PER_PIXEL = 0.75

Format = Literal["png", "svg", "pdf"]


def image(chart: Chart, form: Format = "png", width: float = 600, dots_per_inch: int = 220) -> bytes:
    """The chart as a file; `width` in CSS pixels (96 to the inch, so 600 is about 16 cm).

    In SVG the letters are paths, for most programs other than browsers put Thai marks in the wrong places.
    """
    laid = drawing(chart, width)
    with rc_context({"svg.fonttype": "path", "svg.hashsalt": "tidtam"}):
        figure = _figure(laid)
        made = BytesIO()
        dates = {"png": {}, "svg": {"Date": None}, "pdf": {"CreationDate": None, "ModDate": None}}
        figure.savefig(made, format=form, dpi=dots_per_inch, metadata=dates[form])
    return made.getvalue()


def _figure(laid: Drawing) -> Figure:
    figure = Figure(figsize=(laid.width / 96, laid.height / 96), facecolor="none")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, laid.width)
    axes.set_ylim(laid.height, 0)
    for mark in laid.marks:
        _draw(axes, mark)
    return figure


def _draw(axes: Any, mark: Mark) -> None:
    match mark:
        case Word():
            font = _font().copy()
            font.set_size(mark.size * _POINTS_PER_PIXEL)
            look: dict[str, Any] = {"color": _colour(mark.role), "ha": _ALIGN[mark.anchor]}
            axes.text(mark.x, mark.y, mark.text, fontproperties=font, **look)
        case Named(marks):
            for one in marks:
                _draw(axes, one)
        case _:
            axes.add_artist(_shape(mark))


def _shape(mark: Box | Dot | Stroke | Area | Strokes) -> Rectangle | Circle | Line2D | PathPatch:
    colour = _colour(mark.role)
    match mark:
        case Box(x, y, width, height):
            return Rectangle((x, y), width, height, facecolor=colour, linewidth=0)
        case Dot(x, y, radius):
            return Circle((x, y), radius, facecolor=colour, linewidth=0)
        case Area(rings):
            edge = {"edgecolor": GREY, "linewidth": _BORDER * _POINTS_PER_PIXEL}
            return PathPatch(_path(rings, closed=True), facecolor=colour, joinstyle="round", **edge)
        case Strokes(pairs, role):
            width = _WIDTHS.get(role, 1.0) * _POINTS_PER_PIXEL
            ends: Any = "round" if role == "map-spots" else "butt"
            line = {"edgecolor": colour, "linewidth": width, "capstyle": ends, "snap": False}
            return PathPatch(_path(pairs), facecolor="none", **line)
        case Stroke(points, role):
            xs, ys = zip(*points, strict=True)
            width = _WIDTHS.get(role, 1.0) * _POINTS_PER_PIXEL
            style: Any = (0, _DASHED[role]) if role in _DASHED else "-"
            return Line2D(xs, ys, color=colour, linewidth=width, linestyle=style)


def _path(lines: Sequence[Sequence[Spot]], *, closed: bool = False) -> Path:
    """Lines, or rings, as one path."""
    spots = [spot for line in lines for spot in line]
    codes = [step for line in lines for step in _steps(len(line), closed)]
    return Path(spots or [(0, 0)], codes or [Path.MOVETO])


def _steps(number: int, closed: bool) -> list[Any]:
    steps = [Path.MOVETO] + [Path.LINETO] * (number - 1)
    return [*steps[:-1], Path.CLOSEPOLY] if closed and number > 2 else steps


def _colour(role: Role) -> str:
    if role.startswith("stage-"):
        return _STAGES[min(int(role.removeprefix("stage-")), len(_STAGES) - 1)]
    return _COLOURS[role]


@cache
def _font() -> FontProperties:
    path = next(FilePath(fontpkg_sarabun.__file__).parent.rglob("Sarabun-Regular.ttf"))
    return FontProperties(fname=str(path))
