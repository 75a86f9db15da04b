"""What stands where at one moment of a fold: lots by place and stage, and named subjects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from tidtam.ledger.movement import End
from tidtam.ledger.pathway import NOTHING, Pathway

Spot = tuple[int | None, int | None]  # place, container


class Holdings:
    """Lots and named subjects of one pathway, changed only by moving them."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.lots: dict[Spot, dict[str, int]] = defaultdict(dict)
        self.named: dict[int, End] = {}

    def move_lot(self, start: End, to: End, number: int) -> None:
        """Move `number` unnamed subjects; taking more than there is, is a fault of the caller."""
        self._change(start, -number)
        self._change(to, number)

    def name(self, subject: int, start: End, to: End, from_lot: bool) -> None:
        if from_lot:
            self._change(start, -1)
        self.named[subject] = to

    def _change(self, end: End, number: int) -> None:
        if self.pathway.lowest(end.stage) < 0:
            return
        stages = self.lots[(end.place, end.container)]
        held = stages.get(end.stage, 0) + number
        if held < 0:
            raise AssertionError(f"{end} would hold {held}")
        stages[end.stage] = held

    def below(self, rank: int, inside: Callable[[Spot], bool]) -> list[tuple[Spot, str, int]]:
        """Lots in scope that may still reach a stage, the nearest stage first."""
        lowest, highest = self.pathway.lowest, self.pathway.highest
        held = [one for one in self._lots(inside) if lowest(one[1]) < rank]
        held.sort(key=lambda one: (-lowest(one[1]), -highest(one[1]), _order(one[0])))
        return held

    def between(self, rank: int, beyond: int, spot: Spot) -> list[tuple[Spot, str, int]]:
        """Lots at a spot that surely stand from one stage to another, the furthest last."""
        lowest, highest = self.pathway.lowest, self.pathway.highest
        held = self._lots(spot.__eq__)
        fits = [one for one in held if lowest(one[1]) >= rank and highest(one[1]) <= beyond]
        return sorted(fits, key=lambda one: lowest(one[1]))

    def surely(self, rank: int, inside: Callable[[Spot], bool]) -> int:
        """How many, in scope, are surely at or beyond a stage."""
        return sum(number for low, _, number in self._held(inside) if low >= rank)

    def named_below(self, rank: int, inside: Callable[[Spot], bool]) -> int:
        """How many named subjects in scope are below a stage: a standing cannot say which went on."""
        lowest = self.pathway.lowest
        return sum(
            0 <= lowest(end.stage) < rank and inside((end.place, end.container))
            for end in self.named.values()
        )

    def straddling(self, rank: int, inside: Callable[[Spot], bool]) -> list[tuple[Spot, str, int]]:
        """Unsplit lots in scope that may lie on either side of a stage."""
        lowest, highest = self.pathway.lowest, self.pathway.highest
        return [one for one in self._lots(inside) if lowest(one[1]) < rank <= highest(one[1])]

    def _lots(self, inside: Callable[[Spot], bool]) -> list[tuple[Spot, str, int]]:
        return [
            (spot, span, number)
            for spot, stages in self.lots.items()
            if inside(spot)
            for span, number in stages.items()
            if number
        ]

    def _held(self, inside: Callable[[Spot], bool]) -> Iterable[tuple[int, int, int]]:
        lowest, highest = self.pathway.lowest, self.pathway.highest
        for spot, stages in self.lots.items():
            if inside(spot):
                for span, number in stages.items():
                    yield lowest(span), highest(span), number
        for end in self.named.values():
            if end.stage != NOTHING and lowest(end.stage) >= 0 and inside((end.place, end.container)):
                yield lowest(end.stage), highest(end.stage), 1


def _order(spot: Spot) -> tuple[int, int]:
    return (spot[0] or 0, spot[1] or 0)
