"""The pages of signing in and out, and of one's own account and password."""

from django.conf import settings
from django.contrib.auth import authenticate, logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tidtam.people import actions, letters, problems, signing, two_step
from tidtam.people.access import Right, access_of
from tidtam.people.models import RoleHeld, User
from tidtam.problems import Problem, Refused
from tidtam.web.address import Address
from tidtam.web.page import deed, form, page, shown
from tidtam.web.signing import second
from tidtam.web.signing.coming import come_in, lang_only, me
from tidtam.web.signing.counted import guarded, note_rest, rest, status_of


@form
def sign_in(request: HttpRequest, address: Address) -> HttpResponse:
    """Asks for name and password; leads on to where the reader was going."""
    wrong: list[Problem] = []
    following = request.POST.get("next") or request.GET.get("next", "")
    username = request.POST.get("username", "").strip()
    if request.method == "POST":
        user, wrong = _known(request, username, request.POST.get("password", ""))
        if user is not None:
            arrive = second.ask if two_step.is_on(user) else come_in
            return arrive(request, user, following, address)
    answer = shown(
        request, "signing/sign_in.html", address, problems=wrong, username=username, following=following
    )
    answer.status_code = status_of(wrong)
    return answer


def _known(request: HttpRequest, username: str, password: str) -> tuple[User | None, list[Problem]]:
    if signing.must_rest(request, username):
        return None, [rest()]
    user = authenticate(request, username=username, password=password)
    if isinstance(user, User):
        return user, []
    note_rest(request, username)
    if getattr(request, "axes_locked_out", False):
        return None, [rest()]
    return None, [problems.NOT_LET_IN.at()]


def locked_out(
    request: HttpRequest, answer: HttpResponse, credentials: dict[str, str] | None
) -> HttpResponse:
    """What axes shows when it locks somebody out: our own page, with the status for too many requests.

    The audit line is left once, at the failure that locks; those that follow it change nothing.
    """
    if getattr(request, "axes_failures_since_start", None):
        actions.locked_out(username=(credentials or {}).get("username", ""))
    answer.status_code = 429
    return answer


@deed
def sign_out(request: HttpRequest, address: Address) -> HttpResponse:
    """Ends the session."""
    actions.signed_out(actor=me(request))
    logout(request)
    return HttpResponseRedirect(reverse("board") + lang_only(address))


@page
def account(request: HttpRequest, address: Address) -> HttpResponse:
    """Who I am here, what I may do where, and the pages that go with it."""
    user = me(request)
    access = access_of(user)
    rows = RoleHeld.objects.filter(user=user).select_related("place").order_by("role", "place__code")
    context = {
        "roles": [row for row in rows if row.holds_on(access.on)],
        "keeps_people": access.anywhere(Right.KEEP_PEOPLE),
        "reads_audit": access.anywhere(Right.READ_AUDIT),
        "two_step": two_step.is_on(user),
        "changed": request.GET.get("done") == "password",
    }
    return shown(request, "signing/account.html", address, **context)


@form
def password_change(request: HttpRequest, address: Address) -> HttpResponse:
    """A new password for who is signed in; the present one is asked for, and counted when it is wrong."""
    wrong: list[Problem] = []
    if request.method == "POST":
        try:
            _change(request, me(request))
            return HttpResponseRedirect(reverse("account") + "?done=password" + _and_lang(address))
        except Refused as refused:
            wrong = refused.problems
    return _passwords(request, address, wrong, present=True)


def _change(request: HttpRequest, user: User) -> None:
    said = {name: request.POST.get(name, "") for name in ("present", "password", "again")}

    def deed() -> None:
        actions.change_password(actor=user, **said)

    guarded(request, user, deed, problems.PASSWORD_WRONG)
    update_session_auth_hash(request, user)


@form
def password_forgotten(request: HttpRequest, address: Address) -> HttpResponse:
    """Sends a link for a new password; says the same whether there is such a person or not."""
    asked = request.method == "POST"
    if asked:
        user = actions.ask_reset(username=request.POST.get("username", ""))
        if user is not None:
            link = settings.TIDTAM_URL + reverse("password_new", kwargs=signing.link_parts(user))
            letters.post(letters.NEW_PASSWORD, user.email, name=user, link=link, username=user.username)
    return shown(request, "signing/forgotten.html", address, asked=asked)


@form
def password_new(request: HttpRequest, address: Address, ident: str, token: str) -> HttpResponse:
    """The page behind the link of the letter: a new password, without the old one."""
    user = signing.of_link(ident, token)
    wrong: list[Problem] = []
    if request.method == "POST":
        try:
            actions.change_password(
                actor=user, password=request.POST.get("password", ""), again=request.POST.get("again", "")
            )
            return HttpResponseRedirect(reverse("sign_in") + "?done=password" + _and_lang(address))
        except Refused as refused:
            wrong = refused.problems
    return _passwords(request, address, wrong, present=False)


def _passwords(
    request: HttpRequest, address: Address, wrong: list[Problem], *, present: bool
) -> HttpResponse:
    answer = shown(request, "signing/password.html", address, problems=wrong, present=present)
    answer.status_code = status_of(wrong)
    return answer


def _and_lang(address: Address) -> str:
    return "&lang=en" if address.lang == "en" else ""
