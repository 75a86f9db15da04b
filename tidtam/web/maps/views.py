"""The map page."""

from django.http import HttpRequest, HttpResponse

from tidtam.places.atlas import ADMINISTRATIVE
from tidtam.places.codes import NATION
from tidtam.places.models import Kind
from tidtam.problems import Refused
from tidtam.reports import queries
from tidtam.reports.content import PlaceMap, PlaceName
from tidtam.reports.map_charts import Mapper, without_point
from tidtam.web import problems
from tidtam.web.access import readable_place, reads_claims
from tidtam.web.address import Address, echoed, is_code
from tidtam.web.choices import choices, newest
from tidtam.web.page import page, shown
from tidtam.web.show import Show
from tidtam.web.templatetags.pages import map_link, trail_link

MAPPED = (Kind.NATION, Kind.REGION, Kind.PROVINCE)
"""The kinds of places whose name opens to a map of their own."""


@page
def map_page(request: HttpRequest, address: Address, line: str) -> HttpResponse:
    """One line by the places of a map, and the same in a table."""
    here = readable_place(request, address.place)
    if not is_code(line):
        raise Refused([problems.NO_SUCH_LINE.at(text=echoed(line))])
    address = newest(address)
    found = queries.place_map(
        line=line,
        fiscal_year=address.fiscal_year,
        as_of=address.as_of,
        known_at=address.known_at,
        place_code=address.place,
        tree=address.tree if address.place == NATION else None,
        below=here.kind not in MAPPED or reads_claims(request, here),
    )
    tree = found.tree if found.trees and found.tree != ADMINISTRATIVE else None
    settled = address.changed(fiscal_year=found.fiscal_year, as_of=found.as_of, stage=None, page=1, tree=tree)
    show = Show(address.lang, address.digits == "thai")
    mapper = mapper_of(found, settled, show)
    title = show.say("map.picture", name=show.name(found.line), day=show.day(found.as_of))
    return shown(
        request,
        "maps/map.html",
        settled,
        found=found,
        line=found.line,
        mapper=mapper,
        chart=mapper.chart(found, title),
        targets=any(part.target is not None for part in found.parts),
        unsure=any(part.kind not in (None, "exact") for part in found.parts),
        mapped=found.kind != Kind.TAMBON,
        no_point=", ".join(show.name(part.place) for part in without_point(found)),
        trees=found.trees,
        chosen_tree=found.tree,
        choices=choices(found.fiscal_year, address.lang),
    )


def mapper_of(found: PlaceMap, address: Address, show: Show) -> Mapper:
    """Draws in the language and digits of the page; a province opens to its map, a tambon to its trail."""

    def link(place: PlaceName) -> str:
        there = address.changed(place=place.code)
        to = map_link if place.kind in MAPPED else trail_link
        return to(there, found.line.line)

    return Mapper(found.line, show.lang, show.digits, link)
