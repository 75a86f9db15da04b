"""The money page of a project: the sums of its grant, its instalments, and the forms that move them on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from tidtam.housing import cycles
from tidtam.housing import problems as say
from tidtam.housing.access import readable
from tidtam.housing.grants.instalments import Fact, fact_of, fell_due_with, of_project
from tidtam.housing.grants.money import Money, given_to, money_of
from tidtam.housing.models import GrantException, Instalment, Project
from tidtam.intake.grants.workbook import write
from tidtam.ledger.pathway import Stage
from tidtam.people.access import Access, Right
from tidtam.people.models import Role
from tidtam.problems import Problem, Refused
from tidtam.programmes import queries as programmes
from tidtam.review.models import Claim
from tidtam.review.words import ClaimState
from tidtam.thai.date_writing import typed_date
from tidtam.web.address import Address, echoed
from tidtam.web.grants.kept import kept
from tidtam.web.grants.typed import done
from tidtam.web.page import form, page, shown
from tidtam.web.reader import access_here, signed_in

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WAITING = (ClaimState.PROPOSED, ClaimState.HELD, ClaimState.RETURNED, ClaimState.DRAFT)


@dataclass(frozen=True, slots=True)
class Row:
    """An instalment, what it waits for, and whether it was paid though that holds no more."""

    instalment: Instalment
    fact: Fact

    @property
    def too_early(self) -> bool:
        """Paid, though what it waited for holds no more."""
        return self.instalment.due is not None and not self.fact.holds

    @property
    def is_gone(self) -> bool:
        """Not due though what it waited for holds: its money was cancelled out of the contract."""
        return self.instalment.due is None and self.fact.holds

    @property
    def only(self) -> int | None:
        """The satang with which it fell due, where that is less than its whole; else None."""
        due = self.instalment.due
        satang = fell_due_with(due) if due is not None else self.instalment.satang
        return satang if satang < self.instalment.satang else None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim of the grant that is not in the book yet, with the exception that it asks for."""

    claim: Claim
    stage: Stage
    satang: int
    leave: GrantException | None
    may_give: bool


def the_project(access: Access, code: str) -> Project:
    """The project with this code, among those that somebody may open; Refused where there is none."""
    found = readable(access).select_related("place", "event", "subject").filter(code=code).first()
    if found is None:
        raise Refused([say.NO_PROJECT.at(code=echoed(code))])
    return found


@form
def grants(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """The money of a project; what is sent is proposed to finance, and shown again with all that is wrong."""
    project = the_project(access_here(request), code)
    if request.method != "POST":
        return _page(request, address, project)
    try:
        did = done(request, signed_in(request), project)
    except Refused as refused:
        return _page(request, address, project, refused.problems)
    language = "&lang=en" if address.lang == "en" else ""
    return HttpResponseRedirect(f"{reverse('grants', args=[code])}?done={did}{language}#done")


@page
def grants_file(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """The households of a project as a workbook to fill in."""
    project = the_project(access_here(request), code)
    answer = HttpResponse(write(project, timezone.localdate()), content_type=EXCEL)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{code}-เงินอุดหนุน.xlsx')}"
    return answer


def _page(
    request: HttpRequest, address: Address, project: Project, wrong: Iterable[Problem] = ()
) -> HttpResponse:
    access, problems = access_here(request), list(wrong)
    money = money_of([project]).get(project.pk)
    pathway = programmes.pathway(cycles.counted(project).grants)
    households = list(project.households.all())
    given = given_to(households)
    answer = shown(
        request,
        "grants/grants.html",
        address,
        project=project,
        money=money,
        steps=_steps(money, pathway.stages),
        exits=[(stage, money.left[stage.code]) for stage in pathway.exits if stage.code in money.left]
        if money
        else [],
        rows=[Row(one, fact_of(one)) for one in of_project(project)],
        waiting=_waiting(project, access, pathway.code),
        partners=[one for one in project.partners.all() if one.satang],
        records=access.may(Right.RECORD, project.place_id),
        without=sum(one.pk not in given for one in households),
        stages=programmes.pathway(cycles.counted(project).households).stages,
        here=money.here if money else {},
        today=typed_date(timezone.localdate()),
        kept=kept(project, request.POST, problems),
        wrong=len(problems),
        done=request.GET.get("done", ""),
        fresh_key=request.POST.get("key") or uuid4(),
    )
    answer.status_code = 400 if problems else 200
    return answer


def _steps(money: Money | None, stages: Iterable[Stage]) -> list[tuple[Stage, int]]:
    return [(stage, money.of(stage.code)) for stage in stages] if money else []


def _waiting(project: Project, access: Access, pathway: str) -> list[Waiting]:
    claims = Claim.objects.filter(container=project.subject_id, pathway=pathway, state__in=WAITING)
    leaves = {
        one.claim_id: one
        for one in GrantException.objects.filter(claim__in=claims).select_related("given_by")
    }
    known = programmes.pathway(pathway)
    owner = access.holds(Role.OWNER, project.place_id)
    found = []
    for claim in claims.prefetch_related("counts").select_related("made_by").order_by("made_at"):
        (count,) = claim.counts.all()
        leave = leaves.get(claim.pk)
        may = (
            owner and leave is not None and leave.given_by_id is None and leave.asked_by_id != access.user.pk
        )
        found.append(Waiting(claim, known.stage(count.stage), count.number, leave, may))
    return found
