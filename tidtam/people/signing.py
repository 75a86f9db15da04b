"""Signing in: who is meant, how often one may try, what a password must be, and whose a link is."""

from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import password_validation
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.db.models import Q, Sum
from django.http import HttpRequest
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from tidtam.people import problems
from tidtam.people.models import Kind, User
from tidtam.problems import Problem, Refused
from tidtam.problems.catalogue import Kind as ProblemKind

# Five wrong passwords for one name from one address is what axes stops; these stop many hands and many names.
FAILURES_OF_A_NAME = 20
FAILURES_FROM_AN_ADDRESS = 100

_PASSWORD_PROBLEMS: dict[str, ProblemKind] = {
    "password_too_short": problems.PASSWORD_SHORT,
    "password_too_common": problems.PASSWORD_COMMON,
    "password_too_similar": problems.PASSWORD_LIKE_NAME,
}


class NameOrMail(BaseBackend):
    """Knows a person by user name or e-mail address, and the password."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002  Django looks for a parameter of this name
        username: str = "",
        password: str = "",
        **_: Any,
    ) -> User | None:
        """The account, when the password is its own; as slow for a name that does not exist."""
        user = person(username)
        if user is None:
            make_password(password)
            return None
        return user if user.check_password(password) else None

    def get_user(self, user_id: int) -> User | None:
        """The account of a session; None once it is closed."""
        return User.objects.filter(pk=user_id, is_active=True).first()


def person(text: str) -> User | None:
    """The active person with this user name, or the only one with this e-mail address."""
    people, asked = User.objects.filter(is_active=True, kind=Kind.PERSON), text.strip()
    found = list(people.filter(email__iexact=asked)[:2]) if "@" in asked else []
    return found[0] if len(found) == 1 else people.filter(username=asked).first()


def counted_name(_request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The name under which failures are counted: one account is one name, however it is written."""
    text = str((credentials or {}).get("username") or "").replace("\0", "")[:150]
    found = person(text)
    return found.username if found else text.strip().lower()


def client_address(request: HttpRequest) -> str:
    """The address of the caller; behind a proxy (https) what the nearest one added to the header."""
    passed_on = request.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip()
    behind_proxy = settings.TIDTAM_URL.startswith("https:")
    return (behind_proxy and passed_on) or request.META.get("REMOTE_ADDR", "")


def must_rest(request: HttpRequest, username: str) -> bool:
    """Whether a name, or a caller, failed so often of late that no password is looked at any more."""
    return name_must_rest(request, username) or address_must_rest(request)


def name_must_rest(request: HttpRequest, username: str) -> bool:
    """Whether too many passwords were tried for a name, from wherever."""
    name = counted_name(request, {"username": username})
    return _failures(Q(username=name)) >= FAILURES_OF_A_NAME


def address_must_rest(request: HttpRequest) -> bool:
    """Whether too many passwords were tried from the address of the caller, for whatever names."""
    return _failures(Q(ip_address=client_address(request))) >= FAILURES_FROM_AN_ADDRESS


def _failures(which: Q) -> int:
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    of_late = AccessAttempt.objects.filter(which, attempt_time__gte=since)
    return of_late.aggregate(n=Sum("failures_since_start"))["n"] or 0


def password_problems(password: str, again: str, user: User) -> list[Problem]:
    """All that is wrong with a new password, for this account."""
    wrong = [] if password == again else [problems.PASSWORDS_DIFFER.at()]
    try:
        password_validation.validate_password(password, user)
    except ValidationError as found:
        wrong += [_PASSWORD_PROBLEMS[error.code or ""].at() for error in found.error_list]
    return wrong


def link_parts(user: User) -> dict[str, str]:
    """The two parts of a link for a new password; it dies with the next password or sign-in."""
    ident = urlsafe_base64_encode(force_bytes(user.pk))
    return {"ident": ident, "token": default_token_generator.make_token(user)}


def of_link(ident: str, token: str) -> User:
    """Whose link it is; Refused when it was used or is too old."""
    try:
        number = int(urlsafe_base64_decode(ident))
    except ValueError:
        number = 0
    user = User.objects.filter(pk=number, is_active=True, kind=Kind.PERSON).first()
    if user is None or not default_token_generator.check_token(user, token):
        raise Refused([problems.LINK_DEAD.at()])
    return user
