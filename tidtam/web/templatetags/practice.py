"""The banner of a practice database, on each page of it."""

from django import template
from django.db import DatabaseError

from tidtam.review.practice import banner

register = template.Library()


@register.simple_tag
def practice_banner() -> str:
    """What stands above each page, in both languages; empty where nothing is made up."""
    try:
        return banner()
    except DatabaseError:  # a page that says that something is wrong must come out all the same
        return ""
