"""Keeping numbers of the grid: each square by itself, so that one that is wrong holds up no other."""

from collections.abc import Iterable, Sequence
from operator import itemgetter

from django.db import transaction

from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Refused
from tidtam.review import grid
from tidtam.review.actions.many import keep_many, keys_in
from tidtam.review.actions.recording import may_change, put_down, submit, withdraw
from tidtam.review.actions.typed import CLEARED, Kept, Typed
from tidtam.review.deadlocks import tried_again
from tidtam.review.models import Claim, Round
from tidtam.review.queries import chunks, the_locked

__all__ = ["Kept", "Typed", "hold_squares", "keep_squares", "submit_squares"]

MANY = 20
"""From so many squares on, it pays to look at all of them together."""


def keep_squares(*, actor: User, of_round: Round, typed: Iterable[Typed]) -> list[Kept]:
    """Keeps what was typed, square by square; what is wrong with one is in its `problems`."""
    squares = list(typed)
    if not squares:
        return []
    if len(squares) == 1:  # its own transaction is enough
        return tried_again(lambda: [_kept(actor, of_round, squares[0])])
    return tried_again(lambda: _keep(actor, of_round, squares))


def hold_squares(*, of_round: Round, typed: Iterable[Typed]) -> None:
    """Until the transaction ends nobody else changes the claims of these squares.

    Whoever keeps squares part by part holds all of them first: two who hold some of each other's block.
    """
    for some in chunks(keys_in(of_round, typed)):
        list(Claim.objects.filter(key__in=some).order_by("key").select_for_update().values_list("pk"))


@transaction.atomic
def _keep(actor: User, of_round: Round, squares: Sequence[Typed]) -> list[Kept]:
    # Whatever the order of the form: two who keep the same squares wait for each other, not block.
    in_order = sorted(enumerate(squares), key=lambda pair: (pair[1].line.code, pair[1].place.code))

    def alone(one: Typed) -> Kept:
        return _kept(actor, of_round, one)

    if len(squares) < MANY:
        kept = [(number, alone(one)) for number, one in in_order]
        return [one for _, one in sorted(kept, key=itemgetter(0))]
    squares = [one for _, one in in_order]
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
