"""Files that are no workbook of results: each is refused with its reason, and nothing is changed."""

import zipfile
from collections import Counter
from pathlib import Path

import msoffcrypto.format.ooxml as ooxml
import pytest

from tests.intake import books
from tests.intake.conftest import Import
from tidtam.intake.actions import import_workbooks
from tidtam.intake.lookups import MOST_UNKNOWN
from tidtam.intake.preview import Preview
from tidtam.people.actions import loader_account
from tidtam.review.models import Claim

pytestmark = pytest.mark.django_db


def _load(path: Path) -> Preview:
    preview = import_workbooks(actor=loader_account(), paths=[path], commit=True)
    assert (preview.ok, preview.committed, Claim.objects.count()) == (False, False, 0)
    return preview


def _codes(preview: Preview) -> list[str]:
    return [problem.code for problem in preview.problems]


def test_a_file_that_is_not_there(country: None, tmp_path: Path) -> None:
    assert _codes(_load(tmp_path / "ไม่มี.xlsx")) == ["intake.file-unreadable"]


def test_a_folder(country: None, tmp_path: Path) -> None:
    assert _codes(_load(tmp_path)) == ["intake.file-unreadable"]


def test_an_empty_file(country: None, tmp_path: Path) -> None:
    path = tmp_path / "ว่าง.xlsx"
    path.write_bytes(b"")
    assert _codes(_load(path)) == ["documents.file_empty"]


def test_a_csv_has_no_room_for_sources(country: None, tmp_path: Path) -> None:
    path = tmp_path / "ผล.csv"
    path.write_text("ตัวชี้วัด,จำนวน\n1.1,172\n", encoding="utf-8")
    assert _codes(_load(path)) == ["intake.file-of-one-table"]


def test_a_password(country: None, tmp_path: Path) -> None:
    plain = books.write(tmp_path / "plain.xlsx", books.lat_phrao())
    path = tmp_path / "ลับ.xlsx"
    with plain.open("rb") as source, path.open("wb") as locked:
        ooxml.OOXMLFile(source).encrypt("ความลับ", locked)
    assert _codes(_load(path)) == ["documents.password"]


def test_a_zip_bomb(country: None, tmp_path: Path) -> None:
    plain = books.write(tmp_path / "plain.xlsx", books.lat_phrao())
    path = tmp_path / "ระเบิด.xlsx"
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        for part in source.namelist():
            bomb.writestr(part, source.read(part))
        bomb.writestr("xl/media/filler.bin", b"\0" * 200_000_000)
    assert _codes(_load(path)) == ["documents.unpacks_too_big"]


def test_a_missing_sheet(country: None, tmp_path: Path) -> None:
    path = books.write(tmp_path / "ผล.xlsx", books.lat_phrao(), sheets=("ข้อมูล", "แหล่งที่มา"))
    preview = _load(path)
    assert _codes(preview) == ["intake.sheet-missing"]
    assert "ข้อมูล" in preview.problems[0].what("th")


def test_a_missing_header_and_one_that_was_changed(load: Import) -> None:
    headers = ["จำนวนครัวเรือน" if name == "จำนวน" else name for name in books.RESULT_HEADERS if name != "หน่วย"]
    rows = [{**row, "จำนวนครัวเรือน": row["จำนวน"]} for row in books.lat_phrao()]
    preview = load(rows, headers=headers)
    assert (preview.ok, Claim.objects.count()) == (False, 0)
    missing = {p.values["name"].th: p for p in preview.problems if p.code == "intake.column-missing"}  # type: ignore[attr-defined]
    assert set(missing) == {"จำนวน", "หน่วย"}
    assert "จำนวนครัวเรือน" in missing["จำนวน"].do("th")
    assert "intake.column-unknown" in _codes(preview)


def test_a_header_twice(load: Import) -> None:
    preview = load(books.lat_phrao(), headers=[*books.RESULT_HEADERS, "จำนวน"])
    assert _codes(preview) == ["intake.column-twice"]


def test_no_rows(load: Import) -> None:
    preview = load([])
    assert "intake.no-rows" in _codes(preview)
    assert not preview.ok


def test_a_workbook_cut_short(country: None, tmp_path: Path) -> None:
    whole = books.write(tmp_path / "ผล.xlsx", books.lat_phrao()).read_bytes()
    path = tmp_path / "ครึ่ง.xlsx"
    path.write_bytes(whole[: len(whole) // 2])
    assert _codes(_load(path)) == ["documents.not_a_workbook"]


@pytest.mark.slow
def test_a_hundred_thousand_rows_are_too_many(load: Import) -> None:
    preview = load([books.happened(number) for number in range(1, 100_001)])
    assert _codes(preview) == ["documents.too_many_rows"]
    assert Claim.objects.count() == 0


@pytest.mark.slow
def test_thousands_of_wrong_rows_are_all_told_in_good_time(load: Import) -> None:
    rows = [books.happened("มาก", สถานที่=f"ต.บ้านที่ {number}") for number in range(20_000)]
    preview = load(rows)
    assert (preview.ok, Claim.objects.count()) == (False, 0)
    assert Counter(_codes(preview)) == {
        "thai.number_unreadable": 20_000,
        "place.unknown-near": MOST_UNKNOWN,
        "intake.places-not-looked-for": 1,
    }
