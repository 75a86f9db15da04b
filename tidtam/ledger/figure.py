"""Figures: a number that says what it measures, and whether it is exact, a floor or a range."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tidtam.ledger.pathway import NOTHING, Pathway


class Measure(StrEnum):
    """What is read: who stands there on the day, or who came there within the span."""

    STANDING = "standing"
    CROSSED = "crossed"


class ResultKind(StrEnum):
    """How sure the number is. No kind and no number: not reported."""

    EXACT = "exact"
    FLOOR = "floor"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Flow:
    """A sum of movements between two stages; `arrives` and `leaves` say which ends are in place.

    `from_lot`: they were named or placed out of a lot of another place.
    """

    start: str
    to: str
    number: int
    arrives: bool = True
    leaves: bool = True
    from_lot: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """How many stand surely at a stage (`number`), and at most (`upper`)."""

    stage: str
    number: int
    upper: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A result: number, how sure, by stage, how much of it is traced, and how old it is.

    `number` None is "not reported", never zero. `may_belong_before` and `may_belong_after` say how
    many of the number (or beside it) may lie on the other side of the span. `exits` are shown beside
    the number of a Crossed figure and are not part of it.
    """

    number: int | None = None
    kind: ResultKind | None = None
    upper: int | None = None
    parts: tuple[Part, ...] = ()
    traced: int = 0
    exits: int = 0
    may_belong_before: int = 0
    may_belong_after: int = 0
    last_day: date | None = None
    entries: int = 0

    @property
    def is_reported(self) -> bool:
        return self.number is not None


NOT_REPORTED = Figure()


def standing_bounds(pathway: Pathway, flows: Iterable[Flow], stage: str) -> tuple[int, int]:
    """How many stand at or beyond a stage: surely, and at most.

    >>> from tidtam.ledger.pathway import Stage
    >>> canal = Pathway("canal", "household", tuple(Stage(c, "", "") for c in ("ready", "done")))
    >>> flows = [Flow("", "done", 915), Flow("", "ready..done", 1720)]
    >>> standing_bounds(canal, flows, "done"), standing_bounds(canal, flows, "ready")
    ((915, 2635), (2635, 2635))
    """
    rank = pathway.rank[stage]
    surely = most = 0
    for flow in flows:
        if flow.arrives:
            low, high = pathway.bounds(flow.to)
            surely += flow.number * (low >= rank)
            most += flow.number * (high >= rank)
        if flow.leaves:
            low, high = pathway.bounds(flow.start)
            surely -= flow.number * (low >= rank)
            most -= flow.number * (high >= rank)
    return surely, most


def crossed_number(pathway: Pathway, flows: Iterable[Flow], stage: str) -> int:
    """First crossings of a stage, net of what was counted here and then named elsewhere.

    A transfer (already beyond the stage somewhere else) is nobody's achievement; what is named out of
    a lot of another place was achieved here and not there.
    """
    rank = pathway.rank[stage]
    total = 0
    for flow in flows:
        was_beyond = pathway.lowest(flow.start) >= rank
        moved_out = flow.to == NOTHING or (flow.from_lot and not flow.arrives)
        if flow.arrives and pathway.lowest(flow.to) >= rank:
            placed_here = flow.from_lot and not flow.leaves
            total += flow.number * (placed_here or not was_beyond)
        elif flow.leaves and was_beyond and moved_out and flow.to not in pathway.exit_codes:
            total -= flow.number
    return total


def exits_number(pathway: Pathway, flows: Iterable[Flow], stage: str) -> int:
    """How many left by an exit after having reached a stage."""
    rank = pathway.rank[stage]
    return sum(
        flow.number
        for flow in flows
        if flow.leaves and flow.to in pathway.exit_codes and pathway.lowest(flow.start) >= rank
    )


def stage_parts(pathway: Pathway, flows: Sequence[Flow]) -> tuple[Part, ...]:
    """How many stand at each stage; what is not split shows as the room up to `upper`."""
    surely, most = [0] * len(pathway.stages), [0] * len(pathway.stages)
    for flow in flows:
        if flow.arrives:
            _hold(pathway.bounds(flow.to), flow.number, surely, most)
        if flow.leaves:
            _hold(pathway.bounds(flow.start), -flow.number, surely, most)
    named = zip(pathway.stages, surely, most, strict=True)
    return tuple([Part(stage.code, number, upper) for stage, number, upper in named])


def _hold(bounds: tuple[int, int], number: int, surely: list[int], most: list[int]) -> None:
    low, high = bounds
    if low == high >= 0:
        surely[low] += number
    for rank in range(max(low, 0), high + 1):
        most[rank] += number
