"""The columns of a list of households, the mark beside each row, and how large a file may be."""

from dataclasses import replace

from tidtam.documents.limits import MEGABYTE, Limits
from tidtam.intake.layout import Column, Sheet
from tidtam.problems import Both
from tidtam.review.words import DrawsFrom

LARGEST = 120_000
"""Rows of the largest file."""
LIMITS = Limits(rows=LARGEST + 100, unpacked_bytes=400 * MEGABYTE)
MARK_SHEET = "_tidtam"
MARK_FROM = 10
"""The row (from 1) of the mark sheet under whose heads the rows begin."""
READ_ME = "อ่านก่อน Read me"
CHOICES = "ตัวเลือก Choices"


def _column(key: str, th: str, en: str, *, required: bool = False) -> Column:
    # The head says both languages at once: the same file goes from hand to hand.
    return Column(key, Both(f"{th} · {en}", en), Both(th, en), required=required)


PROJECT = _column("project", "โครงการ", "project", required=True)
NUMBER = _column("number", "เลขที่", "number", required=True)
NAME = _column("name", "ชื่อผู้ถือสิทธิ์", "name", required=True)
CITIZEN_ID = _column("id", "เลขประจำตัวประชาชน", "citizen ID", required=True)
HOUSE = _column("house", "บ้านเลขที่", "house number", required=True)
PART = _column("part", "ชุมชน/ระยะ", "community or phase", required=True)
SOLUTION = _column("solution", "รูปแบบการแก้ปัญหา", "solution", required=True)
VULNERABILITY = _column("vulnerability", "กลุ่มเปราะบาง", "vulnerability", required=True)
STAGE = _column("stage", "ขั้น", "stage", required=True)
SINCE = _column("since", "ตั้งแต่วันที่", "since", required=True)
DRAWS = _column("draws", "มาจาก", "draws", required=True)
NOTE = _column("note", "หมายเหตุ", "note", required=True)

HOUSEHOLDS = Sheet(
    "households",
    Both("ครัวเรือน", "Households"),
    (
        PROJECT, NUMBER, NAME, CITIZEN_ID, HOUSE, PART, SOLUTION, VULNERABILITY, STAGE, SINCE, DRAWS, NOTE,
    ),
)  # fmt: skip
"""The sheet that people fill in; PROJECT and NUMBER are not theirs to change."""

ROWS = Sheet(
    HOUSEHOLDS.key,
    HOUSEHOLDS.name,
    tuple(column if column is NAME else replace(column, required=False) for column in HOUSEHOLDS.columns),
)
"""The same, as a row is read: its head must be there, but only the name must be filled in."""

DRAWS_WORDS = {
    DrawsFrom.LOT_ABOVE: Both("ยอดรวม", "lot"),
    DrawsFrom.ADDS: Both("เพิ่ม", "adds"),
    DrawsFrom.UNKNOWN: Both("ไม่ทราบ", "not known"),
}
"""How a household comes in: it is in a total already, it is one more, or nobody knows."""
