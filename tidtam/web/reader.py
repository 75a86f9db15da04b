"""Who reads a page and what they may do: found once a request, however many parts of the page ask."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

from tidtam.people.access import Access, access_of
from tidtam.people.models import User
from tidtam.places.looked import looked_at_once
from tidtam.problems import Refused
from tidtam.web import problems

_found: WeakKeyDictionary[HttpRequest, Access] = WeakKeyDictionary()


def signed_in(request: HttpRequest) -> User:
    """Who is signed in; Refused for anybody else, whatever the door of the page let in."""
    user: object = request.user
    if not isinstance(user, User):
        raise Refused([problems.NOT_FOR_YOU.at()])
    return user


def access_here(request: HttpRequest) -> Access:
    """What the reader may do today, as it was when the page was asked for.

    Good for what a page shows; an action asks for itself, in its own transaction.
    """
    user: User | AnonymousUser = request.user
    if request not in _found or _found[request].user != user:
        _found[request] = access_of(user)
    return _found[request]


def one_look(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: a page is made, and what it asks for done, with places and definitions of one moment."""

    def answered(request: HttpRequest) -> HttpResponse:
        with looked_at_once():
            return get_response(request)

    return answered
