"""Who checks a claim that was just handed in: those who hold the role of its rung at its place or above."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from tidtam.people.models import RoleHeld
from tidtam.places import queries as places
from tidtam.places.models import Kind
from tidtam.programmes import queries as programmes
from tidtam.review.models import Claim

MOST = 3


def who_checks(claim: Claim) -> list[str]:
    """The names of a few who may check it next, the nearest first; nobody when it waits at no rung."""
    rung = next((one for one in programmes.ladder(claim.ladder).rungs if one.code == claim.rung), None)
    if rung is None:
        return []
    today = timezone.localdate()
    reach = Q(place__kind=Kind.NATION)
    for tree, above in places.ancestors(claim.place_id).items():
        reach |= Q(tree=tree, place__in=above)
    held = RoleHeld.objects.filter(reach, Q(end_day=None) | Q(end_day__gt=today), role=rung.role)
    held = held.filter(first_day__lte=today, user__is_active=True).exclude(user=claim.made_by_id)
    rows = held.select_related("user", "place").order_by("pk")
    nearest = sorted(rows, key=lambda one: (one.place_id != claim.place_id, one.place.kind == Kind.NATION))
    return list(dict.fromkeys(str(one.user) for one in nearest))[:MOST]
