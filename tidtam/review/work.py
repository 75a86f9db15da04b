"""What somebody has to do: claims to finish, to answer and to review, all limited to their places."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from tidtam.people.access import Access, Right
from tidtam.people.models import Role
from tidtam.programmes import queries as programmes
from tidtam.review.models import Acceptance, Claim, Evidence
from tidtam.review.words import ClaimState


def readable(access: Access) -> QuerySet[Claim]:
    """The claims that somebody may read, the newest first; none for whoever holds no role."""
    shown = Evidence.objects.filter(removed_at=None).select_related("file")
    claims = Claim.objects.select_related("place", "made_by", "paper", "round", "submitted_by")
    claims = claims.prefetch_related(
        "counts",
        "acceptances__who",
        "questions__asked_by",
        "questions__answered_by",
        "returns__who",
        Prefetch("evidence", shown),
    )
    return access.limit(claims.filter(paper=None), Right.READ_CLAIMS).order_by("-made_at", "-pk")


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
    mine = Q(pk__in=())
    for role, rungs in _rungs_by_role().items():
        at_my_rung = Claim.objects.filter(state=ClaimState.PROPOSED, rung__in=rungs)
        mine |= Q(pk__in=access.limit_to_role(at_my_rung, role).values("pk")) if _holds(access, role) else Q()
    me = access.user.pk
    seen = Acceptance.objects.filter(claim=OuterRef("pk"), turn=OuterRef("turn"), who=me)
    waiting = readable(access).filter(mine, ~Exists(seen)).exclude(made_by=me).exclude(submitted_by=me)
    return waiting.order_by("submitted_at", "pk")


def _holds(access: Access, role: Role) -> bool:
    return any(held.role == role for held in access.held)


def _rungs_by_role() -> dict[Role, list[str]]:
    found: dict[Role, list[str]] = {}
    for ladder in programmes.ladders().values():
        for rung in ladder.rungs:
            found.setdefault(rung.role, []).append(rung.code)
    return found
