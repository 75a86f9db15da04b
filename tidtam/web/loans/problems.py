"""What can be wrong with what is typed into the pages of loans."""

from tidtam.problems import define

NO_SUCH_LOAN = define(
    "web.loan",
    th="ไม่มีสินเชื่อนี้ หรือเป็นของพื้นที่ที่ไม่ใช่ของท่าน",
    en="there is no such loan, or it belongs to a place that is not yours",
    do_th="เปิดสินเชื่อจากหน้ารวม",
    do_en="open a loan from the page of all",
)
CHOOSE_WHAT = define(
    "web.loan_what",
    th="ยังไม่ได้เลือกว่าเป็นการชำระหรือการเบิก",
    en="it was not said whether this is a payment or a drawdown",
    do_th="เลือกอย่างใดอย่างหนึ่ง",
    do_en="choose one of the two",
)
NO_SUM = define(
    "web.loan_sum",
    th="อ่านจำนวนเงิน “{text}” ไม่ได้",
    en="“{text}” cannot be read as a sum of baht",
    do_th="ใส่เป็นบาท ทศนิยมไม่เกินสองตำแหน่ง เช่น 10,217.99",
    do_en="give baht with two decimals at most, such as 10,217.99",
)
NO_DAY = define(
    "web.loan_day",
    th="ยังไม่ได้ใส่วันที่",
    en="the day is missing",
    do_th="ใส่วันที่ตามเอกสาร เช่น 1 ก.พ. 2563",
    do_en="give the day on the paper, such as 2563-02-01",
)
NOTHING_TO_DO = define(
    "web.loan_deed",
    th="รายการนี้ทำไปแล้ว หรือไม่มีให้ทำ",
    en="this was done already, or there is nothing to do",
    do_th="เปิดหน้าสินเชื่อใหม่เพื่อดูสถานะล่าสุด",
    do_en="open the page of the loan again to see how it stands",
)
NO_NUMBER = define(
    "web.loan_number",
    th="อ่านจำนวน “{text}” ไม่ได้",
    en="“{text}” cannot be read as a number here",
    do_th="ใส่ตัวเลข เช่น 240",
    do_en="give a number, such as 240",
)
