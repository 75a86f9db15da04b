"""What can be wrong with a date or a number, and how it is told."""

from tidtam.problems import define

_DATE_DO_TH = "เขียนเช่น 31 มีนาคม 2562, 31 มี.ค. 62, พ.ค. 2561 หรือ ไตรมาส 2/2562"
_DATE_DO_EN = "write for example 31 มีนาคม 2562, 31 มี.ค. 62, 2019-03-31, พ.ค. 2561 or ไตรมาส 2/2562"

DATE_UNREADABLE = define(
    "thai.date_unreadable",
    th="อ่าน '{text}' เป็นวันที่ไม่ได้",
    en="'{text}' cannot be read as a date",
    do_th=_DATE_DO_TH,
    do_en=_DATE_DO_EN,
)
DATE_WITHOUT_YEAR = define(
    "thai.date_without_year",
    th="วันที่ '{text}' ไม่มีปี",
    en="the date '{text}' has no year",
    do_th="เติมปี พ.ศ. เช่น 2562",
    do_en="add the Buddhist year, such as 2562",
)
DATE_TOO_VAGUE = define(
    "thai.date_too_vague",
    th="'{text}' ไม่บอกว่าเริ่มและสิ้นสุดวันใด",
    en="'{text}' does not say on which days it begins and ends",
    do_th="ระบุเดือน หรือช่วง เช่น ม.ค. 60 – มี.ค. 60",
    do_en="give the month, or a range such as ม.ค. 60 – มี.ค. 60",
)
HALF_OF_WHICH_YEAR = define(
    "thai.half_of_which_year",
    th="'{text}' ไม่บอกว่าเป็นครึ่งของปีงบประมาณหรือปีปฏิทิน",
    en="'{text}' does not say whether it is half of the fiscal or of the calendar year",
    do_th="เขียนเช่น ครึ่งปีแรก ปีงบประมาณ 2562 หรือ ม.ค. 62 – มิ.ย. 62",
    do_en="write ครึ่งปีแรก ปีงบประมาณ 2562 (fiscal) or ม.ค. 62 – มิ.ย. 62",
)
YEAR_TWO_DIGITS = define(
    "thai.year_two_digits",
    th="ปีสองหลักใน '{text}' อาจเป็น พ.ศ. หรือ ค.ศ.",
    en="the two-digit year in '{text}' may be of the Buddhist or of the Common Era",
    do_th="เขียนปีสี่หลัก",
    do_en="write the year with four digits",
)
YEAR_OUT_OF_RANGE = define(
    "thai.year_out_of_range",
    th="ปี {year} ใน '{text}' อยู่นอก พ.ศ. {first}–{last}",
    en="the year {year} in '{text}' is outside B.E. {first}–{last}",
    do_th="ตรวจปีอีกครั้ง",
    do_en="check the year",
)
YEAR_ADDED_TWICE = define(
    "thai.year_added_twice",
    th="ปี {year} ใน '{text}' น่าจะบวก 543 สองครั้ง",
    en="543 seems to have been added twice to the year {year} in '{text}'",
    do_th="หากหมายถึง พ.ศ. {meant} ให้เขียน {meant}",
    do_en="if B.E. {meant} is meant, write {meant}",
)
NO_SUCH_DAY = define(
    "thai.no_such_day",
    th="ปฏิทินไม่มีวันที่ '{text}'",
    en="the calendar has no day '{text}'",
    do_th="ตรวจวันและเดือน (เขียนวันก่อนเดือน)",
    do_en="check day and month (the day comes first)",
)
RANGE_BACKWARDS = define(
    "thai.range_backwards",
    th="ช่วง '{text}' สิ้นสุดก่อนเริ่ม",
    en="the range '{text}' ends before it begins",
    do_th="เขียนปีให้ทั้งสองด้าน เช่น พ.ย. 61 – ก.พ. 62",
    do_en="write the year on both sides, such as พ.ย. 61 – ก.พ. 62",
)
NUMBER_EMPTY = define(
    "thai.number_empty",
    th="ไม่มีจำนวน",
    en="there is no number",
    do_th="ใส่จำนวน หากเป็นศูนย์ให้ใส่ 0",
    do_en="give the number; write 0 if it is zero",
)
NUMBER_UNREADABLE = define(
    "thai.number_unreadable",
    th="อ่าน '{text}' เป็นจำนวนไม่ได้",
    en="'{text}' cannot be read as a number",
    do_th="ใส่เฉพาะตัวเลข เช่น 3,084",
    do_en="give digits only, such as 3,084",
)
NUMBER_COMMA = define(
    "thai.number_comma",
    th="จุลภาคใน '{text}' ไม่อยู่ที่หลักพัน",
    en="a comma in '{text}' is not at the thousands",
    do_th="ตรวจกับเอกสารต้นฉบับแล้วเขียนใหม่",
    do_en="check the paper and write the number again",
)
