"""How a figure grew: what it was at the end of each month in which anything moved, and at which stages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tidtam.ledger.figure import Flow, ResultKind, stage_parts, standing_bounds
from tidtam.ledger_store import read
from tidtam.ledger_store.read import Ask
from tidtam.reports.content import StageCount, TrailMonth
from tidtam.reports.naming import stage_count


def months(ask: Ask, counting_stage: str) -> list[TrailMonth]:
    """The months up to the moment of the question; five questions to the database, however many there are."""
    days = read.by_day(ask)
    opened = read.opened(ask)
    flows: list[Flow] = []
    before = 0
    found: list[TrailMonth] = []
    for month, part in _by_month(days):
        flows += [flow for day in part for flow in day.flows]
        last = min(_month_end(month), ask.moment.as_of)
        surely, most = read.number_of(ask, flows)
        floor = opened.is_floor(ask.pathway, ask.stage, last)
        kind = ResultKind.FLOOR if floor else ResultKind.RANGE if most > surely else ResultKind.EXACT
        upper = most if kind is ResultKind.RANGE else None
        stages, unsplit = _stages(ask, counting_stage, flows)
        found.append(TrailMonth(month, last, surely - before, surely, upper, kind.value, stages, unsplit))
        before = surely
    return found


def _stages(ask: Ask, counting_stage: str, flows: Sequence[Flow]) -> tuple[list[StageCount], int]:
    """How many stood at each stage that counts, the furthest first; and how many of which it is not told.

    Only where the flows are all that there were: those of a span leave out what came before it.
    """
    pathway = ask.pathway
    parts = stage_parts(pathway, flows)[pathway.rank[counting_stage] :]
    if ask.start is not None or len(parts) < 2:
        return [], 0
    most = standing_bounds(pathway, flows, counting_stage)[1]
    counts = [stage_count(pathway, part.stage, part.number) for part in reversed(parts)]
    return counts, most - sum(part.number for part in parts)


def _by_month(days: Sequence[read.DayFlow]) -> list[tuple[date, list[read.DayFlow]]]:
    found: dict[date, list[read.DayFlow]] = {}
    for day in days:
        found.setdefault(day.day.replace(day=1), []).append(day)
    return list(found.items())


def _month_end(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
