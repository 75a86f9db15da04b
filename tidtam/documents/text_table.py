"""Reads a table kept as text (CSV), in the encodings that Thai offices use."""

import csv
from io import StringIO

from tidtam.documents import problems as say
from tidtam.documents.limits import Limits
from tidtam.problems import Refused, Where

_ENCODINGS = ("utf-8-sig", "cp874")  # the second is what Thai Excel calls plain CSV
_SEPARATORS = ",;\t"


def read_text_table(content: bytes, where: Where, limits: Limits) -> list[list[str]]:
    """The rows; Refused when the letters cannot be read or there are too many rows or columns."""
    text = _decoded(content, where)
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator):
            rows.append(row)
            if len(rows) > limits.rows:
                raise Refused([say.TOO_MANY_ROWS.at(where, limit=f"{limits.rows:,}")])
            if len(row) > limits.columns:
                raise Refused([say.TOO_MANY_COLUMNS.at(where, limit=f"{limits.columns:,}")])
    except csv.Error as error:
        raise Refused([say.UNREADABLE_TEXT.at(where)]) from error
    return rows


def _decoded(content: bytes, where: Where) -> str:
    encodings = ("utf-16", *_ENCODINGS) if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else _ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Refused([say.UNREADABLE_TEXT.at(where)])
