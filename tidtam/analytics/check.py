"""Looks the segments over: every file hashed, every sum compared with the book, and what happened told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
from django.db.models import F, Sum

from tidtam.analytics import problems as kinds
from tidtam.analytics.segments import happened
from tidtam.analytics.segments.kept import Chain, chain
from tidtam.analytics.segments.manifest import ENTRIES, SUMS
from tidtam.ledger_store.models import Cell, Entry
from tidtam.problems import Problem, Where


def faults(folder: Path) -> list[Problem]:
    """What is wrong with the segments in a folder now (errors), and what was mended there (notes)."""
    found = chain(folder, {})
    damaged = [
        kinds.DAMAGED.at(Where(file=str(folder)), number=number, how=how) for number, how in found.damaged
    ]
    return [*damaged, *_sums_differ(folder, found), *_made_again(folder)]


def _sums_differ(folder: Path, found: Chain) -> Iterator[Problem]:
    if not found.segments:
        return
    rows = Entry.objects.filter(position__lte=found.last).values_list("cell")
    book = {cell: int(number) for cell, number in rows.annotate(number=Sum(F("sign") * F("quantity")))}
    names = {cell.pk: str(cell) for cell in Cell.objects.all()}
    for what in (ENTRIES, SUMS):
        there = _by_cell(folder, found, what)
        for cell in sorted(book.keys() | there.keys()):
            if book.get(cell) != there.get(cell):
                yield kinds.SUMS_DIFFER.at(
                    Where(file=what),
                    cell=names.get(cell, cell),
                    segments=there.get(cell),
                    book=book.get(cell),
                )


def _by_cell(folder: Path, found: Chain, what: str) -> dict[int, int]:
    paths = [str(folder / file.name) for one in found.segments for file in one.of(what)]
    with duckdb.connect() as engine:
        relation = engine.from_parquet(paths).create_view("looked_at")
        del relation
        rows = engine.execute("SELECT cell, sum(number) FROM looked_at GROUP BY cell").fetchall()
    return {cell: int(number) for cell, number in rows}


def _made_again(folder: Path) -> Iterator[Problem]:
    for one in happened.read(folder):
        if one.what == "damaged":
            number, how = one.about.get("segment"), one.about.get("how")
            yield kinds.MADE_AGAIN.at(Where(file=str(folder)), at=one.at, number=number, how=how)
