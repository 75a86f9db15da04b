"""Projects and what belongs to them: events, phases and communities, partners, papers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from tidtam.audit.actions import record
from tidtam.housing import problems as say
from tidtam.housing.access import may_record, must_record
from tidtam.housing.codes import unknown_code
from tidtam.housing.models import Event, Part, Partner, Project, ProjectPaper
from tidtam.ledger_store.actions import name_subjects
from tidtam.ledger_store.models import Subject
from tidtam.people.access import access_of
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Both, Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.registers.models import Organisation
from tidtam.thai.date_writing import long_date

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,29}")
KEPT_CODES = frozenset({"new", "at", "event", "what-if"})
"""Words that are addresses of their own beside the codes of projects, in whatever case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProject:
    """What is known of a project when it begins."""

    code: str
    programme: str
    name: str
    place: Place
    started_on: date
    organisation: Organisation | None = None
    event: Event | None = None
    households_planned: int | None = None
    note: str = ""


@transaction.atomic
def add_project(*, actor: User, new: NewProject) -> Project:
    """Begins a project; its code is its name for ever. Refused with all that is wrong."""
    if wrong := list(_wrong(actor, new)):
        raise Refused(wrong)
    counted = programmes.housing()[new.programme]
    subject = Subject(
        key=uuid4(), kind=counted.projects, name=f"{new.code} {new.name.strip()}"[:300], unit="project",
        place=new.place,
    )  # fmt: skip
    kept = name_subjects(actor=actor, subjects=[subject])[subject.key]
    made = Project(
        subject=kept,
        code=new.code,
        programme=new.programme,
        name=new.name.strip(),
        place=new.place,
        organisation=new.organisation,
        event=new.event,
        households_planned=new.households_planned,
        started_on=new.started_on,
        note=new.note.strip(),
        made_by=actor,
    )
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as there:
        raise Refused([say.CODE_TAKEN.at(Where(field="code"), text=new.code)]) from there
    detail = {"code": new.code, "programme": new.programme, "place": new.place.code}
    record(actor=actor, action="project.added", what=f"project:{made.code}", detail=detail)
    return made


def _wrong(actor: User, new: NewProject) -> Iterator[Problem]:
    counted = programmes.housing()
    yield from wrong_names(new.code, new.name)
    if new.programme not in counted:
        codes = ", ".join(sorted(counted))
        yield say.NO_HOUSING.at(Where(field="programme"), code=new.programme, codes=codes)
    elif counted[new.programme].cycle == "event" and new.event is None:
        yield say.EVENT_NEEDED.at(Where(field="event"))
    yield from not_yet(new.started_on, "started_on")
    yield from may_record(access_of(actor), new.place)


def wrong_names(code: str, name: str) -> Iterator[Problem]:
    """What is wrong with the code and the name of a project that begins."""
    if not code:
        yield say.CODE_MISSING.at(Where(field="code"))
    elif not _CODE.fullmatch(code):
        yield say.CODE_BAD.at(Where(field="code"), text=code)
    elif code.casefold() in KEPT_CODES:
        yield say.CODE_KEPT.at(Where(field="code"), text=code)
    yield from wrong_name(name)


def wrong_name(name: str) -> Iterator[Problem]:
    """A name that says nothing."""
    if not name.strip():
        yield say.NAME_MISSING.at(Where(field="name"))


def not_yet(day: date, spot: str) -> Iterator[Problem]:
    """A day that has not come."""
    if day > timezone.localdate():
        yield say.NOT_YET.at(Where(field=spot), day=_said(day))


def _said(day: date) -> Both:
    return Both(long_date(day), day.isoformat())


@transaction.atomic
def add_event(
    *,
    actor: User,
    kind: str,
    name: str,
    place: Place,
    happened_on: date,
    reported_on: date,
    households_struck: int | None = None,
) -> Event:
    """Reports a fire, eviction or disaster; the days until its households are paid count from here."""
    wrong = [*unknown_code("event", kind), *may_record(access_of(actor), place)]
    wrong += not_yet(reported_on, "reported_on")
    wrong += wrong_name(name)
    if reported_on < happened_on:
        days = {"first": _said(happened_on), "second": _said(reported_on)}
        wrong.append(say.DAYS_TURNED.at(Where(field="reported_on"), **days))
    if wrong:
        raise Refused(wrong)
    made = Event.objects.create(
        key=uuid4(), kind=kind, name=name.strip(), place=place, happened_on=happened_on,
        reported_on=reported_on, households_struck=households_struck,
    )  # fmt: skip
    detail = {"name": made.name, "place": place.code}
    record(actor=actor, action="event.reported", what=f"event:{made.key}", detail=detail)
    return made


@transaction.atomic
def add_part(
    *, actor: User, project: Project, kind: Part.Kind, name: str, households_planned: int | None = None
) -> Part:
    """Adds a phase or community to a project; one that is there is given back."""
    must_record(actor, project)
    if not name.strip():
        raise Refused([say.NAME_MISSING.at(Where(field="name"))])
    values = {"households_planned": households_planned}
    part, made = Part.objects.get_or_create(project=project, kind=kind, name=name.strip(), defaults=values)
    if made:
        detail = {"kind": kind.value, "name": part.name}
        record(actor=actor, action="project.part_added", what=f"project:{project.code}", detail=detail)
    return part


@transaction.atomic
def add_partner(
    *, actor: User, project: Project, name: str, gives: str = "", satang: int | None = None, paper: str = ""
) -> Partner:
    """Notes who else works on a project; what they pay stands beside our money and is never added to it."""
    must_record(actor, project)
    if not name.strip():
        raise Refused([say.NAME_MISSING.at(Where(field="name"))])
    made = Partner.objects.create(
        project=project, name=name.strip(), gives=gives.strip(), satang=satang or None, paper=paper.strip()
    )
    detail = {"name": made.name, "satang": satang}
    record(actor=actor, action="project.partner_added", what=f"project:{project.code}", detail=detail)
    return made


@transaction.atomic
def add_paper(
    *, actor: User, project: Project, kind: str, title: str, dated: date, number: str = "", url: str = ""
) -> ProjectPaper:
    """Notes a plan, permit, contract or minutes of a project."""
    must_record(actor, project)
    wrong = [*unknown_code("project_paper", kind), *not_yet(dated, "dated")]
    if not title.strip():
        wrong.append(say.NAME_MISSING.at(Where(field="title")))
    if wrong:
        raise Refused(wrong)
    made = ProjectPaper.objects.create(
        project=project, kind=kind, title=title.strip(), dated=dated, number=number.strip(),
        url=url.strip(), added_by=actor,
    )  # fmt: skip
    detail = {"kind": kind, "title": made.title}
    record(actor=actor, action="project.paper_added", what=f"project:{project.code}", detail=detail)
    return made
