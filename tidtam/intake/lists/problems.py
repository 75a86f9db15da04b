"""What is said about a list of households that comes back: what, where in it, and what to do."""

from tidtam.problems import Severity, define

NO_MARK = define(
    "list.no-mark",
    th="ไฟล์นี้ไม่มีเครื่องหมายของระบบ จึงไม่ทราบว่าเป็นบัญชีของโครงการใดและดาวน์โหลดเมื่อใด",
    en="this file has no mark of Tidtam: nobody knows its project or when it was downloaded",
    do_th="ดาวน์โหลดบัญชีของโครงการ แล้วคัดลอกรายชื่อลงไป",
    do_en="download the list of the project and copy the rows into it",
)
MARK_BROKEN = define(
    "list.mark-broken",
    th="เครื่องหมายของไฟล์นี้ถูกแก้ไขหรือมาจากระบบอื่น",
    en="the mark of this file was changed, or it is of another installation",
    do_th="ดาวน์โหลดไฟล์ใหม่ แล้วคัดลอกรายชื่อลงไป",
    do_en="download a new file and copy the rows into it",
)
PRACTICE_FILE = define(
    "list.practice-file",
    th="ไฟล์นี้มาจากฐานข้อมูลฝึกหัด ข้อมูลในไฟล์เป็นข้อมูลสมมุติ",
    en="this file comes from a practice database: what is in it is made up",
    do_th="ใช้ไฟล์ที่ดาวน์โหลดจากฐานข้อมูลจริง",
    do_en="use a file that was downloaded from the real database",
)
REAL_FILE = define(
    "list.real-file",
    th="ไฟล์นี้มาจากฐานข้อมูลจริง ฐานข้อมูลฝึกหัดไม่รับ",
    en="this file comes from a real database; a practice database does not take it",
    do_th="ดาวน์โหลดบัญชีจากฐานข้อมูลฝึกหัดแล้วใช้ข้อมูลสมมุติ",
    do_en="download a list from the practice database and use made-up data",
)
FOREIGN_PROJECT = define(
    "list.foreign-project",
    th="ไฟล์นี้เป็นบัญชีของโครงการ {codes} ไม่ใช่ {code}",
    en="this file is the list of the project {codes}, not of {code}",
    do_th="เปิดหน้าของโครงการนั้นแล้วส่งไฟล์ที่นั่น",
    do_en="open the page of that project and upload it there",
)
ROW_FOREIGN = define(
    "list.row-foreign",
    th="แถวนี้เป็นของโครงการ {code} ซึ่งไม่ได้อยู่ในไฟล์ที่ดาวน์โหลด",
    en="this row is of the project {code}, which was not in the file as it was downloaded",
    do_th="ย้ายแถวไปไว้ในไฟล์ของโครงการนั้น",
    do_en="move the row to the file of that project",
)
PROJECT_MISSING = define(
    "list.project-missing",
    th="ยังไม่ได้บอกว่าแถวนี้เป็นของโครงการใด",
    en="it is not said of which project this row is",
    do_th="ใส่รหัสโครงการหนึ่งใน {codes}",
    do_en="give the code of one of {codes}",
)
NO_SUCH_NUMBER = define(
    "list.no-such-number",
    th="โครงการ {code} ไม่มีครัวเรือนเลขที่ {number} ในไฟล์ที่ดาวน์โหลด",
    en="the project {code} had no household number {number} when this file was downloaded",
    do_th="เว้นเลขที่ว่างไว้สำหรับครัวเรือนใหม่ ระบบจะให้เลขเอง",
    do_en="leave the number of a new household empty; it is given one",
)
NUMBER_UNCLEAR = define(
    "list.number-unclear",
    th="เลขที่ '{text}' ไม่ใช่เลขที่ของครัวเรือน",
    en="'{text}' is not the number of a household",
    do_th="ใช้เลขที่ตามไฟล์ที่ดาวน์โหลด เว้นว่างสำหรับครัวเรือนใหม่",
    do_en="keep the number of the downloaded file; leave it empty for a new household",
)
NUMBER_TWICE = define(
    "list.number-twice",
    th="เลขที่ {number} มีอยู่แล้วในแถว {first}",
    en="number {number} is in row {first} already",
    do_th="เหลือไว้แถวเดียว ครัวเรือนใหม่ให้เว้นเลขที่ว่าง",
    do_en="keep one of the two; a new household has no number yet",
)
CHANGED_MEANWHILE = define(
    "list.changed-meanwhile",
    th="ครัวเรือนเลขที่ {number} ถูกแก้ในระบบหลังจากดาวน์โหลดไฟล์นี้ ({fields})",
    en="household {number} was changed in Tidtam after this file was downloaded ({fields})",
    do_th="ดาวน์โหลดบัญชีใหม่ แล้วแก้แถวนี้ในไฟล์ใหม่",
    do_en="download the list anew and change this row there",
)
THERE_ALREADY = define(
    "list.there-already",
    th="ครัวเรือนนี้อยู่ในบัญชีแล้วเป็นเลขที่ {number} แต่ข้อมูลต่างกัน ({fields})",
    en="this household is on the list already as number {number}, and differs ({fields})",
    do_th="ดาวน์โหลดบัญชีใหม่ แล้วแก้ที่แถวเลขที่ {number}",
    do_en="download the list anew and change the row with number {number}",
)
ID_TWICE = define(
    "list.id-twice",
    th="เลขประจำตัวประชาชนนี้ซ้ำกับแถว {first}",
    en="this citizen ID is in row {first} as well",
    do_th="ตรวจกับบัตรประชาชน เหลือไว้แถวเดียว",
    do_en="check it with the cards and keep one of the two",
)
ID_TAIL = define(
    "list.id-tail",
    th="เลขประจำตัวประชาชนที่ปิดไว้ไม่ตรงกับที่ดาวน์โหลด",
    en="the covered citizen ID is not the one that was downloaded",
    do_th="ปล่อยไว้ตามที่ดาวน์โหลด หรือพิมพ์ใหม่ทั้ง 13 หลัก",
    do_en="leave it as it was downloaded, or type all 13 digits",
)
WORD_UNKNOWN = define(
    "list.word-unknown",
    th="'{text}' ไม่อยู่ในตัวเลือก",
    en="'{text}' is not among the choices",
    do_th="เลือกหนึ่งใน {words}",
    do_en="choose one of {words}",
)
PART_UNKNOWN = define(
    "list.part-unknown",
    th="โครงการ {code} ไม่มีชุมชนหรือระยะชื่อ '{text}'",
    en="the project {code} has no community or phase called '{text}'",
    do_th="เลือกจากรายการ หรือเพิ่มที่หน้าโครงการก่อน",
    do_en="choose one of the list, or add it on the page of the project first",
)
SINCE_MISSING = define(
    "list.since-missing",
    th="บอกขั้นแล้ว แต่ยังไม่บอกว่าตั้งแต่วันใด",
    en="the stage is told, but not since when",
    do_th="ใส่วันที่ เดือน หรือปีที่ถึงขั้นนี้ (พ.ศ.)",
    do_en="give the day, month or year (B.E.) in which it was reached",
)
STAGE_MISSING = define(
    "list.stage-missing",
    th="บอกวันที่หรือที่มาแล้ว แต่ยังไม่บอกว่าถึงขั้นใด",
    en="a day or where it comes from is told, but no stage",
    do_th="เลือกขั้น หรือล้างช่องวันที่และช่องมาจาก",
    do_en="choose the stage, or empty the cells beside it",
)
NOT_YET = define(
    "list.not-yet",
    th="วันที่ {day} ยังมาไม่ถึง",
    en="{day} has not come yet",
    do_th="ใส่วันที่ที่เกิดขึ้นจริง",
    do_en="give the day on which it happened",
)
DRAWS_MISSING = define(
    "list.draws-missing",
    th="ยังไม่บอกว่าครัวเรือนนี้อยู่ในยอดรวมที่รายงานไว้แล้วหรือไม่",
    en="it is not said whether this household is in a total that was reported already",
    do_th="เลือก ยอดรวม, เพิ่ม หรือ ไม่ทราบ",
    do_en="choose lot, adds or not known",
)
NO_LOT = define(
    "list.no-lot",
    th="พื้นที่ของโครงการ {code} ไม่มียอดรวมที่ยังไม่รู้ชื่อ จึงเลือก 'ยอดรวม' ไม่ได้",
    en="there is no total without names at the place of the project {code}, so nobody can be named out of it",
    do_th="เลือก เพิ่ม หรือ ไม่ทราบ",
    do_en="choose adds or not known",
)
TOLD_ALREADY = define(
    "list.told-already",
    th="ขั้น วันที่ หรือที่มาที่รายงานแล้วแก้ในบัญชีไม่ได้ (รายงานไว้: {told})",
    en="a stage, day or origin that was told is not changed in a list (told: {told})",
    do_th="ใส่ตามเดิม ถ้าผิดให้ผู้ตรวจกลับรายการก่อน",
    do_en="leave it as it was; if it is wrong, have the reviewer take it back first",
)
GOES_BACK = define(
    "list.goes-back",
    th="ขั้น '{stage}' มาก่อนขั้นที่รายงานแล้ว ({told})",
    en="'{stage}' comes before the stage that was told ({told})",
    do_th="ตรวจขั้น ถ้าขั้นเดิมผิดให้ผู้ตรวจกลับรายการก่อน",
    do_en="check the stage; if the earlier one is wrong, have the reviewer take it back first",
)
FORMULA = define(
    "list.formula",
    th="ช่องนี้เป็นสูตร",
    en="this cell holds a formula",
    do_th="คัดลอกแล้ววางเป็นค่า (Paste Values)",
    do_en="copy it and paste it as a value",
)
MERGED = define(
    "list.merged",
    th="เซลล์ {range} ถูกรวมเข้าด้วยกัน จึงไม่ทราบว่าเป็นของครัวเรือนใด",
    en="the cells {range} are merged, so it is not known to which household they belong",
    do_th="ยกเลิกการผสานเซลล์ แล้วกรอกทีละแถว",
    do_en="unmerge them and fill in each row",
)
HIDDEN = define(
    "list.hidden",
    th="มีการเปลี่ยนแปลงในแถวที่ซ่อนอยู่ จึงยังไม่รับ: แถว {rows}",
    en="rows that are hidden were changed, so they are not taken: rows {rows}",
    do_th="ล้างตัวกรองหรือเลิกซ่อนแถว ตรวจ แล้วส่งไฟล์อีกครั้ง",
    do_en="clear the filter or unhide the rows, look at them and upload the file again",
    severity=Severity.WARNING,
)
OTHER_PERSON = define(
    "list.other-person",
    th="ไฟล์นี้ดาวน์โหลดโดย {name} จะบันทึกในชื่อของท่าน",
    en="this file was downloaded by {name}; it will be kept under your name",
    do_th="ตรวจว่าเป็นไฟล์ที่ตั้งใจส่ง",
    do_en="see that it is the file that you meant",
    severity=Severity.WARNING,
)
TOO_LARGE = define(
    "list.too-large",
    th="ไฟล์จะมี {rows} แถว เกินที่รับได้ คือ {limit} แถว",
    en="the file would have {rows} rows; the limit is {limit}",
    do_th="ดาวน์โหลดครั้งละน้อยโครงการลง",
    do_en="download fewer projects at a time",
)
NO_FILE = define(
    "list.no-file",
    th="ยังไม่ได้เลือกไฟล์",
    en="no file was chosen",
    do_th="เลือกไฟล์ที่กรอกแล้ว แล้วกดส่ง",
    do_en="choose the file that you filled in, then upload it",
)
WAITED_TOO_LONG = define(
    "list.waited-too-long",
    th="ผลตรวจนี้หมดอายุ หรือไม่ใช่ของท่าน จึงยังไม่บันทึก",
    en="this preview is out of date or not yours; nothing was kept",
    do_th="ส่งไฟล์เดิมอีกครั้ง",
    do_en="upload the same file once more",
)
TOO_MUCH_FOR_A_PAGE = define(
    "list.too-much-for-a-page",
    th="มี {count} แถวที่เปลี่ยน มากเกินกว่าจะยืนยันบนหน้าเว็บ",
    en="{count} rows changed, too many to be confirmed on a page",
    do_th="แบ่งเป็นหลายไฟล์ หรือให้ผู้ดูแลใช้คำสั่ง tidtam households read",
    do_en="split the file, or have the administrator use `tidtam households read`",
)
