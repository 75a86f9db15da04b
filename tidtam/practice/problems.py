"""What is said when a practice country cannot be made."""

from tidtam.problems import define

NOT_EMPTY = define(
    "practice.not_empty",
    th="ฐานข้อมูลนี้ไม่ว่าง ({what}) จึงไม่เติมข้อมูลสมมุติ",
    en="this database is not empty ({what}), so nothing made-up is put into it",
    do_th="ใช้โฟลเดอร์หรือฐานข้อมูลใหม่ที่ว่าง หรือถ้าเป็นฐานข้อมูลฝึกหัด สั่งอีกครั้งพร้อม --again เพื่อเริ่มใหม่",
    do_en="take a new empty folder or database; if it is a practice database, say --again to start it over",
)
NOT_PRACTICE = define(
    "practice.not_practice",
    th="ฐานข้อมูลนี้ไม่ใช่ฐานข้อมูลฝึกหัด จึงไม่ลบ",
    en="this is not a practice database, so it is not emptied",
    do_th="ใช้โฟลเดอร์หรือฐานข้อมูลใหม่ที่ว่าง",
    do_en="take a new empty folder or database",
)
TOO_FEW = define(
    "practice.too_few",
    th="{entries} รายการน้อยเกินไป",
    en="{entries} entries are too few",
    do_th="ขออย่างน้อย {least} รายการ",
    do_en="ask for at least {least}",
)
