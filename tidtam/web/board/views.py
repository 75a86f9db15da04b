"""The board page."""

from django.http import HttpRequest, HttpResponse

from tidtam.reports import queries
from tidtam.reports.formats import FORMATS
from tidtam.reports.paper import problems_of
from tidtam.web.access import readable_place
from tidtam.web.address import Address
from tidtam.web.choices import choices, newest
from tidtam.web.page import page, shown
from tidtam.web.show import state_of


@page
def board(request: HttpRequest, address: Address) -> HttpResponse:
    """All lines of a fiscal year at one place, as they stood on a day."""
    readable_place(request, address.place)
    address = newest(address)
    found = queries.board(
        fiscal_year=address.fiscal_year,
        as_of=address.as_of,
        known_at=address.known_at,
        place_code=address.place,
        growth=True,
    )
    settled = address.changed(fiscal_year=found.fiscal_year, as_of=found.as_of, stage=None, page=1)
    return shown(
        request,
        "board/board.html",
        settled,
        board=found,
        choices=choices(found.fiscal_year, address.lang),
        found_problems=problems_of(found),
        formats=FORMATS.values(),
        reported=sum(line.result is not None or any(s.stage for s in line.slots) for line in found.lines),
        met=sum(state_of(line) is not None for line in found.lines),
    )
