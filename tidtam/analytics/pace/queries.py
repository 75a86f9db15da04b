"""The past years of indicators, read from the book: a few questions, however many indicators and years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from tidtam.analytics.pace.family import Family
from tidtam.analytics.pace.kin import Past
from tidtam.analytics.pace.past import LONGEST, PastYear, day_of_year, past_year
from tidtam.ledger.figure import Measure, ResultKind
from tidtam.ledger.fiscal import FiscalYear
from tidtam.ledger.pathway import Pathway
from tidtam.ledger_store import read
from tidtam.ledger_store.read import Ask, Course
from tidtam.places.models import Place
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion

Asked = tuple[IndicatorVersion, Ask]
"""An indicator of the year that runs, and its question on the day."""

_Past = tuple[IndicatorVersion, int, Ask]


def family(
    fiscal_year: int, lines: Sequence[Asked], pathways: Mapping[str, Pathway], place: Place | None = None
) -> Family:
    """The past years of the annual lines of a year, as known at the moment that their questions name.

    `place` is that of the promises; None for the whole of each indicator. A past year is learnt from when it
    is comparable, counted in the same unit, known exactly, and told of in its last quarter or later.
    """
    asked = list(_past_years(fiscal_year, lines, pathways))
    if not asked:
        return Family({})
    targets = _targets(asked, place)
    found: dict[str, list[PastYear]] = defaultdict(list)
    for (one, year, _), course in zip(asked, read.courses([ask for *_, ask in asked]), strict=True):
        told = _told(year, course, targets.get((one.code, year)))
        if told is not None:
            found[one.code].append(told)
    programme = {one.code: one.programme_code for one, _ in lines}
    return Family({code: Past(tuple(years), programme[code]) for code, years in found.items()})


def _past_years(fiscal_year: int, lines: Sequence[Asked], pathways: Mapping[str, Pathway]) -> Iterator[_Past]:
    """The years before this one that may be compared with it, each with its own version and question."""
    annual = [line for line in lines if line[0].basis == "annual"]
    if not annual:
        return
    moment = annual[0][1].moment
    versions = programmes.versions_of({one.code for one, _ in annual}, position=moment.position)
    for indicator, ask in annual:
        for one in comparable(indicator, versions[indicator.code]):
            for year in range(fiscal_year - LONGEST, fiscal_year):
                if one.covers(year):
                    yield one, year, _question(one, year, ask, pathways[one.pathway])


def _question(indicator: IndicatorVersion, year: int, ask: Ask, pathway: Pathway) -> Ask:
    """The question of today, asked of the end of a past year as it was counted then."""
    span, fiscal, measure = FiscalYear(year), indicator.cycle == "fiscal", Measure(indicator.measure)
    return replace(
        ask,
        pathway=pathway,
        cycle=indicator.cycle_key(year),
        stage=indicator.counting_stage,
        measure=measure,
        moment=replace(ask.moment, as_of=span.end),
        start=span.start if measure is Measure.CROSSED and not fiscal else None,
        net_of_exits=fiscal,
    )


def comparable(indicator: IndicatorVersion, versions: Iterable[IndicatorVersion]) -> list[IndicatorVersion]:
    """The version and those before it, back to where its count broke with the past."""
    found = [indicator]
    before = [one for one in versions if one.first_year < indicator.first_year]
    for one in sorted(before, key=lambda one: one.first_year, reverse=True):
        if not found[-1].comparable_with_previous or (one.unit, one.basis) != (indicator.unit, "annual"):
            break
        found.append(one)
    return found


def _targets(asked: Sequence[_Past], place: Place | None) -> Mapping[tuple[str, int], int]:
    years: dict[int, list[IndicatorVersion]] = defaultdict(list)
    for one, year, _ in asked:
        years[year].append(one)
    moment = asked[0][2].moment
    return programmes.targets_of_years(years, place, known_at=moment.known_at, position=moment.position)


def _told(year: int, course: Course, target: int | None) -> PastYear | None:
    """The year as it is learnt from; None where its end is not known for sure."""
    figure = course.figure
    last_quarter = FiscalYear(year).quarter(4)
    if figure.kind is not ResultKind.EXACT or figure.last_day is None or figure.last_day < last_quarter.start:
        return None
    days = [day_of_year(day) if day >= FiscalYear(year).start else 0 for day, _ in course.days]
    return past_year(year, zip(days, accumulate(added for _, added in course.days), strict=True), target)
