"""What somebody has to do: claims to finish, to answer and to review, all limited to their places."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from tidtam.people.access import Access, Right
from tidtam.people.models import Role
from tidtam.programmes import queries as programmes
from tidtam.review.models import Acceptance, Claim, Evidence
from tidtam.review.words import ClaimState


def readable(access: Access) -> QuerySet[Claim]:
    """The claims that somebody may read, the newest first; none for whoever holds no role."""
    return access.limit(_field(), Right.READ_CLAIMS).order_by("-made_at", "-pk")


def readable_of(access: Access, keys: Iterable[UUID]) -> set[UUID]:
    """Those of these claims that somebody may read."""
    found = list(Claim.objects.filter(paper=None, key__in=keys).order_by().values_list("key", "place_id"))
    access.look_at(place for _, place in found)
    return {key for key, place in found if access.may(Right.READ_CLAIMS, place)}


def whole(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Claims with all that was done to them: who let them in, asked, sent back, and what shows them."""
    shown = Evidence.objects.filter(removed_at=None).select_related("file")
    return claims.select_related("paper", "round", "submitted_by").prefetch_related(
        "acceptances__who",
        "questions__asked_by",
        "questions__answered_by",
        "returns__who",
        Prefetch("evidence", shown),
    )


def _field() -> QuerySet[Claim]:
    return Claim.objects.filter(paper=None).select_related("place", "made_by").prefetch_related("counts")


def recorded(access: Access, states: Iterable[ClaimState]) -> QuerySet[Claim]:
    """The claims in these states at places where somebody records."""
    return access.limit(readable(access).filter(state__in=tuple(states)), Right.RECORD)


def drafts(access: Access) -> QuerySet[Claim]:
    """What is begun and not handed in yet."""
    return recorded(access, [ClaimState.DRAFT])


def returned(access: Access) -> QuerySet[Claim]:
    """What was sent back and waits to be put right."""
    return recorded(access, [ClaimState.RETURNED])


def questioned(access: Access) -> QuerySet[Claim]:
    """What has an open question to answer."""
    return recorded(access, [ClaimState.HELD]).filter(questions__answered_at=None, questions__isnull=False)


def to_review(access: Access) -> QuerySet[Claim]:
    """What waits for this person: at a rung of their role, at their places, not recorded or seen by them."""
    me = access.user.pk
    seen = Acceptance.objects.filter(claim=OuterRef("pk"), turn=OuterRef("turn"), who=me)
    waiting = _field().filter(_mine(access), ~Exists(seen), state=ClaimState.PROPOSED)
    return waiting.exclude(made_by=me).exclude(submitted_by=me).order_by("submitted_at", "pk")


def _mine(access: Access) -> Q:
    """At a rung of one of the person's roles, where they hold it."""
    found = Q(pk__in=())
    for role, rungs in _rungs_by_role().items():
        where = access.reach_of(role)
        if where is not None:
            found |= rungs & where
    return found


def _rungs_by_role() -> dict[Role, Q]:
    found: dict[Role, Q] = {}
    for ladder in programmes.ladders().values():
        for rung in ladder.rungs:
            found[rung.role] = found.get(rung.role, Q()) | Q(ladder=ladder.code, rung=rung.code)
    return found
