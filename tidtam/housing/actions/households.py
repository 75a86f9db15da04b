"""Households come into a project, one typed on a page or a whole list at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction
from django.db.models import Max

from tidtam.audit.actions import record
from tidtam.housing import cycles
from tidtam.housing import problems as say
from tidtam.housing.access import must_record
from tidtam.housing.codes import unknown_code
from tidtam.housing.models import House, Household, Part, Project
from tidtam.ledger_store.models import Subject
from tidtam.people.models import User
from tidtam.problems import Problem, Refused, Where

CHUNK = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHousehold:
    """A household as it comes into a project; `row` says where it was written, for a message.

    `id_hash` is keyed and made by whoever read the citizen ID, which goes no further. `compared` and
    `house_compared` are the name and number as they are compared with others.
    """

    name: str
    compared: str
    id_hash: str = ""
    id_tail: str = ""
    house: str = ""
    house_compared: str = ""
    part: Part | None = None
    solution: str = ""
    vulnerability: tuple[str, ...] = ()
    phone: str = ""
    note: str = ""
    took_over_from: Household | None = None
    row: str = ""


@transaction.atomic
def add_households(*, actor: User, project: Project, new: Sequence[NewHousehold]) -> list[Household]:
    """Puts households on the list of a project and gives each a number, in the order given.

    That adds nothing to any total: what happens to them is told by `move_households`. Raises Refused with all
    that is wrong, also a citizen ID that the programme has already (in the same event, where a household
    counts once for each); then none is added.
    """
    must_record(actor, project)
    Project.objects.select_for_update().get(pk=project.pk)  # numbers are given out one after the other
    if wrong := [*_of_fields(new), *_twice(project, new)]:
        raise Refused(wrong)
    first = (project.households.aggregate(last=Max("number"))["last"] or 0) + 1
    houses = _houses(project, new)
    subjects = Subject.objects.bulk_create(
        (_subject(project, number) for number in range(first, first + len(new))), batch_size=CHUNK
    )
    made = Household.objects.bulk_create(
        (
            Household(
                subject=subject,
                project=project,
                number=number,
                name=" ".join(one.name.split()),
                compared=one.compared[:200],
                id_hash=one.id_hash,
                id_tail=one.id_tail,
                phone=one.phone,
                house=houses.get(one.house_compared[:80]),
                part=one.part,
                solution=one.solution,
                vulnerability=list(one.vulnerability),
                took_over_from=one.took_over_from,
                note=one.note,
            )
            for number, (one, subject) in enumerate(zip(new, subjects, strict=True), start=first)
        ),
        batch_size=CHUNK,
    )
    detail = {"households": len(made), "first": first}
    record(actor=actor, action="households.added", what=f"project:{project.code}", detail=detail)
    return made


def _subject(project: Project, number: int) -> Subject:
    """Whoever opens a trail reads the number of a household, never a name."""
    kind = cycles.counted(project).households
    name = f"{project.code}/{number:04}"
    return Subject(key=uuid4(), kind=kind, name=name, unit="household", place=project.place)


def _houses(project: Project, new: Iterable[NewHousehold]) -> Mapping[str, House]:
    said = {one.house_compared[:80]: one.house[:60] for one in new if one.house_compared}
    there = {house.compared: house for house in project.houses.all()} if said else {}
    fresh = [House(project=project, number=said[key], compared=key) for key in said if key not in there]
    return there | {house.compared: house for house in House.objects.bulk_create(fresh, batch_size=CHUNK)}


def _of_fields(new: Iterable[NewHousehold]) -> Iterable[Problem]:
    for one in new:
        where = Where(field=one.row or "name")
        if not one.name.strip():
            yield say.NAME_MISSING.at(where)
        if one.solution:
            yield from unknown_code("solution", one.solution, one.row or "solution")
        for code in one.vulnerability:
            yield from unknown_code("vulnerability", code, one.row or "vulnerability")


def _twice(project: Project, new: Sequence[NewHousehold]) -> Iterable[Problem]:
    """A citizen ID stands once in a list, and once in a programme (or in one event of it)."""
    first: dict[str, str] = {}
    for one in new:
        if one.id_hash and one.id_hash in first:
            yield say.SAME_HOUSEHOLD.at(
                Where(field=one.row or "id"), household=first[one.id_hash] or one.name
            )
        elif one.id_hash:
            first[one.id_hash] = one.row
    there = _there(project, list(first))
    for one in new:
        if one.id_hash in there:
            yield say.SAME_HOUSEHOLD.at(Where(field=one.row or "id"), household=there[one.id_hash])


def _there(project: Project, hashes: Sequence[str]) -> dict[str, str]:
    others = Household.objects.filter(project__programme=project.programme)
    if project.event_id is not None:
        others = others.filter(project__event=project.event_id)
    found: dict[str, str] = {}
    for start in range(0, len(hashes), CHUNK):
        rows = others.filter(id_hash__in=hashes[start : start + CHUNK])
        found |= dict(rows.values_list("id_hash", "subject__name"))
    return found
