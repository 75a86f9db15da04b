"""Every way in which a sheet may come back wrong, each with its message at its spot."""

import re

import pytest

from tests.intake.sheet_books import COLUMNS, CSV_COLUMNS, Book, opened, second_quarter
from tests.review.people import LONG_AGO, People, make_people
from tidtam.intake.sheets.actions import look
from tidtam.intake.sheets.content import content_for
from tidtam.intake.sheets.csv_writing import write_csv
from tidtam.intake.sheets.difference import Difference
from tidtam.intake.sheets.writing import write_sheet
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role
from tidtam.places.models import Place
from tidtam.problems import Refused
from tidtam.review.models import Round

pytestmark = pytest.mark.django_db
BAN_PET, BAN_THUM = "400105", "400106"
NUMBER = COLUMNS["number"]


@pytest.fixture
def people(country: None, db: None) -> People:
    made = make_people()
    second = Place.objects.get(code=BAN_THUM)
    give_role(actor=loader_account(), user=made.anong, role=Role.RECORDER, place=second, first_day=LONG_AGO)
    return made


@pytest.fixture
def q2(people: People) -> Round:
    return second_quarter()


@pytest.fixture
def book(people: People, q2: Round) -> Book:
    return opened(write_sheet(content_for(person=people.anong, of_round=q2)))


def looked(people: People, book: Book) -> Difference:
    return look(actor=people.anong, content=book.saved(), name="q2.xlsx")


def told(found: Difference) -> list[tuple[str, int | None, str | None]]:
    return [(problem.code, problem.where.row, problem.where.column) for problem in found.problems]


def refused(people: People, content: bytes, name: str = "q2.xlsx") -> list[str]:
    with pytest.raises(Refused) as raised:
        look(actor=people.anong, content=content, name=name)
    return [problem.code for problem in raised.value.problems]


HEAD = "จำนวน · number"
PLACE_HEAD = "รหัสพื้นที่ · place code"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("12 ครัวเรือน", "sheet.number-unclear"),
        ("ยังไม่ทราบ", "sheet.number-unclear"),
        ("=cmd|' /C calc'!A0", "sheet.number-unclear"),
        ("1,8000", "sheet.number-unclear"),
        (True, "sheet.number-unclear"),
        (-3, "sheet.number-negative"),
        (2.5, "sheet.number-not-whole"),
        (10**13, "sheet.number-too-large"),
    ],
)
def test_a_number_that_is_none(people: People, book: Book, typed: object, code: str) -> None:
    row = book.row(BAN_PET, "1.1") + 1
    found = looked(people, book.type(BAN_PET, "1.1", typed))
    assert told(found) == [(code, row, HEAD)]
    assert found.problems[0].where.sheet == "ตัวเลข"
    assert found.taken == []


@pytest.mark.parametrize("typed", ["๑๒", "12", 12, 12.0, " 12 ", "'12"])
def test_a_number_that_is_one(people: People, book: Book, typed: object) -> None:
    found = looked(people, book.type(BAN_PET, "1.1", typed))
    assert [one.yours for one in found.taken] == [12]


def test_everything_wrong_is_told_at_once_and_the_rest_is_still_shown(people: People, book: Book) -> None:
    book.type(BAN_PET, "1.1", "x").type(BAN_PET, "2.2", -1).type(BAN_THUM, "1.1", 4)
    found = looked(people, book)
    assert {code for code, _, _ in told(found)} == {"sheet.number-unclear", "sheet.number-negative"}
    assert [one.yours for one in found.taken] == [4]
    assert not found.ok


def test_formulas_are_refused_whatever_they_last_gave(people: People, book: Book) -> None:
    row = book.row(BAN_PET, "1.1")
    book.touch(lambda page: page.write_formula(row, NUMBER, "=2+3", None, 5))
    book.touch(lambda page: page.write_formula(row, COLUMNS["state"], "=1+1", None, 2))
    found = looked(people, book)
    assert told(found) == [("sheet.formula", row + 1, HEAD)]
    assert found.taken == []


def test_merged_cells_are_named(people: People, book: Book) -> None:
    row = book.row(BAN_PET, "1.1")
    book.touch(lambda page: page.merge_range(row, NUMBER, row + 1, NUMBER, 5))
    found = looked(people, book)
    assert told(found) == [("sheet.merged", row + 1, HEAD)]
    assert f"H{row + 1}:H{row + 2}" in found.problems[0].text("en")
    assert not found.ok


def test_numbers_in_hidden_rows_are_not_taken_and_the_rows_are_named(people: People, book: Book) -> None:
    first, second = book.row(BAN_PET, "1.1"), book.row(BAN_PET, "2.2")
    for row in (first, second, second + 1):
        book.touch(lambda page, row=row: page.set_row(row, None, None, {"hidden": True}))
    book.type(BAN_PET, "1.1", 5).type(BAN_PET, "2.2", 6).type(BAN_THUM, "1.1", 7)
    found = looked(people, book)
    assert told(found) == [("sheet.hidden", None, None)]
    assert f"rows {first + 1}, {second + 1}. " in found.problems[0].text("en")
    assert [(one.place.code, one.yours) for one in found.taken] == [(BAN_THUM, 7)]
    assert found.ok


def test_hidden_rows_without_a_change_are_nothing_to_say(people: People, book: Book) -> None:
    book.touch(lambda page: page.set_row(1, None, None, {"hidden": True}))
    assert looked(people, book).problems == []


def test_a_changed_header_is_told_with_what_may_have_been_meant(people: People, book: Book) -> None:
    book.numbers[0][NUMBER] = "จำนวนใหม่ · number"
    found = looked(people, book)
    codes = [problem.code for problem in found.problems]
    assert sorted(codes) == ["intake.column-missing", "intake.column-unknown"]
    assert found.squares == []
    assert not found.ok


def test_a_column_of_remarks_does_no_harm(people: People, book: Book) -> None:
    book.numbers[0].append("บันทึกของฉัน")
    found = looked(people, book.type(BAN_PET, "1.1", 5))
    assert found.ok
    assert [one.yours for one in found.taken] == [5]


def test_rows_about_foreign_and_unknown_places_and_lines(people: People, book: Book) -> None:
    last = len(book.numbers)
    for place, line in (("500101", "1.1"), ("999999", "1.1"), (BAN_PET, "99"), (BAN_PET, "2.3")):
        row = list(book.numbers[1])
        row[COLUMNS["place"]], row[COLUMNS["line"]], row[NUMBER] = place, line, 5
        book.numbers.append(row)
    found = looked(people, book)
    assert told(found) == [
        ("sheet.not-your-place", last + 1, PLACE_HEAD),
        ("sheet.no-such-place", last + 2, PLACE_HEAD),
        ("sheet.no-such-line", last + 3, "รหัสตัวชี้วัด · line code"),
        ("sheet.row-added", last + 4, None),
    ]
    assert found.taken == []


def test_a_doubled_row_is_named_with_the_first(people: People, book: Book) -> None:
    first = book.row(BAN_PET, "1.1") + 1
    book.numbers.append([*book.numbers[first - 1]])
    found = looked(people, book)
    assert told(found) == [("sheet.row-twice", len(book.numbers), PLACE_HEAD)]
    assert f"row {first} already" in found.problems[0].text("en")


def test_rows_in_another_order_or_left_out_are_fine(people: People, book: Book) -> None:
    book.type(BAN_PET, "1.1", 5)
    head, *rows = book.numbers
    book.numbers[:] = [head, *reversed(rows[:10])]
    found = looked(people, book)
    assert found.ok
    assert [one.yours for one in found.taken] == [5]


def test_a_changed_revision_in_the_mark_is_noticed(people: People, book: Book) -> None:
    at = next(n for n, row in enumerate(book.marks) if row[:2] == [BAN_PET, "1.1"])
    book.marks[at][2] = 7
    found = looked(people, book.type(BAN_PET, "1.1", 5))
    assert told(found) == [("sheet.row-mark-broken", book.row(BAN_PET, "1.1") + 1, None)]
    assert found.taken == []


@pytest.mark.parametrize("row", [1, 2, 3])
def test_a_changed_head_of_the_mark_is_refused(people: People, book: Book, row: int) -> None:
    book.marks[row][1] = "2562-Q3" if row == 1 else "2019-01-01T00:00+07:00"
    assert refused(people, book.saved()) == ["sheet.mark-broken"]


def test_a_file_of_another_kind_has_no_mark(people: People, book: Book) -> None:
    del book.sheets[2]
    assert refused(people, book.saved()) == ["sheet.no-mark"]


def test_a_renamed_sheet_is_missed(people: People, book: Book) -> None:
    object.__setattr__(book.sheets[0], "name", "แผ่น1")
    assert refused(people, book.saved()) == ["intake.sheet-missing"]


def test_what_is_no_workbook_is_refused_before_anything(people: People, q2: Round) -> None:
    assert refused(people, b"PK broken") == ["documents.not_a_workbook"]
    assert refused(people, b"%PDF-1.7", "q2.pdf") == ["documents.not_a_workbook"]
    assert refused(people, b"a,b\n1,2\n", "q2.csv") == ["sheet.no-mark"]
    assert refused(people, b"", "q2.csv") == ["documents.file_empty"]


def test_a_round_that_is_gone_is_told(people: People, book: Book) -> None:
    Round.objects.all().delete()
    assert refused(people, book.saved()) == ["sheet.no-round"]


def csv_lines(people: People, q2: Round) -> list[list[str]]:
    text = write_csv(content_for(person=people.anong, of_round=q2)).decode("utf-8-sig")
    return [line.split(",") for line in text.splitlines()]


def joined(lines: list[list[str]]) -> bytes:
    return "\r\n".join(",".join(line) for line in lines).encode("utf-8-sig")


@pytest.mark.parametrize(("key", "value"), [("revision", "4"), ("was", "9"), ("line", "2.2"), ("mark", "x")])
def test_a_changed_mark_in_csv_is_noticed(people: People, q2: Round, key: str, value: str) -> None:
    lines = csv_lines(people, q2)
    at = next(n for n, line in enumerate(lines) if line[:2] == [BAN_PET, "1.1"])
    lines[at][CSV_COLUMNS[key]] = value
    lines = [line for line in lines if line is lines[at] or line[:2] != [BAN_PET, "2.2"]]
    lines[at][CSV_COLUMNS["number"]] = "5"
    found = look(actor=people.anong, content=joined(lines), name="q2.csv")
    assert [problem.code for problem in found.problems] in (["sheet.row-mark-broken"], ["sheet.row-added"])
    assert found.taken == []


def test_csv_without_its_mark_is_refused(people: People, q2: Round) -> None:
    lines = [line[:4] + line[5:] for line in csv_lines(people, q2)]
    assert refused(people, joined(lines), "q2.csv") == ["sheet.no-mark"]
    lines = [line[:2] + line[3:] for line in csv_lines(people, q2)]
    assert refused(people, joined(lines), "q2.csv") == ["intake.column-missing"]


def test_text_never_comes_out_as_a_formula(people: People, q2: Round) -> None:
    evil = "=cmd|' /C calc'!A0"
    Place.objects.filter(code=BAN_PET).update(kind="province", name_th=evil, name_en=evil)
    Place.objects.filter(code=BAN_THUM).update(kind="province", name_th="@SUM(A1)", name_en="-2+3")
    people.anong.display_name = evil
    people.anong.save()
    Round.objects.update(name_th=evil, name_en=evil)
    q2.refresh_from_db()
    content = content_for(person=people.anong, of_round=q2)
    content.rows[0].line.name_th = f"\t{evil}"
    book = opened(write_sheet(content))
    assert [sheet.inside.formulas for sheet in book.sheets] == [set(), set(), set()]
    assert evil in [row[COLUMNS["place_name"]] for row in book.numbers]
    text = write_csv(content).decode("utf-8-sig")
    assert f"'{evil}" in text
    assert not re.search(r"""(^|,)"?[=+@\t-]""", text, re.MULTILINE)
