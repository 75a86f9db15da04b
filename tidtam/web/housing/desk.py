"""What the page of a project shows of households, photos, steps and claims, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import QueryDict

from tidtam.housing import cycles, queries
from tidtam.housing.models import Block, Household, Project
from tidtam.housing.queries import NOT_BEGUN, Wanted
from tidtam.ledger.pathway import Pathway, Stage
from tidtam.ledger_store.models import Entry
from tidtam.people.access import Access
from tidtam.problems import Refused
from tidtam.programmes import queries as programmes
from tidtam.review import work
from tidtam.review.models import Evidence
from tidtam.review.words import ClaimState
from tidtam.web import problems
from tidtam.web.housing.bands import next_of
from tidtam.web.show import Show
from tidtam.web.work.rows import Row as ClaimRow
from tidtam.web.work.rows import rows_of

PAGE = 50
WITH_REVIEW = (ClaimState.PROPOSED, ClaimState.HELD, ClaimState.RETURNED)
MOST_CLAIMS = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A household as the table shows it: where it stands since when, what comes next, what blocks it."""

    household: Household
    stage: Stage | None
    since: date | None
    next: Stage | None
    blocks: Sequence[Block]
    waits: Stage | None
    picked: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the households that somebody wants to see, and how many there are in all."""

    rows: list[Row]
    count: int
    number: int
    wanted: Wanted

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        return max(1, -(-self.count // PAGE))

    @property
    def is_filtered(self) -> bool:
        """Whether some are left out."""
        return self.wanted != Wanted()


def wanted_of(asked: QueryDict) -> Wanted:
    """Which households the address asks for."""
    part = asked.get("part", "")
    return Wanted(
        text=asked.get("q", "").strip(),
        stage=asked.get("stage", "").strip(),
        blocked=asked.get("blocked") == "1",
        part=int(part) if part.isascii() and part.isdecimal() and len(part) < 10 else None,
    )


def listed(of: Project, wanted: Wanted, number: int, picked: Collection[int] = ()) -> Listed:
    """One page of the households of a project."""
    found = queries.households(of, wanted)
    count = found.count()
    if number > max(1, -(-count // PAGE)):
        raise Refused([problems.NO_SUCH_PAGE.at(text=number)])
    some = list(found[(number - 1) * PAGE : number * PAGE])
    return Listed(rows_for(of, some, picked), count, number, wanted)


def rows_for(of: Project, some: Sequence[Household], picked: Collection[int] = ()) -> list[Row]:
    """Households as rows of the table."""
    pathway = programmes.pathway(cycles.counted(of).households)
    stand, waits = queries.stages_of_households(of, some), queries.waiting_for(some)
    blocks: dict[int, list[Block]] = defaultdict(list)
    ids = [one.pk for one in some]
    for block in Block.objects.filter(household__in=ids, until=None).order_by("since", "pk"):
        blocks[block.household_id or 0].append(block)
    return [_row(pathway, one, stand, blocks, waits, one.pk in picked) for one in some]


def _row(
    pathway: Pathway,
    one: Household,
    stand: Mapping[int, Entry],
    blocks: Mapping[int, list[Block]],
    waits: Mapping[int, str],
    picked: bool,
) -> Row:
    entry, waiting = stand.get(one.pk), waits.get(one.pk)
    return Row(
        one,
        pathway.stage(entry.to_stage) if entry else None,
        entry.day_last if entry else None,
        None if waiting else next_of(pathway, entry.to_stage if entry else ""),
        blocks.get(one.pk, ()),
        pathway.stage(waiting) if waiting else None,
        picked,
    )


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of the project itself: the day on which it was reached, where that is known."""

    stage: Stage
    day: date | None
    is_reached: bool
    is_now: bool
    waits: bool


def timeline(of: Project) -> list[Step]:
    """The stages of a project in their order; after an exit, the exit as the last of them."""
    pathway = programmes.pathway(cycles.counted(of).projects)
    entry = queries.stages_of_projects([of]).get(of.pk)
    days, waiting = queries.days_of_stages(of), queries.waiting_steps(of)
    now = entry.to_stage if entry else ""
    left = now in pathway.exit_codes
    rank = max((pathway.rank[code] for code in days if code in pathway.rank), default=-1)
    rank = rank if left else pathway.highest(now)
    steps = [
        Step(stage, days.get(stage.code), at <= rank, stage.code == now, stage.code in waiting)
        for at, stage in enumerate(pathway.stages)
    ]
    return [*steps, Step(pathway.stage(now), days.get(now), True, True, False)] if left else steps


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo and the stage that it shows."""

    photo: Evidence
    stage: str


def photos_by_phase(of: Project, show: Show) -> list[tuple[str, list[Shot]]]:
    """Photos before, during and after: the first and last stage that demand one part the three."""
    phases: dict[str, list[Shot]] = {"before": [], "during": [], "after": []}
    for photo in queries.photos(of):
        pathway = programmes.pathway(photo.claim.pathway)
        codes = [count.stage for count in photo.claim.counts.all()]
        reached = max((pathway.rank.get(code, -1) for code in codes), default=-1)
        names = ", ".join(pathway.stage(code).name(show.lang) for code in codes)
        phases[_phase(pathway, reached)].append(Shot(photo, names))
    return [(phase, shots) for phase, shots in phases.items() if shots]


def _phase(pathway: Pathway, reached: int) -> str:
    demanding = [pathway.rank[code] for code in programmes.evidence_of_stages(pathway.code)]
    if not demanding or reached < min(demanding):
        return "before"
    return "after" if reached >= max(demanding) else "during"


def claims_here(of: Project, access: Access, show: Show) -> list[ClaimRow]:
    """Claims of a project that wait for review, are questioned or were sent back, the newest first."""
    found = work.readable(access).filter(container=of.subject_id, state__in=WITH_REVIEW)
    return rows_of(found[:MOST_CLAIMS], show)


def told(of: Project, access: Access, text: str, show: Show) -> ClaimRow | None:
    """The claim that was just handed in, as it stands now."""
    try:
        key = UUID(text)
    except ValueError:
        return None
    found = work.readable(access).filter(container=of.subject_id, key=key)
    return next(iter(rows_of(found, show)), None)


def is_stage(pathway: Pathway, code: str) -> bool:
    """Whether households can be looked for by this stage."""
    return code in pathway.rank or code in pathway.exit_codes or code in ("", NOT_BEGUN)
