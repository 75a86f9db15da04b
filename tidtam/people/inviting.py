"""The rules of inviting: who may give what, which link may be taken up, and what an account is called."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from tidtam.people import problems
from tidtam.people.access import Access, Right, access_of
from tidtam.people.models import Invitation, User
from tidtam.places import queries as places
from tidtam.places.models import Place
from tidtam.problems import Both, Problem, Refused

LASTS = timedelta(days=14)
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What somebody who takes up an invitation chooses."""

    display_name: str
    username: str
    password: str
    again: str


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
    found = rows.filter(fingerprint=fingerprint(token)).first()
    if found is None or not found.is_open(timezone.now()):
        raise Refused([problems.INVITATION_DEAD.at()])
    if may_not_give(access_of(found.made_by), found.place, found.tree_id):
        raise Refused([problems.INVITATION_DEAD.at()])
    return found


def fingerprint(token: str) -> str:
    """What is kept of a link."""
    return sha256(token.encode()).hexdigest()


def account_problems(user: User) -> list[Problem]:
    """All that is wrong with the names and the address of an account that is to be made."""
    return [
        *name_problems(user.display_name),
        *_username_problems(user.username),
        *mail_problems(user.email),
    ]


def name_problems(name: str) -> list[Problem]:
    """What is wrong with a name to show."""
    return [] if name.strip() and len(name) <= LONGEST_NAME else [problems.NAME_MISSING.at()]


def mail_problems(email: str) -> list[Problem]:
    """What is wrong with an e-mail address; there may be none."""
    try:
        if email.strip():
            validate_email(email.strip())
    except ValidationError:
        return [problems.MAIL_STRANGE.at(text=email)]
    return []


def _username_problems(username: str) -> list[Problem]:
    if "@" in username:  # it might be the address of somebody else
        return [problems.USERNAME_IS_MAIL.at(text=username[:40])]
    try:
        User._meta.get_field("username").clean(username, None)
    except ValidationError:
        return [problems.USERNAME_STRANGE.at(text=username[:40])]
    if User.objects.filter(username__iexact=username).exists():
        return [problems.USERNAME_TAKEN.at(text=username)]
    return []
