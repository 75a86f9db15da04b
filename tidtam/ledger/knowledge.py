"""Two clocks: what the book holds for each day on which something became known.

For every day of knowing, the movements are the fold of what was known by then. The difference to
the day before is what that day adds and takes back; so "as known on" is a plain filter.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tidtam.ledger.fold import Conflict, Folded, Inflow, Scopes, conflicting, fold
from tidtam.ledger.movement import Movement
from tidtam.ledger.pathway import Pathway
from tidtam.ledger.statements import Statement

Contributions = Counter[tuple[Movement, date]]


@dataclass(frozen=True, slots=True)
class Known:
    """A statement with the days on which it was told, taken back, told again, …"""

    statement: Statement
    turns: tuple[date, ...]

    def holds(self, on: date) -> bool:
        return bisect_right(self.turns, on) % 2 == 1


@dataclass(frozen=True, slots=True)
class KnownInflow:
    """An inflow of the book, or its reversal, with the day it was known."""

    inflow: Inflow
    known_on: date


@dataclass
class Unfolded:
    """What each day of knowing adds (+) and takes back (-); at last: the movements, and what conflicts."""

    contributions: Contributions
    conflicts: list[Conflict]
    movements: list[Movement]


def unfold(
    pathway: Pathway,
    known: Sequence[Known],
    *,
    scopes: Scopes,
    opens: date,
    inflows: Sequence[KnownInflow] = (),
    since: date | None = None,
) -> Unfolded:
    """Fold what was known on each day of knowing, from `since` on (None: from the first day).

    Days of knowing before `since` are taken as they are in the book already.
    """
    days = sorted({turn for one in known for turn in one.turns} | {i.known_on for i in inflows})
    before = [day for day in days if since is not None and day < since]
    start = before[-1:]
    earlier: Counter[Movement] = Counter()
    folded = Folded()
    out: Contributions = Counter()
    for day in start + days[len(before) :]:
        folded = _settled(pathway, known, inflows, day, scopes, opens)
        now = Counter(folded.movements)
        if day not in start:
            _differences(out, earlier, now, day)
        earlier = now
    return Unfolded(out, folded.conflicts, folded.movements)


def _differences(out: Contributions, earlier: Counter[Movement], now: Counter[Movement], day: date) -> None:
    for movement in [*now, *(gone for gone in earlier if gone not in now)]:
        change = now[movement] - earlier[movement]
        if change:
            out[movement, day] += change


def _settled(
    pathway: Pathway,
    known: Sequence[Known],
    inflows: Sequence[KnownInflow],
    day: date,
    scopes: Scopes,
    opens: date,
) -> Folded:
    """The fold of a day of knowing, leaving out what could not be explained on that day yet."""
    told = [one.statement for one in known if one.holds(day)]
    came = _netted(inflows, day)
    conflicts: list[Conflict] = []
    while True:
        folded = fold(pathway, told, scopes=scopes, opens=opens, inflows=came)
        if not folded.conflicts:
            return Folded(folded.movements, conflicts)
        conflicts += folded.conflicts
        held = conflicting(folded.conflicts)
        told = [statement for statement in told if statement.key not in held]


def _netted(inflows: Sequence[KnownInflow], day: date) -> list[Inflow]:
    sums: Counter[tuple[int | None, int | None, str, date]] = Counter()
    for one in inflows:
        if one.known_on <= day:
            came = one.inflow
            sums[came.place, came.container, came.stage, came.day] += came.number
    return [
        Inflow(place, container, stage, number, when)
        for (place, container, stage, when), number in sums.items()
        if number
    ]
