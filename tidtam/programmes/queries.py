"""What is asked of the definitions: the lines of a year, one indicator, its target, its pathway.

Every question takes a `position` of the book; without one the latest editions answer.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from tidtam.ledger.fiscal import FiscalYear
from tidtam.ledger.pathway import Pathway as LedgerPathway
from tidtam.ledger.quantity import UNITS, Unit
from tidtam.places.models import Place
from tidtam.programmes import money
from tidtam.programmes.ladders import Ladder as ClimbedLadder
from tidtam.programmes.latest import Key, latest_editions, remembered
from tidtam.programmes.models import (
    Agency,
    CodeList,
    DatedEdition,
    Housing,
    Identity,
    IndicatorVersion,
    Ladder,
    LoanConvention,
    MoneyRule,
    Moratorium,
    Pathway,
    Rate,
    Target,
)


def lines(
    fiscal_year: int, sections: Iterable[str] = ("line",), *, position: int | None = None
) -> list[IndicatorVersion]:
    """The versions that hold for a fiscal year (Buddhist Era), section by section in report order."""
    order = {section: number for number, section in enumerate(sections)}

    def made(rows: dict[Key, Any]) -> list[IndicatorVersion]:
        found = [one for one in _standing(rows) if one.section in order and one.covers(fiscal_year)]
        return sorted(found, key=lambda one: (order[one.section], one.order, one.code))

    name = ("lines", fiscal_year, *order)
    return list(remembered(IndicatorVersion, name, made, position=position))


def indicator(code: str, fiscal_year: int, *, position: int | None = None) -> IndicatorVersion | None:
    """The version of an indicator for a fiscal year; None when it is not defined for it."""
    return next(
        (version for version in versions(code, position=position) if version.covers(fiscal_year)), None
    )


def versions(code: str, *, position: int | None = None) -> list[IndicatorVersion]:
    """All versions of an indicator, from the first year on; empty when there is no such indicator."""
    found = [version for version in _versions(position) if version.code == code]
    return sorted(found, key=lambda version: version.first_year)


def versions_of(wanted: Iterable[str], *, position: int | None = None) -> dict[str, list[IndicatorVersion]]:
    """The versions of several indicators, each from its first year on; read once."""
    found: dict[str, list[IndicatorVersion]] = {code: [] for code in wanted}
    for version in sorted(_versions(position), key=lambda version: version.first_year):
        if version.code in found:
            found[version.code].append(version)
    return found


def codes(*, position: int | None = None) -> list[str]:
    """The codes of all indicators, in report order."""
    ordered = sorted(_versions(position), key=lambda version: (version.section, version.order, version.code))
    return list(dict.fromkeys(version.code for version in ordered))


def fiscal_years(*, position: int | None = None) -> list[int]:
    """The fiscal years that have lines: from the first version to the last year that any of them names."""
    found = [version for version in _versions(position) if version.section == "line"]
    ends = [year for version in found for year in (version.first_year, version.last_year) if year]
    return list(range(min(ends), max(ends) + 1)) if ends else []


def targets_for(
    indicators: Iterable[IndicatorVersion],
    fiscal_year: int,
    place: Place | None = None,
    *,
    as_of: date,
    known_at: date | None = None,
    position: int | None = None,
) -> dict[str, Target]:
    """The promises that held on `as_of`, by the code of the indicator; in two queries, however many."""
    years = {one.code: None if one.basis == "cumulative" else fiscal_year for one in indicators}
    places = {one.code: place.pk if place else one.place_id for one in indicators}
    rows = Target.objects.filter(indicator__in=years, valid_from__lte=as_of)
    rows = rows if position is None else rows.filter(position__lte=position)
    rows = rows if known_at is None else rows.filter(known_on__lte=known_at)
    latest: dict[tuple[str, int], Target] = {}
    for target in rows.order_by("revision", "edition").prefetch_related("slots__place"):
        code = target.indicator
        if target.fiscal_year == years[code] and target.place_id == places[code]:
            latest[code, target.revision] = target
    return {code: target for (code, _), target in sorted(latest.items()) if not target.retired}


def targets_of_years(
    years: Mapping[int, Iterable[IndicatorVersion]],
    place: Place | None = None,
    *,
    known_at: date | None = None,
    position: int | None = None,
) -> dict[tuple[str, int], int]:
    """The promised numbers that held when fiscal years ended, by code and year; in one query.

    Only of what is promised by the year; without a place those for the whole of each indicator.
    """
    asked = {(one.code, year): place.pk if place else one.place_id for year in years for one in years[year]}
    rows = Target.objects.filter(indicator__in={code for code, _ in asked}, fiscal_year__in=years)
    rows = rows if position is None else rows.filter(position__lte=position)
    rows = rows if known_at is None else rows.filter(known_on__lte=known_at)
    latest: dict[tuple[str, int, int], Target] = {}
    for target in rows.order_by("revision", "edition"):
        key = (target.indicator, target.fiscal_year or 0)
        if asked.get(key) == target.place_id and target.valid_from <= FiscalYear(key[1]).end:
            latest[*key, target.revision] = target
    return {
        (code, year): target.value for (code, year, _), target in sorted(latest.items()) if not target.retired
    }


def targets_at(
    indicator: IndicatorVersion,
    fiscal_year: int,
    places: Collection[int],
    *,
    as_of: date,
    known_at: date | None = None,
    position: int | None = None,
) -> dict[int, int]:
    """What an indicator promised to each of these places (by id), as it held on `as_of`; in one query.

    A place that was promised nothing is left out: that is not the same as a promise of nought.
    """
    year = None if indicator.basis == "cumulative" else fiscal_year
    rows = Target.objects.filter(indicator=indicator.code, place__in=places, valid_from__lte=as_of)
    rows = rows.filter(fiscal_year=year)
    rows = rows if position is None else rows.filter(position__lte=position)
    rows = rows if known_at is None else rows.filter(known_on__lte=known_at)
    latest: dict[tuple[int, int], Target] = {}
    for target in rows.order_by("revision", "edition"):
        latest[target.place_id, target.revision] = target
    standing = {place: target for (place, _), target in sorted(latest.items()) if not target.retired}
    return {place: target.value for place, target in standing.items()}


def ladder(code: str) -> ClimbedLadder:
    """The ladder with this code; KeyError when there is none."""
    return ladders()[code]


def ladders(*, position: int | None = None) -> dict[str, ClimbedLadder]:
    """All ladders by their codes."""
    return dict(remembered(Ladder, "ladders", _climbed, position=position))


def _climbed(rows: dict[Key, Any]) -> dict[str, ClimbedLadder]:
    return {row.code: row.as_climbed() for row in _standing(rows)}


def agency(*, position: int | None = None) -> Agency | None:
    """Whose definitions these are; None when they do not say."""
    found = [row for row in latest_editions(Agency, position=position).values() if not row.retired]
    return found[0] if found else None


def pathway(code: str, *, position: int | None = None) -> LedgerPathway:
    """A pathway as the ledger knows it; KeyError when there is none with this code."""
    return remembered(Pathway, "pathways", _as_ledger, position=position)[code]


def evidence_of_stages(code: str) -> dict[str, frozenset[str]]:
    """The kinds of evidence that the stages of a pathway demand of a claim today, by stage; often none."""
    return remembered(Pathway, "evidence", _evidence).get(code, {})


def _evidence(rows: dict[Key, Any]) -> dict[str, dict[str, frozenset[str]]]:
    return {row.code: row.evidence() for row in _standing(rows)}


def evidence_for(pathway: str, stage: str) -> frozenset[str]:
    """The kinds of evidence that one stage demands."""
    return evidence_of_stages(pathway).get(stage, frozenset())


def pathways(*, position: int | None = None) -> dict[str, LedgerPathway]:
    """All pathways by their codes."""
    return dict(remembered(Pathway, "pathways", _as_ledger, position=position))


def _as_ledger(rows: dict[Key, Any]) -> dict[str, LedgerPathway]:
    return {row.code: row.as_ledger() for row in _standing(rows)}


def identities(fiscal_year: int, *, position: int | None = None) -> list[Identity]:
    """The wholes of a fiscal year that their parts must add up to."""
    found = latest_editions(Identity, position=position).values()
    return [row for row in found if row.fiscal_year == fiscal_year and not row.retired]


def identity_years() -> list[int]:
    """The fiscal years with wholes that their parts must add up to."""
    found = latest_editions(Identity).values()
    return sorted({row.fiscal_year for row in found if row.of == "result" and not row.retired})


def units() -> dict[str, Unit]:
    """The units that may be counted in, by their codes."""
    return UNITS


def _versions(position: int | None) -> list[IndicatorVersion]:
    return _standing(latest_editions(IndicatorVersion, position=position))


def _standing(rows: dict[Key, Any]) -> list[Any]:
    """The definitions that are not taken out of use."""
    return [row for row in rows.values() if not row.retired]


def money_rules(programme: str, on: date, *, position: int | None = None) -> list[money.Rule]:
    """The money rules of a programme that hold on a day, by their codes; empty when no paper set any."""
    found: list[money.Rule] = _holding(MoneyRule, on, position)
    return [rule for rule in found if rule.programme == programme]


def rates(on: date, *, position: int | None = None) -> list[money.Rate]:
    """The yearly rates of interest that hold on a day, by their codes; empty when none is on record."""
    return _holding(Rate, on, position)


def loan_convention(on: date, *, position: int | None = None) -> money.LoanConvention | None:
    """How loans are paid back on a day; None when nothing on record says so."""
    return next(iter(_holding(LoanConvention, on, position)), None)


def moratoria(on: date, *, position: int | None = None) -> list[money.Moratorium]:
    """The moratoria that hold on a day; mostly none."""
    return _holding(Moratorium, on, position)


def housing(*, position: int | None = None) -> dict[str, Housing]:
    """How each programme of housing counts, by its code."""
    rows = latest_editions(Housing, position=position).values()
    return {row.programme: row for row in rows if not row.retired}


def codes_of(code_list: str, *, position: int | None = None) -> tuple[money.CodeEntry, ...]:
    """The entries of a list of codes in their order, those out of use too; KeyError without such a list."""
    found = latest_editions(CodeList, position=position).get((code_list,))
    if found is None or found.retired:
        raise KeyError(code_list)
    return found.as_entries()  # type: ignore[no-any-return]


def _holding(model: type[DatedEdition], on: date, position: int | None) -> list[Any]:
    """What of a kind holds on a day, by code."""
    rows = latest_editions(model, position=position).values()
    found = (row.as_dated() for row in rows if not row.retired)
    return sorted((one for one in found if one.holds_on(on)), key=lambda one: one.code)
