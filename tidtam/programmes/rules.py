"""What must hold between definitions; each rule looks at all of them and tells everything that breaks it."""

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from tidtam.ledger.pathway import Pathway
from tidtam.ledger.quantity import UNITS
from tidtam.places.codes import NATION
from tidtam.places.models import RANK
from tidtam.problems import Both, Problem, Where
from tidtam.programmes import problems, rules_money
from tidtam.programmes.written import (
    Definitions,
    Part,
    WrittenIdentity,
    WrittenIndicator,
    WrittenTarget,
)

_BASIS_NEEDS = {
    "annual": {"measure": "crossed", "cycle": "fiscal"},
    "cumulative": {"measure": "standing", "cycle": "ever"},
    "milestone": {"measure": "standing", "cycle": "ever"},
}
"""An annual line counts first crossings of its own year; the others ask how it stands, whatever the year."""


class Coded(Protocol):
    """Anything written with a code at a spot."""

    @property
    def code(self) -> str: ...
    @property
    def where(self) -> Where: ...


def settled(definitions: Definitions) -> Definitions:
    """The same definitions with the places that were left out: targets stand at their indicator's."""
    of = {indicator.code: indicator for indicator in definitions.indicators}
    return replace(
        definitions,
        targets=[_settled_target(target, of.get(target.indicator)) for target in definitions.targets],
        identities=[_settled_identity(identity, of) for identity in definitions.identities],
    )


def _settled_target(target: WrittenTarget, indicator: WrittenIndicator | None) -> WrittenTarget:
    place = target.place or (indicator.place if indicator else NATION)
    return replace(target, place=place, tree=target.tree or (indicator.tree if indicator else "admin"))


def _settled_identity(identity: WrittenIdentity, of: dict[str, WrittenIndicator]) -> WrittenIdentity:
    def at(part: Part) -> Part:
        indicator = of.get(part.indicator)
        return replace(part, place=part.place or (indicator.place if indicator else NATION))

    return replace(identity, whole=at(identity.whole), parts=tuple(at(part) for part in identity.parts))


def broken(definitions: Definitions) -> list[Problem]:
    """Every rule that is broken, in the order of the files."""
    rules = (
        codes_once,
        names_known,
        versions_apart,
        bases_hold,
        units_agree,
        stages_there,
        rungs_hold,
        targets_hold,
        sums_hold,
        rules_money.days_hold,
        rules_money.limits_hold,
        rules_money.solutions_once,
        rules_money.entries_once,
    )
    return [problem for rule in rules for problem in rule(definitions)]


def codes_once(definitions: Definitions) -> Iterator[Problem]:
    """A code names one thing."""
    kinds: tuple[Iterable[Coded], ...] = (
        definitions.papers,
        definitions.headings,
        definitions.programmes,
        definitions.pathways,
        definitions.ladders,
        definitions.identities,
        definitions.money,
        definitions.code_lists,
        definitions.housing,
    )
    for kind in kinds:
        seen: dict[str, Where] = {}
        for one in kind:
            if one.code in seen:
                yield problems.DOUBLED.at(one.where, key=one.code, first=_spot(seen[one.code]))
            seen.setdefault(one.code, one.where)


def names_known(definitions: Definitions) -> Iterator[Problem]:
    """Whatever is named stands somewhere."""
    papers = {paper.code for paper in definitions.papers}
    headings = {heading.code for heading in definitions.headings}
    programmes = {programme.code for programme in definitions.programmes}
    pathways = {pathway.code for pathway in definitions.pathways}
    indicators = {indicator.code for indicator in definitions.indicators}
    ladders = {ladder.code for ladder in definitions.ladders}
    for programme in definitions.programmes:
        yield from _known("บันไดการตรวจ", "ladder", programme.ladder, ladders, programme.where)
    for pathway in definitions.pathways:
        yield from _known("หน่วย", "unit", pathway.pathway.unit, set(UNITS), pathway.where)
    for one in definitions.indicators:
        if one.heading or one.section == "line":
            yield from _known("หัวข้อ", "heading", one.heading, headings, one.where)
        yield from _known("โครงการหรือแผนงาน", "programme", one.programme, programmes, one.where)
        yield from _known("หน่วย", "unit", one.unit, set(UNITS), one.where)
        yield from _known("เส้นทาง", "pathway", one.pathway, pathways, one.where)
        yield from _known("เอกสาร", "paper", one.paper, papers, one.where)
    for target in definitions.targets:
        yield from _known("ตัวชี้วัด", "indicator", target.indicator, indicators, target.where)
        yield from _known("หน่วย", "unit", target.unit, set(UNITS), target.where)
        yield from _known("เอกสาร", "paper", target.paper, papers, target.where)
    for identity in definitions.identities:
        yield from _known("เอกสาร", "paper", identity.paper, papers, identity.where)
        for part in (identity.whole, *identity.parts):
            yield from _known("ตัวชี้วัด", "indicator", part.indicator, indicators, identity.where)
    yield from _housing_names(definitions, indicators)
    for kind, code, known, where in rules_money.names_asked(definitions):
        yield from _known(kind.th, kind.en, code, known, where)


def _housing_names(definitions: Definitions, indicators: set[str]) -> Iterator[Problem]:
    programmes = {programme.code for programme in definitions.programmes}
    pathways = {one.pathway.code: one.pathway for one in definitions.pathways}
    ladders = {one.ladder.code for one in definitions.ladders}
    for one in definitions.housing:
        yield from _known("แผนงาน", "programme", one.programme, programmes, one.where)
        for code in (one.households, one.projects, one.grants, one.principal, one.interest, one.receipts):
            yield from _known("เส้นทาง", "pathway", code, pathways, one.where)
        for code in (one.ladder, one.money_ladder):
            yield from _known("บันไดการตรวจ", "ladder", code, ladders, one.where)
        yield from _known("ตัวชี้วัด", "indicator", one.line, indicators, one.where)
        stages = pathways[one.households].rank if one.households in pathways else {}
        for code in (one.approved, one.finished):
            yield from _known("ขั้น", "stage", code, stages, one.where)


def rungs_hold(definitions: Definitions) -> Iterator[Problem]:
    """The rungs of a ladder differ, go up the tree, and end at the nation: somebody lets everything in."""
    for written in definitions.ladders:
        rungs = written.ladder.rungs
        ranks = [RANK[rung.kind] for rung in rungs]
        codes = [rung.code for rung in rungs]
        if ranks != sorted(ranks, reverse=True) or len(set(codes)) < len(codes) or ranks[-1:] != [0]:
            yield problems.RUNGS_ASTRAY.at(written.where, rungs=", ".join(codes))


def versions_apart(definitions: Definitions) -> Iterator[Problem]:
    """A fiscal year has one version of an indicator; only a later version compares with the one before."""
    by_code: dict[str, list[WrittenIndicator]] = defaultdict(list)
    for indicator in definitions.indicators:
        if indicator.last_year is not None and indicator.last_year < indicator.first_year:
            yield problems.YEARS_TURNED.at(
                indicator.where, first=indicator.first_year, last=indicator.last_year
            )
        by_code[indicator.code].append(indicator)
    for code, versions in by_code.items():
        ordered = sorted(versions, key=lambda version: version.first_year)
        if ordered[0].comparable_with_previous:
            yield problems.NOTHING_BEFORE.at(ordered[0].where, code=code, year=ordered[0].first_year)
        for before, after in pairwise(ordered):
            if before.covers(after.first_year):
                yield problems.VERSIONS_OVERLAP.at(
                    after.where, code=code, year=after.first_year, other=_spot(before.where)
                )


def bases_hold(definitions: Definitions) -> Iterator[Problem]:
    """The basis decides the measure and the cycle."""
    for one in definitions.indicators:
        for key, wanted in _BASIS_NEEDS[one.basis].items():
            value = getattr(one, key)
            if value != wanted:
                yield problems.BASIS_CONTRADICTS.at(
                    one.where, basis=one.basis, key=key, value=value, wanted=wanted
                )


def units_agree(definitions: Definitions) -> Iterator[Problem]:
    """An indicator counts in the unit of its pathway, and its targets in that of their year."""
    pathways = _pathways(definitions)
    for one in definitions.indicators:
        pathway = pathways.get(one.pathway)
        if pathway and pathway.unit != one.unit:
            other = Both(f"เส้นทาง {one.pathway}", f"the pathway {one.pathway}")
            yield _unlike(one.where, one.unit, other, pathway.unit)
    for target in definitions.targets:
        for version in _versions_of(target, definitions):
            if version.unit != target.unit:
                other = Both(f"ตัวชี้วัด {version.code}", f"indicator {version.code}")
                yield _unlike(target.where, target.unit, other, version.unit)
                break


def stages_there(definitions: Definitions) -> Iterator[Problem]:
    """The counting stage is a stage of the pathway, not an exit."""
    pathways = _pathways(definitions)
    for one in definitions.indicators:
        pathway = pathways.get(one.pathway)
        if pathway and one.counting_stage not in pathway.rank:
            stages = ", ".join(pathway.rank)
            yield problems.STAGE_NOT_THERE.at(
                one.where, pathway=one.pathway, stage=one.counting_stage, stages=stages
            )


def targets_hold(definitions: Definitions) -> Iterator[Problem]:
    """A target fits its indicator, its revisions follow each other, its slots are as many as it promises."""
    for target in definitions.targets:
        yield from _target_fits(target, definitions)
        if target.slots and len(target.slots) != target.value:
            yield problems.SLOTS_UNLIKE.at(target.where, value=target.value, slots=len(target.slots))
    promises: dict[tuple[str, int | None, str], list[WrittenTarget]] = defaultdict(list)
    for target in definitions.targets:
        promises[target.promise].append(target)
    for revisions in promises.values():
        numbers = [
            target.revision for target in sorted(revisions, key=lambda one: (one.known_on, one.revision))
        ]
        if numbers != list(range(1, len(numbers) + 1)):
            last = revisions[-1]
            key = " ".join(str(part) for part in last.promise if part)
            yield problems.REVISIONS_BROKEN.at(last.where, key=key, found=", ".join(map(str, numbers)))


def sums_hold(definitions: Definitions) -> Iterator[Problem]:
    """The targets of an identity add up; its results are checked when figures are asked."""
    latest: dict[tuple[str, int | None, str], int] = {}
    for target in sorted(definitions.targets, key=lambda one: one.revision):
        latest[target.promise] = target.value
    for identity in definitions.identities:
        if identity.of != "target":
            continue
        keys = [
            (part.indicator, identity.fiscal_year, part.place) for part in (identity.whole, *identity.parts)
        ]
        missing = [key for key in keys if key not in latest]
        for indicator, year, place in missing:
            yield problems.PART_WITHOUT_TARGET.at(identity.where, year=year, part=f"{indicator} {place}")
        if not missing and latest[keys[0]] != sum(latest[key] for key in keys[1:]):
            parts = sum(latest[key] for key in keys[1:])
            yield problems.PARTS_UNLIKE.at(identity.where, parts=f"{parts:,}", whole=f"{latest[keys[0]]:,}")


def pathway_kept(before: Pathway, after: Pathway, where: Where) -> Iterator[Problem]:
    """A pathway in use keeps its unit and its stages in their order: entries of the book stand at them."""
    if before.unit != after.unit:
        yield problems.PATHWAY_UNIT_CHANGED.at(where, before=before.unit, after=after.unit)
    kept = [code for code in after.rank if code in before.rank]
    if kept != list(before.rank) or not before.exit_codes <= after.exit_codes:
        yield problems.STAGES_MOVED.at(where, before=", ".join((*before.rank, *sorted(before.exit_codes))))


def _target_fits(target: WrittenTarget, definitions: Definitions) -> Iterator[Problem]:
    versions = [one for one in definitions.indicators if one.code == target.indicator]
    if not versions:
        return
    basis = versions[-1].basis
    if basis == "cumulative" and target.fiscal_year is not None:
        yield _span(target, basis, "นับตลอดโครงการ จึงไม่ระบุปี", "spans the programme and names no year")
    elif basis != "cumulative" and target.fiscal_year is None:
        yield _span(target, basis, "ต้องระบุปีงบประมาณ", "names its fiscal year")
    elif target.fiscal_year is not None and not any(one.covers(target.fiscal_year) for one in versions):
        yield problems.TARGET_YEAR.at(target.where, code=target.indicator, year=target.fiscal_year)


def _versions_of(target: WrittenTarget, definitions: Definitions) -> list[WrittenIndicator]:
    year = target.fiscal_year
    return [
        one
        for one in definitions.indicators
        if one.code == target.indicator and (year is None or one.covers(year))
    ]


def _pathways(definitions: Definitions) -> dict[str, Pathway]:
    return {written.code: written.pathway for written in definitions.pathways}


def _span(target: WrittenTarget, basis: str, rule: str, rule_en: str) -> Problem:
    return problems.TARGET_SPAN.at(
        target.where, code=target.indicator, basis=basis, rule=rule, rule_en=rule_en
    )


def _unlike(where: Where, unit: str, other: Both, wanted: str) -> Problem:
    return problems.UNIT_CONTRADICTS.at(where, unit=_unit(unit), other=other, wanted=_unit(wanted))


def _unit(code: str) -> Both:
    unit = UNITS.get(code)
    return Both(f"{unit.th} ({code})", unit.en) if unit else Both(code, code)


def _known(kind_th: str, kind_en: str, value: str, known: Collection[str], where: Where) -> Iterator[Problem]:
    if value and value not in known:
        close = difflib.get_close_matches(value, sorted(known), 3, 0.5) or sorted(known)[:5]
        named = Both(kind_th, kind_en)
        yield problems.NOT_FOUND.at(where, kind=named, value=value, nearest=", ".join(close) or "—")


def _spot(where: Where) -> Both:
    return Both(where.text("th"), where.text("en"))
