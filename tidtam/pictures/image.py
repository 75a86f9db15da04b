"""Draws a chart as an image for Word and PDF, in Sarabun and in colours told apart in grey print."""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import fontpkg_sarabun
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle

from tidtam.pictures.charts import Chart
from tidtam.pictures.layout import drawing
from tidtam.pictures.marks import Box, Dot, Drawing, Role, Stroke, Word

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
_WIDTHS = {"pace": 2.0, "line": 1.75, "cut": 1.5, "end": 2.0, "usual": 1.5}
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
        if isinstance(mark, Word):
            font = _font().copy()
            font.set_size(mark.size * _POINTS_PER_PIXEL)
            look: dict[str, Any] = {"color": _colour(mark.role), "ha": _ALIGN[mark.anchor]}
            axes.text(mark.x, mark.y, mark.text, fontproperties=font, **look)
        else:
            axes.add_artist(_shape(mark))
    return figure


def _shape(mark: Box | Dot | Stroke) -> Rectangle | Circle | Line2D:
    colour = _colour(mark.role)
    match mark:
        case Box(x, y, width, height):
            return Rectangle((x, y), width, height, facecolor=colour, linewidth=0)
        case Dot(x, y, radius):
            return Circle((x, y), radius, facecolor=colour, linewidth=0)
        case Stroke(points, role):
            xs, ys = zip(*points, strict=True)
            width = _WIDTHS.get(role, 1.0) * _POINTS_PER_PIXEL
            style: Any = (0, _DASHED[role]) if role in _DASHED else "-"
            return Line2D(xs, ys, color=colour, linewidth=width, linestyle=style)


def _colour(role: Role) -> str:
    if role.startswith("stage-"):
        return _STAGES[min(int(role.removeprefix("stage-")), len(_STAGES) - 1)]
    return _COLOURS[role]


@cache
def _font() -> FontProperties:
    path = next(Path(fontpkg_sarabun.__file__).parent.rglob("Sarabun-Regular.ttf"))
    return FontProperties(fname=str(path))
