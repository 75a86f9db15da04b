"""Who may open which page: one table for all routes; what is not in it stays shut.

A new route needs one line here, under the name that `urls.py` gives it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_cache_control

from tidtam.people.access import Access, Right
from tidtam.web import problems
from tidtam.web.calendar.where import the_nation
from tidtam.web.errors import refusal
from tidtam.web.evidence.where import place_of_evidence
from tidtam.web.housing.where import place_called, place_of_project
from tidtam.web.loans.where import place_of_loan
from tidtam.web.organisations.where import place_of_organisation
from tidtam.web.people.where import place_of_invitation, place_of_person, place_of_role
from tidtam.web.reader import access_here
from tidtam.web.work.where import place_of_claim

PlaceOf = Callable[..., int | None]


@dataclass(frozen=True, slots=True)
class Door:
    """What a page asks of whoever opens it: nothing, to be signed in, or one of some rights.

    `at` finds the place from the parts of the address; without it a right held anywhere opens the door, and
    the page itself shows only what is at the reader's places. No such place is the same as one not allowed.
    """

    public: bool = False
    rights: frozenset[Right] = frozenset()
    at: PlaceOf | None = None

    def opens(self, request: HttpRequest, **asked: Any) -> bool:
        """Whether somebody who is signed in may come in."""
        return not self.rights or self._is_for(access_here(request), asked)

    def _is_for(self, access: Access, asked: Mapping[str, Any]) -> bool:
        if self.at is None:
            return any(access.anywhere(right) for right in self.rights)
        place = self.at(**asked)
        return place is not None and any(access.may(right, place) for right in self.rights)


PUBLIC = Door(public=True)
SIGNED_IN = Door()


def needs(*rights: Right, at: PlaceOf | None = None) -> Door:
    """A door for whoever has one of these rights, at the place that `at` finds."""
    return Door(rights=frozenset(rights), at=at)


DOORS: dict[str, Door] = {
    # what everybody may read
    "board": PUBLIC,
    "trail": PUBLIC,
    "map": PUBLIC,
    "place": PUBLIC,
    "report": PUBLIC,
    "font": PUBLIC,
    # coming in
    "sign_in": PUBLIC,
    "second_step": PUBLIC,
    "password_forgotten": PUBLIC,
    "password_new": PUBLIC,
    "invitation": PUBLIC,
    # one's own account
    "sign_out": SIGNED_IN,
    "account": SIGNED_IN,
    "two_step": SIGNED_IN,
    "password_change": SIGNED_IN,
    # people and what they did
    "people": needs(Right.KEEP_PEOPLE),
    "invite": needs(Right.KEEP_PEOPLE),
    "withdraw_invitation": needs(Right.KEEP_PEOPLE, at=place_of_invitation),
    "end_role": needs(Right.KEEP_PEOPLE, at=place_of_role),
    "person": needs(Right.KEEP_PEOPLE, at=place_of_person),
    "audit": needs(Right.READ_AUDIT),
    # rounds: when they are due, and their numbers
    "calendar": SIGNED_IN,
    "calendar_make": needs(Right.KEEP_CALENDAR, at=the_nation),
    "calendar_lock": needs(Right.KEEP_CALENDAR, at=the_nation),
    "calendar_due": needs(Right.KEEP_CALENDAR, at=the_nation),
    "calendar_leave": needs(Right.KEEP_CALENDAR, at=the_nation),
    "grid": needs(Right.RECORD),
    "grid_kind": needs(Right.RECORD),
    "grid_square": needs(Right.RECORD),
    "workbook": needs(Right.RECORD),
    "workbook_take": needs(Right.RECORD),
    "workbook_file": needs(Right.RECORD),
    # the lists of households of projects
    "lists": needs(Right.RECORD),
    "list_of": needs(Right.RECORD, at=place_of_project),
    "list_take": needs(Right.RECORD, at=place_of_project),
    "list_file": needs(Right.RECORD, at=place_of_project),
    # claims: recorded, reviewed
    "work": SIGNED_IN,
    "claim_new": needs(Right.RECORD),
    "claim": needs(Right.READ_CLAIMS, at=place_of_claim),
    "claim_edit": needs(Right.RECORD, at=place_of_claim),
    "review": needs(Right.VERIFY, Right.APPROVE, Right.LET_IN, Right.LET_MONEY_IN),
    "review_done": needs(Right.VERIFY, Right.APPROVE, Right.LET_IN, Right.LET_MONEY_IN),
    # housing: projects, their households, a canal or city
    "projects": needs(Right.READ_CLAIMS),
    "project_new": needs(Right.RECORD),
    "event_new": needs(Right.RECORD),
    "what_if": needs(Right.READ_CLAIMS),
    "housing_at": needs(Right.READ_CLAIMS, at=place_called),
    "project": needs(Right.READ_CLAIMS, at=place_of_project),
    "field_list": needs(Right.READ_CLAIMS, at=place_of_project),
    "field_list_file": needs(Right.READ_CLAIMS, at=place_of_project),
    # grants of a project
    "grants": needs(Right.READ_CLAIMS, at=place_of_project),
    "grants_file": needs(Right.RECORD, at=place_of_project),
    # organisations and what they borrow
    "organisations": needs(Right.READ_CLAIMS),
    "organisation_new": needs(Right.RECORD),
    "organisation_correct": needs(Right.RECORD, at=place_of_organisation),
    "organisation": needs(Right.READ_CLAIMS, at=place_of_organisation),
    "loan_new": needs(Right.RECORD, at=place_of_organisation),
    "loans": needs(Right.READ_CLAIMS),
    "loan": needs(Right.READ_CLAIMS, at=place_of_loan),
    "loan_record": needs(Right.RECORD, at=place_of_loan),
    "loan_answer": needs(Right.RECORD, at=place_of_loan),
    "loan_confirm": needs(Right.READ_CLAIMS, at=place_of_loan),
    # what claims show
    "evidence": needs(Right.READ_CLAIMS, at=place_of_evidence),
    "evidence_thumbnail": needs(Right.READ_CLAIMS, at=place_of_evidence),
    "evidence_original": needs(Right.READ_CLAIMS, at=place_of_evidence),
}


class Doors:
    """Middleware that looks at the door of each page before the page is made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; what only some may see is kept by nobody on the way."""
        answer = self.get_response(request)
        door = DOORS.get(_name(request))
        if door and not door.public:
            answer.setdefault("Cache-Control", "private, no-store")
        elif settings.SESSION_COOKIE_NAME in request.COOKIES and not answer.has_header("Cache-Control"):
            patch_cache_control(answer, private=True)
        return answer

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, asked: dict[str, Any]
    ) -> HttpResponse | None:
        """None lets the page be made; else the way to sign-in, or a page that says no."""
        door = DOORS.get(_name(request))
        if door and door.public:
            return None
        if door and not request.user.is_authenticated and request.method in ("GET", "HEAD"):
            return HttpResponseRedirect(_sign_in(request))
        if door and request.user.is_authenticated and door.opens(request, **asked):
            return None
        return refusal(request, [problems.NOT_FOR_YOU.at()])


def _name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _sign_in(request: HttpRequest) -> str:
    lang = {"lang": "en"} if request.GET.get("lang") == "en" else {}
    return f"{reverse('sign_in')}?{urlencode({'next': request.get_full_path(), **lang})}"
