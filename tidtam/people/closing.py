"""Who may close an account and open it again."""

from datetime import date

from django.db.models import F, Q, QuerySet

from tidtam.people import problems
from tidtam.people.access import Access, Right
from tidtam.people.inviting import may_not_give
from tidtam.people.models import Kind, RoleHeld, User
from tidtam.places import queries as places
from tidtam.problems import Both, Problem


def running(user: User, on: date) -> QuerySet[RoleHeld]:
    """The roles of an account that have not ended, those that are still to begin too."""
    return RoleHeld.objects.filter(_lasting(on), user=user).order_by("pk")


def _lasting(on: date) -> Q:
    return Q(end_day=None) | Q(end_day__gt=on)


def _telling(on: date) -> QuerySet[RoleHeld]:
    """The roles that tell who looks after an account: those that run; of a closed one, that ran till then."""
    ended = Q(user__is_active=False, end_day__gte=F("user__closed_at__date"))
    return RoleHeld.objects.filter(_lasting(on) | ended)


def telling(user: User, on: date) -> QuerySet[RoleHeld]:
    """The roles that tell who looks after one account; all that it ever had where none of them run."""
    found = _telling(on).filter(user=user)
    return (found if found.exists() else RoleHeld.objects.filter(user=user)).order_by("pk")


def may_not_keep(access: Access, user: User | None) -> list[Problem]:
    """Why an account is not this one's to close or open; nothing when it is.

    Each role must be this one's to end; an account that never had any is for who keeps the whole nation.
    """
    if user is None or user.kind != Kind.PERSON:
        return [problems.NO_SUCH_ACCOUNT.at()]
    if user == access.user:
        return [problems.OWN_ACCOUNT.at()]
    name = Both(user.display_name, user.display_name)
    held = list(telling(user, access.on).select_related("place"))
    if not held:
        alone = access.may(Right.KEEP_PEOPLE, places.nation().pk)
        return [] if alone else [problems.NOT_YOURS_TO_KEEP.at(name=name)]
    if any(may_not_give(access, one.place, one.tree_id) for one in held):
        return [problems.NOT_YOURS_TO_KEEP.at(name=name)]
    return []


def kept_by(access: Access) -> QuerySet[User]:
    """The people whose roles all lie where this one looks after people, closed accounts too."""
    found = _telling(access.on)
    inside = access.limit(found, Right.KEEP_PEOPLE)
    outside = found.exclude(pk__in=inside.values("pk"))
    people = User.objects.filter(kind=Kind.PERSON, pk__in=inside.values("user"))
    return people.exclude(pk__in=outside.values("user"))
