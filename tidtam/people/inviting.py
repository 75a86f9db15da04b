"""Inviting people by a link: made, taken up once, or withdrawn; nobody gives more than their own places."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone

from tidtam.audit.actions import record
from tidtam.people import actions, problems
from tidtam.people.access import Access, Right, access_of
from tidtam.people.models import Invitation, Role, RoleHeld, User
from tidtam.people.signing import password_problems
from tidtam.places import queries as places
from tidtam.places.models import Place
from tidtam.problems import Both, Problem, Refused

LASTS = timedelta(days=14)
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation just made, with the token that is told once and kept nowhere."""

    invitation: Invitation
    token: str


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What somebody who takes up an invitation chooses."""

    display_name: str
    username: str
    password: str
    again: str


@transaction.atomic
def invite(
    *, actor: User, display_name: str, email: str, role: Role, place: Place, tree: str = ""
) -> Invited:
    """Makes an invitation for a role at a place; without a tree, in the one that holds most under the place.

    Refused with all that is wrong, also when the place is not within those that the actor looks after.
    """
    within = tree or places.tree_of(place)
    wrong = [*_name_problems(display_name), *_mail_problems(email)]
    wrong += may_not_give(access_of(actor), place, within)
    if wrong:
        raise Refused(wrong)
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        fingerprint=_fingerprint(token),
        display_name=display_name.strip(),
        email=email.strip(),
        role=role,
        place=place,
        tree_id=within,
        made_by=actor,
        expires_at=timezone.now() + LASTS,
    )
    detail = {"name": invitation.display_name, "role": role.value, "place": place.code, "tree": within}
    record(actor=actor, action="invitation.made", what=f"invitation:{invitation.pk}", detail=detail)
    return Invited(invitation, token)


def may_not_give(access: Access, place: Place, tree: str) -> list[Problem]:
    """Why a role at a place in a tree is not this one's to give or end; nothing when it is.

    All that lies in the place by that tree must lie where the right to keep people is held.
    """
    name = Both(place.titled_th, place.titled_en)
    reach = places.within(tree, place.pk, access.on)
    inside = access.limit(reach, Right.KEEP_PEOPLE, field="descendant")
    if not reach.exists():
        return [problems.NOT_IN_TREE.at(place=name)]
    if inside.count() < reach.count():
        return [problems.NOT_YOURS_TO_GIVE.at(place=name)]
    return []


def find(token: str) -> Invitation:
    """The invitation of a link; Refused when it may not be taken up (any more).

    It dies with the right of whoever made it: who may no longer give the role has not given it.
    """
    rows = Invitation.objects.select_related("place", "made_by")
    found = rows.filter(fingerprint=_fingerprint(token)).first()
    if found is None or not found.is_open(timezone.now()):
        raise Refused([problems.INVITATION_DEAD.at()])
    if may_not_give(access_of(found.made_by), found.place, found.tree_id):
        raise Refused([problems.INVITATION_DEAD.at()])
    return found


@transaction.atomic
def take_up(*, token: str, account: NewAccount) -> User:
    """Makes the account of whoever has the link, and gives it the role.

    Refused with all that is wrong: a dead link, a name that is taken, a weak password.
    """
    invitation = _locked(token)
    user = add_person(account=account, email=invitation.email)
    _give(invitation, user)
    return user


@transaction.atomic
def take_up_as(*, actor: User, token: str) -> RoleHeld:
    """Gives the role of an invitation to somebody who has an account already, but not to who made it."""
    invitation = _locked(token)
    if invitation.made_by_id == actor.pk:
        raise Refused([problems.OWN_INVITATION.at()])
    return _give(invitation, actor)


@transaction.atomic
def withdraw_invitation(*, actor: User, number: int) -> Invitation:
    """Takes an invitation back before it is taken up."""
    invitation = Invitation.objects.select_for_update(of=("self",)).select_related("place").get(pk=number)
    wrong = may_not_give(access_of(actor), invitation.place, invitation.tree_id)
    if invitation.used_at or invitation.withdrawn_at:
        wrong.append(problems.INVITATION_CLOSED.at())
    if wrong:
        raise Refused(wrong)
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    detail = {"name": invitation.display_name, "role": invitation.role, "place": invitation.place.code}
    record(actor=actor, action="invitation.withdrawn", what=f"invitation:{number}", detail=detail)
    return invitation


@transaction.atomic
def end_role_held(*, actor: User, number: int) -> RoleHeld:
    """Ends somebody's role from today on, by whoever looks after people at its places."""
    held = RoleHeld.objects.select_for_update(of=("self",)).select_related("place", "user").get(pk=number)
    wrong = may_not_give(access_of(actor), held.place, held.tree_id)
    if wrong:
        raise Refused(wrong)
    return actions.end_role(actor=actor, held=held)


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
    wrong = [
        *_name_problems(user.display_name),
        *_username_problems(user.username),
        *_mail_problems(user.email),
    ]
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


def _locked(token: str) -> Invitation:
    Invitation.objects.select_for_update().filter(fingerprint=_fingerprint(token)).first()
    return find(token)


def _give(invitation: Invitation, user: User) -> RoleHeld:
    invitation.used_at, invitation.used_by = timezone.now(), user
    invitation.save(update_fields=["used_at", "used_by"])
    detail = {"role": invitation.role, "place": invitation.place.code}
    record(actor=user, action="invitation.taken_up", what=f"invitation:{invitation.pk}", detail=detail)
    return actions.give_role(
        actor=invitation.made_by,
        user=user,
        role=Role(invitation.role),
        place=invitation.place,
        tree=invitation.tree_id,
    )


def _fingerprint(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _name_problems(name: str) -> list[Problem]:
    return [] if name.strip() and len(name) <= LONGEST_NAME else [problems.NAME_MISSING.at()]


def _mail_problems(email: str) -> list[Problem]:
    try:
        if email.strip():
            validate_email(email.strip())
    except ValidationError:
        return [problems.MAIL_STRANGE.at(text=email)]
    return []


def _username_problems(username: str) -> list[Problem]:
    try:
        User._meta.get_field("username").clean(username, None)
    except ValidationError:
        return [problems.USERNAME_STRANGE.at(text=username[:40])]
    if User.objects.filter(username__iexact=username).exists():
        return [problems.USERNAME_TAKEN.at(text=username)]
    return []
