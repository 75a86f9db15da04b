"""Reading claims: for the trail of a figure, for open questions, and for what was said already."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from django.db.models import Count, QuerySet

from tidtam.problems import Refused, Where
from tidtam.review.models import Acceptance, Claim, SourcePaper
from tidtam.review.problems import NO_SUCH_CLAIM
from tidtam.review.words import ClaimState

CHUNK = 500
Places: TypeAlias = Collection[int] | QuerySet[Any, Any]
"""Ids of places, or the question that gives them."""


def claims_by_key(keys: Iterable[str | UUID]) -> dict[str, Claim]:
    """The claims with these keys, each with paper, place, numbers and who accepted it; others are left out.

    The key of a statement in the book is the key of its claim, so this opens an entry to what it rests on.
    """
    return _by_key(keys, _whole())


def locked_by_key(keys: Iterable[str | UUID]) -> dict[str, Claim]:
    """The same claims as they are now, locked until the transaction ends, in the order of their keys."""
    return _by_key(keys, _whole().select_for_update(of=("self",)).order_by("key"))


def the_locked(keys: Iterable[str | UUID]) -> list[Claim]:
    """These claims, locked, in the order asked for; Refused where there is none with a key."""
    wanted = list(dict.fromkeys(str(key) for key in keys))
    found = locked_by_key(wanted)
    missing = [NO_SUCH_CLAIM.at(Where(field=key)) for key in wanted if key not in found]
    if missing:
        raise Refused(missing)
    return [found[key] for key in wanted]


def _by_key(keys: Iterable[str | UUID], claims: QuerySet[Claim]) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for chunk in chunks(sorted({str(key) for key in keys})):
        found |= {str(claim.key): claim for claim in claims.filter(key__in=chunk)}
    return found


def held_by_cell(
    pathways: Collection[str], *, as_of: date, known_at: date | None = None, within: Places | None = None
) -> dict[tuple[str, str], int]:
    """How many claims wait for an answer, by pathway and cycle; only at places in `within`, if given."""
    claims = _told(pathways, as_of, known_at, within).filter(state=ClaimState.HELD)
    rows = claims.order_by().values_list("pathway", "cycle").annotate(number=Count("pk"))
    return {(pathway, cycle): number for pathway, cycle, number in rows}


def papers_by_cell(
    pathways: Collection[str],
    *,
    as_of: date,
    known_at: date | None = None,
    position: int | None = None,
    within: Places | None = None,
) -> dict[tuple[str, str], list[SourcePaper]]:
    """The papers that accepted claims rest on, by pathway and cycle, the latest first.

    Only claims of places in `within`, and only what the book had at `position`, where these are given.
    """
    claims = _told(pathways, as_of, known_at, within).filter(state=ClaimState.ACCEPTED)
    if position is not None:
        claims = claims.filter(pk__in=Acceptance.objects.filter(position__lte=position).values("claim"))
    rows = claims.order_by().values_list("pathway", "cycle", "paper").distinct()
    papers = SourcePaper.objects.in_bulk({paper for _, _, paper in rows})
    found: dict[tuple[str, str], list[SourcePaper]] = defaultdict(list)
    for paper in sorted(papers.values(), key=lambda one: (one.published, one.pk), reverse=True):
        for pathway, cycle in [(p, c) for p, c, pk in rows if pk == paper.pk]:
            found[pathway, cycle].append(paper)
    return found


def _told(
    pathways: Collection[str], as_of: date, known_at: date | None, within: Places | None
) -> QuerySet[Claim]:
    """The claims of these pathways and places that speak of a day up to `as_of`, told by `known_at`."""
    claims = Claim.objects.filter(pathway__in=pathways, last_day__lte=as_of)
    if within is not None:
        claims = claims.filter(place__in=within)
    return claims if known_at is None else claims.filter(told_on__lte=known_at)


def chunks(keys: list[str]) -> Iterator[list[str]]:
    """The keys in parts that fit into one question to the database."""
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))


def _whole() -> QuerySet[Claim]:
    claims = Claim.objects.select_related("paper", "place", "subject", "made_by")
    return claims.prefetch_related("counts", "acceptances__who")
