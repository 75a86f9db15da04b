"""What is said when definitions cannot be loaded: which file, which table, what is wrong, what to do."""

from tidtam.problems import Severity, define

FOLDER_MISSING = define(
    "definitions.folder-missing",
    th="ไม่พบโฟลเดอร์คำนิยาม {folder}",
    en="there is no folder of definitions at {folder}",
    do_th="ตรวจชื่อโฟลเดอร์ เช่น definitions/codi",
    do_en="check the name of the folder, such as definitions/codi",
)
FILE_MISSING = define(
    "definitions.file-missing",
    th="โฟลเดอร์คำนิยามยังไม่มีไฟล์ {file}",
    en="the folder of definitions has no file {file}",
    do_th="เพิ่มไฟล์นี้ (ไม่มีรายการใดเลยก็ได้)",
    do_en="add the file; it may hold no table at all",
)
FILE_UNKNOWN = define(
    "definitions.file-unknown",
    th="ไม่รู้จักไฟล์นี้ จึงไม่มีใครอ่านสิ่งที่เขียนไว้",
    en="this file is not known, so nobody would read what it says",
    do_th="ย้ายเนื้อหาไปไว้ในไฟล์ที่ใช้ ได้แก่ {files}",
    do_en="move what it says to one of {files}",
)
NOT_TOML = define(
    "definitions.not-toml",
    th="อ่านไฟล์ไม่ได้ เพราะเขียนผิดรูปแบบ TOML ({reason})",
    en="the file cannot be read as TOML ({reason})",
    do_th="แก้ที่บรรทัดที่บอก มักเป็นเครื่องหมายคำพูดที่ปิดไม่ครบ หรือข้อความที่ไม่มีเครื่องหมายคำพูด",
    do_en="mend the line that it names: often a quotation mark is not closed, or a text has none",
)
TABLE_UNKNOWN = define(
    "definitions.table-unknown",
    th="ไม่รู้จักตาราง {table} ในไฟล์นี้",
    en="the table {table} is not known in this file",
    do_th="ใช้ได้เฉพาะ {known}",
    do_en="use only {known}",
)
KEY_UNKNOWN = define(
    "definitions.key-unknown",
    th="ไม่รู้จักช่องนี้",
    en="this key is not known",
    do_th="อาจหมายถึง {nearest} หากไม่ใช่ให้ลบออก",
    do_en="perhaps {nearest} is meant; if not, take it out",
)
KEY_MISSING = define(
    "definitions.key-missing",
    th="ยังไม่ได้ระบุช่องนี้",
    en="this key is missing",
    do_th="เติมค่า ({wanted})",
    do_en="give it ({wanted})",
)
WRONG_VALUE = define(
    "definitions.wrong-value",
    th="ค่า {value} ใช้ในช่องนี้ไม่ได้",
    en="{value} is not a value for this key",
    do_th="ให้เป็น {wanted}",
    do_en="make it {wanted}",
)
DOUBLED = define(
    "definitions.doubled",
    th="{key} มีอยู่แล้วที่ {first}",
    en="{key} stands already at {first}",
    do_th="ลบออกหนึ่งรายการ หรือเปลี่ยนรหัส",
    do_en="take one of them out, or give it another code",
)
NOT_FOUND = define(
    "definitions.not-found",
    th="ไม่มี {kind} รหัส {value}",
    en="there is no {kind} with the code {value}",
    do_th="อาจหมายถึง {nearest} หรือเพิ่มรหัสนี้ก่อน",
    do_en="perhaps {nearest} is meant; or add it first",
)
YEARS_TURNED = define(
    "definitions.years-turned",
    th="ปีสุดท้าย {last} มาก่อนปีแรก {first}",
    en="the last year {last} comes before the first year {first}",
    do_th="สลับหรือแก้ปีให้ถูก",
    do_en="mend the years",
)
VERSIONS_OVERLAP = define(
    "definitions.versions-overlap",
    th="ตัวชี้วัด {code} มีคำนิยามสองฉบับสำหรับปี {year} (อีกฉบับอยู่ที่ {other})",
    en="indicator {code} is defined twice for the year {year} (also at {other})",
    do_th="กำหนดปีสุดท้ายของฉบับก่อน (last_year) ให้มาก่อนปีแรกของฉบับใหม่",
    do_en="give the earlier version a last_year before the first year of the later one",
)
NOTHING_BEFORE = define(
    "definitions.nothing-before",
    th="บอกว่าเทียบกับฉบับก่อนได้ แต่ตัวชี้วัด {code} ไม่มีคำนิยามก่อนปี {year}",
    en="it says that it compares with the version before, but {code} has none before {year}",
    do_th="ลบช่องนี้ออก",
    do_en="take the key out",
)
BASIS_CONTRADICTS = define(
    "definitions.basis-contradicts",
    th="ฐานการนับ {basis} ใช้กับ {key} = {value} ไม่ได้",
    en="the basis {basis} does not go with {key} = {value}",
    do_th="ให้ {key} เป็น {wanted}",
    do_en="make {key} {wanted}",
)
UNIT_CONTRADICTS = define(
    "definitions.unit-contradicts",
    th="หน่วยเป็น {unit} แต่ {other} นับเป็น {wanted}",
    en="the unit is {unit}, but {other} counts {wanted}",
    do_th="ใช้หน่วยเดียวกัน หน่วยต่างกันนำมารวมหรือเทียบกันไม่ได้",
    do_en="use one unit: different units are never added or compared",
)
STAGE_NOT_THERE = define(
    "definitions.stage-not-there",
    th="เส้นทาง {pathway} ไม่มีขั้น {stage}",
    en="the pathway {pathway} has no stage {stage}",
    do_th="เลือกจาก {stages}",
    do_en="choose one of {stages}",
)
STAGES_MOVED = define(
    "definitions.stages-moved",
    th="ขั้นของเส้นทางที่ใช้อยู่แล้วถูกลบหรือสลับลำดับ (เดิม {before})",
    en="stages of a pathway in use were taken out or changed places (they were {before})",
    do_th="คงขั้นเดิมไว้ตามลำดับ เพิ่มขั้นใหม่แทรกได้ ถ้าต้องการเส้นทางใหม่ให้ตั้งรหัสใหม่",
    do_en="keep the stages in their order; new ones may come between; for another pathway take another code",
)
PATHWAY_UNIT_CHANGED = define(
    "definitions.pathway-unit-changed",
    th="เส้นทางที่ใช้อยู่แล้วเปลี่ยนหน่วยจาก {before} เป็น {after}",
    en="a pathway in use changes its unit from {before} to {after}",
    do_th="ตั้งเส้นทางใหม่ด้วยรหัสใหม่สำหรับหน่วยใหม่",
    do_en="make a new pathway with its own code for the new unit",
)
TARGET_YEAR = define(
    "definitions.target-year",
    th="ตัวชี้วัด {code} ไม่มีคำนิยามสำหรับปี {year}",
    en="indicator {code} is not defined for the year {year}",
    do_th="แก้ปีของเป้าหมาย หรือเพิ่มคำนิยามของปีนั้นก่อน",
    do_en="mend the year of the target, or define the indicator for that year first",
)
TARGET_SPAN = define(
    "definitions.target-span",
    th="ตัวชี้วัด {code} มีฐานการนับ {basis} เป้าหมาย{rule}",
    en="indicator {code} has the basis {basis}: its target {rule_en}",
    do_th="แก้ช่อง fiscal_year",
    do_en="mend the key fiscal_year",
)
REVISIONS_BROKEN = define(
    "definitions.revisions-broken",
    th="ลำดับการปรับเป้าหมาย {key} ไม่ต่อเนื่อง: มีครั้งที่ {found}",
    en="the revisions of the target {key} do not follow each other: there are {found}",
    do_th="นับครั้งที่ 1, 2, 3 … ตามลำดับวันที่ทราบ ไม่ข้ามและไม่ซ้ำ",
    do_en="count 1, 2, 3 … in the order in which they were known, without gaps",
)
REVISION_CHANGED = define(
    "definitions.revision-changed",
    th="เป้าหมายที่บันทึกไว้แล้วถูกแก้ ({before} เป็น {after})",
    en="a target that is on record was changed ({before} to {after})",
    do_th="คืนค่าเดิม แล้วเพิ่มการปรับครั้งใหม่ (revision ถัดไป) พร้อมเหตุผลและเอกสาร",
    do_en="put the old value back and add the next revision with its reason and paper",
)
SLOTS_UNLIKE = define(
    "definitions.slots-unlike",
    th="เป้าหมาย {value} แต่ระบุสถานที่ไว้ {slots} แห่ง",
    en="the target is {value}, but {slots} places are named",
    do_th="ระบุให้ครบเท่าจำนวนเป้าหมาย",
    do_en="name as many as the target says",
)
PARTS_UNLIKE = define(
    "definitions.parts-unlike",
    th="ส่วนย่อยรวมกันได้ {parts} แต่ยอดรวมเป็น {whole}",
    en="the parts add up to {parts}, the whole is {whole}",
    do_th="ตรวจกับเอกสารต้นทาง แล้วแก้ตัวเลขที่ผิด",
    do_en="look in the source paper and mend the wrong number",
)
PART_WITHOUT_TARGET = define(
    "definitions.part-without-target",
    th="ยังไม่มีเป้าหมายปี {year} ของ {part}",
    en="there is no target of {year} for {part}",
    do_th="เพิ่มเป้าหมายนั้น หรือลบออกจากสมการ",
    do_en="add that target, or take it out of the identity",
)
PLACE_NOT_FOUND = define(
    "definitions.place-not-found",
    th="ไม่มีสถานที่รหัส {value}",
    en="there is no place with the code {value}",
    do_th="ใช้รหัสสถานที่ที่โหลดไว้แล้ว เช่น TH, 40, codi:north, canal:lat-phrao",
    do_en="use the code of a place that is loaded, such as TH, 40, codi:north, canal:lat-phrao",
)
RUNGS_ASTRAY = define(
    "definitions.rungs-astray",
    th="ขั้นของบันไดการตรวจ ({rungs}) ไม่เรียงจากพื้นที่เล็กไปใหญ่ ซ้ำกัน หรือไม่จบที่ประเทศ",
    en="the rungs ({rungs}) do not go from narrow to wide places, repeat, or do not end at the nation",
    do_th='เรียงขั้นจากจังหวัดขึ้นไป และให้ขั้นสุดท้ายเป็น kind = "nation"',
    do_en='order them upwards, and give the last one kind = "nation"',
)
DAYS_TURNED = define(
    "definitions.days-turned",
    th="วันสุดท้าย {last} มาก่อนวันแรก {first}",
    en="the last day {last} comes before the first day {first}",
    do_th="สลับหรือแก้ valid_from และ valid_to ให้ถูก",
    do_en="mend valid_from and valid_to",
)
DAYS_OVERLAP = define(
    "definitions.days-overlap",
    th="{code} กับ {other} พูดเรื่องเดียวกันและใช้พร้อมกันในวันที่ {day}",
    en="{code} and {other} speak of the same thing and both hold on {day}",
    do_th="กำหนด valid_to ของรายการก่อนให้มาก่อน valid_from ของรายการหลัง",
    do_en="give the earlier one a valid_to before the valid_from of the later one",
)
RULE_SETS_NOTHING = define(
    "definitions.rule-sets-nothing",
    th="กฎ {code} ยังไม่ได้กำหนดจำนวนใด",
    en="the rule {code} sets no limit",
    do_th="ใส่อย่างน้อยหนึ่งอย่างใน {limits}",
    do_en="give it one of {limits}",
)
LIMIT_MISPLACED = define(
    "definitions.limit-misplaced",
    th="{limit} ใช้กับกฎเรื่อง {about} ของ {of} ไม่ได้",
    en="{limit} does not go with a rule about the {about} of a {of}",
    do_th="ใช้ได้เฉพาะ {limits} หรือเปลี่ยนช่อง about และ of",
    do_en="use only {limits}, or change the keys about and of",
)
RULE_IDLE = define(
    "definitions.rule-idle",
    th="กฎเรื่อง {about} ของ {of} ไม่มีจุดใดตรวจ จึงไม่มีผล",
    en="a rule about the {about} of a {of} is checked nowhere and would be idle",
    do_th="ของ {of} ใช้ได้เฉพาะเรื่อง {known} หรือเปลี่ยนช่อง of",
    do_en="of a {of} a rule is about {known}; or change the key of",
)
SHARE_TURNED = define(
    "definitions.share-turned",
    th="กฎ {code}: อย่างมาก (cap) {cap} น้อยกว่าอย่างน้อย (floor) {floor}",
    en="the rule {code} has a cap of {cap} below its floor of {floor}",
    do_th="สลับหรือแก้ floor และ cap ให้ถูก",
    do_en="mend floor and cap",
)
RULE_PARTS_UNLIKE = define(
    "definitions.rule-parts-unlike",
    th="ส่วนย่อยของกฎ {code} รวมได้ {parts} แต่เพดานรวมคือ {whole}",
    en="the parts of the rule {code} add up to {parts}, but its ceiling is {whole}",
    do_th="ตรวจกับเอกสารต้นเรื่องแล้วแก้จำนวนที่ผิด หรือลบ parts_add_up",
    do_en="check the source paper and mend the wrong sum, or take out parts_add_up",
)
SOLUTION_TWICE = define(
    "definitions.solution-twice",
    th="{codes} มีมากกว่าหนึ่งเพดานในกฎ {code}",
    en="{codes} has more than one ceiling in the rule {code}",
    do_th="ให้แต่ละรูปแบบอยู่ใน [[…case]] เดียว",
    do_en="name each type of solution in one case only",
)
CODES_GONE = define(
    "definitions.codes-gone",
    th="รหัส {codes} ถูกลบออกจากรายการ {code} ที่ใช้อยู่แล้ว",
    en="{codes} was taken out of the list {code}, which is in use",
    do_th="ใส่กลับ แล้วเติม retired = true เพื่อไม่ให้เลือกอีก",
    do_en="put it back with retired = true, so that nobody chooses it any more",
)
LIST_GONE = define(
    "definitions.list-gone",
    th="รายการรหัส {code} ที่ใช้อยู่แล้วถูกลบออกทั้งรายการ",
    en="the list {code}, which is in use, was taken out as a whole",
    do_th="ใส่กลับ แล้วเติม retired = true ให้รหัสที่ไม่ให้เลือกอีก",
    do_en="put it back, with retired = true for each code that nobody is to choose any more",
)
OVER_CEILING = define(
    "money.over-ceiling",
    th="{what} {asked} เกินเพดาน {limit} อยู่ {gap} ตามกฎ “{rule}” ({code}) ที่ใช้ในวันที่ {day} เอกสาร: {paper}",
    en="{what}, {asked}, is {gap} above the ceiling of {limit} "
    "in the rule “{rule}” ({code}) that held on {day}; paper: {paper}",
    do_th="ลดให้ไม่เกิน {limit}",
    do_en="bring it down to {limit} or less",
)
PART_UNKNOWN = define(
    "money.part-unknown",
    th="กฎ “{rule}” ({code}) ที่ใช้ในวันที่ {day} ไม่มีส่วน {part} ({asked}) เอกสาร: {paper}",
    en="the rule “{rule}” ({code}) that held on {day} has no part {part} ({asked}); paper: {paper}",
    do_th="ใช้ได้เฉพาะส่วน {parts}",
    do_en="use only the parts {parts}",
)
SOLUTION_NEEDED = define(
    "money.solution-needed",
    th="{what} {asked} เกิน {lowest} ซึ่งได้เฉพาะบางรูปแบบ ตามกฎ “{rule}” ({code}) ที่ใช้ในวันที่ {day} เอกสาร: {paper}",
    en="{what}, {asked}, is above {lowest}, which only some types of solution may get "
    "by the rule “{rule}” ({code}) that held on {day}; paper: {paper}",
    do_th="ระบุรูปแบบการแก้ปัญหา เป็นหนึ่งใน {solutions}",
    do_en="say the type of solution, one of {solutions}",
)
TERM_TOO_LONG = define(
    "money.term-too-long",
    th="ระยะเวลา {asked} ปี ยาวกว่า {limit} ปี ตามกฎ “{rule}” ({code}) ที่ใช้ในวันที่ {day} เอกสาร: {paper}",
    en="a term of {asked} years is longer than the {limit} years "
    "of the rule “{rule}” ({code}) that held on {day}; paper: {paper}",
    do_th="ให้ไม่เกิน {limit} ปี",
    do_en="make it {limit} years or less",
)
MONTHS_TOO_MANY = define(
    "money.months-too-many",
    th="ค่าเช่า {asked} เดือน มากกว่า {limit} เดือน ตามกฎ “{rule}” ({code}) ที่ใช้ในวันที่ {day} เอกสาร: {paper}",
    en="{asked} months of rent are more than the {limit} months "
    "of the rule “{rule}” ({code}) that held on {day}; paper: {paper}",
    do_th="ให้ไม่เกิน {limit} เดือน",
    do_en="make it {limit} months or fewer",
)
ONE_OR_THE_OTHER = define(
    "money.one-or-the-other",
    th="ให้ทั้งค่าเช่า {rent} และเงินอุดหนุน {grant} แต่กฎ “{rule}” ({code}) "
    "ที่ใช้ในวันที่ {day} ให้อย่างใดอย่างหนึ่ง เอกสาร: {paper}",
    en="both rent of {rent} and a grant of {grant} are asked, but the rule “{rule}” ({code}) "
    "that held on {day} gives one instead of the other; paper: {paper}",
    do_th="เลือกอย่างใดอย่างหนึ่ง",
    do_en="choose one of the two",
)
SHARE_TOO_LARGE = define(
    "money.share-too-large",
    th="{what} {asked} เกิน {limit} อยู่ {gap} (ร้อยละ {percent} ของ{of} {base}) "
    "ตามกฎ “{rule}” ({code}) ที่ใช้ในวันที่ {day} เอกสาร: {paper}",
    en="{what}, {asked}, is {gap} above {limit} ({percent} % of {of}, {base}) "
    "by the rule “{rule}” ({code}) that held on {day}; paper: {paper}",
    do_th="ลดให้ไม่เกิน {limit}",
    do_en="bring it down to {limit} or less",
)
SHARE_TOO_SMALL = define(
    "money.share-too-small",
    th="{what} {asked} ขาดอีก {gap} จึงจะถึง {limit} (ร้อยละ {percent} ของ{of} {base}) "
    "ตามกฎ “{rule}” ({code}) ที่ใช้ในวันที่ {day} เอกสาร: {paper}",
    en="{what}, {asked}, is {gap} short of {limit} ({percent} % of {of}, {base}) "
    "by the rule “{rule}” ({code}) that held on {day}; paper: {paper}",
    do_th="เพิ่มให้ถึง {limit}",
    do_en="bring it up to {limit}",
)
AVERAGE_TOO_HIGH = define(
    "money.average-too-high",
    th="{what} {mean} ({households} ครัวเรือน) เกินค่าเฉลี่ย {limit} รวมเกิน {gap} "
    "ตามกฎ “{rule}” ({code}) ที่ใช้ในวันที่ {day} เอกสาร: {paper}",
    en="{what}, {mean} over {households} households, is above {limit}, by {gap} in all, "
    "by the rule “{rule}” ({code}) that held on {day}; paper: {paper}",
    do_th="ลดยอดรวมลง {gap} บางหลังมากกว่าค่าเฉลี่ยได้",
    do_en="bring the whole down by {gap}; single houses may be above the average",
)
UNIT_PRICE_TOO_HIGH = define(
    "money.unit-price-too-high",
    th="{what}รวม {total} สำหรับ {households} ครัวเรือน เฉลี่ย {mean} เกินเพดานต่อครัวเรือน {limit} รวมเกิน {gap} "
    "ตามกฎ “{rule}” ({code}) ที่ใช้ในวันที่ {day} เอกสาร: {paper}",
    en="{what} of the project, {total} for {households} households, is {mean} each: above the "
    "ceiling of {limit} a household, by {gap} in all, "
    "by the rule “{rule}” ({code}) that held on {day}; paper: {paper}",
    do_th="ลดยอดรวมลง {gap} หรือตรวจจำนวนครัวเรือน",
    do_en="bring the whole down by {gap}, or check the number of households",
)
NO_MONEY_RULE = define(
    "money.no-rule",
    th="ไม่มีกฎที่ใช้ในวันที่ {day} ซึ่งพูดถึง{what} ({asked})",
    en="no rule on record that held on {day} speaks of {what} ({asked})",
    do_th="ตรวจวันที่ หรือหาเอกสารแล้วเพิ่มใน money.toml",
    do_en="check the day, or find the paper and add it to money.toml",
    severity=Severity.QUESTION,
)
