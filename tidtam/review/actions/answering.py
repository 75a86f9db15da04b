"""Answering the question of a reviewer, and putting the number right with the same answer."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from tidtam.audit.actions import record
from tidtam.ledger.fiscal import fiscal_year_of
from tidtam.people.models import User
from tidtam.places.models import Kind
from tidtam.problems import Refused
from tidtam.programmes import queries as programmes
from tidtam.review import checking
from tidtam.review import problems as say
from tidtam.review.actions.recording import all_mine, changed_meanwhile, put
from tidtam.review.drafts import Number
from tidtam.review.keeping import answer_of
from tidtam.review.models import Claim, Question
from tidtam.review.queries import the_locked
from tidtam.review.said import Said
from tidtam.review.words import ClaimKind, ClaimState


@transaction.atomic
def answer(
    *,
    actor: User,
    key: UUID,
    text: str,
    numbers: Mapping[str, int] | None = None,
    seen: int | None = None,
) -> Claim:
    """Answers the open question of a claim, which then waits again where it was asked.

    `numbers`, by stage, put it right in the same step; `seen` is the revision that they were made from. A
    number that changed was looked at by nobody yet, so the claim climbs from the first rung again.
    """
    (claim,) = the_locked([key])
    all_mine(actor, [claim])
    question = Question.objects.filter(claim=claim, answered_at=None).first()
    if question is None:
        raise Refused([say.NOTHING_ASKED.at()])
    if not text.strip():
        raise Refused([say.ANSWER_EMPTY.at()])
    said = _put_right(claim, numbers or {})
    claim.state = ClaimState.PROPOSED
    if said is not None:
        _correct(actor, claim, said, seen)
    question.answer, question.answered_by, question.answered_at = text.strip(), actor, timezone.now()
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    claim.save(update_fields=["state", "rung", "turn", "told_on"])
    record(actor=actor, action="question.answered", what=f"claim:{key}", detail={"answer": question.answer})
    return claim


def _put_right(claim: Claim, numbers: Mapping[str, int]) -> Said | None:
    """What the claim says with these numbers; None when it says that already."""
    version = programmes.indicator(claim.indicator, fiscal_year_of(claim.last_day).number)
    if version is None or not numbers:
        return None
    counts = (Number(n.stage, numbers.get(n.stage, n.number), n.at_least) for n in claim.counts.all())
    said = Said(
        key=claim.key,
        indicator=version,
        place=claim.place,
        kind=ClaimKind(claim.kind),
        first_day=claim.first_day,
        last_day=claim.last_day,
        counts=tuple(counts),
        subject=claim.subject_name,
        note=claim.note,
        answer=answer_of(claim),
        tree=claim.tree,
        round=claim.round,
    )
    return None if said.is_what(claim) else said


def _correct(actor: User, claim: Claim, said: Said, seen: int | None) -> None:
    """Puts a held claim right and sends it to its first rung, in a turn of its own."""
    if seen != claim.revision:
        raise Refused([changed_meanwhile(claim)])
    wrong = [*checking.of_said(said), *checking.of_closed_round(claim)]
    if wrong:
        raise Refused(wrong)
    was = ", ".join(f"{count.number:,}" for count in claim.counts.all())
    put(claim, said)
    if lacking := list(checking.of_evidence(claim)):
        raise Refused(lacking)
    claim.turn += 1
    claim.rung = programmes.ladder(claim.ladder).first(Kind(claim.place.kind)).code
    claim.told_on = timezone.localdate()
    detail = {"revision": claim.revision, "was": was}
    record(actor=actor, action="claim.changed", what=f"claim:{claim.key}", detail=detail)
