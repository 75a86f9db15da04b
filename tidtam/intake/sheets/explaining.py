"""The page of the workbook that says how to fill it in."""

from tidtam.intake.sheets.content import Content
from tidtam.review import grid
from tidtam.review.practice import banner
from tidtam.thai.dates import english_date, long_date


def explanation(content: Content) -> list[str]:
    """A title and some sentences, each in Thai and then in English."""
    one, made = content.of_round, content.mark.when
    said = banner()
    return [
        f"{one.name_th} · {one.name_en}",
        *([said] if said else []),
        f"ช่วง {long_date(one.first_day)} ถึง {long_date(one.last_day)} ส่งภายใน {long_date(one.due_on)}",
        f"From {english_date(one.first_day)} to {english_date(one.last_day)}; due {english_date(one.due_on)}",
        f"ดาวน์โหลดโดย {content.person.display_name} เมื่อ {long_date(made.date())} {made:%H:%M} น.",
        f"Downloaded by {content.person.display_name} on {english_date(made.date())} at {made:%H:%M}",
        f"{len(content.places):,} พื้นที่ {len(content.rows):,} ช่อง",
        f"Places: {len(content.places):,}. Squares: {len(content.rows):,}.",
        "",
        "กรอกเฉพาะช่องสีเหลืองในคอลัมน์ จำนวน: จำนวนเต็มตั้งแต่ 0 ใช้เลขไทยได้ ไม่ใส่หน่วย",
        "Fill in only the yellow cells under number: whole numbers from 0, Thai digits will do, no unit.",
        "ว่าง = ยังไม่ทราบ ซึ่งไม่ใช่ 0 · ลบตัวเลขเดิมออก = ถอนตัวเลขนั้น",
        "Empty means not known, which is not 0. Clearing a number takes it back.",
        "ช่องที่ล็อกคือตัวเลขที่ส่งตรวจแล้ว ถ้าผิดให้แจ้งผู้ตรวจส่งกลับ",
        "A locked number is with its reviewer; if it is wrong, ask for it to be sent back.",
        "เมื่อส่งไฟล์กลับ ระบบแสดงสิ่งที่เปลี่ยนให้ดูก่อน แล้วจึงบันทึกเมื่อยืนยัน ส่งไฟล์เดิมซ้ำไม่เปลี่ยนอะไร",
        "Upload it: you see what would change before anything is kept. The same file twice changes nothing.",
        "อย่าใช้สูตร อย่ารวมเซลล์ และเลิกซ่อนแถวก่อนส่ง",
        "No formulas, no merged cells, and show all rows before you upload it.",
        *_not_here(content),
    ]


def _not_here(content: Content) -> list[str]:
    """Where the lines are told that no sheet asks for: those that are answered by stages."""
    lines = ", ".join(line.code for line in grid.milestones_of(content.of_round))
    if not lines:
        return []
    return [
        f"บรรทัด {lines} ไม่อยู่ในไฟล์นี้ เพราะตอบเป็นขั้นของแต่ละแห่ง ให้บันทึกทีละแห่งที่หน้าบันทึกข้อรายงาน",
        f"Line {lines} is not in this file: it is answered by stages. Record each one as a claim.",
    ]
