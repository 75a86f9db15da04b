"""What places say: a name that fits no place or several, and what is wrong in a file of trees."""

from tidtam.problems import Severity, define

NO_NAME = define(
    "place.no-name",
    th="ไม่ได้ระบุสถานที่",
    en="no place is given",
    do_th="ใส่ชื่อหรือรหัสของจังหวัด อำเภอ ตำบล ภาค หรือคลอง",
    do_en="give the name or code of a province, district, tambon, region or canal",
)
UNKNOWN_PLACE = define(
    "place.unknown",
    th="ไม่รู้จักสถานที่ “{text}”",
    en="the place '{text}' is not known",
    do_th="ตรวจตัวสะกด แล้วใส่ชื่อพร้อมจังหวัด หรือรหัสทางการ",
    do_en="check the spelling and give the name with its province, or the official code",
)
UNKNOWN_PLACE_NEAR = define(
    "place.unknown-near",
    th="ไม่รู้จักสถานที่ “{text}” ที่ใกล้เคียงคือ {nearest}",
    en="the place '{text}' is not known; the nearest are {nearest}",
    do_th="ถ้าเป็นแห่งใดแห่งหนึ่ง ให้ใส่ชื่อหรือรหัสในวงเล็บ",
    do_en="if it is one of them, give its name or the code in brackets",
)
SEVERAL_PLACES = define(
    "place.several",
    th="“{text}” ตรงกับสถานที่ {number} แห่ง: {places}",
    en="'{text}' fits {number} places: {places}",
    do_th="ระบุแห่งเดียว โดยเพิ่มจังหวัดหรืออำเภอ (เช่น ต.บ้านเป็ด อ.เมือง จ.ขอนแก่น) หรือใส่รหัสในวงเล็บ",
    do_en="say which one: add the province or district, or give the code in brackets",
)
ABOLISHED_PLACE = define(
    "place.abolished",
    th="“{text}” คือ {place} ซึ่งยกเลิกแล้ว{successors}",
    en="'{text}' is {place}, which is no more{successors}",
    do_th="ใส่สถานที่ที่ใช้อยู่ในวันที่ของรายการ",
    do_en="give the place that there was on the day of the row",
)
READ_AS = define(
    "place.read-as",
    th="อ่าน “{text}” เป็น {place}",
    en="'{text}' was read as {place}",
    do_th="ถ้าไม่ใช่ ให้แก้ชื่อในไฟล์",
    do_en="if that is wrong, correct the name in the file",
    severity=Severity.WARNING,
)

UNREADABLE_FILE = define(
    "tree.unreadable",
    th="อ่านไฟล์ไม่ได้: {reason}",
    en="the file cannot be read: {reason}",
    do_th="แก้ตามรูปแบบ TOML",
    do_en="correct it as TOML",
)
NO_FILES = define(
    "tree.no-files",
    th="ไม่พบไฟล์ .toml ในโฟลเดอร์ {folder}",
    en="there is no .toml file in the folder {folder}",
    do_th="ระบุโฟลเดอร์ของคำนิยามที่มีโฟลเดอร์ย่อย trees",
    do_en="give the folder of definitions that has a folder 'trees'",
)
MISSING_FIELD = define(
    "tree.missing-field",
    th="ขาดข้อมูล {name}",
    en="{name} is missing",
    do_th="เติมข้อมูลนี้",
    do_en="add it",
)
UNKNOWN_FIELD = define(
    "tree.unknown-field",
    th="ไม่รู้จักข้อมูล {name}",
    en="{name} is not a known field",
    do_th="ตรวจตัวสะกด หรือลบออก",
    do_en="check the spelling or remove it",
)
WRONG_VALUE = define(
    "tree.wrong-value",
    th="{name} ต้องเป็น{wanted} แต่เป็น {value}",
    en="{name} must be {wanted}, not {value}",
    do_th="แก้ค่านี้",
    do_en="correct it",
)
UNKNOWN_CODE = define(
    "tree.unknown-code",
    th="ไม่มีสถานที่รหัส {code}",
    en="there is no place with the code {code}",
    do_th="แก้รหัส หรือเพิ่ม [[place]] ของสถานที่นี้",
    do_en="correct the code or add a [[place]] for it",
)
NAME_DIFFERS = define(
    "tree.name-differs",
    th="รหัส {code} คือ {known} ไม่ใช่ {name}",
    en="the code {code} is {known}, not {name}",
    do_th="แก้รหัสหรือชื่อให้ตรงกัน",
    do_en="make code and name agree",
)
CODE_TWICE = define(
    "tree.code-twice",
    th="รหัส {code} ถูกใช้สองครั้ง",
    en="the code {code} is used twice",
    do_th="ให้รหัสละหนึ่งสถานที่หรือหนึ่งผัง",
    do_en="give each place and tree a code of its own",
)
ALIAS_TWICE = define(
    "tree.alias-twice",
    th="ชื่ออื่น “{alias}” ชี้ไปสองแห่ง: {first} และ {second}",
    en="the alias '{alias}' stands for two places: {first} and {second}",
    do_th="เหลือไว้แห่งเดียว หรือลบออกเพื่อให้ระบบถาม",
    do_en="keep one, or remove both so that the lookup asks",
)
TWO_PARENTS = define(
    "tree.two-parents",
    th="{child} อยู่ใต้ทั้ง {first} และ {second} ในวันเดียวกัน",
    en="{child} is under both {first} and {second} on the same day",
    do_th="แก้วันที่ หรือลบเส้นหนึ่ง",
    do_en="correct the dates or remove one of the two",
)
CIRCLE = define(
    "tree.circle",
    th="{places} วนเป็นวง",
    en="{places} go round in a circle",
    do_th="แก้ให้ทุกแห่งสืบขึ้นไปถึงรากของผัง",
    do_en="correct it so that each leads up to the root of the tree",
)
NOT_PLACED = define(
    "tree.not-placed",
    th="ผัง {tree} ยังไม่มี {places}",
    en="the tree {tree} leaves out {places}",
    do_th="เพิ่มเส้นของสถานที่เหล่านี้",
    do_en="add edges for these places",
)
OUT_OF_STEP = define(
    "tree.out-of-step",
    th="ตารางการอยู่ในพื้นที่ของผัง {tree} ไม่ตรงกับเส้นของผัง",
    en="the nesting of the tree {tree} is not what its edges say",
    do_th="สร้างใหม่ด้วย load_places(afresh=…) แล้วหาว่าใครแก้ตารางนี้",
    do_en="make it anew with load_places(afresh=...) and find out who changed the table",
)
