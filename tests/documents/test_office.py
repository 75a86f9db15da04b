"""Word and Excel files open in LibreOffice, and their pages hold what they should."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from tests.documents.readers import bare
from tests.documents.sample import LINES, sample_paper
from tidtam.documents.excel import write_excel
from tidtam.documents.word import write_word

pytestmark = pytest.mark.slow


def _printed(content: bytes, name: str, folder: Path) -> list[str]:
    """The text of each page, printed by LibreOffice."""
    if not shutil.which("soffice"):
        pytest.skip(
            "LibreOffice (soffice) is not installed here: the pages of Word and Excel were not looked at"
        )
    (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / name),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    document = pypdfium2.PdfDocument((folder / name).with_suffix(".pdf").read_bytes())
    return [page.get_textpage().get_text_range() for page in document]


def test_word_prints_every_line_on_a_few_pages(tmp_path: Path) -> None:
    pages = _printed(write_word(sample_paper()), "report.docx", tmp_path)
    assert 2 <= len(pages) <= 5
    text = bare("".join(pages))
    assert [no for no, (_, _, target, _) in LINES.items() if f"{target:,}" not in text] == []
    assert "109.1" in text
    assert "-2-" in bare(pages[1])


def test_excel_prints_each_sheet_on_a_page_of_its_own(tmp_path: Path) -> None:
    pages = _printed(write_excel(sample_paper()), "report.xlsx", tmp_path)
    assert len(pages) == 12
    assert "12,543" in pages[0]
