"""What is said about a sheet of a round that comes back: what, where in it, and what to do."""

from tidtam.problems import Severity, define

NO_PLACES = define(
    "sheet.no-places",
    th="ท่านไม่มีพื้นที่ที่ต้องบันทึก จึงไม่มีอะไรจะใส่ในไฟล์",
    en="there is no place for which you record, so there is nothing to put into the file",
    do_th="ขอบทบาทผู้บันทึกจากผู้ดูแลระบบของจังหวัด",
    do_en="ask the administrator of the province for the role of recorder",
)
TOO_LARGE = define(
    "sheet.too-large",
    th="ไฟล์จะมี {rows} แถว เกินที่รับได้ คือ {limit} แถว",
    en="the file would have {rows} rows; the limit is {limit}",
    do_th="ดาวน์โหลดทีละจังหวัด",
    do_en="download one province at a time",
)
NO_ROUND = define(
    "sheet.no-round",
    th="ไม่มีรอบ '{round}'",
    en="there is no round '{round}'",
    do_th="ใช้รหัสรอบจากปฏิทิน เช่น 2562-Q2",
    do_en="use the code of a round in the calendar, such as 2562-Q2",
)
NO_ACCOUNT = define(
    "sheet.no-account",
    th="ไม่มีบัญชีผู้ใช้ '{name}' หรือบัญชีถูกปิด",
    en="there is no account '{name}', or it is closed",
    do_th="ตรวจชื่อผู้ใช้ที่บอกด้วย --as",
    do_en="check the name after --as",
)
OTHER_KIND = define(
    "sheet.other-kind",
    th="ไฟล์ชนิด '{kind}' เขียนไม่ได้",
    en="a file of the kind '{kind}' cannot be written",
    do_th="ใช้ .xlsx หรือ .csv",
    do_en="use .xlsx or .csv",
)
NO_MARK = define(
    "sheet.no-mark",
    th="ไฟล์นี้ไม่มีเครื่องหมายของระบบ จึงไม่ทราบว่าเป็นของรอบใดและดาวน์โหลดเมื่อใด",
    en="this file has no mark of Tidtam: nobody knows its round or when it was downloaded",
    do_th="ดาวน์โหลดไฟล์ใหม่ แล้วคัดลอกเฉพาะตัวเลขลงไป",
    do_en="download a new file and copy only the numbers into it",
)
MARK_BROKEN = define(
    "sheet.mark-broken",
    th="เครื่องหมายของไฟล์นี้ถูกแก้ไข จึงเชื่อไม่ได้ว่าเริ่มจากตัวเลขใด",
    en="the mark of this file was changed, so what it started from cannot be trusted",
    do_th="ดาวน์โหลดไฟล์ใหม่ แล้วคัดลอกเฉพาะตัวเลขลงไป",
    do_en="download a new file and copy only the numbers into it",
)
ROW_MARK_BROKEN = define(
    "sheet.row-mark-broken",
    th="รหัสพื้นที่ รหัสตัวชี้วัด หรือเครื่องหมายของแถวนี้ไม่ตรงกับที่ดาวน์โหลด",
    en="the place, the line or the mark of this row is not what was downloaded",
    do_th="อย่าแก้ช่องรหัส ดาวน์โหลดไฟล์ใหม่แล้วกรอกแถวนี้อีกครั้ง",
    do_en="leave the codes as they are; download a new file and fill in this row again",
)
OTHER_PERSON = define(
    "sheet.other-person",
    th="ไฟล์นี้ดาวน์โหลดโดย {name} เมื่อ {when} จะบันทึกในชื่อของท่าน",
    en="this file was downloaded by {name} on {when}; it will be kept under your name",
    do_th="ตรวจว่าเป็นไฟล์ที่ตั้งใจส่ง",
    do_en="see that it is the file that you meant",
    severity=Severity.WARNING,
)
NOT_YOUR_PLACE = define(
    "sheet.not-your-place",
    th="ท่านไม่มีหน้าที่บันทึกของ {place}",
    en="recording for {place} is not among your roles",
    do_th="ลบแถวนี้ หรือให้ผู้บันทึกของพื้นที่นั้นส่งเอง",
    do_en="delete this row, or leave it to the recorder of that place",
)
NO_SUCH_PLACE = define(
    "sheet.no-such-place",
    th="ไม่มีพื้นที่รหัส '{place}'",
    en="there is no place with the code '{place}'",
    do_th="ใช้รหัสตามไฟล์ที่ดาวน์โหลด",
    do_en="use the code of the file as it was downloaded",
)
NO_SUCH_LINE = define(
    "sheet.no-such-line",
    th="รอบนี้ไม่มีตัวชี้วัด '{line}'",
    en="this round has no line '{line}'",
    do_th="ใช้รหัสตามไฟล์ที่ดาวน์โหลด",
    do_en="use the code of the file as it was downloaded",
)
ROW_ADDED = define(
    "sheet.row-added",
    th="แถวนี้ ({line} ของ {place}) ไม่มีในไฟล์ที่ดาวน์โหลด",
    en="this row ({line} of {place}) was not in the file as it was downloaded",
    do_th="ลบแถวที่เติมเอง ถ้าควรมี ให้ดาวน์โหลดไฟล์ใหม่",
    do_en="delete the row that was added; if it should be there, download a new file",
)
ROW_TWICE = define(
    "sheet.row-twice",
    th="{line} ของ {place} มีอยู่แล้วในแถว {first}",
    en="{line} of {place} is in row {first} already",
    do_th="เหลือไว้แถวเดียว",
    do_en="keep one of the two",
)
FORMULA = define(
    "sheet.formula",
    th="ช่องนี้เป็นสูตร",
    en="this cell holds a formula",
    do_th="คัดลอกแล้ววางเป็นค่า (Paste Values) หรือพิมพ์ตัวเลข",
    do_en="copy it and paste it as a value, or type the number",
)
MERGED = define(
    "sheet.merged",
    th="เซลล์ {range} ถูกรวมเข้าด้วยกัน จึงไม่ทราบว่าตัวเลขเป็นของแถวใด",
    en="the cells {range} are merged, so it is not known to which row a number belongs",
    do_th="ยกเลิกการผสานเซลล์ แล้วกรอกทีละแถว",
    do_en="unmerge them and fill in each row",
)
HIDDEN = define(
    "sheet.hidden",
    th="มีตัวเลขที่เปลี่ยนในแถวที่ซ่อนอยู่ จึงยังไม่รับ: แถว {rows}",
    en="numbers were changed in rows that are hidden, so they are not taken: rows {rows}",
    do_th="ล้างตัวกรองหรือเลิกซ่อนแถว ตรวจตัวเลข แล้วส่งไฟล์อีกครั้ง",
    do_en="clear the filter or unhide the rows, look at the numbers and upload the file again",
    severity=Severity.WARNING,
)
NUMBER_UNCLEAR = define(
    "sheet.number-unclear",
    th="'{text}' ไม่ใช่จำนวน",
    en="'{text}' is not a number",
    do_th="ใส่เฉพาะตัวเลข ไม่มีหน่วยหรือข้อความ เว้นว่างไว้เมื่อยังไม่ทราบ",
    do_en="give digits only, no unit and no words; leave it empty when it is not known",
)
NUMBER_NOT_WHOLE = define(
    "sheet.number-not-whole",
    th="จำนวน {text} ไม่ใช่จำนวนเต็ม",
    en="the number {text} is not whole",
    do_th="สิ่งที่นับต้องเป็นจำนวนเต็ม",
    do_en="things that are counted are whole",
)
NUMBER_NEGATIVE = define(
    "sheet.number-negative",
    th="จำนวน {text} ติดลบ",
    en="the number {text} is below zero",
    do_th="ใส่จำนวนตั้งแต่ 0 ขึ้นไป ถ้ารอบก่อนนับเกิน ให้แจ้งผู้ตรวจ",
    do_en="give a number from 0 up; if the round before counted too many, tell the reviewer",
)
NUMBER_TOO_LARGE = define(
    "sheet.number-too-large",
    th="จำนวน {text} มากเกินกว่าที่จะเป็นจริง (สูงสุด {most})",
    en="the number {text} is larger than it can be (at most {most})",
    do_th="ตรวจจำนวนหลัก",
    do_en="check its digits",
)
WAITED_TOO_LONG = define(
    "sheet.waited-too-long",
    th="ผลเทียบนี้หมดอายุ หรือไม่ใช่ของท่าน จึงยังไม่บันทึก",
    en="this comparison is out of date or not yours; nothing was taken",
    do_th="ส่งไฟล์เดิมอีกครั้งเพื่อเทียบใหม่",
    do_en="upload the same file once more to compare it anew",
)
TOO_MUCH_FOR_A_PAGE = define(
    "sheet.too-much-for-a-page",
    th="มีตัวเลขเปลี่ยน {count} ช่อง มากเกินกว่าจะยืนยันบนหน้าเว็บ",
    en="{count} numbers changed, too many to be confirmed on a page",
    do_th="แบ่งเป็นหลายไฟล์ หรือให้ผู้ดูแลใช้คำสั่ง tidtam sheet read",
    do_en="split the file, or have the administrator use `tidtam sheet read`",
)
NO_FILE = define(
    "sheet.no-file",
    th="ยังไม่ได้เลือกไฟล์",
    en="no file was chosen",
    do_th="เลือกไฟล์ที่กรอกแล้ว แล้วกดส่ง",
    do_en="choose the file that you filled in, then upload it",
)
