"""The calendar page, and what its owner does on it: make the rounds of a year, close one, give leave."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from tidtam.ledger.fiscal import fiscal_year_of
from tidtam.people.access import Access, Right, access_of
from tidtam.people.models import User
from tidtam.places import queries as places
from tidtam.places.models import Place
from tidtam.problems import Both, Problem, Refused
from tidtam.programmes import queries as programmes
from tidtam.review import calendar as rounds
from tidtam.review import grid
from tidtam.review.actions.calendar import lock_round, make_rounds, set_round, unlock
from tidtam.review.calendar import Part, Progress
from tidtam.review.models import Round
from tidtam.review.problems import NO_SUCH_ROUND
from tidtam.thai.dates import DateUnreadable, read_date
from tidtam.web import problems
from tidtam.web.address import Address, echoed
from tidtam.web.page import deed, page, shown


@dataclass(frozen=True)
class Shown:
    """A round as the page shows it to one reader."""

    round: Round
    today: date
    progress: tuple[Progress, ...]

    @property
    def state(self) -> str:
        """Whether it is locked, coming, overdue or open."""
        if self.round.locked_at:
            return "locked"
        if self.today < self.round.first_day:
            return "coming"
        return "overdue" if self.is_late else "open"

    @property
    def is_late(self) -> bool:
        """Whether its day is past."""
        return rounds.is_late(self.round, self.today)

    @cached_property
    def whole(self) -> Part:
        """All places together."""
        return Part(None, self.progress)

    @cached_property
    def parts(self) -> list[Part]:
        """The places by region and province."""
        return rounds.up_the_tree(self.progress)


@page
def calendar(request: HttpRequest, address: Address) -> HttpResponse:
    """The rounds of a fiscal year, and how far the places are whose claims the reader may read."""
    access = access_of(request.user)
    year = address.fiscal_year or _year_at_work(access.on)
    return _page(request, address.changed(fiscal_year=year), access)


def _year_at_work(on: date) -> int:
    """The year of the round that is due next or is late, else the year of today."""
    waiting = grid.rounds_open(on)
    return waiting[0].fiscal_year if waiting else fiscal_year_of(on).number


def _page(
    request: HttpRequest,
    address: Address,
    access: Access,
    *,
    wrong: list[Problem] | None = None,
    at: str = "",
) -> HttpResponse:
    year = address.fiscal_year or 0
    found = [Shown(one, access.on, _progress(one, access)) for one in rounds.rounds_of(year)]
    answer = shown(
        request,
        "calendar/calendar.html",
        address,
        rounds=found,
        years=sorted({*rounds.years(), *programmes.fiscal_years(), fiscal_year_of(access.on).number, year}),
        year=year,
        keeps=access.may(Right.KEEP_CALENDAR, places.nation().pk),
        records=access.anywhere(Right.RECORD),
        problems=wrong or [],
        wrong_at=at,
        typed=request.POST,
    )
    answer.status_code = 400 if wrong else 200
    return answer


def _progress(of_round: Round, access: Access) -> tuple[Progress, ...]:
    """How far the places are; nothing is asked about a round that has not begun."""
    begun = of_round.first_day <= access.on
    return tuple(rounds.progress(of_round, access, on=access.on)) if begun else ()


@deed
def make(request: HttpRequest, address: Address) -> HttpResponse:
    """Makes the quarters of the fiscal year in the address."""
    year = address.fiscal_year or fiscal_year_of(timezone.localdate()).number
    make_rounds(actor=_person(request), fiscal_year=year)
    return _back(address, year)


@deed
def set_due(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """Gives a round another day by which it is due."""
    found, text = _the_round(code), request.POST.get("due", "")
    try:
        due_on = _day(text)
        if due_on is None:
            raise Refused([problems.NO_SUCH_DAY.at(text=echoed(text))])
        _set(_person(request), found, due_on)
    except Refused as refused:
        return _again(request, address, code, refused)
    return _back(address, found.fiscal_year, code)


def _the_round(code: str) -> Round:
    found = rounds.round_of(code)
    if found is None:
        raise Refused([NO_SUCH_ROUND.at(code=code[:20])])
    return found


def _set(actor: User, of_round: Round, due_on: date) -> None:
    set_round(
        actor=actor,
        code=of_round.code,
        fiscal_year=of_round.fiscal_year,
        names=Both(of_round.name_th, of_round.name_en),
        first_day=of_round.first_day,
        last_day=of_round.last_day,
        due_on=due_on,
    )


@deed
def lock(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """Closes a round, with the reason."""
    try:
        locked = lock_round(actor=_person(request), code=code, reason=request.POST.get("reason", ""))
    except Refused as refused:
        return _again(request, address, code, refused)
    return _back(address, locked.fiscal_year, code)


@deed
def give_leave(request: HttpRequest, address: Address, code: str) -> HttpResponse:
    """Lets a place report on a closed round after all, with the reason."""
    try:
        leave = unlock(actor=_person(request), code=code, **_leave(request))
    except Refused as refused:
        return _again(request, address, code, refused)
    return _back(address, leave.round.fiscal_year, code)


def _leave(request: HttpRequest) -> dict[str, Any]:
    """What the form of a leave says; Refused with all of it that cannot be read."""
    typed = {name: request.POST.get(name, "").strip() for name in ("place", "until", "reason")}
    wrong: list[Problem] = []
    place, until = _place(typed["place"]), _day(typed["until"])
    if place is None:
        wrong.append(problems.NO_SUCH_PLACE.at(text=echoed(typed["place"])))
    if until is None:
        wrong.append(problems.NO_SUCH_DAY.at(text=echoed(typed["until"])))
    if wrong:
        raise Refused(wrong)
    return {"place": place, "until": until, "reason": typed["reason"]}


def _place(text: str) -> Place | None:
    """The place with a code; a name will do where only one place has it."""
    named = list(Place.objects.filter(name_th=text, valid_to=None)[:2])
    found = list(Place.objects.filter(code=text)) or named
    return found[0] if len(found) == 1 else None


def _day(text: str) -> date | None:
    try:
        return read_date(text).last
    except DateUnreadable:
        return None


def _again(request: HttpRequest, address: Address, code: str, refused: Refused) -> HttpResponse:
    """The page once more, with what is wrong at the round; no such round, or not theirs, is a no."""
    found, access = rounds.round_of(code), access_of(request.user)
    if found is None or not access.may(Right.KEEP_CALENDAR, places.nation().pk):
        raise refused
    asked = address.changed(fiscal_year=found.fiscal_year)
    return _page(request, asked, access, wrong=refused.problems, at=code)


def _back(address: Address, year: int, code: str = "") -> HttpResponse:
    query = address.changed(fiscal_year=year).query()
    return HttpResponseRedirect(f"{reverse('calendar')}?{query}" + (f"#round-{code}" if code else ""))


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise TypeError("the door of this page lets nobody in who is not signed in")
    return request.user
