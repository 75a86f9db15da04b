"""The columns of the sheet of a round, the mark beside each square, and how large it may be."""

from tidtam.documents.limits import MEGABYTE, Limits
from tidtam.intake.layout import Column, Sheet
from tidtam.problems import Both

LARGEST = 60_000
"""Rows of the largest sheet."""
LIMITS = Limits(rows=LARGEST + 100, unpacked_bytes=200 * MEGABYTE)
MARK_SHEET = "_tidtam"
MARK_FROM = 10
"""The row (from 1) of the mark sheet under whose heads the squares begin."""
READ_ME = "อ่านก่อน Read me"


def _column(key: str, th: str, en: str, *, required: bool = False) -> Column:
    # The head says both languages at once: the same file goes from hand to hand.
    return Column(key, Both(f"{th} · {en}", en), Both(th, en), required=required)


PLACE = _column("place", "รหัสพื้นที่", "place code", required=True)
LINE = _column("line", "รหัสตัวชี้วัด", "line code", required=True)
PLACE_NAME = _column("place_name", "พื้นที่", "place")
PROVINCE = _column("province", "จังหวัด", "province")
LINE_NAME = _column("line_name", "ตัวชี้วัด", "line")
UNIT = _column("unit", "หน่วย", "unit")
BEFORE = _column("before", "รอบก่อน", "round before")
NUMBER = _column("number", "จำนวน", "number", required=True)
STATE = _column("state", "สถานะ", "state")
REVISION = _column("revision", "ฉบับ", "revision", required=True)
WAS = _column("was", "เมื่อดาวน์โหลด", "when downloaded", required=True)
MARK = _column("mark", "เครื่องหมาย", "mark", required=True)

NUMBERS = Sheet(
    "numbers",
    Both("ตัวเลข", "Numbers"),
    (PLACE, PLACE_NAME, PROVINCE, LINE, LINE_NAME, UNIT, BEFORE, NUMBER, STATE),
)
"""The sheet that people fill in; only NUMBER is open to them."""

MARKED = Sheet("marked", Both(MARK_SHEET, MARK_SHEET), (PLACE, LINE, REVISION, WAS, MARK))
"""The squares of the mark sheet."""

ONE_TABLE = Sheet(
    "one_table",
    Both("ตัวเลข", "Numbers"),
    (PLACE, LINE, REVISION, WAS, MARK, PLACE_NAME, PROVINCE, LINE_NAME, UNIT, BEFORE, NUMBER, STATE),
)
"""The same as one table, for CSV: the mark stands in the leading columns."""
