"""Definitions of a practice country: the agency's, stretched over its years, with made-up targets."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tidtam.ledger.fiscal import FiscalYear
from tidtam.practice.planning import Ask, LineYear, round_number
from tidtam.practice.shapes import REGIONS, centre_name, portions
from tidtam.practice.toml_text import as_toml
from tidtam.review.practice import BANNER

HEAD = f"# {BANNER.th} · {BANNER.en}\n"
PAPER = "practice"
PROVINCE, NEW_REGION = "73", "codi:bangkok-east"
"""A province of which no paper says for sure in which region it lies: in the last year it moves."""

STORY_TARGETS = {"1.1": ("tambon", 120), "1.2": ("province", 39), "1.3": ("region", 5), "2.5": ("centre", 2)}
"""Targets of the lines that `stories` tells, in each year."""

SPLIT = "2.2"
"""The line whose target is split by region."""

SLOTS = (("50", centre_name(1)), ("10", centre_name(2)))
"""The centres that line 2.5 promises, and where: the second one is built elsewhere."""

SPANS = {
    "2.3": ("household", ((7_081, 0), (7_069, 2))),
    "prem": ("household", ((6_386, 4),)),
}
"""Targets of the whole programme: so many, known from the so manyth year on."""


def units(made: Path, ask: Ask) -> dict[tuple[str, int], str]:
    """The unit of each line of the report in each year that has it, as the made definitions say."""
    found = {}
    for one in _read(made / "indicators" / "lines.toml")["indicator"]:
        for year in ask.years:
            if one["first_year"] <= year <= one.get("last_year", year):
                found[one["code"], year] = one["unit"]
    return found


def write(folder: Path, into: Path, ask: Ask) -> Path:
    """Writes the definitions of the practice country, without targets, into a folder of its own: this one."""
    made = into / folder.name
    shutil.rmtree(made, ignore_errors=True)
    shutil.copytree(folder, made)
    for file in (made / "targets").glob("*.toml"):
        file.unlink()
    _rewrite(made / "indicators" / "lines.toml", lambda said: _lines(said, ask))
    _rewrite(made / "identities.toml", _without_targets)
    _rewrite(made / "papers.toml", lambda said: {"paper": [*said["paper"], _paper(ask)]})
    _rewrite(made / "trees" / "regions.toml", lambda said: _moved(said, ask))
    return made


def write_targets(made: Path, ask: Ask, lines: Iterable[LineYear]) -> None:
    """Writes the targets that fit so many entries."""
    targets = {"target": [*_targets(ask, list(lines)), *_stories(ask), *_spans(ask)]}
    (made / "targets" / "practice.toml").write_text(HEAD + as_toml(targets), encoding="utf-8")


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8-sig"))


def _rewrite(file: Path, change: Any) -> None:
    file.write_text(HEAD + as_toml(change(_read(file))), encoding="utf-8")


def _lines(said: Mapping[str, Any], ask: Ask) -> dict[str, Any]:
    return {"indicator": list(_stretched(said["indicator"], ask))}


def _stretched(indicators: list[dict[str, Any]], ask: Ask) -> Iterator[dict[str, Any]]:
    """The first version of each begins with the years, the last one lasts until their end."""
    for one in indicators:
        versions = [other for other in indicators if other["code"] == one["code"]]
        first = min(other["first_year"] for other in versions)
        last = max(other["first_year"] for other in versions)
        changed = dict(one)
        if one["first_year"] == first:
            changed["first_year"] = min(first, ask.first_year)
        if one["first_year"] == last and "last_year" in one:
            changed["last_year"] = max(one["last_year"], ask.last_year)
        yield changed


def _without_targets(said: Mapping[str, Any]) -> dict[str, Any]:
    return {"identity": [one for one in said["identity"] if one["of"] != "target"]}


def _paper(ask: Ask) -> dict[str, Any]:
    return {
        "code": PAPER,
        "title": f"{BANNER.th} ({BANNER.en}), {ask.seed}",
        "published": FiscalYear(ask.first_year).start.isoformat(),
        "publisher": BANNER.th,
    }


def _moved(said: Mapping[str, Any], ask: Ask) -> dict[str, Any]:
    """One province goes to another region on the first day of the last year."""
    tree = {**said["tree"], "valid_from": FiscalYear(ask.first_year).start}
    day = FiscalYear(ask.last_year).start
    edges: list[dict[str, Any]] = []
    for edge in said["edge"]:
        stays = [child for child in edge["children"] if child.split()[0] != PROVINCE]
        goes = [child for child in edge["children"] if child.split()[0] == PROVINCE]
        if stays:
            edges.append({**edge, "children": stays})
        if goes:
            edges.append({"parent": edge["parent"], "children": goes, "valid_to": day})
            edges.append({"parent": NEW_REGION, "children": goes, "valid_from": day})
    return {**said, "tree": tree, "edge": edges}


# Targets


def _targets(ask: Ask, lines: list[LineYear]) -> Iterator[dict[str, Any]]:
    """A third of the promises is revised in the middle of the year."""
    for number, line in enumerate(lines):
        start = FiscalYear(line.year).start
        values = [(line.target, start)]
        if (number + ask.seed) % 3 == 0:
            values = [(round_number(line.target * 12 // 10 + 1), start), (line.target, _half(line.year))]
        for revision, (value, day) in enumerate(values, start=1):
            yield _target(line.shape.code, line.shape.unit, value, revision, day, line.year)
        if line.shape.code == SPLIT:
            yield from _by_region(line)


def _by_region(line: LineYear) -> Iterator[dict[str, Any]]:
    day = FiscalYear(line.year).start
    values = portions(line.target, [float(quota) for quota in REGIONS.values()])
    for region, value in zip(REGIONS, values, strict=True):
        said = _target(line.shape.code, line.shape.unit, value, 1, day, line.year)
        yield {**said, "place": region, "tree": "codi"}


def _stories(ask: Ask) -> Iterator[dict[str, Any]]:
    for code, (unit, value) in STORY_TARGETS.items():
        for year in ask.years:
            slots = {"slot": [_slot(*slot) for slot in SLOTS]} if code == "2.5" else {}
            yield {**_target(code, unit, value, 1, FiscalYear(year).start, year), **slots}


def _slot(place: str, subject: str) -> dict[str, str]:
    names = {"name_th": "ศูนย์คนไร้บ้านที่สัญญาไว้", "name_en": "a centre that was promised"}
    return {"place": place, **names, "subject": subject}


def _spans(ask: Ask) -> Iterator[dict[str, Any]]:
    for code, (unit, revisions) in SPANS.items():
        for revision, (value, turn) in enumerate(revisions, start=1):
            day = FiscalYear(min(ask.first_year + turn, ask.last_year)).start
            yield _target(code, unit, value, revision, day, None)


def _target(code: str, unit: str, value: int, revision: int, day: date, year: int | None) -> dict[str, Any]:
    of_year = {} if year is None else {"fiscal_year": year}
    return {
        "indicator": code, **of_year, "revision": revision, "unit": unit, "value": value,
        "known_on": day.isoformat(), "valid_from": day.isoformat(),
        "who_th": "เป้าหมายสมมุติ", "who_en": "made-up promise",
        "why_th": "เป้าหมายประจำปี" if revision == 1 else "ปรับเป้าหมายกลางปี",
        "why_en": "promise of the year" if revision == 1 else "revised in the middle of the year",
        "paper": PAPER,
    }  # fmt: skip


def _half(year: int) -> date:
    return FiscalYear(year).half(2).start
