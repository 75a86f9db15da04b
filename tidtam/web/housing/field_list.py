"""The list of households to take into the field: to print, and as Excel."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tidtam.documents.excel import write_sheets
from tidtam.documents.sheets import Column, SheetOut
from tidtam.housing import queries
from tidtam.housing.models import Project
from tidtam.intake.sheets.formats import MEDIA_TYPES
from tidtam.problems import Refused
from tidtam.programmes import queries as programmes
from tidtam.review.practice import banner
from tidtam.web import problems
from tidtam.web.address import Address
from tidtam.web.housing import desk
from tidtam.web.housing.bands import pathway_of
from tidtam.web.housing.desk import Row, wanted_of
from tidtam.web.housing.project import the_project
from tidtam.web.page import page, shown
from tidtam.web.reader import access_here
from tidtam.web.show import Show

PAGE = 500
"""Households that one page prints."""

MOST = 10_000
"""Households that a file holds."""

CHUNK = 500


@page
def field_list(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """Households with a box to tick and room for a signature, for those of the place alone."""
    found = the_project(access_here(request), code)
    wanted = wanted_of(request.GET)
    households = queries.households(found, wanted)
    count = households.count()
    pages = max(1, -(-count // PAGE))
    if address.page > pages:
        raise Refused([problems.NO_SUCH_PAGE.at(text=address.page)])
    some = list(households[(address.page - 1) * PAGE : address.page * PAGE])
    return shown(
        request,
        "housing/field_list.html",
        address,
        project=found,
        rows=desk.rows_for(found, some),
        count=count,
        pages=pages,
        today=timezone.localdate(),
        wanted=wanted,
        pathway=pathway_of(found),
    )


@page
def field_list_file(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """The same households as Excel."""
    found = the_project(access_here(request), code)
    show = Show(address.lang, address.digits == "thai")
    some = list(queries.households(found, wanted_of(request.GET))[:MOST])
    rows = [
        row
        for start in range(0, len(some), CHUNK)
        for row in desk.rows_for(found, some[start : start + CHUNK])
    ]
    content = write_sheets([_sheet(found, rows, show)], title=f"{found.code} {found.name}")
    answer = HttpResponse(content, content_type=MEDIA_TYPES[".xlsx"])
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.code)}.xlsx"
    return answer


def _sheet(found: Project, rows: list[Row], show: Show) -> SheetOut:
    place = found.place.address_en if show.lang == "en" else found.place.address_th
    at = f"{place} · {show.say('board.as_of', day=show.day(timezone.localdate()))}"
    heads = ("number", "name", "house", "part", "stage", "since", "blocked", "seen", "signature")
    widths = (8, 30, 14, 18, 22, 14, 26, 8, 26)
    kinds = {"number": "whole", "since": "date"}
    columns = tuple(
        Column(show.say(f"housing.list.{head}"), kinds.get(head, "text"), width)  # type: ignore[arg-type]
        for head, width in zip(heads, widths, strict=True)
    )
    reasons = {one.code: one.name.text(show.lang) for one in programmes.codes_of("blocked")}
    return SheetOut(
        found.code,
        columns,
        [
            (
                row.household.number,
                row.household.name,
                str(row.household.house or ""),
                str(row.household.part or ""),
                row.stage.name(show.lang) if row.stage else show.say("housing.not_begun"),
                row.since,
                ", ".join(reasons.get(block.reason, block.reason) for block in row.blocks),
                "",
                "",
            )
            for row in rows
        ],
        above=tuple(filter(None, (f"{found.code} {found.name}", at, banner()))),
        fixed_columns=2,
    )
