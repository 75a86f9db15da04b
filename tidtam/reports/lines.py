"""The lines of a board: each indicator with its target, its figure, and what is unclear about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from tidtam.ledger.achievement import percent_of, share_of
from tidtam.ledger.figure import NOT_REPORTED, Figure, ResultKind
from tidtam.ledger.pathway import Pathway
from tidtam.ledger_store import read
from tidtam.ledger_store.read import Ask
from tidtam.places import queries as places
from tidtam.places.models import Kind, Place
from tidtam.problems import Both, Problem, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion, Target
from tidtam.reports import problems as kinds
from tidtam.reports.asking import Asked, Asker
from tidtam.reports.content import FromTheField, Line, Slot, Source, StageCount
from tidtam.reports.naming import place_name, stage_count, stage_name
from tidtam.reports.paces import Paces
from tidtam.reports.slots import Slots, slots_of
from tidtam.review import queries as claims
from tidtam.thai.dates import iso_be

__all__ = ["Lines", "Measured", "measured", "place_name", "stage_count", "stage_name"]

MILESTONE = "milestone"
"""The basis of a line that is answered by named subjects and their stages, not by a number."""


@dataclass(frozen=True)
class Measured:
    """An indicator with its question and its answers: now, and a month earlier."""

    indicator: IndicatorVersion
    ask: Ask | None
    figure: Figure
    earlier: Figure


def measured(
    asked: Asked, indicators: Sequence[IndicatorVersion], pathways: dict[str, Pathway]
) -> list[Measured]:
    """The figures of all these indicators, now and a month earlier."""
    now = _figures(Asker(asked, pathways, indicators), indicators)
    earlier = _figures(Asker(asked.month_before(), pathways, indicators), indicators)
    return [
        Measured(one, ask, figure, before)
        for one, (ask, figure), (_, before) in zip(indicators, now, earlier, strict=True)
    ]


def _figures(asker: Asker, indicators: Sequence[IndicatorVersion]) -> list[tuple[Ask | None, Figure]]:
    asks = [asker.ask(indicator) for indicator in indicators]
    found = iter(read.figures([ask for ask in asks if ask is not None]))
    return [(ask, NOT_REPORTED if ask is None else next(found)) for ask in asks]


class Lines:
    """Puts lines together for one question."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked

    def of(self, indicators: Sequence[IndicatorVersion]) -> list[Line]:
        """The line of each indicator, in the same order."""
        pathways = programmes.pathways(position=self.asked.moment.position)
        found = measured(self.asked, indicators, pathways)
        self.targets = self._targets(indicators)
        self.named = self._named(indicators, found)
        self.waiting = _waiting(self.asked, indicators)
        self.sources = _sources(self.asked, indicators)
        self.paces = Paces(self.asked, pathways)
        self.field = _from_the_field(self.asked, indicators)
        return [self._line(one) for one in found]

    def _line(self, one: Measured) -> Line:
        indicator, figure = one.indicator, one.figure
        target = self.targets.get(indicator.code)
        milestone = indicator.basis == MILESTONE
        named = self.named.get(indicator.code, Slots())
        slots = named.slots
        result = None if milestone else figure.number
        value = target.value if target else None
        unit = indicator.as_unit
        return Line(
            line=indicator.code,
            heading_no=indicator.heading_no,
            name_th=indicator.name_th,
            name_en=indicator.name_en,
            unit=unit.code,
            unit_th=unit.th,
            unit_en=unit.en,
            basis=indicator.basis,  # type: ignore[arg-type]
            measure=indicator.measure,  # type: ignore[arg-type]
            target=value,
            result=result,
            basis_since=indicator.basis_since,
            result_kind=figure.kind.value if figure.kind and not milestone else None,
            result_upper=figure.upper,
            percent=percent_of(result, value),
            stages=_stages(one, named.standing) if one.ask else [],
            slots=slots,
            traced_share=None if milestone else share_of(figure.traced, figure.number),
            last_day=figure.last_day,
            change=_change(one) if not milestone else None,
            may_belong_before=figure.may_belong_before,
            may_belong_after=figure.may_belong_after,
            exits=figure.exits,
            sources=self.sources.get((indicator.pathway, self._cycle(indicator)), []),
            problems=[*_elsewhere(indicator, slots), *self._questions(indicator)],
            trail_query=self._trail(),
            field_claims=self.field.get((indicator.code, self._cycle(indicator))),
            pace=self.paces.of(indicator, figure, value),
        )

    def _cycle(self, indicator: IndicatorVersion) -> str:
        return indicator.cycle_key(self.asked.fiscal_year)

    def _targets(self, indicators: Sequence[IndicatorVersion]) -> dict[str, Target]:
        """The promises for the place asked about; an indicator of one place keeps its own promise."""
        asked = self.asked
        own = [one for one in indicators if asked.is_nation or one.place.kind != Kind.NATION]
        split = [one for one in indicators if one not in own]
        return self._held(own) | self._held(split, asked.place)

    def _held(self, indicators: Sequence[IndicatorVersion], place: Place | None = None) -> dict[str, Target]:
        """The promises that held at the moment; without a place those for the whole of each indicator."""
        moment = self.asked.moment
        if not indicators:
            return {}
        return programmes.targets_for(
            indicators,
            self.asked.fiscal_year,
            place,
            as_of=moment.as_of,
            known_at=moment.known_at,
            position=moment.position,
        )

    def _named(self, indicators: Sequence[IndicatorVersion], found: Iterable[Measured]) -> dict[str, Slots]:
        """Of milestone lines, the subjects that the promise of the whole line names, wherever they stand."""
        milestones = [one for one in indicators if one.basis == MILESTONE]
        asks = {one.indicator.code: one.ask for one in found if one.ask and one.indicator in milestones}
        promised = self.targets if self.asked.is_nation else self._held(milestones)
        return slots_of(self.asked, asks, promised)

    def _questions(self, indicator: IndicatorVersion) -> list[Problem]:
        number = self.waiting.get((indicator.pathway, self._cycle(indicator)), 0)
        where = Where(field=indicator.code)
        return [kinds.WAITING.at(where, line=indicator.code, number=number)] if number else []

    def _trail(self) -> dict[str, str]:
        moment = self.asked.moment
        query = {
            "fy": str(self.asked.fiscal_year),
            "as_of": iso_be(moment.as_of),
            "place": self.asked.place.code,
        }
        return query | ({"known_at": iso_be(moment.known_at)} if moment.known_at else {})


def _stages(one: Measured, standing: Mapping[str, int]) -> list[StageCount]:
    """The stages that count, the furthest first; a stage of which nothing is known is left out.

    A milestone line counts the subjects that it names and that stand at the place.
    """
    assert one.ask is not None
    pathway = one.ask.pathway
    if one.indicator.basis == MILESTONE:
        reached = [code for code in reversed(pathway.rank) if standing.get(code)]
        return [stage_count(pathway, code, standing[code]) for code in reached]
    first = pathway.rank[one.indicator.counting_stage]
    if len(pathway.stages) - first < 2:
        return []
    known_to_be_none = one.figure.kind is ResultKind.EXACT
    return [
        stage_count(pathway, part.stage, part.number, part.upper)
        for part in reversed(one.figure.parts[first:])
        if part.upper > 0 or known_to_be_none
    ]


def _change(one: Measured) -> int | None:
    """By how much the number grew in a month; None where it is not known when within it something moved."""
    now, before = one.figure, one.earlier
    if now.number is None or before.number is None or before.may_belong_after:
        return None
    if now.kind is not ResultKind.EXACT or before.kind is not ResultKind.EXACT:
        return None
    return now.number - before.number


def _elsewhere(indicator: IndicatorVersion, slots: Iterable[Slot]) -> list[Problem]:
    found = []
    for slot in slots:
        if slot.elsewhere and slot.promised_place and slot.actual_place:
            promised = Both(slot.promised_place.name_th, slot.promised_place.name_en)
            actual = Both(slot.actual_place.name_th, slot.actual_place.name_en)
            where = Where(field=indicator.code)
            values = {"line": indicator.code, "promised": promised, "actual": actual}
            found.append(kinds.SLOT_ELSEWHERE.at(where, **values))
    return found


def _waiting(asked: Asked, indicators: Iterable[IndicatorVersion]) -> Mapping[tuple[str, str], int]:
    pathways = {indicator.pathway for indicator in indicators}
    moment = asked.moment
    return claims.held_by_cell(pathways, as_of=moment.as_of, known_at=moment.known_at, within=_within(asked))


def _from_the_field(
    asked: Asked, indicators: Iterable[IndicatorVersion]
) -> dict[tuple[str, str], FromTheField]:
    stages = {indicator.code: indicator.counting_stage for indicator in indicators}
    moment = asked.moment
    found = claims.field_claims(stages, as_of=moment.as_of, known_at=moment.known_at, within=_within(asked))
    return {
        cell: FromTheField(
            handed_in=one.handed_in,
            questioned=one.questioned,
            waiting=one.waiting,
            accepted=one.accepted,
            at_stake=one.at_stake,
            waiting_sum=one.waiting_sum,
        )
        for cell, one in found.items()
    }


def _sources(asked: Asked, indicators: Iterable[IndicatorVersion]) -> Mapping[tuple[str, str], list[Source]]:
    pathways = {indicator.pathway for indicator in indicators}
    moment = asked.moment
    papers = claims.papers_by_cell(
        pathways,
        as_of=moment.as_of,
        known_at=moment.known_at,
        position=moment.position,
        within=_within(asked),
    )
    return {
        cell: [Source(paper.title, paper.url, paper.published) for paper in found]
        for cell, found in papers.items()
    }


def _within(asked: Asked) -> QuerySet[Any, Any] | None:
    """The ids of the places within the one asked about, in any tree; None for the nation, which holds all."""
    if asked.is_nation:
        return None
    return places.nested_on(asked.moment.as_of).filter(ancestor=asked.place).values("descendant")
