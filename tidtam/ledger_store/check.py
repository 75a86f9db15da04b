"""Looks the whole book over: the database's guards, positions, conservation, and a rebuild from nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import accumulate

from django.db import connection
from django.db.models import Count, F, Max, Min, Q, Sum

from tidtam.audit import append_only
from tidtam.audit.models import AuditLine
from tidtam.ledger.movement import OUTSIDE, End
from tidtam.ledger.pathway import Pathway
from tidtam.ledger_store import positions
from tidtam.ledger_store import problems as kinds
from tidtam.ledger_store.explain import rebuilt
from tidtam.ledger_store.models import (
    Batch,
    Cell,
    Entry,
    Head,
    StageGuard,
    Statement,
    SubjectGuard,
    Withdrawal,
)
from tidtam.ledger_store.scopes import PlaceScopes
from tidtam.problems import Problem, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import Agency, Identity, IndicatorVersion, Ladder, Target, TargetSlot
from tidtam.programmes.models import Pathway as PathwayRow

GROWING = (
    Entry, Statement, Withdrawal, Batch, AuditLine, Agency, PathwayRow, Ladder, IndicatorVersion, Target,
    TargetSlot, Identity,
)  # fmt: skip

_Holding = tuple[str, int | None, int | None]  # stage, place, container


def faults() -> list[Problem]:
    """Everything that is wrong with the book; an empty list is a sound book."""
    found = [*_guard_faults(), *_position_faults(), *_reversal_faults()]
    pathways = programmes.pathways()
    for cell in Cell.objects.order_by("pathway", "cycle"):
        pathway = pathways.get(cell.pathway)
        if pathway is None:
            found.append(kinds.UNKNOWN_PATHWAY.at(Where(field=str(cell)), pathway=cell.pathway))
        else:
            found += _cell_faults(cell, pathway)
    return found


def _guard_faults() -> Iterator[Problem]:
    for model in GROWING:
        table = model._meta.db_table
        for name in append_only.missing_guards(connection, table):
            yield kinds.GUARD_MISSING.at(Where(field=table), guard=name)
    if not positions.has_guard(connection):
        yield kinds.GUARD_MISSING.at(Where(field=positions.TABLE), guard=positions.NAME)


def _position_faults() -> Iterator[Problem]:
    book = Entry.objects.aggregate(first=Min("position"), last=Max("position"), number=Count("position"))
    number, last = book["number"], book["last"] or 0
    head = Head.objects.filter(pk=1).values_list("position", flat=True).first() or 0
    if number and (book["first"] != 1 or last != number):
        yield kinds.POSITIONS_HAVE_GAPS.at(Where(), number=number, last=last)
    if head != last:
        yield kinds.HEAD_DIFFERS.at(Where(), head=head, last=last)


def _reversal_faults() -> Iterator[Problem]:
    same = ("cell", "kind", "statement", "subject", "quantity", "start_stage", "to_stage", "start_place",
            "to_place", "start_container", "to_container", "from_lot", "day_first", "day_last")  # fmt: skip
    alike = Q(sign=-F("reverses__sign"))
    for name in same:
        column = F(f"reverses__{name}")
        both_empty = Q(**{f"{name}__isnull": True, f"reverses__{name}__isnull": True})
        alike &= Q(**{name: column}) | both_empty
    for entry in Entry.objects.exclude(reverses=None).exclude(alike)[:100]:
        yield kinds.REVERSAL_DIFFERS.at(_at(entry.position), reverses=entry.reverses_id)


def _at(position: int) -> Where:
    return Where(field=f"entry {position}")


def _cell_faults(cell: Cell, pathway: Pathway) -> Iterator[Problem]:
    where = Where(field=str(cell))
    holdings = _holdings(cell, pathway)
    lowest = {holding: _lowest(moves) for holding, moves in holdings.items()}
    for (stage, place, _), low in lowest.items():
        if low < 0:
            yield kinds.BELOW_NOTHING.at(where, stage=stage, place=place, number=low)
    yield from _guards_differ(cell, holdings, where)
    yield from _subject_faults(cell, pathway, where)
    may_rebuild = min(lowest.values(), default=0) >= 0  # from less than nothing nothing can be explained
    wrong = rebuilt(cell, pathway, PlaceScopes()) if may_rebuild else ()
    if wrong:
        yield kinds.REBUILD_DIFFERS.at(where, number=len(wrong), statements=", ".join(sorted(wrong)[:5]))


def _holdings(cell: Cell, pathway: Pathway) -> Mapping[_Holding, Counter[tuple[date, date]]]:
    """How each holding of unnamed subjects changed, by day and day of knowing."""
    found: dict[_Holding, Counter[tuple[date, date]]] = defaultdict(Counter)
    sides = (
        ("start", -1, Q(subject=None) | Q(from_lot=True)),
        ("to", 1, Q(subject=None)),
    )
    for side, sign, wanted in sides:
        columns = (f"{side}_stage", f"{side}_place", f"{side}_container", "day_last", "known_on")
        rows = Entry.objects.filter(wanted, cell=cell).values_list(*columns)
        for stage, place, container, day, known_on, number in rows.annotate(
            number=Sum(F("sign") * F("quantity"))
        ):
            if pathway.lowest(stage) >= 0:
                found[stage, place, container][day, known_on] += sign * number
    return found


def _lowest(moves: Counter[tuple[date, date]]) -> int:
    """The lowest that the holding ever stood at, on any day and as known on any day."""
    if all(change >= 0 for change in moves.values()):
        return 0
    lowest = 0
    for known_on in sorted({known for _, known in moves}):
        by_day: Counter[date] = Counter()
        for (day, known), change in moves.items():
            if known <= known_on:
                by_day[day] += change
        lowest = min([lowest, *accumulate(by_day[day] for day in sorted(by_day))])
    return lowest


def _guards_differ(
    cell: Cell, holdings: Mapping[_Holding, Counter[tuple[date, date]]], where: Where
) -> Iterator[Problem]:
    counted = {
        (stage, place or 0, container or 0): moves.total()
        for (stage, place, container), moves in holdings.items()
    }
    rows = StageGuard.objects.filter(cell=cell)
    kept = {
        (stage, place, container): held
        for stage, place, container, held in rows.values_list("stage", "place_id", "container_id", "held")
    }
    for key in sorted(counted.keys() | kept.keys()):
        if counted.get(key, 0) != kept.get(key, 0):
            values = {"stage": key[0], "place": key[1], "kept": kept.get(key, 0)}
            yield kinds.STAGE_GUARD_DIFFERS.at(where, counted=counted.get(key, 0), **values)


def _subject_faults(cell: Cell, pathway: Pathway, where: Where) -> Iterator[Problem]:
    kept = {
        guard.subject_id: (guard.stage, guard.place_id, guard.container_id)
        for guard in SubjectGuard.objects.filter(cell=cell)
    }
    for subject, ends in _paths(cell).items():
        standing = [end for end, times in ends.items() if times > 0 and end != OUTSIDE]
        if len(standing) > 1 or any(times not in (0, 1) for end, times in ends.items() if end != OUTSIDE):
            yield kinds.COUNTED_TWICE.at(where, subject=subject)
            continue
        now = [end for end in standing if end.stage not in pathway.exit_codes]
        counted = (now[0].stage, now[0].place or 0, now[0].container or 0) if now else None
        if counted != kept.pop(subject, None):
            yield kinds.SUBJECT_GUARD_DIFFERS.at(where, subject=subject)
    for subject in kept:
        yield kinds.SUBJECT_GUARD_DIFFERS.at(where, subject=subject)


def _paths(cell: Cell) -> Mapping[int, Counter[End]]:
    """For each named subject how often it came to an end of a movement and did not leave it again."""
    found: dict[int, Counter[End]] = defaultdict(Counter)
    rows: Iterable[Entry] = Entry.objects.filter(cell=cell, subject__isnull=False).iterator()
    for entry in rows:
        path = found[entry.subject_id or 0]
        path[End(entry.to_stage, entry.to_place_id, entry.to_container_id)] += entry.sign
        if not entry.from_lot:
            path[End(entry.start_stage, entry.start_place_id, entry.start_container_id)] -= entry.sign
    return found
