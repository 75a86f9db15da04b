"""Households come into a project, one typed on a page or a whole list at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from uuid import uuid4

from django.db import transaction
from django.db.models import Max

from tidtam.audit.actions import record_each
from tidtam.housing import problems as say
from tidtam.housing.access import may_record
from tidtam.housing.codes import offered, unknown_code
from tidtam.housing.models import House, Household, Part, Project
from tidtam.ledger_store.models import Subject
from tidtam.people.access import access_of
from tidtam.people.models import User
from tidtam.problems import Problem, Refused, Where
from tidtam.programmes import queries as programmes

CHUNK = 1000
Added: TypeAlias = dict[int, list[Household]]
"""What was put on the lists, by the id of the project."""


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
    return add_to_lists(actor=actor, new=[(project, new)])[project.pk]


@transaction.atomic
def add_to_lists(*, actor: User, new: Sequence[tuple[Project, Sequence[NewHousehold]]]) -> Added:
    """The same for the lists of many projects, by the id of each, with as many questions as for one."""
    access = access_of(actor)
    access.look_at(project.place_id for project, _ in new)
    wrong = [problem for project, _ in new for problem in may_record(access, project.place)]
    if wrong:
        raise Refused(wrong)
    lock_lists(project.pk for project, _ in new)
    wrong = list(_of_fields(one for _, some in new for one in some))
    if wrong := [*wrong, *_twice(new)]:
        raise Refused(wrong)
    numbered = list(_numbered(new))
    made = _kept(numbered)
    found: Added = {project.pk: [] for project, _ in new}
    for one in made:
        found[one.project_id].append(one)
    record_each(
        actor=actor,
        action="households.added",
        whats=[f"project:{project.code}" for project, some in new if some],
        details=[
            {"households": len(some), "first": found[project.pk][0].number} for project, some in new if some
        ],
    )
    return found


def lock_lists(projects: Iterable[int]) -> None:
    """Until the transaction ends nobody else changes the lists of these projects (ids)."""
    wanted = sorted(projects)
    for start in range(0, len(wanted), CHUNK):
        rows = Project.objects.filter(pk__in=wanted[start : start + CHUNK]).order_by("pk")
        list(rows.select_for_update().values_list("pk"))


def _numbered(
    new: Sequence[tuple[Project, Sequence[NewHousehold]]],
) -> Iterator[tuple[Project, int, NewHousehold]]:
    """Each with the number that it gets: one after the last of its project."""
    last: Counter[int] = Counter()
    ids = [project.pk for project, _ in new]
    for start in range(0, len(ids), CHUNK):
        rows = Household.objects.filter(project__in=ids[start : start + CHUNK]).order_by()
        last.update(dict(rows.values_list("project").annotate(last=Max("number"))))
    for project, some in new:
        for number, one in enumerate(some, start=last[project.pk] + 1):
            yield project, number, one


def _kept(numbered: Sequence[tuple[Project, int, NewHousehold]]) -> list[Household]:
    houses = houses_of((project, one.house, one.house_compared) for project, _, one in numbered)
    kinds = {way.programme: way.households for way in programmes.housing().values()}
    subjects = Subject.objects.bulk_create(
        (_subject(project, number, kinds[project.programme]) for project, number, _ in numbered),
        batch_size=CHUNK,
    )
    return Household.objects.bulk_create(
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
                house_id=houses.get((project.pk, one.house_compared[:80])),
                part=one.part,
                solution=one.solution,
                vulnerability=list(one.vulnerability),
                took_over_from=one.took_over_from,
                note=one.note,
            )
            for (project, number, one), subject in zip(numbered, subjects, strict=True)
        ),
        batch_size=CHUNK,
    )


def _subject(project: Project, number: int, kind: str) -> Subject:
    """Whoever opens a trail reads the number of a household, never a name."""
    name = f"{project.code}/{number:04}"
    return Subject(key=uuid4(), kind=kind, name=name, unit="household", place=project.place)


def houses_of(said: Iterable[tuple[Project, str, str]]) -> dict[tuple[int, str], int]:
    """The houses (ids) that are said of projects, by project and number as compared; new ones are made."""
    wanted = {(project.pk, compared[:80]): number[:60] for project, number, compared in said if compared}
    ids = sorted({project for project, _ in wanted})
    there: dict[tuple[int, str], int] = {}
    for start in range(0, len(ids), CHUNK):
        rows = House.objects.filter(project__in=ids[start : start + CHUNK])
        there |= {(of, compared): pk for pk, of, compared in rows.values_list("pk", "project", "compared")}
    fresh = (
        House(project_id=of, number=number, compared=compared)
        for (of, compared), number in wanted.items()
        if (of, compared) not in there
    )
    made = House.objects.bulk_create(fresh, batch_size=CHUNK)
    return there | {(house.project_id, house.compared): house.pk for house in made}


def _of_fields(new: Iterable[NewHousehold]) -> Iterable[Problem]:
    solutions, flags = ([entry.code for entry in offered(kind)] for kind in ("solution", "vulnerability"))
    for one in new:
        where = Where(field=one.row or "name")
        if not one.name.strip():
            yield say.NAME_MISSING.at(where)
        if one.solution:
            yield from unknown_code("solution", one.solution, one.row or "solution", solutions)
        for code in one.vulnerability:
            yield from unknown_code("vulnerability", code, one.row or "vulnerability", flags)


def _twice(new: Sequence[tuple[Project, Sequence[NewHousehold]]]) -> Iterator[Problem]:
    """A citizen ID stands once in a list, and once in a programme (or in one event of it)."""
    by_cycle: dict[tuple[str, int | None], list[NewHousehold]] = defaultdict(list)
    for project, some in new:
        by_cycle[project.programme, project.event_id] += some
    for (programme, event), some in by_cycle.items():
        yield from _twice_in_list(some)
        there = numbers_with(programme, event, [one.id_hash for one in some if one.id_hash])
        for one in some:
            if one.id_hash in there:
                yield say.SAME_HOUSEHOLD.at(Where(field=one.row or "id"), household=there[one.id_hash])


def _twice_in_list(new: Iterable[NewHousehold]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for one in new:
        if one.id_hash and one.id_hash in first:
            where = Where(field=one.row or "id")
            yield say.SAME_HOUSEHOLD.at(where, household=first[one.id_hash] or one.name)
        elif one.id_hash:
            first[one.id_hash] = one.row


def numbers_with(programme: str, event: int | None, hashes: Sequence[str]) -> dict[str, str]:
    """Which of these citizen IDs a programme (or an event of it) has already, and under which number."""
    others = Household.objects.filter(project__programme=programme)
    if event is not None:
        others = others.filter(project__event=event)
    found: dict[str, str] = {}
    for start in range(0, len(hashes), CHUNK):
        rows = others.filter(id_hash__in=hashes[start : start + CHUNK])
        found |= dict(rows.values_list("id_hash", "subject__name"))
    return found
