"""What the command line says when it cannot do what was asked."""

from tidtam.problems import define

NOT_SET_UP = define(
    "cli.not-set-up",
    th="ฐานข้อมูลยังไม่พร้อมใช้",
    en="the database is not set up yet",
    do_th="สั่ง tidtam setup ก่อน (หรือ tidtam demo เพื่อลองกับตัวอย่าง)",
    do_en="run `tidtam setup` first (or `tidtam demo` to try it with the examples)",
)
NO_DEFINITIONS = define(
    "cli.no-definitions",
    th="ไม่พบโฟลเดอร์ {folder}",
    en="there is no folder {folder}",
    do_th="สั่งจากโฟลเดอร์ของโครงการ หรือบอกที่อยู่ด้วย {option}",
    do_en="run it in the folder of the project, or say where it is with {option}",
)
UNKNOWN_FORMAT = define(
    "cli.unknown-format",
    th="ไม่รู้ว่าจะเขียน {name} เป็นรูปแบบใด",
    en="it is not clear in which format {name} should be written",
    do_th="ใช้นามสกุล .docx .pdf .xlsx .json หรือบอก --format",
    do_en="use .docx, .pdf, .xlsx or .json, or say --format",
)
NO_SUCH_PLACE = define(
    "cli.no-such-place",
    th="ไม่มีพื้นที่รหัส '{place}'",
    en="there is no place with the code '{place}'",
    do_th="ใช้ชื่อหรือรหัส เช่น TH, 10, 4001 หรือ canal:lat-phrao",
    do_en="give a name or code such as TH, 10, 4001 or canal:lat-phrao",
)
PORT_TAKEN = define(
    "cli.port-taken",
    th="พอร์ต {port} มีโปรแกรมอื่นใช้อยู่",
    en="port {port} is in use by another program",
    do_th="ปิดโปรแกรมนั้น หรือเลือกพอร์ตอื่นด้วย --port",
    do_en="stop that program, or choose another port with --port",
)
FORMATS_DIFFER = define(
    "cli.formats-differ",
    th="ขอทั้งรูปแบบ {one} และ {other}",
    en="both {one} and {other} were asked for",
    do_th="เลือกอย่างเดียว",
    do_en="choose one",
)
NO_SUCH_PERSON = define(
    "cli.no-such-person",
    th="ไม่มีบุคคลชื่อผู้ใช้ “{text}”",
    en="nobody has the user name “{text}”",
    do_th="ดูชื่อผู้ใช้ที่หน้า /people/",
    do_en="look it up on the page /people/",
)
NOT_WRITABLE = define(
    "cli.not-writable",
    th="เขียนไฟล์ {path} ไม่ได้ ({reason})",
    en="{path} cannot be written ({reason})",
    do_th="ตรวจว่ามีโฟลเดอร์นั้นและไฟล์ไม่ได้เปิดค้างอยู่",
    do_en="see that the folder is there and that the file is not open in another program",
)
FILE_EXISTS = define(
    "cli.file-exists",
    th="มีไฟล์ {path} อยู่แล้ว",
    en="{path} is there already",
    do_th="เลือกชื่ออื่น ไฟล์เดิมไม่ถูกเขียนทับ",
    do_en="choose another name; a file is never overwritten",
)
DAY_BEFORE_YEAR = define(
    "cli.day-before-year",
    th="วันที่ {day} อยู่ก่อนปีงบประมาณ {year} เริ่ม ({start})",
    en="{day} is before fiscal year {year} begins ({start})",
    do_th="เลือกวันในปีนั้น หรือไม่ต้องบอก --fiscal-year",
    do_en="choose a day of that year, or leave --fiscal-year out",
)
