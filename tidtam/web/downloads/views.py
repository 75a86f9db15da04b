"""The report as a file, for the same question as the page it was asked from."""

from django.http import HttpRequest, HttpResponse

from tidtam.problems import Refused
from tidtam.reports import files
from tidtam.reports.formats import FORMATS
from tidtam.web import problems
from tidtam.web.access import readable_place
from tidtam.web.address import Address, echoed, read_address
from tidtam.web.page import page


@page
def download(request: HttpRequest, address: Address, year: str, kind: str) -> HttpResponse:
    """The report of a fiscal year as Word, PDF, Excel or JSON."""
    if kind not in FORMATS:
        raise Refused([problems.NO_SUCH_KIND.at(text=echoed(kind))])
    readable_place(request, address.place)
    asked = read_address({**request.GET.dict(), "fy": year})
    content = files.write(
        kind,
        fiscal_year=asked.fiscal_year,
        as_of=asked.as_of,
        known_at=asked.known_at,
        place_code=asked.place,
    )
    answer = HttpResponse(content, content_type=FORMATS[kind].media_type)
    answer["Content-Disposition"] = f'attachment; filename="tidtam-{asked.fiscal_year}.{kind}"'
    return answer
