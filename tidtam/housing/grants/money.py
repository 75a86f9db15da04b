"""How much of a grant stands where: read out of the book, at or beyond each stage."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from tidtam.housing import cycles
from tidtam.housing.models import GrantItem, Household, Project, VoucherPart
from tidtam.housing.queries import today
from tidtam.ledger.pathway import Pathway
from tidtam.ledger_store import read
from tidtam.ledger_store.read import Moment
from tidtam.programmes import queries as programmes
from tidtam.review.words import ClaimState

LIVE = (ClaimState.PROPOSED, ClaimState.HELD, ClaimState.ACCEPTED)
"""The states of a claim that somebody counts on."""


@dataclass(frozen=True, slots=True)
class Money:
    """The grant of a project in satang: `at` or beyond each stage, and what left by each exit.

    What was contracted is a commitment, what was paid a disbursement: two measures, never one sum.
    """

    at: dict[str, int]
    left: dict[str, int]
    here: dict[str, int]

    def of(self, stage: str) -> int:
        """So much reached a stage."""
        return self.at[stage]


def money_of(projects: Sequence[Project], moment: Moment | None = None) -> dict[int, Money]:
    """The grant of each project (by id); one of which nothing is on record is left out: unknown is not 0."""
    found: dict[int, Money] = {}
    ways = programmes.housing()
    for code in {ways[one.programme].grants for one in projects}:
        some = [one for one in projects if ways[one.programme].grants == code]
        pathway = programmes.pathway(code)
        stands = read.standing_in(pathway, [one.subject_id for one in some], moment or today())
        for one in some:
            if here := stands.get(one.subject_id):
                found[one.pk] = _money(here, pathway)
    return found


def _money(here: dict[str, int], pathway: Pathway) -> Money:
    stages = [stage.code for stage in pathway.stages]
    at = {code: sum(here.get(later, 0) for later in stages[rank:]) for rank, code in enumerate(stages)}
    left = {code: here[code] for code in pathway.exit_codes if code in here}
    return Money(at, left, {code: here.get(code, 0) for code in stages})


def stands_at(project: Project, stage: str, on: date) -> int:
    """The satang that stand at exactly a stage on a day."""
    pathway = programmes.pathway(cycles.counted(project).grants)
    stands = read.standing_in(pathway, [project.subject_id], Moment(on)).get(project.subject_id, {})
    return stands.get(stage, 0)


def given_to(households: Collection[Household], *, besides: int | None = None) -> dict[int, dict[str, int]]:
    """What live claims give to each household (by id), by part; `besides` leaves one claim (id) out."""
    items = GrantItem.objects.filter(household__in=households, claim__state__in=LIVE).exclude(claim=besides)
    found: dict[int, dict[str, int]] = {}
    rows = items.order_by().values_list("household", "part").annotate(satang=Sum("satang"))
    for household, part, satang in rows:
        found.setdefault(household or 0, {})[part] = satang
    return found


def left_by_exit(project: Project, households: Iterable[Household]) -> set[int]:
    """Which of these households (by id) left the project: they are given nothing by default."""
    some = {one.subject_id: one.pk for one in households}
    pathway = programmes.pathway(cycles.counted(project).households)
    stand = read.where_these_stand(pathway, list(some), today())
    return {some[subject] for subject, entry in stand.items() if entry.to_stage in pathway.exit_codes}


def paid_to(households: Collection[Household]) -> dict[int, int]:
    """The satang that accepted payments name for each household (by id); one without is left out."""
    parts = VoucherPart.objects.filter(household__in=households, claim__state=ClaimState.ACCEPTED)
    rows = parts.order_by().values_list("household").annotate(satang=Sum("satang"))
    return dict(rows)
