"""What an accepted claim says: *what happened* (a Happening) or *how it stands* (a Standing)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tidtam.ledger.days import Days


class Draws(StrEnum):
    """Where the subjects of a Happening come from."""

    ADDS = "adds"  # new: from nothing
    EARLIER = "earlier"  # from the nearest earlier stage at the same place, then new
    LOT = "lot"  # named or placed out of the lot of another place


@dataclass(frozen=True, slots=True)
class Count:
    """At or beyond `stage` there are `number` (or, with `at_least`, no fewer)."""

    stage: str
    number: int
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands at `place` (with all that lies in it, by `tree`) on `day`.

    `key` names the claim; `told_on` is the day it was known. `exit_to` is the answer when a total
    falls: what is missing left by this exit. Counts speak of different stages, each once.
    """

    key: str
    place: int
    day: Days
    told_on: date
    counts: tuple[Count, ...]
    tree: str = "admin"
    container: int | None = None
    exit_to: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """`number` subjects (or the one named `subject`) reached `stage` at `place` within `day`.

    With `stands` the claim tells that a named subject stands there, and may say so again later.
    With `Draws.LOT` they come out of the lot at `lot_place` (and in `lot_container`, where it has one),
    from `lot_stage` or else from the nearest earlier stage. A lot that leaves by an exit names the stage
    it leaves from.
    """

    key: str
    place: int
    day: Days
    told_on: date
    stage: str
    number: int = 1
    draws: Draws = Draws.ADDS
    lot_place: int | None = None
    lot_stage: str | None = None
    subject: int | None = None
    container: int | None = None
    stands: bool = False
    lot_container: int | None = None


Statement = Standing | Happening
