"""What review says when a claim cannot go on."""

from tidtam.problems import Severity, define

DRAWS_UNKNOWN = define(
    "review.draws-unknown",
    th="ไม่ทราบว่า {number} {unit} นี้มาจากยอดรวมเดิมหรือเพิ่มขึ้นใหม่ จึงพักไว้เป็นคำถาม ยังไม่นับเข้ายอด",
    en="not known whether these {number} {unit} come out of a lot or are new: held, not counted yet",
    do_th="เมื่อทราบแล้ว ให้เลือก เพิ่ม, ขั้นก่อน หรือ ยอดรวม ในช่อง มาจาก แล้วนำเข้าอีกครั้ง",
    do_en="when it is known, choose adds, earlier or lot in the column 'draws' and import again",
    severity=Severity.QUESTION,
)
STILL_HELD = define(
    "review.still-held",
    th="รายการนี้ยังรอคำตอบอยู่ จึงรับเข้าบัญชีไม่ได้",
    en="this claim still waits for an answer and cannot be accepted",
    do_th="ตอบก่อนว่ายอดนี้มาจากไหน",
    do_en="first answer where its number comes from",
)
OTHER_ANSWER = define(
    "review.other-answer",
    th="รายการนี้รับเข้าบัญชีแล้วด้วยคำตอบอื่น (มาจาก หรือ ถ้าลดลง) จึงไม่เปลี่ยน",
    en="this claim was accepted with another answer (draws, or if it falls): nothing was changed",
    do_th="ถ้าคำตอบเดิมผิด ให้กลับรายการเดิมโดยระบุเหตุผล",
    do_en="if the earlier answer was wrong, have the claim reversed with a reason",
    severity=Severity.WARNING,
)
