"""What the past says of the lines of a board: whether each is normal for the day, and where it may end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tidtam.analytics.pace.family import Family
from tidtam.analytics.pace.judged import Now, Pace, judged
from tidtam.analytics.pace.past import LAST_DAY, day_of_year
from tidtam.analytics.pace.queries import Asked as AskedLine
from tidtam.analytics.pace.queries import family
from tidtam.ledger.figure import Figure, ResultKind
from tidtam.ledger.fiscal import FiscalYear
from tidtam.ledger.pathway import Pathway
from tidtam.places.models import Kind
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion
from tidtam.reports.asking import Asked, Asker
from tidtam.reports.content import Line

ANNUAL = "annual"


class Paces:
    """The pace of lines at one place and moment; none on a day outside the year, or on its last."""

    def __init__(self, asked: Asked, pathways: dict[str, Pathway]) -> None:
        self.asked = asked
        self.day = _day(asked)
        self._lines = self._annual(pathways) if self.day else []
        self._codes = {one.code for one, _ in self._lines}
        self._families = self._learnt(pathways)

    def of(self, indicator: IndicatorVersion, figure: Figure, target: int | None) -> Pace | None:
        """What the past says of a line; None where it has no pace to speak of."""
        if self.day is None or indicator.code not in self._codes:
            return None
        exact = figure.kind is ResultKind.EXACT
        now = Now(self.day, figure.number, target, exact)
        return judged(self._families[self._own(indicator)], indicator.code, now)

    def _annual(self, pathways: dict[str, Pathway]) -> list[AskedLine]:
        """All annual lines of the year that speak of the place: the range of one is learnt from all."""
        position = self.asked.moment.position
        found = programmes.lines(self.asked.fiscal_year, position=position)
        annual = [one for one in found if one.basis == ANNUAL and one.public]
        asker = Asker(self.asked, pathways, annual)
        asks = ((one, asker.ask(one)) for one in annual)
        return [(one, ask) for one, ask in asks if ask is not None]

    def _learnt(self, pathways: dict[str, Pathway]) -> Mapping[bool, Family]:
        """Lines with a promise of their own, whatever the place asked about, and lines split by place."""
        parted: dict[bool, Sequence[AskedLine]] = {True: [], False: []}
        for own in parted:
            parted[own] = [line for line in self._lines if self._own(line[0]) is own]
        return {
            own: family(self.asked.fiscal_year, lines, pathways, None if own else self.asked.place)
            for own, lines in parted.items()
        }

    def _own(self, indicator: IndicatorVersion) -> bool:
        return self.asked.is_nation or indicator.place.kind != Kind.NATION


def pace_share(line: Line) -> Decimal | None:
    """Where a normal year stands on the day as a part (0 to 1) of the target; None without either."""
    pace = line.pace
    if pace is None or pace.share is None or not pace.to_target:
        return None
    return Decimal(str(round(pace.share, 4)))


def _day(asked: Asked) -> int | None:
    year, on = FiscalYear(asked.fiscal_year), asked.moment.as_of
    if on not in year.period:
        return None
    day = day_of_year(on)
    return day if day < LAST_DAY else None
