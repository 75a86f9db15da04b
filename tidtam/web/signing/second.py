"""The pages of the second step: the six digits when signing in, and turning it on or off."""

import time

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tidtam.people import actions, problems, two_step
from tidtam.people.models import User
from tidtam.problems import Problem, Refused
from tidtam.web.address import Address
from tidtam.web.page import form, shown
from tidtam.web.signing.coming import come_in, lang_only, me
from tidtam.web.signing.counted import count, guarded, refuse_who_must_rest, rest, status_of

WAITING, SECRET = "second_step", "second_step_secret"
MAY_WAIT_SECONDS = 600


def ask(request: HttpRequest, user: User, following: str, address: Address) -> HttpResponse:
    """The password was right: the session remembers whose, and who comes on is asked for the digits."""
    request.session.cycle_key()
    request.session[WAITING] = {"user": user.pk, "since": time.time(), "next": following}
    return HttpResponseRedirect(reverse("second_step") + lang_only(address))


@form
def second_step(request: HttpRequest, address: Address) -> HttpResponse:
    """Asks for the six digits; failures count like wrong passwords."""
    waiting = request.session.get(WAITING) or {}
    user = User.objects.filter(pk=waiting.get("user", 0), is_active=True).first()
    if user is None or time.time() - waiting["since"] > MAY_WAIT_SECONDS:
        request.session.pop(WAITING, None)
        return HttpResponseRedirect(reverse("sign_in") + lang_only(address))
    wrong: list[Problem] = []
    if request.method == "POST":
        wrong = _tried(request, user, request.POST.get("code", ""))
        if not wrong:
            del request.session[WAITING]
            return come_in(request, user, waiting["next"], address)
    answer = shown(request, "signing/second_step.html", address, problems=wrong)
    answer.status_code = status_of(wrong)
    return answer


def _tried(request: HttpRequest, user: User, code: str) -> list[Problem]:
    try:
        refuse_who_must_rest(request, user)
    except Refused as refused:
        return refused.problems
    if actions.passes(actor=user, code=code):
        return []
    return [rest() if count(request, user) else problems.CODE_WRONG.at()]


@form
def two_step_settings(request: HttpRequest, address: Address) -> HttpResponse:
    """Turns the second step on, with a square for the app to read; or off, with the password.

    A wrong password counts like one at the sign-in.
    """
    user = me(request)
    wrong: list[Problem] = []
    if request.method == "POST":
        try:
            _turn(request, user)
            return HttpResponseRedirect(reverse("account") + lang_only(address))
        except Refused as refused:
            wrong = refused.problems
    context = {"is_on": two_step.is_on(user), "problems": wrong}
    if not context["is_on"]:
        secret = request.session.setdefault(SECRET, two_step.fresh_secret())
        context |= {"secret": secret, "picture": two_step.picture(user, secret)}
    answer = shown(request, "signing/two_step.html", address, **context)
    answer.status_code = status_of(wrong)
    return answer


def _turn(request: HttpRequest, user: User) -> None:
    if two_step.is_on(user):
        password = request.POST.get("password", "")
        guarded(
            request, user, lambda: actions.turn_off(actor=user, password=password), problems.PASSWORD_WRONG
        )
    else:
        actions.turn_on(actor=user, secret=request.session.get(SECRET, ""), code=request.POST.get("code", ""))
        del request.session[SECRET]
