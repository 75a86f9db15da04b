"""The last part of signing in, however somebody came: a session, an audit line, and the way on."""

from django.contrib.auth import get_user, login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from tidtam.people import actions
from tidtam.people.models import User
from tidtam.web.address import Address

BACKEND = "tidtam.people.signing.NameOrMail"


def come_in(request: HttpRequest, user: User, wanted: str, address: Address) -> HttpResponse:
    """Begins the session and leads to the wanted page when it is one of ours, else to what is to be done."""
    login(request, user, backend=BACKEND)
    actions.signed_in(actor=user)
    ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(wanted if ours else _home() + lang_only(address))


def me(request: HttpRequest) -> User:
    """Who is signed in; only for pages whose door lets nobody else in."""
    user = get_user(request)
    if not isinstance(user, User):
        raise TypeError("the door of this page lets nobody in who is not signed in")
    return user


def lang_only(address: Address) -> str:
    """What an address to another page needs: the language, when it is not Thai."""
    return "?lang=en" if address.lang == "en" else ""


def _home() -> str:
    try:
        return reverse("work")
    except NoReverseMatch:
        return reverse("account")
