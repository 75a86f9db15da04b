"""The maps of a board on paper: the picture, the places that lead beside it, and what must be known of it."""

from __future__ import annotations

from tidtam.documents.report_layout import PaperFigure, PaperMap, PaperPicture, PaperPlace
from tidtam.pictures.charts import AreaMap
from tidtam.pictures.image import image
from tidtam.reports import wording
from tidtam.reports.addresses import map_address, place_trail_address
from tidtam.reports.content import Board, MapPlace, PlaceMap
from tidtam.reports.map_charts import Mapper
from tidtam.thai.digits import number

ROWS = 18
"""As many places as fit beside the map."""

WIDE, WIDTH_MM = 272, 68
"""In pixels and on paper, so that the letters of the legend have the size of the small print."""


def maps_of(board: Board) -> tuple[PaperMap, ...]:
    """The maps of a board in the order of its headings."""
    drawn = ((found, Mapper(found.line)) for found in board.maps)
    charts = ((found, mapper, mapper.chart(found, found.line.name_th)) for found, mapper in drawn)
    return tuple(_map(board, found, mapper, chart) for found, mapper, chart in charts if chart)


def _map(board: Board, found: PlaceMap, mapper: Mapper, chart: AreaMap) -> PaperMap:
    line, shown, rest = found.line, found.reported[:ROWS], len(found.reported) - ROWS
    more = f"อีก {number(rest)} พื้นที่ที่มีรายงาน ดูที่หน้าแผนที่" if rest > 0 else "ดูแผนที่ล่าสุดและตารางทั้งหมด"
    return PaperMap(
        title=f"{line.line} {line.name_th} ({line.unit_th})",
        title_en=line.name_en,
        unit=line.unit_th,
        picture=PaperPicture(
            svg=image(chart, "svg", width=WIDE).decode(),
            png=image(chart, "png", width=WIDE),
            alt=f"{chart.title}: {chart.description}",
            width_mm=WIDTH_MM,
        ),
        places=tuple(_place(board, found, mapper, part) for part in shown),
        notes=_notes(found),
        more=PaperFigure(more, None, map_address(board, line)),
    )


def _place(board: Board, found: PlaceMap, mapper: Mapper, part: MapPlace) -> PaperPlace:
    amount = wording.brief_amount(part.quantity or 0, part.upper, part.kind)
    return PaperPlace(
        name=part.place.name_th,
        name_en=part.place.name_en,
        result=PaperFigure(amount, part.quantity, place_trail_address(board, found.line, part.place.code)),
        target=PaperFigure(wording.NO_FIGURE if part.target is None else number(part.target), part.target),
        percent=PaperFigure(mapper.percent(part), part.percent),
    )


def _notes(found: PlaceMap) -> tuple[str, ...]:
    """What is not on the map: places without a report, and numbers without a place."""
    said = []
    if found.unreported:
        said.append(f"ยังไม่มีรายงาน {number(len(found.unreported))} พื้นที่ (ลายเส้นเฉียง) ซึ่งไม่ใช่ศูนย์")
    if found.unplaced:
        lost = wording.amount(found.unplaced.quantity, found.unplaced.upper, found.unplaced.kind)
        said.append(f"อีก {lost} {found.line.unit_th} ไม่รู้ว่าอยู่พื้นที่ใด จึงไม่อยู่บนแผนที่")
    if any(part.kind not in (None, "exact") for part in found.parts):
        said.append("ที่ที่รู้เพียงจำนวนต่ำสุดหรือเป็นช่วง จัดชั้นตามจำนวนต่ำสุด")
    return tuple(said)
