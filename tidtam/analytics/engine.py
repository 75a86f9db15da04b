"""The engine behind the ledger's reader: wide questions go to the cube, the others stay with the database."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from tidtam.analytics import areas
from tidtam.analytics.areas import Areas
from tidtam.analytics.cube import Cube, Loaded
from tidtam.analytics.rollups import sql
from tidtam.analytics.rollups.sql import Shape
from tidtam.analytics.segments import kept
from tidtam.analytics.segments.manifest import Damaged
from tidtam.ledger.figure import Flow
from tidtam.ledger_store.adding import Added, Adding, By, Which
from tidtam.ledger_store.read import head

log = logging.getLogger(__name__)
ALL = 2**62
LOOK_BACK = timedelta(days=62)
"""How far back the last day of what holds is looked for first; it nearly always lies there."""


class CubeEngine:
    """Answers what is asked of the nation, regions and provinces once the book is large."""

    def __init__(self, folder: Path | None = None, smallest: int | None = None) -> None:
        """Over the segments of a folder, for books of so many entries; else as the settings say."""
        self._folder, self._smallest = folder, smallest
        self._cubes: dict[Path, Cube] = {}
        self._making, self._cutting = threading.Lock(), threading.Lock()
        self.answered = 0
        """Questions answered by this process."""
        self.inside_transactions = False
        """For a test that undoes what it does: it must then make an engine of its own."""

    def cube(self) -> Cube:
        """The cube over the segments of the settings' folder."""
        folder = self.folder
        with self._making:
            if folder not in self._cubes:
                self._cubes[folder] = Cube(folder)
            return self._cubes[folder]

    @property
    def folder(self) -> Path:
        """Where the segments lie."""
        return self._folder or Path(settings.CUBE["folder"])

    def add(self, adding: Adding) -> list[Added] | None:
        """The sums of a question; None where it is not wide, the book small, or inside a transaction.

        A transaction may see what nobody else ever will: that must not be kept warm. Damaged (after asking
        for a repair) when a segment is not whole.
        """
        smallest = settings.CUBE["from"] if self._smallest is None else self._smallest
        if not smallest or (connection.in_atomic_block and not self.inside_transactions):
            return None
        trees, last = areas.trees_now()
        if last < smallest:
            return None
        now = areas.current(trees)
        if not _is_wide(adding, now):
            return None
        cube = self.cube()
        try:
            cursor, loaded = cube.ready(last, now)
        except Damaged as damage:
            log.warning("segments: %s; made again", damage)
            self.bring_up(least=1)
            raise
        if cube.tail_length() >= settings.CUBE["cut_at"]:
            self.bring_up(least=settings.CUBE["cut_at"])
        with cursor:
            found = _Asking(adding, loaded, cursor.execute).answer()
        self.answered += 1
        return found

    def is_idle(self) -> bool:
        """Whether nothing is being cut by this process."""
        return not self._cutting.locked()

    def bring_up(self, *, least: int) -> None:
        """Cuts and mends in the background; a second time does nothing while the first is at it."""
        if not self._cutting.acquire(blocking=False):
            return

        def work() -> None:
            try:
                kept.brought_up(self.folder, head(), least=least)
            except Exception:
                log.exception("no segment could be cut")
            finally:
                connection.close()
                self._cutting.release()

        threading.Thread(target=work, name="segments", daemon=True).start()


def _is_wide(adding: Adding, now: Areas) -> bool:
    places = set(adding.children)
    if adding.scope.place is not None:
        places.add(adding.scope.place)
    return places <= now.wide


@dataclass(slots=True)
class _Asking:
    """One question to the cube."""

    adding: Adding
    loaded: Loaded
    execute: Any

    def answer(self) -> list[Added]:
        rows = list(self._rows())
        lasts = self._last_days(rows)
        return list(self._told(rows, lasts))

    # Asking

    def _rows(self) -> Iterable[tuple[Any, ...]]:
        adding = self.adding
        if adding.which is not Which.UNTIL:
            return self._run(sql.over_an_end(self._shape(), adding.which.value))
        if adding.by is By.DAY:
            return self._run(sql.day_by_day(self._shape()))
        return self._run(sql.until(self._shape()))

    def _run(self, text: str, **more: object) -> list[tuple[Any, ...]]:
        values = self._values() | more
        used = {name: value for name, value in values.items() if f"${name}" in text}
        found: list[tuple[Any, ...]] = self.execute(self.loaded.named(text), used).fetchall()
        return found

    def _shape(self) -> Shape:
        split: sql.Split = "cell"
        if self.adding.by is By.DAY:
            split = "day"
        elif self.adding.by is By.PLACE or self.adding.scope.place is not None:
            split = "area"
        return Shape(split, self.adding.scope.place is not None, frozenset(self._by_row()), self._pieces())

    def _by_row(self) -> Iterator[str]:
        """The days asked about that cut through a month of which something is in a segment."""
        moment, loaded = self.adding.moment, self.loaded
        if not _ends_month(moment.as_of) and moment.as_of < loaded.last_day:
            yield "as_of"
        if moment.known_at and not _ends_month(moment.known_at) and moment.known_at < loaded.last_known:
            yield "known"
        if self.adding.start and self.adding.start.day != 1:
            yield "start"

    def _pieces(self) -> bool:
        position = self.adding.moment.position
        segments = self.loaded.chain.segments
        return position is not None and any(one.first <= position < one.last for one in segments)

    def _values(self) -> dict[str, object]:
        moment = self.adding.moment
        start, known = self.adding.start or date.min, moment.known_at or date.max
        return {
            "cells": sorted(self.adding.cells),
            "areas": sorted(self._inside),
            "as_of": moment.as_of,
            "as_of_month": _month(moment.as_of),
            "as_of_first": moment.as_of.replace(day=1),
            "known": known,
            "known_month": _month(known),
            "known_first": known.replace(day=1),
            "position": ALL if moment.position is None else moment.position,
            "start": start,
            "start_month": _month(start),
            "start_first": start.replace(day=1),
            "start_end": _next_month(start),
        }

    @property
    def _inside(self) -> set[int]:
        scope = self.adding.scope
        if scope.place is None:
            return set()
        return set(self.loaded.areas.homes(scope.tree, [scope.place], self.adding.moment.as_of))

    # Telling

    def _last_days(self, rows: list[tuple[Any, ...]]) -> Mapping[tuple[Any, ...], date]:
        """For sums with something taken back, the last day on which one of them still holds."""
        width = len(sql.KEYS[self._shape().split].split(","))
        unsure = {row[:width]: row[-1] for row in rows if row[-2]}
        if not unsure or self.adding.by is By.DAY:
            return {}
        text = sql.last_days(self._shape())
        since = max(min(unsure.values()), date.min + LOOK_BACK) - LOOK_BACK
        found = {row[:-1]: row[-1] for row in self._run(text, not_before=since)}
        if unsure.keys() - found.keys():
            found = {row[:-1]: row[-1] for row in self._run(text, not_before=date.min)}
        return {key: found.get(key) for key in unsure}  # type: ignore[misc]

    def _told(self, rows: list[tuple[Any, ...]], lasts: Mapping[tuple[Any, ...], date]) -> Iterator[Added]:
        split = self._shape().split
        width = len(sql.KEYS[split].split(","))
        flows, inside, home = self.loaded.flows, self._inside, self._home()
        everywhere = self.adding.scope.place is None
        for row in rows:
            key, (number, traced, times, taken_back, last) = row[:width], row[width:]
            cell, flow, in_span = key[:3]
            start, to, from_lot, gathers = flows[flow]
            last_day = lasts.get(key) if taken_back else last
            start_area, to_area = key[3:5] if split != "cell" else (0, 0)
            arrives, leaves = everywhere or to_area in inside, everywhere or start_area in inside
            if not arrives and not leaves:
                continue
            yield Added(
                cell, Flow(start, to, number, arrives, leaves, from_lot), in_span, traced, times, last_day,
                gathers, home.get(start_area), home.get(to_area), start_area == 0, to_area == 0,
                key[5] if split == "day" else None,
            )  # fmt: skip

    def _home(self) -> Mapping[int, int]:
        if self.adding.by is not By.PLACE:
            return {}
        scope = self.adding.scope
        return self.loaded.areas.homes(scope.tree, self.adding.children, self.adding.moment.as_of)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _next_month(day: date) -> date:
    if (day.year, day.month) == (date.max.year, 12):
        return date.max
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _ends_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1
