"""Signing in: who is meant, how often one may try, new passwords, and the audit line of each."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import password_validation
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, Sum
from django.http import HttpRequest
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from tidtam.audit import queries as audit
from tidtam.audit.actions import record
from tidtam.people import problems
from tidtam.people.models import Kind, User
from tidtam.problems import Problem, Refused
from tidtam.problems.catalogue import Kind as ProblemKind

SIGNED_IN = "signing.in"
SIGNED_OUT = "signing.out"
LOCKED_OUT = "signing.locked_out"
PASSWORD_CHANGED = "password.changed"  # noqa: S105  the name of what was done
RESET_ASKED = "password.reset_asked"

# Five wrong passwords for one name from one address is what axes stops; these stop many hands and many names.
FAILURES_OF_A_NAME = 20
FAILURES_FROM_AN_ADDRESS = 100
BETWEEN_LETTERS = timedelta(minutes=5)

_PASSWORD_PROBLEMS: dict[str, ProblemKind] = {
    "password_too_short": problems.PASSWORD_SHORT,
    "password_too_common": problems.PASSWORD_COMMON,
    "password_too_similar": problems.PASSWORD_LIKE_NAME,
}


@dataclass(frozen=True, slots=True)
class Nobody:
    """Whoever tried to sign in under a name that is nobody's."""

    pk: int = 0

    def __str__(self) -> str:
        return "–"


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
    people = User.objects.filter(is_active=True, kind=Kind.PERSON)
    named = people.filter(username=text.strip()).first()
    if named is not None or "@" not in text:
        return named
    found = list(people.filter(email__iexact=text.strip())[:2])
    return found[0] if len(found) == 1 else None


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
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    name, address = counted_name(request, {"username": username}), client_address(request)
    of_name = _failures(Q(username=name, attempt_time__gte=since))
    return (
        of_name >= FAILURES_OF_A_NAME
        or _failures(Q(ip_address=address, attempt_time__gte=since)) >= FAILURES_FROM_AN_ADDRESS
    )


def _failures(which: Q) -> int:
    return AccessAttempt.objects.filter(which).aggregate(n=Sum("failures_since_start"))["n"] or 0


def signed_in(*, actor: User) -> None:
    """Notes that somebody came in."""
    record(actor=actor, action=SIGNED_IN, what=f"user:{actor.username}")


def signed_out(*, actor: User) -> None:
    """Notes that somebody left."""
    record(actor=actor, action=SIGNED_OUT, what=f"user:{actor.username}")


def locked_out(*, username: str) -> None:
    """Notes a lock-out. A name that is nobody's is not kept: a password may have been typed there."""
    user = person(username)
    record(actor=user or Nobody(), action=LOCKED_OUT, what=f"user:{user.username if user else ''}")


def password_problems(password: str, again: str, user: User) -> list[Problem]:
    """All that is wrong with a new password, for this account."""
    wrong = [] if password == again else [problems.PASSWORDS_DIFFER.at()]
    try:
        password_validation.validate_password(password, user)
    except ValidationError as found:
        wrong += [_PASSWORD_PROBLEMS[error.code or ""].at() for error in found.error_list]
    return wrong


@transaction.atomic
def change_password(*, actor: User, password: str, again: str, present: str | None = None) -> User:
    """Sets one's own password; `present` is asked of who is signed in, not of who came by a link.

    Refused with all that is wrong with it. Every other session of the account ends with the old password.
    """
    wrong = password_problems(password, again, actor)
    if present is not None and not actor.check_password(present):
        wrong.insert(0, problems.PASSWORD_WRONG.at())
    if wrong:
        raise Refused(wrong)
    actor.set_password(password)
    actor.save(update_fields=["password"])
    if present is None:  # who has the letter need not wait for the end of a lock-out
        AccessAttempt.objects.filter(username=actor.username).delete()
    record(actor=actor, action=PASSWORD_CHANGED, what=f"user:{actor.username}")
    return actor


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


@transaction.atomic
def ask_reset(*, username: str) -> User | None:
    """The person to whom a link for a new password is to be sent; None for nobody, or when one just went."""
    user = person(username)
    if user is None or not user.email:
        return None
    since = timezone.now() - BETWEEN_LETTERS
    if audit.about(f"user:{user.username}").filter(action=RESET_ASKED, at__gte=since).exists():
        return None
    record(actor=user, action=RESET_ASKED, what=f"user:{user.username}")
    return user
