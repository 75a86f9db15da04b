"""Invitations are made, taken up once, or withdrawn."""

import secrets
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from tidtam.audit.actions import record
from tidtam.people import inviting, problems
from tidtam.people.access import access_of
from tidtam.people.actions.accounts import add_person
from tidtam.people.actions.roles import give_role
from tidtam.people.inviting import NewAccount, fingerprint, may_not_give
from tidtam.people.models import Invitation, Role, RoleHeld, User
from tidtam.places import queries as places
from tidtam.places.models import Place
from tidtam.problems import Refused


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation just made, with the token that is told once and kept nowhere."""

    invitation: Invitation
    token: str


@transaction.atomic
def invite(
    *, actor: User, display_name: str, email: str, role: Role, place: Place, tree: str = ""
) -> Invited:
    """Makes an invitation for a role at a place; without a tree, in the one that holds most under the place.

    Refused with all that is wrong, also when the place is not within those that the actor looks after.
    """
    within = tree or places.tree_of(place)
    wrong = [*inviting.name_problems(display_name), *inviting.mail_problems(email)]
    wrong += may_not_give(access_of(actor), place, within)
    if wrong:
        raise Refused(wrong)
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        fingerprint=fingerprint(token),
        display_name=display_name.strip(),
        email=email.strip(),
        role=role,
        place=place,
        tree_id=within,
        made_by=actor,
        expires_at=timezone.now() + inviting.LASTS,
    )
    detail = {"name": invitation.display_name, "role": role.value, "place": place.code, "tree": within}
    record(actor=actor, action="invitation.made", what=f"invitation:{invitation.pk}", detail=detail)
    return Invited(invitation, token)


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


def _locked(token: str) -> Invitation:
    Invitation.objects.select_for_update().filter(fingerprint=fingerprint(token)).first()
    return inviting.find(token)


def _give(invitation: Invitation, user: User) -> RoleHeld:
    invitation.used_at, invitation.used_by = timezone.now(), user
    invitation.save(update_fields=["used_at", "used_by"])
    detail = {"role": invitation.role, "place": invitation.place.code}
    record(actor=user, action="invitation.taken_up", what=f"invitation:{invitation.pk}", detail=detail)
    return give_role(
        actor=invitation.made_by,
        user=user,
        role=Role(invitation.role),
        place=invitation.place,
        tree=invitation.tree_id,
    )
