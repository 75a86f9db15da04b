"""Wrong passwords and digits are counted alike, wherever somebody types them; too many, and it must rest."""

from collections.abc import Callable

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.http import HttpRequest

from tidtam.people import actions, problems, signing
from tidtam.people.models import User
from tidtam.problems import Problem, Refused
from tidtam.problems.catalogue import Kind


def rest() -> Problem:
    """What somebody is told who has to wait before trying again."""
    return problems.LOCKED_OUT.at(minutes=int(settings.AXES_COOLOFF_TIME.total_seconds() // 60))


def status_of(wrong: list[Problem]) -> int:
    """The status of a page of signing in: too many requests for whoever must rest."""
    if any(problem.code == problems.LOCKED_OUT.code for problem in wrong):
        return 429
    return 400 if wrong else 200


def refuse_who_must_rest(request: HttpRequest, user: User) -> None:
    """Refused where nothing that is typed for this account, or from here, is looked at any more."""
    said = {"username": user.username}
    if signing.must_rest(request, user.username) or not AxesProxyHandler.is_allowed(request, said):
        raise Refused([rest()])


def count(request: HttpRequest, user: User) -> bool:
    """Counts what was typed for an account as wrong; whether it must rest from now on."""
    AxesProxyHandler.user_login_failed(__name__, {"username": user.username}, request)
    note_rest(request, user.username)
    return bool(getattr(request, "axes_locked_out", False))


def note_rest(request: HttpRequest, username: str) -> None:
    """Leaves a line when the failure just counted was the last that a name, or an address, had left.

    Asked only where a password was looked at, so that what follows the last failure leaves no more lines.
    """
    if signing.name_must_rest(request, username) and not getattr(request, "axes_locked_out", False):
        actions.locked_out(username=username)
    if signing.address_must_rest(request):
        actions.address_locked_out()


def guarded(request: HttpRequest, user: User, deed: Callable[[], None], wrong: Kind) -> None:
    """Does what asks for a password; Refused as the deed is, and counted when `wrong` is a reason."""
    refuse_who_must_rest(request, user)
    try:
        deed()
    except Refused as refused:
        if any(problem.code == wrong.code for problem in refused.problems) and count(request, user):
            raise Refused([rest()]) from refused
        raise
