"""The map in Word and PDF: the same picture, its numbers beside it, what it does not show below."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from PIL import Image

from tests.documents.readers import pdfium
from tests.web import fy2562
from tidtam.documents.pdf import write_pdf
from tidtam.documents.report_layout import ReportPaper
from tidtam.documents.word import write_word
from tidtam.reports import paper
from tidtam.reports.content import Board
from tidtam.reports.paper_maps import maps_of


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Board:
    """A board with one map."""
    settings.TIDTAM_URL = "https://tidtam.example.org"
    monkeypatch.setattr(paper.programmes, "agency", lambda **_: None)
    monkeypatch.setattr(paper, "is_practice", lambda: False)
    return fy2562.board(maps=[fy2562.place_map()])


@pytest.fixture
def printed(found: Board) -> ReportPaper:
    return paper.paper_of(found)


def test_the_numbers_stand_beside_the_map_and_open_to_their_trail(found: Board) -> None:
    (one,) = maps_of(found)
    rows = [(place.name, place.result.text, place.target.text, place.percent.text) for place in one.places]
    assert rows == [
        ("ขอนแก่น", "49", "44", "111.4"),
        ("กรุงเทพมหานคร", "0", "20", "0.0"),
        ("ปทุมธานี", "4", "–", "–"),
    ]
    there = "https://tidtam.example.org/trail/1.1/?fy=2562&as_of=2562-03-31&place=40"
    assert one.places[0].result.url == there
    assert one.more.url == "https://tidtam.example.org/map/1.1/?fy=2562&as_of=2562-03-31"


def test_what_the_map_cannot_show_is_said(found: Board) -> None:
    (one,) = maps_of(found)
    assert one.notes == (
        "ยังไม่มีรายงาน 1 พื้นที่ (ลายเส้นเฉียง) ซึ่งไม่ใช่ศูนย์",
        "อีก 84 ตำบล ไม่รู้ว่าอยู่พื้นที่ใด จึงไม่อยู่บนแผนที่",
    )
    assert "ยังไม่มีรายงาน: 1" in one.picture.alt


def test_the_picture_is_in_word_with_its_words(printed: ReportPaper) -> None:
    made = Document(BytesIO(write_word(printed)))
    alts = [shape._inline.docPr.get("descr") for shape in made.inline_shapes]
    assert alts[-1] == printed.maps[0].picture.alt
    (frame,) = [table for table in made.tables if table.rows[0].cells[-1].tables]
    beside = frame.rows[0].cells[1].tables[0]
    assert [cell.text for cell in beside.rows[1].cells] == ["ขอนแก่น", "49", "44", "111.4"]
    assert len(beside.rows) == 4
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert "ผลการดำเนินงานบนแผนที่" in texts
    assert not [text for text in texts if "{" in text]


def test_it_is_in_the_pdf_on_one_page(printed: ReportPaper) -> None:
    text = pdfium(write_pdf(printed))
    assert "ผลการดำเนินงานบนแผนที่" in text
    assert "111.4" in text
    assert "ซึ่งไม่ใช่ศูนย์" in text


def test_the_picture_is_sharp_enough_for_print(printed: ReportPaper) -> None:
    picture = printed.maps[0].picture
    made = Image.open(BytesIO(picture.png))
    assert made.width / (picture.width_mm / 25.4) > 200  # dots to the inch
    assert made.height < 2.5 * made.width


def test_a_paper_without_maps_has_no_such_part(found: Board) -> None:
    from dataclasses import replace

    made = Document(BytesIO(write_word(paper.paper_of(replace(found, maps=[])))))
    assert "ผลการดำเนินงานบนแผนที่" not in [paragraph.text for paragraph in made.paragraphs]
