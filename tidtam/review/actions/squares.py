"""Keeping numbers of the grid: each square by itself, so that one that is wrong holds up no other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Problem, Refused
from tidtam.programmes.models import IndicatorVersion
from tidtam.review import grid
from tidtam.review.actions.recording import save, submit, withdraw
from tidtam.review.models import Claim, Round
from tidtam.review.words import WITH_THE_RECORDER

CLEARED = "ล้างช่อง"


@dataclass(frozen=True)
class Typed:
    """A number typed into a square (None: it was cleared); `seen` is the revision that it was made from."""

    line: IndicatorVersion
    place: Place
    number: int | None
    seen: int


@dataclass
class Kept:
    """A square after it was typed: its claim as it stands now, and what is wrong."""

    typed: Typed
    claim: Claim | None = None
    problems: list[Problem] = field(default_factory=list)


@transaction.atomic
def keep_squares(*, actor: User, of_round: Round, typed: Iterable[Typed]) -> list[Kept]:
    """Keeps what was typed, square by square; what is wrong with one is in its `problems`."""
    return [_kept(actor, of_round, one) for one in typed]


def _kept(actor: User, of_round: Round, typed: Typed) -> Kept:
    try:
        with transaction.atomic():
            return Kept(typed, _put(actor, of_round, typed))
    except Refused as refused:
        return Kept(typed, _now(of_round, typed), refused.problems)


def _put(actor: User, of_round: Round, typed: Typed) -> Claim | None:
    if typed.number is not None:
        said = grid.said(of_round, typed.line, typed.place, typed.number)
        return save(actor=actor, said=said, seen=typed.seen)
    claim = _now(of_round, typed)
    if claim is not None:
        withdraw(actor=actor, key=claim.key, reason=CLEARED)
    return None


def _now(of_round: Round, typed: Typed) -> Claim | None:
    square = grid.squares(of_round, [typed.line], [typed.place]).get((typed.line.code, typed.place.pk))
    return square.claim if square else None


def submit_squares(*, actor: User, of_round: Round, places: Sequence[Place]) -> list[Claim]:
    """Hands in all that was typed for these places in a round and is still with its recorder."""
    squares = grid.squares(of_round, grid.lines_of(of_round), places).values()
    own = [square.claim for square in squares if square.claim and square.claim.state in WITH_THE_RECORDER]
    return submit(actor=actor, keys=[claim.key for claim in own])
