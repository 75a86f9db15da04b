"""What a report on paper holds, as plain values: one content that Word, PDF and Excel all write.

Texts are finished: dates, digits and units are worded by whoever composes the paper. Where the text is a
number, the number itself goes with it, so that Excel gets real numbers. Nothing is computed or looked up.
"""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PaperFigure:
    """A figure as it is read ("3,084", "ยังไม่มีรายงาน"), its number if it has one, and where its trail is."""

    text: str
    number: int | Decimal | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class PaperPicture:
    """A picture drawn already: SVG (letters as paths) for PDF, PNG for Word, and what it shows in words."""

    svg: str
    png: bytes
    alt: str
    width_mm: float = 160


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line of a table of results."""

    no: str
    name: str
    unit: str
    target: PaperFigure
    result: PaperFigure
    percent: PaperFigure
    remark: str = ""
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class PaperHeading:
    """A numbered heading with its lines."""

    no: str
    name: str
    lines: tuple[PaperLine, ...]
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class PaperStage:
    """How many stand at one stage, and what part of the whole that is ("67.1")."""

    name: str
    quantity: PaperFigure
    share: PaperFigure
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class PaperBand:
    """One line told in its stages, such as the households along a canal, with the sum and a picture."""

    title: str
    unit: str
    stages: tuple[PaperStage, ...]
    total: PaperFigure
    note: str = ""
    title_en: str = ""
    picture: PaperPicture | None = None


@dataclass(frozen=True, slots=True)
class PaperPlace:
    """One place of a map, with what it reached of what."""

    name: str
    result: PaperFigure
    target: PaperFigure
    percent: PaperFigure
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class PaperMap:
    """A map of one line with the places that lead beside it; `more` says where the others are."""

    title: str
    unit: str
    picture: PaperPicture
    places: tuple[PaperPlace, ...]
    more: PaperFigure
    notes: tuple[str, ...] = ()
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class PaperMilestone:
    """A line that is answered in words, one sentence for each thing promised."""

    no: str
    title: str
    sentences: tuple[PaperFigure, ...]


@dataclass(frozen=True, slots=True)
class PaperProblem:
    """Something found wrong or unclear: where, what, and what to do about it."""

    where: str
    what: str
    do: str = ""


@dataclass(frozen=True, slots=True)
class PaperSource:
    """A published paper that figures rest on."""

    title: str
    publisher: str = ""
    published: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The fixed words of a report: heads of columns and sections. The default is Thai."""

    lang: str = "th"
    results: str = "ผลการดำเนินงานตามตัวชี้วัด"
    no: str = "ที่"
    line: str = "ตัวชี้วัด"
    unit: str = "หน่วยนับ"
    target: str = "เป้าหมาย"
    result: str = "ผล"
    percent: str = "ร้อยละ"
    remark: str = "หมายเหตุ"
    bands: str = "ผลการดำเนินงานจำแนกตามขั้น"
    maps: str = "ผลการดำเนินงานบนแผนที่"
    place: str = "พื้นที่"
    stage: str = "ขั้น"
    quantity: str = "จำนวน"
    total: str = "รวม"
    milestones: str = "ตัวชี้วัดที่รายงานเป็นความก้าวหน้า"
    items: str = "ผลการดำเนินงานรายพื้นที่"
    problems: str = "ข้อสังเกตที่พบ"
    where: str = "ตำแหน่ง"
    what: str = "สิ่งที่พบ"
    do: str = "ข้อเสนอ"
    sources: str = "แหล่งที่มา"
    publisher: str = "ผู้เผยแพร่"
    published: str = "วันที่เผยแพร่"
    address: str = "ที่อยู่"
    summary: str = "สรุป"


THAI = PaperWords()
ENGLISH = PaperWords(
    lang="en",
    results="Results by indicator",
    no="No.",
    line="Indicator",
    unit="Unit",
    target="Target",
    result="Result",
    percent="Per cent",
    remark="Remark",
    bands="Results by stage",
    maps="Results on the map",
    place="Place",
    stage="Stage",
    quantity="Number",
    total="Total",
    milestones="Indicators reported as progress",
    items="Regional results",
    problems="Problems found",
    where="Where",
    what="What was found",
    do="What to do",
    sources="Sources",
    publisher="Publisher",
    published="Published",
    address="Address",
    summary="Summary",
)


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A whole report. Empty parts are left out on paper."""

    title: str
    agency: str
    period: str
    as_of: str
    headings: tuple[PaperHeading, ...]
    title_en: str = ""
    agency_en: str = ""
    summary: tuple[str, ...] = ()
    overview: PaperPicture | None = None
    bands: tuple[PaperBand, ...] = ()
    maps: tuple[PaperMap, ...] = ()
    milestones: tuple[PaperMilestone, ...] = ()
    items: tuple[PaperLine, ...] = ()
    problems: tuple[PaperProblem, ...] = ()
    sources: tuple[PaperSource, ...] = ()
    notes: tuple[str, ...] = ()
    address: str | None = None
    thai_digits: bool = False
    names: tuple[str, ...] = ()  # words that no dictionary has, such as names of programmes: not to be broken
    words: PaperWords = field(default=THAI)
