"""`tidtam segments`: cuts the book into segments, says which there are, throws them away."""

from pathlib import Path

import click
from django.conf import settings

from tidtam.analytics.segments import kept
from tidtam.ledger_store.read import head
from tidtam.problems import Both

CUT = Both(
    "มี {segments:,} ชิ้น รวม {entries:,} รายการ ถึงลำดับที่ {last:,} จาก {head:,}",
    "{segments:,} segments with {entries:,} entries, up to position {last:,} of {head:,}.",
)
BUSY = Both(
    "อีกโปรแกรมหนึ่งกำลังเขียนชิ้นข้อมูลอยู่ ลองอีกครั้งภายหลัง",
    "Another process is writing segments; try again later.",
)
THROWN = Both("ลบแล้ว {files:,} ไฟล์ บัญชีไม่เปลี่ยน", "{files:,} files thrown away; the book is as it was.")


def run(*, lang: str, what: str) -> int:
    """1 when another process is at it, else 0."""
    folder, last = Path(settings.CUBE["folder"]), head()
    if what == "throw-away":
        files = kept.thrown_away(folder)
        click.echo((BUSY if files < 0 else THROWN).text(lang).format(files=files))
        return 1 if files < 0 else 0
    there = kept.brought_up(folder, last) if what == "cut" else kept.chain(folder, {})
    if there is None:
        click.echo(BUSY.text(lang))
        return 1
    entries = sum(one.entries for one in there.segments)
    values = {"segments": len(there.segments), "entries": entries, "last": there.last, "head": last}
    click.echo(CUT.text(lang).format(**values))
    return 0
