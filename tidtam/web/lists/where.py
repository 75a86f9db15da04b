"""The place of a project in an address, for the door of its page."""

from tidtam.housing.models import Project


def place_of_project(code: str) -> int | None:
    """The place of the project with this code; None where there is none."""
    return Project.objects.filter(code=code).values_list("place", flat=True).first()
