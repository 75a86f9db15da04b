"""The board, as a person reads it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.web import fy2562
from tests.web.conftest import Reader
from tests.web.fakes import Fakes
from tidtam.reports.content import Heading

SENTENCES = (
    ("1.1", "172 จาก 510 ตำบล 33.7 %"),
    ("1.2", "9 จาก 39 จังหวัด 23.1 %"),
    ("1.3", "2 จาก 5 ภาค 40.0 %"),
    ("2.1", "3,335 จาก 5,500 ครัวเรือน 60.6 %"),
    ("2.2", "12,543 จาก 11,500 ครัวเรือน 109.1 % ● เกินเป้าหมาย สืบกลับได้ 0 % +410 ตั้งแต่เดือนก่อน"),
    ("2.3", "3,084 จาก 7,069 ครัวเรือน 43.6 %"),
    ("2.4", "473 จาก 1,000 ครัวเรือน 47.3 %"),
    ("3.1", "1,602 จาก 2,000 คน 80.1 %"),
    ("3.2(1)", "58 จาก 534 ตำบล 10.9 %"),
    ("3.2(2)", "21 จาก 1,670 ตำบล 1.3 %"),
    ("3.3", "1,481 จาก 1,700 ตำบล 87.1 %"),
    ("4", "159 จาก 400 องค์กร 39.8 %"),
    ("5", "12 จาก 50 องค์กร 24.0 %"),
    ("6", "134 จาก 500 ชุด 26.8 %"),
)


@pytest.mark.parametrize(("line", "sentence"), SENTENCES)
def test_each_line_reads_as_a_sentence(reader: Reader, line: str, sentence: str) -> None:
    assert sentence in reader.get("/").part(f"line-{line}")


def test_the_page_says_of_which_day_and_place_it_speaks(reader: Reader) -> None:
    page = reader.get("/", known_at="2562-04-23", place="10")
    assert "ปีงบประมาณ 2562 (ต.ค. 61 – ก.ย. 62)" in page.text
    assert "ณ วันที่ 31 มีนาคม 2562 · กรุงเทพมหานคร · ตามที่ทราบ ณ วันที่ 23 เมษายน 2562" in page.text
    assert "15 จาก 15 รายการมีผลรายงานแล้ว" in page.text


def test_the_canal_line_shows_its_stages_and_since_when_it_counts(reader: Reader) -> None:
    line = reader.get("/").part("line-2.3")
    assert "สร้างเสร็จ 2,068 อยู่ระหว่างก่อสร้าง 654 พื้นที่พร้อมก่อสร้าง 362" in line
    assert "นับสะสมตั้งแต่ปี 2559" in line


def test_the_milestone_line_is_told_in_words_with_both_places(reader: Reader) -> None:
    line = reader.get("/").part("line-2.5")
    assert "เป้าหมาย 2 แห่ง" in line
    assert "ที่ขอนแก่น : กำลังก่อสร้าง" in line
    assert "เป้าหมายที่กรุงเทพมหานคร · ทำจริงที่ปทุมธานี : กำลังออกแบบปรับปรุง ≠ สถานที่ต่างจากเป้าหมาย" in line
    assert "%" not in line


def test_what_is_not_reported_is_hatched_and_said(reader: Reader) -> None:
    page = reader.get("/")
    line = page.part("line-R1")
    assert line.endswith("ยังไม่มีรายงาน เป้าหมาย 420 คน")
    assert "%" not in line
    assert 'class="pic-unsure"' in page.html.split('id="line-R1"')[1]


def test_a_floor_says_at_least(reader: Reader, fakes: Fakes) -> None:
    floor = replace(
        fy2562.board().lines[5],
        result=763,
        result_kind="floor",
        stages=[],
        percent=Decimal("10.8"),
        may_belong_after=5,
    )
    fakes.board_changes = {"headings": [Heading("2", "ที่อยู่อาศัย", "Housing", [floor])]}
    line = reader.get("/").part("line-2.3")
    assert "อย่างน้อย 763 จาก 7,069 ครัวเรือน ≥ 10.8 %" in line
    assert "อาจเป็นของช่วงถัดไป 5 ครัวเรือน" in line


def test_every_number_leads_to_its_trail_with_the_same_question(reader: Reader) -> None:
    page = reader.get("/", place="10", lang="en")
    assert (
        '<a class="figure" href="/trail/2.3/?fy=2562&amp;as_of=2562-03-31&amp;place=10&amp;lang=en">'
        in page.html
    )
    assert "/trail/2.3/?fy=2562&amp;as_of=2562-03-31&amp;place=10&amp;stage=building&amp;lang=en" in page.html


def test_the_problems_found_are_listed_once_with_what_to_do(reader: Reader) -> None:
    page = reader.get("/")
    assert page.text.count("เป้าหมายอยู่ที่กรุงเทพมหานคร แต่ความคืบหน้าอยู่ที่ปทุมธานี โปรดยืนยันสถานที่") == 1


def test_the_other_language_shares_the_address(reader: Reader) -> None:
    page = reader.get("/", fy="2562", as_of="2562-03-31", known_at="2562-04-23", place="40")
    assert (
        'href="/?fy=2562&amp;as_of=2562-03-31&amp;known_at=2562-04-23&amp;place=40&amp;lang=en"' in page.html
    )
    english = reader.get("/", lang="en")
    assert '<html lang="en">' in english.html
    assert "12,543 of 11,500 households 109.1 % ● over the target" in english.part("line-2.2")


def test_the_printed_address_is_the_one_that_readers_reach(reader: Reader, settings: Any) -> None:
    settings.TIDTAM_URL = "https://tidtam.example.org"
    page = reader.get("/", fy="2562", place="40")
    assert "ที่อยู่ของหน้านี้: https://tidtam.example.org/?fy=2562&place=40" in page.text
    assert "testserver" not in page.html


def test_thai_digits(reader: Reader) -> None:
    page = reader.get("/", digits="thai")
    assert "๑๒,๕๔๓ จาก ๑๑,๕๐๐ ครัวเรือน ๑๐๙.๑ %" in page.part("line-2.2")
    assert "๓๑ มีนาคม ๒๕๖๒" in page.text


def test_the_question_reaches_the_ledger(reader: Reader, fakes: Fakes) -> None:
    reader.get("/", fy="2562", as_of="2562-03-31", known_at="2562-04-23", place="40")
    assert fakes.asked == [
        {
            "fiscal_year": 2562,
            "as_of": date(2019, 3, 31),
            "known_at": date(2019, 4, 23),
            "place_code": "40",
            "growth": True,
        }
    ]


def test_a_day_as_people_write_it_is_sent_on_to_its_one_address(reader: Reader) -> None:
    page = reader.get("/", as_of="31 มี.ค. 62", place="40")
    assert (page.status, page.answer.headers["Location"]) == (302, "/?as_of=2562-03-31&place=40")  # type: ignore[attr-defined]


def test_a_year_without_lines_says_so(reader: Reader, fakes: Fakes) -> None:
    fakes.board_changes = {"headings": [], "items": []}
    assert "ยังไม่มีรายการที่ต้องรายงานในปีงบประมาณนี้" in reader.get("/", fy="2590").text


def test_the_report_can_be_downloaded_for_the_same_question(reader: Reader, fakes: Fakes) -> None:
    page = reader.get("/", place="40")
    for kind in ("docx", "pdf", "xlsx", "json"):
        assert f'href="/report/2562.{kind}?fy=2562&amp;as_of=2562-03-31&amp;place=40"' in page.html
    file = reader.client.get("/report/2562.pdf?as_of=2562-03-31&place=40")
    assert (file.content, file.headers["Content-Type"]) == (b"a pdf", "application/pdf")
    assert fakes.asked[-1]["fiscal_year"] == 2562
    assert fakes.asked[-1]["place_code"] == "40"
