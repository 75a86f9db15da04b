"""Tags of the pages: words, values in the language and digits, addresses that keep the question."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from tidtam.places.codes import NATION
from tidtam.places.models import Place
from tidtam.problems import Problem
from tidtam.reports.content import Kind, Line, PlaceName, Slot
from tidtam.reports.openness import is_public, is_public_name
from tidtam.web.address import Address
from tidtam.web.show import Named, Show, state_of

register = template.Library()


def _show(context: Context) -> Show:
    show: Show = context["show"]
    return show


def _address(context: Context) -> Address:
    address: Address = context["address"]
    return address


@register.simple_tag(takes_context=True)
def say(context: Context, key: str, **values: object) -> str:
    """The page's own words."""
    return _show(context).say(key, **values)


@register.simple_tag(takes_context=True)
def plain(context: Context, text: object) -> str:
    """A text in the digits asked for."""
    return _show(context).plain(text)


@register.simple_tag(takes_context=True)
def line_no(context: Context, line: Line) -> SafeString:
    """The number of a line in the report, set apart from its name; nothing for items and series."""
    no = _show(context).line_no(line)
    return format_html('<span class="no">{}</span> ', no) if no else SafeString("")


@register.simple_tag(takes_context=True)
def number(context: Context, n: int) -> str:
    """A whole number with commas."""
    return _show(context).number(n)


@register.simple_tag(takes_context=True)
def amount(context: Context, low: int, upper: int | None = None, kind: Kind | None = "exact") -> str:
    """A quantity with what is not known of it."""
    return _show(context).amount(low, upper, kind)


@register.simple_tag(takes_context=True)
def signed(context: Context, n: int) -> str:
    """A change with its sign."""
    return _show(context).signed(n)


@register.simple_tag(takes_context=True)
def result(context: Context, line: Line) -> str:
    """The result of a line."""
    return _show(context).result(line)


@register.simple_tag(takes_context=True)
def percent(context: Context, line: Line) -> str:
    """The result of a line as a share of its target."""
    return _show(context).percent(line)


@register.simple_tag(takes_context=True)
def share(context: Context, part: Decimal) -> str:
    """A share as per cent."""
    return _show(context).share(part)


@register.simple_tag(takes_context=True)
def day(context: Context, value: date) -> str:
    """A day in a sentence."""
    return _show(context).day(value)


@register.filter
def unbroken(text: str) -> str:
    """A short text that stays on one line within a sentence, such as a day.

    >>> unbroken("1 มกราคม 2562")
    '1\xa0มกราคม\xa02562'
    """
    return text.replace(" ", "\N{NO-BREAK SPACE}")


@register.simple_tag(takes_context=True)
def brief(context: Context, value: date) -> str:
    """A day in a table."""
    return _show(context).brief(value)


@register.simple_tag(takes_context=True)
def span(context: Context, first: date, last: date) -> str:
    """The days within which something happened."""
    return _show(context).span(first, last)


@register.simple_tag(takes_context=True)
def place_shown(context: Context, place: PlaceName) -> str:
    """The name of a place, as far down as it is public."""
    show = _show(context)
    return show.name(place) if is_public(place.kind) else show.say("entry.withheld")


@register.simple_tag
def slot_name(slot: Slot, line: Line) -> str:
    """The name of a promised subject, where everybody may read it."""
    shown = is_public_name(line.unit, slot.promised_place or slot.actual_place)
    return slot.subject_name if shown else ""


@register.simple_tag(takes_context=True)
def month(context: Context, value: date) -> str:
    """The month of a day, in a table."""
    return _show(context).month(value)


@register.simple_tag(takes_context=True)
def iso(context: Context, value: date) -> str:
    """A day as the address writes it."""
    return _show(context).iso(value)


@register.simple_tag(takes_context=True)
def fiscal(context: Context, year: int) -> str:
    """A fiscal year with its ends."""
    return _show(context).fiscal(year)


@register.simple_tag(takes_context=True)
def fiscal_spans(context: Context, year: int) -> SafeString:
    """A fiscal year with its ends, that may be broken only between the two."""
    said, ends = _show(context).fiscal(year).split(" (", 1)
    return format_html('<span class="nowrap">{}</span> <span class="nowrap">({}</span>', said, ends)


@register.simple_tag(takes_context=True)
def name(context: Context, named: Named) -> str:
    """A name in the language of the page."""
    return _show(context).name(named)


@register.simple_tag(takes_context=True)
def other_name(context: Context, named: Named) -> str:
    """The name in the other language."""
    return _show(context).other_name(named)


@register.simple_tag(takes_context=True)
def unit(context: Context, line: Line) -> str:
    """The unit of a line."""
    return _show(context).unit(line)


@register.simple_tag(takes_context=True)
def kind(context: Context, place: Place) -> str:
    """What a place is: nation, region, province, canal."""
    return _show(context).say(f"place.kind.{place.kind}")


@register.simple_tag(takes_context=True)
def problem_what(context: Context, problem: Problem) -> str:
    """What is wrong; it names the line or parameter itself."""
    lang = _show(context).lang
    return _sentence(problem.what(lang), lang)


@register.simple_tag(takes_context=True)
def problem_where(context: Context, problem: Problem) -> str:
    """The spot that it is at: sheet, row and column of a file; the file itself is named by the page."""
    return replace(problem.where, file=None).text(_show(context).lang)


@register.simple_tag(takes_context=True)
def problem_do(context: Context, problem: Problem) -> str:
    """What to do about it."""
    lang = _show(context).lang
    return _sentence(problem.do(lang), lang)


@register.simple_tag(takes_context=True)
def role(context: Context, code: str) -> str:
    """What a role is called."""
    return _show(context).say(f"role.{code}")


@register.simple_tag(takes_context=True)
def titled(context: Context, place: Place) -> str:
    """The name of a place with what it is: ต.บ้านเป็ด."""
    return place.titled_en if _show(context).lang == "en" else place.titled_th


@register.simple_tag(takes_context=True)
def moment(context: Context, at: datetime) -> str:
    """A day and the time of it, as the clock on the wall has them."""
    show, here = _show(context), localtime(at)
    return f"{show.brief(here.date())} {show.plain(f'{here:%H:%M}')}"


@register.simple_tag(takes_context=True)
def local_day(context: Context, moment: datetime) -> str:
    """The day of a moment, as the clock on the wall has it."""
    return _show(context).brief(localtime(moment).date())


@register.simple_tag(takes_context=True)
def lang_only(context: Context) -> str:
    """What an address to another area needs: the language, when it is not Thai."""
    return "?lang=en" if _show(context).lang == "en" else ""


@register.simple_tag
def state(line: Line) -> str | None:
    """What can honestly be said of a line: over or met the target, else nothing."""
    return state_of(line)


@register.simple_tag(takes_context=True)
def to_board(context: Context, **changes: Any) -> str:
    """The board, for the question of this page with some of it changed."""
    return _link("board", _address(context).changed(stage=None, page=1, **changes))


@register.simple_tag(takes_context=True)
def to_nation(context: Context) -> str:
    """The board of the whole country."""
    return to_board(context, place=NATION)


@register.simple_tag(takes_context=True)
def to_trail(context: Context, line: str, *, on: date | None = None, **changes: Any) -> str:
    """The trail of a line from its first page, with some of the question changed, or on another day."""
    address = _address(context).changed(**changes)
    return trail_link(address.on_day(on) if on else address, line)


def trail_link(address: Address, line: str) -> str:
    """The trail of a line from its first page."""
    return _link("trail", address.changed(page=1), line=line)


@register.simple_tag(takes_context=True)
def to_map(context: Context, line: str, **changes: Any) -> str:
    """The map of a line, for the question of this page with some of it changed."""
    return map_link(_address(context).changed(**changes), line)


def map_link(address: Address, line: str) -> str:
    """The map of a line; at a place it is drawn in the tree that holds the place."""
    tree = address.tree if address.place == NATION else None
    return _link("map", address.changed(stage=None, page=1, tree=tree), line=line)


@register.simple_tag(takes_context=True)
def to_place(context: Context, code: str) -> str:
    """The page of a place; the place stands in the path of the address."""
    address = _address(context).changed(place=NATION, stage=None, page=1)
    return _link("place", address, code=code)


@register.simple_tag(takes_context=True)
def to_report(context: Context, year: int, kind: str) -> str:
    """The report as a file."""
    return _link("report", _address(context), year=year, kind=kind)


@register.simple_tag(takes_context=True)
def here(context: Context, **changes: Any) -> str:
    """This page, with some of its question changed."""
    address = _address(context).changed(**changes)
    if "place" in context:  # the page of a place names it in the path
        address = address.changed(place=NATION)
    return f"{context['request'].path}?{address.query()}"


@register.simple_tag(takes_context=True)
def address_shown(context: Context) -> str:
    """The address of this page as readers reach it, whatever stands between them and this server."""
    return f"{settings.TIDTAM_URL}{context['request'].get_full_path()}"


def _sentence(text: str, lang: str) -> str:
    """English begins with a capital and ends with a stop; Thai does neither."""
    if lang == "th" or not text:
        return text
    return text[0].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")


def _link(view: str, address: Address, **parts: object) -> str:
    query = (address if view == "map" else address.changed(tree=None)).query()
    return reverse(view, kwargs=parts) + (f"?{query}" if query else "")
