"""What is wrong with a claim, as it is typed and when it is handed in."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice, pairwise
from typing import TypeAlias
from uuid import UUID

from django.db import transaction
from django.db.models import Q, prefetch_related_objects
from django.utils import timezone

from tidtam.ledger.pathway import Pathway
from tidtam.ledger.quantity import UNITS
from tidtam.people.models import User
from tidtam.places import queries as places
from tidtam.places.models import Kind, Place
from tidtam.problems import Both, Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.review import letting_in, registry
from tidtam.review import problems as say
from tidtam.review.drafts import Number
from tidtam.review.grid import MILESTONE
from tidtam.review.models import PUBLISHED_PAPER, Claim, Evidence, Round
from tidtam.review.queries import the_locked
from tidtam.review.said import Said
from tidtam.review.words import ClaimKind, ClaimState, DrawsFrom
from tidtam.thai.date_writing import long_date

STATES_EN = {
    ClaimState.DRAFT: "a draft",
    ClaimState.PROPOSED: "waiting for review",
    ClaimState.HELD: "held as a question",
    ClaimState.RETURNED: "sent back",
    ClaimState.WITHDRAWN: "withdrawn",
    ClaimState.ACCEPTED: "in the book",
    ClaimState.TAKEN_BACK: "taken back out of the book",
}

EVIDENCE_NAMES = {"photo": Both("รูปถ่าย", "a photo"), "document": Both("เอกสาร", "a document")}
"""The kinds of evidence, for a message."""

SHOWN_TWICE = 3
"""How many claims that may tell the same are named."""

MOST_LOOKED_AT = 5_000

Other: TypeAlias = tuple[int, str, int, date, date]
"""Another claim: its id, line, place and days."""


def place_name(place: Place) -> Both:
    """The name of a place for a message."""
    return Both(place.titled_th, place.titled_en)


def state_name(claim: Claim) -> Both:
    """How far a claim has come, for a message."""
    return name_of_state(claim.state)


def name_of_state(code: str) -> Both:
    """The name of a state of claims."""
    state = ClaimState(code)
    return Both(state.label, STATES_EN[state])


def of_said(said: Said) -> list[Problem]:
    """What is wrong with what is said in itself, before it is kept; every problem at once."""
    pathway = programmes.pathways()[said.indicator.pathway]
    return [*of_days_and_counts(said, pathway), *_of_place(said)]


def of_days_and_counts(said: Said, pathway: Pathway) -> list[Problem]:
    """What is wrong with what is said wherever it is said: its days and its numbers."""
    return [
        *_of_days(said.first_day, said.last_day, said.round),
        *_of_counts(said.counts, said.kind, pathway),
        *_of_name(said),
    ]


def _of_name(said: Said) -> Iterator[Problem]:
    """Whatever has a name is one; that it has not happened yet is said by saying nothing.

    A milestone is told of something that has a name: without it the same centre would be counted twice.
    """
    if said.indicator.basis == MILESTONE and not said.subject:
        yield say.NAME_WANTED.at(Where(field="subject"))
    number = max((count.number for count in said.counts), default=1)
    if said.subject and number != 1:
        yield say.NAMED_IS_ONE.at(Where(field="subject"), name=said.subject, number=f"{number:,}")


def _of_days(first: date, last: date, of_round: Round | None) -> Iterator[Problem]:
    where = Where(field="last_day")
    if last > timezone.localdate():
        yield say.NOT_YET.at(where, day=Both(long_date(last), last.isoformat()))
    if first > last:
        yield say.DAYS_TURNED.at(where)
    if of_round and not (of_round.first_day <= last <= of_round.last_day):
        yield say.ROUND_OTHER_DAYS.at(where, round=Both(of_round.name_th, of_round.name_en))


def _of_counts(counts: Sequence[Number], kind: ClaimKind, pathway: Pathway) -> Iterator[Problem]:
    where = Where(field="number")
    if not counts or any(count.number < 0 for count in counts):
        yield say.NO_NUMBER.at(where)
    known = {*pathway.rank, *pathway.exit_codes}
    for count in counts:
        if count.stage not in known:
            yield say.STAGE_UNKNOWN.at(where, stage=count.stage)
    if kind == ClaimKind.STANDS:
        standing = sorted((c for c in counts if c.stage in pathway.rank), key=lambda c: pathway.rank[c.stage])
        for early, late in pairwise(standing):
            if late.number > early.number and not early.at_least:
                names = {"early": _stage(pathway, early.stage), "late": _stage(pathway, late.stage)}
                yield say.STAGES_FALL.at(where, fewer=f"{early.number:,}", more=f"{late.number:,}", **names)


def _stage(pathway: Pathway, code: str) -> Both:
    found = pathway.stage(code)
    return Both(found.th, found.en)


def _of_place(said: Said) -> Iterator[Problem]:
    whole = said.indicator.place
    if whole.kind == Kind.NATION or whole.pk == said.place.pk:
        return
    above = places.ancestors(said.place.pk, said.last_day)
    if not any(whole.pk in tree for tree in above.values()):
        yield say.PLACE_OUTSIDE.at(Where(field="place"), place=place_name(said.place))


def of_claims(claims: Iterable[Claim]) -> list[Problem]:
    """What keeps claims from being handed in, under the key of each."""
    found = list(claims)
    prefetch_related_objects([claim for claim in found if claim.container_id], "subjects")
    demanded = {code: programmes.evidence_of_stages(code) for code in {claim.pathway for claim in found}}
    prefetch_related_objects([claim for claim in found if demanded[claim.pathway]], "counts", "evidence")
    return [
        problem
        for claim in found
        for problem in (*of_closed_round(claim), *of_evidence(claim, demanded=demanded[claim.pathway]))
    ] + registry.wrong_with(found)


def of_evidence(
    claim: Claim, *, but: Evidence | None = None, demanded: Mapping[str, frozenset[str]] | None = None
) -> Iterator[Problem]:
    """The kinds of evidence that the stages of a claim of the field demand and that it has not got.

    `but` is a piece that is left out, as if it were not there. `demanded` is what the stages of its pathway
    demand, where that was asked already.
    """
    if demanded is None:
        demanded = programmes.evidence_of_stages(claim.pathway)
    if claim.ladder == PUBLISHED_PAPER or not demanded:
        return
    got = {one.kind for one in claim.evidence.all() if one.removed_at is None and one != but}
    pathway = programmes.pathway(claim.pathway)
    for code in _reached(claim):
        for kind in sorted(demanded.get(code, frozenset()) - got):
            stage = _stage(pathway, code)
            yield say.EVIDENCE_MISSING.at(Where(field=str(claim.key)), stage=stage, kind=EVIDENCE_NAMES[kind])


def _reached(claim: Claim) -> list[str]:
    """The stages that a claim tells anything new of: who is named out of a lot stood there already.

    Of those of whom nobody knows whether they were in it, nothing is counted yet.
    """
    named = claim.subjects.all() if claim.container_id else ()
    counted = (DrawsFrom.LOT_ABOVE, DrawsFrom.UNKNOWN)
    drawn = {one.stage for one in named if one.draws in counted}
    drawn -= {one.stage for one in named if one.draws not in counted}
    return [count.stage for count in claim.counts.all() if count.number and count.stage not in drawn]


def of_closed_round(claim: Claim) -> list[Problem]:
    """What a closed round says to whoever would still change or take back something of it."""
    return of_round(claim.round, claim.place_id, Where(field=str(claim.key)))


def of_round(of_round: Round | None, place: int, where: Where | None = None) -> list[Problem]:
    """What a round says to whoever would report on it for a place: nothing while it is open there."""
    if of_round is None or not is_locked(of_round, place):
        return []
    return [say.ROUND_LOCKED.at(where, round=Both(of_round.name_th, of_round.name_en))]


def maybe_twice(claim: Claim) -> list[Problem]:
    """Other claims of the field that may tell the same number once more: of the same line and time.

    They are of the same place, or of one that holds it or lies in it. Only what happened adds up.
    """
    return maybe_twice_each([claim])[claim.pk]


def maybe_twice_each(claims: Iterable[Claim]) -> dict[int, list[Problem]]:
    """The same for many claims (by id), in a fixed number of questions."""
    asked = list(claims)
    adding = [claim for claim in asked if _adds(claim)]
    near = _near(adding) if adding else {}
    others = Claim.objects.select_related("place").prefetch_related("counts")
    told = others.in_bulk({pk for found in near.values() for pk in found})
    return {claim.pk: [_told_by(told[pk]) for pk in near.get(claim.pk, ())] for claim in asked}


def _adds(claim: Claim) -> bool:
    """Whether its numbers add to those of others: what has a name, or a project of its own, is told once."""
    return claim.kind == ClaimKind.HAPPENED and not claim.subject_name and claim.container_id is None


def _near(claims: Sequence[Claim]) -> dict[int, list[int]]:
    """For each claim the first few others (ids) of its line and time that are above it, below it or there."""
    at, on = {claim.place_id for claim in claims}, max(claim.last_day for claim in claims)
    holding = places.ancestors_of(at, on)
    wider = {one for trees in holding.values() for tree in trees.values() for one in tree}
    below = places.nested_on(on).filter(
        tree__in={tree for trees in holding.values() for tree in trees}, ancestor__in=at
    )
    rows = Claim.objects.filter(
        Q(place__in=wider) | Q(place__in=below.values("descendant")),
        indicator__in={claim.indicator for claim in claims},
        kind=ClaimKind.HAPPENED,
        subject_name="",
        paper=None,
        first_day__lte=on,
        last_day__gte=min(claim.first_day for claim in claims),
        state__in=(ClaimState.PROPOSED, ClaimState.HELD, ClaimState.ACCEPTED),
    )
    others = list(rows.values_list("pk", "indicator", "place_id", "first_day", "last_day")[:MOST_LOOKED_AT])
    above = places.ancestors_of(at | {place for _, _, place, _, _ in others}, on)
    reach = {place: {one for tree in trees.values() for one in tree} for place, trees in above.items()}
    by_line: dict[str, list[Other]] = defaultdict(list)
    for other in others:
        by_line[other[1]].append(other)
    return {claim.pk: _told_here(claim, by_line[claim.indicator], reach) for claim in claims}


def _told_here(claim: Claim, others: Iterable[Other], reach: Mapping[int, Collection[int]]) -> list[int]:
    here = (
        pk
        for pk, _, place, first, last in others
        if pk != claim.pk
        and first <= claim.last_day
        and last >= claim.first_day
        and (place in reach.get(claim.place_id, ()) or claim.place_id in reach.get(place, ()))
    )
    return list(islice(here, SHOWN_TWICE))


def _told_by(claim: Claim) -> Problem:
    unit = UNITS[claim.unit]
    number = sum(count.number for count in claim.counts.all())
    values = {"number": f"{number:,}", "unit": Both(unit.th, unit.en)}
    return say.MAYBE_TWICE.at(Where(field=str(claim.key)), place=place_name(claim.place), **values)


def is_locked(of_round: Round, place: int) -> bool:
    """Whether a round is closed for a place today: locked, and nobody gave this place leave."""
    if of_round.locked_at is None:
        return False
    today = timezone.localdate()
    above = {one for tree in places.ancestors(place, today).values() for one in tree}
    return not of_round.unlockings.filter(until__gte=today, place__in=above | {place}).exists()


def against_the_book(*, actor: User, key: UUID) -> list[Problem]:
    """What the book would say to a claim if it were let in now; nothing is changed.

    Also what it says beside its sister claims that are in the book already: a total that falls, more taken
    than there is.
    """
    try:
        with transaction.atomic():
            (claim,) = the_locked([key])
            if claim.state != ClaimState.ACCEPTED:
                claim.told_on = timezone.localdate()
                letting_in.let_in(actor, [claim], ladder=claim.ladder, rung="tried")
            transaction.set_rollback(True)
    except Refused as refused:
        return refused.problems
    return []
