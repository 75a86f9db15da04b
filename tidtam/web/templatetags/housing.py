"""Tags of housing: the stage band, this page with some of its question changed, sums of money."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

from tidtam.housing.codes import entry_of
from tidtam.housing.models import Block
from tidtam.housing.queries import Band, Step
from tidtam.people.access import Right
from tidtam.pictures.charts import StageBand, StagePart
from tidtam.pictures.svg import svg
from tidtam.problems import Both
from tidtam.thai.dates import typed_date
from tidtam.thai.money import baht, english_millions, millions_baht
from tidtam.web.reader import access_here
from tidtam.web.show import Show

register = template.Library()

BAND_WIDTH = 560


def _show(context: Context) -> Show:
    show: Show = context["show"]
    return show


@register.simple_tag(takes_context=True)
def stage_band(context: Context, band: Band) -> SafeString:
    """Those who are in by stage, the furthest first; who left is not in it. Its numbers stand beside it."""
    show = _show(context)
    steps = [step for step in band.steps if not step.is_exit]
    parts = [StagePart(step.stage.name(show.lang), step.number) for step in reversed(steps)]
    if band.unsplit:
        parts.append(StagePart(show.say("housing.unsplit"), band.unsplit))
    said = ", ".join(f"{part.name} {show.number(part.quantity or 0)}" for part in parts)
    chart = StageBand(tuple(parts), show.say("picture.band", said=said), legend=False)
    return mark_safe(svg(chart, BAND_WIDTH))  # noqa: S308 - our own drawing, its words are escaped there


@register.simple_tag
def furthest_first(band: Band) -> list[tuple[int, Step]]:
    """The stages of a band in the order of its picture, each with the number of its shade."""
    return list(enumerate(reversed([step for step in band.steps if not step.is_exit])))


@register.simple_tag(takes_context=True)
def same(context: Context, **changes: Any) -> str:
    """This page with some of what its address asks changed; nothing takes it out."""
    request: HttpRequest = context["request"]
    asked = request.GET.copy()
    asked.pop("told", None)
    asked.pop("added", None)
    for name, value in changes.items():
        asked.pop(name, None)
        if value not in ("", None):
            asked[name] = str(value)
    return f"{request.path}?{asked.urlencode()}" if asked else request.path


@register.simple_tag(takes_context=True)
def narrowed(context: Context) -> str:
    """What the address asks, for the same rows on another page."""
    request: HttpRequest = context["request"]
    asked = request.GET.copy()
    for name in ("told", "added", "page"):
        asked.pop(name, None)
    return f"?{asked.urlencode()}" if asked else ""


@register.simple_tag(takes_context=True)
def both(context: Context, text: Both) -> str:
    """A text in the language of the page."""
    return text.text(_show(context).lang)


@register.simple_tag(takes_context=True)
def stage_name(context: Context, stage: Any) -> str:
    """What a stage is called."""
    name: str = stage.name(_show(context).lang)
    return name


@register.simple_tag(takes_context=True)
def sum_in_full(context: Context, satang: int) -> str:
    """A sum of money in full."""
    show = _show(context)
    said = baht(satang, show.digits)
    return said.replace("บาท", "baht") if show.lang == "en" else said


@register.simple_tag(takes_context=True)
def sum_figure(context: Context, satang: int) -> str:
    """A sum of money in a column whose head names the unit."""
    return baht(satang, _show(context).digits).removesuffix("บาท").strip()


@register.simple_tag(takes_context=True)
def sum_in_words(context: Context, satang: int) -> str:
    """A sum of money for a sentence."""
    show = _show(context)
    return english_millions(satang) if show.lang == "en" else millions_baht(satang, show.digits)


@register.simple_tag(takes_context=True)
def day_to_type(context: Context, value: date) -> str:
    """A day as somebody would type it."""
    show = _show(context)
    return show.iso(value) if show.lang == "en" else typed_date(value)


@register.simple_tag(takes_context=True)
def block_name(context: Context, block: Block) -> str:
    """Why something is blocked."""
    entry = entry_of("blocked", block.reason)
    return entry.name.text(_show(context).lang) if entry else block.reason


@register.simple_tag
def codes_of(blocks: Iterable[Block], codes: Mapping[int, str]) -> str:
    """The projects at which these stand, each once."""
    return ", ".join(dict.fromkeys(codes[block.project_id] for block in blocks))


@register.simple_tag(takes_context=True)
def reads_housing(context: Context) -> bool:
    """Whether the reader may open projects somewhere."""
    return access_here(context["request"]).anywhere(Right.READ_CLAIMS)


@register.simple_tag(takes_context=True)
def happened(context: Context, row: Any) -> str:
    """What happened to a project last, in words."""
    said: str = row.happened(_show(context))
    return said
