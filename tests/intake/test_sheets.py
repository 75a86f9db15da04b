"""The sheet of a round: out, filled in, compared, taken, and taken again."""

from datetime import date

import pytest

from tests.intake.sheet_books import CSV_COLUMNS, Book, opened, second_quarter
from tests.review.people import LONG_AGO, People, make_people
from tidtam.audit.models import AuditLine
from tidtam.documents.workbook import read_workbook
from tidtam.intake.sheets.actions import confirmed, look, take
from tidtam.intake.sheets.content import content_for
from tidtam.intake.sheets.csv_writing import write_csv
from tidtam.intake.sheets.difference import Change, Difference
from tidtam.intake.sheets.writing import write_sheet
from tidtam.people.actions import end_role, give_role, loader_account
from tidtam.people.models import Role, RoleHeld, User
from tidtam.places.models import Kind, Place
from tidtam.problems import Refused
from tidtam.review import grid
from tidtam.review.actions import Typed, keep_squares, submit_squares
from tidtam.review.models import Claim, Round

pytestmark = pytest.mark.django_db
BAN_PET = "400105"


@pytest.fixture
def people(country: None, db: None) -> People:
    return make_people()


@pytest.fixture
def q2(people: People) -> Round:
    return second_quarter()


def written(person: User, of_round: Round) -> Book:
    return opened(write_sheet(content_for(person=person, of_round=of_round)))


def typed(person: User, of_round: Round, line: str, number: int | None, *, place: str = BAN_PET) -> None:
    """What somebody types in the grid meanwhile."""
    at = Place.objects.get(code=place)
    version = next(one for one in grid.lines_of(of_round) if one.code == line)
    seen = grid.squares(of_round, [version], [at])[line, at.pk].revision
    (kept,) = keep_squares(actor=person, of_round=of_round, typed=[Typed(version, at, number, seen)])
    assert kept.problems == []


def number_of(of_round: Round, line: str, place: str = BAN_PET) -> int | None:
    at = Place.objects.get(code=place)
    version = next(one for one in grid.lines_of(of_round) if one.code == line)
    return grid.squares(of_round, [version], [at])[line, at.pk].number


def took(person: User, found: Difference) -> list[str]:
    """Takes what was shown; the codes of what went wrong."""
    outcome = take(actor=person, of_round=found.of_round.code, file=found.back.file, squares=confirmed(found))
    return [problem.code for problem in outcome.problems]


def test_out_and_back_unchanged_does_nothing(people: People, q2: Round) -> None:
    typed(people.anong, q2, "1.1", 3)
    book = written(people.anong, q2)
    assert [sheet.name for sheet in book.sheets] == ["ตัวเลข", "อ่านก่อน Read me", "_tidtam"]
    assert book.number(BAN_PET, "1.1") == 3
    assert book.number(BAN_PET, "2.2") == ""
    found = look(actor=people.anong, content=book.saved(), name="q2.xlsx")
    assert found.ok
    assert dict(found.counts) == {Change.SAME: len(book.numbers) - 1}
    assert took(people.anong, found) == []
    assert not AuditLine.objects.filter(action="sheet.taken").exists()


def test_every_kind_of_difference_is_told_apart(people: People, q2: Round) -> None:
    for line, number in {"1.1": 3, "2.2": 7, "2.1": 1, "3.1": 4}.items():
        typed(people.anong, q2, line, number)
    book = written(people.anong, q2)
    for line, number in {"2.1": 2, "3.1": 5}.items():
        typed(people.anong, q2, line, number)
    book.type(BAN_PET, "1.1", 9).type(BAN_PET, "2.2", "").type(BAN_PET, "2.1", 8).type(BAN_PET, "4", "๑,๒๐๐")
    found = look(actor=people.anong, content=book.saved(), name="q2.xlsx")
    changes = {one.line.code: (one.change, one.yours, one.now, one.was) for one in found.squares}
    assert changes == {
        "1.1": (Change.CHANGED, 9, 3, 3),
        "2.2": (Change.CLEARED, None, 7, 7),
        "2.1": (Change.CONFLICT, 8, 2, 1),
        "3.1": (Change.THEIRS, 4, 5, 4),
        "4": (Change.NEW, 1200, None, None),
    }
    assert number_of(q2, "1.1") == 3  # nothing is taken by looking
    assert took(people.anong, found) == []
    numbers = {line: number_of(q2, line) for line in changes}
    assert numbers == {"1.1": 9, "2.2": None, "2.1": 2, "3.1": 5, "4": 1200}


def test_the_same_file_twice_changes_nothing(people: People, q2: Round) -> None:
    content = written(people.anong, q2).type(BAN_PET, "1.1", 9).saved()
    assert took(people.anong, look(actor=people.anong, content=content, name="q2.xlsx")) == []
    before = list(Claim.objects.values_list("key", "revision"))
    again = look(actor=people.anong, content=content, name="q2.xlsx")
    assert (again.taken, again.squares) == ([], [])
    assert took(people.anong, again) == []
    assert list(Claim.objects.values_list("key", "revision")) == before


def test_a_revision_that_is_stale_by_the_time_of_confirming_is_not_overwritten(
    people: People, q2: Round
) -> None:
    typed(people.anong, q2, "1.1", 3)
    book = written(people.anong, q2).type(BAN_PET, "1.1", 9).type(BAN_PET, "2.2", 6)
    found = look(actor=people.anong, content=book.saved(), name="q2.xlsx")
    typed(people.anong, q2, "1.1", 5)
    outcome = take(actor=people.anong, of_round=q2.code, file="q2.xlsx", squares=confirmed(found))
    (problem,) = outcome.problems
    assert problem.code == "review.changed-meanwhile"
    assert problem.where.row == book.row(BAN_PET, "1.1") + 1
    assert (outcome.kept, number_of(q2, "1.1"), number_of(q2, "2.2")) == (1, 5, 6)


def test_clearing_what_changed_meanwhile_takes_nothing_away(people: People, q2: Round) -> None:
    typed(people.anong, q2, "1.1", 3)
    book = written(people.anong, q2).type(BAN_PET, "1.1", "")
    found = look(actor=people.anong, content=book.saved(), name="q2.xlsx")
    typed(people.anong, q2, "1.1", 5)
    assert took(people.anong, found) == ["review.changed-meanwhile"]
    assert number_of(q2, "1.1") == 5


def test_there_and_back_to_the_same_number_is_still_stale(people: People, q2: Round) -> None:
    typed(people.anong, q2, "1.1", 3)
    book = written(people.anong, q2).type(BAN_PET, "1.1", 9)
    typed(people.anong, q2, "1.1", 4)
    typed(people.anong, q2, "1.1", 3)
    found = look(actor=people.anong, content=book.saved(), name="q2.xlsx")
    assert [one.change for one in found.squares] == [Change.CONFLICT]


def test_what_was_handed_in_is_locked_and_not_taken(people: People, q2: Round) -> None:
    typed(people.anong, q2, "1.1", 3)
    book = written(people.anong, q2).type(BAN_PET, "1.1", 9)
    submit_squares(actor=people.anong, of_round=q2, places=[Place.objects.get(code=BAN_PET)])
    found = look(actor=people.anong, content=book.saved(), name="q2.xlsx")
    assert [one.change for one in found.squares] == [Change.PASSED_ON]
    assert took(people.anong, found) == []
    assert number_of(q2, "1.1") == 3


def test_a_place_that_is_no_longer_mine_is_refused_only_where_it_changed(people: People, q2: Round) -> None:
    book = written(people.anong, q2)
    held = RoleHeld.objects.get(user=people.anong)
    end_role(actor=loader_account(), held=held)
    assert look(actor=people.anong, content=book.saved(), name="q2.xlsx").problems == []
    found = look(actor=people.anong, content=book.type(BAN_PET, "1.1", 1).saved(), name="q2.xlsx")
    assert [problem.code for problem in found.problems] == ["sheet.not-your-place"]
    with pytest.raises(Refused):
        confirmed(found)


def test_somebody_elses_sheet_says_so_and_takes_nothing_of_their_place(people: People, q2: Round) -> None:
    typed(people.anong, q2, "2.2", 77)
    book = written(people.anong, q2).type(BAN_PET, "1.1", 5)
    found = look(actor=people.chai, content=book.saved(), name="q2.xlsx")
    assert {problem.code for problem in found.problems} == {"sheet.not-your-place", "sheet.other-person"}
    assert found.squares == []
    assert "77" not in "".join(problem.text("en") for problem in found.problems)


def test_what_is_taken_is_checked_again(people: People, q2: Round) -> None:
    found = look(
        actor=people.anong, content=written(people.anong, q2).type(BAN_PET, "1.1", 5).saved(), name="q.xlsx"
    )
    squares = confirmed(found)
    with pytest.raises(Refused) as refused:
        take(actor=people.chai, of_round=q2.code, file="q.xlsx", squares=squares)
    assert [problem.code for problem in refused.value.problems] == ["sheet.not-your-place"]
    assert Claim.objects.count() == 0


def test_csv_goes_out_and_back(people: People, q2: Round) -> None:
    typed(people.anong, q2, "1.1", 3)
    content = write_csv(content_for(person=people.anong, of_round=q2))
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("รหัสพื้นที่ · place code,รหัสตัวชี้วัด · line code,ฉบับ · revision")
    at = next(number for number, line in enumerate(lines) if line.startswith(f"{BAN_PET},1.1,1,3,"))
    assert lines[at].endswith(",3,ร่าง · a draft")
    lines[at] = lines[at].replace(",3,ร่าง", ",12,ร่าง")
    changed = "\r\n".join(lines).encode("utf-8-sig")
    found = look(actor=people.anong, content=changed, name="q2.csv")
    assert [(one.change, one.yours, one.now, one.was) for one in found.squares] == [
        (Change.CHANGED, 12, 3, 3)
    ]
    assert took(people.anong, found) == []
    assert number_of(q2, "1.1") == 12


def test_csv_that_was_saved_as_a_workbook_is_taken_too(people: People, q2: Round) -> None:
    rows = read_workbook(write_csv(content_for(person=people.anong, of_round=q2)), name="q2.csv").checked()
    at = next(n for n, row in enumerate(rows.sheets[0].rows) if row[:2] == [BAN_PET, "1.1"])
    rows.sheets[0].rows[at][CSV_COLUMNS["number"]] = 12
    found = look(actor=people.anong, content=Book(rows.sheets).saved(), name="q2.xlsx")
    assert [(one.change, one.yours, one.row) for one in found.squares] == [(Change.NEW, 12, at + 1)]
    assert found.problems == []


def test_last_round_stands_beside(people: People, q2: Round) -> None:
    q3 = Round.objects.create(
        code="2562-Q3", fiscal_year=2562, name_th="ไตรมาส 3", name_en="Q3",
        first_day=date(2019, 4, 1), last_day=date(2019, 6, 30), due_on=date(2019, 7, 15),
    )  # fmt: skip
    typed(people.anong, q2, "1.1", 3)
    book = written(people.anong, q3)
    assert book.numbers[book.row(BAN_PET, "1.1")][6:8] == [3, ""]


def test_nobody_without_a_place_gets_a_sheet(people: People, q2: Round) -> None:
    with pytest.raises(Refused) as refused:
        content_for(person=people.boon, of_round=q2)
    assert [problem.code for problem in refused.value.problems] == ["sheet.no-places"]


def test_one_province_at_a_time(people: People, q2: Round) -> None:
    nation = Place.objects.get(code="TH")
    give_role(actor=loader_account(), user=people.anong, role=Role.RECORDER, place=nation, first_day=LONG_AGO)
    within = Place.objects.get(code="50")
    content = content_for(person=people.anong, of_round=q2, within=within)
    assert [place.code for place in content.places] == ["50", "500101", "500102"]
    assert content.rows[0].province == "เชียงใหม่"
    assert content.places[0].kind == Kind.PROVINCE
