"""The report as Word, PDF and Excel: files that other programs open, with every figure and its trail."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from django.conf import settings
from docx.oxml.ns import qn
from python_calamine import CalamineSheet, CalamineWorkbook

from tests.documents.readers import READERS, bare
from tests.stories.asking import MARCH_2562, Answer, ask
from tidtam.reports.files import own_template, write

WORDS = ("จัดตั้ง", "ครั้ง", "มั่นคง", "ดำเนินงาน")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("results")]


@pytest.fixture(scope="module")
def files(results: None, django_db_blocker: object) -> dict[str, bytes]:
    """The report of six months in each format."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return {kind: write(kind, fiscal_year=2562, as_of=MARCH_2562) for kind in ("docx", "pdf", "xlsx")}


def figures(answer: Answer) -> set[tuple[str, str]]:
    """Each result as it is printed, with the address of its trail."""
    every = (*answer["lines"], *answer["items"])
    return {(f"{line['result']:,}", line["trail"]) for line in every if line["result"] is not None}


def linked(content: bytes) -> set[tuple[str, str]]:
    """The texts of a Word file that are links, with their addresses."""
    document = docx.Document(BytesIO(content))
    addresses = {key: part.target_ref for key, part in document.part.rels.items() if part.is_external}
    links = document.element.body.iter(qn("w:hyperlink"))
    texts = {(link.get(qn("r:id")), "".join(t.text for t in link.iter(qn("w:t")))) for link in links}
    return {(text, addresses[key]) for key, text in texts}


def test_each_result_in_the_word_file_links_to_its_trail(files: dict[str, bytes]) -> None:
    found = linked(files["docx"])
    assert figures(ask(MARCH_2562)) - found == set()
    trails = [address for _, address in found if "/trail/" in address]
    assert all(address.startswith(f"{settings.TIDTAM_URL}/trail/") for address in trails)
    assert {("2,068", stage) for stage in trails if "stage=completed" in stage} <= found


def test_the_milestone_line_stands_in_words(files: dict[str, bytes]) -> None:
    document = docx.Document(BytesIO(files["docx"]))
    text = "".join(node.text for node in document.element.body.iter(qn("w:t")) if node.text)
    assert "ขอนแก่น" in text
    assert "ปทุมธานี" in text
    assert "109.1" in text


def test_an_agency_may_use_a_template_of_its_own(
    settings: object, tmp_path: Path, files: dict[str, bytes]
) -> None:
    settings.TIDTAM_HOME = tmp_path  # type: ignore[attr-defined]
    own_template().parent.mkdir()
    document = docx.Document()
    document.add_paragraph("ของหน่วยงาน {{ title }}")
    document.save(str(own_template()))
    made = docx.Document(BytesIO(write("docx", fiscal_year=2562, as_of=MARCH_2562)))
    assert made.paragraphs[0].text.startswith("ของหน่วยงาน รายงาน")


@pytest.mark.parametrize("read", READERS, ids=lambda reader: reader.__name__)
def test_words_and_figures_are_found_in_the_pdf(files: dict[str, bytes], read: object) -> None:
    text = bare(read(files["pdf"]))  # type: ignore[operator]
    assert [word for word in WORDS if word not in text] == []
    assert [figure for figure, _ in figures(ask(MARCH_2562)) if figure not in text] == []


def test_the_figures_of_the_pdf_are_links(files: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(files["pdf"])) as document:
        notes = [note for page in document.pages for note in page.get("/Annots", [])]
        found = {str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A}
    assert {address for _, address in figures(ask(MARCH_2562))} - found == set()


def test_the_workbook_has_a_sheet_for_each_heading_and_real_numbers(files: dict[str, bytes]) -> None:
    workbook = CalamineWorkbook.from_filelike(BytesIO(files["xlsx"]))
    lines = ask(MARCH_2562)["lines"]
    sheets = {name[0]: name for name in workbook.sheet_names if name[0].isdigit()}
    assert sorted(sheets) == ["1", "2", "3", "4", "5", "6"]
    for heading, name in sheets.items():
        found = numbers_of(workbook.get_sheet_by_name(name))
        expected = {
            line["line"]: [line["target"], line["result"], line["percent"]]
            for line in lines
            if line["heading"] == heading and line["result"] is not None
        }
        assert {no: found[no] for no in expected} == expected


def numbers_of(sheet: CalamineSheet) -> dict[str, list[float]]:
    """Target, result and per cent of each line of a sheet; texts are no numbers."""
    rows = [[value for value in row if value != ""] for row in sheet.to_python()]
    lines = [row for row in rows if row and re.fullmatch(r"\d(\.\d)?(\(\d\))?", str(row[0]))]
    return {str(row[0]): [value for value in row if isinstance(value, float)][:3] for row in lines}


@pytest.mark.slow
def test_libreoffice_renders_the_word_file(files: dict[str, bytes], tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice (soffice) is not installed here: the pages of the report were not looked at")
    (tmp_path / "report.docx").write_bytes(files["docx"])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "report.docx")], check=True, capture_output=True, timeout=180)
    rendered = (tmp_path / "report.pdf").read_bytes()
    text = bare(READERS[0](rendered))
    assert [figure for figure, _ in figures(ask(MARCH_2562)) if figure not in text] == []
    assert 2 <= len(pikepdf.open(BytesIO(rendered)).pages) <= 10
