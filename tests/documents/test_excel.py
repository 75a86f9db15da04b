"""The Excel file: real numbers, one sheet for each heading, links on numbers, no formula from text."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.documents.sample import HEADINGS, LINES, sample_paper
from tidtam.documents.excel import write_excel, write_sheets
from tidtam.documents.report_layout import PaperFigure
from tidtam.documents.sheets import Column, SheetOut
from tidtam.documents.workbook import Sheet, read_workbook


@pytest.fixture(scope="module")
def report() -> bytes:
    return write_excel(sample_paper())


def _sheets(content: bytes) -> dict[str, Sheet]:
    return {sheet.name: sheet for sheet in read_workbook(content).checked().sheets}


def _part(content: bytes, name: str) -> str:
    with ZipFile(BytesIO(content)) as package:
        return package.read(name).decode()


def test_there_is_a_sheet_for_each_heading(report: bytes) -> None:
    names = list(_sheets(report))
    assert names[0] == "สรุป"
    assert [name[0] for name in names[1:7]] == list(HEADINGS)
    assert all(len(name) <= 31 for name in names)


def test_targets_results_and_percentages_are_numbers(report: bytes) -> None:
    rows = {row[0]: row for row in _sheets(report)["สรุป"].rows if row}
    for no, (name, unit, target, result) in LINES.items():
        assert rows[no][1:4] == [name, unit, target]
        assert rows[no][4] == (result if result is not None else "ดูข้อ 2.5")
    assert rows["2.2"][5] == 109.1
    assert rows["2.5"][5] == "–"


def test_a_number_keeps_its_link(report: bytes) -> None:
    sheet = _part(report, "xl/worksheets/sheet1.xml")
    cell = re.search(r'<c r="(\w+)"[^>]*><v>3084</v>', sheet)
    assert cell
    assert f'<hyperlink ref="{cell[1]}"' in sheet


def test_text_is_never_a_formula() -> None:
    risky = ["=1+1", "+66 2 378 8300", "-", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")']
    made = write_sheets([SheetOut("ก", (Column("ข้อความ"),), [[text] for text in risky])])
    assert [row[0] for row in _sheets(made)["ก"].rows[1:]] == risky
    assert "<f>" not in _part(made, "xl/worksheets/sheet1.xml")
    assert "quotePrefix" in _part(made, "xl/styles.xml")


def test_each_kind_of_value_stays_what_it_is() -> None:
    columns = (Column("ชื่อ"), Column("จำนวน", "whole"), Column("วัน", "date"), Column("ร้อยละ", "percent"))
    rows = [["ก", 3084, date(2019, 3, 31), PaperFigure("–")], [None, None, None, PaperFigure("109.1", 109)]]
    read = _sheets(write_sheets([SheetOut("ผล", columns, rows)]))["ผล"].rows
    assert read[1:] == [["ก", 3084, date(2019, 3, 31), "–"], ["", "", "", 109]]


def test_a_sheet_prints_on_a4_with_its_head_on_each_page(report: bytes) -> None:
    sheet = _part(report, "xl/worksheets/sheet1.xml")
    assert 'paperSize="9"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert "<pane" in sheet
    assert "_xlnm.Print_Titles" in _part(report, "xl/workbook.xml")


def test_the_same_paper_gives_the_same_bytes(report: bytes) -> None:
    assert write_excel(sample_paper()) == report
