"""The trail of a figure: by place, by month, by stage, and the entries with their claims and papers."""

from __future__ import annotations

from collections.abc import Sequence

from tidtam.ledger.pathway import NOTHING
from tidtam.ledger_store import read
from tidtam.ledger_store.models import Entry
from tidtam.ledger_store.read import Ask
from tidtam.places import queries as places
from tidtam.places.models import Kind, Place
from tidtam.problems import Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion
from tidtam.reports import problems as kinds
from tidtam.reports.asking import Asked, Asker
from tidtam.reports.claim_words import words_of
from tidtam.reports.content import (
    MapRegion,
    Source,
    StageCount,
    Trail,
    TrailEntry,
    TrailPlace,
)
from tidtam.reports.growth import months
from tidtam.reports.lines import Lines, place_name, stage_count, stage_name
from tidtam.reports.maps import Maps
from tidtam.review import queries as claims
from tidtam.review.models import Claim

PAGE = 50
"""Entries on a page."""

_BELOW = {Kind.NATION: Kind.PROVINCE, Kind.REGION: Kind.PROVINCE}
"""The kind of places by which a figure is shown; below a province it is not public."""


class Trails:
    """The trail of one indicator, at one place and moment."""

    def __init__(self, asked: Asked, indicator: IndicatorVersion, stage: str | None) -> None:
        self.asked = asked
        self.indicator = indicator
        self.pathway = programmes.pathway(indicator.pathway, position=asked.moment.position)
        if stage is not None and stage not in self.pathway.rank:
            values = {"line": indicator.code, "stage": stage, "stages": ", ".join(self.pathway.rank)}
            raise Refused([kinds.NO_SUCH_STAGE.at(Where(field="stage"), **values)])
        self.stage = stage
        self.ask = Asker(asked, {indicator.pathway: self.pathway}, [indicator]).ask(indicator, self._floor())

    def _floor(self) -> str | None:
        """A milestone line shows everything that moved; a number line what is at or beyond its stage."""
        if self.stage is None and self.indicator.basis == "milestone":
            return self.pathway.stages[0].code
        return self.stage

    def page(self, number: int) -> Trail:
        """A page of the trail, counted from 1."""
        line = Lines(self.asked).of([self.indicator])[0]
        found = read.entries(self.ask) if self.ask else Entry.objects.none()
        count = found.count()
        shown = list(found[(number - 1) * PAGE : number * PAGE])
        return Trail(
            fiscal_year=self.asked.fiscal_year,
            as_of=self.asked.moment.as_of,
            known_at=self.asked.moment.known_at,
            position=self.asked.position,
            place=place_name(self.asked.place),
            line=line,
            stage=stage_name(self.pathway, self.stage) if self.stage else None,
            by_place=self._by_place(self.ask) if self.ask else [],
            by_month=months(self.ask, self.indicator.counting_stage) if self.ask else [],
            by_stage=self._by_stage(self.ask) if self.ask else [],
            entries=self._entries(shown),
            entry_count=count,
            page=number,
            pages=max(1, -(-count // PAGE)),
            by_region=self._by_region(),
        )

    def _by_place(self, ask: Ask) -> list[TrailPlace]:
        parts = {part.pk: part for part in self._parts(ask)}
        figures = read.by_place(ask, list(parts)) if parts else {}
        return [
            TrailPlace(
                place_name(parts[key]) if key is not None else None,
                figure.number,
                figure.upper,
                figure.kind.value,
            )
            for key, figure in sorted(figures.items(), key=lambda item: -(item[1].number or 0))
            if figure.number is not None and figure.kind is not None
        ]

    def _by_region(self) -> list[MapRegion]:
        """The regions of the nation with their provinces, where any of them has reported."""
        if self.ask is None or not self.asked.is_nation:
            return []
        found = Maps(self.asked, self.indicator, self.ask).by_region(self.ask)
        reported = any(one.quantity is not None for region in found for one in region.provinces)
        return found if reported else []

    def _parts(self, ask: Ask) -> list[Place]:
        """The places by which the figure is shown: provinces, or the stretches of a canal."""
        on, scope = self.asked.moment.as_of, ask.scope
        here = self.asked.place if scope.place is None else Place.objects.get(pk=scope.place)
        if here.kind == Kind.CANAL:
            found = places.descendants_of_kind(scope.tree, here, Kind.CANAL, on)
            return [place for place in found if place != here]
        below = _BELOW.get(Kind(self.asked.place.kind))
        if below is None:
            return []
        return list(places.descendants_of_kind(scope.tree, self.asked.place, below, on))

    def _by_stage(self, ask: Ask) -> list[StageCount]:
        figure = read.figures([ask])[0]
        return [
            stage_count(self.pathway, part.stage, part.number, part.upper)
            for part in reversed(figure.parts)
            if part.upper
        ]

    def _entries(self, shown: Sequence[Entry]) -> list[TrailEntry]:
        said = claims.claims_by_key(entry.statement for entry in shown)
        return [self._entry(entry, said.get(entry.statement)) for entry in shown]

    def _entry(self, entry: Entry, claim: Claim | None) -> TrailEntry:
        paper = claim.paper if claim else None
        return TrailEntry(
            position=entry.position,
            first_day=entry.day_first,
            last_day=entry.day_last,
            known_on=entry.known_on,
            quantity=entry.sign * entry.quantity,
            from_stage=stage_name(self.pathway, entry.start_stage) if entry.start_stage else None,
            to_stage=stage_name(self.pathway, entry.to_stage) if entry.to_stage != NOTHING else None,
            from_place=_named(entry.start_place),
            to_place=_named(entry.to_place),
            claim=str(claim.key) if claim else entry.statement,
            claim_kind="stands" if claim and claim.kind == "stands" else "happened",
            claim_text_th=words_of(claim, self.pathway, "th") if claim else "",
            claim_text_en=words_of(claim, self.pathway, "en") if claim else "",
            source=Source(paper.title, paper.url, paper.published) if paper else None,
            loader=_loader(entry, claim),
            published_only=paper is not None,
            checked_in=_steps(claim) if claim and paper is None else 0,
            derived=entry.kind == Entry.Kind.EXPLAINED,
            reverses=entry.reverses_id,
            subject_name=entry.subject.name if entry.subject else "",
        )


def _loader(entry: Entry, claim: Claim | None) -> str:
    """Who loaded the paper; people of the field are named only to those who may open their claim."""
    if claim is None:
        return entry.batch.actor_name
    return str(claim.made_by) if claim.paper else ""


def _steps(claim: Claim) -> int:
    return sum(step.turn == claim.turn for step in claim.acceptances.all())


def _named(place: Place | None):  # type: ignore[no-untyped-def]
    return place_name(place) if place is not None else None
