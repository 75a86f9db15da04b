"""All places and trees, put together from the register and the definitions and checked before loading."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tidtam.places import gazetteer, names, rules
from tidtam.places import problems as say
from tidtam.places.definition import Definition, read_definition
from tidtam.places.records import EdgeRecord, PlaceRecord, SuccessionRecord, TreeRecord
from tidtam.places.rules import Edge, Span
from tidtam.problems import Problem, Where

ADMINISTRATIVE = "admin"
"""The tree in which every place has its home."""

LISTED = 10
"""How many places one message names."""


@dataclass(slots=True)
class Atlas:
    """What is to be loaded, and what is wrong with it; `nested` has the edges by which each tree nests."""

    places: dict[str, PlaceRecord] = field(default_factory=dict)
    successions: list[SuccessionRecord] = field(default_factory=list)
    aliases: set[tuple[str, str]] = field(default_factory=set)
    trees: list[TreeRecord] = field(default_factory=list)
    edges: list[EdgeRecord] = field(default_factory=list)
    nested: dict[str, list[Edge[str]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_atlas(folder: Path) -> Atlas:
    """Everything from the packaged register and `folder`/trees; trees are laid out when all else is sound."""
    definition = read_definition(folder)
    atlas = Atlas(successions=gazetteer.successions(), problems=list(definition.problems))
    _gather_places(atlas, definition)
    _check_mentions(atlas, definition)
    _gather_aliases(atlas, definition)
    _gather_trees(atlas, definition)
    if not atlas.problems:
        _lay_out(atlas)
    return atlas


def _gather_places(atlas: Atlas, definition: Definition) -> None:
    for place in [*gazetteer.official_places(), *definition.places]:
        if place.code in atlas.places:
            atlas.problems.append(say.CODE_TWICE.at(code=place.code))
        atlas.places[place.code] = place


def _check_mentions(atlas: Atlas, definition: Definition) -> None:
    for mention in definition.mentions:
        place = atlas.places.get(mention.code)
        if place is None:
            atlas.problems.append(say.UNKNOWN_CODE.at(mention.where, code=mention.code))
        elif mention.name and mention.name != place.name_th:
            told = {"code": place.code, "known": place.name_th, "name": mention.name}
            atlas.problems.append(say.NAME_DIFFERS.at(mention.where, **told))


def _gather_aliases(atlas: Atlas, definition: Definition) -> None:
    owners: dict[str, str] = {}
    for code, alias in definition.aliases:
        owner = owners.setdefault(names.key(alias), code)
        if owner != code:
            atlas.problems.append(say.ALIAS_TWICE.at(alias=alias, first=owner, second=code))
        atlas.aliases.add((code, alias))


def _gather_trees(atlas: Atlas, definition: Definition) -> None:
    codes = [tree.code for tree in definition.trees]
    for tree in definition.trees:
        where = Where(field=f"tree {tree.code}")
        if codes.count(tree.code) > 1:
            atlas.problems.append(say.CODE_TWICE.at(where, code=tree.code))
        if tree.below is not None and tree.below not in codes:
            atlas.problems.append(say.UNKNOWN_CODE.at(where, code=tree.below))
    atlas.trees = sorted(definition.trees, key=lambda tree: tree.below is not None)
    atlas.edges = [*_homes(atlas.places), *definition.edges]


def _homes(places: Mapping[str, PlaceRecord]) -> list[EdgeRecord]:
    """The edges of the administrative tree: each place under its home, with the days of the place itself."""
    return [
        EdgeRecord(
            tree=ADMINISTRATIVE,
            parent=place.home,
            child=place.code,
            valid_from=place.valid_from,
            valid_to=place.valid_to,
            note_th=place.note_th,
            source=place.source,
        )
        for place in places.values()
        if place.home is not None
    ]


def _lay_out(atlas: Atlas) -> None:
    """The edges by which each tree nests; a tree that goes on as another takes over the edges of that one."""
    lasting = {code: rules.span(place.valid_from, place.valid_to) for code, place in atlas.places.items()}
    for tree in atlas.trees:
        edges = list(_with_days((edge for edge in atlas.edges if edge.tree == tree.code), lasting))
        if faults := _unsound(tree, edges, atlas.places):
            atlas.problems += faults
            continue
        if tree.below:
            edges = rules.continued(edges, atlas.nested[tree.below], tree.root)
        atlas.nested[tree.code] = edges
        atlas.problems += _left_out(tree, atlas)


def _with_days(edges: Iterable[EdgeRecord], lasting: Mapping[str, Span]) -> Iterable[Edge[str]]:
    """The edges on the days on which both their places exist."""
    for edge in edges:
        days: Span | None = rules.span(edge.valid_from, edge.valid_to)
        for code in (edge.parent, edge.child):
            days = days and days.meet(lasting[code])
        if days:
            yield Edge(edge.parent, edge.child, days)


def _unsound(tree: TreeRecord, edges: list[Edge[str]], places: Mapping[str, PlaceRecord]) -> list[Problem]:
    where = Where(field=f"tree {tree.code}")
    faults = [
        say.TWO_PARENTS.at(
            where,
            child=_named([a.child], places),
            first=_named([a.parent], places),
            second=_named([b.parent], places),
        )
        for a, b in rules.with_two_parents(edges)
    ]
    if circle := rules.in_circles(edges):
        faults.append(say.CIRCLE.at(where, places=_named(sorted(circle), places)))
    return faults


def _left_out(tree: TreeRecord, atlas: Atlas) -> list[Problem]:
    """What hangs on nothing, and what the tree promises to hold (`whole`) but does not."""
    placed = rules.reached(atlas.nested[tree.code], tree.root)
    lasting = {place.code: place for place in atlas.places.values() if place.valid_to is None}
    loose = {edge.child for edge in atlas.edges if edge.tree == tree.code and edge.child in lasting}
    due = {code for code, place in lasting.items() if place.kind == tree.whole}
    missing = sorted((loose | due) - placed)
    where = Where(field=f"tree {tree.code}")
    return [say.NOT_PLACED.at(where, tree=tree.code, places=_named(missing, atlas.places))] if missing else []


def _named(codes: list[str], places: Mapping[str, PlaceRecord]) -> str:
    named = ", ".join(f"{places[code].name_th} ({code})" for code in codes[:LISTED])
    return named + (f" +{len(codes) - LISTED}" if len(codes) > LISTED else "")
