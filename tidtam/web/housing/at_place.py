"""All projects of a canal, city or any other place on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from tidtam.housing.access import readable
from tidtam.places import queries as places
from tidtam.problems import Both
from tidtam.web.address import Address
from tidtam.web.housing.bands import Together, blocked_by, together
from tidtam.web.housing.listing import Row, at_place, rows_of
from tidtam.web.page import page, shown
from tidtam.web.reader import access_here


@dataclass(frozen=True, slots=True)
class Programme:
    """The projects of one pathway at a place: their names, their sum, and each of them."""

    names: Sequence[Both]
    whole: Together
    rows: Sequence[Row]

    @property
    def houses(self) -> int:
        """Houses of all of them: a unit of its own, never added to households."""
        return sum(row.houses for row in self.rows)

    @property
    def on_list(self) -> int:
        """Households on the lists of all of them."""
        return sum(row.on_list for row in self.rows)


@page
def housing_at(request: HttpRequest, address: Address, place: str) -> HttpResponse:
    """The sum of each pathway, a table by project, and what blocks them."""
    here = places.with_homes([places.by_code([place])[place].pk])
    (found,) = here.values()
    access = access_here(request)
    projects = list(at_place(readable(access).order_by("code"), place).select_related("event"))
    rows = rows_of(projects)
    by_project = {row.project.pk: row for row in rows}
    groups = together(projects, {row.project.pk: row.band for row in rows})
    return shown(
        request,
        "housing/at_place.html",
        address,
        here=found,
        groups=[_programme(whole, [by_project[one.pk] for one in whole.projects]) for whole in groups],
        blocked=blocked_by(block for row in rows for block in row.blocks),
        count=len(projects),
        codes={one.pk: one.code for one in projects},
    )


def _programme(whole: Together, rows: Sequence[Row]) -> Programme:
    names = dict.fromkeys(row.programme for row in rows if row.programme)
    return Programme(tuple(names), whole, rows)
