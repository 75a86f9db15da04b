"""Everything that the pages themselves say, in Thai and in English."""

from tidtam.reports import wording
from tidtam.web.audit.words import SAYINGS as AUDIT
from tidtam.web.calendar.words import SAYINGS as CALENDAR
from tidtam.web.grants.words import SAYINGS as GRANTS
from tidtam.web.grid.words import SAYINGS as GRID
from tidtam.web.housing.words import SAYINGS as HOUSING
from tidtam.web.lists.words import SAYINGS as LISTS
from tidtam.web.loans.words import SAYINGS as LOANS
from tidtam.web.maps.words import SAYINGS as MAPS
from tidtam.web.organisations.words import SAYINGS as ORGANISATIONS
from tidtam.web.people.words import SAYINGS as PEOPLE
from tidtam.web.signing.words import SAYINGS as SIGNING
from tidtam.web.work.words import SAYINGS as WORK
from tidtam.web.workbook.words import SAYINGS as WORKBOOK

Lang = str
LANGS = ("th", "en")

SAYINGS: dict[str, tuple[str, str]] = {
    **SIGNING,
    **WORK,
    **PEOPLE,
    **AUDIT,
    **CALENDAR,
    **GRID,
    **WORKBOOK,
    **HOUSING,
    **LOANS,
    **GRANTS,
    **ORGANISATIONS,
    **LISTS,
    **MAPS,
    # the frame of every page
    "site.name": ("ติดตาม", "Tidtam"),
    "site.motto": ("จากตำบลถึงรายงานรัฐมนตรี และย้อนกลับ", "From the tambon to the minister’s report, and back"),
    "site.skip": ("ข้ามไปที่เนื้อหา", "Skip to the content"),
    "site.path": ("เส้นทางพื้นที่", "Path of places"),
    "site.other_language": ("English", "ภาษาไทย"),
    "site.thai_digits": ("เลขไทย ๑๒๓", "Thai digits ๑๒๓"),
    "site.arabic_digits": ("เลขอารบิก 123", "Arabic digits 123"),
    "site.switches": ("ภาษาและตัวเลข", "Language and digits"),
    "site.published": (
        "ตัวเลขที่มาจากเอกสารเผยแพร่ยังไม่ได้ตรวจในพื้นที่",
        "Figures that come from publications have not been checked in the field",
    ),
    "site.position": ("ลำดับบัญชี {n}", "Ledger position {n}"),
    "site.address": ("ที่อยู่ของหน้านี้", "Address of this page"),
    "site.home": ("ไปที่กระดานผลงาน", "Go to the board"),
    # the form that asks for another view
    "ask.title": ("เปลี่ยนปี วันที่ หรือพื้นที่", "Change year, day or place"),
    "ask.fiscal_year": ("ปีงบประมาณ", "Fiscal year"),
    "ask.as_of": ("ณ วันที่", "As of"),
    "ask.as_of_hint": ("เช่น 31 มี.ค. 2562", "such as 31 มี.ค. 2562 or 2562-03-31"),
    "ask.known_at": ("ตามที่ทราบถึง", "As known on"),
    "ask.known_at_hint": ("เว้นว่าง = ถึงวันนี้", "empty = until today"),
    "ask.place": ("พื้นที่", "Place"),
    "ask.lang": ("ภาษา", "Language"),
    "ask.go": ("แสดง", "Show"),
    "ask.nation": ("ทั้งประเทศ", "Nation"),
    "ask.region": ("ภาค", "Regions"),
    "ask.province": ("จังหวัด", "Provinces"),
    "ask.district": ("อำเภอ/เขต", "Districts"),
    "ask.tambon": ("ตำบล/แขวง", "Tambons"),
    "ask.canal": ("คลอง", "Canals"),
    "ask.community": ("ชุมชน", "Communities"),
    "ask.quarter_ends": ("สิ้นไตรมาส", "Quarter ends"),
    # the board
    "board.title": ("ผลการดำเนินงาน", "Results of"),
    "board.as_of": ("ณ วันที่ {day}", "As of {day}"),
    "board.known_now": ("ตามข้อมูลทั้งหมดที่ทราบถึงวันนี้", "as known today"),
    "board.known_at": ("ตามที่ทราบ ณ วันที่ {day}", "as known on {day}"),
    "board.none_defined": (
        "ยังไม่มีรายการที่ต้องรายงานในปีงบประมาณนี้ โปรดเลือกปีอื่น",
        "No lines are defined for this fiscal year. Please choose another year.",
    ),
    "board.items": ("รายการของภาคและรายการอื่น", "Regional and other items"),
    "board.series": ("ข้อมูลต่อเนื่องหลายปี", "Series over the years"),
    "board.problems": ("ปัญหาที่พบ", "Problems found"),
    "board.no_problems": ("ไม่พบปัญหา", "No problems found"),
    "board.downloads": ("ดาวน์โหลดรายงาน", "Download the report"),
    "board.summary": (
        "{reported} จาก {all} รายการมีผลรายงานแล้ว",
        "{reported} of {all} lines have a reported result",
    ),
    "board.summary_met": ("ถึงหรือเกินเป้าหมาย {met} รายการ", "{met} at or over the target"),
    # one line
    "line.of": ("จาก", "of"),
    "line.target_only": ("เป้าหมาย {n}", "target {n}"),
    "line.not_reported": (wording.NOT_REPORTED.th, wording.NOT_REPORTED.en),
    "line.over": ("เกินเป้าหมาย", "over the target"),
    "line.met": ("ถึงเป้าหมาย", "target met"),
    "line.traced": ("สืบกลับได้", "traced"),
    "line.traced_about": (
        "ส่วนของตัวเลขที่รู้ชื่อ รู้พื้นที่ และมีหลักฐาน",
        "the share of the figure that is named, placed and evidenced",
    ),
    "line.change": ("{n} ตั้งแต่เดือนก่อน", "{n} since a month ago"),
    "line.no_change": ("ไม่เปลี่ยนตั้งแต่เดือนก่อน", "no change in a month"),
    "line.cumulative": ("นับสะสมตั้งแต่ปี {year}", "cumulative since {year}"),
    "line.last_day": ("ข้อมูลล่าสุด {day}", "last reported {day}"),
    "line.before": (
        "อาจเป็นของช่วงก่อนหน้า {n} {unit}",
        "{n} {unit} may belong to the span before",
    ),
    "line.after": ("อาจเป็นของช่วงถัดไป {n} {unit}", "{n} {unit} may belong to the span after"),
    "line.exits": (
        "ออกจากที่นับไว้ในปีก่อน {n} {unit} (ไม่หักจากผลปีนี้)",
        "{n} {unit} counted in an earlier year have left (not taken off this year)",
    ),
    "line.problems": ("พบปัญหา {n} ข้อ", "problems found: {n}"),
    "line.sources": ("แหล่งที่มา", "Sources"),
    # milestone lines
    "slot.promised": ("เป้าหมายที่{place}", "promised in {place}"),
    "slot.actual": ("ทำจริงที่{place}", "actually in {place}"),
    "slot.at": ("ที่{place}", "in {place}"),
    "slot.elsewhere": ("สถานที่ต่างจากเป้าหมาย", "place differs from the promise"),
    "slot.unpromised": (wording.UNPROMISED.th, wording.UNPROMISED.en),
    "slot.unplaced": ("ไม่ระบุสถานที่", "place not given"),
    # pictures, for those who do not see them
    "picture.bar": ("แท่งเทียบเป้าหมาย: {said}", "Bar against the target: {said}"),
    "picture.pace": ("ขีดตั้งคือปีปกติของวันนี้ {n}", "the upright mark is a normal year by this day: {n}"),
    "picture.course": (
        "แถบลายคือช่วงของปีปกติ เส้นประคือกลางช่วง เส้นทึบคือปีนี้ คานขวาสุดคือสิ้นปีที่น่าจะเป็น",
        "Hatched: the range of a normal year, broken line: its middle, full line: this year, "
        "beam at the right: where the year is likely to end",
    ),
    "picture.usual_range": ("ช่วงของปีปกติ", "range of a normal year"),
    "picture.usual": ("ปีปกติ", "normal year"),
    "picture.end": ("สิ้นปีที่น่าจะเป็น", "likely end"),
    "picture.this_year": ("ปีนี้", "this year"),
    "picture.band": ("แถบแยกตามขั้น: {said}", "Band by stage: {said}"),
    "picture.spark": (
        "เส้นยอดสิ้นเดือน ช่วงเส้นบางรู้เพียงจำนวนต่ำสุดหรือเป็นช่วง ตัวเลขอยู่ในตารางข้างล่าง",
        "Line of the month ends, thin where only the least or a range is known; its numbers are in the table",
    ),
    # pace
    "pace.title": ("เทียบกับปีปกติ", "Beside a normal year"),
    "pace.table": ("ตัวเลขของรูป", "The numbers of the picture"),
    "pace.month": ("สิ้นเดือน", "Month’s end"),
    "pace.usual": ("ปีปกติ ({unit})", "Normal year ({unit})"),
    "pace.range": ("ช่วง", "Range"),
    "pace.this_year": ("ปีนี้", "This year"),
    # trail
    "trail.title": ("ที่มาของตัวเลข", "Trail of the figure"),
    "trail.back": ("กลับไปที่กระดานผลงาน", "Back to the board"),
    "trail.by_place": ("ตามพื้นที่", "By place"),
    "trail.by_month": ("ตามเดือน", "By month"),
    "trail.by_stage": ("ตามขั้น", "By stage"),
    "trail.entries": ("รายการบัญชี", "Entries"),
    "trail.entries_count": ("{n} รายการ ใหม่สุดอยู่บน", "entries: {n}, the newest first"),
    "trail.place": ("พื้นที่", "Place"),
    "trail.month": ("เดือน", "Month"),
    "trail.stage": ("ขั้น", "Stage"),
    "trail.quantity": ("จำนวน ({unit})", "Number ({unit})"),
    "trail.change": ("เพิ่มหรือลด", "Change"),
    "trail.standing": ("ยอดสิ้นเดือน", "At month’s end"),
    "trail.not_placed": ("ไม่รู้ว่าอยู่พื้นที่ใด", "Not placed in this tree"),
    "trail.only_stage": (
        "เฉพาะที่ถึงขั้น {stage} แล้ว รวมที่เลยไปขั้นถัดไป",
        "Only what has reached the stage: {stage}, or gone beyond it",
    ),
    "trail.all_stages": ("ดูทุกขั้น", "All stages"),
    "trail.no_entries": (
        "ยังไม่มีรายการที่อยู่ใต้ตัวเลขนี้ ณ วันที่และพื้นที่ที่เลือก",
        "No entries lie under this figure for the chosen day and place.",
    ),
    "trail.no_places": ("ตัวเลขนี้ไม่แยกเป็นพื้นที่ย่อย", "This figure is not split by places within."),
    "trail.none": ("ยังไม่มีข้อมูล", "No data yet"),
    "trail.page": ("หน้า {page} จาก {pages}", "Page {page} of {pages}"),
    "trail.pages": ("หน้าของรายการบัญชี", "Pages of entries"),
    "trail.newer": ("หน้าก่อน (ใหม่กว่า)", "Previous (newer)"),
    "trail.older": ("หน้าถัดไป (เก่ากว่า)", "Next (older)"),
    # one entry
    "entry.position": ("ลำดับ {n}", "no. {n}"),
    "entry.came_in": ("เข้าใหม่", "came in"),
    "entry.from_to": ("จาก {a} เป็น {b}", "from {a} to {b}"),
    "entry.into": ("เป็น {b}", "to {b}"),
    "entry.moved": ("ย้ายจาก{a}ไป{b}", "moved from {a} to {b}"),
    "entry.day": ("เกิดขึ้น", "Happened"),
    "entry.between": ("ระหว่าง {a} ถึง {b}", "between {a} and {b}"),
    "entry.by": ("ไม่เกิน {b}", "by {b}"),
    "entry.withheld": ("ต่ำกว่าจังหวัด ต้องเข้าสู่ระบบ", "below the province, needs sign-in"),
    "entry.known_on": ("ทราบเมื่อ", "Known on"),
    "entry.claim": ("คำรายงาน", "Claim"),
    "entry.happened": ("บอกว่าเกิดอะไรขึ้น", "says what happened"),
    "entry.stands": ("บอกว่ายอดคงอยู่เท่าไร", "says how it stands"),
    "entry.source": ("เอกสาร", "Paper"),
    "entry.loader": ("ผู้นำเข้า", "Loaded by"),
    "entry.published_only": (
        "จากเอกสารเผยแพร่ ยังไม่ได้ตรวจในพื้นที่",
        "from a publication, not checked in the field",
    ),
    "entry.derived": ("คำนวณจากยอดคงอยู่", "derived from a standing"),
    "entry.reverses": ("กลับรายการลำดับ {n}", "reverses entry no. {n}"),
    "entry.published": ("(เผยแพร่ {day})", "(published {day})"),
    "entry.not_given": ("ไม่ระบุ", "not given"),
    # place
    "place.lines": ("ผลของพื้นที่นี้", "Results of this place"),
    "place.unreported": (
        "อีก {n} รายการยังไม่มีรายงานที่ระบุพื้นที่นี้",
        "{n} more lines have no report that names this place",
    ),
    "place.nothing": (
        "ยังไม่มีรายงานที่ระบุพื้นที่นี้ ณ วันที่เลือก",
        "No report names this place on the chosen day.",
    ),
    "place.children": ("พื้นที่ย่อย", "Places within"),
    "place.board": ("ดูกระดานผลงานของพื้นที่นี้", "Board of this place"),
    "place.kind.nation": ("ประเทศ", "Nation"),
    "place.kind.region": ("ภาค", "Region"),
    "place.kind.province": ("จังหวัด", "Province"),
    "place.kind.district": ("อำเภอ/เขต", "District"),
    "place.kind.tambon": ("ตำบล/แขวง", "Tambon"),
    "place.kind.canal": ("คลอง", "Canal"),
    "place.kind.community": ("ชุมชน", "Community"),
    # problems
    # error pages
    "error.400": ("ที่อยู่ของหน้านี้มีข้อผิดพลาด", "Something in the address is wrong"),
    "error.403": ("ต้องเข้าสู่ระบบ", "Sign-in needed"),
    "error.not_for_you": ("ไม่มีสิทธิ์เปิดหน้านี้", "This page is not open to you"),
    "error.stale_form": ("ส่งแบบฟอร์มไม่สำเร็จ", "The form was not taken"),
    "error.404": ("ไม่พบหน้านี้", "Page not found"),
    "error.503": ("ใช้งานส่วนนี้ไม่ได้ชั่วคราว", "Not available for now"),
    "error.500": ("ระบบขัดข้อง", "Something went wrong here"),
    "error.asked": ("ที่อยู่ที่ขอ", "Address asked for"),
}


def say(key: str, lang: Lang, **values: object) -> str:
    """The wording of `key` in `lang` with its values put in; KeyError for words that were never written.

    >>> say("line.target_only", "en", n="7,069")
    'target 7,069'
    """
    thai, english = SAYINGS[key]
    return (thai if lang == "th" else english).format(**values)
