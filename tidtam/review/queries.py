"""Reading claims: for the trail of a figure, for open questions, and for what was said already."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias, TypeVar
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from tidtam.problems import Refused, Where
from tidtam.review.models import Acceptance, Claim, ClaimSubject, Evidence, Round, SourcePaper
from tidtam.review.problems import NO_SUCH_CLAIM
from tidtam.review.words import ClaimState

CHUNK = 500
Key = TypeVar("Key")
Places: TypeAlias = Collection[int] | QuerySet[Any, Any]
"""Ids of places, or the question that gives them."""


def claims_by_key(keys: Iterable[str | UUID]) -> dict[str, Claim]:
    """The claims with these keys, each with paper, place, numbers and who accepted it; others are left out.

    The key of a statement in the book is the key of its claim, or of one that its claim names, so this opens
    an entry to what it rests on.
    """
    wanted = {str(key) for key in keys}
    claims = _whole("acceptances__who", "evidence")
    found = _by_key(wanted, claims)
    naming = _naming(wanted - found.keys())
    rests_on = {claim.pk: claim for claim in claims.filter(pk__in=set(naming.values()))} if naming else {}
    return found | {key: rests_on[claim] for key, claim in naming.items()}


def _naming(keys: Collection[str]) -> dict[str, int]:
    """The claim (id) that names somebody under each of these keys."""
    found: dict[str, int] = {}
    for chunk in chunks(sorted(keys)):
        rows = ClaimSubject.objects.filter(key__in=chunk).values_list("key", "claim_id")
        found |= {str(key): claim for key, claim in rows}
    return found


def locked_by_key(keys: Iterable[str | UUID]) -> dict[str, Claim]:
    """The same claims as they are now, locked until the transaction ends, in the order of their keys."""
    return _locked(keys, _whole())


def _locked(keys: Iterable[str | UUID], claims: QuerySet[Claim]) -> dict[str, Claim]:
    return _by_key(keys, claims.select_for_update(of=("self",)).order_by("key"))


def locked_here(key: UUID, cell: str | None) -> Claim | None:
    """The claim with this key, else the one in this square of the grid, locked; None for neither."""
    here = Q(key=key) | Q(cell=cell) if cell else Q(key=key)
    found = Claim.objects.filter(here).prefetch_related("counts")
    claims = {claim.key: claim for claim in found.select_for_update().order_by("key")}
    return claims.get(key) or next(iter(claims.values()), None)


def hold_rounds_open(keys: Collection[UUID]) -> None:
    """Until the transaction ends, nobody closes the rounds of these claims: it was looked at in between."""
    rounds = Claim.objects.filter(key__in=keys).order_by().values("round")
    list(Round.objects.filter(pk__in=rounds).order_by("pk").select_for_update(no_key=True).values_list("pk"))


def the_locked(keys: Iterable[str | UUID], *beside: str) -> list[Claim]:
    """These claims, locked, in the order asked for; Refused where there is none with a key.

    Place and round are read with them, and what is named in `beside`: their numbers, who accepted them.
    """
    wanted = list(dict.fromkeys(str(key) for key in keys))
    claims = Claim.objects.select_related("place", "round").prefetch_related(*beside)
    found = _locked(wanted, claims)
    missing = [NO_SUCH_CLAIM.at(Where(field=key)) for key in wanted if key not in found]
    if missing:
        raise Refused(missing)
    return [found[key] for key in wanted]


def evidence_of(claims: Iterable[Claim]) -> dict[str, list[Evidence]]:
    """The evidence that stands on these claims, the first first, by the key of the claim."""
    keys = {claim.pk: str(claim.key) for claim in claims}
    found: dict[str, list[Evidence]] = {key: [] for key in keys.values()}
    standing = Evidence.objects.filter(claim__in=keys, removed_at=None)
    for evidence in standing.select_related("file", "added_by").order_by("pk"):
        found[keys[evidence.claim_id]].append(evidence)
    return found


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


@dataclass(slots=True)
class FieldClaims:
    """How many claims of the field a line has, and how much is not counted yet, in the unit of the line.

    `at_stake` is the sum of those that are questioned, `waiting_sum` of those that climb their ladder.
    """

    questioned: int = 0
    waiting: int = 0
    accepted: int = 0
    at_stake: int = 0
    waiting_sum: int = 0

    @property
    def handed_in(self) -> int:
        """All of them, wherever they stand."""
        return self.questioned + self.waiting + self.accepted


COUNTED_AS = {ClaimState.HELD: "questioned", ClaimState.PROPOSED: "waiting", ClaimState.ACCEPTED: "accepted"}
SUMMED_AS = {ClaimState.HELD: "at_stake", ClaimState.PROPOSED: "waiting_sum"}


def field_claims(
    stages: Mapping[str, str], *, as_of: date, known_at: date | None = None, within: Places | None = None
) -> dict[tuple[str, str], FieldClaims]:
    """What the field handed in, by indicator and cycle, in two questions however many there are.

    `stages` gives the counting stage of each indicator: what is summed are the numbers at that stage.
    """
    claims = _spoken(Claim.objects.filter(indicator__in=stages, paper=None), as_of, known_at, within)
    found: dict[tuple[str, str], FieldClaims] = defaultdict(FieldClaims)
    rows = claims.filter(state__in=COUNTED_AS).order_by().values_list("indicator", "cycle", "state")
    for indicator, cycle, state, number in rows.annotate(number=Count("pk")):
        setattr(found[indicator, cycle], COUNTED_AS[ClaimState(state)], number)
    not_yet = claims.filter(state__in=SUMMED_AS).order_by()
    sums = not_yet.values_list("indicator", "cycle", "state", "counts__stage").annotate(
        sum=Sum("counts__number")
    )
    for indicator, cycle, state, stage, number in sums:
        if stage == stages[indicator]:
            setattr(found[indicator, cycle], SUMMED_AS[ClaimState(state)], number)
    return dict(found)


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
    claims = _told(pathways, as_of, known_at, within).filter(state=ClaimState.ACCEPTED, paper__isnull=False)
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
    return _spoken(Claim.objects.filter(pathway__in=pathways), as_of, known_at, within)


def _spoken(
    claims: QuerySet[Claim], as_of: date, known_at: date | None, within: Places | None
) -> QuerySet[Claim]:
    claims = claims.filter(last_day__lte=as_of)
    if within is not None:
        claims = claims.filter(place__in=within)
    return claims if known_at is None else claims.filter(told_on__lte=known_at)


def chunks(keys: list[Key]) -> Iterator[list[Key]]:
    """The keys in parts that fit into one question to the database."""
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))


def _whole(*beside: str) -> QuerySet[Claim]:
    claims = Claim.objects.select_related("paper", "place", "subject", "made_by", "round")
    return claims.prefetch_related("counts", *beside)
