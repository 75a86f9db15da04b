"""`tidtam sheet`: written, compared, kept; exit 2 when anything is wrong."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.intake.sheet_books import opened, second_quarter
from tests.review.people import LONG_AGO, make_people
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.review.models import Claim, ClaimCount

pytestmark = pytest.mark.django_db
BAN_PET = "400105"


@pytest.fixture
def round_open(country: None, db: None) -> None:
    make_people()
    second_quarter()


@pytest.fixture
def tan(round_open: None) -> User:
    """A recorder of Chiang Mai, in another region than Ban Pet."""
    made = User.objects.create_user("tan", display_name="ตาล")
    there = Place.objects.get(code="50")
    give_role(actor=loader_account(), user=made, role=Role.RECORDER, place=there, first_day=LONG_AGO)
    return made


@pytest.fixture
def file(round_open: None, tidtam: Run, tmp_path: Path) -> Path:
    path = tmp_path / "ไตรมาส2.xlsx"
    result = tidtam("sheet", "write", "--round", "2562-Q2", "--as", "anong", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "places: 1" in result.stderr
    return path


def fill(file: Path, number: object) -> None:
    file.write_bytes(opened(file.read_bytes()).type(BAN_PET, "1.1", number).saved())


def test_shown_kept_and_read_again(file: Path, tidtam: Run) -> None:
    fill(file, 5)
    shown = tidtam("sheet", "read", file, "--as", "anong")
    assert shown.exit_code == 0
    assert "new: 1" in shown.stdout
    assert "yours 5 · now – · when downloaded –" in shown.stdout
    assert "--commit" in shown.stdout
    assert Claim.objects.count() == 0
    kept = tidtam("sheet", "read", file, "--as", "anong", "--commit")
    assert (kept.exit_code, ClaimCount.objects.get().number) == (0, 5)
    assert "Squares kept as drafts: 1" in kept.stdout
    again = tidtam("sheet", "read", file, "--as", "anong", "--commit")
    assert again.exit_code == 0
    assert "nothing was changed" in again.stdout
    assert ClaimCount.objects.count() == 1


def test_a_fault_keeps_nothing_and_ends_with_2(file: Path, tidtam: Run) -> None:
    fill(file, "ห้า")
    result = tidtam("sheet", "read", file, "--as", "anong", "--commit")
    assert result.exit_code == 2
    assert "'ห้า' is not a number" in result.stdout
    assert Claim.objects.count() == 0


def test_one_json_document(file: Path, tidtam: Run) -> None:
    fill(file, 5)
    result = tidtam("sheet", "read", file, "--as", "anong", "--commit", "--json")
    told = json.loads(result.stdout)
    assert (told["ok"], told["kept"], told["counts"]["new"]) == (True, 1, 1)
    assert told["squares"][0] | {"row": 0} == {
        "row": 0, "place": BAN_PET, "line": "1.1", "change": "new", "taken": True,
        "yours": 5, "now": None, "when_downloaded": None,
    }  # fmt: skip


def test_csv_is_written_with_its_byte_order_mark(round_open: None, tidtam: Run, tmp_path: Path) -> None:
    path = tmp_path / "q2.csv"
    asked = ("sheet", "write", "--round", "2562-Q2", "--as", "anong", "--place", "ขอนแก่น", path)
    assert tidtam(*asked).exit_code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert tidtam("sheet", "read", path, "--as", "anong").exit_code == 0


def test_who_is_of_another_region_gets_nothing_of_it_by_command(
    file: Path, tan: User, tidtam: Run, tmp_path: Path
) -> None:
    fill(file, 7777)
    assert tidtam("sheet", "read", file, "--as", "anong", "--commit").exit_code == 0
    own, theirs = tmp_path / "own.csv", tmp_path / "theirs.csv"
    assert tidtam("sheet", "write", "--round", "2562-Q2", "--as", "tan", own).exit_code == 0
    text = own.read_text(encoding="utf-8-sig")
    assert "500101" in text
    assert not [word for word in (BAN_PET, "บ้านเป็ด", "7777", "อนงค์") if word in text]
    asked = tidtam("sheet", "write", "--round", "2562-Q2", "--as", "tan", "--place", BAN_PET, theirs)
    assert (asked.exit_code, theirs.exists()) == (2, False)
    assert "no place for which you record" in asked.stderr


@pytest.mark.parametrize("who", ["tan", "chai"])
def test_what_another_hands_over_is_refused_and_shows_nothing_of_the_place(
    who: str, file: Path, tan: User, tidtam: Run
) -> None:
    fill(file, 7777)
    assert tidtam("sheet", "read", file, "--as", "anong", "--commit").exit_code == 0
    fill(file, 5)
    result = tidtam("sheet", "read", file, "--as", who, "--commit")
    assert result.exit_code == 2
    assert "is not among your roles" in result.stdout
    assert "7,777" not in result.stdout
    assert ClaimCount.objects.get().number == 7777


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--round", "2562-Q9", "--as", "anong", "x.xlsx"), "no round '2562-Q9'"),
        (("--round", "2562-Q2", "--as", "nobody", "x.xlsx"), "no account 'nobody'"),
        (("--round", "2562-Q2", "--as", "boon", "x.xlsx"), "no place for which you record"),
        (("--round", "2562-Q2", "--as", "anong", "x.ods"), "kind '.ods'"),
    ],
)
def test_what_cannot_be_written_is_told(
    round_open: None, tidtam: Run, tmp_path: Path, asked: tuple[str, ...], said: str
) -> None:
    result = tidtam("sheet", "write", *asked[:-1], tmp_path / asked[-1])
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_file_is_never_overwritten(file: Path, tidtam: Run) -> None:
    before = file.read_bytes()
    assert tidtam("sheet", "write", "--round", "2562-Q2", "--as", "anong", file).exit_code == 2
    assert file.read_bytes() == before


def test_a_file_that_is_not_there(round_open: None, tidtam: Run, tmp_path: Path) -> None:
    result = tidtam("sheet", "read", tmp_path / "none.xlsx", "--as", "anong")
    assert result.exit_code == 2
    assert "cannot be opened" in result.stderr
