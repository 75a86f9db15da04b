"""The page of people: who holds what at my places; inviting, and ending a role; taking up an invitation."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from tidtam.people import actions, closing, inviting, letters, problems
from tidtam.people.access import Right, access_of
from tidtam.people.models import Invitation, Role, RoleHeld, User
from tidtam.places import queries as places
from tidtam.places.answers import Found
from tidtam.places.lookup import find_place, problem_of
from tidtam.places.models import Place
from tidtam.problems import Problem, Refused
from tidtam.web.address import Address
from tidtam.web.page import deed, form, page, shown
from tidtam.web.signing.coming import come_in, lang_only, me

PER_PAGE = 100


@page
def people(request: HttpRequest, address: Address) -> HttpResponse:
    """Everybody who holds a role at my places, and the invitations that wait."""
    return _people(request, address, {}, [])


def _people(
    request: HttpRequest, address: Address, typed: dict[str, str], wrong: list[Problem], **more: Any
) -> HttpResponse:
    access = access_of(request.user)
    held = _today(access.limit(RoleHeld.objects.all(), Right.KEEP_PEOPLE), access.on)
    waiting = access.limit(Invitation.objects.all(), Right.KEEP_PEOPLE)
    last = max(1, -(-held.count() // PER_PAGE))
    number = min(address.page, last)
    context = {
        "held": held[(number - 1) * PER_PAGE : number * PER_PAGE],
        "page_number": number,
        "pages": last,
        "waiting": _open(waiting)[:PER_PAGE],
        "closed": closing.kept_by(access).filter(is_active=False).order_by("display_name", "pk")[:PER_PAGE],
        "roles": Role.values,
        "trees": places.trees(),
        "typed": typed,
        "problems": wrong,
    }
    answer = shown(request, "people/people.html", address, **context, **more)
    answer.status_code = 400 if wrong else 200
    return answer


def _today(held: QuerySet[RoleHeld], day: date) -> QuerySet[RoleHeld]:
    lasting = Q(end_day=None) | Q(end_day__gt=day)
    rows = held.filter(lasting, first_day__lte=day).select_related("user", "place")
    return rows.order_by("place__code", "role", "user__display_name", "pk")


def _open(invitations: QuerySet[Invitation]) -> QuerySet[Invitation]:
    waiting = invitations.filter(used_at=None, withdrawn_at=None, expires_at__gt=timezone.now())
    return waiting.select_related("place").order_by("-made_at")


@form
def invite(request: HttpRequest, address: Address) -> HttpResponse:
    """Makes an invitation; shows its link once, and mails it where an address was given."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("people"))
    typed = {key: request.POST.get(key, "").strip() for key in ("name", "email", "role", "place", "tree")}
    try:
        made = _invited(me(request), typed)
    except Refused as refused:
        return _people(request, address, typed, refused.problems)
    link = settings.TIDTAM_URL + reverse("invitation", kwargs={"token": made.token})
    mailed = bool(typed["email"]) and _mailed(made.invitation, link)
    return _people(request, address, {}, [], made=made.invitation, link=link, mailed=mailed)


def _invited(actor: User, typed: dict[str, str]) -> actions.Invited:
    place, wrong = _place(typed["place"])
    if typed["role"] not in Role.values:
        wrong.append(problems.NO_SUCH_ROLE.at())
    if typed["tree"] and not places.trees().filter(code=typed["tree"]).exists():
        wrong.append(problems.NOT_IN_TREE.at(place=typed["place"]))
    if wrong or place is None:
        raise Refused(wrong)
    return actions.invite(
        actor=actor,
        display_name=typed["name"],
        email=typed["email"],
        role=Role(typed["role"]),
        place=place,
        tree=typed["tree"],
    )


def _place(text: str) -> tuple[Place | None, list[Problem]]:
    """The place with a code, or the one that a name means."""
    answer = Place.objects.filter(code=text).first() or find_place(text)
    if isinstance(answer, Place):
        return answer, []
    if isinstance(answer, Found):
        return answer.place, []
    return None, [problem_of(text, answer) or problems.NO_SUCH_PLACE.at(text=text[:40])]


def _mailed(invitation: Invitation, link: str) -> bool:
    return letters.post(
        letters.INVITATION,
        invitation.email,
        name=invitation.display_name,
        by=invitation.made_by,
        role=Role(invitation.role).label,
        place=invitation.place,
        days=inviting.LASTS.days,
        link=link,
    )


@deed
def withdraw_invitation(request: HttpRequest, address: Address, number: int) -> HttpResponse:
    """Takes an invitation back."""
    actions.withdraw_invitation(actor=me(request), number=number)
    return HttpResponseRedirect(reverse("people") + lang_only(address))


@deed
def end_role(request: HttpRequest, address: Address, number: int) -> HttpResponse:
    """Ends somebody's role from today on."""
    actions.end_role_held(actor=me(request), number=number)
    return HttpResponseRedirect(reverse("people") + lang_only(address))


@form
def invitation(request: HttpRequest, address: Address, token: str) -> HttpResponse:
    """The page behind the link: choose name and password, or take the role up as who one is already."""
    found = inviting.find(token)
    visitor = get_user(request)
    wrong: list[Problem] = []
    if request.method == "POST":
        try:
            return _taken_up(request, address, token)
        except Refused as refused:
            wrong = refused.problems
    typed = {
        "name": request.POST.get("name", found.display_name),
        "username": request.POST.get("username", ""),
    }
    context = {"invitation": found, "me": visitor, "typed": typed, "problems": wrong}
    answer = shown(request, "people/invitation.html", address, **context)
    answer.status_code = 400 if wrong else 200
    answer["Cache-Control"] = "private, no-store"
    return answer


def _taken_up(request: HttpRequest, address: Address, token: str) -> HttpResponse:
    visitor = get_user(request)
    if isinstance(visitor, User):
        actions.take_up_as(actor=visitor, token=token)
        return HttpResponseRedirect(reverse("account") + lang_only(address))
    said = {key: request.POST.get(key, "") for key in ("username", "password", "again")}
    chosen = inviting.NewAccount(display_name=request.POST.get("name", ""), **said)
    user = actions.take_up(token=token, account=chosen)
    return come_in(request, user, reverse("account") + lang_only(address), address)
