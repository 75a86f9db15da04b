"""From an indicator of a year, a place and a day to the question that the book answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tidtam.ledger.figure import Measure
from tidtam.ledger.fiscal import FiscalYear
from tidtam.ledger.pathway import Pathway
from tidtam.ledger_store.read import NATION, Ask, Moment, Scope
from tidtam.places import queries as places
from tidtam.places.atlas import ADMINISTRATIVE
from tidtam.places.models import Kind, Place
from tidtam.programmes.models import IndicatorVersion


@dataclass(frozen=True)
class Asked:
    """A fiscal year, a moment and a place, as a reader chose them."""

    fiscal_year: int
    moment: Moment
    place: Place
    tree: str = ADMINISTRATIVE  # the tree in which the place holds others

    @property
    def position(self) -> int:
        """The last position of the book that is looked at."""
        return self.moment.position or 0

    @property
    def is_nation(self) -> bool:
        return self.place.kind == Kind.NATION

    def month_before(self) -> Asked:
        """The same question, a month earlier."""
        return replace(self, moment=replace(self.moment, as_of=month_before(self.moment.as_of)))


def month_before(day: date) -> date:
    """The same day of the month before, or its last day where it is shorter.

    >>> month_before(date(2019, 3, 31))
    datetime.date(2019, 2, 28)
    """
    last = day.replace(day=1) - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))


class Asker:
    """Asks for the indicators of one year at one place and moment."""

    def __init__(
        self, asked: Asked, pathways: dict[str, Pathway], indicators: Sequence[IndicatorVersion]
    ) -> None:
        self.asked = asked
        self.pathways = pathways
        self._above: dict[int, places.Above] = {}
        if not asked.is_nation:
            own = {one.place_id for one in indicators if one.place.kind != Kind.NATION}
            self._above = places.ancestors_of(own | {asked.place.pk}, asked.moment.as_of)

    def ask(self, indicator: IndicatorVersion, stage: str | None = None) -> Ask | None:
        """The question of an indicator; None when it does not speak of the place at all."""
        scope = self._scope(indicator)
        if scope is None:
            return None
        fiscal = indicator.cycle == "fiscal"
        measure = Measure(indicator.measure)
        year = FiscalYear(self.asked.fiscal_year)
        return Ask(
            pathway=self.pathways[indicator.pathway],
            cycle=indicator.cycle_key(self.asked.fiscal_year),
            stage=stage or indicator.counting_stage,
            measure=measure,
            moment=self.asked.moment,
            scope=scope,
            start=year.start if measure is Measure.CROSSED and not fiscal else None,
            net_of_exits=fiscal,
        )

    def _scope(self, indicator: IndicatorVersion) -> Scope | None:
        own, here = indicator.place, self.asked.place
        if self.asked.is_nation:
            return NATION if own.kind == Kind.NATION else Scope(own.pk, indicator.tree)
        if own.kind == Kind.NATION:
            return Scope(here.pk, self.asked.tree)
        return self._within(own, here, indicator.tree)

    def _within(self, own: Place, here: Place, tree: str) -> Scope | None:
        """The smaller of two places, when one holds the other in some tree."""
        if any(here.pk in above for above in self._above.get(own.pk, {}).values()):
            return Scope(own.pk, tree)
        if own.pk in self._above.get(here.pk, {}).get(tree, ()):
            return Scope(here.pk, tree)
        return None
