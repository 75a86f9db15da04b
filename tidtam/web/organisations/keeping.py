"""The forms that put an organisation on the register, and put right what it says of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from tidtam.people.access import Access
from tidtam.places.models import Place
from tidtam.problems import Refused, Where
from tidtam.registers.actions import add_organisation, correct_organisation
from tidtam.registers.models import Organisation, OrganisationKind
from tidtam.registers.problems import NAME_MISSING
from tidtam.thai.dates import typed_date
from tidtam.web.address import Address
from tidtam.web.housing.beginning import add_place, read_place
from tidtam.web.housing.fields import Sheet
from tidtam.web.housing.forms import Typed, Wrong
from tidtam.web.housing.reading import Reading
from tidtam.web.organisations import problems
from tidtam.web.organisations.views import the_organisation
from tidtam.web.page import form, shown
from tidtam.web.reader import access_here, signed_in
from tidtam.web.show import Show

FOR_PROJECT = "project"
"""What the form of a new project says when it sends somebody here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a form says of an organisation, read."""

    kind: OrganisationKind
    name: str
    place: Place
    registered_number: str
    registered_on: date | None
    note: str


@form
def organisation_new(request: HttpRequest, address: Address) -> HttpResponse:
    """An organisation that is not on the register yet; it leads on to where it was missing."""
    access = access_here(request)
    if request.method != "POST":
        return _asked(request, address, _sheet(request, address, None, _from_address(request)))
    try:
        said = _read(access, request.POST)
        made = add_organisation(
            actor=signed_in(request),
            kind=said.kind,
            name=said.name,
            place=said.place,
            registered_number=said.registered_number,
            registered_on=said.registered_on,
            note=said.note,
        )
    except Refused as refused:
        return _asked(request, address, _sheet(request, address, None, request.POST, refused.problems))
    if request.POST.get("for") == FOR_PROJECT:
        return HttpResponseRedirect(_with(reverse("project_new"), address, organisation=str(made.pk)))
    return HttpResponseRedirect(to_organisation(made, address, kept="added"))


@form
def organisation_correct(request: HttpRequest, address: Address, key: UUID) -> HttpResponse:
    """What the register says of an organisation, to be put right."""
    access = access_here(request)
    found = the_organisation(access, key)
    if request.method != "POST":
        return _asked(request, address, _sheet(request, address, found, None), found)
    try:
        said = _read(access, request.POST)
        correct_organisation(
            actor=signed_in(request),
            organisation=found,
            kind=said.kind,
            name=said.name,
            place=said.place,
            registered_number=said.registered_number,
            registered_on=said.registered_on,
            note=said.note,
        )
    except Refused as refused:
        sheet = _sheet(request, address, found, request.POST, refused.problems)
        return _asked(request, address, sheet, found)
    return HttpResponseRedirect(to_organisation(found, address, kept="corrected"))


def to_organisation(found: Organisation, address: Address, *, kept: str) -> str:
    """The address of the page of an organisation that was just kept."""
    return _with(reverse("organisation", kwargs={"key": found.key}), address, kept=kept)


def _with(path: str, address: Address, **more: str) -> str:
    asked = QueryDict(mutable=True)
    asked.update(more | ({"lang": "en"} if address.lang == "en" else {}))
    return f"{path}?{asked.urlencode()}"


def _from_address(request: HttpRequest) -> Typed:
    """What somebody searched for in vain, or the form that they come from."""
    asked = {name: request.GET[name] for name in ("name", "kind", "for") if request.GET.get(name)}
    if not asked:
        return None
    typed = QueryDict(mutable=True)
    typed.update(asked)
    return typed


def _sheet(
    request: HttpRequest, address: Address, found: Organisation | None, typed: Typed, wrong: Wrong = ()
) -> Sheet:
    """The form, filled in with what was typed, else with what the register says."""
    show = Show(address.lang, address.digits == "thai")
    made = Sheet("form", show, typed, wrong, area="organisations")
    kinds = [(kind.value, show.say(f"organisations.kind.{kind.value}")) for kind in OrganisationKind]
    made.add("name", usual=found.name if found else "", hint="organisations.form.name_hint")
    made.add("kind", "select", options=kinds, usual=found.kind if found else "")
    add_place(made, access_here(request), show, found.place.code if found else "")
    optional = "housing.optional"
    made.add("registered_number", usual=found.registered_number if found else "", hint=optional)
    made.add("registered_on", usual=_day_of(found, show), hint="organisations.form.day_hint")
    made.add("note", "words", usual=found.note if found else "", hint=optional)
    if typed and typed.get("for"):
        made.add("for", "hidden")
    return made


def _day_of(found: Organisation | None, show: Show) -> str:
    """The day of registration as a person types it."""
    if found is None or found.registered_on is None:
        return ""
    return show.iso(found.registered_on) if show.lang == "en" else typed_date(found.registered_on)


def _asked(
    request: HttpRequest, address: Address, sheet: Sheet, found: Organisation | None = None
) -> HttpResponse:
    answer = shown(request, "organisations/keep.html", address, sheet=sheet, organisation=found)
    answer.status_code = 400 if sheet.wrong else 200
    return answer


def _read(access: Access, post: QueryDict) -> Said:
    """What was typed; Refused with everything that cannot be read."""
    reading = Reading(post)
    kind, place = reading.choice("kind", OrganisationKind.values), read_place(reading, access)
    day = reading.day("registered_on") if reading.text("registered_on") else None
    if day and day.first != day.last:
        reading.wrong.append(problems.DAY_NOT_WHOLE.at(Where(field="registered_on")))
    if not reading.text("name"):
        reading.wrong.append(NAME_MISSING.at(Where(field="name")))
    if place is None or reading.wrong:
        raise Refused(reading.wrong)
    return Said(
        kind=OrganisationKind(kind),
        name=reading.text("name"),
        place=place,
        registered_number=reading.text("registered_number"),
        registered_on=day.last if day else None,
        note=reading.text("note"),
    )
