"""The place that an address of housing is about, for the door of its page."""

from tidtam.housing.models import Project
from tidtam.places import queries as places
from tidtam.web.address import is_code


def place_of_project(code: str, **_: object) -> int | None:
    """The place of the project with this code; None where there is none."""
    return Project.objects.filter(code=code).values_list("place", flat=True).first()


def place_called(place: str, **_: object) -> int | None:
    """The place with this code, of whatever kind and tree; None where there is none."""
    found = places.by_code([place]).get(place) if is_code(place) else None
    return found.pk if found else None
