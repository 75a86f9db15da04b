"""Leaving an audit line; every action does it inside its own transaction."""

from collections.abc import Mapping
from datetime import datetime
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
