"""Tags of the grid and the calendar: the names of kinds and states, and where a place lies."""

from django import template
from django.template.context import Context

from tidtam.places.models import Place
from tidtam.programmes.models import IndicatorVersion
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
def unit_of(context: Context, line: IndicatorVersion) -> str:
    """The unit that a line is counted in."""
    unit = line.as_unit
    return unit.en if _show(context).lang == "en" else unit.th
