"""What can be wrong with a claim as it is typed into its page, before review looks at it."""

from tidtam.problems import define

NO_SUCH_CLAIM = define(
    "web.claim",
    th="ไม่มีข้อรายงานนี้ หรือเป็นของพื้นที่ที่ไม่ใช่ของท่าน",
    en="there is no such claim, or it belongs to a place that is not yours",
    do_th="เปิดข้อรายงานจากหน้างานของฉัน",
    do_en="open a claim from My work",
)
CHOOSE_LINE = define(
    "web.claim_line",
    th="ยังไม่ได้เลือกบรรทัดที่จะรายงาน",
    en="no line was chosen",
    do_th="เลือกบรรทัดจากรายการ",
    do_en="choose a line from the list",
)
LINE_OF_OTHER_YEAR = define(
    "web.claim_line_year",
    th="บรรทัด {line} ไม่มีในปีงบประมาณ {year} ของวันที่ที่ระบุ",
    en="there is no line {line} in fiscal year {year}, in which the day lies",
    do_th="แก้วันที่ หรือเลือกบรรทัดของปีนั้น",
    do_en="correct the day, or choose a line of that year",
)
CHOOSE_PLACE = define(
    "web.claim_place",
    th="ยังไม่ได้เลือกพื้นที่ หรือไม่ใช่พื้นที่ที่ท่านบันทึกได้",
    en="no place was chosen, or none for which you record",
    do_th="เลือกพื้นที่จากรายการ",
    do_en="choose a place from the list",
)
CHOOSE_KIND = define(
    "web.claim_kind",
    th="ยังไม่ได้เลือกว่าทำได้เพิ่ม หรือยอดสะสม",
    en="it was not said whether this is what happened or how it stands",
    do_th="เลือกอย่างใดอย่างหนึ่ง",
    do_en="choose one of the two",
)
NO_DAY = define(
    "web.claim_day",
    th="ยังไม่ได้ใส่วันที่",
    en="the day is missing",
    do_th="พิมพ์เช่น 31 มี.ค. 2562",
    do_en="write it like 31 มี.ค. 2562",
)
NOT_A_COUNT = define(
    "web.claim_number",
    th="“{text}” ไม่ใช่จำนวนเต็มตั้งแต่ 0 ขึ้นไป",
    en="“{text}” is not a whole number from 0 up",
    do_th="พิมพ์เฉพาะตัวเลข เช่น 12 หรือ ๑๒",
    do_en="write digits only, such as 12",
)
ONE_NUMBER = define(
    "web.claim_one_number",
    th="ทำได้เพิ่ม หรือรายการที่ระบุชื่อ มีจำนวนได้ขั้นเดียว",
    en="what happened, or something named, has a number at one stage only",
    do_th="เหลือจำนวนไว้ขั้นเดียว ขั้นอื่นให้บันทึกเป็นอีกข้อรายงาน",
    do_en="leave one number here and record the other stages as claims of their own",
)
NO_FILES = define(
    "web.claim_no_files",
    th="ไม่มีไฟล์มาถึง: ยังไม่ได้เลือก หรือการส่งขาดกลางทาง",
    en="no file came through: none was chosen, or it was cut off on the way",
    do_th="เลือกรูปหรือเอกสาร แล้วส่งอีกครั้ง",
    do_en="choose a photo or document and send it again",
)
NO_EXIT = define(
    "web.claim_exit",
    th="เลือกว่าออกไปแล้ว แต่ไม่ได้บอกว่าออกด้วยเหตุใด",
    en="it says that they left, but not how",
    do_th="เลือกเหตุที่ออกจากรายการ",
    do_en="choose how they left",
)
NOTHING_CHOSEN = define(
    "web.review_nothing",
    th="ยังไม่ได้เลือกข้อรายงานใด",
    en="no claim was chosen",
    do_th="ทำเครื่องหมายหน้าข้อรายงานที่จะรับรอง",
    do_en="tick the claims to accept",
)
