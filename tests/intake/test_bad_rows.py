"""Whatever is wrong with a workbook is said at once: sheet, row, column, what, what to do."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.intake import books
from tests.intake.conftest import Import
from tidtam.intake.preview import Preview
from tidtam.ledger_store.models import Entry
from tidtam.problems import Severity
from tidtam.review.models import Claim, SourcePaper

pytestmark = pytest.mark.django_db

Found = tuple[str, int | None, str | None]


def _found(preview: Preview) -> list[Found]:
    """Code, row and column of each error."""
    errors = [problem for problem in preview.problems if problem.severity is Severity.ERROR]
    return [(problem.code, problem.where.row, problem.where.column) for problem in errors]


def _is_refused(preview: Preview, *found: Found) -> None:
    assert _found(preview) == list(found)
    assert (preview.ok, preview.committed) == (False, False)
    assert Claim.objects.count() == Entry.objects.count() == SourcePaper.objects.count() == 0
    for problem in preview.problems:
        assert problem.where.file == "ผล.xlsx"
        for lang in ("th", "en"):
            assert problem.what(lang)
            assert problem.do(lang)


ROW = 2
CASES: dict[str, tuple[dict[str, Any], str, str]] = {
    "unknown place": ({"สถานที่": "คลองแสนแสบ"}, "place.unknown", "สถานที่"),
    "unknown indicator": ({"ตัวชี้วัด": "9.9"}, "intake.indicator-unknown", "ตัวชี้วัด"),
    "not defined that year": (
        {"วันที่": "31 มี.ค. 2558"},
        "intake.indicator-not-that-year",
        "ตัวชี้วัด",
    ),
    "unknown stage": ({"ขั้น": "ทาสีเสร็จ"}, "intake.stage-unknown", "ขั้น"),
    "an exit as stage": ({"ขั้น": "ถอนตัว"}, "intake.stage-is-exit", "ขั้น"),
    "unknown exit": ({"ถ้าลดลง": "ออก: หายไป"}, "intake.exit-unknown", "ถ้าลดลง"),
    "strange answer": ({"ถ้าลดลง": "ไม่เป็นไร"}, "intake.word-unknown", "ถ้าลดลง"),
    "unit differs": ({"หน่วย": "หลัง"}, "intake.unit-differs", "หน่วย"),
    "unit missing": ({"หน่วย": None}, "intake.cell-empty", "หน่วย"),
    "text in a number": ({"จำนวน": "๓,๐๘๔ หลัง"}, "intake.number-has-text", "จำนวน"),
    "words for a number": ({"จำนวน": "ไม่ทราบ"}, "thai.number_unreadable", "จำนวน"),
    "comma in a wrong place": ({"จำนวน": "30,84"}, "thai.number_comma", "จำนวน"),
    "number missing": ({"จำนวน": None}, "intake.cell-empty", "จำนวน"),
    "negative": ({"จำนวน": -5}, "intake.number-negative", "จำนวน"),
    "decimals": ({"จำนวน": 3084.5}, "intake.number-not-whole", "จำนวน"),
    "too large": ({"จำนวน": 10**15}, "intake.number-too-large", "จำนวน"),
    "year added twice": ({"วันที่": "31 มีนาคม 3105"}, "thai.year_added_twice", "วันที่"),
    "unreadable day": ({"วันที่": "เร็ว ๆ นี้"}, "thai.date_unreadable", "วันที่"),
    "no such day": ({"วันที่": "31 กุมภาพันธ์ 2562"}, "thai.no_such_day", "วันที่"),
    "day missing": ({"วันที่": None}, "intake.cell-empty", "วันที่"),
    "day after publication": ({"วันที่": "24 เมษายน 2562"}, "intake.day-after-publication", "วันที่"),
    "source missing": ({"แหล่งที่มา": None}, "intake.cell-empty", "แหล่งที่มา"),
    "source unknown": ({"แหล่งที่มา": "s9"}, "intake.source-unknown", "แหล่งที่มา"),
    "kind missing": ({"แบบ": None}, "intake.cell-empty", "แบบ"),
    "strange kind": ({"แบบ": "คาดว่า"}, "intake.word-unknown", "แบบ"),
    "strange count": ({"การนับ": "ประมาณ"}, "intake.word-unknown", "การนับ"),
    "draws for a standing": ({"มาจาก": "เพิ่ม"}, "intake.not-for-kind", "มาจาก"),
    "formula error": ({"จำนวน": "#DIV/0!"}, "intake.cell-error", "จำนวน"),
    "later stage missing": ({"ขั้น": "building", "การนับ": "ที่ขั้น"}, "intake.later-stage-missing", "ขั้น"),
    "subject of more than one": ({"รายการ": "บ้านเลขที่ 14"}, "intake.subject-is-one", "จำนวน"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_cell_of_a_standing(load: Import, case: str) -> None:
    change, code, column = CASES[case]
    _is_refused(load([{**books.stands(3084), **change}]), (code, ROW, column))


HAPPENED: dict[str, tuple[dict[str, Any], str, str]] = {
    "zero happened": ({"จำนวน": 0}, "intake.number-zero", "จำนวน"),
    "over two fiscal years": ({"วันที่": "ก.ย. 2561 – พ.ย. 2561"}, "intake.day-over-two-years", "วันที่"),
    "from after day": ({"ตั้งแต่": "1 เม.ย. 2562"}, "intake.from-after-day", "ตั้งแต่"),
    "count for what happened": ({"การนับ": "ที่ขั้น"}, "intake.not-for-kind", "การนับ"),
    "at least for what happened": ({"อย่างน้อย": "ใช่"}, "intake.not-for-kind", "อย่างน้อย"),
    "answer for what happened": ({"ถ้าลดลง": "แก้ยอดเดิม"}, "intake.not-for-kind", "ถ้าลดลง"),
    "lot without its place": ({"มาจาก": "ยอดรวม"}, "intake.lot-place-missing", "จากสถานที่"),
    "place without a lot": ({"จากสถานที่": "ขอนแก่น"}, "intake.lot-place-for-lot", "จากสถานที่"),
    "two places fit": ({"สถานที่": "ต.บ้านทุ่ม"}, "place.several", "สถานที่"),
    "subject needed": (
        {"ตัวชี้วัด": "2.5", "หน่วย": "แห่ง", "จำนวน": 1},
        "intake.subject-needed",
        "รายการ",
    ),
}


@pytest.mark.parametrize("case", HAPPENED)
def test_a_wrong_cell_of_what_happened(load: Import, case: str) -> None:
    change, code, column = HAPPENED[case]
    _is_refused(load([{**books.happened(5), **change}]), (code, ROW, column))


def test_a_lot_at_a_place_that_does_not_hold_this_one(load: Import) -> None:
    row = books.happened(5, สถานที่="4009", มาจาก="ยอดรวม", จากสถานที่="เชียงใหม่")
    _is_refused(load([row]), ("intake.lot-not-above", ROW, "จากสถานที่"))


def test_the_nearest_names_are_offered(load: Import) -> None:
    preview = load([books.happened(5, สถานที่="อ.บ้านไผ")])
    assert "4009" in preview.problems[0].what("th") + preview.problems[0].do("th")
    preview = load([books.happened(5, ตัวชี้วัด="3.2")])
    assert "3.2(1)" in preview.problems[0].what("en")


def test_all_faults_of_all_rows_come_at_once(load: Import) -> None:
    rows = [
        {**books.stands("สองพัน"), "สถานที่": "คลองแสนแสบ", "หน่วย": "หลัง"},
        books.happened(5),
        {**books.happened(-1), "วันที่": "31 มีนาคม 3105"},
    ]
    _is_refused(
        load(rows),
        ("thai.number_unreadable", 2, "จำนวน"),
        ("place.unknown", 2, "สถานที่"),
        ("intake.unit-differs", 2, "หน่วย"),
        ("intake.number-negative", 4, "จำนวน"),
        ("thai.year_added_twice", 4, "วันที่"),
    )


def test_a_row_twice_in_a_file(load: Import) -> None:
    preview = load([books.happened(172), books.happened(9, สถานที่="4009"), books.happened(172)])
    _is_refused(preview, ("intake.row-twice", 4, "จำนวน"))
    assert "2" in preview.problems[0].what("en")


def test_a_row_of_a_standing_twice(load: Import) -> None:
    rows = [*books.lat_phrao(), books.lat_phrao()[0]]
    _is_refused(load(rows), ("intake.row-twice", 5, "จำนวน"))


def test_rows_that_contradict(load: Import) -> None:
    rows = [*books.lat_phrao(), books.stands(655, stage="building", count="ที่ขั้น")]
    _is_refused(load(rows), ("intake.rows-contradict", 5, "จำนวน"))


def test_a_total_that_is_not_the_sum_of_its_stages(load: Import) -> None:
    rows = [*books.lat_phrao(), books.stands(3085, stage="ready", count="ถึงขั้น")]
    _is_refused(load(rows), ("intake.rows-contradict", 5, "จำนวน"))


def test_fewer_at_an_earlier_stage(load: Import) -> None:
    rows = [books.stands(654, stage="building"), books.stands(2068, stage="completed")]
    _is_refused(load(rows), ("intake.earlier-is-less", 2, "จำนวน"))


def test_two_answers_for_one_standing(load: Import) -> None:
    rows = [
        books.stands(2068, stage="completed", ถ้าลดลง="แก้ยอดเดิม"),
        books.stands(3084, stage="ready", ถ้าลดลง="ออก: ถอนตัว"),
    ]
    _is_refused(load(rows), ("intake.answers-contradict", 3, "ถ้าลดลง"))


def test_two_standings_of_one_day_that_disagree(load: Import) -> None:
    rows = [books.stands(3084), books.stands(3090, แหล่งที่มา="s2")]
    preview = load(rows, [books.SEED, books.source("s2", "24 เม.ย. 2562")])
    assert [code for code, _, _ in _found(preview)] == ["ledger.disagrees"]
    assert preview.problems[0].where.sheet == "ผล"
    assert preview.problems[0].where.row in (2, 3)


def test_a_total_that_falls_without_an_answer(load: Import) -> None:
    rows = [books.stands(3084), books.stands(3000, day="20 เม.ย. 2562")]
    _is_refused(load(rows), ("ledger.total_falls", 3, "จำนวน"))


@pytest.mark.parametrize("answer", ["แก้ยอดเดิม", "ออก: ถอนตัว", "exit: withdrew"])
def test_a_total_that_falls_with_an_answer(load: Import, answer: str) -> None:
    assert load([books.stands(3084)]).committed
    later = load([books.stands(3000, day="20 เม.ย. 2562", ถ้าลดลง=answer)], name="ต่อ.xlsx")
    assert _found(later) == []
    assert later.committed


def test_a_total_of_an_earlier_import_that_would_fall_is_named(load: Import) -> None:
    load([books.stands(3084)], name="มีนา.xlsx")
    preview = load([books.stands(3200, day="30 ก.ย. 2561")], [books.source("s1", "1 ต.ค. 2561")])
    assert _found(preview) == [("ledger.total_falls", 2, None)]
    assert preview.problems[0].where.file == "มีนา.xlsx"


def test_what_only_follows_from_a_row_that_could_not_be_read_is_not_said(load: Import) -> None:
    rows = [
        books.happened("มาก"),
        books.happened(3, สถานที่="4009", มาจาก="ยอดรวม", จากสถานที่="TH"),
    ]
    _is_refused(load(rows), ("thai.number_unreadable", 2, "จำนวน"))


def test_a_number_that_cannot_be_read_does_not_make_its_stage_missing(load: Import) -> None:
    rows = [dict(row) for row in books.lat_phrao()]
    rows[0]["จำนวน"] = "2,068 หลัง"
    _is_refused(load(rows), ("intake.number-has-text", 2, "จำนวน"))


SOURCES: dict[str, tuple[dict[str, Any], str, str]] = {
    "title missing": ({"ชื่อเอกสาร": None}, "intake.cell-empty", "ชื่อเอกสาร"),
    "day missing": ({"วันที่เผยแพร่": None}, "intake.cell-empty", "วันที่เผยแพร่"),
    "day in 3105": ({"วันที่เผยแพร่": "23 เมษายน 3105"}, "thai.year_added_twice", "วันที่เผยแพร่"),
    "still to come": (
        {"วันที่เผยแพร่": date.today() + timedelta(days=400)},  # noqa: DTZ011
        "intake.published-in-future",
        "วันที่เผยแพร่",
    ),
    "strange address": ({"ที่อยู่": "javascript:alert(1)"}, "intake.url-strange", "ที่อยู่"),
}


@pytest.mark.parametrize("case", SOURCES)
def test_a_wrong_source(load: Import, case: str) -> None:
    change, code, column = SOURCES[case]
    preview = load([books.happened(5)], [{**books.SEED, **change}])
    _is_refused(preview, (code, ROW, column))
    assert preview.problems[0].where.sheet == "แหล่งที่มา"


def test_two_sources_with_one_id(load: Import) -> None:
    preview = load([books.happened(5)], [books.SEED, books.source("s1", "1 พ.ค. 2562")])
    _is_refused(preview, ("intake.source-twice", 3, "รหัส"))


def test_a_source_that_no_row_uses_is_only_noted(load: Import) -> None:
    preview = load([books.happened(5)], [books.SEED, books.source("s2", "1 พ.ค. 2562")])
    assert preview.committed
    assert [problem.code for problem in preview.problems] == ["intake.source-unused"]
