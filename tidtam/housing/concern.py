"""What housing knows of claims: what is wrong with the money of its projects, and what falls due."""

from collections.abc import Iterator, Sequence

from tidtam.housing import cycles
from tidtam.housing import problems as say
from tidtam.housing.grants import guard, instalments, payments
from tidtam.housing.grants.money import stands_at
from tidtam.housing.models import GrantException, Project
from tidtam.ledger.pathway import Stage
from tidtam.people.models import User
from tidtam.problems import Both, Problem, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.money_rules import money_text
from tidtam.review.letting_in import FOLLOWS
from tidtam.review.models import Claim
from tidtam.review.registry import Concern, Following
from tidtam.review.words import WITH_THE_RECORDER
from tidtam.thai.date_writing import english_date, long_date


def check(claims: Sequence[Claim]) -> list[Problem]:
    """What is wrong with grants of projects, under the key of each claim; others are passed over."""
    grants = {one.grants for one in programmes.housing().values()}
    asked = [claim for claim in claims if claim.container_id and claim.pathway in grants]
    projects = _projects(asked)
    found: list[Problem] = []
    for claim in asked:
        wrong = _wrong_with(claim, projects[claim.container_id or 0])
        found += (_under(claim, problem) for problem in wrong)
    return found


def _projects(claims: Sequence[Claim]) -> dict[int, Project]:
    rows = Project.objects.filter(subject__in={claim.container_id for claim in claims})
    return {one.subject_id: one for one in rows.select_related("place", "event")}


def _under(claim: Claim, problem: Problem) -> Problem:
    where = Where(column=problem.where.column, field=str(claim.key))
    return problem.kind.at(where, **problem.values)


def _wrong_with(claim: Claim, project: Project) -> Iterator[Problem]:
    (count,) = claim.counts.all()
    if count.stage == instalments.APPROVED:
        yield from _approval(claim, project, count.number)
        return
    if count.stage == instalments.PAID:
        yield from payments.wrong_with(claim, count.number)
    if planned := list(claim.instalments.all()):
        counted = cycles.counted(project)
        ways = programmes.pathway(counted.households), programmes.pathway(counted.projects)
        yield from instalments.plan_problems(planned, count.number, *ways)
    if claim.lot_stage:
        yield from _enough(claim, project, count.stage, count.number)


def _approval(claim: Claim, project: Project, whole: int) -> Iterator[Problem]:
    items = list(claim.grant_items.select_related("household__subject", "household__project"))
    yield from guard.sums_agree((item.satang for item in items), whole)
    broken = guard.broken_rules(claim, project, items)
    if not broken:
        return
    leave = GrantException.objects.filter(claim=claim).first()
    lifted = leave.lifts if leave else []
    yield from (problem for problem in broken if guard.named(problem) not in lifted)
    if leave and claim.state not in WITH_THE_RECORDER and leave.given_by_id is None:
        yield say.EXCEPTION_NOT_GIVEN.at(reason=leave.reason)


def _enough(claim: Claim, project: Project, stage: str, asked: int) -> Iterator[Problem]:
    """More never goes on from a stage than stands there on the day, with what waits for finance already."""
    pathway = programmes.pathway(claim.pathway)
    there = stands_at(project, claim.lot_stage, claim.last_day)
    if claim.state in WITH_THE_RECORDER:
        there -= payments.waiting_to_leave(claim)
    if asked > there:
        yield say.MORE_THAN_THERE.at(
            step=_named(pathway.stage(stage)),
            before=_named(pathway.stage(claim.lot_stage)),
            asked=money_text(asked),
            there=money_text(max(there, 0)),
            gap=money_text(asked - max(there, 0)),
            day=Both(long_date(claim.last_day), english_date(claim.last_day)),
            paper=payments.papers_behind(claim),
        )
        if claim.lot_stage == instalments.DUE:
            yield from instalments.waiting(project)


def _named(stage: Stage) -> Both:
    return Both(stage.th, stage.en)


def follow(actor: User, claims: Sequence[Claim]) -> Following:
    """Instalments fall due, or are due no more, when what they wait for changes."""
    told = [claim for claim in claims if claim.ladder != FOLLOWS]
    subjects = {claim.container_id for claim in told if claim.container_id}
    let_in: list[Claim] = []
    back: list[Claim] = []
    reason = ""
    # Locked until the end: two that are let in at once must not both make the same instalment fall due.
    projects = Project.objects.filter(subject__in=subjects).select_related("place").order_by("pk")
    for project in projects.select_for_update(of=("self",)):
        following = instalments.brought_up_to_date(actor, project)
        let_in += following.let_in
        back += following.taken_back
        reason = following.reason
    return Following(let_in, back, reason)


CONCERN = Concern("grants", check, follow)
