"""Whose figures may be read: those of nation, regions, provinces and canals by all, others with a role."""

from django.http import HttpRequest

from tidtam.people.access import Right
from tidtam.places import queries as places
from tidtam.places.models import Place
from tidtam.problems import Both, Refused
from tidtam.reports.openness import is_public
from tidtam.web import problems
from tidtam.web.address import echoed, is_code
from tidtam.web.reader import access_here


def readable_place(request: HttpRequest, code: str) -> Place:
    """The place with this code; `Refused` where there is none, or where its figures need a role there."""
    try:
        found = places.place(code) if is_code(code) else None
    except Place.DoesNotExist:
        found = None
    if found is None:
        raise Refused([problems.NO_SUCH_PLACE.at(text=echoed(code))])
    if not is_public(found.kind) and not reads_claims(request, found):
        name = Both(found.titled_th, found.titled_en)
        raise Refused([problems.PLACE_NOT_PUBLIC.at(name=name)])
    return found


def reads_claims(request: HttpRequest, at: Place) -> bool:
    """Whether the reader has a role that opens what is not public at a place."""
    return access_here(request).may(Right.READ_CLAIMS, at.pk)
