"""Reads a folder of definitions into plain values, with every problem found on the way."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from tidtam.ledger.pathway import Pathway, Stage
from tidtam.people.models import Role
from tidtam.places.codes import NATION
from tidtam.places.models import Kind
from tidtam.problems import Both, Problem, Where
from tidtam.programmes import problems, reading_money
from tidtam.programmes.ladders import REVIEWERS, Ladder, Rung
from tidtam.programmes.tables import Table
from tidtam.programmes.words import (
    BASES,
    CONFIDENCES,
    CYCLES,
    EVIDENCE,
    HOUSING_CYCLES,
    IDENTITIES_OF,
    MEASURES,
    SECTIONS,
    TREES,
)
from tidtam.programmes.written import (
    Definitions,
    Named,
    Paper,
    Part,
    WrittenAgency,
    WrittenHousing,
    WrittenIdentity,
    WrittenIndicator,
    WrittenLadder,
    WrittenPathway,
    WrittenProgramme,
    WrittenSlot,
    WrittenTarget,
)

OF_OTHERS = frozenset({"trees"})
"""Folders beside ours that other packages read."""

Reader = Callable[[Table, Definitions], None]


def read_folder(folder: Path) -> tuple[Definitions, list[Problem]]:
    """Everything that the folder says, and everything that is wrong with how it is written."""
    definitions, found = Definitions(), list[Problem]()
    if not folder.is_dir():
        return definitions, [problems.FOLDER_MISSING.at(folder=folder)]
    files = _files(folder, found)
    for pattern, tables in _TABLES.items():
        for file in sorted(files):
            if file.match(pattern):
                _read_file(folder, file, tables, definitions, found)
    return definitions, found


def _files(folder: Path, found: list[Problem]) -> list[Path]:
    files = [path.relative_to(folder) for path in folder.rglob("*.toml")]
    ours = [file for file in files if file.parts[0] not in OF_OTHERS]
    known = ", ".join(_TABLES)
    for file in sorted(ours):
        if not _known(file):
            found.append(problems.FILE_UNKNOWN.at(Where(file=file.as_posix()), files=known))
    for name in _TABLES:
        if "*" not in name and Path(name) not in ours:
            found.append(problems.FILE_MISSING.at(Where(file=name), file=name))
    return [file for file in ours if _known(file)]


def _known(file: Path) -> bool:
    return any(len(file.parts) == len(Path(name).parts) and file.match(name) for name in _TABLES)


def _read_file(
    folder: Path, file: Path, readers: Mapping[str, Reader], definitions: Definitions, found: list[Problem]
) -> None:
    where = Where(file=file.as_posix())
    text = (folder / file).read_text(encoding="utf-8-sig")
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        found.append(problems.NOT_TOML.at(where, reason=fault))
        return
    for name, rows in content.items():
        if name not in readers or not isinstance(rows, list):
            known = " ".join(f"[[{table}]]" for table in readers)
            found.append(problems.TABLE_UNKNOWN.at(where, table=name, known=known))
            continue
        for table in _tables(name, rows, text, where, found):
            readers[name](table, definitions)
            table.done()


def _tables(name: str, rows: list[Any], text: str, where: Where, found: list[Problem]) -> Iterable[Table]:
    """The tables of one name, each with the line that its head stands on."""
    found_heads = re.finditer(rf"(?m)^\s*(\[\[{name}\]\])", text)
    heads = [text.count("\n", 0, head.start(1)) + 1 for head in found_heads]
    for number, row in enumerate(rows):
        line = heads[number] if number < len(heads) else None
        yield Table(name, row if isinstance(row, dict) else {}, Where(file=where.file, row=line), found)


def _paper(table: Table, definitions: Definitions) -> None:
    definitions.papers.append(
        Paper(
            where=table.where,
            code=table.code("code"),
            title=table.text("title"),
            url=table.text("url", ""),
            published=table.day("published"),
            publisher=table.text("publisher"),
            note=table.text("note", ""),
        )
    )


def _named(table: Table) -> Named:
    return Named(table.where, table.code("code"), table.text("th"), table.text("en"))


def _agency(table: Table, definitions: Definitions) -> None:
    definitions.agencies.append(WrittenAgency(_named(table), table.text("words", "")))


def _heading(table: Table, definitions: Definitions) -> None:
    definitions.headings.append(_named(table))


def _programme(table: Table, definitions: Definitions) -> None:
    named = _named(table)
    written = WrittenProgramme(
        named.where, named.code, named.name_th, named.name_en, table.code("ladder", "field")
    )
    definitions.programmes.append(written)


def _ladder(table: Table, definitions: Definitions) -> None:
    named = _named(table)
    rungs = tuple(_rung(rung) for rung in table.tables("rung", needed=True))
    ladder = Ladder(named.code, named.name_th, named.name_en, rungs)
    definitions.ladders.append(WrittenLadder(table.where, ladder))


def _rung(table: Table) -> Rung:
    named = _named(table)
    role = Role(table.choice("role", [role.value for role in REVIEWERS], REVIEWERS[0].value))
    kind = Kind(table.choice("kind", [kind.value for kind in Kind], Kind.NATION.value))
    table.done()
    return Rung(named.code, role, kind, named.name_th, named.name_en)


def _pathway(table: Table, definitions: Definitions) -> None:
    named, unit = _named(table), table.code("unit")
    steps = table.tables("stage", needed=True)
    demanded = [step.some("evidence", EVIDENCE) for step in steps]
    stages, exits = _stages(steps), _stages(table.tables("exit"))
    try:
        pathway = Pathway(named.code, unit, stages, exits, named.name_th, named.name_en)
    except ValueError:
        wanted = Both("รหัสขั้นที่ไม่ซ้ำกัน อย่างน้อยหนึ่งขั้น", "stage codes that differ, at least one")
        codes = ", ".join(step.code for step in (*stages, *exits))
        table.found.append(problems.WRONG_VALUE.at(table.where, value=codes, wanted=wanted))
        return
    evidence = {stage.code: kinds for stage, kinds in zip(stages, demanded, strict=True)}
    definitions.pathways.append(WrittenPathway(table.where, pathway, evidence))


def _stages(tables: list[Table]) -> tuple[Stage, ...]:
    stages = tuple(Stage(table.code("code"), table.text("th"), table.text("en")) for table in tables)
    for table in tables:
        table.done()
    return stages


def _indicator(table: Table, definitions: Definitions) -> None:
    definitions.indicators.append(
        WrittenIndicator(
            where=table.where,
            code=table.code("code"),
            first_year=table.year("first_year"),
            last_year=table.year_or_none("last_year"),
            section=table.choice("section", SECTIONS, "line"),
            order=table.whole("order", low=1, high=99_999) or 1,
            heading=table.code("heading", ""),
            programme=table.code("programme"),
            name_th=table.text("name_th"),
            name_en=table.text("name_en"),
            unit=table.code("unit"),
            basis=table.choice("basis", BASES),
            basis_since=table.year_or_none("since"),
            measure=table.choice("measure", MEASURES),
            pathway=table.code("pathway"),
            counting_stage=table.code("counting_stage"),
            cycle=table.choice("cycle", CYCLES),
            place=table.code("place", NATION),
            tree=table.choice("tree", TREES, "admin"),
            public=table.flag("public", True),
            counting_rule_th=table.text("rule_th"),
            counting_rule_en=table.text("rule_en"),
            confidence=table.choice("confidence", CONFIDENCES),
            note_th=table.text("note_th", ""),
            note_en=table.text("note_en", ""),
            paper=table.code("paper"),
            review_date=table.day("review_date"),
            comparable_with_previous=table.flag("comparable_with_previous", False),
        )
    )


def _target(table: Table, definitions: Definitions) -> None:
    definitions.targets.append(
        WrittenTarget(
            where=table.where,
            indicator=table.code("indicator"),
            fiscal_year=table.year_or_none("fiscal_year"),
            place=table.code("place", ""),
            tree=table.choice("tree", ("", *TREES), ""),
            revision=table.whole("revision", low=1, high=99, needed=False) or 1,
            unit=table.code("unit"),
            value=table.whole("value") or 0,
            known_on=table.day("known_on"),
            valid_from=table.day("valid_from"),
            who_th=table.text("who_th"),
            who_en=table.text("who_en"),
            why_th=table.text("why_th"),
            why_en=table.text("why_en"),
            paper=table.code("paper"),
            slots=tuple(_slot(slot) for slot in table.tables("slot")),
        )
    )


def _slot(table: Table) -> WrittenSlot:
    slot = WrittenSlot(
        where=table.where,
        place=table.code("place"),
        name_th=table.text("name_th"),
        name_en=table.text("name_en"),
        subject_name=table.text("subject", ""),
        note_th=table.text("note_th", ""),
        note_en=table.text("note_en", ""),
    )
    table.done()
    return slot


def _identity(table: Table, definitions: Definitions) -> None:
    definitions.identities.append(
        WrittenIdentity(
            where=table.where,
            code=table.code("code"),
            name_th=table.text("th"),
            name_en=table.text("en"),
            of=table.choice("of", IDENTITIES_OF),
            fiscal_year=table.year("fiscal_year"),
            whole=_part(table),
            parts=tuple(_part_table(part) for part in table.tables("part", needed=True)),
            paper=table.code("paper"),
        )
    )


def _part(table: Table) -> Part:
    return Part(table.code("indicator"), table.code("place", ""))


def _part_table(table: Table) -> Part:
    part = _part(table)
    table.done()
    return part


def _housing(table: Table, definitions: Definitions) -> None:
    written = WrittenHousing(
        where=table.where,
        programme=table.code("programme"),
        households=table.code("households"),
        projects=table.code("projects"),
        grants=table.code("grants"),
        principal=table.code("principal"),
        interest=table.code("interest"),
        receipts=table.code("receipts"),
        ladder=table.code("ladder"),
        money_ladder=table.code("money_ladder"),
        line=table.code("line", ""),
        cycle=table.choice("cycle", HOUSING_CYCLES),
        approved=table.code("approved"),
        finished=table.code("finished"),
    )
    definitions.housing.append(written)


_TABLES: dict[str, dict[str, Reader]] = {
    "papers.toml": {"paper": _paper},
    "programmes.toml": {
        "agency": _agency,
        "heading": _heading,
        "ladder": _ladder,
        "programme": _programme,
    },
    "pathways.toml": {"pathway": _pathway},
    "indicators/*.toml": {"indicator": _indicator},
    "targets/*.toml": {"target": _target},
    "identities.toml": {"identity": _identity},
    "codes.toml": {"code_list": reading_money.code_list},
    "housing.toml": {"housing": _housing},
    "money.toml": {
        "money_rule": reading_money.money_rule,
        "rate": reading_money.rate,
        "loan_convention": reading_money.loan_convention,
        "moratorium": reading_money.moratorium,
    },
}
"""The files of a folder of definitions, in the order in which they are read, with the tables of each."""
