"""Keeping many squares at once: what is plainly right goes in together, the rest one by one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from tidtam.audit.actions import record_each
from tidtam.people.access import Right, access_of
from tidtam.people.models import User
from tidtam.places.models import Kind, Place
from tidtam.programmes import queries as programmes
from tidtam.review import checking, grid
from tidtam.review.actions.recording import counts_of, last_revisions, new_draft, withdraw_many
from tidtam.review.actions.typed import CLEARED, Kept, Typed
from tidtam.review.models import Claim, ClaimCount, Round
from tidtam.review.queries import chunks
from tidtam.review.said import Said
from tidtam.review.words import WITH_THE_RECORDER

Alone = Callable[[Typed], Kept]
SHARED = ("kind", "indicator", "pathway", "unit", "cycle", "tree", "first_day", "last_day")
"""What typing a number sets, the same in all squares of one line of a round."""


@dataclass
class _Sorted:
    """The squares by what has to be done with them, each with its claim, if any."""

    new: list[tuple[Typed, Said]] = field(default_factory=list)
    changed: list[tuple[Typed, Said, Claim]] = field(default_factory=list)
    cleared: list[tuple[Typed, Claim]] = field(default_factory=list)
    same: list[Kept] = field(default_factory=list)
    alone: list[Typed] = field(default_factory=list)


def keep_many(*, actor: User, of_round: Round, squares: Sequence[Typed], alone: Alone) -> list[Kept]:
    """Keeps many squares with few questions to the database; the answers come in no particular order.

    Whatever is not plainly right (another's place, a stale revision, a line that does not count there, a
    square that comes twice) goes through `alone`, which says what is wrong with it. Part of the transaction
    of whoever calls it.
    """
    found = _sorted(of_round, squares, _plain(actor, of_round, squares))
    withdraw_many(actor=actor, claims=[claim for _, claim in found.cleared], reason=CLEARED)
    kept = [*found.same, *(Kept(one) for one, _ in found.cleared)]
    kept += [*_change(actor, found.changed), *_draft(actor, found.new, alone)]
    return kept + [alone(one) for one in found.alone]


def _plain(actor: User, of_round: Round, squares: Sequence[Typed]) -> set[tuple[str, int]]:
    """The squares, by line and place, in which any whole number is right.

    What `recording.save` asks of one claim is asked here of a line once and of a place once.
    """
    if of_round.locked_at is not None:
        return set()  # who has leave to report after all is asked place by place
    at = {one.place.pk: one.place for one in squares}
    lines = {one.line.code: one.line for one in squares}
    access, pathways = access_of(actor), programmes.pathways()
    mine = {
        pk
        for some in chunks(sorted(at))
        for pk in access.limit(Place.objects.filter(pk__in=some), Right.RECORD, "pk").values_list(
            "pk", flat=True
        )
    }
    somewhere = next(iter(at.values()))
    fine = [
        line
        for line in lines.values()
        if not checking.of_days_and_counts(grid.said(of_round, line, somewhere, 0), pathways[line.pathway])
    ]
    counted = grid.lines_at(of_round, fine, {pk: Kind(at[pk].kind) for pk in mine})
    return {(line.code, place) for place, here in counted.items() for line in here}


def _sorted(of_round: Round, squares: Sequence[Typed], plain: set[tuple[str, int]]) -> _Sorted:
    there = _locked(keys_in(of_round, squares))
    found, met = _Sorted(), set()
    for one in squares:
        square = (one.line.code, one.place.pk)
        claim = there.get(_cell(of_round, one))
        if square not in plain or square in met or (one.number or 0) < 0:
            found.alone.append(one)
        elif one.number is None:
            _sort_cleared(found, one, claim)
        else:
            said = grid.said(of_round, one.line, one.place, one.number, claim)
            _sort_typed(found, one, said, claim)
        met.add(square)
    return found


def _sort_typed(found: _Sorted, one: Typed, said: Said, claim: Claim | None) -> None:
    if claim is None:
        found.new.append((one, said))
    elif said.is_what(claim):
        found.same.append(Kept(one, claim))
    elif _is_open(one, claim):
        found.changed.append((one, said, claim))
    else:
        found.alone.append(one)


def _sort_cleared(found: _Sorted, one: Typed, claim: Claim | None) -> None:
    if claim is None:
        found.same.append(Kept(one))
    elif _is_open(one, claim):
        found.cleared.append((one, claim))
    else:
        found.alone.append(one)


def _is_open(one: Typed, claim: Claim) -> bool:
    """Whether the claim is with its recorder, and as it was when the number was typed."""
    return claim.state in WITH_THE_RECORDER and one.seen == claim.revision


def _cell(of_round: Round, one: Typed) -> str:
    return f"{of_round.code}|{one.line.code}|{one.place.code}"


def keys_in(of_round: Round, squares: Iterable[Typed]) -> list[UUID]:
    """The keys of the claims that have these squares, in the one order in which claims are locked."""
    cells = sorted({_cell(of_round, one) for one in squares})
    there = Claim.objects.order_by()
    return sorted(
        key for some in chunks(cells) for (key,) in there.filter(cell__in=some).values_list("key").iterator()
    )


def _locked(keys: list[UUID]) -> dict[str, Claim]:
    """The claims with these keys by their squares, locked in the order of their keys."""
    claims = Claim.objects.select_for_update(of=("self",)).prefetch_related("counts").order_by("key")
    return {str(claim.cell): claim for some in chunks(keys) for claim in claims.filter(key__in=some)}


def _draft(actor: User, new: Sequence[tuple[Typed, Said]], alone: Alone) -> list[Kept]:
    of_round = next((said.round for _, said in new), None)
    gone = last_revisions(of_round, [one.place.pk for one, _ in new]) if of_round else {}
    made = [
        (one, said, new_draft(actor, said, gone.get((one.line.code, one.place.pk), 0))) for one, said in new
    ]
    try:
        with transaction.atomic():
            Claim.objects.bulk_create((claim for _, _, claim in made), batch_size=500)
    except IntegrityError:  # somebody kept one of them in the same moment
        return [alone(one) for one, _ in new]
    _count((claim, said) for _, said, claim in made)
    record_each(actor=actor, action="claim.drafted", whats=(f"claim:{claim.key}" for _, _, claim in made))
    return [Kept(one, claim) for one, _, claim in made]


def _change(actor: User, changed: Sequence[tuple[Typed, Said, Claim]]) -> list[Kept]:
    for _, said, claim in changed:
        said.onto(claim)
        claim.revision += 1
        getattr(claim, "_prefetched_objects_cache", {}).clear()
    by_line: dict[str, list[Claim]] = defaultdict(list)
    for _, _, claim in changed:
        by_line[claim.indicator].append(claim)
    for claims in by_line.values():
        _update(claims)
    _count((claim, said) for _, said, claim in changed)
    record_each(
        actor=actor,
        action="claim.changed",
        whats=[f"claim:{claim.key}" for _, _, claim in changed],
        details=[{"revision": claim.revision} for _, _, claim in changed],
    )
    return [Kept(one, claim) for one, _, claim in changed]


def _update(claims: Sequence[Claim]) -> None:
    """Writes what the claims of one line have in common, and takes their old numbers away."""
    values = {name: getattr(claims[0], name) for name in SHARED}
    for some in chunks([claim.pk for claim in claims]):
        Claim.objects.filter(pk__in=some).update(revision=F("revision") + 1, **values)
        ClaimCount.objects.filter(claim__in=some).delete()


def _count(said: Iterable[tuple[Claim, Said]]) -> None:
    ClaimCount.objects.bulk_create(
        (row for claim, one in said for row in counts_of(claim, one)), batch_size=500
    )
