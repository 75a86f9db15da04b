"""What somebody says, by names, for a small country; turned into statements of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tidtam.ledger.days import Days
from tidtam.ledger.pathway import Pathway, Stage
from tidtam.ledger.statements import Count, Draws, Happening, Standing, Statement

ABOVE = {"north": "nation", "south": "nation", "pai": "north", "mae": "north"}
PLACES = ("nation", *ABOVE)
STAGES = ("ready", "building", "completed")
EXITS = ("withdrew", "lost_right")
RANK = {stage: rank for rank, stage in enumerate(STAGES)}


def pathway(code: str, unit: str, stages: tuple[str, ...], exits: tuple[str, ...] = ()) -> Pathway:
    return Pathway(code, unit, tuple(Stage(c, c, c) for c in stages), tuple(Stage(c, c, c) for c in exits))


CANAL = pathway("canal", "household", STAGES, EXITS)
FOUNDING = pathway("founding", "tambon", ("done",))


@dataclass(frozen=True)
class Said:
    """One saying: a standing when it has counts, else a happening."""

    key: str
    place: str
    last: date
    told: date
    first: date | None = None
    counts: tuple[tuple[str, int], ...] = ()
    at_least: bool = False
    exit_to: str | None = None
    stage: str = ""
    number: int = 1
    draws: Draws = Draws.ADDS
    lot_place: str | None = None
    lot_stage: str | None = None
    subject: str | None = None

    @property
    def stands(self) -> bool:
        return bool(self.counts)

    @property
    def adds_a_lot(self) -> bool:
        plain = self.subject is None and self.draws is Draws.ADDS
        return not self.stands and plain and self.stage not in EXITS

    @property
    def day(self) -> Days:
        return Days(self.first or self.last, self.last)


def is_inside(place: str, scope: str) -> bool:
    """Whether a place is a scope or lies in it."""
    here: str | None = place
    while here is not None and here != scope:
        here = ABOVE.get(here)
    return here == scope


def statement(
    said: Said, places: Mapping[str, int], subjects: Mapping[str, int], tree: str = "admin"
) -> Statement:
    """The same with the numbers of places and subjects."""
    place = places[said.place]
    if said.stands:
        counts = tuple(Count(stage, number, said.at_least) for stage, number in said.counts)
        return Standing(said.key, place, said.day, said.told, counts, tree, None, said.exit_to)
    lot_place = places[said.lot_place] if said.lot_place else None
    subject = subjects[said.subject] if said.subject else None
    return Happening(
        said.key, place, said.day, said.told, said.stage, said.number, said.draws, lot_place,
        said.lot_stage, subject,
    )  # fmt: skip
