"""The pages of claims: my work, the form, one claim, and the list to review."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.test.utils import CaptureQueriesContext, override_settings
from PIL import Image

from tests.intake.country import make_country
from tests.review.people import People, make_people
from tests.web.conftest import Read
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.programmes import queries as programmes
from tidtam.review.actions import answer as answer_question
from tidtam.review.actions import approve, ask, save, send_back, submit
from tidtam.review.drafts import Number
from tidtam.review.models import Claim, ClaimCount, Round
from tidtam.review.said import Said
from tidtam.review.words import ClaimKind, ClaimState

pytestmark = pytest.mark.django_db
DAY = date(2019, 3, 1)
NEW = "/work/claim/new/"


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The small country, made once for this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_country()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def people(country: None, db: None) -> People:
    return make_people()


class Visitor:
    """Somebody who is signed in and reads pages and fills in forms."""

    def __init__(self, user: User) -> None:
        self.client = Client(raise_request_exception=True)
        self.client.force_login(user, backend="tidtam.people.signing.NameOrMail")

    def get(self, address: str, **asked: str) -> Read:
        return Read(self.client.get(address, asked))

    def post(self, address: str, **typed: Any) -> Read:
        return Read(self.client.post(address, typed))


def visitor(user: User) -> Visitor:
    return Visitor(user)


def said(number: int = 2, **more: Any) -> Said:
    indicator = programmes.indicator("1.1", 2562)
    assert indicator is not None
    values: dict[str, Any] = {
        "key": uuid4(),
        "indicator": indicator,
        "place": Place.objects.get(code="400105"),
        "kind": ClaimKind.HAPPENED,
        "first_day": DAY,
        "last_day": DAY,
        "counts": (Number("done", number),),
    }
    return Said(**{**values, **more})


def handed_in(people: People, number: int = 2, **more: Any) -> Claim:
    claim = save(actor=people.anong, said=said(number, **more))
    submit(actor=people.anong, keys=[claim.key])
    return claim


def hidden(page: Read, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page.html)
    assert found, name
    return found[1]


TYPED = {"line": "1.1", "place": "400105", "kind": "happened", "day": "๑ มี.ค. ๒๕๖๒", "number": "๒"}


def test_a_claim_is_recorded_on_one_page(people: People) -> None:
    anong = visitor(people.anong)
    form = anong.get(NEW, line="1.1")
    assert 'value="400105" selected' in form.html  # her only place
    assert 'value="happened" checked' in form.html  # how this line is told
    answer = anong.post(NEW, **TYPED, key=hidden(form, "key"), do="submit")
    claim = Claim.objects.get()
    assert str(claim.key) == hidden(form, "key")
    assert answer.answer["Location"] == f"/work/claim/{claim.key}/"  # type: ignore[index]
    assert (claim.state, claim.first_day, claim.last_day) == (ClaimState.PROPOSED, DAY, DAY)
    assert [(one.stage, one.number) for one in claim.counts.all()] == [("done", 2)]


def test_the_same_form_sent_five_times_is_one_claim(people: People) -> None:
    anong = visitor(people.anong)
    key = hidden(anong.get(NEW), "key")
    assert hidden(anong.get(NEW), "key") != key
    addresses = {anong.post(NEW, **TYPED, key=key, do="submit").answer["Location"] for _ in range(5)}  # type: ignore[index]
    assert addresses == {f"/work/claim/{key}/"}
    assert Claim.objects.count() == 1


def test_all_that_is_wrong_is_said_at_once_and_nothing_typed_is_lost(people: People) -> None:
    anong = visitor(people.anong)
    wrong = {
        "line": "",
        "place": "500101",
        "kind": "",
        "day": "31 ก.พ. 2562",
        "number": "สอง",
        "note": "หมายเหตุ ก",
    }
    page = anong.post(NEW, **wrong, key=str(uuid4()), do="submit")
    assert page.status == 400
    for field in ("line", "place", "kind", "day", "number"):
        assert f'id="{field}-wrong"' in page.html, field
    assert 'value="31 ก.พ. 2562"' in page.html
    assert 'value="สอง"' in page.html
    assert "หมายเหตุ ก" in page.text
    assert Claim.objects.count() == 0


def test_what_review_finds_stands_beside_its_field_too(people: People) -> None:
    page = visitor(people.anong).post(NEW, **{**TYPED, "day": "1 ม.ค. 2599", "number": ""}, do="draft")
    assert page.status == 400
    for field in ("line", "day", "number"):
        assert f'id="{field}-wrong"' in page.html, field
    assert "ยังมาไม่ถึง" in page.text


def test_a_number_without_its_number_is_told(people: People) -> None:
    page = visitor(people.anong).post(NEW, **{**TYPED, "number": ""}, do="draft")
    assert page.status == 400
    assert 'id="number-wrong"' in page.html
    assert "ยังไม่มีจำนวน" in page.text


def test_the_stages_of_a_line_are_shown_without_losing_what_was_typed(people: People) -> None:
    page = visitor(people.anong).post(NEW, **{**TYPED, "line": "2.3", "kind": ""}, do="line")
    assert page.status == 200
    assert 'name="number:building"' in page.html
    assert 'value="stands" checked' in page.html
    assert 'value="๑ มี.ค. ๒๕๖๒"' in page.html
    line = programmes.indicator("2.3", 2562)
    assert line is not None
    assert f'name="number:{line.counting_stage}" value="๒"' in page.html


def test_what_happened_is_one_number(people: People) -> None:
    numbers = {"number:completed": "1", "number:building": "2"}
    page = visitor(people.anong).post(NEW, **{**TYPED, "line": "2.3", "number": ""}, **numbers, do="draft")
    assert "จำนวนได้ขั้นเดียว" in page.text


def test_who_was_slower_sees_both_numbers_and_may_decide(people: People) -> None:
    anong = visitor(people.anong)
    claim = save(actor=people.anong, said=said(2))
    edit = f"/work/claim/{claim.key}/edit/"
    seen = hidden(anong.get(edit), "seen")
    save(actor=people.anong, said=said(5, key=claim.key), seen=1)
    mine = {**TYPED, "number": "", "number:done": "7"}
    page = anong.post(edit, **mine, seen=seen, do="draft")
    assert page.status == 409
    assert "เกิดขึ้น: " in page.text
    assert " 5 ตำบล" in page.text
    assert 'name="number:done" value="7"' in page.html
    assert claim.counts.get().number == 5
    again = anong.post(edit, **mine, seen=hidden(page, "seen"), do="draft")
    assert again.status == 302
    assert claim.counts.get().number == 7


def test_a_photo_that_is_none_keeps_the_draft_and_says_so(people: People) -> None:
    anong = visitor(people.anong)
    key = str(uuid4())
    photos = [SimpleUploadedFile("a.jpg", b"not a photo")]
    page = anong.post(NEW, **TYPED, key=key, do="submit", photos=photos)
    assert page.status == 400
    assert 'id="photos-wrong"' in page.html
    assert Claim.objects.get().state == ClaimState.DRAFT
    assert hidden(page, "seen") == "1"
    anong.post(NEW, **TYPED, key=key, seen="1", do="submit")
    assert Claim.objects.get().state == ClaimState.PROPOSED


def test_my_work_counts_and_lists(people: People) -> None:
    Round.objects.create(
        code="2562-Q2", fiscal_year=2562, name_th="ไตรมาส 2", name_en="Q2", first_day=date(2019, 1, 1),
        last_day=date(2019, 3, 31), due_on=date(2019, 4, 15),
    )  # fmt: skip
    save(actor=people.anong, said=said(1))
    asked, back = handed_in(people, 3), handed_in(people, 4)
    ask(actor=people.boon, key=asked.key, text="ตำบลใดบ้าง")
    send_back(actor=people.boon, key=back.key, reason="ผิดวัน")
    handed_in(people, 5)
    text = visitor(people.anong).get("/work/").text
    assert "1 ส่งกลับให้แก้ 1 มีคำถามรอคำตอบ 1 ร่างที่ยังไม่ได้ส่ง 1 เลยกำหนด" in text
    assert "บุญ ถามว่า: ตำบลใดบ้าง" in text
    assert "เหตุผล: ผิดวัน" in text
    assert "กรอกแล้ว 0 จาก 12 ช่อง" in text or re.search(r"กรอกแล้ว 0 จาก \d+ ช่อง", text)
    boon = visitor(people.boon).get("/work/").text
    assert "1 รอการตรวจของท่าน" in boon
    assert "ไม่มีคำถามที่รอคำตอบ" not in boon
    chai = visitor(people.chai).get("/work/").text
    assert "0 รอการตรวจของท่าน ไม่มี" not in chai
    assert "ไม่มีข้อรายงานที่รอการตรวจของท่าน" in chai
    assert "ต.บ้านเป็ด" not in chai


def test_who_holds_no_role_is_told_so(people: People) -> None:
    nobody = User.objects.create_user("nobody", display_name="ไม่มีบทบาท")
    assert "ท่านยังไม่มีบทบาท" in visitor(nobody).get("/work/").text
    assert "You hold no role" in visitor(nobody).get("/work/", lang="en").text


def test_the_stranger_is_led_to_sign_in(country: None) -> None:
    for address in ("/work/", NEW, "/work/review/", f"/work/claim/{uuid4()}/"):
        answer = Client().get(address)
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/sign-in/?next=")
    assert Client().post(NEW, TYPED).status_code == 403
    assert Claim.objects.count() == 0


def test_the_round_of_one_claim_on_its_page(people: People) -> None:
    claim = handed_in(people)
    address = f"/work/claim/{claim.key}/"
    boon, anong = visitor(people.boon), visitor(people.anong)
    assert "รอจังหวัดตรวจสอบ" in boon.get(address).text
    refused = boon.post(address, do="ask", text=" ")
    assert refused.status == 400
    assert "คำถามยังว่าง" in refused.text
    assert boon.post(address, do="ask", text="จริงหรือ").status == 302
    assert "บุญ ถามว่า: จริงหรือ" in anong.get(address).text
    anong.post(address, do="answer", text="จริง มีรูป")
    boon.post(address, do="approve")
    visitor(people.dao).post(address, do="approve")
    last = visitor(people.ekachai)
    assert "รับเข้าบัญชี" in last.get(address).text
    last.post(address, do="approve")
    claim.refresh_from_db()
    assert claim.state == ClaimState.ACCEPTED
    story = anong.get(address).text.split("ลำดับเหตุการณ์")[1]
    steps = ["อนงค์ เริ่มบันทึก", "อนงค์ ส่งให้ตรวจ", "บุญ ตั้งคำถาม จริงหรือ", "อนงค์ ตอบ จริง มีรูป"]
    steps += ["บุญ จังหวัดตรวจสอบ", "ดาว ภาครับรอง", "เอกชัย สำนักงานใหญ่รับเข้าบัญชี"]
    found = [story.index(step) for step in steps]
    assert found == sorted(found)


def test_the_number_is_put_right_with_the_answer(people: People) -> None:
    claim = handed_in(people, 40)
    address = f"/work/claim/{claim.key}/"
    ask(actor=people.boon, key=claim.key, text="40 ตำบลหรือ")
    anong = visitor(people.anong)
    page = anong.get(address)
    assert 'name="number:done" value="40"' in page.html
    typed = {"do": "answer", "text": "พิมพ์เกิน", "seen": "1"}
    wrong = anong.post(address, **typed, **{"number:done": "สี่"})
    assert wrong.status == 400
    assert 'value="สี่"' in wrong.html
    assert ">พิมพ์เกิน</textarea>" in wrong.html
    assert anong.post(address, **typed, **{"number:done": "๔"}).status == 302
    claim.refresh_from_db()
    assert (claim.counts.get().number, claim.state, claim.rung) == (4, ClaimState.PROPOSED, "province")
    assert "อนงค์ แก้ไข เดิม 40" in visitor(people.boon).get(address).text


def test_the_auditor_reads_which_claim_it_was_and_no_key(people: People) -> None:
    claim = handed_in(people)
    auditor = User.objects.create_user("orn", display_name="อร")
    nation = Place.objects.get(code="TH")
    give_role(actor=loader_account(), user=auditor, role=Role.AUDITOR, place=nation, tree="admin")
    thai = visitor(auditor).get("/audit/")
    assert "อนงค์ ส่งข้อรายงาน 1.1 ต.บ้านเป็ด (1 มี.ค. 62)" in thai.text
    assert str(claim.key) not in thai.html
    assert "อนงค์ submitted the claim 1.1" in visitor(auditor).get("/audit/", lang="en").text


def test_a_milestone_is_told_by_name_and_stage(people: People) -> None:
    anong = visitor(people.anong)
    page = anong.get(NEW, line="2.5")
    assert "ใส่ 1 ที่ขั้นที่แห่งนั้นถึงแล้วขั้นเดียว" in page.text
    typed = {"line": "2.5", "place": "400105", "kind": "stands", "day": "31 มี.ค. 2562", "number:design": "1"}
    wrong = anong.post(NEW, **{**typed, "day": ""}, do="submit")
    assert wrong.status == 400
    assert all(f'id="{name}-wrong"' in wrong.html for name in ("subject", "day"))  # all at once
    assert anong.post(NEW, **typed, do="submit").html.count('class="problem"') == 1
    assert anong.post(NEW, **typed, subject="ศูนย์คนไร้บ้านขอนแก่น", do="submit").status == 302
    assert Claim.objects.get().subject_name == "ศูนย์คนไร้บ้านขอนแก่น"


def test_who_handed_in_sees_what_the_book_would_say(people: People) -> None:
    day = date(2019, 1, 1)
    handed_in(people, 3, first_day=day, last_day=day)
    again = handed_in(people, 5, first_day=day, last_day=day)
    assert "อาจนับซ้ำ" in visitor(people.anong).get(f"/work/claim/{again.key}/").text


def test_sent_back_withdrawn_and_nothing_left_to_do(people: People) -> None:
    claim = handed_in(people)
    address = f"/work/claim/{claim.key}/"
    boon, anong = visitor(people.boon), visitor(people.anong)
    boon.post(address, do="send_back", text="ผิดวัน")
    assert "เหตุผล: ผิดวัน" in anong.get(address).text
    assert anong.post(address, do="withdraw", text="").status == 400
    anong.post(address, do="withdraw", text="บันทึกซ้ำ")
    page = anong.get(address)
    assert "ถอน" in page.text
    assert "บันทึกซ้ำ" in page.text
    assert "ตอนนี้ท่านไม่ต้องทำอะไร" in page.text


def test_nobody_opens_or_changes_what_is_not_theirs(people: People) -> None:
    claim = handed_in(people)
    chai = visitor(people.chai)
    for address in (f"/work/claim/{claim.key}/", f"/work/claim/{claim.key}/edit/"):
        assert chai.get(address).status in (403, 404)
        assert chai.post(address, do="approve").status in (403, 404)
    anong = visitor(people.anong)
    assert anong.get(f"/work/claim/{uuid4()}/").status in (403, 404)
    anong.post(f"/work/claim/{claim.key}/", do="approve")
    claim.refresh_from_db()
    assert (claim.state, claim.rung) == (ClaimState.PROPOSED, "province")
    assert visitor(people.boon).get(NEW).status == 403
    assert visitor(people.anong).get("/work/review/").status == 403


def test_what_the_book_would_say_is_on_the_page_of_a_draft(people: People) -> None:
    first = handed_in(people, 1, subject="ตำบลบ้านเป็ด")
    for reviewer in (people.boon, people.dao, people.ekachai):
        approve(actor=reviewer, keys=[first.key])
    plain, again = (
        save(actor=people.anong, said=said(1)),
        save(actor=people.anong, said=said(1, subject="ตำบลบ้านเป็ด")),
    )
    anong = visitor(people.anong)
    assert "เข้ากับที่มีอยู่ในบัญชี" in anong.get(f"/work/claim/{plain.key}/").text
    warned = anong.get(f"/work/claim/{again.key}/")
    assert "เข้ากับที่มีอยู่ในบัญชี" not in warned.text
    assert 'class="problem"' in warned.html
    assert Claim.objects.get(key=again.key).state == ClaimState.DRAFT


def test_many_are_accepted_at_once_and_what_stays_says_why(people: People) -> None:
    days = [date(2018, month, 1) for month in (10, 11, 12)]
    plain = [handed_in(people, day.month, first_day=day, last_day=day) for day in days]
    doubtful = handed_in(people, 40)
    boon = visitor(people.boon)
    page = boon.get("/work/review/", tick="all")
    assert page.html.count(" checked") == 4
    ask(actor=people.boon, key=doubtful.key, text="จริงหรือ")  # in another tab, meanwhile
    keys = [str(claim.key) for claim in (*plain, doubtful)]
    assert boon.post("/work/review/", key=keys).answer["Location"] == "/work/review/done/"  # type: ignore[index]
    text = boon.get("/work/review/done/").text
    assert "ส่งต่อขั้นถัดไป 3 รายการ" in text
    assert "ยังอยู่ที่เดิม 1 รายการ" in text
    assert "40 ตำบล" in text
    assert "ไม่ได้รอการตรวจ" in text
    assert boon.post("/work/review/").status == 400


def test_what_was_asked_or_may_be_told_twice_is_said_and_not_ticked_with_the_rest(people: People) -> None:
    day = date(2019, 1, 1)
    plain, asked = (handed_in(people, n, first_day=on, last_day=on) for n, on in ((3, day), (5, DAY)))
    boon = visitor(people.boon)
    ask(actor=people.boon, key=asked.key, text="ห้าตำบลจริงหรือ")
    answer_question(actor=people.anong, key=asked.key, text="ตรวจแล้ว")
    page = boon.get("/work/review/", tick="all")
    assert page.html.count(" checked") == 1
    assert f'value="{plain.key}:1" id="c-{plain.key}" checked' in page.html
    assert "ถามว่า “ห้าตำบลจริงหรือ”" in page.text
    assert "ตอบว่า “ตรวจแล้ว”" in page.text
    handed_in(people, 7, first_day=day, last_day=day)
    page = boon.get("/work/review/", tick="all")
    assert page.html.count(" checked") == 0
    assert "อาจนับซ้ำ" in page.text


def test_a_key_of_somewhere_else_is_not_reviewed_nor_named(people: People) -> None:
    claim = handed_in(people)
    chai = visitor(people.chai)
    chai.post("/work/review/", key=[str(claim.key), "not a key"])
    text = chai.get("/work/review/done/").text
    assert "บ้านเป็ด" not in text
    assert "ไม่มีข้อรายงานนี้" in text


def many(people: People, number: int) -> list[UUID]:
    """Claims that wait at the province, made quickly."""
    first = handed_in(people)
    claims = []
    for _ in range(number):
        copy = Claim.objects.get(pk=first.pk)
        copy.pk, copy.key = None, uuid4()
        claims.append(copy)
    made = Claim.objects.bulk_create(claims)
    ClaimCount.objects.bulk_create(ClaimCount(claim=one, stage="done", number=1) for one in made)
    return [one.key for one in made]


@pytest.mark.parametrize("address", ["/work/", "/work/review/", "/work/?list=all"])
def test_many_claims_need_no_more_questions_to_the_database(people: People, address: str) -> None:
    boon = visitor(people.boon)

    def questions() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert boon.client.get(address).status_code == 200
        return len(asked)

    many(people, 3)
    few = questions()
    many(people, 100)
    more_than_a_page = few + 1  # how many there are is asked only where the list goes on
    assert questions() == more_than_a_page
    many(people, 500)
    assert questions() == more_than_a_page
    assert few < 40


def test_a_square_of_the_grid_stays_in_its_round(people: People) -> None:
    q2 = Round.objects.create(
        code="2562-q2", fiscal_year=2562, name_th="ไตรมาส 2", name_en="Q2", first_day=date(2019, 1, 1),
        last_day=date(2019, 3, 31), due_on=date(2019, 4, 15),
    )  # fmt: skip
    claim = save(actor=people.anong, said=said(2, round=q2))
    anong = visitor(people.anong)
    edit = f"/work/claim/{claim.key}/edit/"
    assert 'name="line"' not in anong.get(edit).html
    typed = {"line": "1.2", "place": "500101", "kind": "stands", "day": "15 มี.ค. 2562", "number:done": "3"}
    assert anong.post(edit, **typed, seen="1", do="draft").status == 302
    claim.refresh_from_db()
    assert (claim.round, claim.indicator, claim.place.code) == (q2, "1.1", "400105")
    assert (claim.cell, claim.kind) == ("2562-q2|1.1|400105", ClaimKind.HAPPENED)
    assert (claim.last_day, claim.counts.get().number) == (date(2019, 3, 15), 3)


def test_what_a_fall_means_may_be_said_in_advance(people: People) -> None:
    line = programmes.indicator("2.3", 2562)
    assert line is not None
    exits = programmes.pathway(line.pathway).exits
    typed = {**TYPED, "line": "2.1", "kind": "stands", "falls": "exits"}
    anong = visitor(people.anong)
    page = anong.post(NEW, **typed, do="draft")
    assert 'id="falls-wrong"' in page.html
    key = str(uuid4())
    anong.post(NEW, **{**typed, "falls": "corrects"}, key=key, do="draft")
    assert Claim.objects.get().if_it_falls == "corrects"
    shown = anong.post(NEW, **{**typed, "line": "2.3"}, do="line").html
    assert all(f'<option value="{stage.code}"' in shown for stage in exits)


def test_what_is_no_longer_with_its_recorder_is_not_changed(people: People) -> None:
    claim = handed_in(people)
    anong = visitor(people.anong)
    edit = f"/work/claim/{claim.key}/edit/"
    assert anong.get(edit).status == 302
    page = anong.post(edit, **{**TYPED, "number": "9"}, seen="1", do="draft")
    assert page.status == 400
    assert claim.counts.get().number == 2


def test_pages_are_in_english_too(people: People) -> None:
    claim = handed_in(people)
    boon = visitor(people.boon)
    assert "1 Waiting for your review" in boon.get("/work/", lang="en").text
    page = boon.get(f"/work/claim/{claim.key}/", lang="en").text
    assert "Accept and pass on" in page
    assert "400105 Subdistrict" in page
    assert "Hand in" in visitor(people.anong).get(NEW, lang="en", line="2.3").text


def jpeg(name: str, shade: int) -> SimpleUploadedFile:
    made = BytesIO()
    Image.new("RGB", (40, 30), (shade, shade, shade)).save(made, "JPEG")
    return SimpleUploadedFile(name, made.getvalue())


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[None]:
    """A folder of files for one test."""
    whole = {"BACKEND": "tidtam.review.whole_files.WholeFiles", "OPTIONS": {"location": str(tmp_path)}}
    statics = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={"evidence": whole, "staticfiles": statics}):
        yield


def test_a_photo_comes_with_the_answer_and_may_be_taken_off(people: People, folder: None) -> None:
    claim = handed_in(people)
    ask(actor=people.boon, key=claim.key, text="มีรูปหรือไม่")
    anong = visitor(people.anong)
    address = f"/work/claim/{claim.key}/"
    anong.post(address, do="add", photos=[jpeg("ก.jpg", 10)])
    anong.post(address, do="answer", text="มี", photos=[jpeg("ข.jpg", 200)])
    claim.refresh_from_db()
    assert claim.state == ClaimState.PROPOSED
    first, second = claim.evidence.all()
    assert visitor(people.boon).get(address).html.count("/thumbnail/") == 2
    send_back(actor=people.boon, key=claim.key, reason="รูปผิด")
    assert "รูปผิด" in anong.get(address + "edit/").text
    other = save(actor=people.anong, said=said())
    assert anong.post(f"/work/claim/{other.key}/", do="remove", evidence=first.pk, text="ก").status == 400
    assert anong.post(address, do="remove", evidence=first.pk, text=" ").status == 400
    anong.post(address, do="remove", evidence=first.pk, text="ผิดที่")
    page = anong.get(address)
    assert f"/evidence/{second.pk}/thumbnail/" in page.html
    assert f"/evidence/{first.pk}/thumbnail/" not in page.html
    assert "อนงค์ นำหลักฐานออก ผิดที่" in page.text


def test_a_form_cut_off_on_the_way_is_told_and_keeps_nothing(people: People, folder: None) -> None:
    claim = save(actor=people.anong, said=said())
    address = f"/work/claim/{claim.key}/"
    photo = jpeg("ก.jpg", 10)
    whole = encode_multipart(BOUNDARY, {"do": "add", "photos": photo})
    client = visitor(people.anong).client
    for share in (0.6, 0.9):
        cut = client.generic("POST", address, whole[: int(len(whole) * share)], MULTIPART_CONTENT)
        assert cut.status_code == 400
        told = cut.content.decode()
        assert "การส่งขาดกลางทาง" in told
        assert not claim.evidence.exists()
    assert client.post(address, {"do": "add"}).status_code == 400
    assert client.generic("POST", address, whole, MULTIPART_CONTENT).status_code == 302
    assert claim.evidence.count() == 1


def test_photos_come_with_a_new_claim(people: People, folder: None) -> None:
    photos = [jpeg("ก.jpg", 10), jpeg("ข.jpg", 200)]
    visitor(people.anong).post(NEW, **TYPED, key=str(uuid4()), do="submit", photos=photos)
    claim = Claim.objects.get()
    assert claim.state == ClaimState.PROPOSED
    assert [one.name for one in claim.evidence.all()] == ["ก.jpg", "ข.jpg"]


def test_strange_input_is_no_fault_of_ours(people: People) -> None:
    anong = visitor(people.anong)
    typed = {**TYPED, "seen": "9" * 5000, "key": "x"}
    kept = anong.post(NEW, **typed, do="draft")
    assert kept.status == 302, kept.text
    claim = Claim.objects.get()
    assert anong.post(NEW, **{**TYPED, "subject": "ก\0ข"}, key=str(claim.key), do="draft").status == 400
    for strange in ({"number": "9" * 5000}, {"place": "\0"}, {"line": "ไม่มี"}, {"day": "9" * 5000}):
        assert anong.post(NEW, **{**TYPED, **strange}, do="draft").status == 400
    address = f"/work/claim/{claim.key}/"
    assert anong.post(address, do="withdraw", text="\0").status == 400
    assert anong.post(address, do="nothing").status == 302
    assert anong.get("/work/", list="nothing").status == 200


def test_too_many_places_are_asked_for_by_code(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tidtam.web.work.offers.MOST_PLACES", 0)
    page = visitor(people.anong).get(NEW)
    assert '<input id="place" name="place" value="400105"' in page.html


def test_a_hundred_on_a_page(people: People) -> None:
    many(people, 120)
    boon = visitor(people.boon)
    assert boon.get("/work/review/").html.count('type="checkbox"') == 100
    assert boon.get("/work/review/", page="2").html.count('type="checkbox"') == 21
    assert boon.get("/work/review/", page="3").status == 400
