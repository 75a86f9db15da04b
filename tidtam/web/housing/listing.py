"""The list of projects: those of the reader's places, each with its stage band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse

from tidtam.housing import queries
from tidtam.housing.access import readable
from tidtam.housing.models import Block, Project
from tidtam.housing.queries import Band
from tidtam.ledger.pathway import Pathway
from tidtam.people.access import Access, Right
from tidtam.places import queries as places
from tidtam.places.codes import NATION
from tidtam.places.models import RANK, Kind, Place
from tidtam.problems import Both, Refused
from tidtam.programmes import queries as programmes
from tidtam.review.models import Claim
from tidtam.web import problems
from tidtam.web.address import Address
from tidtam.web.choices import alphabetical
from tidtam.web.housing.bands import Blocked, blocked_by, pathway_of
from tidtam.web.page import page, shown
from tidtam.web.reader import access_here
from tidtam.web.show import Show

M = TypeVar("M", bound=Model)

PAGE = 25
MOST_PLACES = 400


@dataclass(frozen=True, slots=True)
class Row:
    """A project of a list: where it is, how its households stand, what blocks it, what happened last."""

    project: Project
    programme: Both | None
    pathway: Pathway
    band: Band
    houses: int
    on_list: int
    blocks: Sequence[Block]
    last: Claim | None

    @property
    def blocked(self) -> list[Blocked]:
        """What blocks it, by reason."""
        return blocked_by(self.blocks)

    def happened(self, show: Show) -> str:
        """What happened last, in words."""
        if self.last is None:
            return ""
        pathway = programmes.pathway(self.last.pathway)
        return ", ".join(
            f"{pathway.stage(count.stage).name(show.lang)} {show.number(count.number)}"
            for count in self.last.counts.all()
            if pathway.unit != "satang"
        )


@page
def projects(request: HttpRequest, address: Address) -> HttpResponse:
    """The projects that somebody may open, by programme, place and a part of the name."""
    access = access_here(request)
    mine = readable(access)
    show = Show(address.lang, address.digits == "thai")
    programme, text = request.GET.get("programme", ""), request.GET.get("q", "").strip()
    found = _wanted(mine, programme, address.place, text)
    count = found.count()
    pages = max(1, -(-count // PAGE))
    if address.page > pages:
        raise Refused([problems.NO_SUCH_PAGE.at(text=address.page)])
    some = list(found.select_related("event")[(address.page - 1) * PAGE : address.page * PAGE])
    return shown(
        request,
        "housing/projects.html",
        address,
        rows=rows_of(some),
        count=count,
        pages=pages,
        programmes=_offered(show),
        programme=programme,
        places=places_above(mine, show),
        chosen=address.place,
        text=text,
        is_filtered=bool(programme or text or address.place != NATION),
        records=access.anywhere(Right.RECORD),
    )


def _wanted(mine: QuerySet[Project], programme: str, place: str, text: str) -> QuerySet[Project]:
    found = mine.order_by("code")
    if programme:
        found = found.filter(programme=programme)
    if place != NATION:
        found = at_place(found, place)
    if text:
        like = Q(name__icontains=text) | Q(code__icontains=text) | Q(organisation__name__icontains=text)
        found = found.filter(like)
    return found


def at_place(rows: QuerySet[M], code: str) -> QuerySet[M]:
    """Those of some projects, or of other things with a place, that lie at a place in any tree."""
    inside = places.nested_on().filter(ancestor__code=code).values("descendant")
    return rows.filter(place__in=inside)


def rows_of(projects: Sequence[Project]) -> list[Row]:
    """Projects as rows, in the same few queries however many there are."""
    at = places.with_homes({one.place_id for one in projects})
    for one in projects:
        one.place = at[one.place_id]
    stand, houses, names = queries.bands(projects), queries.houses(projects), queries.programme_names()
    on_list, last, blocks = (
        queries.on_the_list(projects),
        queries.events_of(projects),
        queries.open_blocks(projects),
    )
    return [
        Row(
            one,
            names.get(one.programme),
            pathway_of(one),
            stand[one.pk],
            houses[one.pk],
            on_list[one.pk],
            blocks.get(one.pk, ()),
            last.get(one.pk),
        )
        for one in projects
    ]


def _offered(show: Show) -> list[tuple[str, str]]:
    return [(code, name.text(show.lang)) for code, name in queries.programme_names().items()]


def places_above(mine: QuerySet[M], show: Show) -> list[Place]:
    """Where there are projects (or other things), and what these places lie in, the widest first."""
    above = places.nested_on().filter(descendant__in=mine.order_by().values("place"))
    found = Place.objects.filter(pk__in=above.values("ancestor")).exclude(kind=Kind.NATION)
    return sorted(alphabetical(found[:MOST_PLACES], show.lang), key=lambda place: RANK[Kind(place.kind)])


def records_at(access: Access) -> QuerySet[Place]:
    """The places for which somebody records."""
    return access.limit(Place.objects.all(), Right.RECORD, "pk")
