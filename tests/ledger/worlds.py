"""Histories made up by Hypothesis: what happened in a small country, and who told what when.

A history is simulated, so that what is told of it is mostly consistent: the numbers grow, a named one goes
from stage to stage, a paper comes out some days after the day it speaks of.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.ledger.sayings import STAGES, Said
from tidtam.ledger.statements import Draws

FIRST = date(2019, 1, 1)
LAST = 60


def day(number: int) -> date:
    return FIRST + timedelta(number)


@dataclass
class World:
    """What was said, and the days on which some of it was taken back (and again)."""

    said: list[Said]
    taken_back: dict[str, tuple[date, ...]] = field(default_factory=dict)

    def known_by(self, known_at: date) -> list[Said]:
        """What held by a day: told, and taken back an even number of times."""
        return [
            one
            for one in self.said
            if one.told <= known_at
            and sum(turn <= known_at for turn in self.taken_back.get(one.key, ())) % 2 == 0
        ]

    def days_of_knowing(self) -> list[date]:
        turns = [turn for turns in self.taken_back.values() for turn in turns]
        return sorted({one.told for one in self.said} | set(turns))

    def days(self) -> list[date]:
        return sorted({one.last for one in self.said})


@dataclass
class _History:
    draw: Callable[..., int]
    beyond: list[int] = field(default_factory=lambda: [0, 0, 0])
    at: dict[str, int] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    now: int = 0

    def tell(self, **what: object) -> None:
        """Told up to 20 days after the day it speaks of, which may not be known exactly."""
        last = day(self.now)
        told = last + timedelta(self.draw(st.integers(0, 20)))
        first = last - timedelta(self.draw(st.sampled_from([0, 0, 3])))
        key = f"{chr(97 + self.draw(st.integers(0, 25)))}{len(self.said)}"
        self.said.append(Said(key, **{"place": "nation", "last": last, "told": told, "first": first, **what}))  # type: ignore[arg-type]

    def lot(self) -> None:
        number, rank = self.draw(st.integers(1, 5)), self.draw(st.integers(0, 2))
        self.beyond = [n + number * (r <= rank) for r, n in enumerate(self.beyond)]
        self.tell(stage=STAGES[rank], number=number)

    def progress(self) -> None:
        number, rank = self.draw(st.integers(1, 3)), self.draw(st.integers(1, 2))
        self.beyond[rank] += number
        self._level()
        self.tell(stage=STAGES[rank], number=number, draws=Draws.EARLIER)

    def named(self) -> None:
        subject = self.draw(st.sampled_from(["s1", "s2"]))
        now = self.at.get(subject, -1)
        rank = self.draw(st.integers(min(now + 1, 2), 2))
        if rank == now:
            return
        for between in range(now + 1, rank + 1):
            self.beyond[between] += 1
        self.at[subject] = rank
        self.tell(place="pai", stage=STAGES[rank], subject=subject)

    def standing(self) -> None:
        grown = sorted((self.draw(st.integers(0, 4)) for _ in STAGES), reverse=True)
        self.beyond = [n + more for n, more in zip(self.beyond, grown, strict=True)]
        some = self.draw(st.sampled_from([(0, 1, 2), (0, 1, 2), (0,), (0, 2), (2,)]))
        counts = tuple((STAGES[rank], self.beyond[rank]) for rank in some)
        self.tell(counts=counts, at_least=self.draw(st.sampled_from([False, False, False, True])))

    def exits(self) -> None:
        gone = self.draw(st.integers(1, 2))
        if self.beyond[0] - self.beyond[1] < gone + sum(rank == 0 for rank in self.at.values()):
            return
        self.beyond[0] -= gone
        if self.draw(st.booleans()):
            self.tell(counts=(("ready", self.beyond[0]),), exit_to="withdrew")
        else:
            self.tell(stage="lost_right", number=gone, lot_stage="ready")

    def _level(self) -> None:
        for rank in (1, 0):
            self.beyond[rank] = max(self.beyond[rank], self.beyond[rank + 1])


@st.composite
def worlds(draw: st.DrawFn, *, most: int = 6, taken_back: bool = True) -> World:
    """A history of the nation's canal: lots and standings of the nation, named ones at Pai."""
    history = _History(draw)
    for _ in range(draw(st.integers(2, most))):
        history.now += draw(st.sampled_from([0, 1, 3, 7]))
        happen = draw(st.sampled_from(["lot", "lot", "progress", "named", "standing", "standing", "exits"]))
        getattr(history, happen)()
    world = World(history.said)
    if taken_back and world.said and draw(st.integers(0, 2)) == 0:
        one = draw(st.sampled_from(world.said))
        lags = sorted(draw(st.lists(st.integers(0, 30), min_size=1, max_size=3)))
        world.taken_back[one.key] = tuple(one.told + timedelta(lag) for lag in lags)
    return world


@st.composite
def nested_worlds(draw: st.DrawFn, *, most: int = 5) -> World:
    """Standings of places that lie in each other, each with all its stages, growing from day to day."""
    own = {place: [0, 0, 0] for place in ("nation", "north", "pai")}
    said = []
    now = 0
    for number in range(draw(st.integers(2, most))):
        now += draw(st.integers(0, 5))
        place = draw(st.sampled_from(list(own)))
        grown = sorted((draw(st.integers(0, 3)) for _ in STAGES), reverse=True)
        own[place] = [n + more for n, more in zip(own[place], grown, strict=True)]
        inside = {"nation": ("nation", "north", "pai"), "north": ("north", "pai"), "pai": ("pai",)}[place]
        counts = tuple((stage, sum(own[part][rank] for part in inside)) for rank, stage in enumerate(STAGES))
        told = day(now + draw(st.integers(0, 9)))
        said.append(Said(f"{draw(st.integers(0, 9))}{number}", place, day(now), told, counts=counts))
    return World(said)


@st.composite
def namings(draw: st.DrawFn) -> World:
    """A lot of founded tambons at the nation, some of them named or placed before or after its day."""
    lot_day, number = draw(st.integers(5, 15)), draw(st.integers(3, 9))
    lot = Said(
        "lot", "nation", day(lot_day), day(lot_day + draw(st.integers(0, 9))), stage="done", number=number
    )
    named = Said("", "pai", day(0), day(0), stage="done", draws=Draws.LOT, lot_place="nation")
    said = [lot]
    for one in range(draw(st.integers(1, 3))):
        on = draw(st.integers(0, 20))
        told = day(on + draw(st.integers(0, 12)))
        said.append(replace(named, key=f"n{one}", last=day(on), told=told, subject=f"s{one}"))
    if draw(st.booleans()):
        on = draw(st.integers(0, 20))
        said.append(replace(lot, key="more", last=day(on), told=day(on), number=draw(st.integers(1, 3))))
    return World(said)
