"""What is wrong with a workbook of grants and their payments."""

from tidtam.problems import define

NO_SHEET = define(
    "grants.no-sheet",
    th="ไม่พบตารางที่มีหัวช่อง “{head}”",
    en="there is no table with the head “{head}”",
    do_th="ใช้ไฟล์ที่ดาวน์โหลดจากหน้าเงินของโครงการ และอย่าเปลี่ยนหัวตาราง",
    do_en="use the file downloaded from the money page of the project, with its heads as they were",
)
COLUMN_UNKNOWN = define(
    "grants.column-unknown",
    th="ไม่รู้จักช่อง “{head}”",
    en="the column “{head}” is not known",
    do_th="ใช้เฉพาะช่อง {heads}",
    do_en="use only the columns {heads}",
)
HOUSEHOLD_UNKNOWN = define(
    "grants.household-unknown",
    th="ไม่มีครัวเรือน “{text}” ในโครงการ {project}",
    en="there is no household “{text}” in the project {project}",
    do_th="ตรวจรหัสครัวเรือน หรือเพิ่มครัวเรือนในโครงการก่อน",
    do_en="check its number, or add the household to the project first",
)
HOUSEHOLD_TWICE = define(
    "grants.household-twice",
    th="ครัวเรือน {text} มีสองแถว",
    en="the household {text} has two rows",
    do_th="รวมเป็นแถวเดียว",
    do_en="make them one row",
)
NOT_BAHT = define(
    "grants.not-baht",
    th="“{text}” ไม่ใช่จำนวนเงินเป็นบาท",
    en="“{text}” is no sum in baht",
    do_th="ใส่เฉพาะตัวเลข ทศนิยมไม่เกินสองตำแหน่ง เช่น 50000 หรือ 212.50",
    do_en="give digits alone, two places after the point at most, such as 50000 or 212.50",
)
FORMULA = define(
    "grants.formula",
    th="ช่องนี้เป็นสูตร",
    en="this cell is a formula",
    do_th="คัดลอกแล้ววางเป็นค่า (Paste Values)",
    do_en="copy it and paste it as a value",
)
NOTHING_GIVEN = define(
    "grants.nothing-given",
    th="ไม่มีจำนวนเงินในไฟล์นี้",
    en="there is no sum in this file",
    do_th="กรอกจำนวนเงินอย่างน้อยหนึ่งช่อง",
    do_en="fill in one sum at least",
)
COLUMN_MISSING = define(
    "grants.column-missing",
    th="ไม่มีช่อง “{head}”",
    en="the column “{head}” is missing",
    do_th="ใช้ไฟล์ที่ดาวน์โหลดจากหน้าเงินของโครงการ และอย่าลบช่อง",
    do_en="use the file downloaded from the money page of the project, with all its columns",
)
SUM_OF_VOUCHER = define(
    "grants.sum-of-voucher",
    th="ใบสำคัญ {voucher} ไม่มีจำนวนเงิน",
    en="the voucher {voucher} has no sum",
    do_th="ใส่จำนวนเงิน หรือลบเลขใบสำคัญ",
    do_en="give the sum, or take the number of the voucher out",
)
VOUCHER_OF_SUM = define(
    "grants.voucher-of-sum",
    th="จำนวนเงินนี้ไม่มีเลขใบสำคัญ",
    en="this sum has no number of a voucher",
    do_th="ใส่เลขตามเอกสารจ่ายเงิน",
    do_en="give the number that stands on the paper",
)
DAY_VAGUE = define(
    "grants.day-vague",
    th="“{text}” ไม่ใช่วันเดียว",
    en="“{text}” is not a single day",
    do_th="ใส่วันที่ตามเอกสารจ่ายเงิน",
    do_en="give the day that stands on the paper",
)
TWO_DAYS = define(
    "grants.two-days",
    th="ใบสำคัญ {voucher} มีสองวัน",
    en="the voucher {voucher} has two days",
    do_th="ให้ทุกแถวของใบเดียวกันเป็นวันเดียวกัน",
    do_en="give all rows of one voucher the same day",
)
