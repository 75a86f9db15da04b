"""Entries on their way from the book into columns: numbers and dates only, narrow and sorted later."""

from __future__ import annotations

import io
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import duckdb
import pyarrow as pa
from django.db import connection
from pyarrow import csv

from tidtam.analytics.segments.manifest import FlowText
from tidtam.ledger_store.models import Entry

SCHEMA = pa.schema(
    [
        ("position", pa.int64()),
        ("cell", pa.int32()),
        ("flow", pa.int32()),
        ("start_place", pa.int32()),
        ("to_place", pa.int32()),
        ("number", pa.int64()),
        ("traced", pa.int64()),
        ("times", pa.int8()),
        ("day_first", pa.date32()),
        ("day_last", pa.date32()),
        ("known_on", pa.date32()),
    ]
)
"""An entry in a segment. `number` and `traced` carry the sign of a reversal, `times` is that sign; places are
ids, empty for nowhere."""

_READ = pa.schema(
    [
        ("position", pa.int64()),
        ("cell", pa.int32()),
        ("kind", pa.string()),
        ("named", pa.bool_()),
        ("quantity", pa.int64()),
        ("sign", pa.int8()),
        ("start_stage", pa.string()),
        ("to_stage", pa.string()),
        ("start_place", pa.int32()),
        ("to_place", pa.int32()),
        ("from_lot", pa.bool_()),
        ("day_first", pa.date32()),
        ("day_last", pa.date32()),
        ("known_on", pa.date32()),
        ("traced", pa.bool_()),
    ]
)


def flow_number(text: FlowText) -> int:
    """The number that stands for a pair of stages, the same in every process and segment."""
    return int.from_bytes(blake2b(repr(text).encode(), digest_size=4).digest()) >> 1


def entries_between(first: int, last: int) -> tuple[pa.Table, dict[int, FlowText]]:
    """The entries from one position to another, and what their flows stand for.

    ValueError where two pairs of stages share a number.
    """
    read = _copied(first, last) if connection.vendor == "postgresql" else _fetched(first, last)
    return _narrow(read)


def _copied(first: int, last: int) -> pa.Table:
    """Through COPY, which is as quick as the database can read."""
    columns = (
        "position, cell_id, kind, subject_id IS NOT NULL, quantity, sign, start_stage, to_stage,"
        " start_place_id, to_place_id, from_lot, day_first, day_last, known_on, traced"
    )
    table = Entry._meta.db_table
    statement = (
        f"COPY (SELECT {columns} FROM {table} WHERE position BETWEEN %s AND %s) TO STDOUT (FORMAT CSV)"
    )
    text = io.BytesIO()
    with connection.cursor() as cursor, cursor.cursor.copy(statement, (first, last)) as copy:
        for piece in copy:
            text.write(piece)
    text.seek(0)
    if not text.getbuffer().nbytes:
        return _READ.empty_table()
    options = csv.ConvertOptions(
        column_types=_READ, true_values=["t"], false_values=["f"], strings_can_be_null=False
    )
    return csv.read_csv(text, csv.ReadOptions(column_names=_READ.names), convert_options=options)


def _fetched(first: int, last: int) -> pa.Table:
    rows = Entry.objects.filter(position__range=(first, last)).order_by("position")
    columns = (
        "position", "cell_id", "kind", "subject_id", "quantity", "sign", "start_stage", "to_stage",
        "start_place_id", "to_place_id", "from_lot", "day_first", "day_last", "known_on", "traced",
    )  # fmt: skip
    return from_values(list(rows.values_list(*columns)))


def from_values(rows: Sequence[tuple[Any, ...]]) -> pa.Table:
    """Rows as the database gives them, in columns; in the fourth stands the subject, if any."""
    if not rows:
        return _READ.empty_table()
    columns = list(zip(*rows, strict=True))
    columns[3] = tuple(subject is not None for subject in columns[3])
    arrays = [pa.array(column, field.type) for column, field in zip(columns, _READ, strict=True)]
    return pa.Table.from_arrays(arrays, schema=_READ)


_NARROW = """
SELECT position, cell, flow::INTEGER AS flow, start_place, to_place,
       sign * quantity AS number, CASE WHEN traced THEN sign * quantity ELSE 0 END AS traced, sign AS times,
       day_first, day_last, known_on
FROM read JOIN flows USING (start_stage, to_stage, from_lot, kind, named)
ORDER BY position
"""


def _narrow(read: pa.Table) -> tuple[pa.Table, dict[int, FlowText]]:
    with duckdb.connect() as making:
        making.register("read", read)
        kinds = making.execute(
            "SELECT DISTINCT start_stage, to_stage, from_lot, kind, named FROM read"
        ).fetchall()
        texts = [_flow_text(*kind) for kind in kinds]
        columns = [*zip(*kinds, strict=True)] or [()] * 5
        named = dict(zip(_FLOW_COLUMNS, columns, strict=True)) | {"flow": [flow_number(one) for one in texts]}
        making.register("flows", pa.table(named, schema=_FLOWS))
        narrow: Any = making.sql(_NARROW).to_arrow_table()
        table = narrow.cast(SCHEMA)
    numbers = {text: flow_number(text) for text in texts}
    told = {number: text for text, number in numbers.items()}
    if len(told) < len(numbers):
        raise ValueError("two pairs of stages share a number")
    return table, told


_FLOW_COLUMNS = ("start_stage", "to_stage", "from_lot", "kind", "named")
_FLOWS = pa.schema(
    [
        ("start_stage", pa.string()),
        ("to_stage", pa.string()),
        ("from_lot", pa.bool_()),
        ("kind", pa.string()),
        ("named", pa.bool_()),
        ("flow", pa.int32()),
    ]
)


def _flow_text(start: str, to: str, from_lot: bool, kind: str, named: bool) -> FlowText:
    return start, to, from_lot, kind == Entry.Kind.EXPLAINED and not named and not from_lot
