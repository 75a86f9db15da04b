"""The writer of segments: one at a time, nothing half-written, and everything can be thrown away."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
from pyarrow import parquet

from tidtam.analytics import areas
from tidtam.analytics.segments import happened
from tidtam.analytics.segments.adding_up import SUMS as SUMS_QUERY
from tidtam.analytics.segments.adding_up import places_of
from tidtam.analytics.segments.manifest import (
    ENTRIES,
    PLACES,
    SUMS,
    VAGUE,
    File,
    FlowText,
    Manifest,
    manifest_name,
    sync_folder,
    written,
)
from tidtam.analytics.segments.rows import entries_between
from tidtam.ledger_store.models import Entry

MOST = 10_000_000
"""Entries of one segment at most: what fits into a gigabyte of memory while it is sorted."""

ROW_GROUP = 60_000
"""Rows that are read or passed over together: small enough to leave most of a file unread."""

SORTED = """
SELECT * FROM rows WHERE {where}
ORDER BY year(known_on) * 12 + month(known_on), cell, day_last, position
"""
"""By the month of knowing, then cell, then day: what a past moment did not know lies at the end."""


BOUNDS = """
SELECT min(position), max(position), min(day_last), max(day_last), min(known_on), max(known_on) FROM rows
"""


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Whether this process may write segments now; no two do at once, on one machine."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def cut(folder: Path, number: int, first: int, last: int) -> Manifest:
    """Writes segment `number` with the entries from one position to another; only under `alone`.

    LookupError when the book does not hold all of them.
    """
    rows, flows = entries_between(first, last)
    if rows.num_rows != last - first + 1:
        raise LookupError(f"{rows.num_rows:,} entries from {first} to {last}")
    manifest = put(folder, number, rows, flows, _how_it_reads(last))
    happened.note(folder, "cut", segment=number, first=first, last=last)
    return manifest


def _how_it_reads(position: int) -> str:
    """An entry as the book has it, to tell a segment of another book."""
    entry = Entry.objects.get(pk=position)
    told = (entry.position, entry.cell_id, entry.statement, entry.quantity, entry.sign, entry.known_on)
    return hashlib.sha256(repr(told).encode()).hexdigest()


def is_of_this_book(manifest: Manifest) -> bool:
    """Whether the book holds the last entry of a segment just as the segment has it."""
    there = Entry.objects.filter(pk=manifest.last).exists()
    return there and _how_it_reads(manifest.last) == manifest.last_entry


def put(folder: Path, number: int, rows: pa.Table, flows: dict[int, FlowText], last_entry: str) -> Manifest:
    """Writes a segment of rows (of rows.SCHEMA, without gaps in their positions)."""
    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder, number)
    with duckdb.connect() as making:
        making.register("rows", rows)
        making.register("entries", rows)
        files = [*_entries_by_year(making, folder, number)]
        places = places_of(making, areas.current())
        sums = making.sql(SUMS_QUERY).to_arrow_table()
        vague = making.sql(SORTED.format(where="day_first < day_last")).to_arrow_table()
        bounds = making.execute(BOUNDS).fetchone()
    for what, table in ((SUMS, sums), (VAGUE, vague), (PLACES, places)):
        files.append(_put_file(folder, f"{number:06}-{what}.parquet", what, table))
    first, last, first_day, last_day, first_known, last_known = bounds or ()
    manifest = Manifest(
        number, first, last, first_day, last_day, first_known, last_known, tuple(files), flows, last_entry
    )
    sync_folder(folder)
    written(manifest, folder)
    return manifest


def _clear(folder: Path, number: int) -> None:
    """Takes away what a writer that was stopped, or a damaged segment, left behind."""
    (folder / manifest_name(number)).unlink(missing_ok=True)
    for path in (*folder.glob(f"{number:06}-*"), *folder.glob(".*.part")):
        path.unlink(missing_ok=True)


def _entries_by_year(making: duckdb.DuckDBPyConnection, folder: Path, number: int) -> Iterator[File]:
    years = making.execute(
        "SELECT DISTINCT year(day_last + INTERVAL 3 MONTH) FROM rows ORDER BY 1"
    ).fetchall()
    for (year,) in years:
        start, end = date(year - 1, 10, 1), date(year, 10, 1)
        where = f"day_last >= DATE '{start}' AND day_last < DATE '{end}'"
        table = making.sql(SORTED.format(where=where)).to_arrow_table()
        yield _put_file(folder, f"{number:06}-{ENTRIES}-{year}.parquet", ENTRIES, table, year)


def _put_file(folder: Path, name: str, what: str, table: pa.Table, year: int | None = None) -> File:
    path, fresh = folder / name, folder / f".{name}.{os.getpid()}.part"
    parquet.write_table(table, fresh, row_group_size=ROW_GROUP, compression="zstd", write_statistics=True)
    with fresh.open("rb+") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    fresh.replace(path)
    return File(name, what, table.num_rows, path.stat().st_size, digest, year)
