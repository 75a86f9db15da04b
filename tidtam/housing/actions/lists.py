"""Whole lists of households are taken: new rows, changed rows, and what happened to each, at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from tidtam.audit.actions import record_each
from tidtam.housing import cycles
from tidtam.housing import problems as say
from tidtam.housing.access import may_record
from tidtam.housing.actions.happenings import Move, telling_of
from tidtam.housing.actions.households import (
    CHUNK,
    NewHousehold,
    add_to_lists,
    houses_of,
    lock_lists,
    numbers_with,
)
from tidtam.housing.lists import in_chunks, lot_places, told_of
from tidtam.housing.models import Household, Project
from tidtam.ledger.days import Days
from tidtam.people.access import access_of
from tidtam.people.models import User
from tidtam.places import queries as places
from tidtam.problems import Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.review.actions import Telling, add_documents, submit, tell, withdraw_many
from tidtam.review.models import Claim
from tidtam.review.queries import the_locked
from tidtam.review.words import ClaimState, DrawsFrom

KNOWN_NOW = "ทราบแล้วว่าอยู่ในยอดรวมหรือไม่ บอกใหม่ในบัญชีครัวเรือน"
"""Why a claim of whom nobody knew is withdrawn: the list tells it anew."""

FIELDS = ("name", "compared", "id_hash", "id_tail", "house", "part", "solution", "vulnerability", "note")


@dataclass(frozen=True, slots=True)
class Tell:
    """What a row tells of a household: its stage, since when, and whether it was in a lot."""

    stage: str
    days: Days
    draws: DrawsFrom = DrawsFrom.ADDS


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list that changes something: what is known of the household, and what is told of it.

    `number` is that of a household on the list, None for a new one.
    """

    number: int | None
    known: NewHousehold
    tell: Tell | None = None


@dataclass(frozen=True, slots=True)
class ProjectList:
    """The rows of one project that change something, and the document that shows what they tell."""

    project: Project
    rows: Sequence[ListRow]
    document: bytes = b""
    name: str = ""


@dataclass(slots=True)
class Taken:
    """How many rows were new and changed, and the claims that tell of them.

    `drafts` wait for a photo that their stage demands; `held` wait for an answer.
    """

    new: int = 0
    changed: int = 0
    handed_in: list[Claim] = field(default_factory=list)
    held: list[Claim] = field(default_factory=list)
    drafts: list[Claim] = field(default_factory=list)


@transaction.atomic
def take_lists(*, actor: User, lists: Sequence[ProjectList]) -> Taken:
    """Takes the lists of many projects: all of it or nothing.

    Naming out of a lot, adding and moving is told in one claim for each project and handed in; those whose
    stage demands a photo in another, which stays a draft; those of whom it is not known in a third, which is
    held. A row of which nobody knew and that is told now takes the place of what was held. Raises Refused
    with all that is wrong.
    """
    access = access_of(actor)
    access.look_at(one.project.place_id for one in lists)
    if wrong := [problem for one in lists for problem in may_record(access, one.project.place)]:
        raise Refused(wrong)
    lock_lists(one.project.pk for one in lists)
    added = add_to_lists(actor=actor, new=[(one.project, _new(one)) for one in lists])
    there = _there(lists)
    changed = _change(actor, lists, there)
    done = Taken(new=sum(map(len, added.values())), changed=changed)
    moves = {one.project.pk: list(_moves(one, added[one.project.pk], there)) for one in lists}
    _tell(actor, lists, moves, done)
    return done


def _new(one: ProjectList) -> list[NewHousehold]:
    return [row.known for row in one.rows if row.number is None]


def _there(lists: Sequence[ProjectList]) -> dict[tuple[int, int], Household]:
    """The households that are on the lists already, by project (id) and number."""
    wanted = [one.project.pk for one in lists if any(row.number is not None for row in one.rows)]
    found = {}
    for some in in_chunks(wanted):
        for one in Household.objects.filter(project__in=some).select_for_update().order_by("pk"):
            found[one.project_id, one.number] = one
    return found


def _change(actor: User, lists: Sequence[ProjectList], there: Mapping[tuple[int, int], Household]) -> int:
    rows = [(one.project, row) for one in lists for row in one.rows if row.number is not None]
    if wrong := list(_ids_elsewhere(rows, there)):
        raise Refused(wrong)
    houses = houses_of((project, row.known.house, row.known.house_compared) for project, row in rows)
    changed = []
    per_project: Counter[str] = Counter()
    for project, row in rows:
        household = there[project.pk, row.number or 0]
        if _put(household, row.known, houses.get((project.pk, row.known.house_compared[:80]))):
            changed.append(household)
            per_project[project.code] += 1
    Household.objects.bulk_update(changed, FIELDS, batch_size=CHUNK // 2)
    record_each(
        actor=actor,
        action="households.changed",
        whats=[f"project:{code}" for code in per_project],
        details=[{"households": number} for number in per_project.values()],
    )
    return len(changed)


def _ids_elsewhere(
    rows: Iterable[tuple[Project, ListRow]], there: Mapping[tuple[int, int], Household]
) -> Iterator[Problem]:
    """A citizen ID that is put onto a household stands nowhere else in its programme (or event)."""
    changed: dict[tuple[str, int | None], dict[str, ListRow]] = defaultdict(dict)
    freed = set()
    for project, row in rows:
        before = there[project.pk, row.number or 0].id_hash
        if row.known.id_hash and row.known.id_hash != before:
            changed[project.programme, project.event_id][row.known.id_hash] = row
            freed.add(before)  # two rows may give each other what was typed the wrong way round
    for (programme, event), some in changed.items():
        for id_hash, name in numbers_with(programme, event, list(some)).items():
            if id_hash not in freed:
                yield say.SAME_HOUSEHOLD.at(Where(field=some[id_hash].known.row or "id"), household=name)


def _put(household: Household, known: NewHousehold, house: int | None) -> bool:
    """Puts what is known now onto a household; whether that changes anything."""
    values = {
        "name": " ".join(known.name.split()), "compared": known.compared[:200], "id_hash": known.id_hash,
        "id_tail": known.id_tail, "house_id": house, "part_id": known.part.pk if known.part else None,
        "solution": known.solution, "vulnerability": list(known.vulnerability), "note": known.note,
    }  # fmt: skip
    before = {name: getattr(household, name) for name in values}
    for name, value in values.items():
        setattr(household, name, value)
    return before != values


def _moves(
    one: ProjectList, added: Sequence[Household], there: Mapping[tuple[int, int], Household]
) -> Iterator[tuple[Household, Tell]]:
    fresh = iter(added)
    for row in one.rows:
        household = next(fresh) if row.number is None else there[one.project.pk, row.number]
        if row.tell is not None:
            yield household, row.tell


def _tell(
    actor: User,
    lists: Sequence[ProjectList],
    moves: dict[int, list[tuple[Household, Tell]]],
    done: Taken,
) -> None:
    projects = [one.project for one in lists if moves[one.project.pk]]
    _take_back_open(actor, projects, moves)
    lots = lot_places(projects) if any(_draws_from_lot(some) for some in moves.values()) else {}
    trees = {place: places.tree_of(at) for place, at in {p.place_id: p.place for p in projects}.items()}
    tellings: dict[str, list[Telling]] = defaultdict(list)
    documents: list[tuple[UUID, bytes, str]] = []
    shown = {one.project.pk: one for one in lists}
    for project in projects:
        for kind, some in _by_kind(project, moves[project.pk]).items():
            telling = _telling(project, some, trees[project.place_id], lots.get(project.pk), kind == "held")
            tellings[kind].append(telling)
            if shown[project.pk].document:
                documents.append((telling.key, shown[project.pk].document, shown[project.pk].name))
    told = tell(actor=actor, tellings=[one for some in tellings.values() for one in some])
    if documents:
        add_documents(actor=actor, documents=documents)
    drafts = {one.key for one in tellings["drafts"]}
    done.drafts = [claim for claim in told if claim.key in drafts]
    handed_in = submit(actor=actor, keys=[claim.key for claim in told if claim.key not in drafts])
    done.handed_in = [claim for claim in handed_in if claim.state == ClaimState.PROPOSED]
    done.held = [claim for claim in handed_in if claim.state == ClaimState.HELD]


def _draws_from_lot(some: Iterable[tuple[Household, Tell]]) -> bool:
    return any(tell.draws == DrawsFrom.LOT_ABOVE for _, tell in some)


def _by_kind(
    project: Project, moves: Iterable[tuple[Household, Tell]]
) -> dict[str, list[tuple[Household, Tell]]]:
    """What is handed in together: what needs no photo, what needs one, and what nobody knows."""
    demanded = programmes.evidence_of_stages(cycles.counted(project).households)
    found: dict[str, list[tuple[Household, Tell]]] = defaultdict(list)
    for household, told in moves:
        if told.draws == DrawsFrom.UNKNOWN:
            found["held"].append((household, told))
        elif told.draws != DrawsFrom.LOT_ABOVE and "photo" in demanded.get(told.stage, ()):
            found["drafts"].append((household, told))
        else:
            found["handed_in"].append((household, told))
    return found


def _telling(
    project: Project, some: Sequence[tuple[Household, Tell]], tree: str, lot: int | None, unknown: bool
) -> Telling:
    days = Days(min(told.days.first for _, told in some), max(told.days.last for _, told in some))
    moves = [Move(one, told.stage, told.draws == DrawsFrom.LOT_ABOVE, days=told.days) for one, told in some]
    return telling_of(project, moves, days=days, tree=tree, lot_place=lot, unknown=unknown)


def _take_back_open(
    actor: User, projects: Sequence[Project], moves: dict[int, list[tuple[Household, Tell]]]
) -> None:
    """Withdraws what was held of these households; of the others in the same claim it is told anew."""
    told = told_of(projects)
    again = {one.subject_id for some in moves.values() for one, _ in some}
    gone = {of.claim for subject, of in told.items() if of.is_open and subject in again}
    if not gone:
        return
    left = {s: of for s, of in told.items() if of.claim in gone and of.is_open and s not in again}
    for some in in_chunks(sorted(left)):
        for one in Household.objects.filter(subject__in=some).order_by("pk"):
            kept = left[one.subject_id]
            moves[one.project_id].append((one, Tell(kept.stage, kept.days, DrawsFrom.UNKNOWN)))
    withdraw_many(actor=actor, claims=the_locked(sorted(gone)), reason=KNOWN_NOW)
