"""Files from outside: what is read, and every way in which a file may be refused."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile

from tidtam.documents.limits import MEGABYTE, Limits
from tidtam.documents.workbook import Workbook, read_workbook
from tidtam.problems import Refused


def book(*sheets: tuple[str, list[list[object]]]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"constant_memory": True}) as workbook:
        day = workbook.add_format({"num_format": "d/m/yyyy"})
        for name, rows in sheets:
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(number, column, value, day)
                    elif value is not None:
                        sheet.write(number, column, value)
    return made.getvalue()


def rewritten(content: bytes, part: str, text: bytes) -> bytes:
    """The package with one part replaced or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, text)
    return made.getvalue()


def codes(workbook: Workbook) -> list[str]:
    assert not workbook.sheets or not workbook.problems
    return [problem.code for problem in workbook.problems]


SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b"%s</sheetData></worksheet>"
)


def with_cells(cells: bytes) -> bytes:
    return rewritten(book(("ผล", [["ก"]])), "xl/worksheets/sheet1.xml", SHEET % cells)


def test_values_keep_their_kind_and_their_place() -> None:
    rows = [[None, None], [None, "จำนวน", True], [None, 3084, date(2019, 3, 31)], [None, 2.5]]
    read = read_workbook(book(("ผล", rows), ("แหล่งที่มา", [["รหัส"]]))).checked()
    assert [sheet.name for sheet in read.sheets] == ["ผล", "แหล่งที่มา"]
    assert read.sheets[0].rows == [
        ["", "", ""],
        ["", "จำนวน", True],
        ["", 3084, date(2019, 3, 31)],
        ["", 2.5, ""],
    ]


def test_an_empty_sheet_has_no_rows() -> None:
    assert read_workbook(book(("ว่าง", []))).checked().sheets[0].rows == []


def test_a_broken_formula_is_not_an_empty_cell() -> None:
    cells = b'<row r="2"><c r="B2"><v>5</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    assert read_workbook(with_cells(cells)).checked().sheets[0].rows == [["", "", ""], ["", 5.0, "#DIV/0!"]]


def test_what_values_do_not_show_is_told_too() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as workbook:
        sheet = workbook.add_worksheet("ผล")
        for row in range(5):
            sheet.write_row(row, 0, [row, "=1+1", row], None)
        sheet.merge_range("C4:D5", "รวม")
        sheet.set_row(2, None, None, {"hidden": True})
        workbook.add_worksheet("ว่าง").write_string(0, 0, "=1+1")
    first, second = read_workbook(made.getvalue()).checked().sheets
    assert first.inside.formulas == {(row, 2) for row in range(1, 6)}
    assert first.inside.hidden_rows == {3}
    assert first.inside.merged == [(4, 3, 5, 4)]
    assert (second.inside.formulas, second.inside.hidden_rows, second.inside.merged) == (set(), set(), [])


def test_a_path_names_the_file_in_problems(tmp_path: Path) -> None:
    file = tmp_path / "ผล.xlsx"
    file.write_bytes(b"hello")
    problem = read_workbook(file).problems[0]
    assert problem.code == "documents.not_a_workbook"
    assert problem.where.file == "ผล.xlsx"
    with pytest.raises(Refused):
        read_workbook(file).checked()


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"<html></html>", b"PK\x03\x04broken", b"\x00" * 100])
def test_what_is_not_a_workbook_is_refused(content: bytes) -> None:
    assert codes(read_workbook(content, name="ผล.xlsx")) == ["documents.not_a_workbook"]


def test_an_empty_file_is_told_to_be_empty() -> None:
    assert codes(read_workbook(b"", name="ผล.xlsx")) == ["documents.file_empty"]


def test_a_file_cut_short_is_refused() -> None:
    content = book(("ผล", [["ก"] * 5] * 50))
    assert codes(read_workbook(content[: len(content) // 2])) == ["documents.not_a_workbook"]


def test_any_other_package_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    assert codes(read_workbook(made.getvalue())) == ["documents.not_a_workbook"]


def test_a_password_is_told() -> None:
    made = io.BytesIO()
    plain = OOXMLFile(io.BytesIO(book(("ผล", [["ก"]]))))
    plain.encrypt("ลับ", made)
    assert codes(read_workbook(made.getvalue())) == ["documents.password"]


def test_old_and_foreign_formats_are_plainly_refused() -> None:
    old = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600
    assert codes(read_workbook(old)) == ["documents.old_format"]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<x/>")
    assert codes(read_workbook(made.getvalue())) == ["documents.old_format"]


def test_100_000_rows_are_refused_and_the_limit_is_named() -> None:
    row = b'<row r="%d"><c r="A%d"><v>1</v></c></row>'
    cells = b"".join(row % (number, number) for number in range(1, 100_001))
    workbook = read_workbook(with_cells(cells), name="ใหญ่.xlsx")
    assert codes(workbook) == ["documents.too_many_rows"]
    assert "50,000" in workbook.problems[0].text("th")
    assert workbook.problems[0].where.sheet == "ผล"


def test_all_sheets_that_are_too_long_are_told_at_once() -> None:
    rows: list[list[object]] = [[1]] * 12
    workbook = read_workbook(book(("ก", rows), ("ข", [[1]]), ("ค", rows)), limits=Limits(rows=10))
    assert [problem.where.sheet for problem in workbook.problems] == ["ก", "ค"]


def test_rows_that_do_not_say_their_number_are_counted_too() -> None:
    cells = b"<row><c><v>1</v></c></row>" * 30
    assert codes(read_workbook(with_cells(cells), limits=Limits(rows=10))) == ["documents.too_many_rows"]


@pytest.mark.parametrize(
    "far",
    [
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b'<row r="1"><c r="A1"><v>1</v></c><c s=">" r="xfd1"><v>1</v></c></row>',
        b"<row r='1'><c r='A1'><v>1</v></c><c r = 'ZZZ40000'><v>1</v></c></row>",
    ],
)
def test_a_cell_far_away_is_refused_before_room_is_made_for_it(far: bytes) -> None:
    code = codes(read_workbook(with_cells(far)))[0]
    assert code in {"documents.too_many_rows", "documents.too_many_columns"}


def test_many_cells_in_all_are_refused() -> None:
    far = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="40000"><c r="CZ40000"><v>1</v></c></row>'
    assert codes(read_workbook(with_cells(far))) == ["documents.too_many_cells"]


def test_cells_that_only_have_a_look_do_not_count() -> None:
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>'
    assert read_workbook(with_cells(cells)).checked().sheets[0].rows == [[1.0]]


def test_a_zip_bomb_is_refused() -> None:
    bomb = rewritten(book(("ผล", [["ก"]])), "xl/media/image1.bin", b"\x00" * (60 * MEGABYTE))
    assert len(bomb) < MEGABYTE
    limits = Limits(unpacked_bytes=50 * MEGABYTE)
    assert codes(read_workbook(bomb, limits=limits)) == ["documents.unpacks_too_big"]


def test_a_package_that_lies_about_its_size_is_refused() -> None:
    bomb = bytearray(rewritten(book(("ผล", [["ก"]])), "xl/media/image1.bin", b"\x00" * (2 * MEGABYTE)))
    size = (2 * MEGABYTE).to_bytes(4, "little")
    for _ in range(bomb.count(size)):
        at = bomb.index(size)
        bomb[at : at + 4] = (100).to_bytes(4, "little")
    assert codes(read_workbook(bytes(bomb))) == ["documents.not_a_workbook"]


def test_one_long_text_in_many_cells_is_refused() -> None:
    content = book(("ผล", [["ก"]]))
    texts = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%s</t></si></sst>'
    content = rewritten(content, "xl/sharedStrings.xml", texts % (b"x" * MEGABYTE))
    row = b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>'
    cells = b"".join(row % (number, number) for number in range(1, 1001))
    content = rewritten(content, "xl/worksheets/sheet1.xml", SHEET % cells)
    assert codes(read_workbook(content)) == ["documents.unpacks_too_big"]


def test_entities_are_refused() -> None:
    content = rewritten(
        book(("ผล", [["ก"]])),
        "xl/worksheets/sheet1.xml",
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + SHEET % b'<row r="1"><c r="A1"><v>&a;</v></c></row>',
    )
    assert codes(read_workbook(content)) == ["documents.not_a_workbook"]


def test_too_many_sheets_parts_and_bytes_are_refused() -> None:
    content = book(*((f"แผ่น {number}", [[1]]) for number in range(5)))
    assert codes(read_workbook(content, limits=Limits(sheets=4))) == ["documents.too_many_sheets"]
    assert codes(read_workbook(content, limits=Limits(parts=4))) == ["documents.too_many_parts"]
    assert codes(read_workbook(content, limits=Limits(packed_bytes=100))) == ["documents.too_big"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp874", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_of_text_are_read(encoding: str, separator: str) -> None:
    text = separator.join(("ตัวชี้วัด", "จำนวน")) + "\r\n" + separator.join(("2.3", '"3,084"')) + "\r\n"
    read = read_workbook(text.encode(encoding), name="ผล.csv").checked()
    assert read.sheets[0].name == "ผล"
    assert read.sheets[0].rows == [["ตัวชี้วัด", "จำนวน"], ["2.3", "3,084"]]


def test_a_table_of_text_has_the_same_limits() -> None:
    assert codes(read_workbook(b"1\n" * 50_001, name="x.csv")) == ["documents.too_many_rows"]
    assert codes(read_workbook(b"1," * 300, name="x.csv")) == ["documents.too_many_columns"]
    assert codes(read_workbook(b"\xff\xfe\x00\xd8", name="x.csv")) == ["documents.unreadable_text"]
