"""Accounts are made, closed and opened again; and those that no person has."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from tidtam.audit.actions import record
from tidtam.people import closing, inviting, problems
from tidtam.people.access import access_of
from tidtam.people.actions.roles import end_role
from tidtam.people.inviting import NewAccount
from tidtam.people.models import COMMANDS, REMINDER, Kind, User
from tidtam.people.signing import password_problems
from tidtam.problems import Refused

LOADER_USERNAME = "paper-loader"
LOADER_NAME = "ผู้นำเข้าเอกสารเผยแพร่"


def loader_account() -> User:
    """The named account that loads published papers; made when it is first asked for.

    It has no password, so nobody signs in with it, and it is no person: it never counts as a verifier.
    """
    return _without_password(LOADER_USERNAME, LOADER_NAME, Kind.LOADER)


def command_account() -> User:
    """The account of the command line, for what whoever keeps the machine does there for the office."""
    return _without_password(COMMANDS, "คำสั่งของเครื่อง", Kind.SYSTEM)


def reminding_account() -> User:
    """The account that sends reminders."""
    return _without_password(REMINDER, "ระบบเตือนกำหนดส่ง", Kind.SYSTEM)


def _without_password(username: str, display_name: str, kind: Kind) -> User:
    user, _ = User.objects.get_or_create(
        username=username, defaults={"display_name": display_name, "kind": kind, "password": "!"}
    )
    return user


@transaction.atomic
def add_person(*, account: NewAccount, email: str = "") -> User:
    """Makes an account; an empty password twice makes one that waits for its first.

    Refused with all that is wrong.
    """
    user = User(
        username=User.normalize_username(account.username.strip()),
        display_name=account.display_name.strip(),
        email=email.strip(),
    )
    wrong = inviting.account_problems(user)
    if account.password or account.again:
        wrong += password_problems(account.password, account.again, user)
    if wrong:
        raise Refused(wrong)
    user.set_password(account.password or None)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as taken:  # by somebody in the same moment
        raise Refused([problems.USERNAME_TAKEN.at(text=user.username)]) from taken
    record(actor=user, action="account.made", what=f"user:{user.username}")
    return user


@transaction.atomic
def close_account(*, actor: User, number: int, reason: str) -> User:
    """Closes somebody's account: nobody signs in with it, its sessions end, and its roles end from today on.

    Refused without a reason, for one's own account, and unless the actor looks after people wherever it has
    a role. One that is closed already stays so.
    """
    user = _locked(actor, number, reason)
    if not user.is_active:
        return user
    for held in closing.running(user, timezone.localdate()).select_related("place", "user"):
        end_role(actor=actor, held=held)
    user.is_active, user.closed_at = False, timezone.now()
    user.save(update_fields=["is_active", "closed_at"])
    detail = {"reason": reason.strip()}
    record(actor=actor, action="account.closed", what=f"user:{user.username}", detail=detail)
    return user


@transaction.atomic
def open_account(*, actor: User, number: int, reason: str) -> User:
    """Opens an account again, with the password it had and without roles; Refused as closing it is."""
    user = _locked(actor, number, reason)
    if user.is_active:
        return user
    user.is_active = True
    user.save(update_fields=["is_active"])
    detail = {"reason": reason.strip()}
    record(actor=actor, action="account.opened", what=f"user:{user.username}", detail=detail)
    return user


def _locked(actor: User, number: int, reason: str) -> User:
    user = User.objects.select_for_update().filter(pk=number, kind=Kind.PERSON).first()
    wrong = closing.may_not_keep(access_of(actor), user)
    if not reason.strip():
        wrong.append(problems.REASON_MISSING.at())
    if wrong or user is None:
        raise Refused(wrong)
    return user
