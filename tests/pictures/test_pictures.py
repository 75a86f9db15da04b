"""One definition, two renderers: what lies where, what is unknown, and what is read aloud."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import get_args
from xml.etree import ElementTree

import pytest
from PIL import Image

from tidtam.pictures.charts import (
    AchievementBar,
    AreaMap,
    BandList,
    BarList,
    Chart,
    Look,
    MapArea,
    MapKey,
    MapPoint,
    NamedBand,
    NamedBar,
    Sparkline,
    StageBand,
    StagePart,
    UsualDay,
    YearCourse,
)
from tidtam.pictures.image import image
from tidtam.pictures.layout import drawing
from tidtam.pictures.marks import Box, Dot, Drawing, Stroke, Word
from tidtam.pictures.svg import svg

LOOKS: tuple[Look, ...] = get_args(Look)
LAT_PHRAO = StageBand(
    (
        StagePart("สร้างเสร็จแล้ว", 2068, "2,068"),
        StagePart("อยู่ระหว่างการก่อสร้าง", 654, "654"),
        StagePart("พื้นที่พร้อมก่อสร้าง", 362, "362"),
    ),
    "คลองลาดพร้าว",
    "2,068 + 654 + 362 = 3,084 ครัวเรือน",
)
OVERVIEW = BarList(
    (
        NamedBar("2.2", AchievementBar(11500, 12543, "2.2"), "109.1 %"),
        NamedBar("3.2(1)", AchievementBar(534, None, "3.2(1)"), "ยังไม่มีรายงาน"),
    ),
    "ผลเทียบเป้าหมาย",
)
GROWTH = Sparkline(
    ((date(2017, 6, 22), 763), (date(2017, 11, 30), 915), (date(2019, 3, 31), 3084)), "ลาดพร้าว"
)
COUNCILS = YearCourse(
    usual=tuple(
        UsualDay(date(2018 + (month < 10), month, 28), low, middle, high)
        for month, low, middle, high in (
            (10, 0, 0, 0),
            (3, 40, 60, 90),
            (6, 150, 230, 300),
            (9, 534, 534, 534),
        )
    ),
    actual=((date(2018, 12, 31), None), (date(2019, 1, 31), 10), (date(2019, 3, 31), 15)),
    title="สภาองค์กรชุมชน",
    description="ช้ากว่าปกติ 42 ตำบล",
    target=534,
    end=(380, 490, 610),
    months=("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."),
    words=("ช่วงของปีปกติ", "ปีปกติ", "ปีนี้", "สิ้นปีที่น่าจะเป็น"),
    target_words="เป้าหมาย 534",
)
SQUARE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0))
MAP = AreaMap(
    tuple(
        MapArea((tuple((x + at, y) for x, y in SQUARE),), look, f"{look} <&>", "109.1", f"/map/{look}")
        for at, look in enumerate(LOOKS)
    ),
    "แผนที่",
    "เจ็ดชั้น",
    keys=tuple(MapKey(look, look) for look in LOOKS),
    head=("ร้อยละ",),
)
POINTS = AreaMap(
    (MapArea((SQUARE,), "outside", "ขอนแก่น"),),
    "จุด",
    points=tuple(MapPoint((at / 10, 0.5), look, look) for at, look in enumerate(LOOKS)),
    keys=MAP.keys,
)
UNSPLIT = StagePart("ไม่รู้ขั้น", 1720, unsure=True)
OVER_TIME = BandList(
    (
        NamedBand("มิ.ย. 60", StageBand((StagePart("เสร็จ", 763), StagePart("พร้อม", 0)), ""), "≥763"),
        NamedBand("พ.ค. 61", StageBand((StagePart("เสร็จ", 915), UNSPLIT), ""), "2,635"),
        NamedBand("ก.ค. 61", StageBand((StagePart("เสร็จ", None), StagePart("พร้อม", None)), ""), ""),
    ),
    "ขั้นตามเวลา",
)
CHARTS: list[Chart] = [
    COUNCILS,
    replace(COUNCILS, actual=(), end=None, target=None),
    replace(COUNCILS, usual=()),
    AchievementBar(11500, 12543, "2.2 <บ้าน> & อื่น", 'ร้อยละ "109.1"', pace=Decimal("0.5")),
    AchievementBar(2, None, "2.5"),
    AchievementBar(7069, 763, "2.3", at_least=True),
    AchievementBar(100, 40, "ช่วง", upper=70),
    AchievementBar(None, 30, "ไม่มีเป้า"),
    AchievementBar(10, 0, "ศูนย์"),
    LAT_PHRAO,
    StageBand((StagePart("ไม่ทราบ", None),), "ไม่ทราบ"),
    StageBand((), "ว่าง"),
    GROWTH,
    OVERVIEW,
    MAP,
    POINTS,
    AreaMap((), "ว่าง"),
    OVER_TIME,
    BandList((), "ว่าง"),
    BarList((), "ว่าง"),
    Sparkline((), "ว่าง"),
    Sparkline(((date(2019, 1, 1), None), (date(2019, 2, 1), 5)), "ช่องว่าง", target=10),
]


def _boxes(laid: Drawing, role: str) -> list[Box]:
    return [mark for mark in laid.marks if isinstance(mark, Box) and mark.role == role]


def _strokes(laid: Drawing, role: str) -> list[Stroke]:
    return [mark for mark in laid.marks if isinstance(mark, Stroke) and mark.role == role]


def _frame_end(laid: Drawing) -> float:
    return max(x for x, _ in _strokes(laid, "frame")[0].points)


def _end(boxes: list[Box]) -> float:
    return max(box.x + box.width for box in boxes)


def test_a_bar_over_its_target_passes_the_frame() -> None:
    laid = drawing(AchievementBar(11500, 12543, "2.2"))
    assert _end(_boxes(laid, "result")) > _frame_end(laid)
    assert _end(_boxes(laid, "result")) <= laid.width


def test_frames_are_alike_whatever_the_result() -> None:
    results = [None, 0, 40, 109, 500]
    assert len({_frame_end(drawing(AchievementBar(100, result, ""))) for result in results}) == 1


def test_the_bar_is_as_long_as_the_share() -> None:
    laid = drawing(AchievementBar(7069, 3084, "2.3"))
    share = (_end(_boxes(laid, "result")) - 1) / (_frame_end(laid) - 1)
    assert share == pytest.approx(3084 / 7069)


def test_a_result_far_beyond_is_cut_and_says_so() -> None:
    laid = drawing(AchievementBar(100, 500, ""))
    assert _end(_boxes(laid, "result")) <= laid.width
    assert _strokes(laid, "cut")
    assert not _strokes(drawing(AchievementBar(100, 109, "")), "cut")


def test_unknown_is_hatched_and_zero_is_empty() -> None:
    unknown, none = drawing(AchievementBar(2, None, "")), drawing(AchievementBar(2, 0, ""))
    assert _strokes(unknown, "unsure")
    assert not _strokes(none, "unsure")
    assert not _boxes(unknown, "result")
    assert not _boxes(none, "result")


def test_what_is_not_sure_is_hatched_after_what_is() -> None:
    laid = drawing(AchievementBar(100, 40, "", upper=70))
    sure = _end(_boxes(laid, "result"))
    spans = [x for stroke in _strokes(laid, "unsure") for x, _ in stroke.points]
    assert min(spans) >= sure - 0.01
    assert max(spans) == pytest.approx(1 + (_frame_end(laid) - 1) * 0.7)


def test_the_pace_mark_is_seen_on_the_bar_without_colour() -> None:
    laid = drawing(AchievementBar(100, 80, "", pace=Decimal("0.5")))
    at = _strokes(laid, "pace")[0].points[0][0]
    assert all(not box.x < at < box.x + box.width for box in _boxes(laid, "result"))
    assert len(_boxes(laid, "result")) == 2


def test_the_parts_of_a_band_are_as_wide_as_their_numbers() -> None:
    laid = drawing(LAT_PHRAO, 600)
    widths = [_boxes(laid, f"stage-{at}")[0].width for at in range(3)]
    assert widths == pytest.approx(
        [600 * part.quantity / 3084 - 1.5 for part in LAT_PHRAO.parts if part.quantity]
    )
    assert {mark.text for mark in laid.marks if isinstance(mark, Word)} >= {"2,068", "654", "362"}


def test_a_gap_parts_the_line() -> None:
    points = tuple((date(2019, month, 1), value) for month, value in enumerate([1, 2, None, 4, 5], start=1))
    laid = drawing(Sparkline(points, ""))
    assert len(_strokes(laid, "line")) == 2
    assert sum(isinstance(mark, Dot) for mark in laid.marks) == 1


def test_a_year_is_told_from_its_usual_course_without_colour() -> None:
    laid = drawing(COUNCILS, 340)
    (usual,) = [mark for mark in _strokes(laid, "usual") if len(mark.points) == 4]
    (this_year,) = [
        mark for mark in _strokes(laid, "line") if len(mark.points) > 2 or mark.points[0][1] < 180
    ]
    assert _strokes(laid, "unsure")  # the range is hatched
    assert 'class="pic-usual" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray' in svg(
        COUNCILS
    )
    assert len(this_year.points) == 2  # what is not known is no nought
    assert this_year.points[-1][1] > usual.points[1][1]  # lower down: slower
    assert {"ปีปกติ", "ปีนี้", "เป้าหมาย 534"} <= {mark.text for mark in laid.marks if isinstance(mark, Word)}


def test_the_beam_at_the_end_goes_from_the_lowest_to_the_highest_end() -> None:
    beams = [m for m in _strokes(drawing(COUNCILS, 340), "end") if m.points[0][0] == m.points[1][0]]
    (low, high) = (point[1] for point in beams[0].points)
    (target,) = _strokes(drawing(COUNCILS, 340), "target")
    assert high < target.points[0][1] < low
    assert not _strokes(drawing(replace(COUNCILS, end=None), 340), "end")


@pytest.mark.parametrize("width", [240, 340, 800])
def test_the_picture_of_a_year_stays_in_its_frame(width: int) -> None:
    laid = drawing(COUNCILS, width)
    for mark in laid.marks:
        points = mark.points if isinstance(mark, Stroke) else ((mark.x, mark.y),)
        assert all(0 <= x <= laid.width and 0 <= y <= laid.height for x, y in points)


@pytest.mark.parametrize("chart", CHARTS)
def test_svg_is_well_formed_and_keeps_a_strict_policy(chart: Chart) -> None:
    root = ElementTree.fromstring(svg(chart))
    names = {name for element in root.iter() for name in element.attrib}
    assert not names & {"style", "id", "onclick"}
    assert root.attrib["role"] == ("group" if chart is MAP else "img")
    assert root.find("{http://www.w3.org/2000/svg}title").text == chart.title
    assert chart.title in root.attrib["aria-label"]


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_is_drawn_as_an_image(chart: Chart) -> None:
    made = Image.open(BytesIO(image(chart, width=240, dots_per_inch=96)))
    assert made.width == 240


def test_letters_in_svg_files_are_paths() -> None:
    made = image(LAT_PHRAO, "svg", width=600)
    assert b"<text" not in made
    assert made == image(LAT_PHRAO, "svg", width=600)
    assert image(LAT_PHRAO, "pdf", width=600).startswith(b"%PDF")


def test_a_list_of_bars_puts_the_frames_one_below_the_other() -> None:
    laid = drawing(OVERVIEW)
    frames = _strokes(laid, "frame")
    assert len({frame.points[0][0] for frame in frames}) == 1
    assert len({frame.points[0][1] for frame in frames}) == 2
    assert [mark.text for mark in laid.marks if isinstance(mark, Word)] == [
        "2.2", "109.1 %", "3.2(1)", "ยังไม่มีรายงาน",
    ]  # fmt: skip


def test_a_line_to_what_is_not_sure_looks_different() -> None:
    days = [day for day, _ in GROWTH.points]
    laid = drawing(Sparkline(GROWTH.points, "ลาดพร้าว", unsure=frozenset(days[:2])))
    assert [len(line.points) for line in _strokes(laid, "unsure")] == [2]
    assert [len(line.points) for line in _strokes(laid, "line")] == [2]
    assert [dot.role for dot in laid.marks if isinstance(dot, Dot)] == ["line"]
    all_unsure = drawing(Sparkline(GROWTH.points, "ลาดพร้าว", unsure=frozenset(days)))
    assert _strokes(all_unsure, "line") == []
