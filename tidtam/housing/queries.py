"""Reading projects: their stage bands, their households and where each stands, what blocks them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from tidtam.housing import cycles
from tidtam.housing.alike.names import compared_house, compared_name
from tidtam.housing.models import Block, Household, Project
from tidtam.ledger.pathway import Pathway, Stage
from tidtam.ledger_store import read
from tidtam.ledger_store.models import Entry, SubjectGuard
from tidtam.ledger_store.read import Moment
from tidtam.problems import Both
from tidtam.programmes import queries as programmes
from tidtam.review.models import Claim, ClaimSubject, Evidence
from tidtam.review.words import ClaimState

NOT_BEGUN = "not-begun"
"""In place of a stage: households of the list that the book knows nothing of yet."""

PAID = "paid"
"""The stage at which money has come, in pathways of grants and of households in need at once."""

LONGEST_NUMBER = 9
MOST_NUMBERED, MOST_ALIKE, MOST_PHOTOS = 2000, 5, 60

LIVE = (ClaimState.PROPOSED, ClaimState.HELD, ClaimState.ACCEPTED)
WAITING = (ClaimState.PROPOSED, ClaimState.HELD)


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of a band, or an exit, and how many stand there."""

    stage: Stage
    number: int
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


def _band(pathway: Pathway, stands: Mapping[str, int]) -> Band:
    steps = [Step(stage, stands.get(stage.code, 0)) for stage in pathway.stages]
    exits = [Step(stage, stands[stage.code], is_exit=True) for stage in pathway.exits if stage.code in stands]
    known = {step.stage.code for step in (*steps, *exits)}
    unsplit = sum(number for stage, number in stands.items() if stage not in known)
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
    if wanted.stage == NOT_BEGUN:
        found = found.exclude(subject__in=_guards(of).values_list("subject_id", flat=True))
    elif wanted.stage:
        found = found.filter(subject__in=standing_at(of, wanted.stage))
    if wanted.blocked:
        found = found.filter(Exists(Block.objects.filter(household=OuterRef("pk"), until=None)))
    if wanted.part:
        found = found.filter(part=wanted.part)
    return found


def standing_at(of: Project, stage: str) -> QuerySet[SubjectGuard, int]:
    """The subjects that stand at a stage of a project now: to choose rows by, never for a figure."""
    return _guards(of).filter(stage=stage).values_list("subject_id", flat=True)


def _guards(of: Project) -> QuerySet[SubjectGuard]:
    pathway = cycles.counted(of).households
    return SubjectGuard.objects.filter(cell__pathway=pathway, container_id=of.subject_id)


def numbered(of: Project, typed: Iterable[str]) -> dict[str, list[Household]]:
    """Whom each text means by number of the list ("14") or house number ("14/2"): nobody, one or several."""
    wanted = list(typed)
    numbers = {text: int(text) for text in wanted if text.isdecimal() and len(text) < LONGEST_NUMBER}
    there = {text: compared_house(text) for text in wanted}
    is_one = Q(number__in=numbers.values()) | Q(house__compared__in=[one for one in there.values() if one])
    rows = list(households(of).filter(is_one)[:MOST_NUMBERED])
    return {
        text: [
            one
            for one in rows
            if one.number == numbers.get(text)
            or (there[text] and one.house and one.house.compared == there[text])
        ]
        for text in wanted
    }


def likely_same(of: Project, name: str, house: str) -> list[Household]:
    """Households of a project that are likely the one that somebody is about to add: the same name, or both.

    Names and house numbers are compared as the lists are: titles, spaces and capitals do not matter.
    """
    said, at = compared_name(name), compared_house(house)
    found = of.households.filter(compared=said) if said else of.households.none()
    found = found.filter(Q(house__compared=at) | Q(house=None)) if at else found
    return list(found.select_related("house").order_by("number")[:MOST_ALIKE])


def begun(of: Project) -> int:
    """How many households of the list the book knows at a stage or exit."""
    return _guards(of).filter(subject__household__project=of).count()


def events_of(projects: Sequence[Project]) -> dict[int, Claim]:
    """The last thing that the book took in of each project (by id); where there is none, it is left out."""
    told = Claim.objects.filter(container=OuterRef("subject"), state=ClaimState.ACCEPTED)
    last = Subquery(told.order_by("-last_day", "-pk").values("pk")[:1])
    rows = Project.objects.filter(pk__in=[one.pk for one in projects]).annotate(last=last)
    claims = dict(rows.exclude(last=None).values_list("pk", "last"))
    found = Claim.objects.prefetch_related("counts").in_bulk(claims.values())
    return {project: found[claim] for project, claim in claims.items()}


def days_of_stages(of: Project) -> dict[str, date]:
    """The day on which the project itself reached each stage, as far as it was told and let in."""
    named = ClaimSubject.objects.filter(subject=of.subject_id, claim__state=ClaimState.ACCEPTED)
    rows = named.order_by().values_list("stage").annotate(first=Min("claim__last_day"))
    return dict(rows)


def waiting_steps(of: Project) -> set[str]:
    """The stages to which the project itself was told to have come, while that waits for review."""
    named = ClaimSubject.objects.filter(subject=of.subject_id, claim__state__in=WAITING)
    return set(named.values_list("stage", flat=True))


def first_paid(projects: Collection[Project]) -> dict[int, date]:
    """The day on which money first came to each project (by id): a grant paid, or a household paid."""
    ways = programmes.housing()
    pathways = {
        code for one in projects for code in (ways[one.programme].grants, ways[one.programme].households)
    }
    subjects = {one.subject_id: one.pk for one in projects}
    told = Claim.objects.filter(
        container__in=subjects, pathway__in=pathways, state=ClaimState.ACCEPTED, counts__stage=PAID
    )
    rows = told.order_by().values_list("container").annotate(first=Min("last_day"))
    return {subjects[container]: first for container, first in rows}


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


def photos(of: Project) -> list[Evidence]:
    """The photos of what was told of a project, the newest day first; not those of what was turned down."""
    shown = Evidence.objects.filter(
        claim__container=of.subject_id, claim__state__in=LIVE, kind="photo", removed_at=None
    )
    rows = shown.select_related("claim").prefetch_related("claim__counts")
    return list(rows.order_by("-claim__last_day", "-pk")[:MOST_PHOTOS])


def waiting_for(households: Collection[Household]) -> dict[int, str]:
    """The stage to which each household (by id) was told to have come, while that waits for review."""
    subjects = {one.subject_id: one.pk for one in households}
    told = ClaimSubject.objects.filter(subject__in=subjects, claim__state__in=WAITING).order_by("pk")
    return {subjects[subject]: stage for subject, stage in told.values_list("subject_id", "stage")}


def on_the_list(projects: Iterable[Project]) -> dict[int, int]:
    """How many households each project (by id) has on its list, whatever became of them."""
    rows = Project.objects.filter(pk__in=[one.pk for one in projects]).annotate(number=Count("households"))
    return dict(rows.values_list("pk", "number"))


def programme_names() -> dict[str, Both]:
    """What each programme of housing is called, by its code; where no line names it, by its households."""
    names = {
        version.programme_code: Both(version.programme_th, version.programme_en)
        for code in programmes.codes()
        for version in programmes.versions(code)
    }
    found: dict[str, Both] = {}
    for code, counted in sorted(programmes.housing().items()):
        pathway = programmes.pathway(counted.households)
        found[code] = names.get(code) or Both(pathway.th, pathway.en)
    return found
