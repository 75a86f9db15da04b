"""The board of the report of 23 April 2562, written out by hand, for tests of what pages do with it.

Figures: report to the minister of 23 April 2562. It is not read from the ledger: tests ask what pages show.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tidtam.problems import CATALOGUE, Both, Severity, define
from tidtam.reports.content import (
    Board,
    Heading,
    Line,
    MapPlace,
    MapRegion,
    PlaceMap,
    PlaceName,
    Slot,
    Source,
    StageCount,
    StageName,
    Trail,
    TrailEntry,
    TrailMonth,
    TrailPlace,
    TreeName,
)

AS_OF = date(2019, 3, 31)
TOLD = date(2019, 4, 23)
NATION = PlaceName("TH", "nation", "ทั้งประเทศ", "Thailand")
BANGKOK = PlaceName("10", "province", "กรุงเทพมหานคร", "Bangkok")
PATHUM_THANI = PlaceName("13", "province", "ปทุมธานี", "Pathum Thani")
KHON_KAEN = PlaceName("40", "province", "ขอนแก่น", "Khon Kaen")
EAST = PlaceName("codi:bangkok-east", "region", "ภาคกรุงเทพฯ", "Bangkok")
NORTHEAST = PlaceName("codi:northeast", "region", "ภาคอีสาน", "Northeast")
LAT_PHRAO = PlaceName("canal:lat-phrao", "canal", "คลองลาดพร้าว", "Lat Phrao canal")
PAPER = Source(
    "รมว.พม. ติดตามผลการดำเนินงาน พอช. รอบ 6 เดือน", "https://ref.codi.or.th/public-relations/news/15117", TOLD
)

ELSEWHERE = CATALOGUE.get("tests.elsewhere") or define(
    "tests.elsewhere",
    th="รายการ 2.5 เป้าหมายอยู่ที่{promised} แต่ความคืบหน้าอยู่ที่{actual}",
    en="line 2.5 was promised in {promised} but progress is reported in {actual}",
    do_th="โปรดยืนยันสถานที่ หรือแก้เป้าหมายพร้อมเหตุผล",
    do_en="confirm the place, or revise the target with a reason",
    severity=Severity.WARNING,
)
MOVED = ELSEWHERE.at(promised=Both("กรุงเทพมหานคร", "Bangkok"), actual=Both("ปทุมธานี", "Pathum Thani"))

STAGES = [
    StageCount("completed", "สร้างเสร็จ", "completed", 2068),
    StageCount("building", "อยู่ระหว่างก่อสร้าง", "building", 654),
    StageCount("ready", "พื้นที่พร้อมก่อสร้าง", "ready to build", 362),
]
GROWTH = [
    TrailMonth(date(2017, 6, 1), date(2017, 6, 30), 763, 763, kind="floor"),
    TrailMonth(date(2018, 5, 1), date(2018, 5, 31), 1872, 2635),
]
UNSPLIT = [replace(stage, quantity=quantity) for stage, quantity in zip(STAGES, (915, 0, 0), strict=True)]
UNITS = {
    "tambon": ("ตำบล", "tambons"),
    "province": ("จังหวัด", "provinces"),
    "region": ("ภาค", "regions"),
    "household": ("ครัวเรือน", "households"),
    "centre": ("แห่ง", "centres"),
    "person": ("คน", "persons"),
    "organisation": ("องค์กร", "organisations"),
    "set": ("ชุด", "sets"),
}
HEADINGS = {
    "1": ("การสนับสนุนการจัดทำแผนพัฒนาเชิงพื้นที่", "Support for area development plans"),
    "2": (
        "การสนับสนุนการพัฒนาที่อยู่อาศัยผู้มีรายได้น้อยในเมืองและชนบท",
        "Housing for people with low incomes in town and country",
    ),
    "3": (
        "การสนับสนุนการพัฒนาคุณภาพแกนนำและขบวนองค์กรชุมชน",
        "Quality of leaders and of the movement of community organisations",
    ),
    "4": ("การพัฒนาระบบบริหารจัดการและคุณภาพองค์กรผู้ใช้สินเชื่อ", "Quality of organisations that use credit"),
    "5": (
        "การประสานความร่วมมือกับหน่วยงานในการพัฒนาชุมชนท้องถิ่น มาตรฐานการบริหารจัดการที่ดี และสถาบันการศึกษา",
        "Cooperation with agencies, good-management standard and universities",
    ),
    "6": ("สนับสนุนการจัดการความรู้องค์กรและชุมชน", "Knowledge of organisations and communities"),
}
# line, heading, unit, target, result, per cent, Thai, English
LINES = (
    (
        "1.1",
        "1",
        "tambon",
        510,
        172,
        "33.7",
        "ตำบลรูปธรรมในการจัดทำแผนพัฒนาชุมชนท้องถิ่นสู่การพึ่งพาตนเอง",
        "Model tambons with a plan towards self-reliance",
    ),
    (
        "1.2",
        "1",
        "province",
        39,
        9,
        "23.1",
        "แผนพัฒนาชุมชนท้องถิ่นระดับจังหวัดบูรณาการสู่แผนหน่วยงานหรือยุทธศาสตร์จังหวัด",
        "Provincial plans taken into the plans of agencies",
    ),
    ("1.3", "1", "region", 5, 2, "40.0", "แผนพัฒนาชุมชนท้องถิ่นระดับกลุ่มจังหวัดหรือระดับภาค", "Plans of regions"),
    ("2.1", "2", "household", 5500, 3335, "60.6", "โครงการแก้ไขปัญหาชุมชนแออัดบ้านมั่นคง", "Baan Mankong"),
    ("2.2", "2", "household", 11500, 12543, "109.1", "โครงการบ้านพอเพียงชนบท", "Baan Por Piang Chonnabot"),
    (
        "2.3",
        "2",
        "household",
        7069,
        3084,
        "43.6",
        "โครงการพัฒนาที่อยู่อาศัยชุมชนริมคลอง",
        "Housing of canal communities",
    ),
    (
        "2.4",
        "2",
        "household",
        1000,
        473,
        "47.3",
        "โครงการพัฒนาที่อยู่อาศัยชั่วคราว กรณีไฟไหม้ ไล่รื้อ รองรับสถานการณ์ภัยพิบัติ",
        "Temporary housing after fire, eviction or disaster",
    ),
    ("2.5", "2", "centre", 2, None, None, "โครงการพัฒนาคุณภาพชีวิตกลุ่มคนไร้บ้าน", "Centres for homeless people"),
    ("3.1", "3", "person", 2000, 1602, "80.1", "การพัฒนาคุณภาพแกนนำและขบวนองค์กรชุมชน", "Community leaders"),
    ("3.2(1)", "3", "tambon", 534, 58, "10.9", "การจัดตั้งสภาองค์กรชุมชนตำบล", "Founding of tambon councils"),
    ("3.2(2)", "3", "tambon", 1670, 21, "1.3", "การพัฒนาคุณภาพสภาองค์กรชุมชนตำบล", "Quality of tambon councils"),
    ("3.3", "3", "tambon", 1700, 1481, "87.1", "การสนับสนุนการจัดสวัสดิการชุมชน", "Community welfare"),
    ("4", "4", "organisation", 400, 159, "39.8", *HEADINGS["4"]),
    ("5", "5", "organisation", 50, 12, "24.0", *HEADINGS["5"]),
    ("6", "6", "set", 500, 134, "26.8", *HEADINGS["6"]),
)


def line(
    no: str,
    heading: str,
    unit: str,
    target: int | None,
    result: int | None,
    percent: str | None,
    th: str,
    en: str,
) -> Line:
    """An annual line with an exact result, and what makes 2.2, 2.3 and 2.5 special."""
    unit_th, unit_en = UNITS[unit]
    special: dict[str, dict[str, object]] = {
        "2.2": {"change": 410, "traced_share": Decimal(0)},
        "2.3": {
            "basis": "cumulative", "basis_since": 2559, "measure": "standing", "stages": STAGES,
            "traced_share": Decimal("0.41"), "change": 0, "growth": GROWTH,
        },
        "2.5": {"basis": "milestone", "slots": slots(), "result_kind": None, "problems": [MOVED]},
    }  # fmt: skip
    values: dict[str, object] = {
        "basis": "annual", "measure": "crossed", "result_kind": "exact" if result is not None else None,
        "traced_share": Decimal(0) if result is not None else None, "last_day": AS_OF, "sources": [PAPER],
        "trail_query": {"line": no},
    }  # fmt: skip
    return Line(
        line=no, heading_no=heading, name_th=th, name_en=en, unit=unit, unit_th=unit_th, unit_en=unit_en,
        target=target, result=result, percent=Decimal(percent) if percent else None,
        **(values | special.get(no, {})),  # type: ignore[arg-type]
    )  # fmt: skip


def slots() -> list[Slot]:
    """The two centres of line 2.5."""
    building = StageName("building", "กำลังก่อสร้าง", "under construction")
    design = StageName("design", "กำลังออกแบบปรับปรุง", "being designed")
    return [Slot(KHON_KAEN, KHON_KAEN, building), Slot(BANGKOK, PATHUM_THANI, design)]


def board(**changes: object) -> Board:
    """The fifteen lines under their six headings, and one regional item."""
    lines = [line(*row) for row in LINES]
    headings = [
        Heading(no, th, en, [found for found in lines if found.heading_no == no])
        for no, (th, en) in HEADINGS.items()
    ]
    item = line(
        "R1",
        "R",
        "person",
        420,
        None,
        None,
        "พัฒนาผู้นำ ภาคกรุงเทพฯ ปริมณฑลและตะวันออก",
        "Leaders of Bangkok and the East",
    )
    made: dict[str, object] = {
        "fiscal_year": 2562, "as_of": AS_OF, "known_at": None, "position": 1234, "place": NATION,
        "headings": headings, "items": [item], "series": [], "problems": [],
    }  # fmt: skip
    return Board(**(made | changes))  # type: ignore[arg-type]


def trail(no: str = "2.3", *, page: int = 1, pages: int = 2, **changes: object) -> Trail:
    """The way down from the figure of the Lat Phrao canal."""
    found = next(found for found in board().lines if found.line == no)
    made: dict[str, object] = {
        "fiscal_year": 2562, "as_of": AS_OF, "known_at": None, "position": 1234, "place": NATION,
        "line": found, "stage": None,
        "by_place": [TrailPlace(LAT_PHRAO, 3000), TrailPlace(None, 84)],
        "by_month": [
            TrailMonth(date(2018, 5, 1), date(2018, 5, 31), 1720, 2635, stages=UNSPLIT, unsplit=1720),
            TrailMonth(date(2019, 3, 1), date(2019, 3, 31), 449, 3084, stages=STAGES),
        ],
        "by_region": REGIONS,
        "by_stage": STAGES,
        "entries": [entry(number) for number in range(1234 - (page - 1) * 3, 1231 - (page - 1) * 3, -1)],
        "entry_count": 6, "page": page, "pages": pages,
    }  # fmt: skip
    return Trail(**(made | changes))  # type: ignore[arg-type]


def place_map(no: str = "1.1", **changes: object) -> PlaceMap:
    """The provinces of a line: over its target, at nought, without a target, and not reported."""
    found = next(found for found in board().lines if found.line == no)
    made: dict[str, object] = {
        "fiscal_year": 2562, "as_of": AS_OF, "known_at": None, "position": 1234, "place": NATION,
        "line": found, "tree": "admin", "kind": "province", "parts": PROVINCES,
        "trees": [
            TreeName("admin", "การปกครอง", "Administrative areas"),
            TreeName("codi", "ภาคของ พอช.", "CODI regions"),
        ],
        "unplaced": TrailPlace(None, 84),
    }  # fmt: skip
    return PlaceMap(**(made | changes))  # type: ignore[arg-type]


PROVINCES = [
    MapPlace(BANGKOK, 0, target=20, kind="exact"),
    MapPlace(PATHUM_THANI, 4, kind="exact"),
    MapPlace(KHON_KAEN, 49, target=44, kind="exact"),
    MapPlace(PlaceName("50", "province", "เชียงใหม่", "Chiang Mai"), target=30),
]
REGIONS = [
    MapRegion(MapPlace(EAST, 4, kind="exact"), PROVINCES[:2]),
    MapRegion(MapPlace(NORTHEAST, 49, kind="exact"), [PROVINCES[2]]),
]


def entry(position: int) -> TrailEntry:
    """An entry that a standing of 31 March 2562 explains."""
    return TrailEntry(
        position=position, first_day=date(2018, 6, 1), last_day=AS_OF, known_on=TOLD, quantity=654,
        from_stage=StageName("ready", "พื้นที่พร้อมก่อสร้าง", "ready to build"),
        to_stage=StageName("building", "อยู่ระหว่างก่อสร้าง", "building"),
        from_place=LAT_PHRAO, to_place=LAT_PHRAO,
        claim="0f9c1d3e-0000-4000-8000-000000000000", claim_kind="stands",
        claim_text_th="ณ 31 มี.ค. 62 สร้างเสร็จ 2,068 ก่อสร้าง 654 พร้อม 362",
        claim_text_en="on 31 March 2019: 2,068 completed, 654 building, 362 ready",
        source=PAPER, loader="ผู้นำเข้าเอกสารเผยแพร่", derived=True,
    )  # fmt: skip
