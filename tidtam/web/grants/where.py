"""The place that an address of grants is about, for the door of its page."""

from tidtam.housing.models import Project


def place_of_grants(code: str, **_: object) -> int | None:
    """The place of the project with this code; None where there is none."""
    return Project.objects.filter(code=code).values_list("place", flat=True).first()
