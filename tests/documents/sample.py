"""The report of 23 April 2562 (half-year to 31 March 2562) as a paper, for looking at and for tests."""

from decimal import Decimal

from tidtam.documents.report_layout import (
    PaperBand,
    PaperFigure,
    PaperHeading,
    PaperLine,
    PaperMilestone,
    PaperProblem,
    PaperSource,
    PaperStage,
    ReportPaper,
)
from tidtam.thai.digits import number, percent

ADDRESS = "http://127.0.0.1:8000"
HEADINGS = {
    "1": "การสนับสนุนการจัดทำแผนพัฒนาเชิงพื้นที่",
    "2": "การสนับสนุนการพัฒนาที่อยู่อาศัยผู้มีรายได้น้อยในเมืองและชนบท",
    "3": "การสนับสนุนการพัฒนาคุณภาพแกนนำและขบวนองค์กรชุมชน",
    "4": "การพัฒนาระบบบริหารจัดการและคุณภาพองค์กรผู้ใช้สินเชื่อ",
    "5": "การประสานความร่วมมือกับหน่วยงานในการพัฒนาชุมชนท้องถิ่น",
    "6": "การสนับสนุนการจัดการความรู้องค์กรและชุมชน",
}
LINES = {
    "1.1": ("ตำบลรูปธรรมในการจัดทำแผนพัฒนาชุมชนท้องถิ่นสู่การพึ่งพาตนเอง", "ตำบล", 510, 172),
    "1.2": (
        "การจัดทำแผนพัฒนาชุมชนท้องถิ่นระดับจังหวัดบูรณาการสู่แผนหน่วยงานหรือยุทธศาสตร์จังหวัด",
        "จังหวัด",
        39,
        9,
    ),
    "1.3": ("การจัดทำแผนพัฒนาชุมชนท้องถิ่นระดับกลุ่มจังหวัดหรือระดับภาค", "ภาค", 5, 2),
    "2.1": ("โครงการแก้ไขปัญหาชุมชนแออัดบ้านมั่นคง", "ครัวเรือน", 5500, 3335),
    "2.2": ("โครงการบ้านพอเพียงชนบท", "ครัวเรือน", 11500, 12543),
    "2.3": ("โครงการพัฒนาที่อยู่อาศัยชุมชนริมคลอง", "ครัวเรือน", 7069, 3084),
    "2.4": ("โครงการพัฒนาที่อยู่อาศัยชั่วคราว กรณีไฟไหม้ ไล่รื้อ", "ครัวเรือน", 1000, 473),
    "2.5": ("โครงการพัฒนาคุณภาพชีวิตกลุ่มคนไร้บ้าน", "แห่ง", 2, None),
    "3.1": ("การพัฒนาคุณภาพแกนนำและขบวนองค์กรชุมชน", "คน", 2000, 1602),
    "3.2(1)": ("การจัดตั้งสภาองค์กรชุมชนตำบล", "ตำบล", 534, 58),
    "3.2(2)": ("การพัฒนาคุณภาพสภาองค์กรชุมชนตำบล", "ตำบล", 1670, 21),
    "3.3": ("การสนับสนุนการจัดสวัสดิการชุมชน", "ตำบล", 1700, 1481),
    "4": ("การพัฒนาระบบบริหารจัดการและคุณภาพองค์กรผู้ใช้สินเชื่อ", "องค์กร", 400, 159),
    "5": ("การยกระดับความร่วมมือกับหน่วยงานและสถาบันการศึกษา", "องค์กร", 50, 12),
    "6": ("การสนับสนุนการจัดการความรู้องค์กรและชุมชน", "ชุด", 500, 134),
}
REMARKS = {
    "2.2": "เกินเป้าหมาย",
    "2.3": "สะสมตั้งแต่ปีงบประมาณ 2559 (คลองลาดพร้าว)",
    "2.5": "รายงานเป็นความก้าวหน้า",
}
STAGES = {"สร้างเสร็จแล้ว": 2068, "อยู่ระหว่างการก่อสร้าง": 654, "พื้นที่พร้อมก่อสร้าง": 362}
SOURCE = "พม.ติดตามผลการดำเนินงานของ พอช. ในรอบ 6 เดือน ปีงบประมาณ 2562"


def sample_paper(**changes: object) -> ReportPaper:
    """The paper; `changes` replaces parts of it."""
    parts: dict[str, object] = {
        "title": "รายงานผลการดำเนินงานรอบ 6 เดือน ปีงบประมาณ 2562",
        "title_en": "Six-month performance report, fiscal year 2562 (2019)",
        "agency": "สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)",
        "agency_en": "Community Organizations Development Institute",
        "period": "1 ตุลาคม 2561 – 31 มีนาคม 2562",
        "as_of": "ข้อมูล ณ วันที่ 31 มีนาคม 2562",
        "summary": (
            "ในรอบ 6 เดือนของปีงบประมาณ 2562 (ต.ค. 61 – มี.ค. 62) สถาบันฯ ได้ดำเนินงานตามตัวชี้วัด 6 ด้าน "
            "รวม 15 ตัวชี้วัด ได้แก่ การจัดตั้งและพัฒนาคุณภาพสภาองค์กรชุมชนตำบล การพัฒนาที่อยู่อาศัยบ้านมั่นคง "
            "และการสนับสนุนการจัดสวัสดิการชุมชน โครงการบ้านพอเพียงชนบททำได้เกินเป้าหมาย คือ 12,543 ครัวเรือน "
            "จากเป้าหมาย 11,500 ครัวเรือน (ร้อยละ 109.1)",
        ),
        "headings": tuple(
            PaperHeading(no, name, tuple(_line(line) for line in LINES if line[0] == no))
            for no, name in HEADINGS.items()
        ),
        "bands": (_band(),),
        "milestones": (_milestone(),),
        "items": (_item(),),
        "problems": (
            PaperProblem(
                "ข้อ 2.5",
                "เป้าหมายระบุจังหวัดขอนแก่นและกรุงเทพฯ แต่ผลรายงานจังหวัดขอนแก่นและจังหวัดปทุมธานี",
                "ขอให้ยืนยันสถานที่ของศูนย์แห่งที่สอง",
            ),
        ),
        "sources": (
            PaperSource(SOURCE, "สถาบันพัฒนาองค์กรชุมชน", "23 เม.ย. 62", "https://web.codi.or.th/example/2562"),
            PaperSource("สรุปผลการดำเนินงานคลองลาดพร้าว ครั้งที่ 2", "สถาบันพัฒนาองค์กรชุมชน", "31 มี.ค. 62"),
        ),
        "notes": ("ตัวเลขทุกตัวเปิดดูที่มาได้จากลิงก์ ตัวเลขมาจากเอกสารเผยแพร่ ยังไม่ได้ตรวจสอบในพื้นที่",),
        "names": ("บ้านพอเพียง", "บ้านมั่นคง", "คลองลาดพร้าว"),
        "address": f"{ADDRESS}/?fiscal_year=2562&as_of=2562-03-31",
    }
    return ReportPaper(**{**parts, **changes})  # type: ignore[arg-type]


def _line(no: str) -> PaperLine:
    name, unit, target, result = LINES[no]
    url = f"{ADDRESS}/trail/{no}?as_of=2562-03-31&fiscal_year=2562"
    if result is None:
        shown, share = PaperFigure("ดูข้อ 2.5", None, url), PaperFigure("–")
    else:
        ratio = Decimal(result) * 100 / target
        shown = PaperFigure(number(result), result, url)
        share = PaperFigure(percent(ratio), round(ratio, 1))
    return PaperLine(no, name, unit, PaperFigure(number(target), target), shown, share, REMARKS.get(no, ""))


def _band() -> PaperBand:
    url = f"{ADDRESS}/trail/2.3?as_of=2562-03-31"
    stages = tuple(
        PaperStage(name, PaperFigure(number(n), n, url), PaperFigure(percent(n * 100 / 3084)))
        for name, n in STAGES.items()
    )
    return PaperBand(
        "2.3 โครงการพัฒนาที่อยู่อาศัยชุมชนริมคลองลาดพร้าว",
        "ครัวเรือน",
        stages,
        PaperFigure("3,084", 3084, url),
        note="32 ชุมชน 38 โครงการ สะสมตั้งแต่ปีงบประมาณ 2559",
        title_en="Lat Phrao canal housing",
    )


def _milestone() -> PaperMilestone:
    sentences = (
        "ศูนย์ที่จังหวัดขอนแก่น: กำลังก่อสร้าง",
        "ศูนย์ที่กรุงเทพฯ: กำลังออกแบบปรับปรุง ที่จังหวัดปทุมธานี",
    )
    return PaperMilestone(
        "2.5",
        "ศูนย์พัฒนาศักยภาพคนไร้บ้าน เป้าหมาย 2 แห่ง",
        tuple(PaperFigure(sentence, None, f"{ADDRESS}/trail/2.5") for sentence in sentences),
    )


def _item() -> PaperLine:
    return PaperLine(
        "ภาคใต้",
        "การขับเคลื่อนงานเศรษฐกิจและทุนชุมชน",
        "ตำบล",
        PaperFigure("–"),
        PaperFigure("236", 236, f"{ADDRESS}/trail/south"),
        PaperFigure("–"),
        "ท่องเที่ยว 54 เกษตรอินทรีย์ 104 แปรรูปผลผลิต 78",
    )
