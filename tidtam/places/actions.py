"""Loading places and trees from the packaged register and the definitions; a second load changes nothing."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from django.db import connection, transaction

from tidtam.audit.actions import Actor, record
from tidtam.places import gazetteer, rules
from tidtam.places.atlas import Atlas, read_atlas
from tidtam.places.codes import NATION
from tidtam.places.models import Alias, Edition, Place, Succession, Tree, TreeClosure, TreeEdge
from tidtam.places.records import PlaceRecord
from tidtam.places.tables import Columns, Loaded, Values, bring, bring_all, read_rows
from tidtam.problems import Refused

Ids = Mapping[str, int]

_PLACE = Columns(
    ("code",), ("kind", "name_th", "name_en", "home_id", "valid_from", "valid_to", "note_th", "source")
)
_SUCCESSION = Columns(("place_id", "successor_id"), ("basis", "in_force", "source"))
_ALIAS = Columns(("place_id", "text"), ())
_TREE = Columns(("code",), ("name_th", "name_en", "root_id", "below_id", "note_th", "source", "review_date"))
_EDGE = Columns(
    ("tree_id", "parent_id", "child_id", "valid_from"), ("valid_to", "certain", "note_th", "source")
)


def load_places(actor: Actor, folder: Path, *, afresh: Collection[str] = ()) -> Loaded:
    """Brings places, aliases and trees to what the register and the files of `folder`/trees say.

    Raises `Refused` with all faults of the files. Places are never taken away, since figures may hang on
    them; aliases and edges that the files no longer have are. A tree is nested anew when its edges changed;
    `afresh` names others to nest (what `queries.trees_out_of_step` found).
    """
    atlas = read_atlas(folder)
    if atlas.problems:
        raise Refused(atlas.problems)
    with transaction.atomic():
        loaded = load_atlas(atlas, afresh=afresh)
        if loaded:
            record(actor=actor, action="places.loaded", what=f"places:{folder.name}", detail=asdict(loaded))
    return loaded


def load_atlas(atlas: Atlas, *, afresh: Collection[str] = ()) -> Loaded:
    """Brings the tables to a sound atlas, within the caller's transaction."""
    loaded, ids = _places(atlas.places)
    loaded += _successions(atlas, ids) + _aliases(atlas, ids) + _trees(atlas, ids) + _edges(atlas, ids)
    loaded += _nestings(atlas, ids, afresh)
    if loaded:
        Edition.objects.create(register=gazetteer.VERSION)
    return loaded


def _places(records: Mapping[str, PlaceRecord]) -> tuple[Loaded, Ids]:
    """Brings the places, each level after its homes, and tells the number of each."""
    there = read_rows(Place, _PLACE)
    ids = {str(key[0]): int(pk) for key, (pk, _) in there.items()}
    loaded = Loaded()
    for level in _by_steps(records):
        wanted: dict[Values, Values] = {(place.code,): _place(place, ids) for place in level}
        brought, new = bring(Place, _PLACE, wanted, there)
        loaded += brought
        ids.update((row.code, row.pk) for row in new)
    return loaded, ids


def _place(place: PlaceRecord, ids: Ids) -> Values:
    return (
        place.kind.value,
        place.name_th,
        place.name_en,
        ids[place.home] if place.home else None,
        place.valid_from,
        place.valid_to,
        place.note_th,
        place.source,
    )


def _by_steps(records: Mapping[str, PlaceRecord]) -> Iterable[list[PlaceRecord]]:
    """The places in levels: the nation, what has its home there, what has its home in that, and so on."""
    by_home: dict[str | None, list[PlaceRecord]] = {}
    for place in records.values():
        by_home.setdefault(place.home, []).append(place)
    level = by_home.get(None, [])
    while level:
        yield level
        level = [child for place in level for child in by_home.get(place.code, ())]


def _successions(atlas: Atlas, ids: Ids) -> Loaded:
    wanted: dict[Values, Values] = {
        (ids[s.place], ids[s.successor]): (s.basis, s.in_force, s.source) for s in atlas.successions
    }
    return bring_all(Succession, _SUCCESSION, wanted)


def _aliases(atlas: Atlas, ids: Ids) -> Loaded:
    wanted: dict[Values, Values] = {(ids[code], text): () for code, text in sorted(atlas.aliases)}
    return bring_all(Alias, _ALIAS, wanted)


def _trees(atlas: Atlas, ids: Ids) -> Loaded:
    wanted: dict[Values, Values] = {
        (t.code,): (t.name_th, t.name_en, ids[t.root], t.below, t.note_th, t.source, t.review_date)
        for t in atlas.trees
    }
    return bring_all(Tree, _TREE, wanted)


def _edges(atlas: Atlas, ids: Ids) -> Loaded:
    wanted: dict[Values, Values] = {
        (e.tree, ids[e.parent], ids[e.child], e.valid_from): (e.valid_to, e.certain, e.note_th, e.source)
        for e in atlas.edges
    }
    return bring_all(TreeEdge, _EDGE, wanted)


def _nestings(atlas: Atlas, ids: Ids, afresh: Collection[str]) -> Loaded:
    """Nests the trees whose edges differ from those of the last time, and those whose nesting is gone."""
    versions = dict(Tree.objects.values_list("code", "version"))
    there = set(TreeClosure.objects.filter(depth=0, descendant=ids[NATION]).values_list("tree_id", flat=True))
    anew = []
    for tree in atlas.trees:
        edges = atlas.nested[tree.code]
        version = rules.fingerprint(edges)
        if tree.code in afresh or tree.code not in there or versions[tree.code] != version:
            _nest(tree.code, rules.nesting(edges, tree.root), ids)
            Tree.objects.filter(code=tree.code).update(version=version)
            anew.append(tree.code)
    return Loaded(nested=tuple(anew))


def _nest(tree: str, nested: Iterable[rules.Nested[str]], ids: Ids) -> None:
    """Replaces the nesting of a tree; tens of thousands of rows, so they go past the ORM."""
    TreeClosure.objects.filter(tree=tree).delete()
    rows = [
        (tree, ids[n.ancestor], ids[n.descendant], n.depth, n.days.first.isoformat(), n.days.end.isoformat())
        for n in nested
    ]
    table = TreeClosure._meta.db_table
    columns = "tree_id, ancestor_id, descendant_id, depth, valid_from, valid_to"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # single inserts take many times as long there
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES (%s, %s, %s, %s, %s, %s)", rows)
