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
from tests.housing.test_grants import WHOLE, contracted, given, let_in
from tests.housing.test_moving import moved
from tidtam.documents.workbook import read_workbook
from tidtam.housing.actions import Planned
from tidtam.housing.grants.money import paid_to
from tidtam.housing.models import GrantItem, Household, Project
from tidtam.intake.grants.actions import take
from tidtam.intake.grants.workbook import WHOLE_PROJECT, read, write
from tidtam.review.models import Claim
from tidtam.review.words import ClaimState

pytestmark = pytest.mark.django_db
DAY = date(2019, 1, 15)
PAY_HEADS = ["ใบสำคัญ", "วันที่จ่าย", "ครัวเรือน", "ชื่อ", "จ่าย (บาท)"]
HEADS = ["ครัวเรือน", "ชื่อ", "งบพัฒนาสาธารณูปโภค", "อุดหนุนการสร้างบ้าน", "งบช่วยเหลือแบ่งเบาภาระ"]


def book(*rows: list[Any], heads: list[str] = HEADS, sheet: str = "เงินอุดหนุน") -> bytes:
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as file:
        page = file.add_worksheet(sheet)
        page.write_row(0, 0, ["LP-01"])
        for at, row in enumerate([heads, *rows], start=3):
            for column, cell in enumerate(row):
                write_ = page.write_formula if str(cell).startswith("=") else page.write
                write_(at, column, cell)
    return made.getvalue()


def payments(*rows: list[Any], heads: list[str] = PAY_HEADS) -> bytes:
    return book(*rows, heads=heads, sheet="จ่ายเงิน")


def test_it_goes_out_with_the_parts_of_the_rule_of_that_day(canal: Canal, project: Project) -> None:
    some_households(canal, project, 2)
    sheet, to_pay = read_workbook(write(project, DAY)).checked().sheets
    assert PAY_HEADS in to_pay.rows
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
    (claim,) = done.claims
    (count,) = claim.counts.all()
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
        (payments(), ["grants.nothing-given"]),
        (payments(["บค. 1", "15/1/2562", "", "", ""]), ["grants.sum-of-voucher"]),
        (payments(["", "15/1/2562", "", "", 5]), ["grants.voucher-of-sum"]),
        (payments(["บค. 1", "มกราคม 2562", "", "", 5]), ["grants.day-vague"]),
        (payments(["บค. 1", "วันก่อน", "", "", 5]), ["thai.date_unreadable"]),
        (payments(["บค. 1", "15/1/2562", "LP-99/0001", "", 5]), ["grants.household-unknown"]),
        (
            payments(["บค. 1", "15/1/2562", "LP-01/0001", "", 5], ["บค. 1", "", "LP-01/0001", "", 5]),
            ["grants.household-twice"],
        ),
        (
            payments(["บค. 1", "15/1/2562", "LP-01/0001", "", 5], ["บค. 1", "16/1/2562", "", "", 5]),
            ["grants.two-days"],
        ),
        (payments(["บค. 1", "15/1/2562", "", "ห้า"], heads=PAY_HEADS[:4]), ["grants.column-missing"]),
        (payments(["บค. 1", "15/1/2562", "", "", "=5*2"]), ["grants.formula"]),
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


def test_the_command_refuses_a_second_grant_for_a_citizen_id(
    canal: Canal, project: Project, tidtam: Run, tmp_path: Path
) -> None:
    one, other = some_households(canal, project, 2)
    given(canal, project, [one])
    Household.objects.filter(pk=other.pk).update(id_hash="same")
    Household.objects.filter(pk=one.pk).update(id_hash="same")
    path = tmp_path / "เงิน.xlsx"
    path.write_bytes(book(["LP-01/0002", "", 50000, 25000, 72000]))
    asked = ("grant", "read", path, "--project", "LP-01", "--day", "2562-01-15", "--as", "kamon", "--commit")
    refused = tidtam(*asked)
    assert refused.exit_code == 2
    assert "has the citizen ID of LP-01/0001" in refused.stdout
    assert Claim.objects.count() == 1


class TestPayments:
    """Two households with 147,000 each; half of the contract is due, half waits for the building."""

    @pytest.fixture(autouse=True)
    def _contracted(self, canal: Canal, project: Project) -> None:
        some = some_households(canal, project, 2)
        moved(canal, project, some, "rights")
        given(canal, project, some)
        contracted(canal, project, Planned(satang=WHOLE), Planned(satang=WHOLE, stage="building"))

    def taken(self, canal: Canal, project: Project, *rows: list[Any]) -> list[str]:
        """The codes of what is wrong; nothing was written where something is."""
        before = Claim.objects.count()
        looked = take(
            actor=canal.kamon, project=project, day=DAY, content=payments(*rows), name="จ่าย.xlsx", commit=True
        )
        assert bool(looked.problems) == (Claim.objects.count() == before)
        return [one.code for one in looked.problems]

    def test_a_voucher_is_proposed_and_paid_once(self, canal: Canal, project: Project) -> None:
        rows = (
            ["บค. 7", "1 มีนาคม 2562", "LP-01/0001", "", 73500],
            ["บค. 7", "", "LP-01/0002", "", "๗๓,๕๐๐"],
        )
        assert self.taken(canal, project, *rows) == []
        claim = Claim.objects.get(state=ClaimState.PROPOSED)
        assert self.taken(canal, project, *rows) == [
            "housing.voucher-twice",
            "housing.more-than-there",
            "housing.not-due",
        ]
        let_in(canal.wanchai, claim)
        assert (claim.note, claim.last_day) == ("บค. 7", date(2019, 3, 1))
        assert set(paid_to(list(project.households.all())).values()) == {7_350_000}
        assert "housing.voucher-twice" in self.taken(canal, project, *rows)

    def test_more_than_is_due_and_before_its_evidence(self, canal: Canal, project: Project) -> None:
        wrong = self.taken(canal, project, ["บค. 7", "1/3/2562", "ทั้งโครงการ", "", 147_001])
        assert wrong == ["housing.more-than-there", "housing.not-due"]

    def test_two_vouchers_together_are_no_more_than_is_due(self, canal: Canal, project: Project) -> None:
        one, other = (["บค. 7", "1/3/2562", "", "", 100_000], ["บค. 8", "1/3/2562", "", "", 100_000])
        assert self.taken(canal, project, one, other) == ["housing.more-than-there", "housing.not-due"]
        assert self.taken(canal, project, one) == []

    def test_no_household_is_paid_above_what_was_approved_for_it(
        self, canal: Canal, project: Project
    ) -> None:
        moved(canal, project, list(project.households.all()), "building", date(2019, 2, 1))
        wrong = self.taken(canal, project, ["บค. 7", "1/3/2562", "LP-01/0001", "", 147_000.5])
        assert wrong == ["housing.paid-above-given"]

    def test_the_command_says_the_row_and_the_paper(
        self, canal: Canal, project: Project, tidtam: Run, tmp_path: Path
    ) -> None:
        path = tmp_path / "จ่าย.xlsx"
        path.write_bytes(payments(["บค. 7", "1/3/2562", "ทั้งโครงการ", "", 300_000]))
        asked = ("grant", "read", path, "--project", "LP-01", "--day", "2562-03-01", "--as", "kamon")
        refused = tidtam(*asked, "--commit")
        assert refused.exit_code == 2
        assert "row 5" in refused.stdout
        assert "paper: contracted 15 January 2019" in refused.stdout
        assert "instalment 2 (147,000.00 baht) is not due yet" in refused.stdout
        path.write_bytes(payments(["บค. 7", "1/3/2562", "ทั้งโครงการ", "", 147_000]))
        done = tidtam(*asked, "--commit")
        assert done.exit_code == 0
        assert "To pay: 1 vouchers, 147,000.00 baht" in done.stdout
