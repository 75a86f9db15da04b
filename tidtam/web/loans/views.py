"""The pages of loans: all that a reader may open together, and one by itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from tidtam.housing.actions.lending import catch_up, confirm_answer
from tidtam.housing.lending import book, queries
from tidtam.housing.lending.models import Loan, LoanAnswer
from tidtam.housing.lending.queries import Reckoned
from tidtam.housing.lending.settlement import stage_of
from tidtam.housing.loans.paid import Split
from tidtam.housing.loans.schedule import Due
from tidtam.ledger.fiscal import fiscal_year_of
from tidtam.ledger_store.read import Moment
from tidtam.people.access import Access, Right, access_of
from tidtam.people.models import Role
from tidtam.places.codes import NATION
from tidtam.problems import Problem, Refused
from tidtam.programmes.money import Dated, Moratorium
from tidtam.review.actions import approve
from tidtam.review.actions.reviewing import why_not
from tidtam.review.models import Claim
from tidtam.review.words import ClaimState
from tidtam.web import problems as site
from tidtam.web.access import readable_place
from tidtam.web.address import Address
from tidtam.web.loans import problems
from tidtam.web.page import deed, page, shown
from tidtam.web.reader import access_here, signed_in

PAGE = 100
"""Loans on a page of the portfolio."""

ON_ITS_WAY = (ClaimState.DRAFT, ClaimState.PROPOSED, ClaimState.HELD, ClaimState.RETURNED)


@page
def loans(request: HttpRequest, address: Address) -> HttpResponse:
    """All loans of a place that the reader may open: principal, arrears by age, portfolio at risk."""
    here = readable_place(request, address.place)
    on = address.as_of or timezone.localdate()
    rows = queries.readable(access_here(request)).filter(approved_on__lte=on)
    if address.place != NATION:
        rows = queries.within(rows, here, on)
    found = queries.reckoned(rows, Moment(on, address.known_at))
    found.sort(key=lambda one: (-(one.owed.days_in_arrears if one.owed else -1), one.loan.code))
    pages = max(1, -(-len(found) // PAGE))
    if address.page > pages:
        raise Refused([site.NO_SUCH_PAGE.at(text=address.page)])
    together = queries.together(found)
    ages = (
        [(age, together.ages[age], together.outstanding_ages[age]) for age in together.ages]
        if together
        else []
    )
    return shown(
        request,
        "loans/loans.html",
        address.changed(as_of=on),
        records=access_here(request).anywhere(Right.RECORD),
        here=here,
        together=together,
        ages=ages,
        found=found[(address.page - 1) * PAGE : address.page * PAGE],
        pages=pages,
        before=address.page - 1,
        after=address.page + 1,
    )


def the_loan(access: Access, code: str) -> Loan:
    """The loan with this code, among those that somebody may read; Refused where there is none."""
    found = queries.readable(access).filter(code=code).first()
    if found is None:
        raise Refused([problems.NO_SUCH_LOAN.at()])
    return found


def to_loan(loan: Loan, address: Address) -> str:
    """The address of the page of a loan."""
    return reverse("loan", kwargs={"code": loan.code}) + ("?lang=en" if address.lang == "en" else "")


@dataclass(frozen=True, slots=True)
class Row:
    """An instalment of the schedule and what became of it; `days_late` is None unless some of it is open."""

    due: Due
    fallen: bool
    days_late: int | None
    unpaid: int


@dataclass(frozen=True, slots=True)
class Year:
    """The instalments of a fiscal year; `is_open` where the page shows them at once."""

    number: int
    rows: list[Row]
    is_open: bool


def years_of(one: Reckoned) -> list[Year]:
    """The schedule by fiscal year: the year of the day is open, and those in which something is late."""
    open_parts = {part.number: part for part in one.owed.unpaid} if one.owed else {}
    rows = [
        Row(
            due,
            one.owed is not None and due.day <= one.on,
            open_parts[due.number].days_late if due.number in open_parts else None,
            open_parts[due.number].satang if due.number in open_parts else 0,
        )
        for due in one.dues
    ]
    now = fiscal_year_of(max(one.dues[0].day, min(one.on, one.dues[-1].day))).number
    grouped = groupby(rows, key=lambda row: fiscal_year_of(row.due.day).number)
    return [
        Year(number, some, number == now or any(row.days_late is not None for row in some))
        for number, some in ((number, list(part)) for number, part in grouped)
    ]


@dataclass(frozen=True, slots=True)
class Slip:
    """Money that came in: the paper, the sum, and where it went."""

    paper: str
    split: Split


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim that is not in the book yet, and whether this reader may let it in."""

    claim: Claim
    stage: str
    satang: int
    may_accept: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A moratorium or another rate within the loan, and what the organisation answered."""

    dated: Dated
    is_moratorium: bool
    answer: LoanAnswer | None
    may_confirm: bool


def slips_of(one: Reckoned) -> list[Slip]:
    """What came in, the newest first."""
    keys = [moved.key for moved in one.book.receipts]
    papers = {str(key): note for key, note in Claim.objects.filter(key__in=keys).values_list("key", "note")}
    splits = one.owed.splits if one.owed else ()
    return [Slip(papers.get(key, ""), split) for key, split in zip(keys, splits, strict=False)][::-1]


def drawings_of(one: Reckoned) -> list[tuple[str, book.Moved]]:
    """What was drawn, with its paper, the oldest first."""
    keys = [moved.key for moved in one.book.draws]
    papers = {str(key): note for key, note in Claim.objects.filter(key__in=keys).values_list("key", "note")}
    return [(papers.get(moved.key, ""), moved) for moved in one.book.draws]


def waiting_of(access: Access, loan: Loan) -> list[Waiting]:
    """What was told of a loan and is not in the book yet, the oldest first."""
    rows: QuerySet[Claim] = Claim.objects.filter(container=loan.subject_id, state__in=ON_ITS_WAY)
    found = rows.select_related("place", "made_by").prefetch_related("counts", "acceptances").order_by("pk")
    return [
        Waiting(
            one, stage_of(one), sum(count.number for count in one.counts.all()), why_not(access, one) is None
        )
        for one in found
    ]


def changes_of(access: Access, one: Reckoned) -> list[Change]:
    """What a loan may take up or decline, by its first day."""
    answers = {answer.code: answer for answer in one.loan.answers.select_related("said_by", "confirmed_by")}
    finance = access.holds(Role.FINANCE, one.loan.place_id)
    rates = one.record.rates_of(one.loan.programme)
    later = [rate for rate in rates if one.loan.contracted_on < rate.valid_from <= one.dues[-1].day]
    dated: list[Dated] = sorted([*one.moratoria, *later], key=lambda found: found.valid_from)
    return [
        Change(found, isinstance(found, Moratorium), answer, _may_confirm(access, answer, finance))
        for found, answer in ((found, answers.get(found.code)) for found in dated)
    ]


def _may_confirm(access: Access, answer: LoanAnswer | None, finance: bool) -> bool:
    waits = answer is not None and answer.confirmed_by_id is None
    return waits and finance and answer is not None and answer.said_by_id != access.user.pk


@page
def loan(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """One loan: its contract in words, how it stands, its schedule, and what waits."""
    return loan_page(request, address, the_loan(access_here(request), code))


def loan_page(
    request: HttpRequest, address: Address, found: Loan, wrong: list[Problem] | None = None, did: str = ""
) -> HttpResponse:
    """The page of a loan, with what was wrong with what somebody just did there."""
    access = access_here(request)
    on = address.as_of or timezone.localdate()
    (one,) = queries.reckoned([found], Moment(on, address.known_at))
    answer = shown(
        request,
        "loans/loan.html",
        address.changed(as_of=on),
        loan=found,
        one=one,
        years=years_of(one),
        last_due=one.dues[-1],
        slips=slips_of(one),
        drawings=drawings_of(one),
        waiting=waiting_of(access, found),
        changes=changes_of(access, one),
        records=access.may(Right.RECORD, found.place_id),
        finance=access.holds(Role.FINANCE, found.place_id),
        left_to_draw=found.principal - one.book.drawn.satang,
        convention=one.record.convention_named(found),
        sent=request.GET.get("sent") == "1",
        wrong=wrong or [],
        did=did,
    )
    answer.status_code = 400 if wrong else 200
    return answer


@deed
def loan_confirm(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """The buttons of finance: lets a claim in, confirms an answer, puts what fell due into the book."""
    actor = signed_in(request)
    found = the_loan(access_of(actor), code)
    do, which = request.POST.get("do", ""), request.POST.get("which", "")
    try:
        if do == "accept":
            _accept(request, found, which)
        elif do == "confirm":
            answer = found.answers.filter(pk=which).first() if which.isdecimal() else None
            if answer is None:
                raise Refused([problems.NOTHING_TO_DO.at()])
            confirm_answer(actor=actor, answer=answer)
        elif do == "catch_up":
            catch_up(actor=actor, loans=[found])
        else:
            raise Refused([problems.NOTHING_TO_DO.at()])
    except Refused as refused:
        return loan_page(request, address, the_loan(access_of(actor), code), refused.problems, do)
    return HttpResponseRedirect(to_loan(found, address))


def _accept(request: HttpRequest, found: Loan, which: str) -> None:
    rows = Claim.objects.filter(container=found.subject_id, state=ClaimState.PROPOSED)
    claims = {str(claim.key): claim for claim in rows}
    if which not in claims:
        raise Refused([problems.NOTHING_TO_DO.at()])
    seen, key = request.POST.get("seen", ""), claims[which].key
    done = approve(actor=signed_in(request), keys=[key], seen={key: int(seen)} if seen.isdecimal() else None)
    if done.problems:
        raise Refused(done.problems)
