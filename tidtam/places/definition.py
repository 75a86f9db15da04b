"""Reading the files of trees (places of our own, edges with dates, aliases); no fault stops the rest."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeAlias, TypeVar

from tidtam.places import problems as say
from tidtam.places.models import Kind
from tidtam.places.records import EdgeRecord, PlaceRecord, TreeRecord
from tidtam.problems import Both, Problem, Where

Table: TypeAlias = Mapping[str, object]
Wanted = TypeVar("Wanted")

_NAMED = {"code", "name_th", "name_en", "valid_from", "source", "note_th"}
_TREE = _NAMED | {"root", "below", "whole", "review_date"}
_PLACE = _NAMED | {"kind", "home", "aliases", "valid_to"}
_EDGE = {"parent", "children", "valid_from", "valid_to", "certain", "source", "note_th"}
_WORD = {
    str: Both("ข้อความ", "text"),
    date: Both("วันที่แบบ 2018-10-01", "a date such as 2018-10-01"),
    bool: Both(" true หรือ false", "true or false"),
    list: Both("รายการข้อความ", "a list of texts"),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as a file writes it: its code and, to be read by people and checked, its name."""

    code: str
    name: str
    where: Where


@dataclass(slots=True)
class Definition:
    """What the files say."""

    trees: list[TreeRecord] = field(default_factory=list)
    places: list[PlaceRecord] = field(default_factory=list)
    edges: list[EdgeRecord] = field(default_factory=list)
    aliases: list[tuple[str, str]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_definition(folder: Path) -> Definition:
    """Reads every .toml file of `folder`/trees; what is wrong with them is in `problems`."""
    found = Definition()
    files = sorted((folder / "trees").glob("*.toml"))
    if not files:
        found.problems.append(say.NO_FILES.at(folder=folder / "trees"))
    for file in files:
        try:
            content = tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            found.problems.append(say.UNREADABLE_FILE.at(Where(file=file.name), reason=fault))
        else:
            _File(found, file.name, content).read()
    return found


@dataclass(slots=True)
class _Reader:
    """One table of a file, its fields read with their types; a wrong one leaves a problem."""

    into: Definition
    where: Where
    table: Table

    def only(self, known: set[str]) -> None:
        for name in self.table.keys() - known:
            self.into.problems.append(say.UNKNOWN_FIELD.at(self.where, name=name))

    def get(self, name: str, kind: type[Wanted], fallback: Wanted | None = None) -> Wanted | None:
        value = self.table.get(name)
        if value is None:
            return fallback
        if type(value) is kind:
            return value
        self.wrong(name, _WORD[kind], repr(value))
        return fallback

    def wrong(self, name: str, wanted: object, value: object) -> None:
        self.into.problems.append(say.WRONG_VALUE.at(self.where, name=name, wanted=wanted, value=value))

    def need(self, name: str) -> str:
        if name not in self.table:
            self.into.problems.append(say.MISSING_FIELD.at(self.where, name=name))
        return self.text(name)

    def text(self, name: str) -> str:
        return self.get(name, str) or ""

    def texts(self, name: str) -> list[str]:
        return [str(item) for item in self.get(name, list) or []]

    def kind(self, name: str) -> Kind | None:
        value = self.text(name)
        if value in Kind.values:
            return Kind(value)
        if value:
            self.wrong(name, ", ".join(Kind.values), value)
        return None

    def in_order(self, first: date | None, end: date | None) -> None:
        if first and end and end <= first:
            wanted = Both(f"วันหลัง {first}", f"a day after {first}")
            self.wrong("valid_to", wanted, end)

    def mention(self, text: str) -> str:
        """The code of "74 สมุทรสาคร"; the name is kept to be checked."""
        code, _, name = text.strip().partition(" ")
        self.into.mentions.append(Mention(code, name.strip(), self.where))
        return code


@dataclass(slots=True)
class _File:
    into: Definition
    name: str
    content: Table

    def read(self) -> None:
        whole = self.reader("", self.content)
        whole.only({"tree", "place", "edge", "aliases"})
        tree = whole.get("tree", dict)
        if tree is not None:
            self.tree(self.reader("tree", tree))
        for number, table in enumerate(self.tables("place"), start=1):
            self.place(self.reader(str(table.get("code") or f"place {number}"), table))
        for number, table in enumerate(self.tables("edge"), start=1):
            self.edge(self.reader(f"edge {number} ({table.get('parent')})", table), tree or {})
        self.aliases(whole.get("aliases", dict) or {})

    def reader(self, name: str, table: Table) -> _Reader:
        return _Reader(self.into, Where(file=self.name, field=name or None), table)

    def tables(self, name: str) -> Iterator[Table]:
        for table in self.reader("", self.content).get(name, list) or []:
            if isinstance(table, dict):
                yield table

    def tree(self, fields: _Reader) -> None:
        fields.only(_TREE)
        fields.get("valid_from", date)
        self.into.trees.append(
            TreeRecord(
                code=fields.need("code"),
                name_th=fields.need("name_th"),
                name_en=fields.need("name_en"),
                root=fields.mention(fields.need("root")),
                below=fields.text("below") or None,
                whole=fields.kind("whole"),
                note_th=fields.text("note_th"),
                source=fields.text("source"),
                review_date=fields.get("review_date", date),
            )
        )

    def place(self, fields: _Reader) -> None:
        fields.only(_PLACE)
        fields.need("kind")
        place = PlaceRecord(
            code=fields.need("code"),
            kind=fields.kind("kind") or Kind.COMMUNITY,
            name_th=fields.need("name_th"),
            name_en=fields.text("name_en"),
            home=fields.mention(fields.need("home")),
            valid_from=fields.get("valid_from", date),
            valid_to=fields.get("valid_to", date),
            note_th=fields.text("note_th"),
            source=fields.text("source"),
        )
        fields.in_order(place.valid_from, place.valid_to)
        self.into.places.append(place)
        self.into.aliases += [(place.code, alias) for alias in fields.texts("aliases")]

    def edge(self, fields: _Reader, tree: Table) -> None:
        fields.only(_EDGE)
        begins = tree.get("valid_from")
        shared = EdgeRecord(
            tree=str(tree.get("code") or ""),
            parent=fields.mention(fields.need("parent")),
            child="",
            valid_from=fields.get("valid_from", date, begins if isinstance(begins, date) else None),
            valid_to=fields.get("valid_to", date),
            certain=fields.get("certain", bool, fallback=True) is not False,
            note_th=fields.text("note_th"),
            source=fields.text("source") or str(tree.get("source") or ""),
        )
        children = fields.texts("children")
        if not children:
            self.into.problems.append(say.MISSING_FIELD.at(fields.where, name="children"))
        if not shared.tree:
            self.into.problems.append(say.MISSING_FIELD.at(fields.where, name="tree.code"))
        fields.in_order(shared.valid_from, shared.valid_to)
        self.into.edges += [replace(shared, child=fields.mention(child)) for child in children]

    def aliases(self, table: Table) -> None:
        for mentioned, others in table.items():
            fields = self.reader(mentioned, {"aliases": others})
            code = fields.mention(mentioned)
            self.into.aliases += [(code, alias) for alias in fields.texts("aliases")]
