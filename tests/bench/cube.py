"""Times wide questions: through the reader and the cube, in plain SQL, and over one plain DuckDB table.

The shape is that of a country: 25 lines in two fiscal years, 7,255 tambons in 77 provinces, things known
10 days late on average, 3 % taken back. All three answer from the same rows, and their answers are compared.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import django

django.setup()

import duckdb  # noqa: E402
import pyarrow as pa  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from tests.bench import country  # noqa: E402
from tidtam.analytics.engine import CubeEngine  # noqa: E402
from tidtam.analytics.segments import kept  # noqa: E402
from tidtam.analytics.segments.cut import put  # noqa: E402
from tidtam.analytics.segments.rows import SCHEMA, flow_number  # noqa: E402
from tidtam.ledger.figure import Measure  # noqa: E402
from tidtam.ledger_store import adding, models  # noqa: E402
from tidtam.ledger_store.plan import open_cells  # noqa: E402
from tidtam.ledger_store.read import NATION, Ask, Moment, Scope, figures, figures_by_place, many_by_day  # noqa: E402
from tidtam.places.models import Place, TreeClosure  # noqa: E402
from tidtam.programmes import queries as programmes  # noqa: E402

ENTRY = models.Entry._meta.db_table
LINES = 25
YEARS = ("2568", "2569")
NOW, THEN = date(2026, 9, 30), date(2026, 3, 31)
START = date(2025, 10, 1)
REPEATS = 7

ROWS = """
SELECT i AS position, 1 AS batch_id, CASE WHEN day < DATE '2025-10-01' THEN early[line] ELSE later[line]
       END AS cell_id, 'said' AS kind, 'b' || i AS statement, NULL::BIGINT AS subject_id,
       1 + (hash(i * 13) % 5)::BIGINT AS quantity,
       CASE WHEN hash(i * 17) % 33 = 0 THEN -1 ELSE 1 END AS sign,
       '' AS start_stage, CASE WHEN hash(i * 19) % 3 = 0 THEN 'started' ELSE 'done' END AS to_stage,
       NULL::BIGINT AS start_place_id,
       tambons[1 + (power((hash(i * 23) % 1000000)::BIGINT / 1e6, 1.7) * {tambons})::BIGINT] AS to_place_id,
       NULL::BIGINT AS start_container_id, NULL::BIGINT AS to_container_id, false AS from_lot,
       day AS day_first, day AS day_last,
       day + (-10 * ln(1 - (hash(i * 29) % 999983)::BIGINT / 1e6))::INTEGER AS known_on,
       false AS traced, NULL::BIGINT AS reverses_id
FROM (SELECT range AS i, DATE '2024-10-01' + (hash(range * 31) % 730)::INTEGER AS day,
             1 + (hash(range * 11) % {lines})::BIGINT AS line,
             $early AS early, $later AS later, $tambons AS tambons FROM range({first}, {last}))
"""
"""Entries number `first` up to before `last`; a cell holds the days of its own fiscal year."""


class Bench:
    """One database with so many entries, and the three ways to ask it."""

    def __init__(self, entries: int, folder: Path) -> None:
        self.entries, self.folder = entries, folder
        self.plain_duck = duckdb.connect(str(folder / "plain.duckdb"), config={"threads": 2})
        self.found: list[dict[str, Any]] = []

    def run(self) -> dict[str, Any]:
        call_command("migrate", verbosity=0)
        country.PATHWAYS = LINES  # type: ignore[misc]
        _, self.provinces, self.tambons = country.make()
        self.cells = self._open()
        made = timed(self._fill)
        cutting = timed(lambda: kept.brought_up(self.folder / "segments", self.entries))
        self.engine = CubeEngine(self.folder / "segments", smallest=1)
        for name, work in (
            ("national, 25 lines, target and result", self.national),
            ("77 provinces x 25 lines", self.by_province),
        ):
            for when, moment in (("now", Moment(NOW)), ("as known on 31 March", Moment(THEN, THEN))):
                work(f"{name}, {when}", moment)
        self.one_tambon()
        size = sum(path.stat().st_size for path in (self.folder / "segments").iterdir()) / 2**20
        return {"made": made, "cut": cutting, "megabytes": size, "rows": self.found}

    # Making

    def _open(self) -> dict[tuple[str, str], int]:
        pathways = programmes.pathways()
        opened = open_cells({(code, year): pathway for code, pathway in pathways.items() for year in YEARS})
        return {key: cell.pk for key, cell in opened.items()}

    def _fill(self) -> None:
        fill(self.entries, self.by_year(), [one.pk for one in self.tambons])
        self.plain_duck.execute("CREATE TABLE target (cell INTEGER, province INTEGER, number INTEGER)")
        targets = [
            (cell, place.pk, 40 + (cell * 7 + place.pk) % 90)
            for cell in self.cells.values()
            for place in self.provinces
        ]
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE bench_target (cell integer, province integer, number integer)")
            cursor.executemany("INSERT INTO bench_target VALUES (%s, %s, %s)", targets)
            cursor.execute("CREATE TABLE bench_place (place integer PRIMARY KEY, province integer)")
            rows = TreeClosure.objects.filter(ancestor__in=self.provinces).values_list(
                "descendant", "ancestor"
            )
            places = list(rows)
            cursor.executemany("INSERT INTO bench_place VALUES (%s, %s)", places)
            cursor.execute("ANALYZE")
        self._fill_duck(targets, places)

    def _fill_duck(self, targets: list[tuple[int, ...]], places: list[tuple[int, ...]]) -> None:
        """The same rows in one plain table, in the order of recording, with whole columns of their own."""
        duck = self.plain_duck
        duck.register(
            "t", pa.table(dict(zip(("cell", "province", "number"), zip(*targets, strict=True), strict=True)))
        )
        duck.execute("INSERT INTO target SELECT * FROM t")
        duck.register("p", pa.table(dict(zip(("place", "province"), zip(*places, strict=True), strict=True))))
        duck.execute(
            "CREATE TABLE place AS SELECT place::INTEGER AS place, province::INTEGER AS province FROM p"
        )
        duck.execute(
            "CREATE TABLE result (position BIGINT, cell INTEGER, place INTEGER, stage VARCHAR, day_last DATE,"
            " known_on DATE, number INTEGER)"
        )
        for first in range(1, self.entries + 1, 2_000_000):
            last = min(first + 2_000_000, self.entries + 1)
            rows = generated(first, last, self.by_year(), [one.pk for one in self.tambons])
            duck.register("r", rows)
            duck.execute(
                "INSERT INTO result SELECT position, cell_id, to_place_id, to_stage, day_last, known_on,"
                " sign * quantity FROM r"
            )

    # Asking

    def asks(self, moment: Moment, scope: Scope = NATION) -> list[Ask]:
        pathways = programmes.pathways()
        return [
            Ask(pathways[country.code_of(n)], YEARS[1], "done", Measure.CROSSED, moment, scope, START)
            for n in range(LINES)
        ]

    def by_year(self) -> list[list[int]]:
        return [[self.cells[country.code_of(n), year] for n in range(LINES)] for year in YEARS]

    def this_year(self) -> list[int]:
        return [self.cells[country.code_of(n), YEARS[1]] for n in range(LINES)]

    def national(self, what: str, moment: Moment) -> None:
        asks, cells = self.asks(moment), self.this_year()

        def ours() -> dict[int, tuple[int, int]]:
            targets = dict(self._sql(TARGETS, [cells]))
            found = figures(asks)
            return {cell: (one.number or 0, targets[cell]) for cell, one in zip(cells, found, strict=True)}

        values = [cells, moment.as_of, moment.known_at or date.max]
        self.compare(
            what,
            ours,
            lambda: {cell: (int(n), int(t)) for cell, n, t in self._sql(NATIONAL, [*values, cells])},
            lambda: {
                cell: (int(n), int(t))
                for cell, n, t in self.plain_duck.execute(for_duck(NATIONAL), [*values, cells]).fetchall()
            },
        )

    def by_province(self, what: str, moment: Moment) -> None:
        asks, cells = self.asks(moment), self.this_year()
        children = [one.pk for one in self.provinces]

        def ours() -> dict[tuple[int, int], int]:
            found = figures_by_place(asks, children)
            return {
                (cell, place): figure.number or 0
                for cell, places in zip(cells, found, strict=True)
                for place, figure in places.items()
                if place is not None
            }

        values = [cells, moment.as_of, moment.known_at or date.max]
        self.compare(
            what,
            ours,
            lambda: {(cell, place): int(n) for cell, place, n in self._sql(BY_PROVINCE, values)},
            lambda: {
                (cell, place): int(n)
                for cell, place, n in self.plain_duck.execute(for_duck(BY_PROVINCE), values).fetchall()
            },
        )

    def one_tambon(self) -> None:
        """A line by month, in a small, a middle and a large tambon."""
        for which in (0, 3000, 7000):
            place = self.tambons[which].pk
            asks, cells = self.asks(Moment(NOW), Scope(place)), self.this_year()

            def ours(asks: list[Ask] = asks, cells: list[int] = cells) -> dict[tuple[int, int], int]:
                found: dict[tuple[int, int], int] = {}
                for cell, days in zip(cells, many_by_day(asks), strict=True):
                    for one in days:
                        for flow in one.flows:
                            if flow.to == "done":
                                key = (cell, one.day.month)
                                found[key] = found.get(key, 0) + flow.number
                return found

            values = [cells, place]
            self.compare(
                f"one tambon by month, number {which:,}",
                ours,
                lambda values=values: {(c, int(m)): int(n) for c, m, n in self._sql(TAMBON, values)},
                lambda values=values: {
                    (c, int(m)): int(n)
                    for c, m, n in self.plain_duck.execute(for_duck(TAMBON), values).fetchall()
                },
            )

    def _sql(self, text: str, values: list[Any]) -> Iterable[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(text.format(entry=ENTRY), values)
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found

    def compare(
        self, what: str, ours: Callable[[], Any], plain_sql: Callable[[], Any], plain_duck: Callable[[], Any]
    ) -> None:
        adding.register(self.engine)
        times: dict[str, list[float]] = {"ours": [], "plain SQL": [], "plain DuckDB": []}
        answers: dict[str, Any] = {}
        for turn in range(REPEATS + 1):
            for name, work in (("ours", ours), ("plain DuckDB", plain_duck), ("plain SQL", plain_sql)):
                if name == "plain SQL" and turn > 3:
                    continue
                start = time.perf_counter()
                answers[name] = work()
                if turn:
                    times[name].append((time.perf_counter() - start) * 1000)
        adding.withdraw(self.engine)
        if not answers["ours"] == answers["plain SQL"] == answers["plain DuckDB"]:
            sys.exit(f"{what}: the answers differ")
        self.found.append({"what": what} | {name: statistics.median(some) for name, some in times.items()})


TARGETS = "SELECT cell, sum(number) FROM bench_target WHERE cell = ANY(%s) GROUP BY cell"
NATIONAL = """
SELECT r.cell_id, r.number, t.number FROM (
  SELECT cell_id, sum(sign * quantity) AS number FROM {entry}
  WHERE cell_id = ANY(%s) AND to_stage = 'done' AND day_last <= %s AND known_on <= %s GROUP BY cell_id) r
JOIN (SELECT cell, sum(number) AS number FROM bench_target WHERE cell = ANY(%s) GROUP BY cell) t
  ON t.cell = r.cell_id
"""
BY_PROVINCE = """
SELECT cell_id, province, sum(sign * quantity) FROM {entry} JOIN bench_place ON place = to_place_id
WHERE cell_id = ANY(%s) AND to_stage = 'done' AND day_last <= %s AND known_on <= %s GROUP BY cell_id, province
"""
TAMBON = """
SELECT cell_id, extract(month FROM day_last), sum(sign * quantity) FROM {entry}
WHERE cell_id = ANY(%s) AND to_stage = 'done' AND to_place_id = %s GROUP BY 1, 2
"""


def for_duck(text: str) -> str:
    """The same question over the plain table."""
    for theirs, ours in (
        ("{entry}", "result"), ("cell_id", "cell"), ("to_stage", "stage"), ("sign * quantity", "number"),
        ("bench_target", "target"), ("bench_place", "place"), ("to_place_id", "result.place"), ("%s", "?"),
        ("ON place = ", "ON place.place = "),
    ):  # fmt: skip
        text = text.replace(theirs, ours)
    return text


def generated(first: int, last: int, cells: Sequence[Sequence[int]], tambons: Sequence[int]) -> pa.Table:
    """Entries from number `first` up to before `last`, the same for the same numbers in every run."""
    text = ROWS.format(lines=LINES, tambons=len(tambons), first=first, last=last)
    with duckdb.connect(config={"threads": 2}) as making:
        values = {"early": cells[0], "later": cells[1], "tambons": tambons}
        found: pa.Table = making.execute(text, values).to_arrow_table()
        return found


def fill(entries: int, cells: Sequence[Sequence[int]], tambons: Sequence[int]) -> None:
    """Past the writer: only reading is timed. Indexes are made after the rows, triggers are not fired."""
    batch = models.Batch.objects.create(
        key="bench", actor_id=1, actor_name="bench", first_position=1, last_position=entries
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s", [ENTRY])
        indexes = [(name, text) for name, text in cursor.fetchall() if not name.endswith("_pkey")]
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        cursor.execute("SET session_replication_role = replica")
        for first in range(1, entries + 1, 2_000_000):
            rows = generated(first, min(first + 2_000_000, entries + 1), cells, tambons)
            _copy(cursor, rows, batch.pk)
        cursor.execute("SET session_replication_role = DEFAULT")
        for _, text in indexes:
            cursor.execute(text)
    models.Head.objects.update_or_create(pk=1, defaults={"position": entries})


def _copy(cursor: Any, rows: pa.Table, batch: int) -> None:
    from pyarrow import csv

    text = pa.BufferOutputStream()
    csv.write_csv(rows, text, csv.WriteOptions(include_header=False, quoting_style="needed"))
    names = ", ".join(rows.column_names)
    with cursor.cursor.copy(
        f"COPY {ENTRY} ({names}) FROM STDIN (FORMAT CSV, FORCE_NOT_NULL (start_stage))"
    ) as copy:
        copy.write(text.getvalue().to_pybytes())


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


__all__ = ["SCHEMA", "Bench", "Place", "flow_number", "put"]

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        print(json.dumps(Bench(asked.entries, Path(home)).run()))
