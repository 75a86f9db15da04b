"""The pages of organisations: the list, and one with its loans and projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tidtam.housing.access import readable as readable_projects
from tidtam.housing.lending import queries
from tidtam.housing.lending.queries import Reckoned, Together
from tidtam.ledger_store.read import Moment
from tidtam.people.access import Access, Right
from tidtam.places.codes import NATION
from tidtam.problems import Refused
from tidtam.registers.actions import compared
from tidtam.registers.models import Organisation, OrganisationKind
from tidtam.thai.digits import to_arabic
from tidtam.web import problems as site
from tidtam.web.address import Address
from tidtam.web.housing.listing import at_place, places_above
from tidtam.web.organisations import problems
from tidtam.web.page import page, shown
from tidtam.web.reader import access_here
from tidtam.web.show import Show

PAGE = 50
HOMES = "place__home__home__home"


@dataclass(frozen=True, slots=True)
class Listed:
    """An organisation with its loans together; None where it has none."""

    organisation: Organisation
    together: Together | None


@page
def organisations(request: HttpRequest, address: Address) -> HttpResponse:
    """The organisations of the reader's places, found by name, place and kind, with what they owe."""
    access, show = access_here(request), Show(address.lang, address.digits == "thai")
    text, kind = " ".join(request.GET.get("name", "").split()), request.GET.get("kind", "")
    mine = access.limit(Organisation.objects.select_related(HOMES), Right.READ_CLAIMS)
    rows = _wanted(mine, text, kind, address.place)
    count = rows.count()
    pages = max(1, -(-count // PAGE))
    if address.page > pages:
        raise Refused([site.NO_SUCH_PAGE.at(text=address.page)])
    some = list(rows[(address.page - 1) * PAGE : address.page * PAGE])
    loans = loans_of(access, [one.pk for one in some])
    return shown(
        request,
        "organisations/organisations.html",
        address.changed(as_of=timezone.localdate()),
        listed=[Listed(one, queries.together(loans[one.pk])) for one in some],
        text=text,
        kind=kind,
        kinds=OrganisationKind.values,
        places=places_above(mine, show),
        chosen=address.place,
        is_filtered=bool(text or kind or address.place != NATION),
        records=access.anywhere(Right.RECORD),
        count=count,
        pages=pages,
    )


def _wanted(mine: QuerySet[Organisation], text: str, kind: str, place: str) -> QuerySet[Organisation]:
    """Those with a part of the name or registration number, of a kind, at a place or within it."""
    rows = mine if place == NATION else at_place(mine, place)
    if kind:
        rows = rows.filter(kind=kind)
    if text:
        number = to_arabic(text)
        like = Q(compared__contains=compared(text)) | Q(registered_number__icontains=text)
        rows = rows.filter(like | Q(registered_number__icontains=number))
    return rows


def loans_of(access: Access, organisations: Collection[int]) -> dict[int, list[Reckoned]]:
    """The loans of organisations (ids) that somebody may read, as they stand today."""
    rows = queries.readable(access).filter(organisation__in=organisations)
    found: dict[int, list[Reckoned]] = defaultdict(list)
    for one in queries.reckoned(rows, Moment(timezone.localdate())):
        found[one.loan.organisation_id].append(one)
    return found


def the_organisation(access: Access, key: UUID) -> Organisation:
    """The organisation with this key, among those that somebody may read; Refused where there is none."""
    rows = access.limit(Organisation.objects.select_related(HOMES), Right.READ_CLAIMS)
    found = rows.filter(key=key).first()
    if found is None:
        raise Refused([problems.NO_SUCH_ORGANISATION.at()])
    return found


@page
def organisation(request: HttpRequest, address: Address, key: UUID) -> HttpResponse:
    """One organisation: what it borrowed, what is late, and what it builds."""
    access = access_here(request)
    found = the_organisation(access, key)
    loans = loans_of(access, [found.pk])[found.pk]
    theirs = Q(organisation=found) | Q(loans__organisation=found)
    projects = readable_projects(access).filter(theirs).distinct().select_related("place").order_by("code")
    return shown(
        request,
        "organisations/organisation.html",
        address.changed(as_of=timezone.localdate()),
        organisation=found,
        records=access.may(Right.RECORD, found.place_id),
        loans=loans,
        together=queries.together(loans),
        projects=projects,
        kept=request.GET.get("kept", ""),
    )
