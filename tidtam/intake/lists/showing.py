"""A preview of lists in words and as plain values, and the document that shows what was told by one."""

from tidtam.documents.excel import write_sheets
from tidtam.documents.sheets import Column, SheetOut
from tidtam.housing.actions import ListRow
from tidtam.housing.alike.citizen_id import masked
from tidtam.intake.lists.comparing import Change, ListDifference
from tidtam.intake.lists.content import Words
from tidtam.intake.lists.layout import DRAWS_WORDS
from tidtam.intake.lists.likely import Likely
from tidtam.problems import Both
from tidtam.thai.dates import VagueDate, short_vague

NAMES = {
    Change.NEW: Both("ครัวเรือนใหม่", "new households"),
    Change.CHANGED: Both("เปลี่ยน", "changed"),
    Change.THEIRS: Both("ผู้อื่นแก้ คงไว้", "changed by others, left alone"),
    Change.SAME: Both("ไม่เปลี่ยน", "unchanged"),
}
"""What each kind of change is called, in the order in which they are shown."""

_COLUMNS = (
    Column("เลขที่", "text", 9), Column("ชื่อผู้ถือสิทธิ์", "text", 28), Column("เลขประจำตัวประชาชน", "text", 22),
    Column("บ้านเลขที่", "text", 18), Column("ขั้น", "text", 22), Column("ตั้งแต่วันที่", "text", 16),
    Column("มาจาก", "text", 12),
)  # fmt: skip


def as_json(found: list[ListDifference], likely: list[Likely]) -> dict[str, object]:
    """The whole preview as plain values, without a name or an ID of anybody."""
    return {
        "lists": [
            {
                "project": one.content.project.code,
                "counts": {change.value: one.counts[change] for change in NAMES},
                "rows": [
                    {
                        "row": row.row.row, "change": row.change.value, "number": row.row.number,
                        "fields": list(row.fields), "stage": row.tell.stage if row.tell else None,
                        "draws": row.tell.draws.value if row.tell else None,
                    }
                    for row in one.rows
                ],
            }
            for one in found
        ],
        "likely": [
            {
                "project": one.project, "row": one.row, "other": one.other or None,
                "other_row": one.other_row, "reason": one.reason.value, "score": one.score,
            }
            for one in likely
        ],
    }  # fmt: skip


def document_of(title: str, rows: list[ListRow], words: Words, banner: str) -> bytes:
    """What shows that these were told of: the rows of the list that told it, with covered IDs."""
    told = [row for row in rows if row.tell is not None]
    lines = [
        (
            str(row.number or ""), row.known.name, masked(row.known.id_tail), row.known.house,
            words.stages[row.tell.stage], short_vague(VagueDate(row.tell.days.first, row.tell.days.last)),
            DRAWS_WORDS[row.tell.draws].th,
        )
        for row in told
        if row.tell is not None
    ]  # fmt: skip
    above = tuple(filter(None, (title, banner)))
    return write_sheets([SheetOut("ครัวเรือน", _COLUMNS, lines, above, 2)], title=title) if told else b""
