"""The page of a list of households that says how to fill it in."""

from tidtam.intake.lists.content import Content
from tidtam.thai.dates import english_date, long_date


def explanation(content: Content) -> list[str]:
    """A title and some sentences, each in Thai and then in English."""
    made = content.mark.when
    titles = [f"{one.project.code} {one.project.name}" for one in content.lists[:20]]
    more = len(content.lists) - len(titles)
    who = content.person.display_name
    banner = [content.banner, ""] if content.banner else []
    return [
        "บัญชีครัวเรือน · List of households",
        *banner,
        *titles,
        *([f"และอีก {more:,} โครงการ · and {more:,} more projects"] if more else []),
        f"ดาวน์โหลดโดย {who} เมื่อ {long_date(made.date())} {made:%H:%M} น.",
        f"Downloaded by {who} on {english_date(made.date())} at {made:%H:%M}",
        "",
        "เติมครัวเรือนใหม่ต่อท้าย เว้นเลขที่ว่างไว้ ระบบจะให้เลขเอง แก้ช่องสีเหลืองของครัวเรือนเดิมได้",
        "Add new households below and leave their number empty. Yellow cells of the others may be changed.",
        "เลขประจำตัวประชาชนที่มีแล้วปิดไว้ เห็นเพียง 3 หลักท้าย ปล่อยไว้ตามเดิม หรือพิมพ์ใหม่ทั้ง 13 หลัก",
        "A known citizen ID is covered but for its last 3 digits: leave it, or type all 13 digits anew.",
        "ตั้งแต่วันที่: วันที่ถึงขั้นนั้น ใช้ พ.ศ. เช่น 15 มี.ค. 2562 หรือ มี.ค. 2562",
        "Since: when the stage was reached, in the Buddhist Era, as 15 มี.ค. 2562 or มี.ค. 2562.",
        "มาจาก: ยอดรวม = นับอยู่ที่ขั้นนี้แล้วในยอดที่รายงานไว้ · เพิ่ม = ยังไม่เคยนับ · ไม่ทราบ = รอคำตอบ ยอดไม่เปลี่ยน",
        "Draws: lot = counted at this stage in a reported total; adds = never counted; not known = waits.",
        "กลุ่มเปราะบางมีได้หลายกลุ่ม คั่นด้วยเครื่องหมายจุลภาค",
        "There may be several vulnerabilities, with commas between them.",
        "เมื่อส่งไฟล์ ระบบแสดงสิ่งที่จะเปลี่ยนและรายที่อาจซ้ำก่อน แล้วจึงบันทึกเมื่อยืนยัน ส่งไฟล์เดิมซ้ำไม่เปลี่ยนอะไร",
        "Upload it: you see first what would change and who may be there twice. Twice changes nothing.",
        "อย่าใช้สูตร อย่ารวมเซลล์ และเลิกซ่อนแถวก่อนส่ง",
        "No formulas, no merged cells, and show all rows before you upload it.",
    ]
