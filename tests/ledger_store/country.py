"""A small country and a small book: a nation, two provinces, two tambons in the first; three pathways."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

from tests.ledger.sayings import ABOVE, Said, statement
from tidtam.ledger.days import Days
from tidtam.ledger.statements import Count, Draws, Happening, Standing
from tidtam.ledger_store.models import Subject
from tidtam.ledger_store.post import Batch, Posted, Reversal, Stated, post
from tidtam.people.models import User
from tidtam.places.models import Place, Tree, TreeClosure
from tidtam.programmes.models import Pathway

TOLD = date(2019, 4, 23)
LONG = (date(1, 1, 1), date(9999, 12, 31))


@dataclass
class Country:
    """Places by short names, and ways to say things about them."""

    actor: User
    places: dict[str, int]
    count: int = 0
    subjects: dict[str, int] = field(default_factory=dict)

    def stands(self, key: str, day: date, *, told: date | None = None, place: str = "nation",
               exit_to: str | None = None, at_least: bool = False, **counts: int) -> Standing:  # fmt: skip
        said = tuple(Count(stage, number, at_least) for stage, number in counts.items())
        return Standing(key, self.places[place], Days.on(day), told or day, said, "admin", None, exit_to)

    def happened(self, key: str, day: date, stage: str, number: int = 1, *, told: date | None = None,
                 place: str = "nation", draws: Draws = Draws.ADDS, lot_place: str | None = None,
                 lot_stage: str | None = None, subject: str | None = None) -> Happening:  # fmt: skip
        return Happening(
            key, self.places[place], Days.on(day), told or day, stage, number, draws,
            self.places[lot_place] if lot_place else None, lot_stage,
            self.subject(subject) if subject else None,
        )  # fmt: skip

    def stated(self, said: Said) -> Standing | Happening:
        """A saying by names as a statement."""
        subjects = {said.subject: self.subject(said.subject)} if said.subject else {}
        return statement(said, self.places, subjects)

    def subject(self, name: str) -> int:
        if name not in self.subjects:
            made = Subject.objects.create(key=uuid4(), kind="household", name=name, unit="household")
            self.subjects[name] = made.pk
        return self.subjects[name]

    def post(self, *said: Standing | Happening, pathway: str = "canal", cycle: str = "",
             unit: str = "household", back: tuple[Reversal, ...] = (), key: str | None = None,
             dry_run: bool = False) -> Posted:  # fmt: skip
        self.count += 1
        stated = [Stated(pathway, cycle, unit, one, evidenced=True) for one in said]
        batch = Batch(key or f"batch {self.count} {uuid4()}", stated, back)
        return post(actor=self.actor, batch=batch, dry_run=dry_run)


PATHWAYS = {
    "canal": ("household", ("ready", "building", "completed"), ("withdrew", "lost_right")),
    "founding": ("tambon", ("done",), ()),
    "centre": ("centre", ("design", "construction", "opened"), ("cancelled",)),
}


def _stages(codes: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"code": code, "th": code, "en": code} for code in codes]


def make_country() -> Country:
    """The country in the database."""
    kinds = {"nation": "nation", "north": "province", "south": "province", "pai": "tambon", "mae": "tambon"}
    places = {
        name: Place.objects.create(code=f"test:{name}", kind=kind, name_th=name)
        for name, kind in kinds.items()
    }
    admin, _ = Tree.objects.get_or_create(
        code="admin", defaults={"name_th": "admin", "name_en": "admin", "root": places["nation"]}
    )
    for name, place in places.items():
        above: str | None = name
        depth = 0
        while above is not None:
            TreeClosure.objects.create(
                tree=admin, ancestor=places[above], descendant=place, depth=depth,
                valid_from=LONG[0], valid_to=LONG[1],
            )  # fmt: skip
            above, depth = ABOVE.get(above), depth + 1
    for code, (unit, stages, exits) in PATHWAYS.items():
        Pathway.objects.create(
            code=code, unit=unit, name_th=code, name_en=code, stages=_stages(stages),
            exits=_stages(exits), position=0, edition=1,
        )  # fmt: skip
    actor, _ = User.objects.get_or_create(username="anong", defaults={"display_name": "อนงค์"})
    return Country(actor, {name: place.pk for name, place in places.items()})
