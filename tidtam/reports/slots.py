"""The promised subjects of milestone lines: where each was promised, where it stands, and how far it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tidtam.ledger.pathway import Pathway
from tidtam.ledger_store import read
from tidtam.ledger_store.models import Entry
from tidtam.ledger_store.read import Ask
from tidtam.places import queries as places
from tidtam.places.models import Place
from tidtam.programmes.models import Target, TargetSlot
from tidtam.reports.asking import Asked
from tidtam.reports.content import PlaceName, Slot
from tidtam.reports.naming import place_name, stage_name
from tidtam.reports.openness import is_public_name

Above = Mapping[int, set[int]]
"""The places that each place lies in, in any tree, itself included."""


@dataclass(frozen=True)
class Slots:
    """The slots of a milestone line that concern a place, and how many stand there at each stage."""

    slots: list[Slot] = field(default_factory=list)
    standing: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Kept:
    """A promise with the subject that keeps it; without a promise it stands here all the same."""

    slot: TargetSlot | None
    entry: Entry | None

    @property
    def promised(self) -> Place | None:
        return self.slot.place if self.slot else None

    @property
    def actual(self) -> Place | None:
        return self.entry.to_place if self.entry else None

    @property
    def places(self) -> set[int]:
        """Where it was promised and where it stands."""
        return {place.pk for place in (self.promised, self.actual) if place is not None}

    def said(self, pathway: Pathway, above: Above) -> Slot:
        """The same as a report says it; what stands within the promised place stands as promised."""
        promised, actual = self.promised, self.actual
        if promised and actual and promised.pk in above[actual.pk]:
            actual = promised
        actually = place_name(actual) if actual else None
        return Slot(
            promised_place=place_name(promised) if promised else None,
            actual_place=actually,
            stage=stage_name(pathway, self.entry.to_stage) if self.entry else None,
            subject_name=self._name(pathway.unit, actually),
        )

    def _name(self, unit: str, actually: PlaceName | None) -> str:
        """The name that was promised in public; another only where everybody may read it."""
        if self.slot is not None:
            return self.slot.subject_name
        named = self.entry is not None and self.entry.subject is not None and is_public_name(unit, actually)
        return self.entry.subject.name if named else ""  # type: ignore[union-attr]


def slots_of(asked: Asked, asks: Mapping[str, Ask], promised: Mapping[str, Target]) -> dict[str, Slots]:
    """The slots of each milestone line (by its code) that concern the place asked about.

    For the nation they are those of the promise. At another place they are those promised there or standing
    there, and whatever else stands there although this year's target does not name it.
    """
    kept = {code: _kept(asked, ask, promised.get(code)) for code, ask in asks.items()}
    above = _above(asked, {pk for found in kept.values() for one in found for pk in one.places})
    here = {pk for pk, held in above.items() if asked.is_nation or asked.place.pk in held}
    return {code: _here(found, here, above, asks[code].pathway) for code, found in kept.items()}


def _here(kept: Iterable[Kept], here: set[int], above: Above, pathway: Pathway) -> Slots:
    found = [one for one in kept if one.places & here]
    standing = Counter(one.entry.to_stage for one in found if one.entry and one.entry.to_place_id in here)
    return Slots([one.said(pathway, above) for one in found], standing)


def _kept(asked: Asked, ask: Ask, target: Target | None) -> list[Kept]:
    standing = read.standing_subjects(ask.pathway, ask.cycle, asked.moment)
    by_name = {entry.subject.name: entry for entry in standing if entry.subject}
    slots = list(target.slots.all()) if target else []
    found = [Kept(slot, by_name.pop(slot.subject_name, None)) for slot in slots]
    return found if asked.is_nation else [*found, *(Kept(None, entry) for entry in by_name.values())]


def _above(asked: Asked, place_ids: set[int]) -> Above:
    """In one question for all: what each of these places lies in on the day."""
    found = places.ancestors_of(place_ids, asked.moment.as_of)
    return {pk: {pk}.union(*found.get(pk, {}).values()) for pk in place_ids}
