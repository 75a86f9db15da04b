"""What is done to the identities of what is counted; entries are written by `post` alone."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from tidtam.audit.actions import record
from tidtam.ledger_store.models import Subject
from tidtam.people.models import User

CHUNK = 500


@transaction.atomic
def name_subjects(*, actor: User, subjects: Sequence[Subject]) -> dict[UUID, Subject]:
    """Keep these subjects, each once by its key, and give all of them back as they are kept."""
    keys = [subject.key for subject in subjects]
    there = _kept(keys)
    fresh = {subject.key: subject for subject in subjects if subject.key not in there}
    if not fresh:
        return there
    Subject.objects.bulk_create(list(fresh.values()), ignore_conflicts=True, batch_size=CHUNK)
    detail = {"subjects": [str(key) for key in fresh]}
    record(actor=actor, action="subjects.named", what=f"{len(fresh)} subjects", detail=detail)
    return _kept(keys)


def _kept(keys: Sequence[UUID]) -> dict[UUID, Subject]:
    found: dict[UUID, Subject] = {}
    for start in range(0, len(keys), CHUNK):
        part = keys[start : start + CHUNK]
        found |= {subject.key: subject for subject in Subject.objects.filter(key__in=part)}
    return found
