"""The PDF: words are found and whole, figures are links, and the same paper gives the same bytes."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from tests.documents.readers import READERS, bare, pdfium
from tests.documents.sample import ADDRESS, LINES, sample_paper
from tidtam.documents.pdf import set_in_type, write_pdf
from tidtam.documents.pdf_text import with_true_text
from tidtam.thai.words import pieces

Reader = Callable[[bytes], str]
WORDS = ("จัดตั้ง", "มั่นคง", "ดำเนินงาน", "ครั้ง", "บ้านพอเพียงชนบท", "สิ่งที่พบ", "กำลัง")
TRICKY = (
    "น้ำ ป้ำ ที่ ผู้ ปู่ ญู ฐู ฏุ ฝั่ง กึ่ง ปี่ สิทธิ์ พันธุ์ เก็บ สิ้น ซึ่ง ครั้ง จัดตั้ง ดำเนินงาน"
    " มั่นคง ฤๅ ฬี ก๊วยจั๊บ โต๋เต๋ ๓,๐๘๔ – — - “ก” (ข) … 5%"
)
PAGE = """
#set page(width: 9cm, height: auto)
#set text(font: "Sarabun", lang: "th", size: 12pt)
#let paper = json(bytes(sys.inputs.paper))
#for weight in ("regular", "bold") {
  par(text(weight: weight, for piece in paper.text { if piece == " " { piece } else { box(piece) } }))
}
"""


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("word", WORDS)
def test_words_are_found(report_pdf: bytes, reader: Reader, word: str) -> None:
    assert word in reader(report_pdf)


@pytest.mark.parametrize("reader", READERS)
def test_every_name_of_a_line_is_there_in_full(report_pdf: bytes, reader: Reader) -> None:
    text = bare(reader(report_pdf))
    assert [no for no, (name, *_) in LINES.items() if bare(name) not in text] == []


@pytest.mark.parametrize("reader", READERS)
def test_no_line_ends_inside_a_word(report_pdf: bytes, reader: Reader) -> None:
    names = sample_paper().names
    whole = {piece for name, *_ in LINES.values() for piece in pieces(name, names) if len(piece) > 1}
    lines = [line.strip() for line in reader(report_pdf).splitlines() if line.strip()]
    assert [piece for piece in whole if not any(piece in line for line in lines)] == []


@pytest.mark.parametrize("reader", READERS)
def test_hard_clusters_come_back_as_they_were_written(reader: Reader, tmp_path) -> None:
    template = tmp_path / "page.typ"
    template.write_text(PAGE, encoding="utf-8")
    made = set_in_type(template, {"text": pieces(TRICKY)})
    assert bare(reader(made)) == bare(TRICKY) * 2


@pytest.mark.parametrize("reader", READERS)
def test_a_whole_article_comes_back_letter_by_letter(reader: Reader, tmp_path) -> None:
    article = " ".join(f"{name} เป้าหมาย {target} {unit}" for name, unit, target, _ in LINES.values()) * 5
    template = tmp_path / "page.typ"
    template.write_text(PAGE.replace('"regular", "bold"', '"regular",'), encoding="utf-8")
    assert bare(reader(set_in_type(template, {"text": pieces(article)}))) == bare(article)


def test_a_figure_is_a_link_to_its_trail(report_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(report_pdf)) as document:
        notes = [note for page in document.pages for note in page.get("/Annots", [])]
        targets = {str(note.A.URI) for note in notes if "/A" in note}
    assert f"{ADDRESS}/trail/2.3?as_of=2562-03-31&fiscal_year=2562" in targets


def test_over_achievement_and_unknown_are_told_as_they_are(report_pdf: bytes) -> None:
    text = pdfium(report_pdf)
    assert "109.1" in text
    assert "ดูข้อ 2.5" in text


def test_the_same_paper_gives_the_same_bytes(report_pdf: bytes) -> None:
    assert write_pdf(sample_paper()) == report_pdf


def test_pages_after_the_first_are_numbered_in_the_chosen_digits() -> None:
    assert "- 2 -" in pdfium(write_pdf(sample_paper()))
    assert "- ๒ -" in pdfium(write_pdf(sample_paper(thai_digits=True)))


def test_text_is_never_taken_for_a_command() -> None:
    text = pdfium(write_pdf(sample_paper(title="#panic() *ก* _ข_ $x$ \\ @อ้าง")))
    assert bare("#panic() *ก* _ข_ $x$ \\ @อ้าง") in bare(text)


def test_mending_twice_changes_no_word(report_pdf: bytes) -> None:
    assert bare(pdfium(with_true_text(report_pdf))) == bare(pdfium(report_pdf))


def test_empty_parts_are_left_out() -> None:
    empty = dict.fromkeys(("bands", "milestones", "items", "problems", "sources", "notes", "summary"), ())
    text = pdfium(write_pdf(sample_paper(**empty, address=None)))
    assert "แหล่งที่มา" not in text
    assert "ข้อสังเกตที่พบ" not in text
