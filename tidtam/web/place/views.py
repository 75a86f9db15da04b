"""The place page."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse

from tidtam.places import queries as places
from tidtam.places.models import Kind, Place
from tidtam.reports import queries
from tidtam.reports.content import Board, Line
from tidtam.reports.openness import PUBLIC_KINDS
from tidtam.reports.paper import problems_of
from tidtam.web.access import readable_place, reads_claims
from tidtam.web.address import Address
from tidtam.web.choices import PlaceGroup, alphabetical, choices, newest
from tidtam.web.page import page, shown


@page
def place(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """Everything of one nation, region, province or canal, on a page that its people can print."""
    here = readable_place(request, code)
    address = newest(address)
    found = queries.board(
        fiscal_year=address.fiscal_year, as_of=address.as_of, known_at=address.known_at, place_code=code
    )
    settled = address.changed(
        fiscal_year=found.fiscal_year, as_of=found.as_of, place=code, stage=None, page=1
    )
    reported, unreported = told_apart(found)
    return shown(
        request,
        "place/place.html",
        settled,
        place=here,
        board=found,
        reported=reported,
        unreported=unreported,
        paths=paths(here, found.as_of),
        children=children(here, found.as_of, address.lang, kinds_shown(request, here)),
        choices=choices(found.fiscal_year, address.lang),
        found_problems=problems_of(found),
    )


def told_apart(board: Board) -> tuple[list[Line], list[Line]]:
    """All lines of the board, items and series: those that say something of the place, and the others."""
    lines = [*board.lines, *board.items, *board.series]
    told = [line for line in lines if line.result is not None or line.slots]
    return told, [line for line in lines if line not in told]


def paths(here: Place, on: date) -> list[list[Place]]:
    """The ways from the nation down to this place, without itself; none that another one holds."""
    rows = places.nested_on(on).filter(descendant=here, depth__gt=0).select_related("ancestor")
    ways: dict[str, list[Place]] = defaultdict(list)
    for row in rows.order_by("tree", "-depth"):
        ways[row.tree_id].append(row.ancestor)
    fullest = sorted(ways.values(), key=len, reverse=True)
    return [way for n, way in enumerate(fullest) if not any(set(way) <= set(other) for other in fullest[:n])]


def kinds_shown(request: HttpRequest, here: Place) -> Sequence[str]:
    """The kinds of places under this one that a reader may open."""
    return Kind.values if reads_claims(request, here) else PUBLIC_KINDS


def children(here: Place, on: date, lang: str, kinds: Sequence[str] = PUBLIC_KINDS) -> list[PlaceGroup]:
    """The places of these kinds right under this one in any tree, by kind."""
    rows = places.nested_on(on).filter(ancestor=here, depth=1, descendant__kind__in=kinds)
    found = alphabetical({row.descendant for row in rows.select_related("descendant")}, lang)
    groups = [PlaceGroup(kind, [child for child in found if child.kind == kind]) for kind in kinds]
    return [group for group in groups if group.places]
