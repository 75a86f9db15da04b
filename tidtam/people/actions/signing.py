"""What stays of signing in and out: the audit line of each, and new passwords."""

from dataclasses import dataclass
from datetime import timedelta

from axes.models import AccessAttempt
from django.db import transaction
from django.utils import timezone

from tidtam.audit import queries as audit
from tidtam.audit.actions import record
from tidtam.people import problems
from tidtam.people.models import User
from tidtam.people.signing import password_problems, person
from tidtam.problems import Refused

RESET_ASKED = "password.reset_asked"
BETWEEN_LETTERS = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Nobody:
    """Whoever tried to sign in under a name that is nobody's."""

    pk: int = 0

    def __str__(self) -> str:
        return "–"


def signed_in(*, actor: User) -> None:
    """Notes that somebody came in."""
    record(actor=actor, action="signing.in", what=f"user:{actor.username}")


def signed_out(*, actor: User) -> None:
    """Notes that somebody left."""
    record(actor=actor, action="signing.out", what=f"user:{actor.username}")


def locked_out(*, username: str) -> None:
    """Notes a lock-out. A name that is nobody's is not kept: a password may have been typed there."""
    user = person(username)
    what = f"user:{user.username if user else ''}"
    record(actor=user or Nobody(), action="signing.locked_out", what=what)


def address_locked_out() -> None:
    """Notes that an address of the network must rest, whatever name is typed there; which one is not kept."""
    record(actor=Nobody(), action="signing.address_locked_out", what="address:")


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
    record(actor=actor, action="password.changed", what=f"user:{actor.username}")
    return actor


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
