"""Proposing claims and letting them in; the last rung is the only caller of the ledger's writer."""

from collections.abc import Collection, Iterable, Sequence

from django.db import transaction

from tidtam.audit.actions import record
from tidtam.people.models import User
from tidtam.problems import Problem, Refused, Where
from tidtam.review import keeping, letting_in
from tidtam.review.drafts import Draft
from tidtam.review.models import Claim
from tidtam.review.outcomes import Accepted, Proposed
from tidtam.review.problems import STILL_HELD
from tidtam.review.queries import locked_by_key
from tidtam.review.rules import PUBLISHED_PAPER, last_rung
from tidtam.review.words import ClaimState


@transaction.atomic
def propose(*, actor: User, claims: Iterable[Draft]) -> Proposed:
    """Keeps what is said, each thing once: a claim that is there already changes nothing.

    A held claim that now has its answer is released; nothing is refused here. When two people say the same
    at once, the second waits for the first and finds it there already; no accepted claim is ever changed.
    """
    drafts = {str(draft.key): draft for draft in claims}
    proposed = keeping.keep(actor, drafts)
    for action, keys in (("claim.proposed", proposed.new), ("claim.answered", proposed.answered)):
        if keys:
            record(actor=actor, action=action, what=f"{len(keys)} claims", detail={"claims": keys})
    return proposed


@transaction.atomic
def accept(*, actor: User, claims: Iterable[Claim], ladder: str = PUBLISHED_PAPER) -> Accepted:
    """Lets proposed claims into the book by the last rung of a ladder; passes over what is in already.

    Raises Refused with everything that is wrong (`where.field` is the key of the claim); then nothing is
    kept.
    """
    rung = last_rung(ladder)
    waiting = _waiting(list(claims))
    if not waiting:
        return Accepted()
    accepted = letting_in.let_in(actor, waiting, ladder=ladder, rung=rung)
    detail = {"claims": list(accepted.keys), "corrected": list(accepted.corrected), "ladder": ladder}
    record(actor=actor, action="claim.accepted", what=f"{len(accepted.keys)} claims", detail=detail)
    return accepted


def _waiting(claims: Collection[Claim]) -> list[Claim]:
    found = locked_by_key(claim.key for claim in claims)
    # In the order in which they came, which is that of the rows of a file; locks have an order of their own.
    locked = [found[key] for key in dict.fromkeys(str(claim.key) for claim in claims)]
    if held := [claim for claim in locked if claim.state == ClaimState.HELD]:
        raise Refused(_still_held(held))
    return [claim for claim in locked if claim.state == ClaimState.PROPOSED]


def _still_held(claims: Sequence[Claim]) -> list[Problem]:
    return [STILL_HELD.at(Where(field=str(claim.key))) for claim in claims]
