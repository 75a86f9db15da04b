"""The guard of grants: each household and project against the rules of the day, and nobody twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.db.models import Sum

from tidtam.housing import problems as say
from tidtam.housing.grants.money import LIVE, given_to
from tidtam.housing.models import GrantItem, Household, Project
from tidtam.problems import Problem, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.money_rules import (
    HouseholdProposal,
    ProjectProposal,
    household_problems,
    money_text,
    project_problems,
)
from tidtam.review.models import Claim

MANAGEMENT = "management"
INFRASTRUCTURE = "infrastructure"


def broken_rules(claim: Claim, project: Project, items: Sequence[GrantItem]) -> list[Problem]:
    """Every rule of its day that an approval breaks, with what other live claims give already."""
    on = claim.last_day
    rules = programmes.money_rules(project.programme, on)
    households = [item.household for item in items if item.household]
    before = given_to(households, besides=claim.pk)
    found: list[Problem] = []
    for household, parts in _by_household(items).items():
        proposal = HouseholdProposal(
            parts=_added(before.get(household.pk, {}), parts), solution=household.solution or None
        )
        wrong = household_problems(rules, proposal, on=on)
        found += (_of(problem, household.subject.name) for problem in wrong)
    found += project_problems(rules, _project_proposal(claim, project, items), on=on)
    return [*found, *_given_already(claim, project, households)]


def _by_household(items: Iterable[GrantItem]) -> dict[Household, dict[str, int]]:
    found: dict[Household, dict[str, int]] = defaultdict(dict)
    for item in items:
        if item.household is not None:
            found[item.household][item.part] = item.satang
    return found


def _added(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {part: one.get(part, 0) + other.get(part, 0) for part in {*one, *other}}


def _project_proposal(claim: Claim, project: Project, items: Sequence[GrantItem]) -> ProjectProposal:
    """All that live claims give in the project, with this one."""
    others = GrantItem.objects.filter(project=project, claim__state__in=LIVE).exclude(claim=claim)
    sums: dict[str, int] = defaultdict(int)
    rows = others.order_by().values_list("part").annotate(satang=Sum("satang"))
    for part, satang in [*rows, *((item.part, item.satang) for item in items)]:
        sums[part] += satang
    named = {item.household_id for item in items if item.household_id}
    named |= set(others.filter(household__isnull=False).values_list("household", flat=True))
    return ProjectProposal(
        households=len(named),
        grant=sum(satang for part, satang in sums.items() if part != MANAGEMENT),
        infrastructure=sums[INFRASTRUCTURE],
        management=sums[MANAGEMENT],
    )


def _given_already(claim: Claim, project: Project, households: Sequence[Household]) -> Iterator[Problem]:
    """Whoever's citizen ID has a grant of the programme already (of the event, where it hangs on one)."""
    hashes = {one.id_hash: one for one in households if one.id_hash}
    others = GrantItem.objects.filter(
        household__id_hash__in=hashes, household__project__programme=project.programme,
        claim__state__in=LIVE,
    ).exclude(claim=claim)  # fmt: skip
    if project.event_id is not None:
        others = others.filter(household__project__event=project.event_id)
    told = others.exclude(household__in=households).select_related("household__subject").order_by("pk")
    seen: set[str] = set()
    for item in told:
        other = item.household
        if other is not None and other.id_hash not in seen:
            seen.add(other.id_hash)
            mine = hashes[other.id_hash]
            names = {"household": mine.subject.name, "other": other.subject.name}
            yield say.SECOND_GRANT.at(Where(column=mine.subject.name), **names)


def named(problem: Problem) -> str:
    """A broken rule by its code and whom it is about: what an exception is asked for, and no more."""
    return f"{problem.code} {problem.where.column or ''}".strip()


def _of(problem: Problem, household: str) -> Problem:
    return problem.kind.at(Where(column=household), **problem.values)


def sums_agree(items: Iterable[int], whole: int) -> Iterator[Problem]:
    """The parts of a paper add up to it, to the satang."""
    parts = sum(items)
    if parts != whole:
        yield say.ITEMS_UNLIKE.at(parts=money_text(parts), whole=money_text(whole))
