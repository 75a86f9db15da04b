"""A workbook of grants is held against the rules, and proposed when somebody says so."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from tidtam.housing.actions.money import propose_grant
from tidtam.housing.models import Project
from tidtam.intake.grants.workbook import Proposed, read
from tidtam.people.models import User
from tidtam.problems import Problem, Refused
from tidtam.review.models import Claim


@dataclass(frozen=True, slots=True)
class Looked:
    """What a workbook would propose, or did (`claim`), and everything that is wrong with it."""

    proposed: Proposed
    claim: Claim | None = None
    problems: list[Problem] = field(default_factory=list)


def take(
    *,
    actor: User,
    project: Project,
    day: date,
    content: bytes,
    name: str,
    exception: str = "",
    commit: bool = False,
) -> Looked:
    """Proposes what a workbook says, all of it or nothing; without `commit` it only tells what would be."""
    proposed = read(content, name, project, day)
    if proposed.problems:
        return Looked(proposed, problems=proposed.problems)
    try:
        with transaction.atomic():
            claim = propose_grant(
                actor=actor,
                project=project,
                day=day,
                parts=proposed.parts,
                management=proposed.management,
                exception=exception,
                note=name,
            )
            if not commit:
                transaction.set_rollback(True)
    except Refused as refused:
        return Looked(proposed, problems=list(refused.problems))
    return Looked(proposed, claim if commit else None)
