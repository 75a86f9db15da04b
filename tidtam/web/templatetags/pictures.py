"""Tags that draw the pictures of a line: from the one chart definition that papers use too."""

from collections.abc import Sequence

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

from tidtam.pictures.charts import AchievementBar, Chart, Sparkline, StageBand, StagePart
from tidtam.pictures.svg import svg
from tidtam.reports.content import Line, StageCount, TrailMonth
from tidtam.reports.paces import pace_share
from tidtam.web.show import Show

register = template.Library()

BAR_WIDTH = 320
BAND_WIDTH = 800
SPARK_WIDTH = 320


@register.simple_tag(takes_context=True)
def bar(context: Context, line: Line) -> SafeString:
    """The result against the frame of its target."""
    show: Show = context["show"]
    said = show.percent(line) if line.result is not None else show.say("line.not_reported")
    if line.pace is not None and line.pace.normal is not None and line.pace.to_target:
        said = f"{said}, {show.say('picture.pace', n=show.number(line.pace.normal.expected))}"
    return _drawn(
        AchievementBar(
            target=line.target,
            result=line.result,
            title=show.say("picture.bar", said=said),
            at_least=line.result_kind == "floor",
            upper=line.result_upper,
            pace=pace_share(line),
        ),
        BAR_WIDTH,
    )


@register.simple_tag(takes_context=True)
def band(context: Context, stages: Sequence[StageCount]) -> SafeString:
    """The stages of a result side by side; their numbers stand beside it in words."""
    show: Show = context["show"]
    parts = tuple(StagePart(show.name(stage), stage.quantity) for stage in stages)
    said = ", ".join(f"{show.name(s)} {show.amount(s.quantity, s.upper)}" for s in stages)
    return _drawn(StageBand(parts, show.say("picture.band", said=said), legend=False), BAND_WIDTH)


@register.simple_tag(takes_context=True)
def spark(context: Context, months: Sequence[TrailMonth]) -> SafeString:
    """What the figure was at the end of each month."""
    show: Show = context["show"]
    points = tuple((month.last, month.standing) for month in months)
    unsure = frozenset(month.last for month in months if month.kind != "exact")
    return _drawn(Sparkline(points, show.say("picture.spark"), unsure=unsure), SPARK_WIDTH)


def _drawn(chart: Chart, width: int) -> SafeString:
    return mark_safe(svg(chart, width))  # noqa: S308 - our own drawing, its words are escaped there
