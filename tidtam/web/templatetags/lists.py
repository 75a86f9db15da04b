"""Tags of the pages of lists: words that a package below says in both languages."""

from django import template
from django.template.context import Context

from tidtam.problems import Both

register = template.Library()


@register.simple_tag(takes_context=True)
def both(context: Context, words: Both) -> str:
    """What is said in the language of the page."""
    text: str = words.text(context["show"].lang)
    return text
