"""What the book says when something cannot be let in."""

from __future__ import annotations

from tidtam.ledger.fold import Contradiction
from tidtam.problems import Kind, define

UNKNOWN_PATHWAY = define(
    "ledger.unknown_pathway",
    th="ไม่รู้จักเส้นทาง '{pathway}'",
    en="there is no pathway '{pathway}'",
    do_th="ตรวจรหัสเส้นทางกับนิยามตัวชี้วัด",
    do_en="compare the pathway's code with the definitions",
)
UNKNOWN_STAGE = define(
    "ledger.unknown_stage",
    th="เส้นทาง '{pathway}' ไม่มีขั้น '{stage}'",
    en="pathway '{pathway}' has no stage '{stage}'",
    do_th="ใช้ขั้นใดขั้นหนึ่งต่อไปนี้: {stages}",
    do_en="use one of these stages: {stages}",
)
OTHER_UNIT = define(
    "ledger.other_unit",
    th="หน่วย '{unit}' ต่างจากหน่วยของเส้นทาง '{expected}' คนละหน่วยบวกกันไม่ได้",
    en="unit '{unit}' differs from the pathway's unit '{expected}'; unlike units are never added",
    do_th="ระบุจำนวนเป็นหน่วย '{expected}'",
    do_en="give the number in '{expected}'",
)
BAD_NUMBER = define(
    "ledger.bad_number",
    th="จำนวน {number} ใช้ไม่ได้",
    en="the number {number} cannot be used",
    do_th="สิ่งที่เกิดขึ้นต้องมีจำนวนตั้งแต่ 1 ยอดคงอยู่ตั้งแต่ 0 และรายการที่มีชื่อนับเป็น 1",
    do_en="what happened counts 1 or more, what stands 0 or more, and a named subject counts 1",
)
NO_COUNTS = define(
    "ledger.no_counts",
    th="ยอดคงอยู่ไม่มีจำนวน หรือบอกขั้นเดียวกันสองครั้ง",
    en="a standing has no count, or counts a stage twice",
    do_th="ระบุจำนวนของแต่ละขั้นเพียงครั้งเดียว",
    do_en="count each stage once",
)
COUNTS_CROSS = define(
    "ledger.counts_cross",
    th="ถึงขั้น '{later}' {more} แต่ถึงขั้น '{earlier}' เพียง {fewer}",
    en="{more} are at or beyond '{later}' but only {fewer} at or beyond '{earlier}'",
    do_th="ผู้ที่ถึงขั้นหลังต้องถึงขั้นก่อนหน้าแล้ว ตรวจจำนวนทั้งสอง",
    do_en="whoever reached the later stage has reached the earlier one; check both numbers",
)
NOT_IN_BOOK = define(
    "ledger.not_in_book",
    th="ไม่มีรายการ '{key}' ในบัญชี",
    en="the book has nothing with the key '{key}'",
    do_th="ตรวจรหัสของรายการที่จะถอน",
    do_en="check the key of what is to be taken back",
)
KEY_TWICE = define(
    "ledger.key_twice",
    th="ใช้รหัส '{key}' กับสองเรื่องที่ต่างกัน",
    en="the key '{key}' is used for two different things",
    do_th="ให้รหัสแก่แต่ละเรื่องไม่ซ้ำกัน และถอนเรื่องเดียวกันเพียงครั้งเดียวในชุดเดียว",
    do_en="give each its own key, and take one thing back only once in a batch",
)
TAKEN_BACK_TOO_EARLY = define(
    "ledger.taken_back_too_early",
    th="ถอนรายการเมื่อ {known_on} ก่อนวันที่รู้ ({since})",
    en="taken back on {known_on}, before it was known ({since})",
    do_th="ใช้วันที่ไม่ก่อน {since}",
    do_en="use a day not before {since}",
)
TOLD_BEFORE_DAY = define(
    "ledger.told_before_day",
    th="รู้เมื่อ {told_on} แต่เกิดขึ้นภายหลัง ({day})",
    en="told on {told_on}, but it speaks of a later day ({day})",
    do_th="ตรวจวันที่เกิดขึ้นและวันที่เผยแพร่",
    do_en="check the day it speaks of and the day it was published",
)

_DO_TH = "ตรวจจำนวนกับรายการที่รับรองไปแล้ว"
_DO_EN = "compare the number with what was accepted before"

CONTRADICTIONS: dict[Contradiction, Kind] = {
    Contradiction.TOTAL_FALLS: define(
        "ledger.total_falls",
        th="ยอดที่ขั้น '{stage}' ลดลงจาก {there} เหลือ {said}",
        en="the total at '{stage}' would fall from {there} to {said}",
        do_th="ตอบว่าออกเพราะอะไร (ออก: ขั้นออก) หรือแก้ยอดเดิม หรือตรวจจำนวนใหม่",
        do_en="say by which exit they left, or that the earlier standing was wrong, or check the number",
    ),
    Contradiction.NEEDS_NAMES: define(
        "ledger.needs_names",
        th="ขั้น '{stage}' ต้องเพิ่มอีก {said} แต่ไม่รู้ว่ารายใดที่มีชื่อแล้วก้าวต่อ",
        en="'{stage}' needs {said} more, but it is not said which of the named ones went on",
        do_th="ระบุรายชื่อที่ก้าวต่อ",
        do_en="say which named ones went on",
    ),
    Contradiction.NOT_ENOUGH: define(
        "ledger.not_enough",
        th="ต้นทางมีเพียง {there} แต่จะย้ายไปขั้น '{stage}' {said}",
        en="only {there} are there, but {said} would go to '{stage}'",
        do_th=_DO_TH,
        do_en=_DO_EN,
    ),
    Contradiction.COUNTED_TWICE: define(
        "ledger.counted_twice",
        th="รายการนี้ถึงขั้น '{stage}' และนับไปแล้ว",
        en="this one has reached '{stage}' and is counted already",
        do_th="ไม่ต้องรายงานซ้ำ",
        do_en="do not report it again",
    ),
    Contradiction.GOES_BACK: define(
        "ledger.goes_back",
        th="รายการนี้เลยขั้น '{stage}' ไปแล้ว",
        en="this one is beyond '{stage}' already",
        do_th="ถ้ารายการเดิมผิด ให้ถอนรายการเดิมก่อน",
        do_en="if the earlier report was wrong, take it back first",
    ),
    Contradiction.HAS_LEFT: define(
        "ledger.has_left",
        th="รายการนี้ออกไปแล้ว จึงถึงขั้น '{stage}' ไม่ได้",
        en="this one has left and cannot reach '{stage}'",
        do_th="ถ้าการออกบันทึกผิด ให้ถอนการออกก่อน",
        do_en="if the exit was wrong, take it back first",
    ),
    Contradiction.NOT_THERE: define(
        "ledger.not_there",
        th="รายการนี้ไม่เคยเข้ามา จึงออกทาง '{stage}' ไม่ได้",
        en="this one never came in and cannot leave by '{stage}'",
        do_th="รายงานการเข้ามาก่อน",
        do_en="report that it came in first",
    ),
    Contradiction.SAY_STAGE: define(
        "ledger.say_stage",
        th="มีหลายขั้นที่อาจออกทาง '{stage}' ({said})",
        en="{said} leave by '{stage}', but from more than one possible stage",
        do_th="ระบุขั้นที่ออก",
        do_en="say which stage they leave from",
    ),
    Contradiction.DISAGREES: define(
        "ledger.disagrees",
        th="วันและพื้นที่เดียวกัน ขั้น '{stage}' มีผู้รายงานไว้แล้ว {there} แต่รายการนี้ว่า {said}",
        en="for the same day and place '{stage}' was reported as {there}, and this says {said}",
        do_th="เลือกยอดที่ถูก แล้วแก้หรือถอนอีกยอดหนึ่ง",
        do_en="choose the right one and correct or take back the other",
    ),
}

GUARD_MISSING = define(
    "ledger.guard_missing",
    th="ฐานข้อมูลขาดเครื่องกัน '{guard}'",
    en="the database lacks the guard '{guard}'",
    do_th="รัน tidtam setup อีกครั้งเพื่อใส่เครื่องกัน แล้วตรวจว่าใครถอดออก",
    do_en="migrate again to put it back, and find out who took it off",
)
POSITIONS_HAVE_GAPS = define(
    "ledger.positions_have_gaps",
    th="บัญชีมี {number} รายการ แต่ลำดับสุดท้ายคือ {last}",
    en="the book has {number} entries but its last position is {last}",
    do_th="กู้คืนฐานข้อมูลจากชุดสำรอง เพราะมีรายการหายไป",
    do_en="restore the database from its backup: entries are missing",
)
HEAD_DIFFERS = define(
    "ledger.head_differs",
    th="หัวบัญชีชี้ลำดับ {head} แต่รายการสุดท้ายคือ {last}",
    en="the head points at {head} but the last entry is {last}",
    do_th="กู้คืนฐานข้อมูลจากชุดสำรอง",
    do_en="restore the database from its backup",
)
REVERSAL_DIFFERS = define(
    "ledger.reversal_differs",
    th="รายการกลับไม่ตรงกับรายการ {reverses} ที่กลับ",
    en="the reversal is not the mirror of entry {reverses}",
    do_th="กู้คืนฐานข้อมูลจากชุดสำรอง",
    do_en="restore the database from its backup",
)
BELOW_NOTHING = define(
    "ledger.below_nothing",
    th="ขั้น '{stage}' ที่พื้นที่ {place} เคยเหลือ {number}",
    en="stage '{stage}' at place {place} once held {number}",
    do_th="ตรวจรายการของขั้นนี้ แล้วกลับรายการที่ผิด",
    do_en="look at the entries of this stage and reverse the wrong one",
)
STAGE_GUARD_DIFFERS = define(
    "ledger.stage_guard_differs",
    th="ยอดกันของขั้น '{stage}' ที่พื้นที่ {place} คือ {kept} แต่นับได้ {counted}",
    en="the guard of stage '{stage}' at place {place} says {kept}, a recount {counted}",
    do_th="ยอดกันสร้างใหม่ได้จากรายการ แจ้งผู้ดูแลระบบ",
    do_en="the guard can be made again from the entries; tell the administrator",
)
SUBJECT_GUARD_DIFFERS = define(
    "ledger.subject_guard_differs",
    th="ยอดกันของรายการที่มีชื่อ {subject} ไม่ตรงกับที่นับได้",
    en="the guard of the named subject {subject} differs from a recount",
    do_th="ยอดกันสร้างใหม่ได้จากรายการ แจ้งผู้ดูแลระบบ",
    do_en="the guard can be made again from the entries; tell the administrator",
)
COUNTED_TWICE = define(
    "ledger.stands_twice",
    th="รายการที่มีชื่อ {subject} อยู่มากกว่าหนึ่งขั้น",
    en="the named subject {subject} stands at more than one stage",
    do_th="กลับรายการที่นับซ้ำ",
    do_en="reverse what counts it again",
)
REBUILD_DIFFERS = define(
    "ledger.rebuild_differs",
    th="สร้างบัญชีใหม่จากสิ่งที่รับรองแล้วต่างจากบัญชี {number} รายการ: {statements}",
    en="a rebuild from what was accepted differs for {number} statements: {statements}",
    do_th="แจ้งผู้ดูแลระบบพร้อมข้อความนี้",
    do_en="tell the administrator, with this text",
)
ONLY_FOR_PRACTICE = define(
    "ledger.only_for_practice",
    th="เติมรายการสมมุติได้เฉพาะในฐานข้อมูลฝึกหัด",
    en="only a practice database may be filled with made-up entries",
    do_th="สร้างฐานข้อมูลฝึกหัดด้วย tidtam practice หรือ tidtam simulate",
    do_en="make a practice database with `tidtam practice` or `tidtam simulate`",
)
MUST_BE_EXPLAINED = define(
    "ledger.must_be_explained",
    th="มียอดคงอยู่หรือการระบุชื่อจากยอดรวมในเส้นทางนี้แล้ว จึงเติมรายการสำเร็จรูปไม่ได้",
    en="this pathway holds standings or names taken out of a lot, so ready entries cannot go beside them",
    do_th="นำเข้าทางการตรวจตามปกติ หรือใช้รอบอื่น",
    do_en="let it in through review, or use another cycle",
)
