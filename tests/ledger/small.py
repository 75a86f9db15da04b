"""The fold in a small country without a database: say things, then ask what stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from tests.ledger.sayings import ABOVE, CANAL, PLACES, Said, is_inside, statement
from tidtam.ledger.days import LONG_AGO
from tidtam.ledger.figure import Flow, crossed_number, standing_bounds
from tidtam.ledger.fold import Conflict, Inflow, fold
from tidtam.ledger.knowledge import Known, KnownInflow, Unfolded, unfold
from tidtam.ledger.movement import Movement
from tidtam.ledger.pathway import Pathway
from tidtam.ledger.statements import Happening, Standing

NUMBERS = {name: number for number, name in enumerate(PLACES, start=1)}
NAMES = {number: name for name, number in NUMBERS.items()}
SUBJECTS = {f"s{number}": 100 + number for number in range(9)}


class SmallScopes:
    """Scopes in the small country."""

    def inside(self, standing: Standing, place: int | None) -> bool:
        return place is not None and is_inside(NAMES[place], NAMES[standing.place])

    def depth(self, standing: Standing) -> int:
        depth, name = 0, NAMES[standing.place]
        while name in ABOVE:
            depth, name = depth + 1, ABOVE[name]
        return depth


@dataclass
class Book:
    """A book of one pathway, kept in memory: everything is told in the end."""

    pathway: Pathway = CANAL
    opens: date = LONG_AGO
    said: list[Said] = field(default_factory=list)
    taken_back: dict[str, tuple[date, ...]] = field(default_factory=dict)

    def say(self, *said: Said) -> Book:
        self.said += said
        return self

    def movements(self) -> Sequence[Movement]:
        """The fold of all that was said; no conflict is expected."""
        folded = fold(self.pathway, self._statements(), scopes=SmallScopes(), opens=self.opens)
        assert folded.conflicts == []
        return folded.movements

    def conflicts(self) -> list[Conflict]:
        return fold(self.pathway, self._statements(), scopes=SmallScopes(), opens=self.opens).conflicts

    def unfolded(self, *, lots_in_book: bool = False, since: date | None = None) -> Unfolded:
        """By day of knowing; with `lots_in_book` lots that only add are given as the book keeps them."""
        known, inflows = [], []
        for said in self.said:
            one = statement(said, NUMBERS, SUBJECTS)
            turns = (said.told, *self.taken_back.get(said.key, ()))
            if lots_in_book and said.adds_a_lot:
                assert isinstance(one, Happening)
                inflows += _inflows(one, turns)
            else:
                known.append(Known(one, turns))
        return unfold(
            self.pathway, known, scopes=SmallScopes(), opens=self.opens, inflows=inflows, since=since
        )

    def stands(self, stage: str, as_of: date, *, place: str = "nation") -> tuple[int, int]:
        return standing(self.pathway, Counter(self.movements()), stage, as_of, place)

    def parts(self, as_of: date) -> dict[str, int]:
        """What stands where it surely stands, by stage or span."""
        found: Counter[str] = Counter()
        for moved in self.movements():
            if moved.days.last <= as_of:
                found[moved.to.stage] += moved.number
                found[moved.start.stage] -= moved.number
        return {stage: number for stage, number in found.items() if stage and number}

    def moves(self) -> set[tuple[str, str, int]]:
        return {(m.start.stage, m.to.stage, m.number) for m in self.movements()}

    def _statements(self) -> Iterable[Standing | Happening]:
        return [statement(said, NUMBERS, SUBJECTS) for said in self.said]


def _inflows(one: Happening, turns: tuple[date, ...]) -> list[KnownInflow]:
    signs = [1 if number % 2 == 0 else -1 for number in range(len(turns))]
    return [
        KnownInflow(Inflow(one.place, None, one.stage, sign * one.number, one.day.last), known_on)
        for sign, known_on in zip(signs, turns, strict=True)
    ]


def known_by(unfolded: Unfolded, day: date) -> Counter[Movement]:
    """The plain filter: what was known by a day."""
    found: Counter[Movement] = Counter()
    for (movement, known_on), times in unfolded.contributions.items():
        if known_on <= day:
            found[movement] += times
    return found


def flows(movements: Counter[Movement], as_of: date, place: str) -> list[Flow]:
    """Movements of a scope up to a day as flows."""
    return [
        Flow(m.start.stage, m.to.stage, times * m.number, _in(m.to.place, place), _in(m.start.place, place),
             m.from_lot)
        for m, times in movements.items()
        if m.days.last <= as_of and times
    ]  # fmt: skip


def _in(place: int | None, scope: str) -> bool:
    return scope == "nation" or (place is not None and is_inside(NAMES[place], scope))


def standing(
    pathway: Pathway, movements: Counter[Movement], stage: str, as_of: date, place: str = "nation"
) -> tuple[int, int]:
    """Surely, and at most, at or beyond a stage on a day in a place."""
    return standing_bounds(pathway, flows(movements, as_of, place), stage)


def crossed(
    pathway: Pathway, movements: Counter[Movement], stage: str, start: date, end: date, place: str = "nation"
) -> int:
    """First crossings from a day to a day."""
    within = Counter({m: times for m, times in movements.items() if m.days.last >= start})
    return crossed_number(pathway, flows(within, end, place), stage)
