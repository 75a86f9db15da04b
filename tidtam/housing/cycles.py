"""In which cycle something of a project is counted once."""

from tidtam.housing.models import Project
from tidtam.ledger.pathway import Pathway, Stage
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import Housing

OF_PAPERS = frozenset({"unexplained"})
"""Exits for papers that give no reason; whoever knows the household knows the reason."""


def exits_told(pathway: Pathway) -> tuple[Stage, ...]:
    """The exits that somebody who works with the households may tell."""
    return tuple(stage for stage in pathway.exits if stage.code not in OF_PAPERS)


def counted(project: Project) -> Housing:
    """How the programme of a project counts; KeyError when definitions say nothing of it any more."""
    return programmes.housing()[project.programme]


def of_households(project: Project) -> str:
    """A household counts once for ever, or once for the event that struck it."""
    if counted(project).cycle == "event" and project.event is not None:
        return f"event-{project.event.key.hex[:24]}"
    return ""


def of_money(project: Project) -> str:
    """The money of each project is a book of its own: more than was approved there is never paid."""
    return project.code
