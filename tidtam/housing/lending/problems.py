"""What is told when something about a loan to an organisation cannot be."""

from tidtam.problems import Severity, define

CODE_BAD = define(
    "lending.code-bad",
    th="รหัสสินเชื่อ “{text}” ใช้ไม่ได้",
    en="“{text}” cannot be the code of a loan",
    do_th="ใช้ตัวอักษรอังกฤษ ตัวเลข และ - ไม่เกิน 30 ตัว ขึ้นต้นด้วยตัวอักษร เช่น L-2563-014",
    do_en="use letters, digits and -, 30 at most, beginning with a letter, such as L-2563-014",
)
CODE_TAKEN = define(
    "lending.code-taken",
    th="มีสินเชื่อรหัส {text} แล้ว",
    en="there is a loan with the code {text} already",
    do_th="เปิดสินเชื่อนั้น หรือใช้รหัสอื่น",
    do_en="open that loan, or choose another code",
)
CONTRACT_MISSING = define(
    "lending.contract-missing",
    th="ยังไม่ได้ใส่เลขที่สัญญา",
    en="the number of the contract is missing",
    do_th="ใส่เลขที่ตามหน้าสัญญา",
    do_en="give it as the contract has it",
)
PAPER_MISSING = define(
    "lending.paper-missing",
    th="ยังไม่ได้ใส่เลขที่เอกสาร",
    en="the number of the paper is missing",
    do_th="ใส่เลขที่ใบเสร็จ ใบเบิก หรือมติ ตามเอกสาร",
    do_en="give the number of the slip, voucher or minutes",
)
PAPER_TWICE = define(
    "lending.paper-twice",
    th="เอกสาร “{paper}” บันทึกไว้ในสินเชื่อ {loan} แล้ว เมื่อวันที่ {day} จำนวน {sum}",
    en="the paper “{paper}” is recorded for the loan {loan} already, on {day}, {sum}",
    do_th="ตรวจว่าเป็นใบเดียวกันหรือไม่ ถ้าเป็นคนละใบให้ใส่เลขที่ที่ต่างกัน",
    do_en="see whether it is the same paper; if not, write the two differently",
)
NOT_POSITIVE = define(
    "lending.not-positive",
    th="จำนวนเงินต้องมากกว่าศูนย์",
    en="the sum has to be more than nothing",
    do_th="ใส่จำนวนเงินตามเอกสาร เช่น 10,217.99",
    do_en="give the sum as the paper has it, such as 10,217.99",
)
EXCEPTION_HALF = define(
    "lending.exception-half",
    th="ข้อยกเว้นต้องมีเหตุผล ผู้อนุมัติ และเอกสาร ครบทั้งสาม",
    en="an exception needs a reason, who allowed it, and its paper",
    do_th="ใส่ให้ครบ หรือเว้นว่างทั้งหมดถ้าไม่ใช่ข้อยกเว้น",
    do_en="give all three, or none where it is no exception",
)
HOUSEHOLDS_NEEDED = define(
    "lending.households-needed",
    th="ยังไม่ได้บอกว่าสินเชื่อนี้ให้กี่ครัวเรือน จึงเทียบกับเพดานต่อครัวเรือนไม่ได้",
    en="it is not said for how many households the loan is, so it cannot be held against the ceiling of one",
    do_th="ใส่จำนวนครัวเรือนตามสัญญา",
    do_en="give the number of households of the contract",
)
NO_CONVENTION = define(
    "lending.no-convention",
    th="ไม่มีวิธีคิดงวดที่ใช้ในวันที่ {day}",
    en="nothing on record says how loans were paid back on {day}",
    do_th="ตรวจวันทำสัญญา หรือหาเอกสารแล้วเพิ่มใน money.toml",
    do_en="check the day of the contract, or find the paper and add it to money.toml",
)
RATE_UNKNOWN = define(
    "lending.rate-unknown",
    th="ยังไม่พบเอกสารของอัตราดอกเบี้ยหลังวันที่ {day} ตารางข้างล่างคิดต่อด้วยอัตราสุดท้ายที่ทราบ ร้อยละ {percent}",
    en="no paper gives a rate after {day}; the schedule goes on with the last one known, {percent} %",
    do_th="ถามสำนักสินเชื่อ แล้วเพิ่มอัตราใน money.toml",
    do_en="ask the credit office, then add the rate to money.toml",
    severity=Severity.QUESTION,
)
DRAWN_TOO_MUCH = define(
    "lending.drawn-too-much",
    th="สินเชื่อ {loan} อนุมัติ {approved} เบิกแล้ว {drawn} จะเบิกอีก {sum} เกินไป {over} "
    "ตามสัญญา {contract} และ {paper}",
    en="the loan {loan} was approved for {approved}, {drawn} is drawn, "
    "and {sum} more would be {over} too much, "
    "by the contract {contract} and {paper}",
    do_th="เบิกได้อีกไม่เกิน {left} ตรวจจำนวนกับใบเบิก",
    do_en="no more than {left} may be drawn: compare the sum with the voucher",
)
PAID_TOO_MUCH = define(
    "lending.paid-too-much",
    th="รับชำระ {sum} วันที่ {day} มากกว่าที่สินเชื่อ {loan} ค้างทั้งหมดอยู่ {over} ตามสัญญา {contract}",
    en="{sum} received on {day} is {over} more than all that the loan {loan} still asks for, "
    "by the contract {contract}",
    do_th="บันทึกเท่าที่ค้าง แล้วคืนส่วนเกินให้องค์กร หรือตรวจว่าเป็นของสัญญาอื่น",
    do_en="record what is owed and give the rest back, or see whether it belongs to another contract",
)
NOTHING_DRAWN = define(
    "lending.nothing-drawn",
    th="สินเชื่อ {loan} ยังไม่มีการเบิกที่รับเข้าบัญชี จึงยังรับชำระไม่ได้",
    en="nothing of the loan {loan} is drawn in the book, so nothing can be repaid",
    do_th="ให้การเงินรับการเบิกเข้าบัญชีก่อน หรือตรวจรหัสสินเชื่อ",
    do_en="let finance accept the drawdown first, or check the code of the loan",
)
NO_SUCH_CHANGE = define(
    "lending.no-such-change",
    th="ไม่มีการพักชำระหรืออัตรารหัส {code} ที่สินเชื่อนี้ตอบรับได้",
    en="there is no moratorium or rate {code} that this loan may take up",
    do_th="เลือกจากรายการในหน้าของสินเชื่อ",
    do_en="choose one of the list on the page of the loan",
)
ANSWERED_ALREADY = define(
    "lending.answered-already",
    th="สินเชื่อนี้ตอบเรื่อง {code} ไว้แล้ว",
    en="this loan has answered {code} already",
    do_th="เปิดหน้าสินเชื่อเพื่อดูคำตอบเดิม",
    do_en="open the page of the loan to see the answer",
)
FINANCE_CONFIRMS = define(
    "lending.finance-confirms",
    th="เฉพาะการเงินของพื้นที่ที่ไม่ได้เป็นผู้บันทึกเท่านั้นที่ยืนยันคำตอบได้",
    en="only finance of the place may confirm an answer, and not who noted it down",
    do_th="ให้เจ้าหน้าที่การเงินอีกคนยืนยัน",
    do_en="leave it to somebody else of finance",
)
OTHER_PROGRAMME = define(
    "lending.other-programme",
    th="โครงการ {project} อยู่ในแผนงานอื่น",
    en="the project {project} is of another programme",
    do_th="เลือกแผนงานของโครงการ",
    do_en="choose the programme of the project",
)
