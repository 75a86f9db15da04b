"""Tags that draw the pictures of a line: from the one chart definition that papers use too."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

from tidtam.pictures.charts import (
    AchievementBar,
    AreaMap,
    BandList,
    Chart,
    NamedBand,
    Sparkline,
    StageBand,
    StagePart,
)
from tidtam.pictures.svg import svg
from tidtam.places.models import Kind
from tidtam.reports import wording
from tidtam.reports.content import Line, MapPlace, MapRegion, PlaceName, StageCount, TrailMonth
from tidtam.reports.map_charts import Mapper
from tidtam.reports.map_classes import classes_of
from tidtam.reports.paces import pace_share
from tidtam.web.address import Address
from tidtam.web.show import Show
from tidtam.web.templatetags.pages import map_link

register = template.Library()

BAR_WIDTH = 320
BAND_WIDTH = 800
SPARK_WIDTH = 320
MAP_WIDTH = 340
SMALL_WIDTH = 216
GROWTH_WIDTH = 96
BANDS_WIDTH = 340


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


@register.simple_tag(takes_context=True)
def growth(context: Context, line: Line) -> SafeString:
    """What a line was at the end of each month, small enough to stand in the line."""
    show: Show = context["show"]
    said = ", ".join(f"{show.month(m.last)} {show.amount(m.standing, m.upper, m.kind)}" for m in line.growth)
    points = tuple((month.last, month.standing) for month in line.growth)
    unsure = frozenset(month.last for month in line.growth if month.kind != "exact")
    title = show.say("picture.growth", said=said)
    return _drawn(Sparkline(points, title, target=line.target, unsure=unsure), GROWTH_WIDTH)


@register.simple_tag(takes_context=True)
def bands_over_time(context: Context, months: Sequence[TrailMonth]) -> SafeString | str:
    """The stages at the end of each month, band below band; empty where there are none to compare."""
    show: Show = context["show"]
    told = [month for month in months if month.stages]
    if len(told) < 2:
        return ""
    bands = tuple(_named_band(show, month) for month in told)
    return _drawn(BandList(bands, show.say("picture.bands", n=show.number(len(told)))), BANDS_WIDTH)


def _named_band(show: Show, month: TrailMonth) -> NamedBand:
    parts = [StagePart(show.name(stage), stage.quantity) for stage in month.stages]
    parts.append(StagePart(show.say("map.unsplit"), month.unsplit, unsure=True))
    words = wording.brief_amount(month.standing, month.upper, month.kind)
    return NamedBand(show.month(month.first), StageBand(tuple(parts), ""), show.plain(words))


@dataclass(frozen=True, slots=True)
class SmallMap:
    """One of the maps side by side."""

    place: PlaceName
    said: str
    picture: SafeString


@dataclass(frozen=True, slots=True)
class SmallMaps:
    """Maps of one line side by side, in the same classes, and their legend."""

    legend: SafeString
    maps: list[SmallMap]


@register.simple_tag(takes_context=True)
def regions(context: Context, line: Line, found: Sequence[MapRegion]) -> SmallMaps:
    """A small map of each region; a province opens to its map."""
    show: Show = context["show"]
    address: Address = context["address"]
    mapper = Mapper(
        line, show.lang, show.digits, lambda place: map_link(address.changed(place=place.code), line.line)
    )
    everywhere = [one for region in found for one in region.provinces]
    classes = classes_of(everywhere)
    legend = AreaMap(
        (),
        show.say("map.regions"),
        keys=mapper.keys(classes, everywhere),
        head=mapper.head(classes, Kind.PROVINCE),
    )
    maps = [
        SmallMap(one.whole.place, mapper.reached(one.whole), _drawn(mapper.region(one, classes), SMALL_WIDTH))
        for one in found
    ]
    return SmallMaps(_drawn(legend, MAP_WIDTH), maps)


@register.simple_tag
def map_picture(chart: Chart) -> SafeString:
    """A map with its legend; its places open with the pointer, and from the table beside it."""
    return _drawn(chart, MAP_WIDTH)


@register.simple_tag(takes_context=True)
def reached(context: Context, part: MapPlace) -> str:
    """What a place of a map has reached, as sure as it is known; in words where nothing is."""
    show: Show = context["show"]
    if part.quantity is None or part.kind is None:
        return show.say("line.not_reported")
    return show.amount(part.quantity, part.upper, part.kind)


@register.simple_tag(takes_context=True)
def part_percent(context: Context, part: MapPlace) -> str:
    """The per cent of a place's target, which may pass 100."""
    mapper: Mapper = context["mapper"]
    return mapper.percent(part)


def _drawn(chart: Chart, width: int) -> SafeString:
    return mark_safe(svg(chart, width))  # noqa: S308 - our own drawing, its words are escaped there
