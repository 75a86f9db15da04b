"""What may be looked at without signing in: the nation, its regions, provinces and canals."""

from tidtam.places import queries as places
from tidtam.places.models import Place
from tidtam.problems import Both, Refused
from tidtam.reports.openness import is_public
from tidtam.web import problems
from tidtam.web.address import echoed, is_code


def public_place(code: str) -> Place:
    """The place with this code; `Refused` where there is none, or where its figures need sign-in."""
    try:
        found = places.place(code) if is_code(code) else None
    except Place.DoesNotExist:
        found = None
    if found is None:
        raise Refused([problems.NO_SUCH_PLACE.at(text=echoed(code))])
    if not is_public(found.kind):
        name = Both(found.titled_th, found.titled_en)
        raise Refused([problems.PLACE_NOT_PUBLIC.at(name=name)])
    return found
