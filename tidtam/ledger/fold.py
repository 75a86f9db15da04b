"""The fold: from what was said to the fewest movements that explain it, the same in any order.

Statements are taken by the day they speak of. A Happening moves what it says; a Standing moves
what is missing for its counts to be true. The result depends on the set of statements alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from tidtam.ledger.days import Days, day_after
from tidtam.ledger.holdings import Holdings, Spot
from tidtam.ledger.movement import OUTSIDE, End, Movement
from tidtam.ledger.pathway import Pathway
from tidtam.ledger.statements import Count, Draws, Happening, Standing, Statement


class Contradiction(StrEnum):
    """Why a statement cannot stand beside the others."""

    TOTAL_FALLS = "total_falls"
    NEEDS_NAMES = "needs_names"  # what must have moved is named, and nobody said who
    NOT_ENOUGH = "not_enough"
    COUNTED_TWICE = "counted_twice"
    GOES_BACK = "goes_back"
    HAS_LEFT = "has_left"
    NOT_THERE = "not_there"
    SAY_STAGE = "say_stage"
    DISAGREES = "disagrees"  # with another standing of the same place and day


@dataclass(frozen=True, slots=True)
class Conflict:
    """A statement that cannot be true beside the others: so many are there, so many are said."""

    kind: Contradiction
    statement: str
    stage: str
    there: int = 0
    said: int = 0
    other: str = ""


@dataclass(frozen=True, slots=True)
class Inflow:
    """A lot that came in from nothing, already in the book; negative where it was reversed."""

    place: int | None
    container: int | None
    stage: str
    number: int
    day: date


class Scopes(Protocol):
    """Which places lie within the scope of a standing, and how narrow that scope is."""

    def inside(self, standing: Standing, place: int | None) -> bool: ...

    def depth(self, standing: Standing) -> int: ...


@dataclass
class Folded:
    """The movements of one fold and the statements that could not be explained."""

    movements: list[Movement] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


def fold(
    pathway: Pathway,
    statements: Iterable[Statement],
    *,
    scopes: Scopes,
    opens: date,
    inflows: Iterable[Inflow] = (),
) -> Folded:
    """Explain all statements by movements, in the order of the days that they speak of.

    `opens` is the first day of the cycle: nothing moved before. `inflows` are lots that are in the
    book as they were said; they are part of what stands, but give no movement here.
    """
    return _Fold(pathway, scopes, opens).run(statements, inflows)


@dataclass(slots=True)
class _Naming:
    """Named before the lot's day: the lot gives them back on its own day."""

    happening: Happening
    spot: Spot


class _Fold:
    def __init__(self, pathway: Pathway, scopes: Scopes, opens: date) -> None:
        self.pathway = pathway
        self.scopes = scopes
        self.opens = opens
        self.held = Holdings(pathway)
        self.out = Folded()
        self.waiting: list[_Naming] = []
        self.stood: dict[Spot, list[date]] = defaultdict(list)
        self.told: dict[Spot, Standing] = {}
        self.placed: Counter[Spot] = Counter()
        self.said: dict[tuple[Spot, str, date, str], tuple[int, str]] = {}

    def run(self, statements: Iterable[Statement], inflows: Iterable[Inflow]) -> Folded:
        for event in self._by_day(statements, inflows):
            if isinstance(event, Inflow):
                self._flow_in(event)
            elif isinstance(event, Happening):
                self._happen(event)
            else:
                self._stand(event)
        for naming in self.waiting:
            self._conflict(Contradiction.NOT_ENOUGH, naming.happening, 0, naming.happening.number)
        return self.out

    def _by_day(
        self, statements: Iterable[Statement], inflows: Iterable[Inflow]
    ) -> Iterator[Inflow | Statement]:
        keyed: list[tuple[tuple[date, int, int, str], Inflow | Statement]] = [
            ((inflow.day, 0, -inflow.number, self._inflow_order(inflow)), inflow) for inflow in inflows
        ]
        rank = self.pathway.rank
        for said in statements:
            if isinstance(said, Happening):
                late = rank.get(said.stage, len(rank))
                keyed.append(((said.day.last, 1, late, said.key), said))
            else:
                keyed.append(((said.day.last, 2, -self.scopes.depth(said), said.key), said))
        keyed.sort(key=lambda item: item[0])
        return (event for _, event in keyed)

    def _inflow_order(self, inflow: Inflow) -> str:
        """Lots of one day and number always come in one order, however they were read."""
        return f"{self.pathway.rank[inflow.stage]:04}:{inflow.place or 0:020}:{inflow.container or 0:020}"

    # What happened

    def _flow_in(self, inflow: Inflow) -> None:
        end = End(inflow.stage, inflow.place, inflow.container)
        if inflow.number < 0:
            self.held.move_lot(end, OUTSIDE, -inflow.number)
        else:
            self.held.move_lot(OUTSIDE, end, inflow.number)
        self._give_back(inflow.day)

    def _happen(self, said: Happening) -> None:
        if said.subject is not None:
            self._happen_to_one(said, said.subject)
        elif said.draws is Draws.LOT:
            self._draw_from_lot(said)
        elif said.stage in self.pathway.exit_codes:
            self._leave(said)
        elif said.draws is Draws.ADDS:
            self._move(said.key, OUTSIDE, self._end(said), said.number, said.day)
        else:
            self._draw_from_earlier(said)
        self._give_back(said.day.last)

    def _happen_to_one(self, said: Happening, subject: int) -> None:
        now = self.held.named.get(subject)
        to = self._end(said)
        if now is not None:
            refusal = self._refusal(now, to)
            if refusal is Contradiction.COUNTED_TWICE and said.stands:
                return  # told again how it stands: nothing moved
            if refusal is not None:
                self._conflict(refusal, said, 1, 1)
            else:
                self._move_one(said, subject, now, to)
        elif said.draws is Draws.LOT:
            self._draw_from_lot(said)
        elif said.stage in self.pathway.exit_codes:
            self._conflict(Contradiction.NOT_THERE, said, 0, 1)
        else:
            self._move_one(said, subject, OUTSIDE, to)

    def _refusal(self, now: End, to: End) -> Contradiction | None:
        if now.stage in self.pathway.exit_codes:
            return Contradiction.HAS_LEFT
        if to.stage in self.pathway.exit_codes:
            return None
        if now == to:
            return Contradiction.COUNTED_TWICE
        if self.pathway.rank[to.stage] < self.pathway.lowest(now.stage):
            return Contradiction.GOES_BACK
        return None

    def _draw_from_lot(self, said: Happening) -> None:
        spot = (said.lot_place, said.lot_container)
        start = self._lot_stage(said, spot)
        if start is not None:
            self._move_named_or_lot(said, End(start, *spot))
        elif said.stage in self.pathway.exit_codes:
            self._conflict(Contradiction.NOT_ENOUGH, said, 0, said.number)
        else:
            self._move_named_or_lot(said, OUTSIDE)
            self.waiting.append(_Naming(said, spot))

    def _move_named_or_lot(self, said: Happening, start: End) -> None:
        if said.subject is not None:
            self._move_one(said, said.subject, start, self._end(said), from_lot=start != OUTSIDE)
        else:
            taken = start != OUTSIDE
            self._move(said.key, start, self._end(said), said.number, said.day, from_lot=taken)

    def _lot_stage(self, said: Happening, spot: Spot) -> str | None:
        """The stage of the lot from which all of them can be taken, if there is one."""
        lots = self.held.lots[spot]
        if said.lot_stage is not None:
            rank = self.pathway.rank[said.lot_stage]
            fits = [s for s in lots if self.pathway.lowest(s) <= rank <= self.pathway.highest(s)]
        else:
            rank = self.pathway.rank.get(said.stage, len(self.pathway.rank))
            fits = [span for _, span, _ in self.held.below(rank, spot.__eq__)]
            here = (span for span in lots if self.pathway.lowest(span) == rank)
            fits += sorted(here, key=self.pathway.highest)
        return next((span for span in fits if lots[span] >= said.number), None)

    def _leave(self, said: Happening) -> None:
        spot = (said.place, said.container)
        held = [span for span, number in self.held.lots[spot].items() if number]
        if said.lot_stage is None and len(held) > 1:
            self._conflict(Contradiction.SAY_STAGE, said, 0, said.number)
            return
        if said.lot_stage is not None:
            held = self._may_stand_at(said.lot_stage, held)
        there, stage = max(((self.held.lots[spot][s], s) for s in held), default=(0, ""))
        if said.lot_stage in held and self.held.lots[spot][said.lot_stage] >= said.number:
            stage = said.lot_stage  # those who surely stand there go first
        if there < said.number:
            self._conflict(Contradiction.NOT_ENOUGH, said, there, said.number)
            return
        self._move(said.key, End(stage, *spot), self._end(said), said.number, said.day)

    def _may_stand_at(self, stage: str, spans: Iterable[str]) -> list[str]:
        rank, lowest, highest = self.pathway.rank[stage], self.pathway.lowest, self.pathway.highest
        return [span for span in spans if lowest(span) <= rank <= highest(span)]

    def _draw_from_earlier(self, said: Happening) -> None:
        own = (said.place, said.container)
        rank = self.pathway.rank[said.stage]
        lots = [lot for spot in (own, *self._around(own)) for lot in self.held.below(rank, spot.__eq__)]
        missing = said.number
        for spot, span, there in lots:
            taken = min(there, missing)
            self._move(said.key, End(span, *spot), self._end(said), taken, said.day)
            missing -= taken
        self._move(said.key, OUTSIDE, self._end(said), missing, said.day)

    def _give_back(self, day: date) -> None:
        """A lot that arrives after some of it were named gives these back on its own day."""
        still: list[_Naming] = []
        for naming in self.waiting:
            said = naming.happening
            span = self._giving(said, naming.spot)
            if span is None:
                still.append(naming)
            else:
                self._move(said.key, End(span, *naming.spot), OUTSIDE, said.number, Days.on(day))
        self.waiting = still

    def _giving(self, said: Happening, spot: Spot) -> str | None:
        """The earliest stage of the lot that holds those who were named before its day."""
        reached = self.pathway.rank[said.stage]
        wanted = reached if said.lot_stage is None else self.pathway.rank[said.lot_stage]
        lowest, highest = self.pathway.lowest, self.pathway.highest
        fits = [
            span
            for span, number in self.held.lots[spot].items()
            if number >= said.number
            and highest(span) >= max(reached, wanted)
            and (said.lot_stage is None or lowest(span) <= wanted)
        ]
        return min(fits, key=lambda span: (lowest(span), highest(span)), default=None)

    # How it stands

    def _stand(self, said: Standing) -> None:
        spot = (said.place, said.container)
        if self._disagrees(said, spot):
            return
        self._absorb(said)
        self.placed.clear()
        before = len(self.out.conflicts)
        beyond = len(self.pathway.stages) - 1
        grew = False
        for count in sorted(said.counts, key=lambda c: -self.pathway.rank[c.stage]):
            rank = self.pathway.rank[count.stage]
            missing = count.number - self.held.surely(rank, self._inside(said))
            if missing > 0:
                grew |= self._raise(said, rank, beyond, missing)
            elif missing < 0 and not count.at_least:
                self._fall(said, count, -missing, grew)
            if len(self.out.conflicts) > before:
                return
            if not count.at_least:
                beyond = rank - 1
        self._narrow(said)
        self.stood[spot].append(said.day.last)
        self.told[spot] = said
        self._give_back(said.day.last)

    def _disagrees(self, said: Standing, spot: Spot) -> bool:
        for count in said.counts:
            if count.at_least:
                continue
            place = (spot, said.tree, said.day.last, count.stage)
            number, other = self.said.setdefault(place, (count.number, said.key))
            if number != count.number:
                clash = Contradiction.DISAGREES
                self.out.conflicts.append(Conflict(clash, said.key, count.stage, number, count.number, other))
                return True
        return False

    def _absorb(self, said: Standing) -> None:
        """A standing over both the named and their lot has counted them once already."""
        inside = self._inside(said)
        lowest = min(self.pathway.rank[count.stage] for count in said.counts)
        self.waiting = [
            naming
            for naming in self.waiting
            if not (
                inside(naming.spot)
                and inside((naming.happening.place, naming.happening.container))
                and lowest <= self.pathway.rank[naming.happening.stage]
            )
        ]

    def _inside(self, said: Standing) -> _Scope:
        return _Scope(said, self.scopes)

    def _raise(self, said: Standing, rank: int, beyond: int, missing: int) -> bool:
        """Bring `missing` to a stage or beyond; True when some had to come from nothing.

        First those around whose place was not said, then the nearest earlier stage: here, within the
        scope, around. Only then from nothing.
        """
        own = (said.place, said.container)
        to = End(self.pathway.span(rank, beyond), *own)
        missing = self._place(said, rank, beyond, missing)
        missing = self._gather(said, rank, to, missing)
        for around in self._around(own):
            missing = self._advance(said, rank, to, missing, around.__eq__)
        if not missing:
            return False
        lower = any(self.pathway.rank[c.stage] < rank and not c.at_least for c in said.counts)
        if not lower and self.held.named_below(rank, self._inside(said)):
            stage = self.pathway.stages[rank].code
            self.out.conflicts.append(Conflict(Contradiction.NEEDS_NAMES, said.key, stage, 0, missing))
            return True
        self._move(said.key, OUTSIDE, to, missing, self._since(said))
        return True

    def _advance(
        self, said: Standing, rank: int, to: End, missing: int, inside: Callable[[Spot], bool]
    ) -> int:
        """Move up to `missing` from earlier stages, the nearest first; how many are missing still."""
        for spot, span, there in self.held.below(rank, inside):
            taken = min(there, missing)
            self._move(said.key, End(span, *spot), to, taken, self._since(said))
            missing -= taken
        return missing

    def _gather(self, said: Standing, rank: int, to: End, missing: int) -> int:
        """Draw on the places within the scope. Nobody said which of them went on, so what they hold
        before the stage is from now on held by the scope as a whole."""
        own = (said.place, said.container)
        scope = self._inside(said)
        drawn = False
        lots = self.held.below(rank, lambda spot: spot == own or scope(spot))
        lots.sort(key=lambda lot: (self._nearness(lot[1]), lot[0] != own))
        for spot, span, there in lots:
            taken = min(there, missing)
            self._move(said.key, End(span, *spot), to, taken, self._since(said))
            missing -= taken
            drawn |= taken > 0 and spot != own
        if drawn:
            for spot, span, there in self.held.below(rank, lambda s: s != own and scope(s)):
                self._move(said.key, End(span, *spot), End(span, *own), there, self._since(said))
        return missing

    def _nearness(self, span: str) -> tuple[int, int]:
        return -self.pathway.lowest(span), -self.pathway.highest(span)

    def _place(self, said: Standing, rank: int, beyond: int, missing: int) -> int:
        """Take those whose place was not said, from around, at the stages in question."""
        own = (said.place, said.container)
        for around in self._around(own):
            for spot, span, there in self.held.between(rank, beyond, around):
                taken = min(there, missing)
                since = self._since(said)
                self._move(said.key, End(span, *spot), End(span, *own), taken, since, from_lot=True)
                self.placed[around] += taken
                missing -= taken
        return missing

    def _around(self, own: Spot) -> list[Spot]:
        """Places that hold this one and of which somebody told how they stand, the nearest first."""
        holding = [
            (-self.scopes.depth(stood), spot)
            for spot, stood in self.told.items()
            if spot != own and self._inside(stood)(own)
        ]
        return [spot for _, spot in sorted(holding, key=lambda item: (item[0], item[1][0] or 0))]

    def _fall(self, said: Standing, count: Count, surplus: int, grew: bool) -> None:
        own = (said.place, said.container)
        rank, last = self.pathway.rank[count.stage], len(self.pathway.stages) - 1
        for around in list(self.placed):
            back = End("", *around)
            surplus -= self._let_go(said, rank, last, min(surplus, self.placed[around]), back)
        if said.exit_to is not None:
            surplus -= self._let_go(said, rank, last, surplus, End(said.exit_to, *own))
        if surplus:
            kind = Contradiction.NEEDS_NAMES if grew else Contradiction.TOTAL_FALLS
            there = count.number + surplus
            self.out.conflicts.append(Conflict(kind, said.key, count.stage, there, count.number))

    def _let_go(self, said: Standing, rank: int, last: int, number: int, to: End) -> int:
        """Move up to `number` away from here, the earliest stage first; how many were moved.

        Without a stage in `to` they keep their stage.
        """
        own = (said.place, said.container)
        left = number
        for spot, span, there in self.held.between(rank, last, own):
            taken = min(there, left)
            end = End(to.stage or span, to.place, to.container)
            back = not to.stage  # to the lot that they were placed out of
            self._move(said.key, End(span, *spot), end, taken, self._since(said), from_lot=back)
            left -= taken
        return number - left

    def _narrow(self, said: Standing) -> None:
        """All that is not counted at or beyond a stage is certainly below it."""
        exact = sorted(self.pathway.rank[c.stage] for c in said.counts if not c.at_least)
        for rank in exact:
            for spot, span, number in self.held.straddling(rank, self._inside(said)):
                below = self.pathway.span(self.pathway.lowest(span), rank - 1)
                to = End(below, *spot)
                self._move(said.key, End(span, *spot), to, number, self._since(said))

    def _since(self, said: Standing) -> Days:
        stood = [day for day in self.stood[said.place, said.container] if day < said.day.last]
        first = day_after(stood[-1]) if stood else self.opens
        return Days(min(first, said.day.last), said.day.last)

    # Moving

    def _end(self, said: Happening) -> End:
        return End(said.stage, said.place, said.container)

    def _move(
        self, key: str, start: End, to: End, number: int, days: Days, *, from_lot: bool = False
    ) -> None:
        if number:
            self.held.move_lot(start, to, number)
            self.out.movements.append(Movement(key, start, to, number, days, None, from_lot))

    def _move_one(
        self, said: Happening, subject: int, start: End, to: End, *, from_lot: bool = False
    ) -> None:
        self.held.name(subject, start, to, from_lot)
        moved = Movement(said.key, start, to, 1, said.day, subject, from_lot)
        self.out.movements.append(moved)

    def _conflict(self, kind: Contradiction, said: Happening, there: int, needed: int) -> None:
        self.out.conflicts.append(Conflict(kind, said.key, said.stage, there, needed))


@dataclass(frozen=True, slots=True)
class _Scope:
    standing: Standing
    scopes: Scopes

    def __call__(self, spot: Spot) -> bool:
        container = self.standing.container
        if container is not None and spot[1] != container:
            return False
        return self.scopes.inside(self.standing, spot[0])


def conflicting(conflicts: Sequence[Conflict]) -> frozenset[str]:
    """Keys of the statements that cannot stand."""
    return frozenset(conflict.statement for conflict in conflicts)
