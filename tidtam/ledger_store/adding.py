"""Adding up the book: one question, and the engines that may answer it; all of them answer alike.

Plain SQL over the entries always can. A quicker engine registers itself when the application starts and
says which questions it takes; what it cannot answer falls back to plain SQL.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from django.db.models import BooleanField, Case, F, Max, Min, Q, QuerySet, Sum, Value, When

from tidtam.ledger.figure import Flow
from tidtam.ledger_store.models import Entry
from tidtam.ledger_store.moments import Moment, Scope
from tidtam.places.models import TreeClosure

log = logging.getLogger(__name__)


class Which(StrEnum):
    """Which entries are added: those that count by the day, or whose days lie on both sides of an end."""

    UNTIL = "until"  # they count from a day up to the day asked about
    OVER_THE_END = "over the end"  # they may have happened by that day, but count from a later one
    OVER_THE_START = "over the start"  # they count within the span, but may have happened before it


class By(StrEnum):
    """What the sums are split by, beside cell and flow."""

    CELL = "cell"
    PLACE = "place"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Adding:
    """What is to be added up: some cells, up to a moment, in a scope, within a span that may have a start.

    `children` are the places by which `By.PLACE` splits, as they lie in the scope's tree on the day.
    """

    cells: frozenset[int]
    moment: Moment
    scope: Scope
    start: date | None = None
    which: Which = Which.UNTIL
    by: By = By.CELL
    children: frozenset[int] = frozenset()


@dataclass(slots=True)
class Added:
    """One sum: of a cell, between two stages, on one side of the span's start.

    `times`: entries less those taken back. `last_day`: the last day on which one of them holds. `gathers`:
    by a standing, and not by name. `goes` and `comes`: the children where it left and arrived, None for no
    child; `from_nowhere`, `to_nowhere`: that end has no place at all.
    """

    cell: int
    flow: Flow
    in_span: bool
    traced: int
    times: int
    last_day: date | None
    gathers: bool = False
    goes: int | None = None
    comes: int | None = None
    from_nowhere: bool = False
    to_nowhere: bool = False
    day: date | None = None


class Engine(Protocol):
    """Whatever can add the book up."""

    def add(self, adding: Adding) -> list[Added] | None:
        """The sums; None when the question is not for it. After any exception plain SQL answers instead."""


_ENGINES: list[Engine] = []


def register(engine: Engine) -> None:
    """Asks this engine before those registered earlier and before plain SQL."""
    _ENGINES.insert(0, engine)


def withdraw(engine: Engine) -> None:
    """Asks this engine no more."""
    _ENGINES.remove(engine)


def add_up(adding: Adding) -> list[Added]:
    """The sums that a question asks for, by the first engine that takes it."""
    if not adding.cells:
        return []
    for engine in _ENGINES:
        try:
            found = engine.add(adding)
        except Exception:
            log.exception("%s could not answer; plain SQL does", type(engine).__name__)
        else:
            if found is not None:
                return found
    return add_plainly(adding)


# Plain SQL

_FLOW_COLUMNS = ("start_stage", "to_stage", "arrives", "leaves", "from_lot", "in_span", "gathers")
_GATHERS = Q(kind=Entry.Kind.EXPLAINED, subject=None, from_lot=False)
_SPLIT: dict[By, tuple[str, ...]] = {
    By.CELL: (),
    By.PLACE: ("start_place", "to_place"),
    By.DAY: ("day_last",),
}


def add_plainly(adding: Adding) -> list[Added]:
    """The same by the database, over the entries themselves."""
    start = adding.start
    rows = in_scope(_chosen(adding), adding.scope, adding.moment.as_of).annotate(
        in_span=_flag(Q(day_last__gte=start) if start else Q(pk__isnull=False)),
        gathers=_flag(_GATHERS),
    )
    split = _SPLIT[adding.by]
    home = homes(adding.scope.tree, adding.children, adding.moment.as_of) if adding.by is By.PLACE else {}
    found = []
    for key, (number, traced, times, last) in _grouped(rows, ("cell", *split, *_FLOW_COLUMNS)):
        cell, parts = key[0], key[1 : 1 + len(split)]
        start_stage, to_stage, arrives, leaves, from_lot, in_span, gathers = key[1 + len(split) :]
        flow = Flow(start_stage, to_stage, number, arrives, leaves, from_lot)
        one = Added(cell, flow, in_span, traced, times, last, gathers)
        if adding.by is By.PLACE:
            left, reached = parts
            one.goes, one.comes = home.get(left), home.get(reached)
            one.from_nowhere, one.to_nowhere = left is None, reached is None
        elif adding.by is By.DAY:
            (one.day,) = parts
        found.append(one)
    return found


def _chosen(adding: Adding) -> QuerySet[Entry]:
    moment, start = adding.moment, adding.start
    if adding.which is Which.UNTIL:
        return moment.entries().filter(cell__in=adding.cells)
    vague = moment.known().filter(cell__in=adding.cells, day_first__lt=F("day_last"))
    if adding.which is Which.OVER_THE_END:
        return vague.filter(day_first__lte=moment.as_of, day_last__gt=moment.as_of)
    return vague.filter(day_first__lt=start, day_last__gte=start, day_last__lte=moment.as_of)


def homes(tree: str, children: Collection[int], on: date) -> dict[int, int]:
    """The child (id) in which each place (id) lies in a tree on a day; the others are left out."""
    inside = TreeClosure.objects.filter(tree=tree, ancestor__in=children, valid_from__lte=on, valid_to__gt=on)
    return dict(inside.values_list("descendant_id", "ancestor_id"))


_Key = tuple[Any, ...]
_Numbers = tuple[int, int, int, date | None]  # number, traced, times, last day


def _grouped(
    entries: QuerySet[Entry], columns: tuple[str, ...]
) -> Iterator[tuple[tuple[Any, ...], _Numbers]]:
    """Entries added up by some columns; their last day is that of an entry that holds."""
    rows = entries.values_list(*columns).annotate(
        number=Sum(F("sign") * F("quantity")),
        traced_number=Sum(F("sign") * F("quantity"), filter=Q(traced=True)),
        times=Sum("sign"),
        last=Max("day_last"),
        lowest=Min("sign"),
    )
    found = [(row[: len(columns)], row[len(columns) :]) for row in rows]
    taken_back = {key for key, (*_, lowest) in found if lowest < 0}
    days: dict[_Key, date] = {}
    if taken_back:
        by_day = entries.values_list(*columns, F("day_last")).annotate(times=Sum("sign")).filter(times__gt=0)
        days = {row[: len(columns)]: row[len(columns)] for row in by_day.order_by("day_last")}
    for key, (number, traced, times, last, _) in found:
        yield key, (number, traced or 0, times, days.get(key) if key in taken_back else last)


def _flag(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def in_scope(entries: QuerySet[Entry], scope: Scope, on: date) -> QuerySet[Entry]:
    """Entries of which at least one end lies in scope, with the flags `arrives` and `leaves`."""
    if scope.place is None:
        return entries.annotate(arrives=Value(True), leaves=Value(True))
    inside = TreeClosure.objects.filter(
        tree=scope.tree, ancestor=scope.place, valid_from__lte=on, valid_to__gt=on
    ).values("descendant")
    arrives, leaves = Q(to_place__in=inside), Q(start_place__in=inside)
    return entries.filter(arrives | leaves).annotate(arrives=_flag(arrives), leaves=_flag(leaves))
