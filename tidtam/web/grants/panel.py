"""The money of a project in short, on the page of the project: its grant, and what it borrowed beside it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from tidtam.housing.grants.instalments import fact_of, of_project
from tidtam.housing.grants.money import Money, money_of
from tidtam.housing.lending import queries as lending
from tidtam.housing.lending.queries import Reckoned
from tidtam.housing.models import Project
from tidtam.ledger_store.read import Moment
from tidtam.web.grants.views import Row
from tidtam.web.housing.panel import Panel
from tidtam.web.reader import access_here
from tidtam.web.show import Show


@dataclass(frozen=True, slots=True)
class InShort:
    """The grant of a project, the instalment that comes next, and its loans; the three are never added."""

    project: Project
    money: Money | None
    next: Row | None
    loans: list[Reckoned]


def money_panel(request: HttpRequest, project: Project, show: Show) -> Panel:
    """What was approved, contracted, due and paid, and what is outstanding of its loans."""
    money = money_of([project]).get(project.pk)
    coming = next((one for one in of_project(project) if one.due is None), None) if money else None
    rows = lending.readable(access_here(request)).filter(project=project)
    loans = lending.reckoned(rows, Moment(timezone.localdate())) if rows.exists() else []
    following = Row(coming, fact_of(coming)) if coming else None
    return Panel("grants/_panel.html", InShort(project, money, following, loans))
