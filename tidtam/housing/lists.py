"""How the lists of households stand: what is known of each, what was told of it, and which lots there are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeVar

from tidtam.housing import cycles
from tidtam.housing.models import Household, Project
from tidtam.ledger.days import Days
from tidtam.ledger_store.models import StageGuard
from tidtam.places import queries as places
from tidtam.review.models import ClaimSubject
from tidtam.review.words import ClaimState, DrawsFrom

CHUNK = 500
FEW = 50
"""So many lists are read at a time: each has many rows."""
OPEN = (
    ClaimState.DRAFT, ClaimState.PROPOSED, ClaimState.HELD, ClaimState.RETURNED, ClaimState.ACCEPTED,
)  # fmt: skip
"""What was told and neither withdrawn nor taken back."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """What was last told of a household; `draws` is how it came in, `claim` the key of what told it last."""

    stage: str
    days: Days
    draws: DrawsFrom
    claim: str
    is_open: bool
    """Whether nobody knows yet if it was in a lot: then all of it may be told anew."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A household as its list shows it, in codes and compared forms: what says the same is the same.

    `compared` (its name) and `told` are not shown, but known of one that is on the list.
    """

    number: int | None
    name: str
    id_hash: str = ""
    id_tail: str = ""
    house: str = ""
    house_compared: str = ""
    part: str = ""
    solution: str = ""
    vulnerability: tuple[str, ...] = ()
    stage: str = ""
    days: Days | None = None
    draws: str = ""
    note: str = ""
    compared: str = ""
    told: Told | None = None

    def fingerprint(self) -> str:
        """The same for two rows that say the same."""
        days = f"{self.days.first}/{self.days.last}" if self.days else ""
        said = (
            str(self.number or ""), self.name, self.id_hash, self.house_compared, self.part, self.solution,
            ",".join(sorted(self.vulnerability)), self.stage, days, self.draws, self.note,
        )  # fmt: skip
        return sha256("\x1f".join(said).encode()).hexdigest()[:16]


def in_chunks(some: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """Parts that fit into one question to the database."""
    return (some[start : start + size] for start in range(0, len(some), size))


_COLUMNS = (
    "project", "subject", "number", "name", "compared", "id_hash", "id_tail", "house__number",
    "house__compared", "part__name", "solution", "vulnerability", "note",
)  # fmt: skip


def listed(projects: Sequence[Project]) -> dict[int, list[Listed]]:
    """The households of each project (id) in the order of their numbers, with what was told of each."""
    found: dict[int, list[Listed]] = {project.pk: [] for project in projects}
    told = told_of(projects)
    for some in in_chunks([project.pk for project in projects], FEW):
        rows = Household.objects.filter(project__in=some).order_by("project", "number")
        for of, subject, *known in rows.values_list(*_COLUMNS):
            found[of].append(_listed(known, told.get(subject)))
    return found


def _listed(known: Sequence[Any], told: Told | None) -> Listed:
    number, name, compared, id_hash, id_tail, house, at, part, solution, flags, note = known
    return Listed(
        number=number,
        name=name,
        id_hash=id_hash,
        id_tail=id_tail,
        house=house or "",
        house_compared=at or "",
        part=part or "",
        solution=solution,
        vulnerability=tuple(flags),
        stage=told.stage if told else "",
        days=told.days if told else None,
        draws=told.draws if told else "",
        note=note,
        compared=compared,
        told=told,
    )


def told_of(projects: Sequence[Project]) -> dict[int, Told]:
    """What was told last of each household (by the id of its subject); the later day counts."""
    pathways = {cycles.counted(project).households for project in projects}
    found: dict[int, Told] = {}
    for some in in_chunks([project.subject_id for project in projects], FEW):
        rows = ClaimSubject.objects.filter(
            claim__container__in=some, claim__pathway__in=pathways, claim__state__in=OPEN
        )
        values = rows.values_list(
            "subject_id", "stage", "draws", "first_day", "last_day",
            "claim__first_day", "claim__last_day", "claim__key", "claim__state",
        )  # fmt: skip
        for subject, stage, draws, first, last, from_day, to_day, key, state in values.order_by("pk"):
            days = Days(first or from_day, last or to_day)
            waits = state == ClaimState.HELD and draws == DrawsFrom.UNKNOWN
            before = found.get(subject)
            came = before.draws if before and not before.is_open else DrawsFrom(draws)
            if before is None or days.last >= before.days.last or before.is_open:
                found[subject] = Told(stage, days, came, str(key), waits)
    return found


def lot_places(projects: Sequence[Project]) -> dict[int, int]:
    """Where the lot lies (place id) that households of each project (id) may be named out of, if anywhere.

    It is the nearest place, the project's own or one that holds it, at which some of the same pathway and
    cycle are counted without names. To choose by, never for a figure.
    """
    ways = {
        project.pk: (cycles.counted(project).households, cycles.of_households(project))
        for project in projects
    }
    held: dict[tuple[str, str], set[int]] = defaultdict(set)
    rows = StageGuard.objects.filter(
        cell__pathway__in={pathway for pathway, _ in ways.values()}, container_id=0, held__gt=0
    )
    for pathway, cycle, place in rows.values_list("cell__pathway", "cell__cycle", "place_id").distinct():
        held[pathway, cycle].add(place)
    above = places.ancestors_of({project.place_id for project in projects})
    found = {}
    for project in projects:
        trees = above.get(project.place_id, {})
        holding = {place for tree in trees.values() for place in tree} & held[ways[project.pk]]
        if project.place_id in held[ways[project.pk]]:
            found[project.pk] = project.place_id
        elif holding:
            found[project.pk] = _nearest(holding)
    return found


def _nearest(holding: Iterable[int]) -> int:
    """Of places that lie in one another the innermost: the one that has most of them above it."""
    some = set(holding)
    if len(some) == 1:
        return some.pop()
    above = places.ancestors_of(some)
    depth = {one: len({p for tree in above.get(one, {}).values() for p in tree} & some) for one in some}
    return max(sorted(some), key=lambda one: depth[one])
