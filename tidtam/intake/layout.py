"""The layout of a workbook of results.

Its sheets, their columns in Thai and English, and the words in lists.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tidtam.problems import Both
from tidtam.review.words import ClaimKind, DrawsFrom


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in the code, its header in two languages, and what belongs in it."""

    key: str
    name: Both
    about: Both
    required: bool = False
    words: Sequence[Both] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name in two languages and its columns in order."""

    key: str
    name: Both
    columns: Sequence[Column]

    @property
    def names(self) -> tuple[str, str]:
        """The names under which it may be found."""
        return (self.name.th, self.name.en)


HAPPENED, STANDS = Both("เกิดขึ้น", "happened"), Both("คงอยู่", "stands")
BEYOND, EXACTLY = Both("ถึงขั้น", "at or beyond"), Both("ที่ขั้น", "at the stage")
YES = Both("ใช่", "yes")
CORRECTS, EXITS = Both("แก้ยอดเดิม", "correct the earlier total"), Both("ออก", "exit")
ADDS, EARLIER = Both("เพิ่ม", "adds"), Both("ขั้นก่อน", "earlier")
LOT_ABOVE, UNKNOWN = Both("ยอดรวม", "lot"), Both("ไม่ทราบ", "not known")

KIND_WORDS: Mapping[ClaimKind, Both] = {ClaimKind.HAPPENED: HAPPENED, ClaimKind.STANDS: STANDS}
DRAWS_WORDS: Mapping[DrawsFrom, Both] = {
    DrawsFrom.ADDS: ADDS,
    DrawsFrom.EARLIER: EARLIER,
    DrawsFrom.LOT_ABOVE: LOT_ABOVE,
    DrawsFrom.UNKNOWN: UNKNOWN,
}

RESULTS = Sheet(
    "results",
    Both("ผล", "Results"),
    (
        Column(
            "indicator",
            Both("ตัวชี้วัด", "indicator"),
            Both(
                "รหัสตัวชี้วัดในรายงาน เช่น 2.3 หรือ 3.2(1)", "code of the line in the report, such as 2.3 or 3.2(1)"
            ),
            required=True,
        ),
        Column(
            "place",
            Both("สถานที่", "place"),
            Both("ชื่อหรือรหัสพื้นที่ เว้นว่างหมายถึงทั้งประเทศ", "name or code; empty means the whole country"),
        ),
        Column(
            "subject",
            Both("รายการ", "subject"),
            Both("ชื่อเฉพาะของสิ่งที่นับ เช่น ศูนย์หนึ่งแห่ง", "name of the one thing that is counted, such as a centre"),
        ),
        Column(
            "kind",
            Both("แบบ", "kind"),
            Both(
                "เกิดขึ้น = เพิ่มขึ้นเท่านี้, คงอยู่ = ยอด ณ วันนั้น",
                "happened = so many more; stands = the total on that day",
            ),
            required=True,
            words=(HAPPENED, STANDS),
        ),
        Column(
            "stage",
            Both("ขั้น", "stage"),
            Both(
                "ชื่อหรือรหัสขั้น เว้นว่างหมายถึงขั้นที่นับเป็นผลงาน",
                "name or code; empty means the stage that counts as a result",
            ),
        ),
        Column(
            "count",
            Both("การนับ", "count"),
            Both(
                "ถึงขั้นนี้หรือเลยไปแล้ว หรืออยู่ที่ขั้นนี้พอดี (เฉพาะ คงอยู่)",
                "at this stage or beyond it, or exactly at it (stands only)",
            ),
            words=(BEYOND, EXACTLY),
        ),
        Column(
            "number",
            Both("จำนวน", "number"),
            Both("จำนวนเต็ม ไม่มีหน่วย", "a whole number without its unit"),
            required=True,
        ),
        Column(
            "at_least",
            Both("อย่างน้อย", "at least"),
            Both(
                "ใช่ เมื่อเอกสารบอกเพียงว่าไม่น้อยกว่านี้ (เฉพาะ คงอยู่)",
                "yes when the paper only says no fewer than this (stands only)",
            ),
            words=(YES,),
        ),
        Column(
            "unit",
            Both("หน่วย", "unit"),
            Both(
                "หน่วยของตัวชี้วัดนั้น เช่น ครัวเรือน ไม่แปลงหน่วยให้",
                "the unit of the indicator, such as ครัวเรือน; units are never converted",
            ),
            required=True,
        ),
        Column(
            "day",
            Both("วันที่", "day"),
            Both(
                "วันที่เกิดหรือวันที่นับยอด บอกเพียงเดือนหรือปีก็ได้",
                "the day it happened or was counted; a month or year will do",
            ),
            required=True,
        ),
        Column(
            "from",
            Both("ตั้งแต่", "from"),
            Both(
                "วันแรกของช่วงที่เกิด (เฉพาะ เกิดขึ้น)",
                "first day of the stretch in which it happened (happened only)",
            ),
        ),
        Column(
            "if_it_falls",
            Both("ถ้าลดลง", "if it falls"),
            Both(
                "ถ้ายอดน้อยกว่าเดิม: 'ออก: ชื่อขั้นที่ออก' หรือ 'แก้ยอดเดิม'",
                "if the total falls: 'exit: name of the exit' or 'correct the earlier total'",
            ),
            words=(CORRECTS, EXITS),
        ),
        Column(
            "draws",
            Both("มาจาก", "draws"),
            Both(
                "จำนวนนี้เพิ่มใหม่ มาจากขั้นก่อน มาจากยอดรวม หรือไม่ทราบ (เฉพาะ เกิดขึ้น)",
                "new, from the earlier stage, from a lot, or not known (happened only)",
            ),
            words=(ADDS, EARLIER, LOT_ABOVE, UNKNOWN),
        ),
        Column(
            "lot_place",
            Both("จากสถานที่", "from place"),
            Both("พื้นที่ของยอดรวมที่จำนวนนี้อยู่ในนั้น", "the place of the lot that this number was part of"),
        ),
        Column(
            "source",
            Both("แหล่งที่มา", "source"),
            Both("รหัสในแผ่น แหล่งที่มา", "an id in the sheet Sources"),
            required=True,
        ),
        Column("note", Both("หมายเหตุ", "note"), Both("ข้อความใด ๆ", "anything")),
    ),
)

SOURCES = Sheet(
    "sources",
    Both("แหล่งที่มา", "Sources"),
    (
        Column(
            "id",
            Both("รหัส", "id"),
            Both("รหัสสั้นที่ใช้ในแผ่น ผล", "short id that the sheet Results uses"),
            required=True,
        ),
        Column(
            "title",
            Both("ชื่อเอกสาร", "title"),
            Both("ชื่อเอกสารหรือข่าว", "title of the paper or news item"),
            required=True,
        ),
        Column("url", Both("ที่อยู่", "url"), Both("ที่อยู่บนเว็บ ขึ้นต้นด้วย http", "web address, beginning with http")),
        Column(
            "published",
            Both("วันที่เผยแพร่", "published"),
            Both("วันที่เผยแพร่ ถือเป็นวันที่รู้ข้อมูล", "day of publication: the day on which the fact was known"),
            required=True,
        ),
        Column("publisher", Both("ผู้เผยแพร่", "publisher"), Both("หน่วยงานหรือสำนักข่าว", "agency or news house")),
    ),
)
