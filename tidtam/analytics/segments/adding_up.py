"""The sums inside a segment: by cell, flow, area, month of the day and month of knowing."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa

from tidtam.analytics.areas import NOWHERE, Areas

SUMS = f"""
SELECT cell, flow,
       coalesce(a.area, {NOWHERE})::INTEGER AS start_area, coalesce(b.area, {NOWHERE})::INTEGER AS to_area,
       (year(day_last) * 12 + month(day_last) - 1)::SMALLINT AS day_month,
       (year(known_on) * 12 + month(known_on) - 1)::SMALLINT AS known_month,
       sum(number)::BIGINT AS number, sum(traced)::BIGINT AS traced, sum(times)::BIGINT AS times,
       count(*) FILTER (times < 0) AS taken_back, max(day_last) AS last_day
FROM entries LEFT JOIN places a ON a.place = start_place LEFT JOIN places b ON b.place = to_place
GROUP BY ALL
ORDER BY cell, day_month, known_month, flow, start_area, to_area
"""
"""`taken_back`: how many of them are reversals; with none, `last_day` is the last day on which one holds."""


def places_of(making: duckdb.DuckDBPyConnection, areas: Areas) -> pa.Table:
    """The area of each place of the relation `entries`; it becomes the relation `places` too."""
    used = making.execute(
        "SELECT start_place AS place FROM entries WHERE start_place IS NOT NULL"
        " UNION SELECT to_place FROM entries WHERE to_place IS NOT NULL ORDER BY 1"
    ).fetchall()
    ids = [place for (place,) in used]
    table = pa.table({
        "place": pa.array(ids, pa.int32()),
        "area": pa.array([areas.area(place) for place in ids], pa.int32()),
    })  # fmt: skip
    making.register("places", table)
    return table


def add_again(entries: list[Path], areas: Areas) -> tuple[pa.Table, pa.Table]:
    """Sums and areas of the entries in some files, by the trees as they are now."""
    with duckdb.connect() as making:
        making.from_parquet([str(path) for path in entries]).create_view("entries")
        places = places_of(making, areas)
        return making.sql(SUMS).to_arrow_table(), places
