"""A claim in the words of the ledger: the statement that the book keeps of it."""

from collections.abc import Iterator, Mapping

from tidtam.ledger.days import Days
from tidtam.ledger.statements import Count, Draws, Happening, Standing
from tidtam.ledger_store.post import Stated
from tidtam.review.models import PUBLISHED_PAPER, Claim, ClaimCount, ClaimSubject
from tidtam.review.words import ClaimKind, DrawsFrom, IfItFalls

DRAWS: Mapping[str, Draws] = {
    DrawsFrom.ADDS: Draws.ADDS,
    DrawsFrom.EARLIER: Draws.EARLIER,
    DrawsFrom.LOT_ABOVE: Draws.LOT,
}


def all_stated(claim: Claim) -> list[Stated]:
    """What the book keeps of a claim: a statement for each that it names, else one; nothing for a nought."""
    if named := claim.subjects.all():
        evidenced = _evidenced(claim)
        return [Stated(claim.pathway, claim.cycle, claim.unit, _one(claim, one), evidenced) for one in named]
    return [] if is_nought(claim) else [stated(claim)]


def stated(claim: Claim) -> Stated:
    """What the book keeps of a claim; a claim that is held has no statement (KeyError).

    A named subject stands at one stage only, so "it stands at X" is that it had reached X by then.
    """
    if claim.kind == ClaimKind.STANDS and not claim.subject_name:
        return Stated(claim.pathway, claim.cycle, claim.unit, _standing(claim), _evidenced(claim))
    happening = _happening(claim, claim.counts.all()[0])
    return Stated(claim.pathway, claim.cycle, claim.unit, happening, _evidenced(claim))


def _evidenced(claim: Claim) -> bool:
    """Whether the field showed it; a paper shows nothing but itself."""
    if claim.ladder == PUBLISHED_PAPER:
        return False
    return any(evidence.removed_at is None for evidence in claim.evidence.all())


def is_nought(claim: Claim) -> bool:
    """Whether the field tells that nothing happened: that is accepted, and moves nothing in the book."""
    happened = claim.kind == ClaimKind.HAPPENED and claim.paper_id is None
    return happened and not any(count.number for count in claim.counts.all())


def _standing(claim: Claim) -> Standing:
    return Standing(
        key=str(claim.key),
        place=claim.place_id,
        day=_days(claim),
        told_on=claim.told_on,
        counts=tuple(Count(n.stage, n.number, n.at_least) for n in claim.counts.all()),
        tree=claim.tree,
        exit_to=claim.exit_to if claim.if_it_falls == IfItFalls.EXITS else None,
    )


def _happening(claim: Claim, count: ClaimCount) -> Happening:
    return Happening(
        key=str(claim.key),
        place=claim.place_id,
        day=_days(claim),
        told_on=claim.told_on,
        stage=count.stage,
        number=count.number,
        draws=DRAWS[claim.draws],
        lot_place=claim.lot_place_id,
        lot_container=claim.lot_container_id,
        lot_stage=claim.lot_stage or None,
        subject=claim.subject_id,
        container=claim.container_id,
        stands=claim.kind == ClaimKind.STANDS,
    )


def _one(claim: Claim, named: ClaimSubject) -> Happening:
    """What the claim says of one of those that it names, which may have days and a lot stage of its own."""
    days = _days(claim)
    if named.first_day and named.last_day:
        days = Days(named.first_day, min(named.last_day, claim.told_on))
    return Happening(
        key=str(named.key),
        place=claim.place_id,
        day=days,
        told_on=claim.told_on,
        stage=named.stage,
        draws=DRAWS[named.draws],
        lot_place=claim.lot_place_id,
        lot_container=claim.lot_container_id,
        lot_stage=named.lot_stage or claim.lot_stage or None,
        subject=named.subject_id,
        container=claim.container_id,
    )


def keys_of(claim: Claim) -> Iterator[str]:
    """The keys under which the book keeps what a claim says."""
    named = [str(one.key) for one in claim.subjects.all()]
    yield from named or [str(claim.key)]


def _days(claim: Claim) -> Days:
    """A paper tells of days up to its publication: "May 2561" told on the 17th is 1 to 17 May in the book."""
    return Days(claim.first_day, min(claim.last_day, claim.told_on))
