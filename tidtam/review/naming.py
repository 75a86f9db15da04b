"""Named subjects of claims: the same name on the same pathway is the same subject, wherever it stands."""

from collections.abc import Iterable, Sequence
from uuid import UUID, uuid5

from tidtam.ledger_store.actions import name_subjects
from tidtam.ledger_store.models import Subject
from tidtam.people.models import User
from tidtam.review.drafts import NAMESPACE
from tidtam.review.models import Claim


def subject_key(pathway: str, name: str) -> UUID:
    """The identity of a named subject; spaces and capitals in its name do not matter."""
    return uuid5(NAMESPACE, f"subject {pathway} {''.join(name.casefold().split())}")


def name_subjects_of(actor: User, claims: Sequence[Claim]) -> None:
    """Gives each claim of a named subject that subject, making those that are new."""
    named = [claim for claim in claims if claim.subject_name]
    if not named:
        return
    kept = name_subjects(actor=actor, subjects=list(_once(named)))
    for claim in named:
        claim.subject = kept[subject_key(claim.pathway, claim.subject_name)]
    Claim.objects.bulk_update(named, ["subject"], batch_size=500)


def _once(claims: Iterable[Claim]) -> Iterable[Subject]:
    found: dict[UUID, Subject] = {}
    for claim in claims:
        key = subject_key(claim.pathway, claim.subject_name)
        subject = Subject(
            key=key,
            kind=claim.pathway,
            name=claim.subject_name,
            unit=claim.unit,
            place_id=claim.place_id,
        )
        found.setdefault(key, subject)
    return found.values()
