"""The trail page."""

from django.http import HttpRequest, HttpResponse

from tidtam.people.access import access_of
from tidtam.problems import Refused
from tidtam.reports import queries
from tidtam.web import problems
from tidtam.web.access import readable_place
from tidtam.web.address import Address, echoed, is_code
from tidtam.web.choices import choices, newest
from tidtam.web.page import page, shown
from tidtam.web.show import Show
from tidtam.web.trail.field import shown_of, told_of
from tidtam.web.trail.public import public


@page
def trail(request: HttpRequest, address: Address, line: str) -> HttpResponse:
    """One figure by place, month and stage, and the entries and papers under it."""
    readable_place(request, address.place)
    if not is_code(line):
        raise Refused([problems.NO_SUCH_LINE.at(text=echoed(line))])
    address = newest(address)
    found = queries.trail(
        line=line,
        fiscal_year=address.fiscal_year,
        as_of=address.as_of,
        known_at=address.known_at,
        place_code=address.place,
        stage=address.stage,
        page=address.page,
    )
    if address.page > found.pages > 0:
        raise Refused([problems.NO_SUCH_PAGE.at(text=address.page)])
    settled = address.changed(fiscal_year=found.fiscal_year, as_of=found.as_of)
    told = told_of(found, access_of(request.user), Show(address.lang, address.digits == "thai"))
    seen = public(found, told)
    return shown(
        request,
        "trail/trail.html",
        settled,
        trail=seen,
        entries=shown_of(seen.entries, told),
        line=found.line,
        choices=choices(found.fiscal_year, address.lang),
        newer=found.page - 1,
        older=found.page + 1,
    )
