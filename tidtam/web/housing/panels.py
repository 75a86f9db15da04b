"""What stands on the page of a project beside what housing itself knows: money, one panel for each kind."""

from collections.abc import Callable

from django.http import HttpRequest

from tidtam.housing.models import Project
from tidtam.web.grants.panel import money_panel
from tidtam.web.housing.panel import Panel
from tidtam.web.show import Show

Builder = Callable[[HttpRequest, Project, Show], Panel | None]
"""Makes the panel of a project for its reader, in the same few questions for each; None shows nothing."""

PANELS: tuple[Builder, ...] = (money_panel,)
"""The panels in the order of the page."""


def panels_of(request: HttpRequest, project: Project, show: Show) -> list[Panel]:
    """The panels of a project that have something to show."""
    made = (builder(request, project, show) for builder in PANELS)
    return [panel for panel in made if panel is not None]
