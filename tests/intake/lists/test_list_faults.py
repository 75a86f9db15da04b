"""Every way in which a list may come back wrong, each with its message at its spot; nothing half-loads."""

from typing import Any

import pytest

from tests.housing.conftest import Canal
from tests.intake.lists.books import COLUMNS, added, list_of, typed
from tests.intake.lists.test_lists import MARCH, ONE, THREE, TWO, looked, taken
from tests.intake.sheet_books import Book
from tidtam.documents.workbook import read_workbook
from tidtam.housing.alike.citizen_id import check_digit
from tidtam.housing.models import Household, Project
from tidtam.intake.lists.actions import Looked, look
from tidtam.intake.lists.content import content_for
from tidtam.intake.lists.layout import LIMITS
from tidtam.intake.lists.writing import write_lists
from tidtam.problems import Refused
from tidtam.review.models import Claim

pytestmark = pytest.mark.django_db
REAL = "110170023070" + check_digit("110170023070")
ID_HEAD = "เลขประจำตัวประชาชน · citizen ID"


def told(found: Looked) -> list[tuple[str, int | None, str | None]]:
    return [(problem.code, problem.where.row, problem.where.column) for problem in found.problems]


def refused(canal: Canal, content: bytes, name: str = "LP-01.xlsx", only: str = "") -> list[str]:
    with pytest.raises(Refused) as raised:
        look(actor=canal.kamon, content=content, name=name, only=only)
    return [problem.code for problem in raised.value.problems]


def test_everything_wrong_is_told_at_once_and_nothing_is_taken(
    practice: Canal, here: Project, book: Book
) -> None:
    wrong = ONE.citizen_id[:-1] + str((int(ONE.citizen_id[-1]) + 1) % 10)
    added(book, ONE, id=wrong, part="ชุมชนอื่น", stage="ขั้นใหม่", vulnerability="ผู้สูงอายุ, คนรวย")
    added(book, TWO, name="", stage="สร้างเสร็จ", note="ไม่มีวันที่")
    added(book, THREE, since="31 ก.พ. 2562")
    found = looked(practice, book)
    assert {(code, row) for code, row, _ in told(found)} == {
        ("alike.id-wrong-check-digit", 2), ("list.part-unknown", 2), ("list.word-unknown", 2),
        ("intake.cell-empty", 3), ("thai.no_such_day", 4),
    }  # fmt: skip
    assert len([code for code, _, _ in told(found) if code == "list.word-unknown"]) == 2
    assert {problem.where.sheet for problem in found.problems} == {"ครัวเรือน"}
    with pytest.raises(Refused):
        found.planned()
    assert not Household.objects.exists()
    assert wrong not in " ".join(problem.text("th") + problem.text("en") for problem in found.problems)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"stage": "สร้างเสร็จ"}, "list.since-missing"),
        ({"since": MARCH}, "list.stage-missing"),
        ({"stage": "สร้างเสร็จ", "since": MARCH}, "list.draws-missing"),
        ({"stage": "สร้างเสร็จ", "since": MARCH, "draws": "ยอดรวม"}, "list.no-lot"),
        ({"stage": "สร้างเสร็จ", "since": "1 ม.ค. 2599", "draws": "เพิ่ม"}, "list.not-yet"),
        ({"id": "1234"}, "alike.id-wrong-length"),
        ({"id": "1.23457E+12"}, "alike.id-rounded"),
        ({"id": REAL}, "housing.real-in-practice"),
        ({"id": "x-xxxx-xxxxx-12-3"}, "list.id-tail"),
        ({"number": 7}, "list.no-such-number"),
        ({"number": "เจ็ด"}, "list.number-unclear"),
        ({"project": "LP-99"}, "list.row-foreign"),
    ],
)
def test_a_cell_that_cannot_be_so(practice: Canal, book: Book, cells: dict[str, Any], code: str) -> None:
    found = looked(practice, added(book, ONE, **cells))
    assert [(one, row) for one, row, _ in told(found)] == [(code, 2)]
    assert found.changes == 0


def test_the_same_citizen_id_twice_in_a_file(practice: Canal, book: Book) -> None:
    found = looked(practice, added(added(book, ONE), TWO, id=f" {ONE.citizen_id} "))
    assert told(found) == [("list.id-twice", 3, ID_HEAD)]


def test_a_citizen_id_that_the_programme_has(practice: Canal, here: Project, other: Project) -> None:
    taken(practice, added(list_of(practice.kamon, other), ONE))
    found = looked(practice, added(list_of(practice.kamon, here), TWO, id=ONE.citizen_id))
    assert told(found) == [("housing.same-citizen", 2, ID_HEAD)]
    assert "LP-02/0001" in found.problems[0].text("en")


def test_what_is_on_the_list_already_and_differs(practice: Canal, here: Project, book: Book) -> None:
    taken(practice, added(book, ONE))
    found = looked(practice, typed(book, 2, note="แก้ในไฟล์เดิม"))
    assert told(found) == [("list.there-already", 2, "ชื่อผู้ถือสิทธิ์ · name")]


def test_what_was_told_is_not_changed_in_a_list(lots: Canal, here: Project, book: Book) -> None:
    taken(lots, added(book, ONE, stage="สร้างเสร็จ", since=MARCH, draws="ยอดรวม"))
    for cells, code in (
        ({"since": "30 มี.ค. 2562"}, "list.told-already"),
        ({"stage": "", "since": "", "draws": ""}, "list.told-already"),
        ({"draws": "เพิ่ม"}, "list.told-already"),
        ({"stage": "รับรองสิทธิ์แล้ว"}, "list.goes-back"),
    ):
        found = looked(lots, typed(list_of(lots.kamon, here), 2, **cells))
        assert [one for one, _, _ in told(found)] == [code], cells


def test_a_row_that_was_typed_twice(practice: Canal, here: Project, book: Book) -> None:
    taken(practice, added(book, ONE))
    again = list_of(practice.kamon, here)
    again.numbers.append(list(again.numbers[1]))
    assert told(looked(practice, again)) == [("list.number-twice", 3, "เลขที่ · number")]


def test_formulas_are_refused_whatever_they_last_gave(practice: Canal, book: Book) -> None:
    added(book, ONE)
    book.touch(lambda page: page.write_formula(1, COLUMNS["note"], "=1+1", None, 2))
    assert told(looked(practice, book)) == [("list.formula", 2, "หมายเหตุ · note")]


def test_merged_cells_are_named(practice: Canal, book: Book) -> None:
    added(added(book, ONE), TWO)
    book.touch(lambda page: page.merge_range(1, COLUMNS["house"], 2, COLUMNS["house"], "1/1"))
    found = looked(practice, book)
    assert ("list.merged", 2, "บ้านเลขที่ · house number") in told(found)
    assert not found.ok


def test_hidden_rows_are_not_taken_and_are_named(practice: Canal, here: Project, book: Book) -> None:
    added(added(book, ONE), TWO)
    book.touch(lambda page: page.set_row(1, None, None, {"hidden": True}))
    found = looked(practice, book)
    assert [code for code, _, _ in told(found)] == ["list.hidden"]
    assert (found.ok, found.changes) == (True, 1)
    assert "rows 2." in found.problems[0].text("en")


def test_a_missing_column_is_told_before_anything(practice: Canal, book: Book) -> None:
    added(book, ONE)
    for row in book.numbers:
        del row[COLUMNS["draws"]]
    found = looked(practice, book)
    assert [code for code, _, _ in told(found)] == ["intake.column-missing"]
    assert found.changes == 0


def test_another_file_has_no_mark_and_a_changed_mark_is_noticed(practice: Canal, book: Book) -> None:
    added(book, ONE)
    marks = book.sheets[3].rows
    assert marks[0][:2] == ["Tidtam", "households"]
    marks[1][1] = "boonsri"
    assert refused(practice, book.saved()) == ["list.mark-broken"]
    del book.sheets[3]
    assert refused(practice, book.saved()) == ["list.no-mark"]
    assert refused(practice, b"%PDF-1.7") == ["documents.not_a_workbook"]


def test_the_mark_of_a_row_is_not_to_be_typed(practice: Canal, here: Project, book: Book) -> None:
    """Whoever changes how a row stood cannot pass over what somebody changed meanwhile."""
    taken(practice, added(book, ONE))
    mine = list_of(practice.kamon, here)
    taken(practice, typed(list_of(practice.kamon, here), 2, note="ของเขา"))
    theirs = list_of(practice.kamon, here)
    mine.sheets[3].rows[-1][2] = theirs.sheets[3].rows[-1][2]
    found = looked(practice, typed(mine, 2, note="ของฉัน"))
    assert [code for code, _, _ in told(found)] == ["list.no-such-number"]


def test_a_foreign_project_is_refused(practice: Canal, here: Project, other: Project, book: Book) -> None:
    added(book, ONE)
    assert refused(practice, book.saved(), only="LP-02") == ["list.foreign-project"]
    with pytest.raises(Refused) as raised:
        look(actor=practice.chai, content=book.saved(), name="LP-01.xlsx")  # he records elsewhere
    assert [problem.code for problem in raised.value.problems] == ["housing.project-not-yours"]
    assert not Claim.objects.exists()


def test_a_file_of_somebody_else_is_warned_of(practice: Canal, here: Project) -> None:
    book = added(list_of(practice.boonsri, here), ONE)
    found = looked(practice, book)
    assert (found.ok, [code for code, _, _ in told(found)]) == (True, ["list.other-person"])


def test_texts_never_go_out_as_formulas(practice: Canal, here: Project, book: Book) -> None:
    evil = "=cmd|' /C calc'!A0"
    taken(practice, added(book, ONE, name=f"'{evil}", note="@SUM(A1)", house=""))
    content = write_lists(content_for(person=practice.kamon, projects=[here]))
    sheets = read_workbook(content, limits=LIMITS).checked().sheets
    assert [sheet.inside.formulas for sheet in sheets] == [set()] * 4
    assert sheets[0].rows[1][COLUMNS["name"]] == evil
