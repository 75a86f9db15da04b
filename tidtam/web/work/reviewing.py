"""The list to review: one button accepts what was chosen, and the page after it says what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tidtam.people.access import Access
from tidtam.problems import Problem, Refused
from tidtam.review import work
from tidtam.review.actions import approve
from tidtam.review.outcomes import Reviewed
from tidtam.web import problems as address_problems
from tidtam.web.address import Address
from tidtam.web.page import form, page, shown
from tidtam.web.reader import access_here, signed_in
from tidtam.web.show import Show
from tidtam.web.work import problems
from tidtam.web.work.rows import Row, part_of, rows_of
from tidtam.web.work.views import PAGE

OUTCOME = "reviewed"
"""Where the session keeps what the last button did."""


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one line, by place."""

    no: str
    name: str
    unit: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A claim that stays where it is, and why."""

    row: Row | None
    what: str
    do: str


@form
def review(request: HttpRequest, address: Address) -> HttpResponse:
    """What waits for this person, by line and place; the claims that are ticked are accepted."""
    access = access_here(request)
    if request.method == "POST":
        return _accepted(request, address, access)
    waiting = work.to_review(access).order_by("indicator", "pathway", "place__code", "container", "pk")
    part = part_of(waiting, PAGE, address.page)
    if address.page > part.pages:
        raise Refused([address_problems.NO_SUCH_PAGE.at(text=address.page)])
    show = Show(address.lang, address.digits == "thai")
    return shown(
        request,
        "work/review.html",
        address,
        groups=grouped(rows_of(part.claims, show, warn=True)),
        count=part.count,
        pages=part.pages,
        before=address.page - 1,
        after=address.page + 1,
        all_ticked=request.GET.get("tick") == "all",
    )


def grouped(rows: list[Row]) -> list[Group]:
    """Rows in the order of their lines, one group for each."""
    groups = []
    for _, part in groupby(rows, key=lambda row: (row.claim.indicator, row.line_name)):
        found = list(part)
        groups.append(Group(found[0].no, found[0].line_name, found[0].unit, found))
    return groups


def _accepted(request: HttpRequest, address: Address, access: Access) -> HttpResponse:
    ticked = [text.partition(":") for text in request.POST.getlist("key")[:PAGE]]
    chosen = _keys([key for key, _, _ in ticked])
    seen = {UUID(key): int(n) for key, _, n in ticked if n.isdecimal() and _keys([key])}
    if not chosen:
        raise Refused([problems.NOTHING_CHOSEN.at()])
    known = work.readable_of(access, chosen)
    done = approve(actor=signed_in(request), keys=[key for key in chosen if key in known], seen=seen)
    done.problems += [problems.NO_SUCH_CLAIM.at() for key in chosen if key not in known]
    request.session[OUTCOME] = _kept(done)
    lang = "?lang=en" if address.lang == "en" else ""
    return HttpResponseRedirect(reverse("review_done") + lang)


def _keys(texts: list[str]) -> list[UUID]:
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return list(dict.fromkeys(found))


def _kept(done: Reviewed) -> dict[str, object]:
    return {
        "passed_on": len(done.passed_on),
        "accepted": len(done.accepted),
        "problems": [_told(problem) for problem in done.problems],
    }


def _told(problem: Problem) -> dict[str, str]:
    return {
        "key": problem.where.field or "",
        **{f"what_{lang}": problem.what(lang) for lang in ("th", "en")},
        **{f"do_{lang}": problem.do(lang) for lang in ("th", "en")},
    }


@page
def review_done(request: HttpRequest, address: Address) -> HttpResponse:
    """How many went on, how many are in the book, and what stays and why."""
    access = access_here(request)
    kept = request.session.get(OUTCOME)
    if kept is None:
        return HttpResponseRedirect(reverse("review"))
    show = Show(address.lang, address.digits == "thai")
    claims = work.readable(access).filter(key__in=_keys([one["key"] for one in kept["problems"]]))
    rows = {str(row.key): row for row in rows_of(claims, show)}
    troubles = [
        Trouble(rows.get(one["key"]), one[f"what_{show.lang}"], one[f"do_{show.lang}"])
        for one in kept["problems"]
    ]
    return shown(
        request,
        "work/review_done.html",
        address,
        passed_on=kept["passed_on"],
        accepted=kept["accepted"],
        troubles=troubles,
        left=work.to_review(access).count(),
    )
