"""The questions as SQL, in DuckDB's dialect: a text for each shape, with values bound by name.

Relations: `sums` (inside segments), `entries` (segments, row by row), `vague` (those whose day is not known
exactly), `tail` (what is in no segment yet), `places` (the area of each place). A shape leaves out the
relations that a question does not need.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

Split = Literal["cell", "area", "day"]
KEYS: Mapping[str, str] = {
    "cell": "cell, flow, in_span",
    "area": "cell, flow, in_span, start_area, to_area",
    "day": "cell, flow, in_span, start_area, to_area, day_last",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What makes one question's text differ from another's.

    `some_areas`: only entries of which an end lies in `$areas`. `by_row`: which of the months in which a
    day asked about falls must be read row by row: `as_of`, `start`, `known`. `pieces`: whether a position
    cuts through a segment, whose rows are then read.
    """

    split: Split = "cell"
    some_areas: bool = False
    by_row: frozenset[str] = frozenset()
    pieces: bool = False


_AREAS = "(list_contains($areas, start_area) OR list_contains($areas, to_area))"
_KNOWN = "known_on <= $known AND position <= $position"
_ROWS = """
SELECT cell, flow, day_last >= $start AS in_span, coalesce(a.area, 0) AS start_area,
       coalesce(b.area, 0) AS to_area, number, traced, times, (times < 0)::INTEGER AS taken_back, day_last
FROM {relation} LEFT JOIN places a ON a.place = start_place LEFT JOIN places b ON b.place = to_place
WHERE cell IN (SELECT unnest($cells)) AND {where}"""


def _rows(relation: str, where: str) -> str:
    return _ROWS.format(relation=relation, where=where)


@cache
def until(shape: Shape) -> str:
    """Everything that counts by a day: sums of whole months, rows of the months that a day cuts through."""
    parts = [_whole_months(shape), *_cut_months(shape), _rows("tail", f"day_last <= $as_of AND {_KNOWN}")]
    keys = KEYS[shape.split]
    where = f"WHERE {_AREAS}" if shape.some_areas else ""
    return f"""
SELECT {keys}, sum(number)::BIGINT AS number, sum(traced)::BIGINT AS traced, sum(times)::BIGINT AS times,
       sum(taken_back)::BIGINT AS taken_back, max(day_last) AS last_day
FROM ({" UNION ALL ".join(parts)}) {where}
GROUP BY {keys}"""


def _whole_months(shape: Shape) -> str:
    until_month = "<" if "as_of" in shape.by_row else "<="
    known_month = "<" if "known" in shape.by_row else "<="
    not_start = "AND day_month <> $start_month" if "start" in shape.by_row else ""
    return f"""
SELECT cell, flow, day_month >= $start_month AS in_span, start_area, to_area, number, traced, times,
       taken_back::INTEGER AS taken_back, last_day AS day_last
FROM sums
WHERE cell IN (SELECT unnest($cells)) AND day_month {until_month} $as_of_month
  AND known_month {known_month} $known_month AND last_position <= $position {not_start}"""


def _cut_months(shape: Shape) -> list[str]:
    """Rows of the months in which a day asked about falls, each row once; and of a segment cut through."""
    parts = []
    past = f"day_last <= $as_of AND {_KNOWN} AND last_position <= $position"
    before_known = "known_on < $known_first" if "known" in shape.by_row else "TRUE"
    before_as_of = "day_last < $as_of_first" if "as_of" in shape.by_row else "TRUE"
    if "known" in shape.by_row:
        parts.append(_rows("entries", f"{past} AND known_on >= $known_first"))
    if "as_of" in shape.by_row:
        parts.append(_rows("entries", f"{past} AND day_last >= $as_of_first AND {before_known}"))
    if "start" in shape.by_row:
        in_month = "day_last >= $start_first AND day_last < $start_end"
        parts.append(_rows("entries", f"{past} AND {in_month} AND {before_known} AND {before_as_of}"))
    if shape.pieces:
        parts.append(_rows("entries", f"day_last <= $as_of AND {_KNOWN} AND last_position > $position"))
    return parts


@cache
def last_days(shape: Shape) -> str:
    """The last day, not before `$not_before`, on which an entry holds that was not taken back."""
    keys = KEYS[shape.split]
    past = f"day_last BETWEEN $not_before AND $as_of AND {_KNOWN}"
    where = f"WHERE {_AREAS}" if shape.some_areas else ""
    return f"""
SELECT {keys}, max(day_last) AS last_day FROM (
  SELECT {keys}, day_last FROM ({_rows("entries", past)} UNION ALL {_rows("tail", past)}) {where}
  GROUP BY {keys}, day_last HAVING sum(times) > 0)
GROUP BY {keys}"""


@cache
def day_by_day(shape: Shape) -> str:
    """Everything that counts by a day, day by day, row by row."""
    past = f"day_last <= $as_of AND {_KNOWN}"
    return _nested(shape, [_rows("entries", past), _rows("tail", past)])


@cache
def over_an_end(shape: Shape, which: str) -> str:
    """What may lie on the other side of the end or the start of a span, row by row."""
    if which == "over the end":
        past = f"day_first < day_last AND day_first <= $as_of AND day_last > $as_of AND {_KNOWN}"
    else:
        span = "day_first < $start AND day_last BETWEEN $start AND $as_of"
        past = f"day_first < day_last AND {span} AND {_KNOWN}"
    return _nested(shape, [_rows("vague", past), _rows("tail", past)])


def _nested(shape: Shape, parts: list[str]) -> str:
    """Sums by day within sums, so that the last day is one on which an entry still holds."""
    keys = KEYS[shape.split]
    inner = keys if shape.split == "day" else f"{keys}, day_last"
    where = f"WHERE {_AREAS}" if shape.some_areas else ""
    return f"""
SELECT {keys}, sum(number)::BIGINT AS number, sum(traced)::BIGINT AS traced, sum(times)::BIGINT AS times,
       0::BIGINT AS taken_back, max(CASE WHEN times > 0 THEN day_last END) AS last_day
FROM (SELECT {inner}, sum(number) AS number, sum(traced) AS traced, sum(times) AS times
      FROM ({" UNION ALL ".join(parts)}) {where} GROUP BY {inner})
GROUP BY {keys}"""
