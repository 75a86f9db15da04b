"""What the grid says, in Thai and in English."""

SAYINGS: dict[str, tuple[str, str]] = {
    "grid.title": ("กรอกผล", "Numbers for"),
    "grid.due": ("ส่งภายใน {day}", "Due by {day}"),
    "grid.late": ("เลยกำหนดแล้ว", "overdue"),
    "grid.locked": (
        "รอบนี้ปิดรับแล้ว ดูได้แต่แก้ไม่ได้ ถ้าต้องแก้ ให้ขอสำนักงานใหญ่เปิดให้พื้นที่ของท่าน",
        "The round is closed: you can look but not change. Ask headquarters to open it for your place.",
    ),
    "grid.filled": ("กรอกแล้ว {filled} จาก {all} ช่อง", "{filled} of {all} squares filled in"),
    "grid.how": (
        "พิมพ์เลขไทยหรืออารบิกก็ได้ ช่องว่างคือยังไม่มีรายงาน ซึ่งไม่ใช่ 0 ตัวเลขสีเทาคือรอบก่อน",
        "Thai or Arabic digits will do. Empty means not reported, which is not 0. Grey is the round before.",
    ),
    "grid.how_script": (
        "วางจาก Excel ได้ทั้งก้อน ใช้ปุ่มลูกศรและ Enter เลื่อนช่อง ระบบบันทึกเองเมื่อออกจากช่อง",
        "Paste a block from Excel, move with arrows and Enter; a square is saved when you leave it.",
    ),
    "grid.jump": ("ไปที่พื้นที่", "Go to a place"),
    "grid.place": ("พื้นที่", "Place"),
    "grid.adds": (
        "กรอกเฉพาะผลที่ทำได้เพิ่มในรอบนี้ ({first} ถึง {last}) ไม่ใช่ยอดสะสม",
        "Give only what was done in this round ({first} to {last}), not the running total.",
    ),
    "grid.totals": (
        "ยกเว้น {lines} ให้กรอกยอดสะสม ณ วันสิ้นรอบ",
        "Only for {lines} give the total that stands at its end.",
    ),
    "grid.not_here": ("บรรทัดที่ไม่อยู่ในตารางนี้", "Lines that are not in this grid"),
    "grid.milestone": (
        "ตอบเป็นขั้นของแต่ละแห่ง ไม่ใช่จำนวน",
        "answered by the stage that each one has reached, not by a number",
    ),
    "grid.milestone_do": ("บันทึกทีละแห่งที่หน้าบันทึกข้อรายงาน", "Record each one as a claim"),
    "grid.elsewhere": (
        "{lines} นับในพื้นที่อื่น เช่น ภาคหรือคลอง ผู้บันทึกของที่นั้นเป็นผู้รายงาน",
        "{lines}: counted at other places, such as a region or a canal, and told by who records there.",
    ),
    "grid.nothing_handed": (
        "ยังไม่ได้ส่ง: ยังไม่มีช่องที่กรอกใหม่",
        "Nothing was handed in: no square was filled in.",
    ),
    "grid.before": ("รอบก่อนทำได้", "in the round before"),
    "grid.none_before": ("–", "–"),
    "grid.save": ("บันทึก", "Save"),
    "grid.hand_in": ("ส่งให้ผู้ตรวจ", "Hand in"),
    "grid.hand_in_about": (
        "ส่งทุกช่องที่กรอกแล้วในหน้านี้ จากนั้นแก้เองไม่ได้จนกว่าผู้ตรวจจะส่งกลับ",
        "Hands in every number on this page; after that only the reviewer can send one back to you.",
    ),
    "grid.kept": ("บันทึกแล้ว {n} ช่อง", "squares saved: {n}"),
    "grid.nothing_new": ("ไม่มีช่องใดเปลี่ยน", "No square was changed"),
    "grid.handed": ("ส่งแล้ว {n} ช่อง", "squares handed in: {n}"),
    "grid.wrong": (
        "{n} ช่องมีข้อสังเกต อยู่ใต้ช่องนั้น ช่องอื่นบันทึกแล้ว",
        "Squares that need a look: {n}. It is said under each; the others are saved.",
    ),
    "grid.kinds": ("ชนิดพื้นที่", "Kind of place"),
    "grid.kind.tambon": ("ตำบล", "Tambons"),
    "grid.kind.province": ("จังหวัด", "Provinces"),
    "grid.calendar": ("ปฏิทินรายงาน", "Calendar of reports"),
    "grid.workbook": ("กรอกใน Excel", "Fill in with Excel"),
    "grid.state.draft": ("ร่าง", "draft"),
    "grid.state.proposed": ("● ส่งแล้ว รอตรวจ", "● handed in"),
    "grid.state.held": ("◆ มีคำถาม", "◆ questioned"),
    "grid.state.returned": ("◐ ส่งกลับให้แก้", "◐ sent back"),
    "grid.state.accepted": ("● รับเข้าบัญชีแล้ว", "● in the book"),
    # said by the script
    "grid.js.saving": ("กำลังบันทึก…", "saving…"),
    "grid.js.saved": ("✓ บันทึกแล้ว", "✓ saved"),
    "grid.js.all_saved": ("✓ บันทึกครบทุกช่องแล้ว", "✓ everything is saved"),
    "grid.js.waiting": (
        "◐ ยังไม่ได้ส่ง {n} ช่อง เก็บไว้ในเครื่องนี้ จะส่งเองเมื่อต่อได้",
        "◐ waiting in this device: {n}; sent when there is a connection",
    ),
    "grid.js.wrong": (
        "◆ {n} ช่องมีข้อสังเกต อยู่ใต้ช่องนั้น ยังไม่ได้บันทึก",
        "◆ squares that need a look: {n}; it is said under each. They are not saved yet.",
    ),
    "grid.js.kept_here": ("◐ เก็บไว้ในเครื่องนี้", "◐ kept in this device"),
    "grid.js.sign_in": (
        "◆ ต้องเข้าสู่ระบบใหม่ ตัวเลขที่พิมพ์เก็บไว้ในเครื่องนี้แล้ว ให้โหลดหน้านี้อีกครั้ง",
        "◆ Sign in again by loading this page anew. What you typed is kept in this device.",
    ),
    "grid.js.mine": ("ใช้ของฉัน {n}", "Use mine: {n}"),
    "grid.js.now": ("ใช้ค่าปัจจุบัน {n}", "Use theirs: {n}"),
    "grid.js.empty": ("(ว่าง)", "(empty)"),
}
