"""The page of one project, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from tidtam.housing import cycles, queries
from tidtam.housing.access import readable
from tidtam.housing.actions import unblock
from tidtam.housing.codes import offered
from tidtam.housing.models import Block, Project
from tidtam.people.access import Access, Right
from tidtam.people.models import User
from tidtam.places import queries as places
from tidtam.problems import Problem, Refused
from tidtam.programmes import queries as programmes
from tidtam.thai.money import SATANG_IN_BAHT
from tidtam.web import problems as page_problems
from tidtam.web.address import Address
from tidtam.web.housing import bands, desk, forms, moving, problems
from tidtam.web.housing.checkers import who_checks
from tidtam.web.housing.desk import wanted_of
from tidtam.web.housing.panels import panels_of
from tidtam.web.page import form, shown
from tidtam.web.reader import access_here, signed_in
from tidtam.web.show import Show

MOVING = ("who", "stage", "day", "photos", "note", "by", "reason", "since", "why")
"""The fields of the daily work, beside which a problem may stand."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent and cannot be done: which, what was typed, and what is wrong."""

    do: str = ""
    typed: QueryDict | None = None
    wrong: tuple[Problem, ...] = ()

    def of(self, do: str) -> tuple[QueryDict | None, tuple[Problem, ...]]:
        """What was typed into one of the forms, and what is wrong with it."""
        return (self.typed, self.wrong) if self.do == do else (None, ())


def the_project(access: Access, code: str) -> Project:
    """The project with this code, among those that somebody may open; Refused where there is none."""
    found = readable(access).select_related("organisation", "event").prefetch_related("parts")
    one = found.filter(code=code).first()
    if one is None:
        raise Refused([problems.NO_SUCH_PROJECT.at()])
    one.place = places.with_homes([one.place_id])[one.place_id]
    return one


def to_project(code: str, address: Address, *, anchor: str = "", **more: str) -> str:
    """The address of the page of a project."""
    asked = QueryDict(mutable=True)
    asked.update(more | ({"lang": "en"} if address.lang == "en" else {}))
    query = f"?{asked.urlencode()}" if asked else ""
    return reverse("project", kwargs={"code": code}) + query + (f"#{anchor}" if anchor else "")


@form
def project(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """One project; its buttons lead back here."""
    access = access_here(request)
    found = the_project(access, code)
    if request.method != "POST":
        return _shown(request, address, access, found, Sent())
    if not access.may(Right.RECORD, found.place_id):
        raise Refused([page_problems.NOT_FOR_YOU.at()])
    do = request.POST.get("do", "move")
    if do not in DEEDS:
        raise Refused([page_problems.BAD_ASK.at()])
    try:
        return HttpResponseRedirect(DEEDS[do](request, address, found))
    except Refused as refused:
        answer = _shown(request, address, access, found, Sent(do, request.POST, tuple(refused.problems)))
        answer.status_code = 400
        return answer


def _move(request: HttpRequest, address: Address, found: Project) -> str:
    claim = moving.hand_in(signed_in(request), found, request.POST, _files(request), wanted_of(request.GET))
    return to_project(found.code, address, told=str(claim.key), anchor="told", **_kept(request))


def _step(request: HttpRequest, address: Address, found: Project) -> str:
    claim = moving.hand_in_step(signed_in(request), found, request.POST, _files(request))
    return to_project(found.code, address, told=str(claim.key), anchor="told")


def _block(request: HttpRequest, address: Address, found: Project) -> str:
    moving.block_chosen(signed_in(request), found, request.POST, wanted_of(request.GET))
    return to_project(found.code, address, anchor="blocked", **_kept(request))


def _unblock(request: HttpRequest, address: Address, found: Project) -> str:
    text = request.POST.get("number", "")
    mine = Block.objects.filter(project=found, pk=int(text) if text.isascii() and text.isdecimal() else 0)
    if not mine.exists():
        raise Refused([page_problems.BAD_ASK.at()])
    unblock(actor=signed_in(request), number=int(text))
    return to_project(found.code, address, anchor="blocked", **_kept(request))


def _add_household(request: HttpRequest, address: Address, found: Project) -> str:
    made = forms.add_household(signed_in(request), found, request.POST)
    return to_project(found.code, address, added=str(made.number), anchor="household")


def _kept(request: HttpRequest) -> dict[str, str]:
    """What the table was narrowed to."""
    return {name: request.GET[name] for name in ("q", "stage", "part", "blocked") if request.GET.get(name)}


def _files(request: HttpRequest) -> list[UploadedFile[bytes]]:
    return list(request.FILES.getlist("photos"))


Keeps = Callable[[User, Project, QueryDict], Any]


def _keeps(keep: Keeps, anchor: str) -> Callable[[HttpRequest, Address, Project], str]:
    def kept(request: HttpRequest, address: Address, found: Project) -> str:
        keep(signed_in(request), found, request.POST)
        return to_project(found.code, address, anchor=anchor)

    return kept


DEEDS: dict[str, Callable[[HttpRequest, Address, Project], str]] = {
    "move": _move,
    "step": _step,
    "block": _block,
    "unblock": _unblock,
    "household": _add_household,
    "part": _keeps(forms.keep_part, "parts"),
    "partner": _keeps(forms.keep_partner, "partners"),
    "paper": _keeps(forms.keep_paper, "papers"),
}
"""What the buttons do, by their names; each gives the address to go on to."""


def _shown(
    request: HttpRequest, address: Address, access: Access, found: Project, sent: Sent
) -> HttpResponse:
    show = Show(address.lang, address.digits == "thai")
    records = access.may(Right.RECORD, found.place_id)
    band = queries.bands([found])[found.pk]
    blocks = queries.open_blocks([found]).get(found.pk, [])
    on_list = queries.on_the_list([found])[found.pk]
    told = desk.told(found, access, request.GET.get("told", ""), show)
    return shown(
        request,
        "housing/project.html",
        address,
        project=found,
        records=records,
        opens_organisation=found.organisation is not None
        and access.may(Right.READ_CLAIMS, found.organisation.place_id),
        programme=queries.programme_names().get(found.programme),
        band=band,
        pathway=bands.pathway_of(found),
        on_list=on_list,
        not_begun=on_list - queries.begun(found),
        houses=queries.houses([found])[found.pk],
        blocks=blocks,
        blocked=bands.blocked_by(blocks),
        days_to_money=_days_to_money(found),
        timeline=desk.timeline(found),
        photos=desk.photos_by_phase(found, show),
        papers=_papers(found, show),
        partners=found.partners.all(),
        claims=desk.claims_here(found, access, show),
        supposing=supposing_of(found, band),
        panels=panels_of(request, found, show),
        told=told,
        checkers=who_checks(told.claim) if told else [],
        added=request.GET.get("added", ""),
        **_table(request, address, found, sent),
        **(_sheets(found, show, sent) if records else {}),
    )


def supposing_of(found: Project, band: queries.Band) -> str:
    """The question of the what-if page for a project: all that are planned, those done, and today's rate."""
    counted = cycles.counted(found)
    rules = programmes.money_rules(found.programme, queries.today().as_of)
    grants = [rule.ceiling for rule in rules if (rule.about, rule.of) == ("grant", "household")]
    satang = next((ceiling.satang for ceiling in grants if ceiling and ceiling.satang), None)
    asked = QueryDict(mutable=True)
    asked["households"] = str(max(found.households_planned or 0, band.inside))
    asked["done"] = str(band.at_or_beyond(counted.finished))
    if satang:
        asked["baht"] = str(satang // SATANG_IN_BAHT)
    return asked.urlencode()


def _days_to_money(found: Project) -> tuple[int, bool] | None:
    """Days from the event to the first money; where none came yet, the days that have passed."""
    if found.event is None:
        return None
    paid = queries.first_paid([found]).get(found.pk)
    days = queries.days_to(found.event.happened_on, paid or queries.today().as_of)
    return (days or 0, paid is not None)


def _papers(found: Project, show: Show) -> list[tuple[str, Any]]:
    names = {entry.code: entry.name.text(show.lang) for entry in programmes.codes_of("project_paper")}
    return [(names.get(paper.kind, paper.kind), paper) for paper in found.papers.all()]


def _table(request: HttpRequest, address: Address, found: Project, sent: Sent) -> dict[str, Any]:
    """The households that the address asks for, and the form of the daily work above them."""
    wanted, pathway = wanted_of(request.GET), bands.pathway_of(found)
    if not desk.is_stage(pathway, wanted.stage):
        raise Refused([page_problems.NO_SUCH_STAGE.at(text=wanted.stage, line=found.code)])
    at_work = sent.do in ("move", "block")
    typed = sent.typed if at_work and sent.typed is not None else request.GET
    who = moving.chosen(found, typed, wanted) if at_work else None
    picked = who.households if who and not typed.get("all") else []
    table = desk.listed(found, wanted, address.page, {one.pk for one in picked})
    stage = moving.stage_of(sent.typed) if at_work and sent.typed is not None else ""
    here = {row.household.pk for row in table.rows}
    beside = moving.beside(sent.wrong if at_work else (), MOVING)
    return {
        "table": table,
        "typed": typed if at_work else {},
        "at_work": sent.do if at_work else "",
        "chosen_stage": stage,
        "exits": cycles.exits_told(pathway),
        "leaves": stage in pathway.exit_codes,
        "beside": beside,
        "wrong": len(sent.wrong) if at_work else 0,
        "apart": [one for one in picked if one.pk not in here],
        "unclear": [one for one in (who.unclear if who else ()) if one.pk not in here],
        "key": uuid4(),
        "parts": list(found.parts.all()),
    }


def _sheets(found: Project, show: Show, sent: Sent) -> dict[str, Any]:
    """What is filled in, for who records here."""
    steps = programmes.pathway(cycles.counted(found).projects)
    stages = [(stage.code, stage.name(show.lang)) for stage in (*steps.stages, *cycles.exits_told(steps))]
    typed, wrong = sent.of("step")
    return {
        "today": forms.today_typed(show),
        "reasons": offered("blocked"),
        "household_sheet": forms.household_sheet(found, show, *sent.of("household")),
        "part_sheet": forms.part_sheet(show, *sent.of("part")),
        "partner_sheet": forms.partner_sheet(show, *sent.of("partner")),
        "paper_sheet": forms.paper_sheet(show, *sent.of("paper")),
        "step_sheet": forms.step_sheet(stages, str(uuid4()), show, typed, wrong),
    }
