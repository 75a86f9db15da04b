"""What is told when the terms of a loan, or a payment on it, cannot be."""

from tidtam.problems import Severity, define

SUM_NOT_POSITIVE = define(
    "loans.sum-not-positive",
    th="จำนวนเงิน {satang} สตางค์ ไม่ได้มากกว่าศูนย์",
    en="a sum of {satang} satang is not more than nothing",
    do_th="ใส่จำนวนเงินที่มากกว่าศูนย์ หากไม่มีรายการให้ลบแถวออก",
    do_en="give a sum above zero, or take the row out",
)
MONTHS_ODD = define(
    "loans.months-odd",
    th="จำนวนงวด {months} เดือน ไม่อยู่ระหว่าง 1 ถึง {most}",
    en="{months} months are not between 1 and {most}",
    do_th="ใส่จำนวนเดือน เช่น 20 ปี คือ 240",
    do_en="give the number of months: 20 years are 240",
)
RATE_ODD = define(
    "loans.rate-odd",
    th="อัตราดอกเบี้ย {rate} ต่อปี ไม่อยู่ระหว่าง 0 ถึง 0.15",
    en="a yearly rate of {rate} is not between 0 and 0.15",
    do_th="เขียนร้อยละ 4 เป็น 0.04 กฎหมายห้ามคิดดอกเบี้ยเกินร้อยละ 15 ต่อปี (ป.พ.พ. มาตรา 654)",
    do_en="write 4 per cent as 0.04; 15 a year is the most (Civil and Commercial Code, section 654)",
)
RATE_TWICE = define(
    "loans.rate-twice",
    th="มีอัตราดอกเบี้ยสองอัตราที่เริ่มวันที่ {day}",
    en="two rates begin on {day}",
    do_th="ลบออกหนึ่งอัตรา หรือแก้วันเริ่ม",
    do_en="take one of them out, or mend its first day",
)
NO_RATE_AT_FIRST = define(
    "loans.no-rate-at-first",
    th="ไม่มีอัตราดอกเบี้ยในวันแรกของสัญญา {day}",
    en="there is no rate on the first day of the loan, {day}",
    do_th="เพิ่มอัตราที่เริ่มใช้ในวันนั้นหรือก่อนหน้า หากไม่คิดดอกเบี้ยให้ใส่ 0",
    do_en="add the rate that held on that day; write 0 if no interest is asked",
)
GRACE_TOO_LONG = define(
    "loans.grace-too-long",
    th="ระยะปลอดชำระ {grace} เดือน ไม่เหลืองวดให้ชำระเงินต้นใน {months} เดือน",
    en="{grace} months of grace leave none of {months} to pay back the principal",
    do_th="ลดระยะปลอดชำระ หรือเพิ่มจำนวนงวด",
    do_en="shorten the grace period, or lengthen the loan",
)
MORATORIUM_OUTSIDE = define(
    "loans.moratorium-outside",
    th="การพักชำระหนี้ตั้งแต่ {day} จำนวน {months} เดือน ไม่อยู่ในอายุสัญญา {first} ถึง {last}",
    en="the moratorium of {months} months from {day} does not lie within the term, {first} to {last}",
    do_th="ตรวจวันเริ่มและจำนวนเดือนของการพักชำระหนี้กับประกาศ",
    do_en="check its first day and its months against the paper",
)
MORATORIA_OVERLAP = define(
    "loans.moratoria-overlap",
    th="การพักชำระหนี้ตั้งแต่ {day} ทับกับการพักชำระหนี้ตั้งแต่ {other}",
    en="the moratorium from {day} overlaps the one from {other}",
    do_th="รวมเป็นรายการเดียว หรือเลื่อนวันเริ่มของรายการหลัง",
    do_en="make them one, or begin the later one after the other has ended",
)
NO_MONTH_LEFT = define(
    "loans.no-month-left",
    th="การพักชำระหนี้ตั้งแต่ {day} ไม่ขยายเวลา และไม่เหลืองวดให้ชำระเงินต้น",
    en="the moratorium from {day} does not lengthen the term and leaves no month to pay in",
    do_th="ให้การพักชำระหนี้ขยายเวลาออกไป หรือลดจำนวนเดือนที่พัก",
    do_en="let it lengthen the term, or make it shorter",
)
DRAWN_OUTSIDE = define(
    "loans.drawn-outside",
    th="เบิกเงินกู้วันที่ {day} นอกช่วง {first} ถึงก่อน {last}",
    en="a drawdown on {day} is not between {first} and the day before {last}",
    do_th="แก้วันเบิก หรือแก้วันครบกำหนดงวดแรก",
    do_en="mend the day of the drawdown, or the first due day",
)
FIRST_DRAWN_LATE = define(
    "loans.first-drawn-late",
    th="เบิกเงินกู้ครั้งแรกวันที่ {day} ไม่ก่อนครบกำหนดงวดแรก {due}",
    en="the first drawdown, on {day}, does not come before the first due day, {due}",
    do_th="เลื่อนวันครบกำหนดงวดแรกให้อยู่หลังวันเบิกครั้งแรก",
    do_en="let the first instalment fall due after the first drawdown",
)
DRAWS_DIFFER = define(
    "loans.draws-differ",
    th="เบิกเงินกู้รวม {drawn} แต่เงินต้นตามสัญญาคือ {principal}",
    en="{drawn} was drawn in all, and the principal is {principal}",
    do_th="แก้ให้เท่ากัน หากเบิกไม่ครบ เงินต้นคือยอดที่เบิกจริง",
    do_en="make them equal; of a loan that is not drawn in full, the principal is what was drawn",
)
PAID_BEFORE_LOAN = define(
    "loans.paid-before-loan",
    th="ชำระวันที่ {day} ก่อนเบิกเงินกู้ครั้งแรก {first}",
    en="paid on {day}, before anything was drawn on {first}",
    do_th="ตรวจวันที่ในใบเสร็จ และตรวจว่าเป็นเงินกู้สัญญานี้",
    do_en="check the day on the receipt, and whether it belongs to this loan",
)
MORE_THAN_OWED = define(
    "loans.more-than-owed",
    th="ชำระวันที่ {day} เกินยอดหนี้ {excess}",
    en="the payment of {day} is {excess} more than is owed",
    do_th="คืนส่วนเกิน หรือบันทึกในสัญญาที่ตั้งใจชำระ",
    do_en="give the rest back, or record it with the loan that it was meant for",
    severity=Severity.QUESTION,
)
