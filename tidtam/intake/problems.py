"""What intake says about a workbook: each wrong cell, row, sheet or file, and what to do about it."""

from tidtam.problems import Severity, define

FILE_UNREADABLE = define(
    "intake.file-unreadable",
    th="เปิดไฟล์ไม่ได้ ({reason})",
    en="the file cannot be opened ({reason})",
    do_th="ตรวจชื่อไฟล์และสิทธิ์อ่าน",
    do_en="check its name and that it may be read",
)
FILE_OF_ONE_TABLE = define(
    "intake.file-of-one-table",
    th="ไฟล์ {kind} มีตารางเดียว จึงไม่มีที่ให้บอกแหล่งที่มาของแต่ละแถว",
    en="a {kind} file is one table: it has no room for the sources of its rows",
    do_th="เปิดใน Excel แล้วคัดลอกลงไฟล์ของคำสั่ง tidtam template แล้วบันทึกเป็น .xlsx",
    do_en="open it in Excel, copy it into the file that `tidtam template` writes, and save that as .xlsx",
)
SHEET_MISSING = define(
    "intake.sheet-missing",
    th="ไม่มีแผ่นชื่อ '{name}' (พบ: {found})",
    en="there is no sheet named '{name}' (found: {found})",
    do_th="ตั้งชื่อแผ่นให้ตรง หรือเริ่มจากไฟล์ของคำสั่ง tidtam template",
    do_en="name the sheet so, or start from the file that `tidtam template` writes",
)
COLUMN_MISSING = define(
    "intake.column-missing",
    th="แถวหัวตารางไม่มีช่อง '{name}'",
    en="the header row has no column '{name}'",
    do_th="เติมหัวช่องนี้ในแถวที่ 1{maybe}",
    do_en="add this header in row 1{maybe}",
)
COLUMN_UNKNOWN = define(
    "intake.column-unknown",
    th="ไม่รู้จักหัวช่อง '{name}' จึงไม่อ่านช่องนี้",
    en="the header '{name}' is not known: its column is not read",
    do_th="ใช้หัวช่องตามคู่มือ หรือปล่อยไว้ถ้าเป็นบันทึกส่วนตัว",
    do_en="use the headers of the handbook, or leave it if it is your own remark",
    severity=Severity.WARNING,
)
COLUMN_TWICE = define(
    "intake.column-twice",
    th="หัวช่อง '{name}' มีมากกว่าหนึ่งช่อง",
    en="the header '{name}' is there more than once",
    do_th="เหลือไว้ช่องเดียว",
    do_en="keep one of them",
)
NO_ROWS = define(
    "intake.no-rows",
    th="แผ่นนี้ไม่มีแถวข้อมูล",
    en="this sheet has no rows",
    do_th="กรอกอย่างน้อยหนึ่งแถวใต้หัวตาราง",
    do_en="fill in at least one row under the header",
)
EMPTY = define(
    "intake.cell-empty",
    th="ช่องนี้ว่าง",
    en="this cell is empty",
    do_th="กรอก{about}",
    do_en="fill in {about}",
)
CELL_ERROR = define(
    "intake.cell-error",
    th="ช่องนี้เป็นค่าผิดพลาดของสูตร ({text})",
    en="the formula in this cell gives an error ({text})",
    do_th="แก้สูตร หรือพิมพ์ค่าแทนสูตร",
    do_en="mend the formula, or type the value instead",
)
WORD_UNKNOWN = define(
    "intake.word-unknown",
    th="'{text}' ไม่ใช่คำที่ใช้ในช่องนี้",
    en="'{text}' is not a word for this column",
    do_th="ใช้คำใดคำหนึ่ง: {words}",
    do_en="use one of: {words}",
)
NUMBER_HAS_TEXT = define(
    "intake.number-has-text",
    th="ช่องจำนวนมีข้อความปน: '{text}'",
    en="there is text in the number: '{text}'",
    do_th="ใส่เฉพาะตัวเลข ส่วนหน่วยใส่ในช่อง หน่วย",
    do_en="give the digits only; the unit goes into its own column",
)
NUMBER_NOT_WHOLE = define(
    "intake.number-not-whole",
    th="จำนวน {text} ไม่ใช่จำนวนเต็ม",
    en="the number {text} is not whole",
    do_th="สิ่งที่นับต้องเป็นจำนวนเต็ม ตรวจกับเอกสารต้นฉบับ",
    do_en="things that are counted are whole; check the paper",
)
NUMBER_NEGATIVE = define(
    "intake.number-negative",
    th="จำนวน {text} ติดลบ",
    en="the number {text} is below zero",
    do_th="ถ้ายอดลดลง ให้กรอกยอดใหม่แบบ คงอยู่ และตอบในช่อง ถ้าลดลง",
    do_en="if a total fell, give the new total as 'stands' and answer in the column 'if it falls'",
)
NUMBER_TOO_LARGE = define(
    "intake.number-too-large",
    th="จำนวน {text} มากเกินกว่าที่จะเป็นจริง (สูงสุด {most})",
    en="the number {text} is larger than it can be (at most {most})",
    do_th="ตรวจกับเอกสารต้นฉบับ",
    do_en="check the paper",
)
NUMBER_ZERO = define(
    "intake.number-zero",
    th="แบบ เกิดขึ้น ต้องมีจำนวนอย่างน้อย 1",
    en="what happened has a number of at least 1",
    do_th="ลบแถวนี้ถ้าไม่มีอะไรเกิดขึ้น หรือใช้แบบ คงอยู่ ถ้าหมายถึงยอดเป็นศูนย์",
    do_en="delete the row if nothing happened, or use 'stands' if the total is zero",
)
SUBJECT_IS_ONE = define(
    "intake.subject-is-one",
    th="แถวที่มีชื่อใน รายการ นับได้ 1 เท่านั้น แต่จำนวนคือ {number}",
    en="a row with a named subject counts 1, but the number is {number}",
    do_th="ใส่ 1 หรือแยกเป็นแถวละหนึ่งรายการ",
    do_en="write 1, or give each subject its own row",
)
SUBJECT_NEEDED = define(
    "intake.subject-needed",
    th="ตัวชี้วัด {indicator} ตอบเป็นขั้นของแต่ละแห่ง จึงต้องมีชื่อในช่อง รายการ",
    en="indicator {indicator} is answered in the stage of each subject, so its name is needed",
    do_th="ใส่ชื่อ เช่น ศูนย์พัฒนาศักยภาพคนไร้บ้าน จ.ขอนแก่น",
    do_en="give the name, such as the name of the centre",
)
NOT_FOR_KIND = define(
    "intake.not-for-kind",
    th="ช่องนี้ใช้กับแบบ {only} เท่านั้น",
    en="this column is for '{only}' only",
    do_th="เว้นช่องนี้ว่าง หรือเปลี่ยนช่อง แบบ",
    do_en="leave it empty, or change the column 'kind'",
)
PLACES_NOT_LOOKED_FOR = define(
    "intake.places-not-looked-for",
    th="ไม่พบสถานที่ถึง {most} ชื่อ จึงหยุดค้นชื่อที่เหลือ",
    en="{most} names of places were not found, so the remaining ones were not looked for",
    do_th="ตรวจว่าชื่ออยู่ในช่องที่ถูกต้อง แก้ชื่อเหล่านี้ แล้วลองใหม่",
    do_en="see that the names are in the right column, mend these, and try again",
)
INDICATOR_UNKNOWN = define(
    "intake.indicator-unknown",
    th="ไม่มีตัวชี้วัด '{text}'{maybe}",
    en="there is no indicator '{text}'{maybe}",
    do_th="ใช้รหัสตามรายงาน เช่น 2.3 หรือ 3.2(1)",
    do_en="use the code of the report, such as 2.3 or 3.2(1)",
)
INDICATOR_NOT_THAT_YEAR = define(
    "intake.indicator-not-that-year",
    th="ตัวชี้วัด {code} ไม่มีในปีงบประมาณ {year}",
    en="indicator {code} is not defined for fiscal year {year}",
    do_th="ตรวจวันที่ หรือให้ผู้ดูแลเพิ่มนิยามของปีนั้นใน definitions",
    do_en="check the day, or have the definition of that year added under definitions",
)
STAGE_UNKNOWN = define(
    "intake.stage-unknown",
    th="ตัวชี้วัด {indicator} ไม่มีขั้น '{text}'",
    en="indicator {indicator} has no stage '{text}'",
    do_th="ใช้ขั้นใดขั้นหนึ่ง: {stages}",
    do_en="use one of: {stages}",
)
EXIT_UNKNOWN = define(
    "intake.exit-unknown",
    th="ตัวชี้วัด {indicator} ไม่มีทางออก '{text}'",
    en="indicator {indicator} has no exit '{text}'",
    do_th="ใช้ทางออกใดทางออกหนึ่ง: {exits}",
    do_en="use one of: {exits}",
)
STAGE_IS_EXIT = define(
    "intake.stage-is-exit",
    th="'{text}' เป็นการออก ไม่ใช่ขั้นที่นับ",
    en="'{text}' is an exit, not a stage that is counted",
    do_th="กรอกยอดที่เหลือแบบ คงอยู่ แล้วเขียน 'ออก: {text}' ในช่อง ถ้าลดลง",
    do_en="give what is left as 'stands' and write 'exit: {text}' in the column 'if it falls'",
)
UNIT_DIFFERS = define(
    "intake.unit-differs",
    th="หน่วย '{text}' ไม่ตรงกับหน่วยของตัวชี้วัด {indicator} คือ {unit}",
    en="the unit '{text}' differs from the unit of indicator {indicator}: {unit}",
    do_th="หาจำนวนเป็น{unit}จากเอกสาร ระบบไม่แปลงหน่วยให้",
    do_en="find the number of {unit} in the paper; units are never converted",
)
DAY_AFTER_PUBLICATION = define(
    "intake.day-after-publication",
    th="วันที่ {day} อยู่หลังวันที่เผยแพร่ของแหล่งที่มา ({published})",
    en="the day {day} is after its source was published ({published})",
    do_th="ตรวจวันที่ทั้งสอง เอกสารบอกสิ่งที่ยังไม่เกิดไม่ได้",
    do_en="check both days; a paper cannot report what has not happened",
)
DAY_OVER_TWO_YEARS = define(
    "intake.day-over-two-years",
    th="'{day}' คร่อมปีงบประมาณ {first} และ {last} แต่ตัวชี้วัด {indicator} นับแยกแต่ละปี",
    en="'{day}' lies in fiscal years {first} and {last}, but indicator {indicator} is counted year by year",
    do_th="ระบุวันหรือเดือนให้อยู่ในปีงบประมาณเดียว",
    do_en="give a day or month within one fiscal year",
)
FROM_AFTER_DAY = define(
    "intake.from-after-day",
    th="ตั้งแต่ {first} อยู่หลังวันที่ {day}",
    en="it begins on {first}, after the day {day}",
    do_th="สลับสองช่องนี้ หรือตรวจวันที่",
    do_en="swap the two cells, or check the days",
)
PUBLISHED_IN_FUTURE = define(
    "intake.published-in-future",
    th="วันที่เผยแพร่ {published} ยังมาไม่ถึง",
    en="the day of publication {published} is still to come",
    do_th="ตรวจวันที่เผยแพร่",
    do_en="check the day of publication",
)
URL_STRANGE = define(
    "intake.url-strange",
    th="ที่อยู่ '{text}' ไม่ได้ขึ้นต้นด้วย http:// หรือ https://",
    en="the address '{text}' does not begin with http:// or https://",
    do_th="คัดลอกที่อยู่เต็มจากเบราว์เซอร์ หรือเว้นว่าง",
    do_en="copy the whole address from the browser, or leave it empty",
)
SOURCE_UNKNOWN = define(
    "intake.source-unknown",
    th="ไม่มีแหล่งที่มารหัส '{text}' ในแผ่น แหล่งที่มา",
    en="there is no source with the id '{text}' in the sheet Sources",
    do_th="เพิ่มแหล่งที่มานี้ หรือแก้รหัส (มี: {known})",
    do_en="add this source, or mend the id (there are: {known})",
)
SOURCE_TWICE = define(
    "intake.source-twice",
    th="รหัสแหล่งที่มา '{text}' ซ้ำกับแถว {first}",
    en="the source id '{text}' is in row {first} already",
    do_th="ให้แต่ละแหล่งที่มามีรหัสของตน",
    do_en="give each source an id of its own",
)
SOURCE_UNUSED = define(
    "intake.source-unused",
    th="ไม่มีแถวใดอ้างแหล่งที่มา '{text}'",
    en="no row uses the source '{text}'",
    do_th="ลบได้ หรือปล่อยไว้",
    do_en="delete it or leave it",
    severity=Severity.NOTE,
)
ROW_TWICE = define(
    "intake.row-twice",
    th="แถวนี้เหมือนกับแถว {first}",
    en="this row says the same as row {first}",
    do_th="ลบแถวหนึ่ง ถ้าเป็นคนละเรื่องกันให้แยกด้วยสถานที่ วันที่ หรือ รายการ",
    do_en="delete one; if they are two things, tell them apart by place, day or subject",
)
ROWS_CONTRADICT = define(
    "intake.rows-contradict",
    th="แถวนี้ขัดกับแถว {first}: ขั้น {stage} เป็น {number} แต่แถวนั้นบอก {other}",
    en="this row contradicts row {first}: stage {stage} is {number} here and {other} there",
    do_th="ตรวจกับเอกสารแล้วแก้แถวที่ผิด",
    do_en="check the paper and mend the wrong row",
)
ANSWERS_CONTRADICT = define(
    "intake.answers-contradict",
    th="ช่อง ถ้าลดลง ต่างจากแถว {first} ซึ่งเป็นยอดชุดเดียวกัน",
    en="'if it falls' differs from row {first}, which belongs to the same standing",
    do_th="ตอบให้เหมือนกันทุกแถวของยอดชุดนี้",
    do_en="give the same answer in all rows of the standing",
)
EARLIER_IS_LESS = define(
    "intake.earlier-is-less",
    th="ถึงขั้น {early} มี {fewer} แต่ถึงขั้น {late} ซึ่งอยู่หลังกว่ามี {more}",
    en="{fewer} are at or beyond {early}, but {more} at or beyond the later {late}",
    do_th="ยอด ถึงขั้น ต้องรวมขั้นหลัง ๆ ด้วย ถ้าหมายถึงเฉพาะขั้นนี้ให้เลือก ที่ขั้น",
    do_en="'at or beyond' includes later stages; choose 'at the stage' if only this stage is meant",
)
LATER_STAGE_MISSING = define(
    "intake.later-stage-missing",
    th="ยอด ที่ขั้น {stage} ต้องรู้ยอดขั้นถัดไปด้วย แต่ไม่มีแถวของขั้น {missing}",
    en="'at the stage' {stage} also needs the stage after it, but there is no row for {missing}",
    do_th="เติมแถว ที่ขั้น {missing} (0 ถ้าไม่มี) หรือเปลี่ยนเป็น ถึงขั้น",
    do_en="add a row 'at the stage' {missing} (0 if none), or change it to 'at or beyond'",
)
LOT_PLACE_MISSING = define(
    "intake.lot-place-missing",
    th="มาจากยอดรวม แต่ไม่บอกว่ายอดรวมของที่ใด",
    en="it comes from a lot, but not said of which place",
    do_th="กรอก จากสถานที่ (เว้นว่างไม่ได้ ทั้งประเทศเขียนว่า ประเทศไทย)",
    do_en="fill in 'from place' (for the whole country write ประเทศไทย)",
)
LOT_PLACE_FOR_LOT = define(
    "intake.lot-place-for-lot",
    th="จากสถานที่ ใช้เมื่อ มาจาก เป็น ยอดรวม เท่านั้น",
    en="'from place' is only for rows that draw from a lot",
    do_th="เว้นว่าง หรือเปลี่ยน มาจาก เป็น ยอดรวม",
    do_en="leave it empty, or choose 'lot' in the column 'draws'",
)
LOT_NOT_ABOVE = define(
    "intake.lot-not-above",
    th="{place} ไม่ได้อยู่ใน {lot_place} จึงมาจากยอดรวมของที่นั้นไม่ได้",
    en="{place} does not lie in {lot_place}, so it cannot come out of its lot",
    do_th="เลือกพื้นที่ที่ครอบ {place}",
    do_en="choose a place that holds {place}",
)
EARLIER_CLAIM = define(
    "intake.earlier-claim",
    th="รายการนี้อยู่ในบัญชีแล้ว (จากไฟล์ {file} แถว {row}) แต่แถวใหม่ของ {indicator} ขัดกัน",
    en="this claim is in the book (file {file}, row {row}), new rows of {indicator} contradict it",
    do_th="ตรวจแถวใหม่กับเอกสาร ถ้ารายการเดิมผิด ให้ตอบ แก้ยอดเดิม ในแถวใหม่",
    do_en="check the new rows; if the earlier claim is wrong, answer 'correct the earlier total' there",
    severity=Severity.NOTE,
)
ALREADY_THERE = define(
    "intake.already-there",
    th="มีอยู่แล้ว: {count} รายการเคยนำเข้าแล้ว ไม่มีอะไรเปลี่ยน",
    en="already there: {count} claims were imported before; nothing changes",
    do_th="ไม่ต้องทำอะไร",
    do_en="nothing to do",
    severity=Severity.NOTE,
)
