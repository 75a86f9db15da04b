"""What can be wrong with an address, in words that say what to do."""

from tidtam.problems import define

NO_SUCH_YEAR = define(
    "web.fiscal_year",
    th="ปีงบประมาณ “{text}” อ่านไม่ได้",
    en="the fiscal year “{text}” cannot be read",
    do_th="โปรดเขียนเป็นปี พ.ศ. สี่หลัก เช่น 2562",
    do_en="write it as a Buddhist year of four digits, such as 2562",
)
NO_SUCH_DAY = define(
    "web.day",
    th="วันที่ “{text}” อ่านไม่ได้หรือไม่มีในปฏิทิน",
    en="the day “{text}” cannot be read or is not in the calendar",
    do_th="โปรดเขียนเช่น 31 มี.ค. 2562 หรือ 2562-03-31 (พ.ศ. 2500–2600)",
    do_en="write it like 31 มี.ค. 2562 or 2562-03-31 (Buddhist years 2500 to 2600)",
)
DAY_BEFORE_YEAR = define(
    "web.day_before_year",
    th="วันที่ {day} อยู่ก่อนปีงบประมาณ {year} จะเริ่ม",
    en="{day} is before fiscal year {year} begins",
    do_th="โปรดเลือกวันที่ตั้งแต่ {start} หรือเลือกปีงบประมาณอื่น",
    do_en="choose a day from {start} on, or another fiscal year",
)
NO_SUCH_PLACE = define(
    "web.place",
    th="ไม่มีพื้นที่รหัส “{text}”",
    en="there is no place with the code “{text}”",
    do_th="โปรดเลือกพื้นที่จากรายการบนกระดานผลงาน",
    do_en="choose a place from the list on the board",
)
PLACE_NOT_PUBLIC = define(
    "web.place_not_public",
    th="ข้อมูลที่เปิดเผยมีถึงระดับจังหวัดเท่านั้น ข้อมูลของ{name}ต้องเข้าสู่ระบบก่อน",
    en="public figures go down to the province; those of {name} need sign-in",
    do_th="โปรดดูระดับจังหวัดแทน หรือติดต่อผู้ดูแลข้อมูลของพื้นที่",
    do_en="look at the province instead, or ask those who keep the data of the place",
)
NO_SUCH_LINE = define(
    "web.line",
    th="ไม่มีรายการ “{text}” ในปีงบประมาณนี้ หรือรายการนี้ยังไม่เปิดเผย",
    en="there is no line “{text}” in this fiscal year, or it is not public",
    do_th="โปรดเลือกรายการจากกระดานผลงาน หรือเข้าสู่ระบบเมื่อเป็นข้อมูลภายใน",
    do_en="choose a line from the board, or sign in when it is internal",
)
NO_SUCH_STAGE = define(
    "web.stage",
    th="รายการ {line} ไม่มีขั้น “{text}”",
    en="line {line} has no stage “{text}”",
    do_th="โปรดเลือกขั้นจากหน้าที่มาของตัวเลข",
    do_en="choose a stage from the page of the trail",
)
NO_SUCH_TREE = define(
    "web.tree",
    th="ไม่มีผังพื้นที่ “{text}”",
    en="there is no tree “{text}”",
    do_th="โปรดเลือกผังพื้นที่จากแบบฟอร์มของหน้าแผนที่",
    do_en="choose a tree in the form of the map",
)
NO_SUCH_PAGE = define(
    "web.page",
    th="ไม่มีหน้าที่ “{text}”",
    en="there is no page “{text}”",
    do_th="โปรดเริ่มจากหน้าแรกของรายการ",
    do_en="start from the first page of the list",
)
NO_SUCH_LANGUAGE = define(
    "web.lang",
    th="ไม่มีภาษา “{text}”",
    en="there is no language “{text}”",
    do_th="โปรดใช้ th หรือ en",
    do_en="use th or en",
)
NO_SUCH_DIGITS = define(
    "web.digits",
    th="ไม่มีตัวเลขแบบ “{text}”",
    en="there are no digits called “{text}”",
    do_th="โปรดใช้ arabic หรือ thai",
    do_en="use arabic or thai",
)
NO_SUCH_KIND = define(
    "web.report_kind",
    th="ไม่มีรายงานชนิด “{text}”",
    en="there is no report of the kind “{text}”",
    do_th="โปรดใช้ docx, pdf, xlsx หรือ json",
    do_en="use docx, pdf, xlsx or json",
)
NOTHING_HERE = define(
    "web.nothing_here",
    th="ไม่มีหน้าที่ {path}",
    en="there is no page at {path}",
    do_th="โปรดตรวจที่อยู่ หรือเริ่มจากกระดานผลงาน",
    do_en="check the address, or start from the board",
)
BAD_ASK = define(
    "web.bad_request",
    th="คำขอนี้อ่านไม่ได้",
    en="this request cannot be read",
    do_th="โปรดเริ่มจากกระดานผลงาน",
    do_en="start from the board",
)
NOT_FOR_YOU = define(
    "web.not_for_you",
    th="หน้านี้ไม่ได้เปิดให้บทบาทของท่าน",
    en="this page is not open to your roles",
    do_th="กลับไปหน้าก่อน ถ้าท่านควรเห็นหน้านี้ โปรดขอสิทธิ์จากผู้ดูแลของพื้นที่",
    do_en="go back; if you should see it, ask who looks after the people of the place",
)
STALE_FORM = define(
    "web.stale_form",
    th="แบบฟอร์มเปิดค้างไว้นานเกินไป หรือเบราว์เซอร์ไม่รับคุกกี้ จึงยังไม่ได้ทำอะไร",
    en="the form was open too long, or the browser takes no cookies; nothing was done",
    do_th="ย้อนกลับ โหลดหน้าใหม่ แล้วส่งอีกครั้ง",
    do_en="go back, load the page anew and send it again",
)
OUR_FAULT = define(
    "web.our_fault",
    th="ระบบทำหน้านี้ไม่สำเร็จ ข้อมูลไม่ได้เปลี่ยน และเหตุนี้ถูกบันทึกไว้แล้ว",
    en="this page could not be made; no data was changed, and the fault has been noted",
    do_th="โปรดลองอีกครั้งในอีกสักครู่ ถ้ายังไม่ได้ โปรดแจ้งผู้ดูแลพร้อมที่อยู่ของหน้านี้",
    do_en="try again in a moment; if it stays, tell those who keep the system the address of this page",
)
NUMBER_TOO_LARGE = define(
    "web.number_too_large",
    th="จำนวนนี้มากเกินไป",
    en="the number is too large",
    do_th="ตรวจว่าพิมพ์หลักเกินหรือวางผิดช่องหรือไม่",
    do_en="see whether digits were typed twice, or pasted into another square",
)
NOT_YOUR_SQUARE = define(
    "web.not_your_square",
    th="ช่องนี้ไม่อยู่ในพื้นที่ที่ท่านบันทึก หรือตัวชี้วัดนี้ไม่นับที่นั่น",
    en="the square is not among those that you record, or its line does not count there",
    do_th="โหลดหน้านี้ใหม่ ถ้าควรเป็นของท่าน ให้ขอสิทธิ์จากผู้ดูแลของพื้นที่",
    do_en="load the page anew; if it should be yours, ask who looks after the people of the place",
)
