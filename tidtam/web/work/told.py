"""What a claim of a project tells beside its numbers: the project, whom it names, and its photos."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from tidtam.housing.models import Household, Project
from tidtam.review.models import Claim, ClaimSubject, Evidence

MOST_NAMED, MOST_PHOTOS = 50, 4
"""Households and photos that are read of each claim: a list of claims stays quick."""


@dataclass(frozen=True, slots=True)
class Told:
    """The project of a claim, the first households that it names, how many they are, its first photos."""

    project: Project
    households: Sequence[Household]
    number: int
    photos: Sequence[Evidence]

    @property
    def more(self) -> int:
        """Households that are named and not shown."""
        return self.number - len(self.households)


def told_of(claims: Sequence[Claim]) -> dict[int, Told]:
    """By claim (id); those of no project are left out, and nothing is asked where none is of any."""
    inside = {claim.pk: claim.container_id for claim in claims if claim.container_id}
    if not inside:
        return {}
    projects = {one.subject_id: one for one in Project.objects.filter(subject__in=set(inside.values()))}
    households, photos = _households(inside), _photos(inside)
    return {
        claim.pk: Told(
            projects[claim.container_id],
            households[claim.pk],
            _number(claim, households[claim.pk]),
            photos[claim.pk],
        )
        for claim in claims
        if claim.container_id in projects
    }


def _number(claim: Claim, shown: Sequence[Household]) -> int:
    """As many as it counts: each household that it names is one."""
    return sum(count.number for count in claim.counts.all()) if shown else 0


def _households(claims: Collection[int]) -> dict[int, list[Household]]:
    found: dict[int, list[Household]] = defaultdict(list)
    named = ClaimSubject.objects.filter(claim__in=claims, subject__household__isnull=False)
    place = Window(RowNumber(), partition_by=F("claim"), order_by=F("pk").asc())
    rows = named.annotate(place=place).filter(place__lte=MOST_NAMED).order_by("pk")
    for one in rows.select_related("subject__household__house"):
        found[one.claim_id].append(one.subject.household)
    return found


def _photos(claims: Collection[int]) -> dict[int, list[Evidence]]:
    found: dict[int, list[Evidence]] = defaultdict(list)
    shown = Evidence.objects.filter(claim__in=claims, removed_at=None, kind="photo")
    place = Window(RowNumber(), partition_by=F("claim"), order_by=F("pk").asc())
    for one in shown.annotate(place=place).filter(place__lte=MOST_PHOTOS).order_by("pk"):
        found[one.claim_id].append(one)
    return found
