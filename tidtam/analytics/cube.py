"""The cube in this process: sums of segments in memory, their rows on disk, and the tail kept warm."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
from pyarrow import parquet

from tidtam.analytics.areas import Areas
from tidtam.analytics.segments.adding_up import add_again
from tidtam.analytics.segments.kept import Chain, Signature, chain, signature
from tidtam.analytics.segments.manifest import ENTRIES, PLACES, SUMS, VAGUE, Damaged, FlowText, Manifest
from tidtam.analytics.segments.rows import SCHEMA, entries_between

THREADS = 2
MEMORY = "4GB"
RELATIONS = ("sums", "entries", "vague", "tail", "places")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is loaded: the relations' names in the engine, and how far they reach."""

    turn: int
    looks: Signature
    chain: Chain
    areas: Areas
    tail_to: int
    flows: Mapping[int, FlowText] = field(default_factory=dict)
    known_places: frozenset[int] = frozenset()

    @property
    def last_day(self) -> date:
        """The last day of any entry in a segment."""
        return max((one.last_day for one in self.chain.segments), default=date.min)

    @property
    def last_known(self) -> date:
        """The last day on which any entry in a segment became known."""
        return max((one.last_known for one in self.chain.segments), default=date.min)

    def named(self, text: str) -> str:
        """A question with the names that the relations have in this turn."""
        for relation in RELATIONS:
            text = text.replace(f"FROM {relation}\n", f"FROM {relation}_{self.turn}\n")
            text = text.replace(f"FROM {relation} ", f"FROM {relation}_{self.turn} ")
            text = text.replace(f"JOIN {relation} ", f"JOIN {relation}_{self.turn} ")
        return text


class Cube:
    """Loads what changed before each question; questions of several threads go on beside each other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._engine = duckdb.connect(config={"threads": THREADS, "memory_limit": MEMORY})
        self._engine.register("empty", SCHEMA.empty_table())
        self._engine.execute("CREATE TABLE nothing AS SELECT * FROM empty")
        self._sound: dict[str, tuple[int, int, int]] = {}
        self._loaded: Loaded | None = None

    def ready(self, head: int, trees: Areas) -> tuple[duckdb.DuckDBPyConnection, Loaded]:
        """A cursor and what is loaded, with all entries up to `head`. Damaged when a segment is not whole."""
        with self._lock:
            looks = signature(self.folder)
            was = self._loaded
            if was is None or was.looks != looks or was.areas is not trees or was.tail_to > head:
                was = self._load(looks, trees)
            if was.tail_to < head:
                was = self._with_tail(was, head)
            self._loaded = was
            return self._engine.cursor(), was

    def forget(self) -> None:
        """Loads everything anew at the next question, and hashes it again."""
        with self._lock:
            self._loaded = None
            self._sound.clear()

    def tail_length(self) -> int:
        """How many entries are in no segment yet."""
        was = self._loaded
        return was.tail_to - was.chain.last if was else 0

    def _load(self, looks: Signature, trees: Areas) -> Loaded:
        found = chain(self.folder, self._sound)
        if found.damaged:
            number, how = found.damaged[0]
            raise Damaged(f"segment {number}", how)
        turn = self._loaded.turn + 1 if self._loaded else 2
        loading = _Loading(self._engine, self.folder, turn, found, trees)
        loading.load()
        _drop(self._engine, turn - 2)  # some thread may still ask the one before
        return Loaded(turn, looks, found, trees, found.last, loading.flows, frozenset(loading.places))

    def _with_tail(self, was: Loaded, head: int) -> Loaded:
        """Takes in the entries after those that are there; the book only grows, so nothing is read twice."""
        rows, flows = entries_between(was.tail_to + 1, head)
        if rows.num_rows != head - was.tail_to:
            raise LookupError(f"{rows.num_rows} entries after {was.tail_to} of {head - was.tail_to}")
        cursor = self._engine.cursor()
        new = {one for column in ("start_place", "to_place") for one in rows[column].to_pylist() if one}
        new -= was.known_places
        cursor.begin()
        _insert(cursor, f"tail_{was.turn}", rows)
        if new:
            _insert(cursor, f"places_{was.turn}", _areas_table({p: was.areas.area(p) for p in new}))
        cursor.commit()
        return Loaded(
            was.turn, was.looks, was.chain, was.areas, head, {**was.flows, **flows}, was.known_places | new
        )


class _Loading:
    def __init__(
        self, engine: duckdb.DuckDBPyConnection, folder: Path, turn: int, found: Chain, trees: Areas
    ) -> None:
        self.engine, self.folder, self.turn, self.found, self.trees = engine, folder, turn, found, trees
        self.flows: dict[int, FlowText] = {}
        self.places: dict[int, int] = {}

    def load(self) -> None:
        _drop(self.engine, self.turn)
        self._sums_table()
        for manifest in self.found.segments:
            self.flows |= manifest.flows
            self._add_sums(manifest)
        self._views()
        self.engine.execute(f"CREATE TABLE tail_{self.turn} AS SELECT * FROM nothing")
        self.engine.execute(f"CREATE TABLE places_{self.turn} (place INTEGER, area INTEGER)")
        _insert(self.engine, f"places_{self.turn}", _areas_table(self.places))

    def _sums_table(self) -> None:
        self.engine.execute(
            f"CREATE TABLE sums_{self.turn} (cell INTEGER, flow INTEGER, start_area INTEGER, to_area INTEGER,"
            " day_month SMALLINT, known_month SMALLINT, number BIGINT, traced BIGINT, times BIGINT,"
            " taken_back BIGINT, last_day DATE, last_position BIGINT)"
        )

    def _add_sums(self, manifest: Manifest) -> None:
        """The sums of a segment; where a tree was changed since they were made, they are added up again."""
        (sums,), (places,) = self._paths(manifest, SUMS), self._paths(manifest, PLACES)
        table = parquet.read_table(places)
        then = dict(zip(table["place"].to_pylist(), table["area"].to_pylist(), strict=True))
        now = {place: self.trees.area(place) for place in then}
        self.places |= now
        values = f"SELECT *, {manifest.last}::BIGINT FROM"
        if now == then:
            self.engine.execute(f"INSERT INTO sums_{self.turn} {values} read_parquet('{sums}')")
            return
        again, _ = add_again([Path(path) for path in self._paths(manifest, ENTRIES)], self.trees)
        self.engine.register("again", again)
        self.engine.execute(f"INSERT INTO sums_{self.turn} {values} again")
        self.engine.unregister("again")

    def _views(self) -> None:
        """All rows of a kind, each with the last position of its segment."""
        for relation, what in (("entries", ENTRIES), ("vague", VAGUE)):
            parts = [
                f"SELECT *, {one.last}::BIGINT AS last_position FROM read_parquet({self._paths(one, what)})"
                for one in self.found.segments
            ]
            text = " UNION ALL ".join(parts) or "SELECT *, 0::BIGINT AS last_position FROM nothing"
            kind = "TABLE" if what == VAGUE else "VIEW"
            self.engine.execute(f"CREATE {kind} {relation}_{self.turn} AS {text}")

    def _paths(self, manifest: Manifest, what: str) -> list[str]:
        return [str(self.folder / file.name) for file in manifest.of(what)]


def _areas_table(found: Mapping[int, int]) -> pa.Table:
    places = pa.array(list(found), pa.int32())
    return pa.table({"place": places, "area": pa.array(list(found.values()), pa.int32())})


def _insert(cursor: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    cursor.register("fresh", rows)
    cursor.execute(f"INSERT INTO {table} SELECT * FROM fresh")
    cursor.unregister("fresh")


def _drop(engine: duckdb.DuckDBPyConnection, turn: int) -> None:
    for relation in ("sums", "vague", "tail", "places"):
        engine.execute(f"DROP TABLE IF EXISTS {relation}_{turn}")
    engine.execute(f"DROP VIEW IF EXISTS entries_{turn}")
