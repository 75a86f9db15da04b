"""Leaving an audit line; every action does it inside its own transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import repeat
from typing import Protocol

from django.utils import timezone

from tidtam.audit.models import AuditLine


class Actor(Protocol):
    """Whoever acts: an account with its number and the name that `str` gives."""

    @property
    def pk(self) -> int: ...


def record(
    *,
    actor: Actor,
    action: str,
    what: str,
    detail: Mapping[str, object] | None = None,
    at: datetime | None = None,
) -> AuditLine:
    """Writes that `actor` did `action` ("claim.accepted") to `what` ("claim:<key>"), now unless `at` is said.

    Called in the transaction of the action itself, so that neither is ever kept without the other.
    """
    return AuditLine.objects.create(
        at=at or timezone.now(),
        actor_id=actor.pk,
        actor_name=str(actor),
        action=action,
        what=what,
        detail=dict(detail or {}),
    )


def record_each(
    *,
    actor: Actor,
    action: str,
    whats: Iterable[str],
    details: Sequence[Mapping[str, object]] | None = None,
) -> None:
    """Writes one line for each thing that `actor` did the same to, in one go; `details` in the same order."""
    now, name = timezone.now(), str(actor)
    lines = (
        AuditLine(at=now, actor_id=actor.pk, actor_name=name, action=action, what=what, detail=dict(detail))
        for what, detail in zip(whats, details or repeat({}), strict=False)
    )
    AuditLine.objects.bulk_create(lines, batch_size=500)
