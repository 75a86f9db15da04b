"""What a report finds wrong or unclear, and what it cannot answer."""

from __future__ import annotations

from tidtam.problems import Severity, define

SLOT_ELSEWHERE = define(
    "report.slot_elsewhere",
    th="บรรทัด {line}: เป้าหมายระบุ{promised} แต่ความก้าวหน้ารายงานที่{actual}",
    en="line {line}: the target names {promised}, but progress is reported in {actual}",
    do_th="ให้เจ้าของแผนงานยืนยันพื้นที่ แล้วแก้เป้าหมายหรือรายงาน",
    do_en="the programme owner confirms the place and corrects the target or the report",
    severity=Severity.WARNING,
)
WAITING = define(
    "report.waiting",
    th="บรรทัด {line}: มี {number} รายการที่รอคำตอบ จึงยังไม่นับ",
    en="line {line}: {number} claims wait for an answer and are not counted yet",
    do_th="ตอบคำถามของรายการเหล่านี้ก่อนอ้างตัวเลข",
    do_en="answer them before the figure is quoted",
    severity=Severity.QUESTION,
)
PARTS_DIFFER = define(
    "report.parts_differ",
    th="{name}: ส่วนย่อยรวมได้ {parts} แต่ยอดรวม {whole}",
    en="{name}: the parts add up to {parts}, the whole is {whole}",
    do_th="ตรวจส่วนย่อยและยอดรวมกับเอกสาร",
    do_en="compare the parts and the whole with the paper",
    severity=Severity.WARNING,
)
NO_SUCH_LINE = define(
    "report.no_such_line",
    th="ปีงบประมาณ {year} ไม่มีบรรทัด '{line}'",
    en="fiscal year {year} has no line '{line}'",
    do_th="เลือกบรรทัดจากกระดาน",
    do_en="choose a line from the board",
)
NO_SUCH_STAGE = define(
    "report.no_such_stage",
    th="บรรทัด {line} ไม่มีขั้น '{stage}'",
    en="line {line} has no stage '{stage}'",
    do_th="ใช้ขั้นใดขั้นหนึ่งต่อไปนี้: {stages}",
    do_en="use one of these stages: {stages}",
)
NO_SUCH_PLACE = define(
    "report.no_such_place",
    th="ไม่มีพื้นที่รหัส '{code}'",
    en="there is no place with the code '{code}'",
    do_th="เลือกพื้นที่จากรายการ",
    do_en="choose a place from the list",
)
NO_SUCH_TREE = define(
    "report.no_such_tree",
    th="แผนที่แบ่งตาม '{tree}' ไม่ได้",
    en="a map cannot be parted by '{tree}'",
    do_th="ใช้ผังพื้นที่ใดผังหนึ่งต่อไปนี้: {trees}",
    do_en="use one of these trees: {trees}",
)
NO_SUCH_YEAR = define(
    "report.no_such_year",
    th="ไม่มีตัวชี้วัดของปีงบประมาณ {year}",
    en="no indicator is defined for fiscal year {year}",
    do_th="เลือกปีงบประมาณระหว่าง {first} ถึง {last}",
    do_en="choose a fiscal year from {first} to {last}",
)
NO_SUCH_FORMAT = define(
    "report.no_such_format",
    th="ทำรายงานเป็น '{kind}' ไม่ได้",
    en="a report cannot be made as '{kind}'",
    do_th="ใช้แบบใดแบบหนึ่งต่อไปนี้: {kinds}",
    do_en="use one of these: {kinds}",
)
