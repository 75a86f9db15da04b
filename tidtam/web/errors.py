"""Pages that say what is wrong, where, and what to do; never a bare number."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tidtam.people.problems import NO_SUCH_ACCOUNT, NOT_YOURS_TO_KEEP
from tidtam.problems import Problem
from tidtam.reports import problems as kinds
from tidtam.review.problems import NO_ROOM, NO_SUCH_ROUND, NOT_KEPT, NOT_READ, NOT_YOUR_CALENDAR
from tidtam.web import problems
from tidtam.web.address import Address, echoed, language_asked
from tidtam.web.housing.problems import NO_SUCH_PROJECT
from tidtam.web.show import Show
from tidtam.web.work import problems as claim_problems

_STATUS = {
    kinds.NO_SUCH_PLACE.code: 404,
    kinds.NO_SUCH_LINE.code: 404,
    kinds.NO_SUCH_STAGE.code: 404,
    kinds.NO_SUCH_YEAR.code: 404,
    kinds.NO_SUCH_TREE.code: 404,
    problems.NO_SUCH_PLACE.code: 404,
    problems.NO_SUCH_LINE.code: 404,
    problems.NO_SUCH_STAGE.code: 404,
    problems.NO_SUCH_TREE.code: 404,
    problems.NO_SUCH_KIND.code: 404,
    problems.NOTHING_HERE.code: 404,
    NO_SUCH_ROUND.code: 404,
    NOT_YOUR_CALENDAR.code: 403,
    NO_SUCH_ACCOUNT.code: 404,
    NOT_YOURS_TO_KEEP.code: 403,
    NOT_KEPT.code: 503,
    NOT_READ.code: 503,
    NO_ROOM.code: 503,
    problems.PLACE_NOT_PUBLIC.code: 403,
    problems.NOT_FOR_YOU.code: 403,
    claim_problems.NO_SUCH_CLAIM.code: 404,
    NO_SUCH_PROJECT.code: 404,
    problems.STALE_FORM.code: 403,
    problems.OUR_FAULT.code: 500,
}
_TITLES = {
    problems.NOT_FOR_YOU.code: "error.not_for_you",
    problems.STALE_FORM.code: "error.stale_form",
    NOT_YOURS_TO_KEEP.code: "error.not_for_you",
}


def status_of(found: Iterable[Problem]) -> int:
    """The HTTP status that fits all of these problems: their own when they agree, else 400."""
    statuses = {_STATUS.get(problem.code, 400) for problem in found}
    return statuses.pop() if len(statuses) == 1 else 400


def refusal(request: HttpRequest, found: list[Problem]) -> HttpResponse:
    """The page that names these problems, in the language of the address."""
    lang = language_asked(request.GET)
    status = status_of(found)
    context = {
        "address": Address(lang=lang),
        "show": Show(lang),
        "problems": found,
        "status": status,
        "title_key": _TITLES.get(found[0].code, f"error.{status}"),
        "asked": echoed(request.path),
    }
    return render(request, "error.html", context, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler404."""
    return refusal(request, [problems.NOTHING_HERE.at(path=echoed(request.path))])


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler400."""
    return refusal(request, [problems.BAD_ASK.at()])


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler403."""
    return refusal(request, [problems.BAD_ASK.at()])


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW: the form was open too long, or came from another site."""
    return refusal(request, [problems.STALE_FORM.at()])


def our_fault(request: HttpRequest) -> HttpResponse:
    """Django's handler500; it asks nothing of the database."""
    return refusal(request, [problems.OUR_FAULT.at()])
