"""Tags of the grid and the calendar: the names of kinds and states, and where a place lies."""

from datetime import date

from django import template
from django.template.context import Context

from tidtam.places.models import Place
from tidtam.programmes.models import IndicatorVersion
from tidtam.thai.dates import typed_date
from tidtam.web.show import Show

register = template.Library()


def _show(context: Context) -> Show:
    show: Show = context["show"]
    return show


@register.simple_tag(takes_context=True)
def grid_kind(context: Context, kind: str) -> str:
    """What a kind of places that report is called."""
    return _show(context).say(f"grid.kind.{kind}")


@register.simple_tag(takes_context=True)
def grid_state(context: Context, state: str) -> str:
    """How far the claim of a square has come."""
    return _show(context).say(f"grid.state.{state}")


@register.simple_tag(takes_context=True)
def address_of(context: Context, place: Place) -> str:
    """Where a place is, upwards to the province."""
    return place.address_en if _show(context).lang == "en" else place.address_th


@register.simple_tag(takes_context=True)
def round_state(context: Context, state: str) -> str:
    """How a round stands: coming, open, overdue or locked."""
    return _show(context).say(f"calendar.state.{state}")


@register.simple_tag(takes_context=True)
def day_typed(context: Context, day: date) -> str:
    """A day as somebody types it in a field, with the whole year: "15 เม.ย. 2562"."""
    show = _show(context)
    return show.iso(day) if show.lang == "en" else typed_date(day)


@register.simple_tag(takes_context=True)
def unit_of(context: Context, line: IndicatorVersion) -> str:
    """The unit that a line is counted in."""
    unit = line.as_unit
    return unit.en if _show(context).lang == "en" else unit.th
