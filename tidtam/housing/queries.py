"""Reading projects: their stage bands, their households and where each stands, what blocks them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from tidtam.housing import cycles
from tidtam.housing.models import Block, Household, Project
from tidtam.ledger.pathway import Pathway, Stage
from tidtam.ledger_store import read
from tidtam.ledger_store.models import Entry, SubjectGuard
from tidtam.ledger_store.read import Moment
from tidtam.programmes import queries as programmes


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of a band, or an exit: how many stand there, and how many of them are named and shown."""

    stage: Stage
    number: int
    traced: int
    is_exit: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """The households of a project by the stage at which they stand, exits after the stages.

    A stage at which nobody stands is there with 0: the project is on record, so that is known. `unsplit` are
    those of whom a paper does not say at which of several stages they stand.
    """

    steps: tuple[Step, ...]
    unsplit: int = 0

    @property
    def inside(self) -> int:
        """All who are in and have not left."""
        return sum(step.number for step in self.steps if not step.is_exit) + self.unsplit

    @property
    def left(self) -> int:
        """All who left by an exit."""
        return sum(step.number for step in self.steps if step.is_exit)

    def at_or_beyond(self, code: str) -> int:
        """How many surely reached a stage and have not left."""
        codes = [step.stage.code for step in self.steps if not step.is_exit]
        reached = set(codes[codes.index(code) :])
        return sum(step.number for step in self.steps if step.stage.code in reached)


def project(code: str) -> Project:
    """The project with this code, with its place and organisation; Project.DoesNotExist without one."""
    return Project.objects.select_related("place__home", "organisation", "event", "subject").get(code=code)


def today() -> Moment:
    """All that the book knows of today."""
    return Moment(timezone.localdate())


def bands(projects: Sequence[Project], moment: Moment | None = None) -> dict[int, Band]:
    """The stage band of each project (by id), in one question for each pathway."""
    ways = programmes.housing()
    by_pathway: dict[str, list[Project]] = defaultdict(list)
    for one in projects:
        by_pathway[ways[one.programme].households].append(one)
    found: dict[int, Band] = {}
    for code, some in by_pathway.items():
        pathway = programmes.pathway(code)
        stands = read.standing_in(pathway, [one.subject_id for one in some], moment or today())
        found |= {one.pk: _band(pathway, stands.get(one.subject_id, {})) for one in some}
    return found


def _band(pathway: Pathway, stands: Mapping[str, tuple[int, int]]) -> Band:
    steps = [Step(stage, *stands.get(stage.code, (0, 0))) for stage in pathway.stages]
    exits = [
        Step(stage, *stands[stage.code], is_exit=True) for stage in pathway.exits if stage.code in stands
    ]
    known = {step.stage.code for step in (*steps, *exits)}
    unsplit = sum(number for stage, (number, _) in stands.items() if stage not in known)
    return Band((*steps, *exits), unsplit)


def stages_of_projects(projects: Sequence[Project], moment: Moment | None = None) -> dict[int, Entry]:
    """By which entry each project (by id) came to its stage; one that never began is left out."""
    ways = programmes.housing()
    found: dict[int, Entry] = {}
    for code in {ways[one.programme].projects for one in projects}:
        some = {one.subject_id: one.pk for one in projects if ways[one.programme].projects == code}
        stand = read.where_these_stand(programmes.pathway(code), some, moment or today())
        found |= {some[subject]: entry for subject, entry in stand.items()}
    return found


def stages_of_households(
    of: Project, households: Collection[Household], moment: Moment | None = None
) -> dict[int, Entry]:
    """By which entry each household (by id) came to its stage; one that never began is left out."""
    pathway = programmes.pathway(cycles.counted(of).households)
    subjects = {one.subject_id: one.pk for one in households}
    stand = read.where_these_stand(pathway, subjects, moment or today())
    return {subjects[subject]: entry for subject, entry in stand.items()}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which households somebody wants to see: a part of a name or house number, a stage, blocked ones."""

    text: str = ""
    stage: str = ""
    blocked: bool = False
    part: int | None = None


def households(of: Project, wanted: Wanted | None = None) -> QuerySet[Household]:
    """The households of a project in the order of their numbers, as somebody wants to see them."""
    found = of.households.select_related("house", "part", "subject").order_by("number")
    if wanted is None:
        return found
    if text := " ".join(wanted.text.split()):
        like = Q(name__icontains=text) | Q(house__number__icontains=text)
        found = found.filter(like | Q(number=int(text)) if text.isdecimal() and len(text) < 9 else like)
    if wanted.stage:
        found = found.filter(subject__in=standing_at(of, wanted.stage))
    if wanted.blocked:
        found = found.filter(blocks__until=None, blocks__isnull=False).distinct()
    if wanted.part:
        found = found.filter(part=wanted.part)
    return found


def standing_at(of: Project, stage: str) -> QuerySet[SubjectGuard, int]:
    """The subjects that stand at a stage of a project now: to choose rows by, never for a figure."""
    guards = SubjectGuard.objects.filter(
        cell__pathway=cycles.counted(of).households, stage=stage, container_id=of.subject_id
    )
    return guards.values_list("subject_id", flat=True)


def open_blocks(projects: Iterable[Project]) -> dict[int, list[Block]]:
    """What blocks each project (by id) or its households now, the longest first."""
    found: dict[int, list[Block]] = defaultdict(list)
    rows = Block.objects.filter(project__in=[one.pk for one in projects], until=None)
    for row in rows.select_related("household").order_by("since", "pk"):
        found[row.project_id].append(row)
    return found


def houses(projects: Iterable[Project]) -> dict[int, int]:
    """The number of houses (not households) of each project (by id)."""
    rows = Project.objects.filter(pk__in=[one.pk for one in projects]).annotate(number=Count("houses"))
    return dict(rows.values_list("pk", "number"))


def days_to(event: date, reached: date | None) -> int | None:
    """The days from an event to what was reached; None while it was not."""
    return (reached - event).days if reached else None


def by_reason(blocks: Iterable[Block]) -> list[tuple[str, int]]:
    """How many are blocked by each reason, the most first."""
    return Counter(block.reason for block in blocks).most_common()
