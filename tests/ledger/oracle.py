"""The answer done another way: no movements, only how many are at or beyond each stage, place by place.

It knows neither the fold nor the reader. For each place it keeps a list: at least this many unnamed are
at or beyond stage 1, 2, 3; and for each named subject where it is. It reads what was said in the order
of the days and gives up (None) where two sayings cannot both be true.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tests.ledger.sayings import EXITS, PLACES, RANK, STAGES, Said, is_inside
from tidtam.ledger.statements import Draws

_LAST = len(STAGES)
Answer = dict[tuple[str, str], int]  # place, stage: how many at or beyond


class _Contradiction(Exception):
    pass


def answers(said: Iterable[Said], as_of: date) -> Answer | None:
    """How many are surely at or beyond each stage in each place on a day; None where sayings clash."""
    tally = _Tally()
    found: Answer | None = None
    try:
        for one in sorted(said, key=_order):
            if found is None and one.last > as_of:
                found = tally.answer()
            tally.hear(one)
    except _Contradiction:
        return None
    return tally.answer() if found is None else found


def _order(said: Said) -> tuple[date, int, int, int, str]:
    if said.stands:
        return (said.last, 2, -_depth(said.place), 0, said.key)
    if said.adds_a_lot:
        return (said.last, 0, 0, 0, said.key)
    return (said.last, 1, 0, RANK.get(said.stage, _LAST), said.key)


def _depth(place: str) -> int:
    return sum(is_inside(place, scope) for scope in PLACES)


class _Tally:
    def __init__(self) -> None:
        self.lots = {place: [0] * _LAST for place in PLACES}
        self.named: dict[str, tuple[str, int]] = {}  # place, rank (-1: left)
        self.exact: dict[tuple[str, date, str], int] = {}

    def answer(self) -> Answer:
        return {
            (scope, stage): self.beyond(scope, rank)
            for scope in PLACES
            for stage, rank in RANK.items()
        }  # fmt: skip

    def beyond(self, scope: str, rank: int) -> int:
        lots = sum(self.lots[place][rank] for place in PLACES if is_inside(place, scope))
        return lots + sum(r >= rank and is_inside(p, scope) for p, r in self.named.values())

    def hear(self, said: Said) -> None:
        if said.stands:
            self.stand(said)
        elif said.subject is not None:
            self.go(said)
        elif said.stage in EXITS:
            self.leave(said)
        elif said.draws is Draws.EARLIER:
            lot = self.lots[said.place]
            lot[RANK[said.stage]] += said.number
            _level(lot)
        else:
            for rank in range(RANK[said.stage] + 1):
                self.lots[said.place][rank] += said.number

    def go(self, said: Said) -> None:
        assert said.subject is not None
        now = self.named.get(said.subject)
        leaves = said.stage in EXITS
        rank = -1 if leaves else RANK[said.stage]
        if now is None:
            if leaves:
                raise _Contradiction
        elif now[1] < 0 or (not leaves and (now == (said.place, rank) or rank < now[1])):
            raise _Contradiction
        self.named[said.subject] = (said.place, rank)

    def leave(self, said: Said) -> None:
        lot = self.lots[said.place]
        rank = RANK[said.lot_stage or ""]
        at = lot[rank] - (lot[rank + 1] if rank + 1 < _LAST else 0)
        if at < said.number:
            raise _Contradiction
        for lower in range(rank + 1):
            lot[lower] -= said.number

    def stand(self, said: Said) -> None:
        lot = self.lots[said.place]
        ranked = sorted(((RANK[stage], number) for stage, number in said.counts), reverse=True)
        for rank, number in ranked:
            self.agree(said, rank, number)
            wanted = number - (self.beyond(said.place, rank) - lot[rank])
            if wanted > lot[rank]:
                self.rise(said, rank, wanted)
            elif wanted < lot[rank] and not said.at_least:
                self.fall(said, rank, wanted)
        for rank, number in ranked:
            if self.beyond(said.place, rank) != number and not said.at_least:
                raise _Contradiction

    def agree(self, said: Said, rank: int, number: int) -> None:
        if not said.at_least:
            place = (said.place, said.last, STAGES[rank])
            if self.exact.setdefault(place, number) != number:
                raise _Contradiction

    def rise(self, said: Said, rank: int, wanted: int) -> None:
        lot = self.lots[said.place]
        from_nothing = wanted - lot[0]
        lower_said = any(RANK[stage] < rank for stage, _ in said.counts) and not said.at_least
        named_below = any(0 <= r < rank and is_inside(p, said.place) for p, r in self.named.values())
        if from_nothing > 0 and named_below and not lower_said:
            raise _Contradiction  # one of the named may have gone on instead
        lot[rank] = wanted
        _level(lot)

    def fall(self, said: Said, rank: int, wanted: int) -> None:
        lot = self.lots[said.place]
        gone = lot[rank] - wanted
        if said.exit_to is None or wanted < 0:
            raise _Contradiction
        for other in range(_LAST):
            lot[other] = lot[other] - gone if other <= rank else min(lot[other], wanted)


def _level(lot: list[int]) -> None:
    """Whoever reached a later stage has reached the earlier ones."""
    for rank in range(_LAST - 2, -1, -1):
        lot[rank] = max(lot[rank], lot[rank + 1])
