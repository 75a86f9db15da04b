"""What is wrong with segments, and what happened to them."""

from tidtam.problems import Severity, define

DAMAGED = define(
    "segments.damaged",
    th="ชิ้นข้อมูลที่ {number} เสียหรือหาย: {how} ระหว่างนี้ตัวเลขมาจากฐานข้อมูลโดยตรง จึงถูกต้องแต่ช้ากว่า",
    en=(
        "segment {number} is damaged or missing: {how}. Until it is made again figures come from the "
        "database: right, but slower"
    ),
    do_th="สั่ง tidtam segments cut เพื่อสร้างใหม่จากบัญชี",
    do_en="run tidtam segments cut: it is made again from the book",
)
SUMS_DIFFER = define(
    "segments.sums-differ",
    th="ยอดในชิ้นข้อมูลของ {cell} ไม่เท่ากับบัญชี: {segments} กับ {book}",
    en="the segments and the book differ in {cell}: {segments} and {book}",
    do_th="สั่ง tidtam segments throw-away แล้ว tidtam segments cut และแจ้งผู้ดูแลระบบ",
    do_en="run tidtam segments throw-away, then tidtam segments cut, and tell the administrator",
)
MADE_AGAIN = define(
    "segments.made-again",
    th="เมื่อ {at} พบว่าชิ้นข้อมูลที่ {number} เสียหรือหาย ({how}) และสร้างใหม่จากบัญชีแล้ว",
    en="on {at} segment {number} was found damaged or missing ({how}) and made again from the book",
    do_th="ถ้าเกิดซ้ำ ให้ตรวจดิสก์",
    do_en="if it happens again, look at the disk",
    severity=Severity.NOTE,
)
