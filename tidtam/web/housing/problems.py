"""What can be wrong with what is typed on the pages of housing, before an action looks at it."""

from tidtam.problems import define

CHOOSE_STAGE = define(
    "web.housing-stage",
    th="ยังไม่ได้เลือกขั้น",
    en="no stage was chosen",
    do_th="เลือกขั้นที่ครัวเรือนไปถึง หรือเหตุที่ออก",
    do_en="choose the stage that was reached, or how they left",
)
NOBODY_THERE = define(
    "web.housing-nobody",
    th="ไม่มีลำดับหรือบ้านเลขที่ {text} ในโครงการนี้",
    en="there is no number or house number {text} in this project",
    do_th="ตรวจเลข หรือค้นชื่อในตารางครัวเรือนแล้วทำเครื่องหมาย",
    do_en="check the number, or search the name in the table of households and tick it",
)
SEVERAL_THERE = define(
    "web.housing-several",
    th="{text} หมายถึงได้หลายครัวเรือน: {which}",
    en="{text} may be several households: {which}",
    do_th="ทำเครื่องหมายหน้าครัวเรือนที่หมายถึงในรายการข้างบนนี้",
    do_en="tick the one that is meant in the list above",
)
TOO_MANY = define(
    "web.housing-too-many",
    th="เลือกไว้ {number} ครัวเรือน ส่งครั้งหนึ่งได้ไม่เกิน {most}",
    en="{number} households are chosen; {most} at most are handed in at once",
    do_th="กรองให้แคบลง แล้วส่งหลายครั้ง",
    do_en="narrow the list and hand it in in parts",
)
SAY_WHY = define(
    "web.housing-why",
    th="การออกต้องมีเหตุผล",
    en="whoever leaves does so for a reason",
    do_th="เขียนเหตุผลสั้น ๆ ในหมายเหตุ",
    do_en="write the reason in a few words",
)
ONE_REPLACED = define(
    "web.housing-one-replaced",
    th="ผู้รับสิทธิ์แทนบันทึกทีละครัวเรือน",
    en="who takes over is recorded for one household at a time",
    do_th="เลือกครัวเรือนเดียว",
    do_en="choose one household",
)
WHO_TOOK_OVER = define(
    "web.housing-who-took-over",
    th="ยังไม่ได้ใส่ชื่อผู้รับสิทธิ์แทน",
    en="the name of who takes over is missing",
    do_th="ใส่ชื่อและนามสกุล",
    do_en="give the first name and family name",
)
PHOTO_NEEDED = define(
    "web.housing-photo",
    th="ขั้น “{stage}” ต้องมี{kind}",
    en="the stage “{stage}” needs {kind}",
    do_th="เลือกไฟล์แล้วส่งอีกครั้ง สิ่งที่กรอกไว้ยังอยู่ครบ",
    do_en="choose the file and hand it in again; all that you typed is still here",
)
MAYBE_THERE = define(
    "web.housing-maybe-there",
    th="อาจเป็นครัวเรือนที่มีอยู่แล้ว: {which}",
    en="this may be a household that is there already: {which}",
    do_th="ถ้าเป็นคนละครัวเรือน ให้ทำเครื่องหมาย “เป็นคนละครัวเรือน” แล้วกดเพิ่มอีกครั้ง",
    do_en="if it is another one, tick “it is another household” and add it again",
)
MISSING = define(
    "web.housing-missing",
    th="ยังไม่ได้ใส่จำนวน",
    en="the number is missing",
    do_th="พิมพ์ตัวเลข ถ้าไม่ทราบให้ลองค่าประมาณ",
    do_en="write digits; where it is not known, try an estimate",
)
NOT_A_CHOICE = define(
    "web.housing-choice",
    th="ยังไม่ได้เลือก",
    en="nothing was chosen",
    do_th="เลือกหนึ่งรายการ",
    do_en="choose one",
)
NO_SUCH_PLACE = define(
    "web.housing-place",
    th="ไม่มีพื้นที่รหัส “{text}” หรือไม่ใช่พื้นที่ที่ท่านบันทึก",
    en="there is no place with the code “{text}”, or it is not one for which you record",
    do_th="เลือกพื้นที่จากรายการ",
    do_en="choose a place from the list",
)
NO_SUCH_PROJECT = define(
    "web.housing-project",
    th="ไม่มีโครงการนี้ หรือเป็นของพื้นที่ที่ไม่ใช่ของท่าน",
    en="there is no such project, or it belongs to a place that is not yours",
    do_th="เปิดโครงการจากรายการโครงการ",
    do_en="open a project from the list of projects",
)
