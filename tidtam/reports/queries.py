"""What a board and the trail of a figure say, put together from the book and the definitions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils import timezone

from tidtam.ledger.fiscal import FiscalYear, fiscal_year_of
from tidtam.ledger.identity import Identity, shortfall
from tidtam.ledger.quantity import Quantity
from tidtam.ledger_store import read
from tidtam.ledger_store.read import Moment
from tidtam.places import queries as places
from tidtam.places.codes import NATION
from tidtam.places.models import Place
from tidtam.problems import Both, Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion
from tidtam.reports import problems as kinds
from tidtam.reports.asking import Asked, Asker
from tidtam.reports.content import Board, Heading, Line, PlaceMap, Trail
from tidtam.reports.growth import months
from tidtam.reports.lines import MILESTONE, Lines, place_name
from tidtam.reports.maps import Maps, question
from tidtam.reports.trails import Trails

SECTIONS = ("line", "item", "series")


def board(
    *,
    fiscal_year: int | None,
    as_of: date | None,
    known_at: date | None = None,
    place_code: str = NATION,
    position: int | None = None,
    growth: bool = False,
    maps: bool = False,
) -> Board:
    """All public lines of a fiscal year at one place, as of a day and as known on a day.

    With `growth` each line of the report says how it grew by month, which files do not show; with `maps` the
    board has a map for each heading of which something is known by place.

    Without a fiscal year it is that of `as_of`; without `as_of` it is today, or the last day of the
    fiscal year when that is over. Raises Refused when there is no such place or year.
    """
    asked = asked_for(fiscal_year, as_of, known_at, place_code, position)
    indicators = _indicators(asked)
    lines = dict(zip(indicators, Lines(asked).of(indicators), strict=True))
    if growth:
        lines |= _grown(asked, {one: line for one, line in lines.items() if one.section == "line"})
    section = {name: [i for i in indicators if i.section == name] for name in SECTIONS}
    return Board(
        fiscal_year=asked.fiscal_year,
        as_of=asked.moment.as_of,
        known_at=known_at,
        position=asked.position,
        place=place_name(asked.place),
        headings=_headings(section["line"], lines),
        items=[lines[indicator] for indicator in section["item"]],
        series=[lines[indicator] for indicator in section["series"]],
        problems=_identity_problems(asked, list(lines.values())),
        maps=_maps(asked, {one: lines[one] for one in section["line"]}) if maps else [],
    )


def trail(
    *,
    line: str,
    fiscal_year: int | None,
    as_of: date | None,
    known_at: date | None = None,
    place_code: str = NATION,
    stage: str | None = None,
    page: int = 1,
    position: int | None = None,
) -> Trail:
    """The way from a figure down to its entries and claims; a stage narrows it to who is at or beyond it.

    Raises Refused when there is no such line, stage, place or year.
    """
    asked = asked_for(fiscal_year, as_of, known_at, place_code, position)
    return Trails(asked, _public_line(asked, line), stage).page(page)


def place_map(
    *,
    line: str,
    fiscal_year: int | None,
    as_of: date | None,
    known_at: date | None = None,
    place_code: str = NATION,
    tree: str | None = None,
    below: bool = False,
    position: int | None = None,
) -> PlaceMap:
    """A line by the places of a map: provinces or regions of the nation (`tree`), or tambons of a province.

    `below` says that the reader may see what lies below the province. Raises Refused as `trail` does, and
    for a tree by which no map is drawn.
    """
    asked = asked_for(fiscal_year, as_of, known_at, place_code, position)
    indicator = _public_line(asked, line)
    (shown,) = Lines(asked).of([indicator])
    return Maps(asked, indicator, question(asked, indicator)).page(shown, tree, below=below)


def _public_line(asked: Asked, line: str) -> IndicatorVersion:
    indicator = programmes.indicator(line, asked.fiscal_year, position=asked.position)
    if indicator is None or not indicator.public:
        raise Refused([kinds.NO_SUCH_LINE.at(Where(field="line"), year=asked.fiscal_year, line=line)])
    return indicator


def asked_for(
    fiscal_year: int | None,
    as_of: date | None,
    known_at: date | None,
    place_code: str,
    position: int | None,
) -> Asked:
    """The question that these words of a reader mean."""
    today = timezone.localdate()
    if as_of is None:
        as_of = today if fiscal_year is None else min(today, FiscalYear(fiscal_year).end)
    year = fiscal_year if fiscal_year is not None else fiscal_year_of(as_of).number
    here = Place.objects.filter(code=place_code).first()
    if here is None:
        raise Refused([kinds.NO_SUCH_PLACE.at(Where(field="place"), code=place_code)])
    # The head is read first: what is posted meanwhile is not half in.
    moment = Moment(as_of, known_at, read.head() if position is None else position)
    return Asked(year, moment, here, places.tree_of(here, as_of))


def _indicators(asked: Asked) -> list[IndicatorVersion]:
    position = asked.moment.position
    found = programmes.lines(asked.fiscal_year, SECTIONS, position=position)
    if not found:
        years = programmes.fiscal_years(position=position) or [asked.fiscal_year]
        values = {"year": asked.fiscal_year, "first": years[0], "last": years[-1]}
        raise Refused([kinds.NO_SUCH_YEAR.at(Where(field="fiscal_year"), **values)])
    return [indicator for indicator in found if indicator.public]


LEAST_ON_A_MAP = 2
"""A map on paper shows at least so many places that have reported: one place is told in its line."""


def _maps(asked: Asked, lines: dict[IndicatorVersion, Line]) -> list[PlaceMap]:
    """For each heading the map of the line that most places have reported on."""
    best: dict[str, PlaceMap] = {}
    for one, line in lines.items():
        if line.result is None and not line.slots:
            continue
        found = Maps(asked, one, question(asked, one)).page(line, None, below=False)
        there = best.get(one.heading_no)
        if len(found.reported) >= LEAST_ON_A_MAP and (
            there is None or len(found.reported) > len(there.reported)
        ):
            best[one.heading_no] = found
    return list(best.values())


def _grown(asked: Asked, lines: dict[IndicatorVersion, Line]) -> dict[IndicatorVersion, Line]:
    """The lines that are numbers, each with its months."""
    asker = Asker(asked, programmes.pathways(position=asked.position), list(lines))
    numbers = {one: line for one, line in lines.items() if one.basis != MILESTONE}
    asks = {one: asker.ask(one) for one in numbers}
    return {
        one: replace(numbers[one], growth=months(ask, one.counting_stage))
        for one, ask in asks.items()
        if ask is not None
    }


def _headings(indicators: list[IndicatorVersion], lines: dict[IndicatorVersion, Line]) -> list[Heading]:
    found: dict[str, Heading] = {}
    for one in indicators:
        new = Heading(one.heading_no, one.heading_th, one.heading_en, [])
        found.setdefault(one.heading_no, new).lines.append(lines[one])
    return list(found.values())


def _identity_problems(asked: Asked, lines: list[Line]) -> list[Problem]:
    """Wholes of the year whose parts, all of them known exactly, do not add up to them."""
    if not asked.is_nation:
        return []
    exact = {line.line: line for line in lines if line.result_kind == "exact"}
    found = []
    for identity in programmes.identities(asked.fiscal_year, position=asked.position):
        parts = [exact.get(part["indicator"]) for part in identity.parts]
        whole = exact.get(identity.whole["indicator"])
        if identity.of != "result" or whole is None or any(part is None for part in parts):
            continue
        names = tuple(part.line for part in parts if part)
        wrong = shortfall(
            Identity(identity.code, whole.line, names), _quantity(whole), [_quantity(p) for p in parts if p]
        )
        if wrong is not None:
            name = Both(identity.name_th, identity.name_en)
            values = {"name": name, "parts": wrong.parts.number, "whole": wrong.whole.number}
            found.append(kinds.PARTS_DIFFER.at(Where(field=whole.line), **values))
    return found


def _quantity(line: Line) -> Quantity:
    return Quantity(line.result or 0, line.unit)
