"""Reading the audit lines."""

from collections.abc import Iterable

from django.db.models import QuerySet

from tidtam.audit.models import AuditLine


def about(what: str) -> QuerySet[AuditLine]:
    """All that was ever done to `what`, the first first."""
    return AuditLine.objects.filter(what=what).order_by("id")


def done_to(whats: Iterable[str]) -> QuerySet[AuditLine]:
    """All that was ever done to any of these, the first first."""
    return AuditLine.objects.filter(what__in=list(whats)).order_by("id")


def by_actor(actor_id: int) -> QuerySet[AuditLine]:
    """All that one account did, the first first."""
    return AuditLine.objects.filter(actor_id=actor_id).order_by("id")


def latest(number: int, action: str | None = None) -> QuerySet[AuditLine]:
    """The last `number` lines, the newest first; with `action` only those of that kind."""
    lines = AuditLine.objects.order_by("-id")
    return (lines.filter(action=action) if action else lines)[:number]


def newest_first() -> QuerySet[AuditLine]:
    """All lines, the newest first."""
    return AuditLine.objects.order_by("-id")
