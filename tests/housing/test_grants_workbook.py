"""The workbook of grants out and back: the rule of the day is told by page, workbook and command alike."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.cli.conftest import Run
from tests.cli.conftest import tidtam as tidtam  # noqa: PLC0414  a fixture
from tests.housing.conftest import Canal, some_households
from tidtam.documents.workbook import read_workbook
from tidtam.housing.models import GrantItem, Project
from tidtam.intake.grants.actions import take
from tidtam.intake.grants.workbook import WHOLE_PROJECT, read, write
from tidtam.review.models import Claim

pytestmark = pytest.mark.django_db
DAY = date(2019, 1, 15)
HEADS = ["ครัวเรือน", "ชื่อ", "งบพัฒนาสาธารณูปโภค", "อุดหนุนการสร้างบ้าน", "งบช่วยเหลือแบ่งเบาภาระ"]


def book(*rows: list[Any], heads: list[str] = HEADS) -> bytes:
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as file:
        page = file.add_worksheet("เงินอุดหนุน")
        page.write_row(0, 0, ["LP-01"])
        for at, row in enumerate([heads, *rows], start=3):
            for column, cell in enumerate(row):
                write_ = page.write_formula if str(cell).startswith("=") else page.write
                write_(at, column, cell)
    return made.getvalue()


def test_it_goes_out_with_the_parts_of_the_rule_of_that_day(canal: Canal, project: Project) -> None:
    some_households(canal, project, 2)
    (sheet,) = read_workbook(write(project, DAY)).checked().sheets
    assert sheet.rows[2] == HEADS or HEADS in sheet.rows
    assert [row[0] for row in sheet.rows if str(row[0]).startswith("LP-01/")] == ["LP-01/0001", "LP-01/0002"]
    assert any(row[0] == WHOLE_PROJECT for row in sheet.rows)


def test_what_is_filled_in_is_proposed_once_it_is_confirmed(canal: Canal, project: Project) -> None:
    some_households(canal, project, 2)
    content = book(
        ["LP-01/0001", "", 50000, "๒๕,๐๐๐", 72000],
        ["LP-01/0002", "", "", 25000.5, ""],
        [WHOLE_PROJECT, "", 50000, "", ""],
    )
    asked: dict[str, Any] = {
        "actor": canal.kamon,
        "project": project,
        "day": DAY,
        "content": content,
        "name": "เงิน.xlsx",
    }
    looked = take(**asked)
    assert [one.code for one in looked.problems] == ["money.over-ceiling"]  # 25,000.50 is above 25,000
    content = book(
        ["LP-01/0001", "", 50000, "๒๕,๐๐๐", 72000],
        ["LP-01/0002", "", "", 24000.5, ""],
        [WHOLE_PROJECT, "", 50000, "", ""],
    )
    asked["content"] = content
    assert take(**asked).problems == []
    assert not Claim.objects.exists()
    done = take(**asked, commit=True)
    assert done.claim is not None
    (count,) = done.claim.counts.all()
    assert count.number == (147_000 + 50_000) * 100 + 2_400_050
    assert GrantItem.objects.count() == 5


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"", ["documents.file_empty"]),
        (b"%PDF-1.7", ["documents.not_a_workbook"]),
        (book(heads=["บ้าน", "ชื่อ"]), ["grants.no-sheet"]),
        (book(), ["grants.nothing-given"]),
        (book(["LP-99/0001", "", 1]), ["grants.household-unknown"]),
        (book(["LP-01/0001", "", 1], ["LP-01/0001", "", 2]), ["grants.household-twice"]),
        (book(["LP-01/0001", "", "ห้าหมื่น"]), ["grants.not-baht"]),
        (book(["LP-01/0001", "", -5]), ["grants.not-baht"]),
        (book(["LP-01/0001", "", "1.005"]), ["grants.not-baht"]),
        (book(["LP-01/0001", "", "=25000*2"]), ["grants.formula"]),
        (
            book(["LP-01/0001", "", 1], heads=[*HEADS[:2], "ค่าที่ดิน"]),
            ["grants.column-unknown"],
        ),
    ],
)
def test_each_fault_has_its_message_and_nothing_is_taken(
    canal: Canal, project: Project, content: bytes, wrong: list[str]
) -> None:
    some_households(canal, project, 1)
    found = read(content, "เงิน.xlsx", project, DAY).problems
    assert [one.code for one in found] == wrong
    told = take(actor=canal.kamon, project=project, day=DAY, content=content, name="เงิน.xlsx", commit=True)
    assert [one.code for one in told.problems] == wrong
    assert not Claim.objects.exists()


def test_the_command_refuses_with_the_rule_and_its_paper(
    canal: Canal,
    project: Project,
    tidtam: Run,
    tmp_path: Path,
) -> None:
    some_households(canal, project, 1)
    path = tmp_path / "เงิน.xlsx"
    path.write_bytes(book(["LP-01/0001", "", 50000, 25000, 73000]))
    asked = ("grant", "read", path, "--project", "LP-01", "--day", "2562-01-15")
    refused = tidtam(*asked, "--as", "kamon", "--commit")
    assert refused.exit_code == 2
    assert "148,000.00 baht" in refused.stdout
    assert "canals-grant" in refused.stdout
    assert "paper:" in refused.stdout
    assert not Claim.objects.exists()
    path.write_bytes(book(["LP-01/0001", "", 50000, 25000, 72000]))
    assert tidtam(*asked, "--as", "chai", "--commit").exit_code == 2  # of another province
    assert "Add --commit" in tidtam(*asked, "--as", "kamon").stdout
    assert not Claim.objects.exists()
    done = tidtam(*asked, "--as", "kamon", "--commit")
    assert (done.exit_code, Claim.objects.count()) == (0, 1)
    out = tmp_path / "ออก.xlsx"
    assert tidtam("grant", "write", out, "--project", "LP-01", "--as", "kamon").exit_code == 0
    assert tidtam("grant", "write", out, "--project", "LP-01", "--as", "kamon").exit_code == 2
