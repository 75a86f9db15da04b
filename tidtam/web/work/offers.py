"""What the form of a claim offers: the lines of the year, my places, the stages of the line."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from tidtam.ledger.pathway import Stage
from tidtam.people.access import Access, Right
from tidtam.places import queries as places
from tidtam.places.models import RANK, Kind, Place
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion
from tidtam.review import grid
from tidtam.web.address import Address
from tidtam.web.choices import newest
from tidtam.web.show import Show
from tidtam.web.work.typed import STAGE, Typed, pathway_of

MOST_PLACES = 400
"""More places than this are not listed: their code is asked for instead."""


@dataclass(frozen=True, slots=True)
class NumberField:
    """The field of one number: its name in the form, the stage, whether it is the one that counts."""

    name: str
    label: str
    text: str
    counts: bool


@dataclass(frozen=True)
class Offers:
    """Everything that may be chosen, and the fields of the numbers."""

    lines: list[IndicatorVersion]
    places: list[Place]
    numbers: list[NumberField]
    unit: str
    exits: list[Stage]
    fiscal_year: int | None
    by_name: bool
    """Whether the line is answered by the stage of each named thing."""

    @property
    def asks_code(self) -> bool:
        """Whether there are too many places for a list."""
        return len(self.places) > MOST_PLACES


def offers(typed: Typed, access: Access, address: Address) -> Offers:
    """What the form offers for what was typed so far."""
    year = _year(address)
    lines = programmes.lines(year, ("line", "item")) if year else []
    chosen = next(iter(programmes.versions(typed.line)[-1:]), None)
    here = next((line for line in lines if line.code == typed.line), chosen)
    if here is not None and here not in lines:
        lines = [*lines, here]
    return Offers(
        lines=lines,
        places=_places(access),
        numbers=_numbers(typed, here, Show(address.lang)),
        unit=here.as_unit.name(address.lang) if here else "",
        exits=list(pathway_of(here).exits) if here else [],
        fiscal_year=year,
        by_name=here is not None and here.basis == grid.MILESTONE,
    )


def _year(address: Address) -> int | None:
    """The fiscal year asked for, else that of the round that is due next, else the newest."""
    if address.fiscal_year:
        return address.fiscal_year
    rounds = grid.rounds_open()
    return rounds[0].fiscal_year if rounds else newest(address).fiscal_year


def _places(access: Access) -> list[Place]:
    """My places that there are today, the narrowest kinds first."""
    today = timezone.localdate()
    kinds = (Kind.TAMBON, Kind.COMMUNITY, Kind.CANAL, Kind.DISTRICT, Kind.PROVINCE, Kind.REGION, Kind.NATION)
    found: list[Place] = []
    for kind in kinds:
        mine = access.limit(places.of_kind(kind, today), Right.RECORD, "pk")
        found += mine.select_related("home__home__home")[: MOST_PLACES + 1]
    return sorted(found, key=lambda place: (-RANK[Kind(place.kind)], place.code))


def _numbers(typed: Typed, line: IndicatorVersion | None, show: Show) -> list[NumberField]:
    if line is None:
        text = typed.numbers.get("", "")
        return [NumberField("number", show.say("work.number_of_line"), text, counts=True)]
    general = typed.numbers.get("", "")
    return [
        NumberField(
            STAGE + stage.code,
            stage.name(show.lang),
            typed.numbers.get(stage.code) or (general if stage.code == line.counting_stage else ""),
            counts=stage.code == line.counting_stage,
        )
        for stage in pathway_of(line).stages
    ]
