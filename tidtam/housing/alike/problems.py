"""What is said about citizen IDs that cannot be right."""

from tidtam.problems import define

NOT_DIGITS = define(
    "alike.id-not-digits",
    th="เลขประจำตัวประชาชนมีตัวอักษรอื่นนอกจากตัวเลข",
    en="the citizen ID holds something that is no digit",
    do_th="พิมพ์เฉพาะตัวเลข 13 หลัก เว้นวรรคหรือขีดได้",
    do_en="type the 13 digits alone; spaces and dashes do no harm",
)
WRONG_LENGTH = define(
    "alike.id-wrong-length",
    th="เลขประจำตัวประชาชนมี {length} หลัก ต้องมี 13 หลัก",
    en="the citizen ID has {length} digits; it must have 13",
    do_th="ตรวจกับบัตรประชาชนหรือทะเบียนบ้าน",
    do_en="check it with the card or the house registration",
)
WRONG_CHECK_DIGIT = define(
    "alike.id-wrong-check-digit",
    th="เลขประจำตัวประชาชนไม่ถูกต้อง หลักสุดท้ายควรเป็น {expected}",
    en="the citizen ID is not right: its last digit should be {expected}",
    do_th="ตรวจทุกหลักกับบัตรประชาชน ตัวเลขสองหลักอาจสลับกัน",
    do_en="check each digit with the card: two of them may have changed places",
)
ROUNDED = define(
    "alike.id-rounded",
    th="โปรแกรมตารางปัดเศษเลขประจำตัวประชาชนเป็น {text} หลักท้ายหายไป",
    en="the spreadsheet rounded the citizen ID to {text}; its last digits are lost",
    do_th="ตั้งรูปแบบช่องเป็น “ข้อความ” (Text) แล้วพิมพ์เลข 13 หลักใหม่",
    do_en="set the cell to “Text” and type the 13 digits again",
)
