"""Locks of the writer: cells in order, then named subjects in order; SQLite has one lock for all."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

MANY_SUBJECTS = 500
"""More named subjects than this in one cell, and the whole cell is locked instead: locks take memory."""


def lock_cells(cells: Iterable[tuple[int, bool]]) -> None:
    """Lock cells until the transaction ends; shared, or alone for what explains a cell again."""
    for cell, alone in sorted(cells):
        _advisory(cell << 32, shared=not alone)


def lock_subjects(keys: Iterable[tuple[int, int]]) -> None:
    """Lock named subjects of shared cells, so that nobody else moves them meanwhile."""
    for cell, subject in sorted(keys):
        _advisory((cell << 32) + subject, shared=False)


def _advisory(key: int, *, shared: bool) -> None:
    if connection.vendor != "postgresql":
        return  # BEGIN IMMEDIATE has taken the only lock there is
    function = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [key])
