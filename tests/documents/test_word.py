"""The Word file: all lines, figures as links, Thai set for the half of the font settings that Word uses."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from PIL import Image

from tests.documents.sample import ADDRESS, LINES, sample_paper
from tidtam.documents import word_template
from tidtam.documents.report_layout import PaperFigure, PaperPicture
from tidtam.documents.word import write_word
from tidtam.thai.digits import number


@pytest.fixture(scope="module")
def report() -> bytes:
    return write_word(sample_paper())


def _opened(content: bytes):
    return Document(BytesIO(content))


def _xml(content: bytes, part: str = "word/document.xml") -> str:
    with ZipFile(BytesIO(content)) as package:
        return package.read(part).decode()


def test_every_line_is_in_the_table_with_its_figures(report: bytes) -> None:
    rows = [[cell.text for cell in row.cells] for row in _opened(report).tables[0].rows]
    found = {row[0]: row for row in rows}
    for no, (name, unit, target, result) in LINES.items():
        shown = "ดูข้อ 2.5" if result is None else number(result)
        assert found[no][1].splitlines()[0] == name
        assert found[no][2:5] == [unit, number(target), shown]


def test_no_place_of_the_template_is_left(report: bytes) -> None:
    assert "{{" not in _xml(report)
    assert "{%" not in _xml(report)


def test_a_figure_is_a_link_to_its_trail(report: bytes) -> None:
    relations = _xml(report, "word/_rels/document.xml.rels")
    assert f"{ADDRESS}/trail/2.3?as_of=2562-03-31&amp;fiscal_year=2562" in relations
    assert _xml(report).count("<w:hyperlink") >= len(LINES)


def test_texts_with_signs_of_the_format_stay_texts() -> None:
    made = write_word(sample_paper(title="ก < ข & ค > ง {{ 7 * 7 }}"))
    assert _opened(made).paragraphs[0].text == "ก < ข & ค > ง {{ 7 * 7 }}"


def test_thai_is_set_for_complex_script(report: bytes) -> None:
    styles = _xml(report, "word/styles.xml")
    assert 'w:cs="TH Sarabun New"' in styles
    assert "<w:szCs" in styles
    assert "<w:bCs" in styles
    assert 'w:bidi="th-TH"' in styles
    assert '<w:altName w:val="Sarabun"/>' in _xml(report, "word/fontTable.xml")


def test_a_picture_says_what_it_shows() -> None:
    drawn = BytesIO()
    Image.new("RGB", (40, 10)).save(drawn, "PNG")
    picture = PaperPicture("<svg/>", drawn.getvalue(), "แถบขั้นของคลองลาดพร้าว", 100)
    assert 'descr="แถบขั้นของคลองลาดพร้าว"' in _xml(write_word(sample_paper(overview=picture)))


def test_the_agency_may_bring_its_own_template(tmp_path: Path) -> None:
    own = Document()
    own.add_paragraph("พิเศษ: {{ title }} {{r headings[1].lines[2].result }}")
    own.save(str(tmp_path / "own.docx"))
    text = _opened(write_word(sample_paper(), tmp_path / "own.docx")).paragraphs[0].text
    assert text.startswith("พิเศษ: รายงานผลการดำเนินงานรอบ 6 เดือน")


def test_the_template_is_what_its_builder_makes() -> None:
    built = BytesIO()
    word_template.build().save(built)
    kept = word_template.TEMPLATE.read_bytes()
    for part in ("word/document.xml", "word/styles.xml", "word/header1.xml"):
        assert _xml(built.getvalue(), part) == _xml(kept, part)


def test_an_unknown_figure_is_a_text() -> None:
    heading = sample_paper().headings[0]
    line = heading.lines[0]
    missing = type(line)(
        line.no, line.name, line.unit, line.target, PaperFigure("ยังไม่มีรายงาน"), PaperFigure("–")
    )
    paper = sample_paper(headings=(type(heading)(heading.no, heading.name, (missing,)),))
    cells = [cell.text for cell in _opened(write_word(paper)).tables[0].rows[2].cells]
    assert cells[4] == "ยังไม่มีรายงาน"
