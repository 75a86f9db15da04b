"""The last rung: claims become statements, corrections take back what they correct.

And the book is written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import uuid5

from django.db.models import prefetch_related_objects
from django.utils import timezone

from tidtam.audit.actions import record_each
from tidtam.ledger_store.post import Batch, Posted, Reversal, post
from tidtam.people.models import User
from tidtam.problems import Refused
from tidtam.review import corrections, registry
from tidtam.review.corrections import Correction
from tidtam.review.drafts import NAMESPACE
from tidtam.review.models import Acceptance, Claim
from tidtam.review.naming import name_subjects_of
from tidtam.review.outcomes import Accepted
from tidtam.review.queries import chunks
from tidtam.review.statements import all_stated, keys_of
from tidtam.review.words import ClaimState, IfItFalls

CHUNK = 500
FOLLOWS = "follows"
"""The ladder and rung of what follows from another claim: nobody climbs it."""


def let_in(actor: User, claims: Sequence[Claim], *, ladder: str, rung: str) -> Accepted:
    """Posts the claims and notes who let them in, with all that follows from them; all or nothing.

    Refused when the book refuses any, or a package above that looks after such claims.
    """
    prefetch_related_objects(claims, "counts", "evidence", "subjects")
    if wrong := registry.wrong_with(claims):
        raise Refused(wrong)
    name_subjects_of(actor, claims)
    accepted = Accepted(keys=tuple(str(claim.key) for claim in claims))
    for part in _parts(claims):
        posted, taken_back = _post(actor, part)
        _climbed(actor, part, posted[-1], ladder, rung)
        corrections.mark(taken_back)
        accepted = Accepted(
            keys=accepted.keys,
            corrected=accepted.corrected + tuple(str(pair.earlier.key) for pair in taken_back),
            movements=accepted.movements + tuple(move for one in posted for move in one.movements),
            position=max(accepted.position, *(one.last_position for one in posted)),
        )
    follow(actor, claims)
    return accepted


def follow(actor: User, claims: Sequence[Claim]) -> None:
    """Does what follows from claims that were let in or taken back, in the transaction of that."""
    for following in registry.following(actor, claims):
        if following.taken_back:
            out_of_the_book(actor, following.taken_back, following.reason)
        if following.let_in:
            let_in(actor, following.let_in, ladder=FOLLOWS, rung=FOLLOWS)


def out_of_the_book(actor: User, claims: Sequence[Claim], reason: str) -> None:
    """Takes back what accepted claims said, as known today."""
    prefetch_related_objects(claims, "subjects")
    today = timezone.localdate()
    backs = [Reversal(key=key, known_on=today, reason=reason) for claim in claims for key in keys_of(claim)]
    key = uuid5(NAMESPACE, f"back {timezone.now().isoformat()} {' '.join(back.key for back in backs)}")
    post(actor=actor, batch=Batch(key=str(key), reversals=backs, reason=reason))
    for some in chunks([claim.pk for claim in claims]):
        Claim.objects.filter(pk__in=some).update(state=ClaimState.TAKEN_BACK, rung="", cell=None)
    record_each(
        actor=actor,
        action="claim.taken_back",
        whats=[f"claim:{claim.key}" for claim in claims],
        details=[{"reason": reason}] * len(claims),
    )


def _parts(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """All claims at once, but for those that correct others.

    What they correct must be in the book before them.
    """
    plain = [claim for claim in claims if claim.if_it_falls != IfItFalls.CORRECTS]
    correcting = [claim for claim in claims if claim.if_it_falls == IfItFalls.CORRECTS]
    if plain:
        yield plain
    yield from ([claim] for claim in sorted(correcting, key=lambda claim: (claim.last_day, claim.told_on)))


def _post(actor: User, claims: Sequence[Claim]) -> tuple[list[Posted], list[Correction]]:
    """Writes claims to the book, and takes back what they correct or what is corrected by the book.

    A claim that an accepted correction takes back is let in first, with that correction laid aside for a
    moment: it is part of what was known before.
    """
    pairs = corrections.caused_by(claims)
    new = {claim.pk for claim in claims}
    late = [pair for pair in pairs if pair.earlier.pk in new]
    first = [pair.reversal for pair in pairs if pair.earlier.pk not in new]
    aside = list({pair.later.pk: pair.laid_aside for pair in late}.values())
    posted = [_write(actor, claims, [*first, *aside])]
    if late:
        put_back = [replace(reversal, again=True) for reversal in aside]
        posted.append(_write(actor, (), [*(pair.reversal for pair in late), *put_back]))
    return posted, pairs


def _write(actor: User, claims: Sequence[Claim], reversals: Sequence[Reversal]) -> Posted:
    names = [*(str(claim.key) for claim in claims), *(f"{back.key} {back.known_on}" for back in reversals)]
    key = uuid5(NAMESPACE, "batch " + " ".join(sorted(names)))
    if reversals:  # the same may be taken back and put back more than once
        key = uuid5(key, timezone.now().isoformat())
    statements = [one for claim in claims for one in all_stated(claim)]
    return post(
        actor=actor,
        batch=Batch(key=str(key), statements=statements, reversals=reversals),
    )


def _climbed(actor: User, claims: Sequence[Claim], posted: Posted, ladder: str, rung: str) -> None:
    now = timezone.now()
    Acceptance.objects.bulk_create(
        (
            Acceptance(
                claim=claim,
                ladder=ladder,
                rung=rung,
                turn=claim.turn,
                who=actor,
                at=now,
                position=posted.last_position,
            )
            for claim in claims
        ),
        batch_size=CHUNK,
    )
    for start in range(0, len(claims), CHUNK):
        ids = [claim.pk for claim in claims[start : start + CHUNK]]
        Claim.objects.filter(pk__in=ids).update(state=ClaimState.ACCEPTED)
