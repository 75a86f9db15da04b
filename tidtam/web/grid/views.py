"""The grid page, and where a single square is kept as soon as it is left."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse

from tidtam.people.models import User
from tidtam.problems import Problem, Refused
from tidtam.review import calendar, grid
from tidtam.review import problems as say
from tidtam.review.actions import submit_squares
from tidtam.review.models import Round
from tidtam.web import problems as say_here
from tidtam.web.address import Address
from tidtam.web.grid import desk as desks
from tidtam.web.grid.desk import Cell, Desk
from tidtam.web.grid.typed import Sent, keep, sent_in
from tidtam.web.page import deed, form, shown
from tidtam.web.reader import access_here, signed_in
from tidtam.web.show import Show


@form
def squares(request: HttpRequest, address: Address, code: str, kind: str = "") -> HttpResponse:
    """All squares of my places in a round; saved, and handed in, with one form."""
    of_round = desks.the_round(code)
    mine = grid.ids_by_kind(access_here(request))
    kinds = list(mine)
    shown_kind = desks.kind_asked(kinds, kind)
    pages = -(-len(mine[shown_kind]) // desks.PLACES_PER_PAGE)
    number = min(address.page, pages)
    on_page = desks.places_of_page(mine[shown_kind], number)
    desk = Desk(of_round, on_page, grid.lines_of(of_round), with_last=request.method != "POST")
    around = {"kind": shown_kind, "kinds": kinds, "pages": pages, "page_number": number}
    if request.method == "POST":
        return _posted(request, address, desk, around)
    return _page(request, address, desk, around)


def _posted(request: HttpRequest, address: Address, desk: Desk, around: dict[str, Any]) -> HttpResponse:
    actor, sent = signed_in(request), sent_in(request.POST)
    kept = keep(actor, desk, sent)
    done, wrong = {"kept": kept}, list[Problem]()
    if "hand_in" in request.POST and not desk.wrong:
        try:
            done = {"handed": _hand_in(actor, desk)}
        except Refused as refused:
            wrong = _not_on_cells(desk, refused.problems)
    if wrong or desk.wrong:
        desk.look_again(with_last=True)
        answer = _page(request, address, desk, around, problems=wrong)
        answer.status_code = 400
        return answer
    query = urlencode(done) + (f"&{address.query()}" if address.query() else "")
    return HttpResponseRedirect(f"{request.path}?{query}")


def _hand_in(actor: User, desk: Desk) -> int:
    """Hands in what is still with its recorder, and says how many squares that were."""
    before = sum(cell.state in ("draft", "returned") for cell in desk.cells.values())
    submit_squares(actor=actor, of_round=desk.round, places=desk.places)
    return before


def _not_on_cells(desk: Desk, found: Iterable[Problem]) -> list[Problem]:
    """Puts problems of single claims under their squares; gives back the others."""
    by_claim = {str(cell.square.claim.key): cell for cell in desk.cells.values() if cell.square.claim}
    left: list[Problem] = []
    for problem in found:
        cell = by_claim.get(problem.where.field or "")
        (cell.problems if cell else left).append(problem)
    return left


def _page(
    request: HttpRequest,
    address: Address,
    desk: Desk,
    around: dict[str, Any],
    problems: Iterable[Problem] = (),
) -> HttpResponse:
    said = {name: _count(request.GET.get(name, "")) for name in ("kept", "handed")}
    return shown(
        request,
        "grid/grid.html",
        address,
        desk=desk,
        is_late=calendar.is_late(desk.round),
        problems=list(problems),
        storage=f"tidtam-grid:{request.user.pk}:{desk.round.code}",
        **said,
        **around,
    )


def _count(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


@deed
def square(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """Keeps the squares that were sent, each by itself, and answers for each how it stands now."""
    sent = sent_in(request.POST)
    desk = _desk_of(request, desks.the_round(code), sent)
    keep(signed_in(request), desk, sent)
    show = Show(address.lang, address.digits == "thai")
    answers = [_answer(one, desk.cells.get(one.name), show) for one in sent]
    status = 403 if sent and not any(one.name in desk.cells for one in sent) else 200
    return JsonResponse({"squares": answers}, status=status)


def _desk_of(request: HttpRequest, of_round: Round, sent: Iterable[Sent]) -> Desk:
    """Only the lines and places that were sent, and of those only mine."""
    places = desks.places_named(access_here(request), [one.place for one in sent])
    wanted = {one.name.partition("|")[0] for one in sent}
    lines = [line for line in grid.lines_of(of_round) if line.code in wanted]
    return Desk(of_round, places, lines, with_now=False, with_last=False)


def _answer(sent: Sent, cell: Cell | None, show: Show) -> dict[str, object]:
    if cell is None:
        return {"name": sent.name, "problems": [_told(say_here.NOT_YOUR_SQUARE.at(), show)], "fixed": True}
    return {
        "name": sent.name,
        "number": cell.number,
        "seen": cell.seen,
        "fixed": not cell.may_change,
        "state": show.say(f"grid.state.{cell.state}") if cell.state else "",
        "conflict": any(problem.kind is say.CHANGED_MEANWHILE for problem in cell.problems),
        "problems": [_told(problem, show) for problem in cell.problems],
    }


def _told(problem: Problem, show: Show) -> dict[str, str]:
    return {"code": problem.code, "what": problem.what(show.lang), "do": problem.do(show.lang)}
