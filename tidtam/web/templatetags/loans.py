"""Tags of money and loans: sums in full, shares, bands of age."""

from decimal import Decimal

from django import template
from django.template.context import Context

from tidtam.housing.lending.sums import Lent
from tidtam.problems import Both
from tidtam.thai.digits import number, to_thai
from tidtam.web.show import Show

register = template.Library()


def _show(context: Context) -> Show:
    show: Show = context["show"]
    return show


@register.simple_tag(takes_context=True)
def baht(context: Context, found: int | Lent | None) -> str:
    """A sum of satang in baht with both decimals, its unit left to the head; in words where it is unknown."""
    show = _show(context)
    if found is None:
        return show.say("loans.unknown")
    satang = found.satang if isinstance(found, Lent) else found
    whole = number(Decimal(satang).scaleb(-2).quantize(Decimal("0.01")))
    return to_thai(whole) if show.digits == "thai" else whole


@register.simple_tag(takes_context=True)
def risk(context: Context, share: Decimal | None) -> str:
    """A share as per cent with two decimals; in words where there is nothing that it is a share of."""
    show = _show(context)
    return show.say("loans.unknown") if share is None else show.plain(f"{share * 100:.2f} %")


@register.simple_tag(takes_context=True)
def bare(context: Context, found: Decimal) -> str:
    """A number without needless noughts: 3.5, 4, 10."""
    return _show(context).plain(f"{found.normalize():f}")


@register.simple_tag(takes_context=True)
def age(context: Context, code: str) -> str:
    """A band of days late."""
    return _show(context).say(f"loans.age.{code}")


@register.simple_tag(takes_context=True)
def in_words(context: Context, code: str, area: str) -> str:
    """A word of a small list, such as what becomes of interest."""
    return _show(context).say(f"loan.{area}.{code}")


@register.simple_tag(takes_context=True)
def organisation_kind(context: Context, code: str) -> str:
    """What an organisation is."""
    return _show(context).say(f"organisations.kind.{code}")


@register.simple_tag(takes_context=True)
def agree_label(context: Context, name: str) -> str:
    """What a field of the form of a new loan is called."""
    return _show(context).say(f"agree.{name}")


@register.filter
def in_lang(name: Both, lang: str) -> str:
    """A name of the definitions in a language."""
    return name.text(lang)
