"""A right workbook: shown first, then in the book, and doing it again changes nothing."""

from datetime import date, datetime
from pathlib import Path

import pytest

from tests.intake import books
from tests.intake.conftest import Import
from tidtam.audit.models import AuditLine
from tidtam.intake.actions import import_workbooks
from tidtam.ledger_store.models import Entry, Subject
from tidtam.people.actions import loader_account
from tidtam.problems import Severity
from tidtam.review.models import Claim, SourcePaper

pytestmark = pytest.mark.django_db


def _codes(preview: object) -> list[str]:
    return [problem.code for problem in preview.problems]  # type: ignore[attr-defined]


def test_a_preview_shows_claims_and_movements_and_changes_nothing(load: Import) -> None:
    lines = AuditLine.objects.count()
    preview = load(books.lat_phrao(), commit=False)
    assert (preview.ok, preview.committed, preview.problems) == (True, False, [])
    (claim,) = preview.claims
    assert (claim.state, claim.kind, claim.rows) == ("new", "stands", (2, 3, 4))
    assert claim.place.th == "คลองลาดพร้าว"
    assert [(c.stage.en, c.number) for c in claim.counts] == [
        ("ready to build", 3084),
        ("building", 2722),
        ("completed", 2068),
    ]
    moved = {movement.to_stage.en: movement.number for movement in claim.movements if movement.to_stage}
    assert moved == {"completed": 2068, "building": 654, "ready to build": 362}
    assert Claim.objects.count() == Entry.objects.count() == SourcePaper.objects.count() == 0
    assert AuditLine.objects.count() == lines


def test_committed_it_is_in_the_book_and_does_nothing_the_second_time(load: Import) -> None:
    assert load(books.lat_phrao()).committed
    before = (Claim.objects.count(), Entry.objects.count(), AuditLine.objects.count())
    again = load(books.lat_phrao(), name="สำเนา.xlsx")
    assert again.ok
    assert [claim.state for claim in again.claims] == ["repeated"]
    assert _codes(again) == ["intake.already-there"]
    assert (Claim.objects.count(), Entry.objects.count(), AuditLine.objects.count()) == before
    assert before[0] == 1


def test_the_same_row_in_two_files_of_one_import_counts_once(load: Import, tmp_path: Path) -> None:
    paths = [books.write(tmp_path / name, [books.happened(172)]) for name in ("one.xlsx", "two.xlsx")]
    preview = import_workbooks(actor=loader_account(), paths=paths, commit=True)
    assert (preview.ok, Claim.objects.count()) == (True, 1)
    assert sum(entry.quantity for entry in Entry.objects.all()) == 172


@pytest.mark.parametrize("number", ["๓,๐๘๔", "3,084", 3084, 3084.0, " 3084 ", "\u00a03084\u200b"])
def test_numbers_as_people_write_them(load: Import, number: object) -> None:
    preview = load([books.stands(number)], commit=False)
    assert _codes(preview) == []
    assert preview.claims[0].counts[0].number == 3084


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("31 มีนาคม 2562", date(2019, 3, 31), date(2019, 3, 31)),
        ("๓๑ มี.ค. ๒๕๖๒", date(2019, 3, 31), date(2019, 3, 31)),
        ("31 มี.ค. 62", date(2019, 3, 31), date(2019, 3, 31)),
        ("2562-03-31", date(2019, 3, 31), date(2019, 3, 31)),
        ("2019-03-31", date(2019, 3, 31), date(2019, 3, 31)),
        (datetime(2019, 3, 31), date(2019, 3, 31), date(2019, 3, 31)),  # noqa: DTZ001  Excel has no zone
        ("พ.ค. 2561", date(2018, 5, 1), date(2018, 5, 31)),
        ("ไตรมาส 2/2562", date(2019, 1, 1), date(2019, 3, 31)),
    ],
)
def test_days_as_people_write_them_keep_their_precision(
    load: Import, written: object, first: date, last: date
) -> None:
    preview = load([books.stands(10, day=written)])
    assert _codes(preview) == []
    claim = Claim.objects.get()
    assert (claim.first_day, claim.last_day) == (first, last)


def test_english_sheets_headers_and_words_will_do(load: Import) -> None:
    row = {
        "indicator": "2.3",
        "place": "canal:lat-phrao",
        "kind": "stands",
        "stage": "ready to build",
        "count": "at or beyond",
        "number": 3084,
        "unit": "household",
        "day": "2019-03-31",
        "source": "s1",
    }
    preview = load([row], headers=list(row), sheets=("Results", "Sources"))
    assert _codes(preview) == []
    assert Entry.objects.filter(quantity=3084).exists()


def test_at_and_beyond_can_stand_side_by_side(load: Import) -> None:
    rows = [
        books.stands(1159, stage="ready", count="ถึงขั้น"),
        books.stands(305, stage="building", count="ที่ขั้น"),
        books.stands(844, stage="completed", count="ที่ขั้น"),
    ]
    counts = load(rows, commit=False).claims[0].counts
    assert [(c.stage.en, c.number) for c in counts] == [
        ("ready to build", 1159),
        ("building", 1149),
        ("completed", 844),
    ]


def test_at_least_is_kept(load: Import) -> None:
    preview = load([books.stands(763, stage="สร้างเสร็จ", อย่างน้อย="ใช่")])
    assert preview.claims[0].counts[0].at_least
    assert Claim.objects.get().counts.get().at_least


def test_a_code_that_excel_made_a_number_is_still_the_code(load: Import) -> None:
    rows = [
        books.happened(134, ตัวชี้วัด=6.0, หน่วย="ชุด"),
        books.happened(172, ตัวชี้วัด=1.1),
    ]
    preview = load(rows, commit=False)
    assert [claim.indicator for claim in preview.claims] == ["6", "1.1"]


def test_the_fiscal_year_comes_from_the_day(load: Import) -> None:
    load([books.happened(172, day="30 เมษายน 2562")], [books.source("s1", "1 พ.ค. 2562")])
    assert Claim.objects.get().cycle == "2562"
    rows = [books.stands(3271, day="19 ก.ย. 2562")]
    load(rows, [books.source("s1", "20 ก.ย. 2562")])
    assert Claim.objects.get(indicator="2.3").cycle == ""


def test_a_named_subject_stands_at_its_stage(load: Import) -> None:
    centre = {
        "ตัวชี้วัด": "2.5",
        "หน่วย": "แห่ง",
        "รายการ": "บ้านโฮมแสนสุข",
        "สถานที่": "ขอนแก่น",
        "ขั้น": "ก่อสร้าง",
    }
    preview = load([books.stands(1, **centre)])
    assert _codes(preview) == []
    subject = Subject.objects.get()
    assert (subject.name, subject.unit, subject.place.code) == ("บ้านโฮมแสนสุข", "centre", "40")
    assert Entry.objects.get().to_stage == "construction"


def test_a_lot_is_placed_by_a_later_row(load: Import) -> None:
    rows = [
        books.happened(172, day="28 ก.พ. 2562"),
        books.happened(3, สถานที่="อ.บ้านไผ่", มาจาก="ยอดรวม", จากสถานที่="ประเทศไทย"),
    ]
    preview = load(rows)
    assert _codes(preview) == []
    (moved,) = preview.claims[1].movements
    assert (moved.number, moved.from_place.th, moved.to_place.th) == (3, "ประเทศไทย", "อ.บ้านไผ่")  # type: ignore[union-attr]


def test_where_it_comes_from_not_known_is_held_as_a_question(load: Import) -> None:
    rows = [books.happened(172), books.happened(3, สถานที่="4009", มาจาก="ไม่ทราบ")]
    preview = load(rows)
    assert (preview.ok, preview.committed) == (True, True)
    assert [claim.state for claim in preview.claims] == ["new", "held"]
    (question,) = preview.problems
    assert (question.code, question.severity) == ("review.draws-unknown", Severity.QUESTION)
    assert (question.where.sheet, question.where.row) == ("ผล", 3)
    assert sum(entry.quantity for entry in Entry.objects.all()) == 172

    rows[1] = books.happened(3, สถานที่="4009", มาจาก="เพิ่ม")
    answered = load(rows)
    assert [claim.state for claim in answered.claims] == ["repeated", "answered"]
    assert sum(entry.quantity for entry in Entry.objects.all()) == 175


def test_other_movements_that_come_out_differently_are_shown(load: Import) -> None:
    load(books.lat_phrao())
    earlier = load([books.stands(2635, day="พ.ค. 2561")], [books.source("s1", "31 พ.ค. 2561")], commit=False)
    assert earlier.ok
    assert earlier.claims[0].movements[0].number == 2635
    assert earlier.other_movements != []


def test_what_a_program_reads_says_the_same(load: Import) -> None:
    document = load(books.lat_phrao(), commit=False).as_json()
    assert (document["ok"], document["new"], document["already_there"]) == (True, 1, 0)
    assert document["claims"][0]["where"] == {"file": "ผล.xlsx", "sheet": "ผล", "rows": [2, 3, 4]}  # type: ignore[index]
