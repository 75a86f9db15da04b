"""What is written against what is stored: which definitions are new, changed, the same or taken out."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import models

from tidtam.ledger.pathway import Stage
from tidtam.places.models import Place
from tidtam.programmes import money
from tidtam.programmes.latest import Key, latest_editions
from tidtam.programmes.models import (
    Agency,
    CodeList,
    DatedEdition,
    Edition,
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
from tidtam.programmes.written import (
    Definitions,
    Paper,
    WrittenAgency,
    WrittenCodeList,
    WrittenDated,
    WrittenHousing,
    WrittenIdentity,
    WrittenIndicator,
    WrittenLadder,
    WrittenPathway,
    WrittenProgramme,
    WrittenTarget,
)

DATED: dict[type[money.Dated], type[DatedEdition]] = {
    money.Rule: MoneyRule,
    money.Rate: Rate,
    money.LoanConvention: LoanConvention,
    money.Moratorium: Moratorium,
}
"""The table of each kind of thing that holds from a day to a day."""

KINDS: tuple[type[Edition], ...] = (
    *(Agency, Pathway, Ladder, IndicatorVersion, Target, Identity, CodeList, Housing),
    *DATED.values(),
)

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A definition as a row should be; a target has slots below it."""

    model: type[Edition]
    fields: Fields
    slots: tuple[Fields, ...] = ()
    written: object = None

    @property
    def key(self) -> Key:
        return tuple(self.fields[name] for name in self.model.KEY)


@dataclass(slots=True)
class Difference:
    """What a load has to do; `before` holds the edition that a changed definition had."""

    new: list[Wanted] = field(default_factory=list)
    changed: list[tuple[Wanted, Edition]] = field(default_factory=list)
    same: int = 0
    gone: list[Edition] = field(default_factory=list)


def wanted_rows(definitions: Definitions, places: Mapping[str, Place]) -> list[Wanted]:
    """All definitions as rows; every code in them is known to stand somewhere."""
    papers = {paper.code: paper for paper in definitions.papers}
    names = _Names(
        papers,
        {one.code: (one.name_th, one.name_en) for one in definitions.headings},
        {one.code: one for one in definitions.programmes},
        places,
    )
    return [
        *(_agency(written) for written in definitions.agencies),
        *(_pathway(written) for written in definitions.pathways),
        *(_ladder(written) for written in definitions.ladders),
        *(_indicator(written, names) for written in definitions.indicators),
        *(_target(written, names) for written in definitions.targets),
        *(_identity(written, names) for written in definitions.identities),
        *(_dated(written, papers[written.dated.paper]) for written in definitions.money),
        *(_code_list(written) for written in definitions.code_lists),
        *(_housing(written) for written in definitions.housing),
    ]


def difference(wanted: Iterable[Wanted]) -> Difference:
    """What separates the rows wanted from the latest editions in the database."""
    found = Difference()
    standing = {model: latest_editions(model) for model in KINDS}
    for row in wanted:
        before = standing[row.model].pop(row.key, None)
        if before is None:
            found.new.append(row)
        elif before.retired or not _alike(row, before):
            found.changed.append((row, before))
        else:
            found.same += 1
    left = (edition for editions in standing.values() for edition in editions.values())
    found.gone = [edition for edition in left if not edition.retired]
    return found


def _alike(row: Wanted, before: Edition) -> bool:
    stored = {name: getattr(before, name) for name in row.fields}
    return stored == row.fields and stored_slots(before) == row.slots


def stored_slots(row: models.Model) -> tuple[Fields, ...]:
    """The slots of a stored target, as `Wanted` has them."""
    if not isinstance(row, Target):
        return ()
    names = ("number", "place_id", "name_th", "name_en", "subject_name", "note_th", "note_en")
    return tuple(row.slots.order_by("number").values(*names))


@dataclass(frozen=True, slots=True)
class _Names:
    """What codes stand for."""

    papers: Mapping[str, Paper]
    headings: Mapping[str, tuple[str, str]]
    programmes: Mapping[str, WrittenProgramme]
    places: Mapping[str, Place]


def _agency(written: WrittenAgency) -> Wanted:
    named = written.named
    fields: Fields = {
        "code": named.code,
        "name_th": named.name_th,
        "name_en": named.name_en,
        "words": written.words,
    }
    return Wanted(Agency, fields, written=written)


def _pathway(written: WrittenPathway) -> Wanted:
    pathway = written.pathway
    fields: Fields = {
        "code": pathway.code,
        "unit": pathway.unit,
        "name_th": pathway.th,
        "name_en": pathway.en,
        "stages": _stages(pathway.stages, written.evidence),
        "exits": _stages(pathway.exits, {}),
    }
    return Wanted(Pathway, fields, written=written)


def _ladder(written: WrittenLadder) -> Wanted:
    ladder = written.ladder
    rungs = [
        {
            "code": rung.code,
            "role": rung.role.value,
            "kind": rung.kind.value,
            "th": rung.name_th,
            "en": rung.name_en,
        }
        for rung in ladder.rungs
    ]
    fields: Fields = {
        "code": ladder.code,
        "name_th": ladder.name_th,
        "name_en": ladder.name_en,
        "rungs": rungs,
    }
    return Wanted(Ladder, fields, written=written)


def _stages(stages: tuple[Stage, ...], evidence: Mapping[str, tuple[str, ...]]) -> list[Fields]:
    """As they are kept; where no evidence is demanded nothing is said of it, as in editions of before."""
    rows: list[Fields] = [{"code": stage.code, "th": stage.th, "en": stage.en} for stage in stages]
    for row in rows:
        if demanded := evidence.get(row["code"]):
            row["evidence"] = list(demanded)
    return rows


def _indicator(written: WrittenIndicator, names: _Names) -> Wanted:
    heading_th, heading_en = names.headings.get(written.heading, ("", ""))
    programme = names.programmes[written.programme]
    paper = names.papers[written.paper]
    apart = ("where", "heading", "programme", "place", "paper")
    fields: Fields = {name: value for name, value in asdict(written).items() if name not in apart}
    fields |= {
        "heading_no": written.heading,
        "heading_th": heading_th,
        "heading_en": heading_en,
        "programme_code": written.programme,
        "programme_th": programme.name_th,
        "programme_en": programme.name_en,
        "ladder": programme.ladder,
        "place_id": names.places[written.place].pk,
        **_paper(paper),
        "paper_published": paper.published,
    }
    return Wanted(IndicatorVersion, fields, written=written)


def _target(written: WrittenTarget, names: _Names) -> Wanted:
    apart = ("where", "place", "paper", "slots")
    fields: Fields = {name: value for name, value in asdict(written).items() if name not in apart}
    fields |= {"place_id": names.places[written.place].pk, **_paper(names.papers[written.paper])}
    slots = tuple(
        {
            "number": number,
            "place_id": names.places[slot.place].pk,
            "name_th": slot.name_th,
            "name_en": slot.name_en,
            "subject_name": slot.subject_name,
            "note_th": slot.note_th,
            "note_en": slot.note_en,
        }
        for number, slot in enumerate(written.slots, start=1)
    )
    return Wanted(Target, fields, slots, written)


def _identity(written: WrittenIdentity, names: _Names) -> Wanted:
    paper = names.papers[written.paper]
    fields: Fields = {
        "code": written.code,
        "name_th": written.name_th,
        "name_en": written.name_en,
        "of": written.of,
        "fiscal_year": written.fiscal_year,
        "whole": asdict(written.whole),
        "parts": [asdict(part) for part in written.parts],
        "paper_code": paper.code,
        "paper_title": paper.title,
    }
    return Wanted(Identity, fields, written=written)


def _dated(written: WrittenDated, paper: Paper) -> Wanted:
    dated = written.dated
    same = ("code", "valid_from", "valid_to", "confidence", "note_th", "note_en")
    fields: Fields = {name: getattr(dated, name) for name in same}
    fields |= {"name_th": dated.th, "name_en": dated.en, "terms": dated.terms(), **_paper(paper)}
    return Wanted(DATED[type(dated)], fields, written=written)


def _code_list(written: WrittenCodeList) -> Wanted:
    fields: Fields = {
        "code": written.code,
        "name_th": written.name_th,
        "name_en": written.name_en,
        "entries": [
            {key: value for key, value in asdict(entry).items() if value not in ("", False)}
            for entry in written.entries
        ],
    }
    return Wanted(CodeList, fields, written=written)


def _housing(written: WrittenHousing) -> Wanted:
    fields: Fields = {name: value for name, value in asdict(written).items() if name != "where"}
    return Wanted(Housing, fields, written=written)


def _paper(paper: Paper) -> Fields:
    return {"paper_code": paper.code, "paper_title": paper.title, "paper_url": paper.url}
