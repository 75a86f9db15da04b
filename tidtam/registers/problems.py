"""What the registers say."""

from tidtam.problems import define

NAME_MISSING = define(
    "registers.name-missing",
    th="ยังไม่ได้ใส่ชื่อองค์กร",
    en="the organisation has no name yet",
    do_th="ใส่ชื่อเต็มตามที่จดทะเบียน หรือตามที่ชุมชนเรียก",
    do_en="give its name as registered, or as the community says it",
)
THERE_ALREADY = define(
    "registers.there-already",
    th="มี “{name}” ที่{place}อยู่แล้ว",
    en="“{name}” at {place} is on the register already",
    do_th="เลือกองค์กรเดิม หรือเพิ่มคำที่ทำให้ชื่อต่างกัน",
    do_en="choose the one that is there, or add what tells the two apart",
)
NOT_YOUR_PLACE = define(
    "registers.not-your-place",
    th="ท่านไม่มีหน้าที่บันทึกที่{place}",
    en="recording at {place} is not among your roles",
    do_th="ให้ผู้บันทึกของพื้นที่นั้นเพิ่มหรือแก้",
    do_en="leave it to a recorder of that place",
)
TOO_LONG = define(
    "registers.too-long",
    th="ยาว {number} ตัวอักษร ใส่ได้ไม่เกิน {most}",
    en="it has {number} characters; {most} at most are kept",
    do_th="ตัดให้สั้นลง รายละเอียดอื่นใส่ในหมายเหตุ",
    do_en="shorten it; what else is known goes into the note",
)
REGISTERED_LATER = define(
    "registers.registered-later",
    th="วันที่จดทะเบียน {day} ยังมาไม่ถึง",
    en="it cannot be registered on {day}: the day has not come",
    do_th="ใส่วันที่ตามหนังสือจดทะเบียน หรือเว้นว่าง",
    do_en="give the day on the certificate, or leave it empty",
)
