"""What review says when a claim cannot go on."""

from tidtam.problems import Severity, define

DRAWS_UNKNOWN = define(
    "review.draws-unknown",
    th="ไม่ทราบว่า {number} {unit} นี้มาจากยอดรวมเดิมหรือเพิ่มขึ้นใหม่ จึงพักไว้เป็นคำถาม ยังไม่นับเข้ายอด",
    en="not known whether these {number} {unit} come out of a lot or are new: held, not counted yet",
    do_th="เมื่อทราบแล้ว ให้เลือก เพิ่ม, ขั้นก่อน หรือ ยอดรวม ในช่อง มาจาก แล้วนำเข้าอีกครั้ง",
    do_en="when it is known, choose adds, earlier or lot in the column 'draws' and import again",
    severity=Severity.QUESTION,
)
STILL_HELD = define(
    "review.still-held",
    th="รายการนี้ยังรอคำตอบอยู่ จึงรับเข้าบัญชีไม่ได้",
    en="this claim still waits for an answer and cannot be accepted",
    do_th="ตอบก่อนว่ายอดนี้มาจากไหน",
    do_en="first answer where its number comes from",
)
OTHER_ANSWER = define(
    "review.other-answer",
    th="รายการนี้รับเข้าบัญชีแล้วด้วยคำตอบอื่น (มาจาก หรือ ถ้าลดลง) จึงไม่เปลี่ยน",
    en="this claim was accepted with another answer (draws, or if it falls): nothing was changed",
    do_th="ถ้าคำตอบเดิมผิด ให้กลับรายการเดิมโดยระบุเหตุผล",
    do_en="if the earlier answer was wrong, have the claim reversed with a reason",
    severity=Severity.WARNING,
)
NO_SUCH_CLAIM = define(
    "review.no-such-claim",
    th="ไม่พบรายการนี้",
    en="there is no such claim",
    do_th="กลับไปที่หน้างานของฉันแล้วเลือกใหม่",
    do_en="go back to My work and choose again",
)
NOT_YOUR_PLACE = define(
    "review.not-your-place",
    th="ท่านไม่มีหน้าที่บันทึกของ {place}",
    en="recording for {place} is not among your roles",
    do_th="ตรวจว่าเลือกพื้นที่ถูก หรือขอสิทธิ์จากผู้ดูแลระบบของจังหวัด",
    do_en="check the place, or ask the administrator of the province for the role",
)
PASSED_ON = define(
    "review.passed-on",
    th="รายการนี้{state} จึงแก้ไขไม่ได้",
    en="this claim is {state} and cannot be changed",
    do_th="ถ้าตัวเลขผิด ให้แจ้งผู้ตรวจส่งกลับ",
    do_en="if its number is wrong, ask the reviewer to send it back",
)
CHANGED_MEANWHILE = define(
    "review.changed-meanwhile",
    th="มีการแก้รายการนี้ระหว่างที่ท่านแก้ ({who}) ขณะนี้เป็น {now}",
    en="this claim was changed while you were changing it ({who}); it now says {now}",
    do_th="เทียบสองค่าแล้วเลือกบันทึกค่าที่ถูก ค่าของท่านยังไม่ถูกบันทึก",
    do_en="compare the two and save the right one; yours is not saved yet",
)
TRY_AGAIN = define(
    "review.try-again",
    th="บันทึกพร้อมกับรายการอื่นในวินาทีเดียวกัน",
    en="something else was saved in the same moment",
    do_th="กดบันทึกอีกครั้ง",
    do_en="save once more",
)
IN_THE_BOOK = define(
    "review.in-the-book",
    th="รายการนี้รับเข้าบัญชีแล้ว จึงถอนไม่ได้",
    en="this claim is in the book and cannot be withdrawn",
    do_th="ให้ผู้มีสิทธิ์กลับรายการโดยระบุเหตุผล",
    do_en="have it reversed with a reason",
)
NOT_IN_THE_BOOK = define(
    "review.not-in-the-book",
    th="รายการนี้{state} จึงกลับรายการไม่ได้",
    en="this claim is {state} and cannot be taken back out of the book",
    do_th="กลับรายการได้เฉพาะรายการจากพื้นที่ที่รับเข้าบัญชีแล้ว",
    do_en="only claims of the field that are in the book are taken back",
)
TAKEN_BACK = define(
    "review.taken-back",
    th="รายการนี้กลับออกจากบัญชีแล้ว จึงไม่ต้องถอน",
    en="this claim was taken back out of the book already: there is nothing to withdraw",
    do_th="ถ้าข้อเท็จจริงเปลี่ยน ให้บันทึกรายการใหม่",
    do_en="where the facts are others, record a new claim",
)
SAY_WHY = define(
    "review.say-why",
    th="ยังไม่ได้ระบุเหตุผล",
    en="the reason is missing",
    do_th="เขียนเหตุผลสั้น ๆ ให้ผู้บันทึกเข้าใจ",
    do_en="write a short reason that the recorder understands",
)
NOTHING_ASKED = define(
    "review.nothing-asked",
    th="รายการนี้ไม่มีคำถามที่รอคำตอบ",
    en="no question of this claim waits for an answer",
    do_th="เปิดรายการอีกครั้งเพื่อดูสถานะล่าสุด",
    do_en="open the claim again to see how it stands",
)
ANSWER_EMPTY = define(
    "review.answer-empty",
    th="คำตอบยังว่าง",
    en="the answer is empty",
    do_th="เขียนคำตอบก่อนส่ง",
    do_en="write the answer first",
)
QUESTION_EMPTY = define(
    "review.question-empty",
    th="คำถามยังว่าง",
    en="the question is empty",
    do_th="เขียนว่าสงสัยอะไรในตัวเลขนี้",
    do_en="write what is doubtful about the number",
)
NOT_WAITING = define(
    "review.not-waiting",
    th="รายการนี้{state} ไม่ได้รอการตรวจ",
    en="this claim is {state} and waits for no review",
    do_th="เปิดหน้างานของฉันอีกครั้ง",
    do_en="open My work again",
)
NOT_YOURS_TO_REVIEW = define(
    "review.not-yours-to-review",
    th="รายการของ {place} ไม่ได้รอการตรวจของท่าน",
    en="the claim of {place} does not wait for your review",
    do_th="ตรวจเฉพาะรายการในหน้างานของฉัน",
    do_en="review what My work shows",
)
OWN_CLAIM = define(
    "review.own-claim",
    th="ท่านเป็นผู้บันทึกรายการนี้ จึงตรวจเองไม่ได้",
    en="you recorded this claim, so somebody else must review it",
    do_th="ให้ผู้ตรวจคนอื่นของพื้นที่ตรวจ",
    do_en="leave it to another reviewer of the place",
)
LOOKED_ALREADY = define(
    "review.looked-already",
    th="ท่านตรวจรายการนี้ในขั้นก่อนแล้ว",
    en="you reviewed this claim at an earlier step",
    do_th="ให้ผู้ตรวจของขั้นนี้ที่เป็นคนอื่นตรวจ",
    do_en="leave this step to another person",
)
NOT_YET = define(
    "review.not-yet",
    th="วันที่ {day} ยังมาไม่ถึง",
    en="{day} has not come yet",
    do_th="ใช้วันที่เกิดขึ้นจริง",
    do_en="give the day on which it happened",
)
DAYS_TURNED = define(
    "review.days-turned",
    th="วันเริ่มอยู่หลังวันสิ้นสุด",
    en="the first day is after the last",
    do_th="สลับหรือแก้วันที่",
    do_en="put the days in order",
)
NO_NUMBER = define(
    "review.no-number",
    th="ยังไม่มีจำนวน",
    en="the number is missing",
    do_th="ใส่จำนวนเต็ม ตั้งแต่ 0 ขึ้นไป",
    do_en="give a whole number from 0 up",
)
STAGE_UNKNOWN = define(
    "review.stage-unknown",
    th="ไม่มีขั้น '{stage}' ในเส้นทางของตัวชี้วัดนี้",
    en="this indicator has no stage '{stage}'",
    do_th="เลือกขั้นจากรายการ",
    do_en="choose a stage from the list",
)
STAGES_FALL = define(
    "review.stages-fall",
    th="จำนวนถึงขั้น {late} ({more}) มากกว่าขั้น {early} ({fewer}) ที่มาก่อน",
    en="more ({more}) are at {late} than at {early} ({fewer}), which comes before it",
    do_th="นับสะสมทุกขั้น: ขั้นก่อนต้องไม่น้อยกว่าขั้นหลัง",
    do_en="count at or beyond each stage: an earlier one is never less than a later one",
)
PLACE_OUTSIDE = define(
    "review.place-outside",
    th="{place} อยู่นอกพื้นที่ของตัวชี้วัดนี้",
    en="{place} lies outside the area of this indicator",
    do_th="เลือกพื้นที่ที่ตัวชี้วัดนี้นับ",
    do_en="choose a place that this indicator counts",
)
ROUND_LOCKED = define(
    "review.round-locked",
    th="รอบ {round} ปิดรับแล้ว",
    en="the round {round} is closed",
    do_th="ขอให้ส่วนกลางเปิดให้พื้นที่นี้โดยระบุเหตุผล",
    do_en="ask headquarters to open it for this place, with the reason",
)
ROUND_OTHER_DAYS = define(
    "review.round-other-days",
    th="วันที่อยู่นอกรอบ {round}",
    en="the days lie outside the round {round}",
    do_th="ใช้วันที่ในรอบ หรือเลือกรอบอื่น",
    do_en="give days of the round, or choose another",
)
NOT_YOUR_CALENDAR = define(
    "review.not-your-calendar",
    th="ปฏิทินรอบรายงานเป็นหน้าที่ของเจ้าของแผนงานที่สำนักงานใหญ่",
    en="the calendar of rounds is kept by the programme owner at headquarters",
    do_th="แจ้งเจ้าของแผนงาน",
    do_en="tell the programme owner what should change",
)
ROUND_NAMELESS = define(
    "review.round-nameless",
    th="รอบนี้ยังไม่มีรหัสหรือชื่อ",
    en="the round has no code or no name",
    do_th="ใส่รหัสเช่น 2562-Q2 (ตัวอักษร ตัวเลข ขีด ไม่เกิน 20 ตัว) และชื่อไทยกับอังกฤษ",
    do_en="give a code such as 2562-Q2 (letters, digits, hyphens; at most 20) and names in Thai and English",
)
ROUND_OUTSIDE_YEAR = define(
    "review.round-outside-year",
    th="วันของรอบอยู่นอกปีงบประมาณ {year}",
    en="the days of the round lie outside the fiscal year {year}",
    do_th="ใช้วันระหว่าง 1 ตุลาคม ถึง 30 กันยายน ของปีงบประมาณนั้น",
    do_en="give days from 1 October to 30 September of that fiscal year",
)
DUE_TOO_EARLY = define(
    "review.due-too-early",
    th="วันครบกำหนดอยู่ก่อนวันสุดท้ายของรอบ",
    en="the round is due before its last day",
    do_th="ใช้วันสุดท้ายของรอบหรือหลังจากนั้น",
    do_en="give the last day of the round or a later one",
)
ROUND_IN_USE = define(
    "review.round-in-use",
    th="รอบ {round} มีรายงานแล้ว จึงเปลี่ยนวันของรอบไม่ได้",
    en="something was reported on the round {round}, so its days cannot be changed",
    do_th="เปลี่ยนได้เฉพาะชื่อและวันครบกำหนด",
    do_en="change only its names and the day on which it is due",
)
NO_SUCH_ROUND = define(
    "review.no-such-round",
    th="ไม่มีรอบ “{code}”",
    en="there is no round “{code}”",
    do_th="เลือกรอบจากหน้าปฏิทิน",
    do_en="choose a round on the calendar",
)
ROUND_NOT_LOCKED = define(
    "review.round-not-locked",
    th="รอบ {round} ยังไม่ได้ปิด จึงไม่ต้องเปิด",
    en="the round {round} is not closed, so there is nothing to open",
    do_th="รายงานได้ตามปกติ",
    do_en="report as usual",
)
LEAVE_PAST = define(
    "review.leave-past",
    th="วันสุดท้ายที่เปิดให้ผ่านไปแล้ว",
    en="the last day of the leave is past",
    do_th="ใช้วันนี้หรือวันหลังจากนี้",
    do_en="give today or a later day",
)
EVIDENCE_MISSING = define(
    "review.evidence-missing",
    th="ขั้น {stage} ต้องมีหลักฐาน คือ {kind} แต่รายการนี้ยังไม่มี",
    en="the stage {stage} needs evidence ({kind}), and this claim has none",
    do_th="แนบ{kind}ก่อนส่งรายการ",
    do_en="add {kind} before handing it in",
)
EVIDENCE_ENOUGH = define(
    "review.evidence-enough",
    th="รายการนี้มีหลักฐานครบ {limit} ชิ้นแล้ว",
    en="this claim has {limit} pieces of evidence already, which is the limit",
    do_th="นำชิ้นที่ไม่จำเป็นออกก่อน",
    do_en="take one that is not needed off first",
)
NO_SUCH_EVIDENCE = define(
    "review.no-such-evidence",
    th="ไม่พบหลักฐานชิ้นนี้",
    en="there is no such piece of evidence",
    do_th="เปิดรายการอีกครั้งเพื่อดูหลักฐานที่มีอยู่",
    do_en="open the claim again to see what is there",
)
NO_ROOM = define(
    "review.no-room",
    th="ที่เก็บไฟล์ของระบบเต็ม ไฟล์นี้ยังไม่ถูกเก็บ ข้อมูลอื่นไม่เสียหาย",
    en="the system has no room left for files; this one was not kept, and nothing else is harmed",
    do_th="เก็บไฟล์ไว้ในเครื่องของท่าน แจ้งผู้ดูแลระบบ แล้วแนบไฟล์อีกครั้งเมื่อแก้แล้ว",
    do_en="keep your file, tell those who keep the system, and add it again when there is room",
)
NOT_KEPT = define(
    "review.not-kept",
    th="เก็บไฟล์นี้ไม่สำเร็จ ข้อมูลอื่นไม่เสียหาย",
    en="this file could not be kept; nothing else is harmed",
    do_th="เก็บไฟล์ไว้ในเครื่องของท่าน แล้วลองอีกครั้งในอีกสักครู่ ถ้ายังไม่ได้ โปรดแจ้งผู้ดูแลระบบ",
    do_en="keep your file and try again in a moment; if it stays, tell those who keep the system",
)
NOT_READ = define(
    "review.not-read",
    th="ที่เก็บไฟล์ไม่ตอบ จึงยังเปิดไฟล์นี้ไม่ได้ ไฟล์ไม่ได้หาย",
    en="the storage does not answer, so this file cannot be opened now; it is not lost",
    do_th="โปรดลองอีกครั้งในอีกสักครู่ ถ้ายังไม่ได้ โปรดแจ้งผู้ดูแลระบบ",
    do_en="try again in a moment; if it stays, tell those who keep the system",
)
CHANGED_SINCE = define(
    "review.changed-since",
    th="รายการนี้ถูกแก้หลังจากที่ท่านเปิดดู จึงยังไม่รับรอง",
    en="this claim was changed after you looked at it and is not accepted",
    do_th="เปิดดูตัวเลขใหม่แล้วรับรองอีกครั้ง",
    do_en="look at its new number and accept it again",
)
KEY_TAKEN = define(
    "review.key-taken",
    th="รหัสของรายการนี้ใช้ไม่ได้",
    en="the key of this claim cannot be used",
    do_th="เปิดหน้าบันทึกใหม่แล้วกรอกอีกครั้ง",
    do_en="open the form anew and fill it in again",
)
MAYBE_TWICE = define(
    "review.maybe-twice",
    th="ช่วงเวลานี้มี {place} รายงานบรรทัดเดียวกันแล้ว {number} {unit} อาจนับซ้ำ",
    en="{place} tells {number} {unit} of the same line and time already: this may count twice",
    do_th="ถามกันก่อนว่าเป็นจำนวนเดียวกันหรือไม่ ถ้าใช่ให้ถอนรายการหนึ่ง",
    do_en="ask whether it is the same number; if so, withdraw one of the two",
    severity=Severity.WARNING,
)
NAME_WANTED = define(
    "review.name-wanted",
    th="บรรทัดนี้ตอบเป็นขั้นของแต่ละแห่ง แต่ยังไม่มีชื่อ",
    en="this line is answered by the stage of each thing, and no name was given",
    do_th="ใส่ชื่อให้ตรงกับที่เคยรายงาน เช่น ชื่อศูนย์",
    do_en="give its name as it was reported before, such as the name of the centre",
)
NAMED_IS_ONE = define(
    "review.named-is-one",
    th="รายการที่มีชื่อ ({name}) นับได้ 1 แต่กรอก {number}",
    en="what has a name ({name}) counts as 1, not {number}",
    do_th="ใส่จำนวน 1 หรือเว้นชื่อไว้ ถ้ามีหลายรายการให้บันทึกทีละรายการ",
    do_en="give 1, or leave the name out; record several of them one by one",
)
NOT_FOR_PRACTICE = define(
    "review.not-for-practice",
    th="ฐานข้อมูลนี้มีข้อรายงานแล้ว จึงทำเป็นฐานข้อมูลฝึกหัดไม่ได้",
    en="this database holds claims already, so it cannot become one for practice",
    do_th="ใช้โฟลเดอร์ใหม่ที่ยังไม่มีข้อมูล",
    do_en="use a new folder with nothing in it",
)
