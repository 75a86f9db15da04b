"""The pages of housing: what an officer does on them every day, and what nobody else sees."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from python_calamine import CalamineWorkbook

from tests.documents.pictures import jpeg
from tests.housing.conftest import Canal, make_canal, some_households
from tests.intake.country import make_country
from tests.web.conftest import Read
from tidtam.housing import queries
from tidtam.housing.actions import Move, NewProject, Shown, add_event, add_project, block, move_households
from tidtam.housing.actions.projects import KEPT_CODES
from tidtam.housing.models import Block, Event, Household, Project
from tidtam.ledger.figure import Measure
from tidtam.ledger_store import read
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Refused
from tidtam.programmes import queries as programmes
from tidtam.review.actions import approve, ask, send_back
from tidtam.review.models import Claim
from tidtam.review.words import ClaimState
from tidtam.thai.money import SATANG_IN_BAHT
from tidtam.web.urls import urlpatterns

pytestmark = pytest.mark.django_db
DAY = date(2019, 1, 15)
TYPED = "15 ม.ค. 2562"
LP = "/housing/LP-01/"


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The small country, made once for this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_country()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def canal(country: None, db: None, tmp_path: Path) -> Iterator[Canal]:
    whole = {"BACKEND": "tidtam.review.whole_files.WholeFiles", "OPTIONS": {"location": str(tmp_path)}}
    statics = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={"evidence": whole, "staticfiles": statics}):
        yield make_canal()


def begun(canal: Canal, code: str = "LP-01", programme: str = "canals", **more: Any) -> Project:
    values = {"name": "ชุมชนริมคลองหนึ่ง", "place": canal.place, "started_on": date(2017, 1, 10)}
    new = NewProject(code=code, programme=programme, **{"households_planned": 5, **values, **more})
    return add_project(actor=canal.kamon, new=new)


@pytest.fixture
def project(canal: Canal) -> Project:
    return begun(canal)


@pytest.fixture
def some(canal: Canal, project: Project) -> list[Household]:
    return some_households(canal, project, 20)


def moved(canal: Canal, project: Project, some: list[Household], stage: str, day: date = DAY) -> Claim:
    """Told by Kamon with a photo, let in by Boonsri."""
    moves, shown = [Move(one, stage) for one in some], [Shown(jpeg(), "รูป.jpg")]
    claim = move_households(actor=canal.kamon, project=project, moves=moves, day=day, evidence=shown)
    assert approve(actor=canal.boonsri, keys=[claim.key]).problems == []
    return claim


class Visitor:
    """Somebody who is signed in."""

    def __init__(self, user: User) -> None:
        self.client = Client(raise_request_exception=True)
        self.client.force_login(user, backend="tidtam.people.signing.NameOrMail")

    def get(self, address: str, **asked: str) -> Read:
        return Read(self.client.get(address, asked))

    def post(self, address: str, **typed: Any) -> Read:
        return Read(self.client.post(address, typed))


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("บ้าน 14.jpg", jpeg(), "image/jpeg")


def work(**typed: Any) -> dict[str, Any]:
    """The form of the daily work, filled in."""
    return {"do": "move", "day": TYPED, "key": str(uuid4()), **typed}


def section(page: Read, ident: str) -> str:
    """The words of the section under this heading."""
    found = re.search(rf'<section[^>]* aria-labelledby="{ident}".*?</section>', page.html, re.DOTALL)
    assert found, ident
    return " ".join(re.sub(r"<(svg).*?</\1>|<[^>]+>", " ", found[0], flags=re.DOTALL).split())


# ---- the daily work


def test_house_14_finished_is_one_form(canal: Canal, project: Project, some: list[Household]) -> None:
    moved(canal, project, some, "building")
    answer = Visitor(canal.kamon).post(LP, **work(who="14", stage="completed", photos=photo()))
    claim = Claim.objects.get(state=ClaimState.PROPOSED)
    assert answer.answer["Location"] == f"{LP}?told={claim.key}#told"  # type: ignore[index]
    assert [one.subject.household for one in claim.subjects.all()] == [some[13]]
    assert (claim.last_day, claim.evidence.get().name) == (DAY, "บ้าน 14.jpg")
    page = Visitor(canal.kamon).get(LP, told=str(claim.key))
    assert "ส่งแล้ว เกิดขึ้น: สร้างเสร็จ 1 ครัวเรือน" in page.text
    assert "ผู้ตรวจคนต่อไป: บุญศรี" in page.text
    assert "รอตรวจ: สร้างเสร็จ" in section(page, "households")
    approve(actor=canal.boonsri, keys=[claim.key])
    assert "สร้างเสร็จ 1" in section(Visitor(canal.kamon).get(LP), "stages")


def test_a_reason_that_only_papers_leave_out_is_not_offered(
    canal: Canal, project: Project, some: list[Household]
) -> None:
    assert 'value="unexplained"' not in work_form(Visitor(canal.kamon).get(LP))
    assert 'value="withdrew"' in work_form(Visitor(canal.kamon).get(LP))
    page = Visitor(canal.kamon).post(LP, **work(who="2", stage="unexplained", note="ไม่ทราบ"))
    assert page.status == 400
    assert 'id="stage-wrong"' in page.html
    assert not Claim.objects.exists()


def work_form(page: Read) -> str:
    """The form of the daily work."""
    return page.html.partition('<form id="move"')[2].partition("</form>")[0]


def test_today_stands_in_the_form_in_the_buddhist_era(canal: Canal, some: list[Household]) -> None:
    page = Visitor(canal.kamon).get(LP)
    typed = re.search(r'id="day" name="day" value="([^"]+)"', page.html)
    assert typed
    assert re.fullmatch(r"\d{1,2} \S+ 25\d\d", typed[1])


def test_spans_thai_digits_and_house_numbers_are_understood(canal: Canal, some: list[Household]) -> None:
    Visitor(canal.kamon).post(LP, **work(who="๑, 3-5 7/1", stage="survey"))
    named = Claim.objects.get().subjects.values_list("subject__household__number", flat=True)
    assert sorted(named) == [1, 3, 4, 5, 7]


def test_without_its_photo_nothing_is_lost_and_no_draft_stays(canal: Canal, some: list[Household]) -> None:
    typed = work(pick=[some[1].pk, some[2].pk], stage="completed", note="หลังคาสีแดง")
    page = Visitor(canal.kamon).post(LP, **typed)
    assert page.status == 400
    assert 'id="photos-wrong"' in page.html
    assert "ต้องมีรูปถ่าย" in page.text
    for one in (1, 2):
        assert re.search(rf'value="{some[one].pk}" id="h-{some[one].pk}" checked', page.html)
    assert 'value="completed" checked' in page.html
    assert "หลังคาสีแดง" in page.html
    assert TYPED in page.html
    assert Claim.objects.count() == 0


def test_a_file_that_is_no_photo_is_told_under_the_field(canal: Canal, some: list[Household]) -> None:
    bad = SimpleUploadedFile("เสีย.jpg", b"\xff\xd8 broken", "image/jpeg")
    page = Visitor(canal.kamon).post(LP, **work(who="1", stage="completed", photos=bad))
    assert page.status == 400
    assert 'id="photos-wrong"' in page.html
    assert Claim.objects.count() == 0


def test_all_that_is_wrong_is_said_at_once(canal: Canal, some: list[Household]) -> None:
    page = Visitor(canal.kamon).post(LP, **work(who="99", stage="", day="31 ก.พ. 2562"))
    assert page.status == 400
    for field in ("who", "stage", "day"):
        assert f'id="{field}-wrong"' in page.html, field
    assert 'value="99"' in page.html
    later = Visitor(canal.kamon).post(LP, **work(who="1", stage="survey", day="1 ม.ค. 2599"))
    assert 'id="day-wrong"' in later.html


def test_a_number_that_may_be_two_households_is_asked_about(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 3)
    some[0].house.number, some[0].house.compared = "3", "3"  # type: ignore[union-attr]
    some[0].house.save()  # type: ignore[union-attr]
    page = Visitor(canal.kamon).post(LP, **work(who="3", stage="survey"))
    assert 'id="who-wrong"' in page.html
    assert "หมายถึงได้หลายครัวเรือน: 1 สมมุติ ที่1 (3) · 3 สมมุติ ที่3 (3/1)" in page.text
    Visitor(canal.kamon).post(LP, **work(who="3", pick=some[2].pk, stage="survey"))
    assert Claim.objects.get().subjects.get().subject.household == some[2]


def test_a_row_has_a_button_of_its_own(canal: Canal, some: list[Household]) -> None:
    page = Visitor(canal.kamon).get(LP)
    assert f'name="one" value="{some[4].pk}:survey"' in page.html
    Visitor(canal.kamon).post(LP, **work(one=f"{some[4].pk}:survey", pick=some[0].pk, stage=""))
    assert Claim.objects.get().subjects.get().subject.household == some[4]


def test_all_that_the_table_shows_may_be_meant(canal: Canal, project: Project, some: list[Household]) -> None:
    moved(canal, project, some[:7], "survey")
    Visitor(canal.kamon).post(f"{LP}?stage=survey", **work(all="1", stage="rights"))
    assert Claim.objects.get(state=ClaimState.PROPOSED).subjects.count() == 7


def test_the_same_form_sent_twice_is_one_claim(canal: Canal, some: list[Household]) -> None:
    typed = work(who="1", stage="survey")
    where = {Visitor(canal.kamon).post(LP, **typed).answer["Location"] for _ in range(3)}  # type: ignore[index]
    assert len(where) == 1
    assert Claim.objects.count() == 1


def test_who_leaves_needs_a_reason(canal: Canal, project: Project, some: list[Household]) -> None:
    moved(canal, project, some, "rights")
    page = Visitor(canal.kamon).post(LP, **work(who="2", stage="withdrew"))
    assert 'id="note-wrong"' in page.html
    Visitor(canal.kamon).post(LP, **work(who="2", stage="withdrew", note="ย้ายกลับต่างจังหวัด"))
    claim = Claim.objects.get(state=ClaimState.PROPOSED)
    assert claim.note == "ย้ายกลับต่างจังหวัด"
    approve(actor=canal.boonsri, keys=[claim.key])
    band = queries.bands([project])[project.pk]
    assert (band.inside, band.left) == (19, 1)


def test_who_takes_over_is_named_and_comes_onto_the_list(
    canal: Canal, project: Project, some: list[Household]
) -> None:
    moved(canal, project, some[:2], "rights")
    page = Visitor(canal.kamon).post(LP, **work(who="1 2", stage="replaced", note="เสียชีวิต"))
    assert {"who-wrong", "by-wrong"} <= set(re.findall(r'id="([a-z]+-wrong)"', page.html))
    assert project.households.count() == 20
    Visitor(canal.kamon).post(LP, **work(who="1", stage="replaced", note="เสียชีวิต", by="บุตรสาว สมมุติ"))
    heir = project.households.get(number=21)
    assert (heir.took_over_from, heir.house, heir.name) == (some[0], some[0].house, "บุตรสาว สมมุติ")


def test_what_cannot_be_handed_in_leaves_no_draft(
    canal: Canal, some: list[Household], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else's check refuses it after it was kept: the form has all of it, the list of drafts none."""
    from tidtam.problems import Problem
    from tidtam.review import registry
    from tidtam.web.problems import BAD_ASK

    def check(claims: Any) -> list[Problem]:
        return [BAD_ASK.at() for _ in claims]

    concern = registry.Concern("test", check, lambda actor, claims: registry.Following())
    monkeypatch.setitem(registry._CONCERNS, "test", concern)
    page = Visitor(canal.kamon).post(LP, **work(who="1", stage="survey"))
    assert page.status == 400
    assert BAD_ASK.th in page.text
    assert Claim.objects.filter(state=ClaimState.DRAFT).count() == 0


# ---- blocks, households, what belongs to a project


def test_blocks_are_noted_and_ended_in_place(canal: Canal, project: Project, some: list[Household]) -> None:
    kamon = Visitor(canal.kamon)
    blocked = {"do": "block", "reason": "embankment", "since": TYPED, "why": "รอปักหมุด"}
    assert 'id="who-wrong"' in kamon.post(LP, **blocked).html
    kamon.post(LP, **blocked, who="2, 5")
    page = kamon.get(LP)
    assert "◆ ยังไม่ปักผังแนวเขื่อน · 2 ครัวเรือน ผู้ต้องทำ: กรุงเทพมหานคร" in section(page, "blocked")
    shown = section(kamon.get(LP, blocked="1"), "households")
    assert "สมมุติ ที่2" in shown
    assert "สมมุติ ที่3" not in shown
    assert 'id="reason-wrong"' in kamon.post(LP, **{**blocked, "reason": ""}, who="1").html
    for one in Block.objects.all():
        kamon.post(LP, do="unblock", number=one.pk)
    assert "ไม่มีที่ติดขัด" in section(kamon.get(LP), "blocked")


def test_a_whole_project_may_be_blocked(canal: Canal, project: Project) -> None:
    Visitor(canal.kamon).post(LP, do="block", reason="permit", since=TYPED, whole="1")
    assert Block.objects.get().household is None


def test_a_block_of_another_project_is_not_ended_here(canal: Canal, project: Project) -> None:
    other = begun(canal, "LP-02")
    one = block(actor=canal.kamon, project=other, reason="permit", since=DAY)
    assert Visitor(canal.kamon).post(LP, do="unblock", number=one.pk).status == 400
    one.refresh_from_db()
    assert one.until is None


def test_a_household_is_added_and_one_like_it_is_told_first(canal: Canal, project: Project) -> None:
    kamon = Visitor(canal.kamon)
    typed = {"do": "household", "name": "นางสมศรี ใจดี", "house": "12/3 หมู่ 5", "solution": "on_site"}
    answer = kamon.post(LP, **typed)
    assert answer.answer["Location"] == f"{LP}?added=1#household"  # type: ignore[index]
    again = {**typed, "name": "น.ส.สมศรี  ใจดี", "house": "12/3 ม.5"}
    page = kamon.post(LP, **again)
    assert page.status == 400
    assert "อาจเป็นครัวเรือนที่มีอยู่แล้ว: 1 นางสมศรี ใจดี (12/3 หมู่ 5)" in page.text
    assert project.households.count() == 1
    kamon.post(LP, **again, another="1")
    assert project.households.count() == 2
    assert project.houses.count() == 1
    empty = kamon.post(LP, do="household", name=" ")
    assert 'id="household-name-wrong"' in empty.html


def test_a_project_tells_its_own_steps(canal: Canal, project: Project) -> None:
    Visitor(canal.kamon).post(LP, do="step", stage="outreach", day=TYPED, key=str(uuid4()))
    assert "◐ ลงพื้นที่ทำความเข้าใจ รอตรวจ" in section(Visitor(canal.kamon).get(LP), "timeline")
    approve(actor=canal.boonsri, keys=[Claim.objects.get().key])
    assert "● ลงพื้นที่ทำความเข้าใจ ถึงแล้ว 15 ม.ค. 62" in section(Visitor(canal.kamon).get(LP), "timeline")
    page = Visitor(canal.kamon).post(LP, do="step", stage="cancelled", day=TYPED)
    assert 'id="step-note-wrong"' in page.html


def test_parts_partners_and_papers_are_added(canal: Canal, project: Project) -> None:
    kamon = Visitor(canal.kamon)
    kamon.post(LP, do="part", kind="community", name="ชุมชนสะพานไม้", planned="๑๒๐")
    kamon.post(LP, do="partner", name="สำนักการระบายน้ำ", gives="เขื่อน", baht="18,000,000.50")
    kamon.post(LP, do="paper", kind="layout", title="ผังชุมชน", dated=TYPED, number="กทม 1/2562")
    page = kamon.get(LP)
    assert "ชุมชนสะพานไม้ ชุมชน · ตามแผน 120 ครัวเรือน" in section(page, "parts")
    assert project.partners.get().satang == 18_000_000 * SATANG_IN_BAHT + 50
    assert "สมทบ 18,000,000.50 บาท (ไม่รวมกับเงินของเรา)" in section(page, "partners")
    assert "ผังชุมชน ผังชุมชนและแบบบ้าน · กทม 1/2562 · 15 ม.ค. 62" in section(page, "papers")
    wrong = kamon.post(LP, do="partner", name="", baht="สิบล้าน")
    assert 'id="partner-baht-wrong"' in wrong.html


def test_a_project_and_its_event_begin_on_two_forms(canal: Canal) -> None:
    kamon = Visitor(canal.kamon)
    typed = {
        "kind": "fire",
        "name": "ไฟไหม้ริมคลอง",
        "happened_on": "5 ก.พ. 2562",
        "reported_on": "6 ก.พ. 2562",
    }
    answer = kamon.post("/housing/event/", **typed, place=canal.place.code, struck="41")
    event = Event.objects.get()
    assert answer.answer["Location"] == f"/housing/new/?event={event.pk}"  # type: ignore[index]
    form = kamon.get("/housing/new/", event=str(event.pk))
    assert f'value="{event.pk}" selected' in form.html
    new = {"code": "TMP-01", "name": "ที่พักชั่วคราว", "place": canal.place.code, "started_on": "7 ก.พ. 2562"}
    refused = kamon.post("/housing/new/", **new, programme="temporary_housing")
    assert 'id="project-event-wrong"' in refused.html
    kamon.post("/housing/new/", **new, programme="temporary_housing", event=event.pk)
    assert Project.objects.get(code="TMP-01").event == event
    assert "วันหลังเกิดเหตุ ยังไม่มีเงินถึง" in kamon.get("/housing/TMP-01/").text


def test_days_from_event_to_money(canal: Canal) -> None:
    event = add_event(
        actor=canal.kamon, kind="fire", name="ไฟไหม้", place=canal.place,
        happened_on=date(2019, 2, 5), reported_on=date(2019, 2, 6),
    )  # fmt: skip
    project = begun(canal, "TMP-01", "temporary_housing", event=event)
    moved(canal, project, some_households(canal, project, 2), "paid", date(2019, 3, 4))
    # 28 days of February are left over to the 5th of March; the 4th is one earlier
    assert "เงินถึงใน 27 วันหลังเกิดเหตุ" in Visitor(canal.kamon).get("/housing/TMP-01/").text


@pytest.mark.parametrize("code", ["new", "at", "EVENT", "what-if"])
def test_the_address_of_another_page_is_no_code(canal: Canal, code: str) -> None:
    new = {"name": "ก", "place": canal.place.code, "started_on": TYPED, "programme": "canals"}
    page = Visitor(canal.kamon).post("/housing/new/", **new, code=code)
    assert 'id="project-code-wrong"' in page.html
    with pytest.raises(Refused) as refused:
        begun(canal, code)
    assert [(one.code, one.where.field) for one in refused.value.problems] == [("housing.code-kept", "code")]


def test_each_address_of_housing_that_is_a_word_is_kept_from_codes() -> None:
    routes = [str(one.pattern).split("/") for one in urlpatterns]
    words = {route[1] for route in routes if route[0] == "housing" and route[1] and "<" not in route[1]}
    assert words == KEPT_CODES


@pytest.mark.parametrize("form", ["project", "event"])
def test_an_empty_form_says_all_that_is_missing_at_once(canal: Canal, form: str) -> None:
    address, names = {
        "project": ("/housing/new/", ("programme", "code", "name", "place", "started_on")),
        "event": ("/housing/event/", ("kind", "name", "place", "happened_on", "reported_on")),
    }[form]
    page = Visitor(canal.kamon).post(address)
    assert page.status == 400
    assert [name for name in names if f'id="{form}-{name}-wrong"' not in page.html] == []
    assert "“”" not in page.text


# ---- reading


def test_the_list_shows_each_project_as_the_book_has_it(
    canal: Canal, project: Project, some: list[Household]
) -> None:
    moved(canal, project, some[:4], "survey")
    moved(canal, project, some[:1], "rights", date(2019, 2, 1))
    begun(canal, "LP-02", name="ชุมชนริมคลองสอง", households_planned=None)
    page = Visitor(canal.kamon).get("/housing/")
    assert "4 จากแผน 5 ครัวเรือน · บ้าน 20 หลัง" in page.text
    assert "รับรองสิทธิ์แล้ว 1 สำรวจข้อมูลแล้ว 3" in page.text
    assert "ล่าสุด รับรองสิทธิ์แล้ว 1 · 1 ก.พ. 62" in page.text
    assert "ยังไม่ได้บันทึกจำนวนตามแผน" in page.text  # unknown is never zero
    assert "สมมุติ" not in page.text
    assert "LP-01" not in Visitor(canal.kamon).get("/housing/", q="คลองสอง").text
    assert "LP-01" in Visitor(canal.kamon).get("/housing/", place="10", programme="canals").text
    assert "ไม่พบโครงการ" in Visitor(canal.kamon).get("/housing/", programme="por_piang").text
    english = Visitor(canal.kamon).get("/housing/", lang="en").text
    assert "4 of 5 households planned" in english


def test_who_is_elsewhere_sees_nothing(canal: Canal, some: list[Household]) -> None:
    chai = Visitor(canal.chai)
    assert "ยังไม่มีโครงการ" in chai.get("/housing/").text
    for address in (LP, f"{LP}list/", f"{LP}list.xlsx", "/housing/at/canal:lat-phrao/"):
        page = chai.get(address)
        assert page.status == 403
        assert "สมมุติ" not in page.html
    assert chai.post(LP, **work(who="1", stage="survey")).status == 403
    assert chai.get("/housing/XX-99/").status == 403
    assert Claim.objects.count() == 0


def test_who_only_checks_records_nothing(canal: Canal, some: list[Household]) -> None:
    page = Visitor(canal.boonsri).get(LP)
    assert 'id="move"' not in page.html
    assert "สมมุติ ที่1" in page.text
    assert Visitor(canal.boonsri).post(LP, **work(who="1", stage="survey")).status == 403
    assert Claim.objects.count() == 0


def test_the_table_is_searched_and_narrowed(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 60)
    moved(canal, project, some[:3], "survey")
    kamon = Visitor(canal.kamon)
    assert "60 ครัวเรือน" in section(kamon.get(LP), "households")
    assert "หน้า 1 จาก 2" in section(kamon.get(LP), "households")
    assert "ตรงกับที่ค้น 3 จาก 60 ครัวเรือน" in section(kamon.get(LP, stage="survey"), "households")
    assert "ตรงกับที่ค้น 57 จาก 60" in section(kamon.get(LP, stage="not-begun"), "households")
    assert "ตรงกับที่ค้น 1 จาก 60" in section(kamon.get(LP, q="ที่57"), "households")
    assert kamon.get(LP, stage="nonsense").status == 404
    assert kamon.get(LP, page="9").status in (400, 404)


def test_photos_stand_before_during_and_after(canal: Canal, project: Project, some: list[Household]) -> None:
    moved(canal, project, some, "ready", date(2018, 5, 1))
    moved(canal, project, some[:1], "building", date(2018, 9, 1))
    moved(canal, project, some[:1], "completed")
    shown = section(Visitor(canal.kamon).get(LP), "photos")
    assert re.search(
        "ก่อน พื้นที่พร้อมก่อสร้าง 1 พ.ค. 61 ระหว่าง อยู่ระหว่างก่อสร้าง 1 ก.ย. 61 หลัง สร้างเสร็จ 15 ม.ค. 62", shown
    )


def test_claims_under_review_stand_on_the_page(canal: Canal, some: list[Household]) -> None:
    Visitor(canal.kamon).post(LP, **work(who="1-3", stage="survey"))
    ask(actor=canal.boonsri, key=Claim.objects.get().key, text="ครบหรือยัง")
    shown = section(Visitor(canal.kamon).get(LP), "claims")
    assert "เกิดขึ้น: สำรวจข้อมูลแล้ว 3 ครัวเรือน" in shown
    assert "บุญศรี ถามว่า: ครบหรือยัง" in shown


def test_a_canal_is_the_sum_of_its_projects(canal: Canal, project: Project, some: list[Household]) -> None:
    two = begun(canal, "LP-02", households_planned=10)
    moved(canal, project, some[:6], "ready")
    moved(canal, two, some_households(canal, two, 4), "ready")
    other = begun(canal, "PP-01", "por_piang", households_planned=3)
    moved(canal, other, some_households(canal, other, 3), "surveyed")
    block(actor=canal.kamon, project=two, reason="court", since=DAY)
    block(actor=canal.kamon, project=project, household=some[0], reason="court", since=date(2018, 1, 1))
    page = Visitor(canal.kamon).get("/housing/at/canal:lat-phrao/")
    # another way: the figure that the line counts at the canal
    moment, scope = read.Moment(date(2030, 1, 1)), read.Scope(canal.place.pk, "canal")
    asked = read.Ask(programmes.pathway("canal"), "", "ready", Measure.STANDING, moment, scope)
    assert read.figures([asked])[0].number == 10
    shown = section(page, "p-canal")
    assert "10 จากแผน 15 ครัวเรือน · รวม 2 โครงการ" in shown
    assert "พื้นที่พร้อมก่อสร้าง 10" in shown
    assert "3 จากแผน 3 ครัวเรือน · รวม 1 โครงการ" in section(page, "p-por_piang_household")
    assert "13" not in re.sub(r"20\d\d|25\d\d", "", shown)  # the two pathways are never summed
    blocked = section(page, "blocked")
    assert "อยู่ในชั้นศาล ศาล 1 ทั้งโครงการ 1 LP-01, LP-02 1 ม.ค. 61" in blocked
    assert "สมมุติ" not in page.text
    assert "ชุมชนริมคลองหนึ่ง" in Visitor(canal.wanchai).get("/housing/at/10/").text  # of another tree too


def test_the_list_for_the_field_has_room_to_sign(
    canal: Canal, project: Project, some: list[Household]
) -> None:
    moved(canal, project, some[:2], "survey")
    page = Visitor(canal.kamon).get(f"{LP}list/")
    assert page.text.count("สมมุติ ที่") == 20
    for word in ("ลายมือชื่อ", "ตรวจแล้ว", "ใช้เฉพาะงานในพื้นที่"):
        assert word in page.text
    assert Visitor(canal.kamon).get(f"{LP}list/", stage="survey").text.count("สมมุติ ที่") == 2
    answer = Visitor(canal.kamon).client.get(f"{LP}list.xlsx")
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows if str(row[1]).startswith("สมมุติ")] == [one.name for one in some]
    assert [row[4] for row in rows if row[0] in (1, 3)] == ["สำรวจข้อมูลแล้ว", "ยังไม่เริ่ม"]


def test_what_if_stands_in_its_address(canal: Canal) -> None:
    asked = {"households": "6,386", "done": "654", "baht": "147000", "pace": "40", "first": "1 ต.ค. 2562"}
    page = Visitor(canal.kamon).get("/housing/what-if/", **asked)
    assert "6,386 ครัวเรือน × 147,000 บาท = 938.7 ล้านบาท" in page.text
    years = re.findall(r"(25\d\d) ([\d,]+) ([\d,]+) ([\d,]+)", section(page, "years"))
    money = [int(money.replace(",", "")) for _, _, money, _ in years]
    assert sum(money) == (6386 - 654) * 147_000
    assert money[0] == 480 * 147_000
    assert "30 ก.ย. 74" in page.text  # 5,732 at 40 a month are 144 months
    wished = Visitor(canal.kamon).get("/housing/what-if/", **{**asked, "pace": "", "finish": "30 ก.ย. 2567"})
    assert "95.5 ครัวเรือนต่อเดือน" in wished.text  # 5,732 in 60 months
    assert Visitor(canal.kamon).get("/housing/what-if/").status == 200


def test_a_project_leads_to_its_own_what_if(canal: Canal, project: Project, some: list[Household]) -> None:
    moved(canal, project, some[:4], "completed")
    page = Visitor(canal.kamon).get(LP)
    asked = re.search(r'href="/housing/what-if/\?([^"]+)"', page.html)
    assert asked
    assert asked[1] == "households=5&amp;done=4&amp;baht=147000"  # of the rule of 147,000 for canals


def test_what_if_says_what_is_wrong_under_each_field(canal: Canal) -> None:
    page = Visitor(canal.kamon).get("/housing/what-if/", households="หก", baht="", pace="-1", done="2")
    assert page.status == 400
    for field in ("households", "baht", "pace"):
        assert f'id="if-{field}-wrong"' in page.html, field
    assert "ยังไม่ได้ใส่จำนวน" in page.text
    assert "“”" not in page.text
    more = Visitor(canal.kamon).get("/housing/what-if/", households="2", baht="10", done="3")
    assert 'id="if-done-wrong"' in more.html


# ---- review


def test_the_reviewer_reads_it_in_words_and_names_behind_a_fold(
    canal: Canal, project: Project, some: list[Household]
) -> None:
    Visitor(canal.kamon).post(LP, **work(who="1-3", stage="completed", photos=photo()))
    Visitor(canal.kamon).post(LP, do="step", stage="outreach", day=TYPED, key=str(uuid4()))
    boonsri = Visitor(canal.boonsri)
    page = boonsri.get("/work/review/")
    assert "โครงการ LP-01 ชุมชนริมคลองหนึ่ง เกิดขึ้น: สร้างเสร็จ 3 ครัวเรือน" in page.text
    assert "โครงการที่อยู่อาศัย โครงการ LP-01 ชุมชนริมคลองหนึ่ง เกิดขึ้น: ลงพื้นที่ทำความเข้าใจ 1 โครงการ" in page.text
    assert re.search(
        r"<details[^>]*><summary>ดูว่าเป็นครัวเรือนใด \(3\)</summary>.*?สมมุติ ที่2.*?</details>", page.html
    )
    assert "/thumbnail/" in page.html
    ticked = re.findall(r'name="key" value="([^"]+)"', page.html)
    boonsri.post("/work/review/", key=ticked)
    assert set(Claim.objects.values_list("state", flat=True)) == {ClaimState.ACCEPTED}
    for claim in Claim.objects.all():
        assert "โครงการ LP-01 ชุมชนริมคลองหนึ่ง" in boonsri.get(f"/work/claim/{claim.key}/").text


def test_one_sent_back_is_begun_anew_on_the_page_of_its_project(canal: Canal, some: list[Household]) -> None:
    Visitor(canal.kamon).post(LP, **work(who="1", stage="survey"))
    claim = Claim.objects.get()
    send_back(actor=canal.boonsri, key=claim.key, reason="ผิดหลัง")
    page = Visitor(canal.kamon).get(f"/work/claim/{claim.key}/")
    assert f"/work/claim/{claim.key}/edit/" not in page.html
    assert f'href="{LP}"' in page.html
    assert Visitor(canal.kamon).get(f"/work/claim/{claim.key}/edit/").status == 302
    assert "เหตุผล: ผิดหลัง" in section(Visitor(canal.kamon).get(LP), "claims")


# ---- how much is asked of the database


def asked(user: User, address: str) -> int:
    """So many queries make the page; each asks for the first time."""
    visitor = Visitor(user)
    visitor.get(address)
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert visitor.get(address).status == 200
    return len(found)


def test_more_projects_ask_no_more(canal: Canal) -> None:
    two = [begun(canal, f"A-{at}") for at in range(2)]
    for one in two:
        moved(canal, one, some_households(canal, one, 2), "survey")
    few = [asked(canal.kamon, address) for address in ("/housing/", "/housing/at/canal:lat-phrao/")]
    for at in range(12):
        one = begun(canal, f"B-{at}")
        households = some_households(canal, one, 3)
        moved(canal, one, households, "survey")
        block(actor=canal.kamon, project=one, household=households[0], reason="court", since=DAY)
    many = [asked(canal.kamon, address) for address in ("/housing/", "/housing/at/canal:lat-phrao/")]
    assert many == few
    assert many[0] <= 26
    assert many[1] <= 22


def test_more_households_ask_no_more(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 2)
    moved(canal, project, some, "survey")
    block(actor=canal.kamon, project=project, household=some[0], reason="court", since=DAY)
    few = [asked(canal.kamon, address) for address in (LP, f"{LP}list/", f"{LP}?q=ที่1&stage=survey")]
    more = some_households(canal, project, 48)
    moved(canal, project, more, "survey")
    for one in more[:9]:
        block(actor=canal.kamon, project=project, household=one, reason="embankment", since=DAY)
    many = [asked(canal.kamon, address) for address in (LP, f"{LP}list/", f"{LP}?q=ที่1&stage=survey")]
    assert many == few
    assert many[0] <= 45


def test_the_list_of_a_place_is_of_all_its_trees(canal: Canal, project: Project) -> None:
    bangkok = Place.objects.get(code="10")
    assert bangkok.pk != project.place_id
    assert "LP-01" in Visitor(canal.wanchai).get("/housing/", place="10").text
