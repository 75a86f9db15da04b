"""The forms of a new project and of a new event."""

from __future__ import annotations

from typing import TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from tidtam.housing import queries
from tidtam.housing.actions import NewProject, add_event, add_project
from tidtam.housing.actions.projects import wrong_name, wrong_names
from tidtam.housing.codes import offered
from tidtam.housing.models import Event, Project
from tidtam.people.access import Access, Right
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Refused, Where
from tidtam.registers.models import Organisation
from tidtam.web.address import Address
from tidtam.web.housing import problems
from tidtam.web.housing.fields import Option, Sheet
from tidtam.web.housing.forms import Typed, Wrong, coded, today_typed
from tidtam.web.housing.listing import MOST_PLACES, records_at
from tidtam.web.housing.project import to_project
from tidtam.web.housing.reading import Reading
from tidtam.web.page import form, shown
from tidtam.web.reader import access_here, signed_in
from tidtam.web.show import Show

Listed = TypeVar("Listed", Organisation, Event)

MOST_EVENTS, MOST_ORGANISATIONS = 200, 500


@form
def project_new(request: HttpRequest, address: Address) -> HttpResponse:
    """A project that nobody began yet."""
    access, show = access_here(request), Show(address.lang, address.digits == "thai")
    if request.method == "POST":
        try:
            made = _begun(signed_in(request), access, request.POST)
            return HttpResponseRedirect(to_project(made.code, address))
        except Refused as refused:
            return _asked(
                request, address, _project_sheet(access, show, request.POST, refused.problems), "project_new"
            )
    return _asked(
        request,
        address,
        _project_sheet(access, show, _from_address(request, access, show), ()),
        "project_new",
    )


@form
def event_new(request: HttpRequest, address: Address) -> HttpResponse:
    """A fire, eviction or disaster that was just reported; it leads on to its project."""
    access, show = access_here(request), Show(address.lang, address.digits == "thai")
    if request.method == "POST":
        try:
            made = _reported(signed_in(request), access, request.POST)
        except Refused as refused:
            return _asked(
                request, address, _event_sheet(access, show, request.POST, refused.problems), "event_new"
            )
        lang = "&lang=en" if address.lang == "en" else ""
        return HttpResponseRedirect(f"{reverse('project_new')}?event={made.pk}{lang}")
    return _asked(request, address, _event_sheet(access, show, None, ()), "event_new")


def _asked(request: HttpRequest, address: Address, sheet: Sheet, name: str) -> HttpResponse:
    answer = shown(request, "housing/new.html", address, sheet=sheet, view=name)
    answer.status_code = 400 if sheet.wrong else 200
    return answer


def _from_address(request: HttpRequest, access: Access, show: Show) -> Typed:
    """The event or organisation that the form was opened for; its place is that of the project as well."""
    event = _one(access, Event, request.GET.get("event", ""))
    organisation = _one(access, Organisation, request.GET.get("organisation", ""))
    if event is None and organisation is None:
        return None
    typed = QueryDict(mutable=True)
    typed["started_on"] = today_typed(show)
    if organisation is not None:
        typed.update({"organisation": str(organisation.pk), "place": organisation.place.code})
    if event is not None:
        typed.update({"event": str(event.pk), "name": event.name})
        typed["place"] = event.place.code
    return typed


def _project_sheet(access: Access, show: Show, typed: Typed, wrong: Wrong) -> Sheet:
    made = Sheet("project", show, typed, wrong)
    names = [(code, name.text(show.lang)) for code, name in queries.programme_names().items()]
    made.add("programme", "select", options=names)
    made.add("code", hint="housing.project.code_hint")
    made.add("name")
    add_place(made, access, show)
    made.add("organisation", "select", options=_organisations(access, typed), hint="housing.optional")
    made.add("event", "select", options=_events(access, show), hint="housing.project.event_hint")
    made.add("planned", hint="housing.project.planned_hint", numeric=True)
    made.add("started_on", usual=today_typed(show), hint="work.day_hint")
    made.add("note", "words", hint="housing.optional")
    return made


def _event_sheet(access: Access, show: Show, typed: Typed, wrong: Wrong) -> Sheet:
    made = Sheet("event", show, typed, wrong)
    made.add("kind", "select", options=coded("event", show))
    made.add("name", hint="housing.event.name_hint")
    add_place(made, access, show)
    made.add("happened_on", hint="work.day_hint")
    made.add("reported_on", usual=today_typed(show), hint="work.day_hint")
    made.add("struck", hint="housing.optional", numeric=True)
    return made


def add_place(made: Sheet, access: Access, show: Show, usual: str = "") -> None:
    """A place from a list; where there are too many for one, its code."""
    found = list(records_at(access).select_related("home__home__home").order_by("code")[: MOST_PLACES + 1])
    if len(found) > MOST_PLACES:
        made.add("place", usual=usual, hint="work.place_code")
        return
    names = [(one.code, one.address_en if show.lang == "en" else one.address_th) for one in found]
    only = names[0][0] if len(names) == 1 else ""
    made.add("place", "select", options=names, usual=usual or only)


def _organisations(access: Access, typed: Typed) -> list[Option]:
    """The first by name, and the one that is chosen already."""
    mine = access.limit(Organisation.objects.all(), Right.READ_CLAIMS)[:MOST_ORGANISATIONS]
    found = [(str(one.pk), one.name) for one in mine]
    chosen = _one(access, Organisation, typed.get("organisation", "") if typed else "")
    more = [(str(chosen.pk), chosen.name)] if chosen else []
    return [*found, *(one for one in more if one not in found)]


def _events(access: Access, show: Show) -> list[Option]:
    mine = access.limit(Event.objects.all(), Right.READ_CLAIMS)[:MOST_EVENTS]
    return [(str(one.pk), f"{one.name} · {show.brief(one.happened_on)}") for one in mine]


def _begun(actor: User, access: Access, post: QueryDict) -> Project:
    reading = Reading(post)
    programme = reading.choice("programme", queries.programme_names())
    started, planned, place = reading.day("started_on"), reading.whole("planned"), read_place(reading, access)
    code, name = reading.text("code"), reading.text("name")
    if place is None or started is None or reading.wrong:
        raise Refused([*reading.wrong, *wrong_names(code, name)])
    return add_project(
        actor=actor,
        new=NewProject(
            code=code,
            programme=programme,
            name=name,
            place=place,
            started_on=started.first,
            organisation=_one(access, Organisation, reading.text("organisation")),
            event=_one(access, Event, reading.text("event")),
            households_planned=planned,
            note=reading.text("note"),
        ),
    )


def _reported(actor: User, access: Access, post: QueryDict) -> Event:
    reading = Reading(post)
    kind, name = reading.choice("kind", {entry.code for entry in offered("event")}), reading.text("name")
    happened, reported = reading.day("happened_on"), reading.day("reported_on")
    struck, place = reading.whole("struck"), read_place(reading, access)
    if place is None or happened is None or reported is None or reading.wrong:
        raise Refused([*reading.wrong, *wrong_name(name)])
    return add_event(
        actor=actor,
        kind=kind,
        name=name,
        place=place,
        happened_on=happened.first,
        reported_on=reported.last,
        households_struck=struck,
    )


def read_place(reading: Reading, access: Access) -> Place | None:
    """The place that was chosen, among those for which somebody records; None with a problem for none."""
    text = reading.text("place")
    found = records_at(access).filter(code=text).first() if text else None
    if not text:
        reading.wrong.append(problems.NOT_A_CHOICE.at(Where(field="place")))
    elif found is None:
        reading.wrong.append(problems.NO_SUCH_PLACE.at(Where(field="place"), text=text))
    return found


def _one(access: Access, model: type[Listed], text: str) -> Listed | None:
    """What was chosen from a list, among those that somebody may read; None when nothing was."""
    if not _is_id(text):
        return None
    return access.limit(model._default_manager.all(), Right.READ_CLAIMS).filter(pk=int(text)).first()


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 15
