"""Roles are given and ended."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from tidtam.audit.actions import record
from tidtam.people.access import access_of
from tidtam.people.inviting import may_not_give
from tidtam.people.models import Role, RoleHeld, User
from tidtam.places import queries as places
from tidtam.places.models import Place
from tidtam.problems import Refused


@transaction.atomic
def give_role(
    *, actor: User, user: User, role: Role, place: Place, tree: str = "", first_day: date | None = None
) -> RoleHeld:
    """Gives somebody a role at a place, from a day on (today, when none is given).

    Without a tree it is the one in which the place holds most others. The same role again changes nothing.
    """
    day = first_day or timezone.localdate()
    within = tree or places.tree_of(place, day)
    held = RoleHeld.objects.filter(user=user, role=role, place=place, tree=within)
    for one in held:
        if one.holds_on(day):
            return one
    given = RoleHeld.objects.create(
        user=user, role=role, place=place, tree_id=within, first_day=day, given_by=actor
    )
    detail = {"role": role.value, "place": place.code, "tree": within, "from": day}
    record(actor=actor, action="role.given", what=f"user:{user.username}", detail=detail)
    return given


@transaction.atomic
def end_role(*, actor: User, held: RoleHeld, end_day: date | None = None) -> RoleHeld:
    """Ends a role; the day (today, when none is given) is the first without it."""
    day = max(end_day or timezone.localdate(), held.first_day)
    if held.end_day is not None and held.end_day <= day:
        return held  # it ended already: what was is not rewritten
    held.end_day = day
    held.save(update_fields=["end_day"])
    detail = {"role": held.role, "place": held.place.code, "until": held.end_day}
    record(actor=actor, action="role.ended", what=f"user:{held.user.username}", detail=detail)
    return held


@transaction.atomic
def end_role_held(*, actor: User, number: int) -> RoleHeld:
    """Ends somebody's role from today on, by whoever looks after people at its places."""
    held = RoleHeld.objects.select_for_update(of=("self",)).select_related("place", "user").get(pk=number)
    wrong = may_not_give(access_of(actor), held.place, held.tree_id)
    if wrong:
        raise Refused(wrong)
    return end_role(actor=actor, held=held)
