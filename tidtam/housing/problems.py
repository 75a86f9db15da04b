"""What housing says when something cannot be."""

from tidtam.problems import define

NOT_YOUR_PLACE = define(
    "housing.not-your-place",
    th="ท่านไม่มีหน้าที่บันทึกของ{place}",
    en="recording for {place} is not among your roles",
    do_th="ตรวจว่าเลือกโครงการถูก หรือขอสิทธิ์จากผู้ดูแลระบบ",
    do_en="check the project, or ask the administrator for the role",
)
NO_PROJECT = define(
    "housing.no-project",
    th="ไม่มีโครงการรหัส {code} ในพื้นที่ของท่าน",
    en="there is no project with the code {code} at your places",
    do_th="ตรวจรหัส หรือเปิดจากหน้าโครงการ",
    do_en="check the code, or open it from the page of projects",
)
NAME_MISSING = define(
    "housing.name-missing",
    th="ยังไม่ได้ใส่ชื่อ",
    en="there is no name yet",
    do_th="ใส่ชื่อที่คนในพื้นที่รู้จัก",
    do_en="give the name by which people there know it",
)
CODE_MISSING = define(
    "housing.code-missing",
    th="ยังไม่ได้ใส่รหัสโครงการ",
    en="the code of the project is missing",
    do_th="ตั้งรหัสที่ยังไม่มีใครใช้ เช่น LP-01",
    do_en="choose a code that nobody uses yet, such as LP-01",
)
CODE_BAD = define(
    "housing.code-bad",
    th="รหัสโครงการ “{text}” ใช้ไม่ได้",
    en="“{text}” cannot be the code of a project",
    do_th="ใช้ตัวอักษรอังกฤษ ตัวเลข และ - ไม่เกิน 30 ตัว ขึ้นต้นด้วยตัวอักษร เช่น LP-01",
    do_en="use letters, digits and -, 30 at most, beginning with a letter, such as LP-01",
)
CODE_TAKEN = define(
    "housing.code-taken",
    th="มีโครงการรหัส {text} แล้ว",
    en="there is a project with the code {text} already",
    do_th="ตั้งรหัสอื่น",
    do_en="choose another code",
)
CODE_KEPT = define(
    "housing.code-kept",
    th="รหัส {text} เป็นที่อยู่ของหน้าอื่น",
    en="the code {text} is the address of another page",
    do_th="ตั้งรหัสอื่น เช่น LP-01",
    do_en="choose another code, such as LP-01",
)
NO_HOUSING = define(
    "housing.no-such-programme",
    th="แผนงาน {code} ไม่มีโครงการที่อยู่อาศัย",
    en="the programme {code} has no housing projects",
    do_th="เลือกหนึ่งใน {codes}",
    do_en="choose one of {codes}",
)
CODE_UNKNOWN = define(
    "housing.code-unknown",
    th="ไม่มีรหัส {code} ในรายการ {code_list}",
    en="there is no code {code} in the list {code_list}",
    do_th="เลือกหนึ่งใน {codes}",
    do_en="choose one of {codes}",
)
EVENT_NEEDED = define(
    "housing.event-needed",
    th="ที่อยู่อาศัยชั่วคราวต้องผูกกับเหตุ เช่น ไฟไหม้ ไล่รื้อ ภัยพิบัติ",
    en="temporary housing hangs on an event: a fire, an eviction, a disaster",
    do_th="เลือกเหตุ หรือแจ้งเหตุใหม่ก่อน",
    do_en="choose the event, or report it first",
)
NOT_YET = define(
    "housing.not-yet",
    th="วันที่ {day} ยังมาไม่ถึง",
    en="{day} has not come yet",
    do_th="ใส่วันที่ที่เกิดขึ้นจริง",
    do_en="give the day on which it happened",
)
DAYS_TURNED = define(
    "housing.days-turned",
    th="วัน {second} มาก่อนวัน {first}",
    en="{second} comes before {first}",
    do_th="ตรวจลำดับของวันที่",
    do_en="check the order of the days",
)
NO_HOUSEHOLDS = define(
    "housing.no-households",
    th="ยังไม่ได้เลือกครัวเรือน",
    en="no household was chosen",
    do_th="เลือกอย่างน้อยหนึ่งครัวเรือน",
    do_en="choose one household at least",
)
OTHER_PROJECT = define(
    "housing.other-project",
    th="ครัวเรือน {household} ไม่ได้อยู่ในโครงการนี้",
    en="the household {household} is not of this project",
    do_th="เปิดหน้าโครงการของครัวเรือนนั้น",
    do_en="open the page of its own project",
)
SAME_HOUSEHOLD = define(
    "housing.same-citizen",
    th="เลขประจำตัวประชาชนนี้มีอยู่แล้วใน {household}",
    en="this citizen ID is there already, in {household}",
    do_th="ตรวจว่าเป็นครัวเรือนเดียวกันหรือพิมพ์ผิด ผู้ที่ได้สิทธิ์แล้วรับซ้ำไม่ได้",
    do_en="see whether it is the same household or a slip: whoever has a right gets no second one",
)
BLOCKED_ALREADY = define(
    "housing.blocked-already",
    th="บันทึกเหตุติดขัดนี้ไว้แล้วตั้งแต่ {day}",
    en="this reason stands there already, since {day}",
    do_th="ปิดเหตุเดิมก่อน หรือเลือกเหตุอื่น",
    do_en="end the one that stands there, or choose another reason",
)
NOT_BLOCKED = define(
    "housing.not-blocked",
    th="เหตุติดขัดนี้ปิดไปแล้ว",
    en="this reason has ended already",
    do_th="เปิดหน้าโครงการใหม่เพื่อดูสถานะล่าสุด",
    do_en="open the page again to see how it stands",
)
ITEMS_UNLIKE = define(
    "housing.items-unlike",
    th="รายการย่อยรวมได้ {parts} ไม่เท่ากับยอด {whole}",
    en="the parts add up to {parts}, the whole says {whole}",
    do_th="ตรวจยอดของแต่ละครัวเรือน",
    do_en="check the sum of each household",
)
SECOND_GRANT = define(
    "housing.second-grant",
    th="{household} มีเลขประจำตัวประชาชนเดียวกับ {other} ซึ่งได้รับเงินอุดหนุนของแผนงานนี้แล้ว",
    en="{household} has the citizen ID of {other}, who has a grant of this programme already",
    do_th="เอาครัวเรือนนี้ออกจากรายการ หรือขออนุมัติข้อยกเว้นพร้อมเหตุผล",
    do_en="take the household off the list, or ask for an exception with a reason",
)
EXCEPTION_NOT_GIVEN = define(
    "housing.exception-not-given",
    th="ข้อยกเว้นของรายการนี้ยังไม่มีผู้อนุมัติ: {reason}",
    en="the exception of this claim was not given yet: {reason}",
    do_th="ให้เจ้าของแผนงานที่ไม่ใช่ผู้ขอ อนุมัติข้อยกเว้นก่อน",
    do_en="have a programme owner, who did not ask for it, give the exception first",
)
NO_EXCEPTION = define(
    "housing.no-exception",
    th="รายการนี้ไม่ได้ขอข้อยกเว้น หรืออนุมัติไปแล้ว",
    en="this claim asks for no exception, or it was given already",
    do_th="เปิดรายการใหม่เพื่อดูสถานะล่าสุด",
    do_en="open the claim again to see how it stands",
)
NOT_YOURS_TO_GIVE = define(
    "housing.not-yours-to-give",
    th="ข้อยกเว้นให้ได้เฉพาะเจ้าของแผนงานที่ไม่ได้เป็นผู้ขอ",
    en="an exception is given by a programme owner who did not ask for it",
    do_th="ส่งต่อให้เจ้าของแผนงานคนอื่น",
    do_en="pass it to another programme owner",
)
MORE_THAN_THERE = define(
    "housing.more-than-there",
    th="ขอ{step} {asked} แต่ ณ {day} มี{before} อยู่ {there} เกิน {gap} (แต่ละขั้นไม่เกินขั้นก่อนหน้า เอกสาร: {paper})",
    en=(
        "{asked} is to be {step}, but on {day} only {there} is {before}; {gap} too much "
        "(no step has more than the one before it; paper: {paper})"
    ),
    do_th="ลดยอดลง หรือทำขั้นก่อนหน้าให้ครบก่อน",
    do_en="bring it down, or complete the step before first",
)
PAID_ABOVE_GIVEN = define(
    "housing.paid-above-given",
    th="{household} จ่าย {asked} จ่ายไปแล้ว {before} เกินที่อนุมัติ {approved} (เอกสาร: {paper})",
    en="{household} is to be paid {asked}, after {before}: above the {approved} approved (paper: {paper})",
    do_th="ลดยอดของครัวเรือนนี้ หรือเสนอเงินอุดหนุนเพิ่มก่อน",
    do_en="bring its sum down, or propose a further grant first",
)
VOUCHER_MISSING = define(
    "housing.voucher-missing",
    th="ยังไม่ได้ใส่เลขที่ใบสำคัญ",
    en="the number of the voucher is missing",
    do_th="ใส่เลขที่ตามเอกสารจ่ายเงิน",
    do_en="give the number that stands on the paper",
)
VOUCHER_TWICE = define(
    "housing.voucher-twice",
    th="ใบสำคัญ {voucher} จ่ายไปแล้วเมื่อ {day}",
    en="the voucher {voucher} was paid already, on {day}",
    do_th="ตรวจเลขที่ตามเอกสารจ่ายเงิน ใบหนึ่งจ่ายได้ครั้งเดียว",
    do_en="check the number with the paper: a voucher is paid once",
)
NOT_DUE = define(
    "housing.not-due",
    th="งวดที่ {number} ({satang}) ยังไม่ถึงงวดจ่าย: {wants} ขณะนี้ {now}",
    en="instalment {number} ({satang}) is not due yet: {wants}; now {now}",
    do_th="บันทึกผลและหลักฐานของครัวเรือนให้ครบก่อน งวดจะถึงกำหนดเอง",
    do_en="record what the households reached, with evidence: it then falls due by itself",
)
INSTALMENTS_UNLIKE = define(
    "housing.instalments-unlike",
    th="งวดรวมกันได้ {parts} ไม่เท่ากับยอดสัญญา {whole}",
    en="the instalments add up to {parts}, the contract says {whole}",
    do_th="ให้งวดสุดท้ายรับส่วนที่เหลือ",
    do_en="let the last instalment take the rest",
)
SUM_MISSING = define(
    "housing.sum-missing",
    th="ยังไม่ได้ใส่จำนวนเงิน",
    en="no sum was given",
    do_th="ใส่จำนวนเงินเป็นบาทที่มากกว่า 0",
    do_en="give a sum in baht above 0",
)
STAGE_UNKNOWN = define(
    "housing.stage-unknown",
    th="ไม่มีขั้น {stage}",
    en="there is no stage {stage}",
    do_th="เลือกหนึ่งใน {stages}",
    do_en="choose one of {stages}",
)
MADE_UP_ID = define(
    "housing.made-up-id",
    th="เลขประจำตัวประชาชนนี้เป็นเลขสมมุติ (ขึ้นต้นด้วย 9) รับได้เฉพาะในฐานข้อมูลฝึกหัด",
    en="this citizen ID is made up (it begins with 9); only a practice database takes it",
    do_th="ตรวจกับบัตรประชาชน ถ้าต้องการฝึก ให้ใช้ฐานข้อมูลฝึกหัด",
    do_en="check it with the card; to practise, use the practice database",
)
REAL_IN_PRACTICE = define(
    "housing.real-in-practice",
    th="เลขประจำตัวประชาชนนี้อาจเป็นของจริง ฐานข้อมูลฝึกหัดไม่รับ",
    en="this citizen ID may be a real one; a practice database takes none",
    do_th="ใช้เลขสมมุติที่ขึ้นต้นด้วย 9",
    do_en="use a made-up one that begins with 9",
)
MADE_UP_HERE = define(
    "housing.made-up-here",
    th="ข้อมูลสมมุติใส่ได้เฉพาะในฐานข้อมูลฝึกหัด ฐานข้อมูลนี้ไม่ใช่",
    en="made-up households go only into a practice database, which this is not",
    do_th="สร้างฐานข้อมูลฝึกหัดด้วย tidtam practice",
    do_en="make a practice database with tidtam practice",
)
PROJECT_NOT_YOURS = define(
    "housing.project-not-yours",
    th="ไม่มีโครงการ {code} ในพื้นที่ที่ท่านบันทึก",
    en="there is no project {code} at a place for which you record",
    do_th="ตรวจรหัสโครงการ หรือขอสิทธิ์จากผู้ดูแลระบบ",
    do_en="check the code of the project, or ask the administrator for the role",
)
LIST_CHANGED = define(
    "housing.list-changed",
    th="บัญชีครัวเรือนของโครงการ {code} เปลี่ยนไปหลังจากที่ท่านดู",
    en="the list of the project {code} was changed since you looked",
    do_th="ส่งไฟล์อีกครั้งเพื่อดูว่าขณะนี้จะเปลี่ยนอะไร",
    do_en="upload the file again and see what it would change now",
)
