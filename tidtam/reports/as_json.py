"""A board as plain values for programs; field names stay, unknown is null."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from tidtam.analytics.pace.judged import Pace
from tidtam.problems import Problem
from tidtam.reports.addresses import trail_address
from tidtam.reports.content import Board, Line, PlaceName, Slot, Source
from tidtam.reports.paper import problems_of
from tidtam.review.practice import banner

Json = Mapping[str, Any]


def board_json(board: Board) -> Json:
    """The whole board: `lines` of the report, regional `items`, `series`, and `problems` found.

    Days are ISO dates of the common era; per cent has one decimal; shares lie between 0 and 1.
    """
    said = banner()
    return {
        **({"practice": said} if said else {}),
        "fiscal_year": board.fiscal_year,
        "as_of": board.as_of.isoformat(),
        "known_at": board.known_at.isoformat() if board.known_at else None,
        "position": board.position,
        "place": _place(board.place),
        "lines": [line_json(board, line) for line in board.lines],
        "items": [line_json(board, line) for line in board.items],
        "series": [line_json(board, line) for line in board.series],
        "problems": [_problem(problem) for problem in problems_of(board)],
    }


def line_json(board: Board, line: Line) -> Json:
    """One line with its figure, stages, slots, sources and problems."""
    return {
        "line": line.line,
        "heading": line.heading_no,
        "name_th": line.name_th,
        "name_en": line.name_en,
        "unit": line.unit,
        "unit_th": line.unit_th,
        "unit_en": line.unit_en,
        "basis": line.basis,
        "basis_since": line.basis_since,
        "measure": line.measure,
        "target": line.target,
        "result": line.result,
        "result_kind": line.result_kind,
        "result_upper": line.result_upper,
        "percent": _number(line.percent),
        "stages": [
            {
                "stage": stage.code,
                "name_th": stage.name_th,
                "name_en": stage.name_en,
                "quantity": stage.quantity,
                "upper": stage.upper,
            }
            for stage in line.stages
        ],
        "slots": [_slot(slot) for slot in line.slots],
        "traced_share": _number(line.traced_share),
        "last_day": line.last_day.isoformat() if line.last_day else None,
        "change_since_month_before": line.change,
        "may_belong_before": line.may_belong_before,
        "may_belong_after": line.may_belong_after,
        "exits": line.exits,
        "sources": [_source(source) for source in line.sources],
        "field_claims": asdict(line.field_claims) if line.field_claims else None,
        "pace": _pace(line.pace),
        "problems": [_problem(problem) for problem in line.problems],
        "trail": trail_address(board, line),
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _place(place: PlaceName | None) -> Json | None:
    if place is None:
        return None
    return {"code": place.code, "kind": place.kind, "name_th": place.name_th, "name_en": place.name_en}


def _pace(pace: Pace | None) -> Json | None:
    """What the past says of the line; shares lie between 0 and 1, days are counted from 1 October."""
    return None if pace is None else {**asdict(pace), "gap": pace.gap}


def _slot(slot: Slot) -> Json:
    stage = slot.stage
    return {
        "subject": slot.subject_name,
        "promised_place": _place(slot.promised_place),
        "actual_place": _place(slot.actual_place),
        "stage": stage.code if stage else None,
        "stage_th": stage.name_th if stage else None,
        "stage_en": stage.name_en if stage else None,
    }


def _source(source: Source) -> Json:
    published = source.published.isoformat() if source.published else None
    return {"title": source.title, "url": source.url, "published": published}


def _problem(problem: Problem) -> Json:
    return problem.as_json()
