"""The forms of housing: which fields each has, and what happens when it is sent."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import QueryDict
from django.utils import timezone

from tidtam.housing import queries
from tidtam.housing.actions import (
    NewHousehold,
    add_households,
    add_paper,
    add_part,
    add_partner,
)
from tidtam.housing.alike.names import compared_house, compared_name
from tidtam.housing.codes import offered
from tidtam.housing.models import Household, Part, Partner, Project, ProjectPaper
from tidtam.people.models import User
from tidtam.problems import Problem, Refused, Where
from tidtam.thai.dates import typed_date
from tidtam.web.housing import problems
from tidtam.web.housing.fields import Option, Sheet
from tidtam.web.housing.moving import named
from tidtam.web.housing.reading import Reading
from tidtam.web.show import Show

Typed = QueryDict | None
Wrong = Sequence[Problem]


def today_typed(show: Show) -> str:
    """Today as a person types it."""
    today = timezone.localdate()
    return show.iso(today) if show.lang == "en" else typed_date(today)


def coded(code_list: str, show: Show) -> list[Option]:
    """The entries of a list of codes."""
    return [(entry.code, entry.name.text(show.lang)) for entry in offered(code_list)]


def household_sheet(project: Project, show: Show, typed: Typed, wrong: Wrong) -> Sheet:
    """The form of a household that comes onto the list."""
    made = Sheet("household", show, typed, wrong)
    parts = [(str(part.pk), part.name) for part in project.parts.all()]
    made.add("name")
    made.add("house", hint="housing.household.house_hint")
    if parts:
        made.add("part", "select", options=parts)
    made.add("solution", "select", options=coded("solution", show))
    made.add("vulnerability", "ticks", options=coded("vulnerability", show))
    made.add("phone", hint="housing.optional")
    made.add("note", hint="housing.optional")
    if any(problem.kind == problems.MAYBE_THERE for problem in wrong) or (typed and typed.get("another")):
        made.add("another", "tick")
    return made


def add_household(actor: User, project: Project, post: QueryDict) -> Household:
    """Puts a household on the list; Refused too when it may be there already and nobody said it is not."""
    reading = Reading(post)
    name, house = reading.text("name"), reading.text("house")
    alike = queries.likely_same(project, name, house)
    if alike and not post.get("another"):
        raise Refused([problems.MAYBE_THERE.at(Where(field="name"), which=named(alike))])
    new = NewHousehold(
        name=name,
        compared=compared_name(name),
        house=house,
        house_compared=compared_house(house),
        part=_part(project, reading.text("part")),
        solution=reading.text("solution"),
        vulnerability=tuple(post.getlist("vulnerability")),
        phone=reading.text("phone")[:20],
        note=reading.text("note"),
    )
    (made,) = add_households(actor=actor, project=project, new=[new])
    return made


def _part(project: Project, text: str) -> Part | None:
    return next((part for part in project.parts.all() if str(part.pk) == text), None)


def part_sheet(show: Show, typed: Typed, wrong: Wrong) -> Sheet:
    """The form of a phase or community."""
    made = Sheet("part", show, typed, wrong)
    kinds = [(kind.value, show.say(f"housing.part.{kind.value}")) for kind in Part.Kind]
    made.add("kind", "select", options=kinds, usual=Part.Kind.COMMUNITY.value)
    made.add("name")
    made.add("planned", hint="housing.optional", numeric=True)
    return made


def keep_part(actor: User, project: Project, post: QueryDict) -> Part:
    """Adds a phase or community."""
    reading = Reading(post)
    kind, planned = reading.choice("kind", Part.Kind.values), reading.whole("planned")
    reading.checked()
    name = reading.text("name")
    return add_part(actor=actor, project=project, kind=Part.Kind(kind), name=name, households_planned=planned)


def partner_sheet(show: Show, typed: Typed, wrong: Wrong) -> Sheet:
    """The form of a partner."""
    made = Sheet("partner", show, typed, wrong)
    made.add("name")
    made.add("gives", hint="housing.partner.gives_hint")
    made.add("baht", hint="housing.partner.baht_hint", numeric=True)
    made.add("paper", hint="housing.optional")
    return made


def keep_partner(actor: User, project: Project, post: QueryDict) -> Partner:
    """Adds a partner."""
    reading = Reading(post)
    satang = reading.satang("baht")
    reading.checked()
    said = {name: reading.text(name) for name in ("name", "gives", "paper")}
    return add_partner(actor=actor, project=project, satang=satang, **said)


def paper_sheet(show: Show, typed: Typed, wrong: Wrong) -> Sheet:
    """The form of a paper."""
    made = Sheet("paper", show, typed, wrong)
    made.add("kind", "select", options=coded("project_paper", show))
    made.add("title")
    made.add("number", hint="housing.optional")
    made.add("dated", usual=today_typed(show), hint="work.day_hint")
    made.add("url", hint="housing.optional")
    return made


def keep_paper(actor: User, project: Project, post: QueryDict) -> ProjectPaper:
    """Adds a paper."""
    reading = Reading(post)
    dated = reading.day("dated")
    reading.checked()
    assert dated is not None
    said = {name: reading.text(name) for name in ("kind", "title", "number", "url")}
    return add_paper(actor=actor, project=project, dated=dated.last, **said)


def step_sheet(stages: list[Option], key: str, show: Show, typed: Typed, wrong: Wrong) -> Sheet:
    """The form of a step of the project itself."""
    made = Sheet("step", show, typed, wrong)
    made.add("stage", "select", options=stages)
    made.add("day", usual=today_typed(show), hint="work.day_hint")
    made.add("photos", "files", hint="work.photos_hint")
    made.add("note", "words", hint="housing.optional")
    made.add("key", "hidden", usual=key)
    return made
