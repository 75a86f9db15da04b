"""Decisions of review that need no database: ladders, what is held, what a correction takes back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from tidtam.review.drafts import Answer, Number
from tidtam.review.words import ClaimState, DrawsFrom, IfItFalls

PUBLISHED_PAPER = "published_paper"
LADDERS: Mapping[str, tuple[str, ...]] = {PUBLISHED_PAPER: ("paper",)}
"""The rungs of each ladder; a published paper is its own authority, so its loader climbs the only rung."""


class Stands(Protocol):
    """As much of a standing as a correction looks at."""

    @property
    def last_day(self) -> date: ...
    @property
    def told_on(self) -> date: ...


def last_rung(ladder: str) -> str:
    """The rung on which a claim enters the book; ValueError for a ladder that there is not."""
    if ladder not in LADDERS:
        raise ValueError(f"there is no ladder {ladder!r}")
    return LADDERS[ladder][-1]


def first_state(answer: Answer) -> ClaimState:
    """A claim whose source of subjects is not known is held; any other is proposed."""
    return ClaimState.HELD if answer.draws is DrawsFrom.UNKNOWN else ClaimState.PROPOSED


def may_correct(correcting: Stands, earlier: Stands) -> bool:
    """Whether one standing may take back another: of an earlier day, or of the same day but told before.

    A paper cannot have meant to correct what was published after it: that stays a question.
    """
    if earlier.last_day == correcting.last_day:
        return earlier.told_on < correcting.told_on
    return earlier.last_day < correcting.last_day and earlier.told_on <= correcting.told_on


def differs(earlier: Iterable[Number], later: Iterable[Number]) -> bool:
    """Whether two standings of one day give a stage different exact numbers."""
    now = {number.stage: number.number for number in later if not number.at_least}
    return any(n.number != now.get(n.stage, n.number) for n in earlier if not n.at_least)


def outdoes(earlier: Iterable[Number], later: Iterable[Number], stages: Sequence[str]) -> bool:
    """Whether the earlier standing says more than the later one allows, so that a total would fall.

    Both count at or beyond a stage: more at or beyond a further stage is also more at or beyond this one.

    >>> line = ("ready", "building", "completed")
    >>> outdoes([Number("completed", 915)], [Number("ready", 800)], line)
    True
    >>> outdoes([Number("ready", 915)], [Number("completed", 800)], line)
    False
    """
    rank = {stage: number for number, stage in enumerate(stages)}
    now = [number for number in later if not number.at_least and number.stage in rank]
    before = [number for number in earlier if number.stage in rank]
    return any(
        was.number > says.number and rank[was.stage] >= rank[says.stage] for was in before for says in now
    )


def same_answer(one: Answer, other: Answer) -> bool:
    """Whether two answers mean the same; an exit only matters when the fall is answered with it."""
    return _meaning(one) == _meaning(other)


def _meaning(answer: Answer) -> tuple[object, ...]:
    lot = answer.lot_place if answer.draws is DrawsFrom.LOT_ABOVE else None
    exit_to = answer.exit_to if answer.if_it_falls is IfItFalls.EXITS else ""
    return (answer.draws, lot, answer.if_it_falls, exit_to)
