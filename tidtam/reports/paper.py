"""A board as a paper: the same values in words, for Word, PDF and Excel."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

from tidtam.documents.report_layout import (
    PaperBand,
    PaperFigure,
    PaperHeading,
    PaperLine,
    PaperMilestone,
    PaperPicture,
    PaperProblem,
    PaperSource,
    PaperStage,
    ReportPaper,
)
from tidtam.ledger.achievement import percent_of
from tidtam.pictures.charts import AchievementBar, BarList, NamedBar, StageBand, StagePart
from tidtam.pictures.image import image
from tidtam.places.codes import NATION
from tidtam.problems import Problem
from tidtam.programmes import queries as programmes
from tidtam.reports import wording
from tidtam.reports.addresses import board_address, trail_address
from tidtam.reports.content import Board, Line, Source, StageCount
from tidtam.reports.paces import pace_share
from tidtam.reports.paper_maps import maps_of
from tidtam.review.practice import BANNER, is_practice
from tidtam.thai.dates import long_date
from tidtam.thai.digits import number, percent

Value = TypeVar("Value", int | None, Decimal | None)


def paper_of(board: Board) -> ReportPaper:
    """The six-month report of a board."""
    agency = programmes.agency(position=board.position)
    period = wording.period_text(board.fiscal_year, board.as_of)
    place = "" if board.place.code == NATION else f" {board.place.name_th}"
    practice = f"[{BANNER.th}] " if is_practice() else ""
    practice_en = f"[{BANNER.en}] " if practice else ""
    return ReportPaper(
        title=f"{practice}รายงานผลการดำเนินงาน{place} ประจำปีงบประมาณ {board.fiscal_year}",
        title_en=f"{practice_en}Results of fiscal year {board.fiscal_year}",
        agency=agency.name_th if agency else "",
        agency_en=agency.name_en if agency else "",
        period=period,
        as_of=wording.as_of_text(board.as_of, board.known_at),
        summary=_summary(board),
        headings=tuple(
            PaperHeading(h.no, h.name_th, tuple(_line(board, line) for line in h.lines), h.name_en)
            for h in board.headings
        ),
        overview=_overview(board),
        bands=tuple(_band(board, line) for line in board.lines if _has_band(line)),
        maps=maps_of(board),
        milestones=tuple(_milestone(board, line) for line in board.lines if line.slots),
        items=tuple(_line(board, line) for line in board.items if _has_something(line)),
        problems=tuple(_problem(problem) for problem in problems_of(board)),
        sources=tuple(_source(source) for source in sources_of(board)),
        notes=_notes(board),
        address=board_address(board),
        names=tuple(agency.words.split()) if agency else (),
    )


def _has_band(line: Line) -> bool:
    return len(line.stages) > 1 and line.basis != "milestone"


def _overview(board: Board) -> PaperPicture | None:
    """The lines with a number and a target, each against its own target; None where there is none."""
    lines = [line for line in board.lines if line.basis != "milestone" and line.target]
    if not lines:
        return None
    bars = tuple(_named_bar(line) for line in lines)
    chart = BarList(bars, title="ผลเทียบเป้าหมาย")
    alt = ", ".join(f"{bar.name} {bar.words}" for bar in bars)
    return PaperPicture(
        svg=image(chart, "svg").decode(), png=image(chart, "png"), alt=f"ผลเทียบเป้าหมาย: {alt}"
    )


def _named_bar(line: Line) -> NamedBar:
    floor = line.result_kind == "floor"
    upper = line.result_upper if line.result_kind == "range" else None
    bar = AchievementBar(
        line.target, line.result, line.name_th, at_least=floor, upper=upper, pace=pace_share(line)
    )
    words = wording.NOT_REPORTED.th if line.result is None else f"{wording.percent_text(line)} %"
    return NamedBar(line.line, bar, words)


def _has_something(line: Line) -> bool:
    return line.result is not None or line.target is not None


def _line(board: Board, line: Line) -> PaperLine:
    url = trail_address(board, line)
    milestone = line.basis == "milestone"
    text = "ดูความก้าวหน้า" if milestone and line.slots else wording.result_text(line)
    return PaperLine(
        no=wording.line_no(line),
        name=line.name_th,
        name_en=line.name_en,
        unit=line.unit_th,
        target=PaperFigure(wording.target_text(line), line.target),
        result=PaperFigure(text, _sure(line, line.result), url),
        percent=PaperFigure(wording.percent_text(line), _sure(line, line.percent)),
        remark=wording.remark(line),
    )


def _sure(line: Line, value: Value) -> Value | None:
    """A number of the line where it is all that is known: a spreadsheet would show a floor as exact."""
    return value if wording.is_exact(line) else None


def _band(board: Board, line: Line) -> PaperBand:
    return PaperBand(
        title=f"{line.line} {line.name_th}",
        title_en=line.name_en,
        unit=line.unit_th,
        stages=tuple(_stage(board, line, stage) for stage in line.stages),
        total=PaperFigure(wording.result_text(line), _sure(line, line.result), trail_address(board, line)),
        note=wording.remark(line),
        picture=_band_picture(line),
    )


def _stage(board: Board, line: Line, stage: StageCount) -> PaperStage:
    """What part of the whole a stage is, is said only where both are exact."""
    exact = stage.upper is None and wording.is_exact(line)
    share = percent_of(stage.quantity, line.result) if exact else None
    return PaperStage(
        name=stage.name_th,
        name_en=stage.name_en,
        quantity=PaperFigure(
            wording.stage_text(stage),
            stage.quantity if stage.upper is None else None,
            trail_address(board, line, stage.code),
        ),
        share=PaperFigure(wording.NO_FIGURE if share is None else percent(share), share),
    )


def _band_picture(line: Line) -> PaperPicture | None:
    """A picture only where every stage is known exactly."""
    if line.result_kind != "exact" or any(stage.upper is not None for stage in line.stages):
        return None
    parts = tuple(StagePart(s.name_th, s.quantity, number(s.quantity)) for s in line.stages)
    chart = StageBand(parts, title=f"{line.line} {line.name_th}")
    alt = ", ".join(f"{part.name} {part.words} {line.unit_th}" for part in parts)
    return PaperPicture(svg=image(chart, "svg").decode(), png=image(chart, "png"), alt=alt)


def _milestone(board: Board, line: Line) -> PaperMilestone:
    url = trail_address(board, line)
    sentences = tuple(PaperFigure(wording.slot_sentence(slot), None, url) for slot in line.slots)
    return PaperMilestone(line.line, line.name_th, sentences)


def _problem(problem: Problem) -> PaperProblem:
    return PaperProblem(problem.where.field or "", problem.what("th"), problem.do("th"))


def _source(source: Source) -> PaperSource:
    published = long_date(source.published) if source.published else ""
    return PaperSource(title=source.title, published=published, url=source.url or None)


def problems_of(board: Board) -> list[Problem]:
    """Everything found wrong or unclear, once each: of the board, then of its lines."""
    found = list(board.problems)
    for line in _all(board):
        found += [problem for problem in line.problems if problem not in found]
    return found


def sources_of(board: Board) -> list[Source]:
    """The papers that the lines and items rest on, once each, the latest first."""
    found = {source: None for line in [*board.lines, *board.items] for source in line.sources}
    return sorted(found, key=lambda s: (s.published is None, s.published, s.title), reverse=True)


def _all(board: Board) -> Iterable[Line]:
    return (*board.lines, *board.items, *board.series)


def _summary(board: Board) -> tuple[str, ...]:
    """A short paragraph made of the board's own numbers."""
    lines = board.lines
    told = [line for line in lines if line.result is not None or any(s.stage for s in line.slots)]
    over = [line for line in lines if line.percent is not None and line.percent >= 100]
    said = f"ปีงบประมาณ {board.fiscal_year} มีตัวชี้วัด {len(lines)} รายการ มีรายงานแล้ว {len(told)} รายการ "
    if over:
        names = ", ".join(
            f"{line.name_th} {wording.result_text(line)} {line.unit_th} (ร้อยละ {wording.percent_text(line)})"
            for line in over
        )
        said += f"ถึงหรือเกินเป้าหมายทั้งปีแล้ว {len(over)} รายการ ได้แก่ {names}"
    return (said.strip(),)


def _notes(board: Board) -> tuple[str, ...]:
    return (
        "ตัวเลขที่มาจากเอกสารเผยแพร่ยังไม่ได้ตรวจในพื้นที่ ทุกตัวเลขเปิดดูที่มาได้จากลิงก์",
        "บรรทัดรายปีนับสิ่งที่ถึงขั้นที่นับเป็นครั้งแรกในปีงบประมาณ บรรทัดสะสมนับยอดคงอยู่ ณ วันที่รายงาน",
        "ร้อยละของบรรทัดที่มีฐานหรือหน่วยต่างกันนำมาเฉลี่ยกันไม่ได้",
        f"ลำดับบัญชี {number(board.position)}",
    )
