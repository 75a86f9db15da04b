"""Keeping numbers of the grid: each square by itself, so that one that is wrong holds up no other."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Refused
from tidtam.review import grid
from tidtam.review.actions.many import keep_many
from tidtam.review.actions.recording import may_change, put_down, submit, withdraw
from tidtam.review.actions.typed import CLEARED, Kept, Typed
from tidtam.review.models import Claim, Round
from tidtam.review.queries import the_locked

__all__ = ["Kept", "Typed", "keep_squares", "submit_squares"]

MANY = 20
"""From so many squares on, it pays to look at all of them together."""


def keep_squares(*, actor: User, of_round: Round, typed: Iterable[Typed]) -> list[Kept]:
    """Keeps what was typed, square by square; what is wrong with one is in its `problems`."""
    squares = list(typed)

    def alone(one: Typed) -> Kept:
        return _kept(actor, of_round, one)

    if len(squares) == 1:  # its own transaction is enough
        return [alone(squares[0])]
    with transaction.atomic():
        if len(squares) < MANY:
            return [alone(one) for one in squares]
        return keep_many(actor=actor, of_round=of_round, squares=squares, alone=alone)


def _kept(actor: User, of_round: Round, typed: Typed) -> Kept:
    try:
        with transaction.atomic():
            return Kept(typed, _put(actor, of_round, typed))
    except Refused as refused:
        return Kept(typed, _now(of_round, typed), refused.problems)


def _put(actor: User, of_round: Round, typed: Typed) -> Claim | None:
    if typed.number is not None:
        over = _now(of_round, typed) if typed.seen else None
        said = grid.said(of_round, typed.line, typed.place, typed.number, over)
        return put_down(actor, said, typed.seen)
    claim = _now(of_round, typed)
    if claim is not None:
        (claim,) = the_locked([claim.key])
        may_change(actor, claim, typed.seen)
        withdraw(actor=actor, key=claim.key, reason=CLEARED)
    return None


def _now(of_round: Round, typed: Typed) -> Claim | None:
    squares = grid.squares(of_round, [typed.line], [typed.place], with_last=False)
    return next((square.claim for square in squares.values()), None)


def submit_squares(*, actor: User, of_round: Round, places: Sequence[Place]) -> list[Claim]:
    """Hands in all that was typed for these places in a round and is still with its recorder."""
    return submit(actor=actor, keys=grid.keys_with_the_recorder(of_round, places))
