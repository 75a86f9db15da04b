"""The list of a project goes out, is filled in, comes back, is shown and taken."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.housing.conftest import Canal
from tests.intake.lists.books import COLUMNS, added, list_of, opened, typed
from tests.intake.sheet_books import Book
from tidtam.audit.models import AuditLine
from tidtam.housing.made_up import MadeUp, made_up
from tidtam.housing.models import Household, Project
from tidtam.housing.queries import bands, stages_of_households
from tidtam.intake.lists.actions import Looked, look, take
from tidtam.intake.lists.comparing import Change
from tidtam.ledger_store.check import faults
from tidtam.ledger_store.models import Entry
from tidtam.problems import Refused
from tidtam.review import kept_files
from tidtam.review.actions import approve
from tidtam.review.models import Claim, Evidence
from tidtam.review.words import ClaimState

pytestmark = pytest.mark.django_db
MARCH = "31 มี.ค. 2562"
ONE, TWO, THREE = made_up(3)


def looked(canal: Canal, book: Book) -> Looked:
    return look(actor=canal.kamon, content=book.saved(), name="LP-01.xlsx")


def taken(canal: Canal, book: Book) -> Looked:
    """Uploaded and confirmed."""
    found = looked(canal, book)
    assert [problem.text("en") for problem in found.problems] == []
    take(actor=canal.kamon, planned=found.planned())
    return found


def let_in(canal: Canal) -> None:
    waiting = Claim.objects.filter(state=ClaimState.PROPOSED).values_list("key", flat=True)
    assert approve(actor=canal.boonsri, keys=list(waiting)).problems == []


def test_new_households_are_shown_first_and_then_kept_with_their_numbers(
    practice: Canal, here: Project, book: Book
) -> None:
    added(book, ONE, part="ชุมชนหนึ่ง", solution="ปรับผัง", vulnerability="ผู้สูงอายุ, disabled", note="ริมน้ำ")
    added(book, TWO)
    found = looked(practice, book)
    assert (found.ok, dict(found.lists[0].counts)) == (True, {Change.NEW: 2})
    assert not Household.objects.exists()
    take(actor=practice.kamon, planned=found.planned())
    first, second = here.households.order_by("number")
    assert (first.number, first.name, first.house.number) == (1, ONE.name, ONE.house)  # type: ignore[union-attr]
    assert (first.part.name, first.solution) == ("ชุมชนหนึ่ง", "reblocking")  # type: ignore[union-attr]
    assert (first.vulnerability, first.note) == (["disabled", "elderly"], "ริมน้ำ")
    assert (second.number, second.id_tail) == (2, TWO.citizen_id[-3:])


def test_the_same_file_again_changes_nothing(practice: Canal, here: Project, book: Book) -> None:
    taken(practice, added(added(book, ONE, note="ก"), TWO))
    again = looked(practice, book)
    assert (again.ok, dict(again.lists[0].counts), again.changes) == (True, {Change.SAME: 2}, 0)
    assert here.households.count() == 2


def test_the_downloaded_file_as_it_is_changes_nothing(lots: Canal, here: Project, book: Book) -> None:
    taken(lots, added(book, ONE, stage="สร้างเสร็จ", since="มี.ค. 2562", draws="ยอดรวม", vulnerability="คนพิการ"))
    again = looked(lots, list_of(lots.kamon, here))
    assert dict(again.lists[0].counts) == {Change.SAME: 1}


def test_a_citizen_id_is_kept_hashed_and_goes_nowhere_else(lots: Canal, here: Project, book: Book) -> None:
    taken(lots, added(book, ONE, stage="สร้างเสร็จ", since=MARCH, draws="ยอดรวม"))
    out = list_of(lots.kamon, here)
    tail = ONE.citizen_id[-3:]
    assert out.numbers[1][COLUMNS["id"]] == f"x-xxxx-xxxxx-{tail[:2]}-{tail[2]}"
    evidence = Evidence.objects.get()
    shown = kept_files.read(evidence.file.sha256)
    audits = " ".join(str(line.detail) + line.what for line in AuditLine.objects.all())
    kept = str(Household.objects.values())
    for text in (str(out.sheets), str(opened(shown).sheets), audits, kept):
        assert ONE.citizen_id not in text
    assert ONE.name not in audits


def test_naming_adding_and_not_knowing(lots: Canal, here: Project, book: Book) -> None:
    for one, draws in zip((ONE, TWO, THREE), ("ยอดรวม", "เพิ่ม", "ไม่ทราบ"), strict=True):
        added(book, one, stage="พื้นที่พร้อมก่อสร้าง", since=MARCH, draws=draws)
    taken(lots, book)
    assert sorted(Claim.objects.filter(container=here.subject).values_list("state", flat=True)) == [
        ClaimState.HELD, ClaimState.PROPOSED,
    ]  # fmt: skip
    let_in(lots)
    step = {step.stage.code: step.number for step in bands([here])[here.pk].steps}
    assert (step["ready"], Entry.objects.filter(traced=True).count()) == (2, 2)
    assert faults() == []


def test_who_was_not_known_is_told_anew_and_others_stay_held(lots: Canal, here: Project, book: Book) -> None:
    for one in (ONE, TWO):
        added(book, one, stage="พื้นที่พร้อมก่อสร้าง", since=MARCH, draws="ไม่ทราบ")
    taken(lots, book)
    taken(lots, typed(list_of(lots.kamon, here), 2, draws="ยอดรวม"))
    let_in(lots)
    states = Claim.objects.filter(container=here.subject).order_by("pk").values_list("state", flat=True)
    assert list(states) == [ClaimState.WITHDRAWN, ClaimState.ACCEPTED, ClaimState.HELD]
    entries = stages_of_households(here, list(here.households.all()))
    first = here.households.get(number=1)
    assert {pk: entry.to_stage for pk, entry in entries.items()} == {first.pk: "ready"}
    again = looked(lots, list_of(lots.kamon, here))
    assert dict(again.lists[0].counts) == {Change.SAME: 2}


def test_what_demands_a_photo_waits_as_a_draft(lots: Canal, here: Project, book: Book) -> None:
    taken(lots, added(book, ONE, stage="อยู่ระหว่างก่อสร้าง", since=MARCH, draws="เพิ่ม"))
    claim = Claim.objects.get(container=here.subject)
    assert claim.state == ClaimState.DRAFT
    assert claim.evidence.count() == 1  # the list; the photo is still to come


def test_a_household_goes_on_to_a_later_stage(lots: Canal, here: Project, book: Book) -> None:
    taken(lots, added(book, ONE, stage="รับรองสิทธิ์แล้ว", since="ม.ค. 2563", draws="เพิ่ม"))
    let_in(lots)
    found = taken(lots, typed(list_of(lots.kamon, here), 2, stage="ready to build", since="2 พ.ค. 2563"))
    assert found.lists[0].rows[0].fields == ("stage", "since")
    let_in(lots)
    (entry,) = stages_of_households(here, list(here.households.all())).values()
    assert (entry.to_stage, entry.day_last) == ("ready", date(2020, 5, 2))


def test_a_changed_name_and_house_are_kept(practice: Canal, here: Project, book: Book) -> None:
    taken(practice, added(book, ONE))
    found = taken(practice, typed(list_of(practice.kamon, here), 2, name="นาย ใหม่ สมมุติ", house="๗/๘ หมู่ ๙"))
    assert found.lists[0].rows[0].fields == ("name", "house")
    one = here.households.get()
    assert (one.name, one.compared, one.house.compared) == ("นาย ใหม่ สมมุติ", "ใหม่สมมุติ", "7/8 m9")  # type: ignore[union-attr]
    assert one.id_tail == ONE.citizen_id[-3:]


def test_what_others_changed_meanwhile_is_left_alone_and_a_conflict_is_refused(
    practice: Canal, here: Project, book: Book
) -> None:
    taken(practice, added(added(book, ONE), TWO))
    mine, theirs = list_of(practice.kamon, here), list_of(practice.kamon, here)
    taken(practice, typed(typed(theirs, 2, note="ของเขา"), 3, note="ของเขา"))
    typed(mine, 3, note="ของฉัน")
    found = looked(practice, mine)
    assert found.lists[0].counts[Change.THEIRS] == 1
    assert [(p.code, p.where.row, p.where.sheet) for p in found.problems] == [
        ("list.changed-meanwhile", 3, "ครัวเรือน")
    ]


def test_what_was_shown_is_what_is_taken_or_it_is_told(practice: Canal, here: Project, book: Book) -> None:
    found = looked(practice, added(book, ONE))
    taken(practice, added(list_of(practice.kamon, here), TWO))
    with pytest.raises(Refused) as refused:
        take(actor=practice.kamon, planned=found.planned())
    assert [problem.code for problem in refused.value.problems] == ["housing.list-changed"]
    assert here.households.count() == 1


def test_several_projects_in_one_file(practice: Canal, here: Project, other: Project) -> None:
    book = list_of(practice.kamon, here, other)
    added(added(book, ONE, project="LP-02"), TWO, project="LP-01")
    taken(practice, book)
    assert {str(one): one.name for one in Household.objects.all()} == {
        "LP-01/0001": TWO.name, "LP-02/0001": ONE.name,
    }  # fmt: skip


def likely(found: Looked) -> list[tuple[int, str, int | None, str]]:
    return [(one.row, one.other, one.other_row, one.reason.value) for one in found.likely]


def test_who_is_likely_there_twice_is_told_with_the_reason(
    practice: Canal, here: Project, other: Project, book: Book
) -> None:
    taken(practice, added(list_of(practice.kamon, other), ONE, id=""))
    added(book, MadeUp(9, f"นางสาว {ONE.name.split(' ', 1)[-1]}", "", ONE.house))
    added(book, TWO)
    added(book, MadeUp(10, TWO.name, "", ""))
    found = looked(practice, book)
    assert found.ok
    assert likely(found) == [
        (2, "LP-02/0001", None, "same_name_and_house"),
        (4, "", 3, "same_name"),
    ]


def test_a_household_is_not_its_own_double(practice: Canal, here: Project, book: Book) -> None:
    taken(practice, added(book, ONE))
    found = looked(practice, typed(list_of(practice.kamon, here), 2, house="1/1"))
    assert (found.ok, found.changes, found.likely) == (True, 1, [])


def questions(canal: Canal, book: Book) -> int:
    """How many questions a look and a taking ask of the database."""
    content = book.saved()
    with CaptureQueriesContext(connection) as asked:
        take(actor=canal.kamon, planned=look(actor=canal.kamon, content=content, name="x.xlsx").planned())
    return len(asked)


def test_many_rows_ask_no_more_than_few(lots: Canal, here: Project, other: Project) -> None:
    tells = {"stage": "สร้างเสร็จ", "since": MARCH, "draws": "ยอดรวม", "solution": "ปรับผัง"}
    tells["vulnerability"] = "คนพิการ"
    many = list_of(lots.kamon, other)
    for one in made_up(90, first=200):
        added(many, one, **tells)
    questions(lots, added(list_of(lots.kamon, here), ONE))  # what is remembered is remembered
    few = list_of(lots.kamon, here)
    for one in made_up(3, first=100):
        added(few, one, **tells)
    assert questions(lots, many) <= questions(lots, few) + 2
