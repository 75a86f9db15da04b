"""Instalments: what must be so before each is paid, whether it is, and what follows when that changes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from django.db.models import Max

from tidtam.housing import cycles
from tidtam.housing import problems as say
from tidtam.housing.grants.money import stands_at
from tidtam.housing.models import GrantItem, Instalment, Project
from tidtam.housing.queries import stages_of_projects, today
from tidtam.ledger.pathway import Pathway
from tidtam.ledger_store import read
from tidtam.people.models import User
from tidtam.problems import Both, Problem, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.money_rules import money_text
from tidtam.review.actions.telling import Telling, claim_of, keep_told
from tidtam.review.letting_in import FOLLOWS
from tidtam.review.models import Claim
from tidtam.review.registry import Following
from tidtam.review.words import ClaimState, DrawsFrom

APPROVED, CONTRACTED, DUE, PAID = "approved", "contracted", "due", "paid"


@dataclass(frozen=True, slots=True)
class Fact:
    """Whether what an instalment waits for is so: what it wants and how it stands now, in words."""

    holds: bool
    wants: Both
    now: Both


def fact_of(instalment: Instalment) -> Fact:
    """How what an instalment waits for stands today."""
    project = instalment.project
    if instalment.stage:
        return _households(instalment, project)
    if instalment.project_stage:
        return _project(instalment, project)
    if instalment.paper:
        there = project.papers.filter(kind=instalment.paper).exists()
        return Fact(
            there, Both(f"เอกสาร {instalment.paper}", f"the paper {instalment.paper}"), _yes_no(there)
        )
    return Fact(True, Both("ทำสัญญา", "the contract"), _yes_no(True))


def _yes_no(there: bool) -> Both:
    return Both("มีแล้ว", "there") if there else Both("ยังไม่มี", "not there")


def _households(instalment: Instalment, project: Project) -> Fact:
    """So many of those to whom the project gives, without those who left, reached a stage."""
    pathway = programmes.pathway(cycles.counted(project).households)
    given = set(
        GrantItem.objects.filter(
            project=project, household__isnull=False, claim__state=ClaimState.ACCEPTED
        ).values_list("household__subject", flat=True)
    )
    stand = read.where_these_stand(pathway, given, today())
    left = {subject for subject, entry in stand.items() if entry.to_stage in pathway.exit_codes}
    rank = pathway.rank[instalment.stage]
    reached = {s for s, entry in stand.items() if pathway.rank.get(entry.to_stage, -1) >= rank}
    inside = len(given - left)
    wanted = -(-inside * instalment.share // 100)
    stage = pathway.stage(instalment.stage)
    wants = Both(
        f"{wanted:,} จาก {inside:,} ครัวเรือนถึงขั้น “{stage.th}”",
        f"{wanted:,} of {inside:,} households at “{stage.en}”",
    )
    now = Both(f"{len(reached):,} ครัวเรือน", f"{len(reached):,} households")
    return Fact(inside > 0 and len(reached) >= wanted, wants, now)


def _project(instalment: Instalment, project: Project) -> Fact:
    pathway = programmes.pathway(cycles.counted(project).projects)
    entry = stages_of_projects([project]).get(project.pk)
    stage = pathway.stage(instalment.project_stage)
    wants = Both(f"โครงการถึงขั้น “{stage.th}”", f"the project at “{stage.en}”")
    if entry is None:
        return Fact(False, wants, Both("ยังไม่เริ่ม", "not begun"))
    here = pathway.stage(entry.to_stage)
    holds = pathway.rank.get(entry.to_stage, -1) >= pathway.rank[instalment.project_stage]
    return Fact(holds, wants, Both(f"อยู่ที่ขั้น “{here.th}”", f"at “{here.en}”"))


def of_project(project: Project) -> list[Instalment]:
    """The instalments of the contracts of a project that are in the book, in their order."""
    rows = Instalment.objects.filter(project=project, contract__state=ClaimState.ACCEPTED)
    rows = rows.select_related("project__place", "contract", "due").prefetch_related("due__counts")
    return list(rows.order_by("contract", "number"))


def waiting(project: Project) -> Iterator[Problem]:
    """What each instalment that is not due yet waits for."""
    for one in of_project(project):
        fact = fact_of(one)
        if one.due is None and not fact.holds:
            values = {"number": one.number, "satang": money_text(one.satang)}
            yield say.NOT_DUE.at(Where(column=str(one.number)), wants=fact.wants, now=fact.now, **values)


def paid_too_early(project: Project) -> list[Instalment]:
    """Instalments that fell due and were paid, though what they waited for holds no more."""
    return [one for one in of_project(project) if one.due is not None and not fact_of(one).holds]


def brought_up_to_date(actor: User, project: Project) -> Following:
    """What must go into the book, or come out, so that what is due agrees with what holds.

    An instalment of which money was paid already stays due: it is told by `paid_too_early`. One of which
    money was cancelled out of its contract falls due with what is left of it, or not at all.
    """
    let_in, back = [], []
    payable, gone_on = stands_at(project, DUE, date.max), 0
    for one in of_project(project):
        holds = fact_of(one).holds
        if holds and one.due is None:
            day = _day_of(one)
            satang = min(one.satang, _contracted(project, day) - gone_on)
            if satang <= 0:
                continue
            gone_on += satang
            one.due = _made_due(actor, one, satang, day)
            one.save(update_fields=["due"])
            let_in.append(one.due)
        elif not holds and one.due is not None and (satang := fell_due_with(one.due)) <= payable:
            payable -= satang
            back.append(one.due)
            one.due = None
            one.save(update_fields=["due"])
    reason = "เงื่อนไขของงวดไม่ครบแล้ว · what the instalment waits for holds no more"
    return Following(let_in, back, reason)


def _contracted(project: Project, day: date) -> int:
    """The satang that are contracted on a day and do not go on or leave later."""
    return min(stands_at(project, CONTRACTED, on) for on in (day, date.max))


def fell_due_with(due: Claim) -> int:
    """The satang with which an instalment fell due: less than its whole where the contract had less left."""
    (count,) = due.counts.all()
    return count.number


def _made_due(actor: User, instalment: Instalment, satang: int, day: date) -> Claim:
    """The claim that so much of an instalment is due, from the day of the last thing that made it so."""
    project, counted = instalment.project, cycles.counted(instalment.project)
    told = Telling(
        key=uuid4(),
        pathway=counted.grants,
        cycle=cycles.of_money(project),
        place=project.place,
        container=project.subject_id,
        first_day=day,
        last_day=day,
        ladder=FOLLOWS,
        stage=DUE,
        number=satang,
        draws=DrawsFrom.LOT_ABOVE,
        lot_place=project.place_id,
        lot_container=project.subject_id,
        lot_stage=CONTRACTED,
        note=f"งวดที่ {instalment.number} ถึงงวดจ่าย · instalment {instalment.number} falls due",
    )
    claim = claim_of(actor, told)
    claim.state = ClaimState.PROPOSED
    keep_told([claim], {str(claim.key): told})
    return claim


def _day_of(instalment: Instalment) -> date:
    """The last day of what is in the book of the project's households and stages, not before the contract."""
    project = instalment.project
    counted = cycles.counted(project)
    told = Claim.objects.filter(container=project.subject_id, state=ClaimState.ACCEPTED)
    ways = {counted.households: instalment.stage, counted.projects: instalment.project_stage}
    asked = [pathway for pathway, stage in ways.items() if stage]
    last = told.filter(pathway__in=asked).aggregate(last=Max("last_day"))["last"]
    return max(last or instalment.contract.last_day, instalment.contract.last_day)


def plan_problems(
    instalments: Iterable[Instalment], whole: int, households: Pathway, projects: Pathway
) -> Iterator[Problem]:
    """What is wrong with a plan of instalments: stages that are none, sums that are not the contract."""
    some: Sequence[Instalment] = list(instalments)
    for one in some:
        for stage, pathway in ((one.stage, households), (one.project_stage, projects)):
            if stage and stage not in pathway.rank:
                yield say.STAGE_UNKNOWN.at(
                    Where(column=str(one.number)), stage=stage, stages=", ".join(pathway.rank)
                )
    parts = sum(one.satang for one in some)
    if parts != whole:
        yield say.INSTALMENTS_UNLIKE.at(parts=money_text(parts), whole=money_text(whole))
