"""`python -m tests.bench [--quick]`: how well pace foretells; ledger, sheets and lists on both databases."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tests import databases
from tests.bench import pace

DATABASE = "tidtam_bench"
DATABASE_PARTS = ("ledger", "sheets", "lists", "housing")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the entries: under a minute")
    parser.add_argument("--only", choices=("pace", *DATABASE_PARTS), help="one part alone")
    parser.add_argument("--database", choices=("sqlite", "postgres"), help="one of them alone")
    told = parser.parse_args()
    if told.only in (None, "pace"):
        pace.show(quick=told.quick)
    if told.only == "pace":
        return
    for name in [told.database] if told.database else ["sqlite", "postgres"]:
        for part in [told.only] if told.only else DATABASE_PARTS:
            with database_for(name) as url:
                if url is None:
                    print(f"{name}: none can be had here, left out")
                elif part == "ledger":
                    _show(name, _run(url, quick=told.quick))
                elif part == "sheets":
                    _show_sheets(name, url, rows=5_000 if told.quick else 50_000)
                elif part == "housing" or part == "housing":
                    _show_housing(name, url, households=10_000 if told.quick else 100_000)
                else:
                    _show_lists(name, url, rows=10_000 if told.quick else 100_000)


@contextmanager
def database_for(name: str) -> Iterator[str | None]:
    """The address of an empty database, gone afterwards."""
    if name == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        return
    server = databases.postgres_url()
    if server is None:
        yield None
        return
    drop = sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(DATABASE))
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(drop)
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
        try:
            yield server.rpartition("/")[0] + f"/{DATABASE}"
        finally:
            connection.execute(drop)


def _run(url: str, *, quick: bool) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.bench.ledger", *(["--quick"] if quick else [])]
    with tempfile.TemporaryDirectory() as home:
        own = {
            "TIDTAM_DATABASE_URL": url,
            "TIDTAM_HOME": home,
            "DJANGO_SETTINGS_MODULE": "tidtam.config.settings",
        }
        done = subprocess.run(
            command, env={**os.environ, **own}, stdout=subprocess.PIPE, text=True, check=True
        )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _show(name: str, rows: list[dict[str, Any]]) -> None:
    print(f"\n{name}\n{'what':<58}{'ours':>14}{'plainly':>14}{'share':>8}  unit")
    for row in rows:
        ours, plain = row["ours"], row["plain"]
        share = ours / plain if row["unit"] == "rows/s" else plain / ours
        print(f"{row['what']:<58}{ours:>14,.0f}{plain:>14,.0f}{share:>8.2f}  {row['unit']}")


SHEET_STEPS = (
    ("write", "write the sheet of a round"),
    ("take", "read, compare and keep it, all new"),
    ("take", "the same file again"),
    ("write", "write it with its numbers"),
    ("take", "read, compare and keep it, all changed"),
)


def _show_sheets(name: str, url: str, *, rows: int) -> None:
    """The sheet of a round, each step in a process of its own with its time and memory."""
    print(f"\n{name}: the sheet of a round\n{'what':<58}{'rows':>14}{'seconds':>14}{'MB':>8}")
    with tempfile.TemporaryDirectory() as home:
        file = Path(home) / "q2.xlsx"
        _sheet_step(url, home, "make", file, rows)
        for step, what in SHEET_STEPS:
            row = _sheet_step(url, home, step, file, rows)
            print(f"{what:<58}{row['rows']:>14,}{row['seconds']:>14.1f}{row['megabytes']:>8.0f}")
            if step == "write":
                _sheet_step(url, home, "fill", file, rows)


LIST_STEPS = (
    ("make", "as many households of another programme"),
    ("look", "read a list, compare it, search for doubles"),
    ("take", "the same and keep it, all new"),
    ("take", "the same file again"),
    ("bare", "the same rows into a bare table"),
)


def _show_lists(name: str, url: str, *, rows: int) -> None:
    """Lists of households, 100 for each project, each step in a process of its own."""
    print(f"\n{name}: lists of households\n{'what':<58}{'rows':>14}{'seconds':>14}{'MB':>8}")
    with tempfile.TemporaryDirectory() as home:
        file = Path(home) / "list.xlsx"
        for step, what in LIST_STEPS:
            row = _step("lists", url, home, step, file, rows)
            print(f"{what:<58}{row['rows']:>14,}{row['seconds']:>14.1f}{row['megabytes']:>8.0f}")
            if step == "make":
                for before in ("write", "fill"):
                    _step("lists", url, home, before, file, rows)


def _show_housing(name: str, url: str, *, households: int) -> None:
    """The pages of housing, each beside its central question in plain SQL."""
    with tempfile.TemporaryDirectory() as home:
        own = {
            "TIDTAM_DATABASE_URL": url,
            "TIDTAM_HOME": home,
            "DJANGO_SETTINGS_MODULE": "tidtam.config.settings",
        }
        command = [sys.executable, "-m", "tests.bench.housing", str(households)]
        done = subprocess.run(
            command, env={**os.environ, **own}, stdout=subprocess.PIPE, text=True, check=True
        )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    count = found["rows"][0]["households"]
    print(f"\n{name}: housing, {count:,} households put into the book in {found['made']:,.0f} s")
    print(f"{'page':<58}{'median ms':>10}{'p95 ms':>10}{'queries':>9}{'plain SQL ms':>14}")
    for row in found["rows"]:
        print(
            f"{row['what']:<58}{row['median']:>10,.0f}{row['p95']:>10,.0f}{row['queries']:>9}{row['plain']:>14,.1f}"
        )


def _sheet_step(url: str, home: str, step: str, file: Path, rows: int) -> dict[str, Any]:
    return _step("sheets", url, home, step, file, rows)


def _step(part: str, url: str, home: str, step: str, file: Path, rows: int) -> dict[str, Any]:
    own = {
        "TIDTAM_DATABASE_URL": url,
        "TIDTAM_HOME": home,
        "DJANGO_SETTINGS_MODULE": "tidtam.config.settings",
    }
    command = [sys.executable, "-m", f"tests.bench.{part}", step, str(file), str(rows)]
    done = subprocess.run(command, env={**os.environ, **own}, stdout=subprocess.PIPE, text=True, check=True)
    row: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return row


if __name__ == "__main__":
    main()
