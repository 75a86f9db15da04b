"""The pages of loans and organisations: what they say, what their forms do, and to whom."""

import re
from datetime import date

import pytest
from django.test import Client

from tests.housing.conftest import Canal, make_canal
from tests.housing.lending.conftest import drawn, lent, make_cooperative, paid, to_borrow
from tests.intake.country import make_country
from tidtam.housing.actions import NewProject, add_project
from tidtam.housing.actions.lending import NewLoan
from tidtam.housing.lending.models import Loan, LoanAnswer
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.review.models import Claim
from tidtam.review.words import ClaimState

pytestmark = pytest.mark.django_db
SLIP = {"what": "paid", "sum": "10,217.99", "day": "1 ก.พ. 2563", "paper": "ร.1/2563"}


@pytest.fixture
def canal(db: None) -> Canal:
    make_country()
    return make_canal()


@pytest.fixture
def new(canal: Canal) -> NewLoan:
    """120,000 baht over twelve months to the cooperative of a project."""
    asked = NewProject(
        code="LP-01",
        programme="canals",
        name="ชุมชนหนึ่ง",
        place=canal.place,
        started_on=date(2017, 1, 10),
    )
    return to_borrow(make_cooperative(canal), add_project(actor=canal.kamon, new=asked))


@pytest.fixture
def loan(canal: Canal, new: NewLoan) -> Loan:
    """120,000 baht, drawn on 1 January 2563, of which nothing is paid."""
    made = lent(canal, new)
    drawn(canal, made, 12_000_000, date(2020, 1, 1))
    return made


def of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def words(answer: object) -> str:
    """What a page says, without its marks."""
    html = answer.content.decode()  # type: ignore[attr-defined]
    return " ".join(
        re.sub(r"<[^>]+>", " ", re.sub(r"<(head|style).*?</\1>", " ", html, flags=re.DOTALL)).split()
    )


def test_the_page_of_all_adds_up_what_stands_in_the_book(canal: Canal, loan: Loan, new: NewLoan) -> None:
    lent(canal, new, code="L-2")
    paid(canal, loan, 1_021_799, date(2020, 2, 1))
    said = words(of(canal.kamon).get("/loans/?as_of=2563-03-20"))
    assert "2 สัญญา · ยังไม่ได้เบิก 1 สัญญา" in said
    assert "คงเหลือ 110,182.01 อนุมัติ 240,000.00 เบิกแล้ว 120,000.00 ชำระคืนแล้ว 9,817.99" in said
    assert "1–30 วัน 10,217.99 110,182.01" in said
    assert "0.00 %" in said  # nothing is late by more than 30 days
    assert "100.00 %" in words(of(canal.kamon).get("/loans/?as_of=2563-04-01"))


def test_without_loans_nothing_is_known_and_no_nought_is_shown(canal: Canal) -> None:
    said = words(of(canal.kamon).get("/loans/"))
    assert "ยังไม่มีสินเชื่อในพื้นที่นี้ จึงยังไม่ทราบยอด" in said
    assert "0.00" not in said


def test_a_place_shows_its_own(canal: Canal, loan: Loan) -> None:
    wanchai = of(canal.wanchai)
    assert "L-1" in words(wanchai.get("/loans/?place=10"))
    assert "L-1" not in words(wanchai.get("/loans/?place=50"))


def test_somebody_elsewhere_sees_none_and_opens_none(canal: Canal, loan: Loan) -> None:
    chai = of(canal.chai)
    for address in ("/loans/", "/organisations/"):
        assert "L-1" not in words(chai.get(address))
        assert "สหกรณ์เคหสถานริมคลองหนึ่ง" not in words(chai.get(address))
    assert chai.get("/loans/L-1/").status_code == 403
    assert chai.get(f"/organisations/{loan.organisation.key}/").status_code == 403
    assert chai.post("/loans/L-1/record/", {**SLIP, "do": "send"}).status_code == 403
    assert not Claim.objects.filter(note="ร.1/2563").exists()


def test_a_loan_says_its_contract_and_what_is_late(canal: Canal, loan: Loan) -> None:
    said = words(of(canal.kamon).get("/loans/L-1/?as_of=2563-04-01"))
    assert "อนุมัติ 120,000.00 บาท เมื่อ 1 ธันวาคม 2562 ตาม มติ 12/2562" in said
    assert "ผ่อนชำระ 12 งวด ทุกเดือน ตั้งแต่ 1 กุมภาพันธ์ 2563 ถึง 1 มกราคม 2564" in said
    assert "ดอกเบี้ยร้อยละ 4 ต่อปี ตั้งแต่ 8 มีนาคม 2559" in said
    assert "30,653.97 บาท ◆ ค้าง 60 วัน" in said  # three instalments of 10,217.99
    assert "3 1 เม.ย. 63 10,217.99 ◐ ครบกำหนดวันนี้" in said
    assert "ยังไม่ค้าง 10,217.99 31–60 วัน 20,435.98" in said


def test_before_anything_is_drawn_the_schedule_is_called_a_plan(canal: Canal, new: NewLoan) -> None:
    lent(canal, new)
    said = words(of(canal.kamon).get("/loans/L-1/"))
    assert "ตารางข้างล่างเป็นแผน" in said
    assert "คงเหลือ ยังไม่ทราบ" in said


def test_a_form_shows_what_will_come_of_it_before_it_is_sent(canal: Canal, loan: Loan) -> None:
    kamon = of(canal.kamon)
    looked = kamon.post("/loans/L-1/record/", {**SLIP, "do": "look"})
    said = words(looked)
    assert "หนึ่งหมื่นสองร้อยสิบเจ็ดบาทเก้าสิบเก้าสตางค์" in said
    assert not Claim.objects.filter(note="ร.1/2563").exists()
    key = re.search(r'name="key" value="([^"]+)"', looked.content.decode())
    assert key
    for _ in range(2):  # sent twice it is one slip
        sent = kamon.post("/loans/L-1/record/", {**SLIP, "do": "send", "key": key[1]})
        assert (sent.status_code, sent.headers["Location"]) == (302, "/loans/L-1/?sent=1")
    claim = Claim.objects.get(note="ร.1/2563")
    assert (claim.state, str(claim.key)) == (ClaimState.PROPOSED, key[1])
    assert "ส่งให้การเงินแล้ว" in words(kamon.get("/loans/L-1/?sent=1"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sum": "10,217.999"}, "อ่านจำนวนเงิน “10,217.999” ไม่ได้"),
        ({"sum": "", "day": "", "paper": "", "what": ""}, "ต้องแก้ 4 แห่ง"),
        ({"day": "31 ก.พ. 2563"}, "ปฏิทินไม่มีวันที่"),
        ({"sum": "1,000,000"}, "มากกว่าที่สินเชื่อ L-1 ค้างทั้งหมด"),
        ({"what": "drawn", "sum": "1"}, "เบิกได้อีกไม่เกิน 0.00 บาท"),
        ({"day": "1 ม.ค. 2600"}, "ยังมาไม่ถึง"),
    ],
)
def test_what_is_wrong_is_said_before_it_is_sent(
    canal: Canal, loan: Loan, changes: dict[str, str], said: str
) -> None:
    for do in ("look", "send"):
        answer = of(canal.kamon).post("/loans/L-1/record/", {**SLIP, **changes, "do": do})
        assert answer.status_code == 400
        assert said in words(answer)
    assert Claim.objects.filter(state=ClaimState.PROPOSED).count() == 0


def test_finance_lets_in_what_waits_and_nobody_else(canal: Canal, loan: Loan) -> None:
    of(canal.kamon).post("/loans/L-1/record/", {**SLIP, "do": "send"})
    claim = Claim.objects.get(note="ร.1/2563", state=ClaimState.PROPOSED)
    asked = {"do": "accept", "which": str(claim.key), "seen": str(claim.revision)}
    assert 'value="accept"' not in of(canal.kamon).get("/loans/L-1/").content.decode()
    assert of(canal.kamon).post("/loans/L-1/confirm/", asked).status_code == 400
    wanchai = of(canal.wanchai)
    assert wanchai.post("/loans/L-1/confirm/", asked).status_code == 302
    said = words(wanchai.get("/loans/L-1/"))
    assert "1 ก.พ. 63 ร.1/2563 10,217.99 400.00 9,817.99" in said
    assert "รอการเงินรับเข้าบัญชี" not in said
    assert wanchai.post("/loans/L-1/confirm/", asked).status_code == 400  # nothing is left to do


def test_a_claim_of_another_loan_is_not_let_in_from_here(canal: Canal, loan: Loan, new: NewLoan) -> None:
    lent(canal, new, code="L-2")
    of(canal.kamon).post("/loans/L-1/record/", {**SLIP, "do": "send"})
    claim = Claim.objects.get(note="ร.1/2563")
    answer = of(canal.wanchai).post("/loans/L-2/confirm/", {"do": "accept", "which": str(claim.key)})
    assert answer.status_code == 400


def test_an_answer_to_a_moratorium_is_noted_and_confirmed(canal: Canal, loan: Loan) -> None:
    kamon, wanchai = of(canal.kamon), of(canal.wanchai)
    assert "องค์กรยังไม่ตอบ" in words(kamon.get("/loans/L-1/"))
    said = {"change": "covid-2563-1", "accepted": "yes", "day": "10 เม.ย. 2563", "paper": "น.7/2563"}
    assert kamon.post("/loans/L-1/answer/", {**said, "day": "?"}).status_code == 400
    assert kamon.post("/loans/L-1/answer/", said).status_code == 302
    assert "รอการเงินยืนยัน" in words(kamon.get("/loans/L-1/"))
    assert "ผ่อนชำระ 12 งวด" in words(kamon.get("/loans/L-1/"))
    asked = {"do": "confirm", "which": str(LoanAnswer.objects.get().pk)}
    assert kamon.post("/loans/L-1/confirm/", asked).status_code == 400
    assert wanchai.post("/loans/L-1/confirm/", asked).status_code == 302
    said_now = words(kamon.get("/loans/L-1/"))
    assert "ผ่อนชำระ 15 งวด" in said_now
    assert "ใช้สิทธิ์ ตาม น.7/2563" in said_now
    assert "ยกดอกเบี้ย 334.44" in said_now  # the table of tests/spec


def test_what_fell_due_is_put_into_the_book_by_finance_alone(canal: Canal, loan: Loan) -> None:
    assert of(canal.kamon).post("/loans/L-1/confirm/", {"do": "catch_up"}).status_code == 400
    assert of(canal.wanchai).post("/loans/L-1/confirm/", {"do": "catch_up"}).status_code == 302


def test_organisations_are_found_by_name_with_what_they_owe(canal: Canal, loan: Loan) -> None:
    kamon = of(canal.kamon)
    assert "สหกรณ์เคหสถานริมคลองหนึ่ง" in words(kamon.get("/organisations/", {"name": "ริม คลอง"}))
    assert "ยังไม่มีองค์กรตามที่เลือก" in words(kamon.get("/organisations/", {"name": "ไม่มี"}))
    said = words(kamon.get(f"/organisations/{loan.organisation.key}/"))
    assert "L-1" in said
    assert "LP-01 ชุมชนหนึ่ง" in said
    assert "Savings" not in words(kamon.get(f"/organisations/{loan.organisation.key}/?lang=en"))


def test_the_same_in_english_and_in_thai_digits(canal: Canal, loan: Loan) -> None:
    kamon = of(canal.kamon)
    said = words(kamon.get("/loans/L-1/?lang=en&as_of=2563-04-01"))
    assert "Paid back in 12 monthly instalments from 1 February 2020 (B.E. 2563) to 1 January 2021" in said
    assert "๓๐,๖๕๓.๙๗" in words(kamon.get("/loans/L-1/?digits=thai&as_of=2563-04-01"))


def test_an_auditor_reads_and_changes_nothing(canal: Canal, loan: Loan) -> None:
    wirat = User.objects.create_user("wirat", display_name="วิรัตน์")
    nation = Place.objects.get(code="TH")
    give_role(actor=loader_account(), user=wirat, role=Role.AUDITOR, place=nation, tree="admin")
    page = of(wirat).get("/loans/L-1/")
    assert page.status_code == 200
    assert "<form" not in re.sub(r"<form[^>]*sign-out.*?</form>", "", page.content.decode(), flags=re.DOTALL)
    assert of(wirat).get("/loans/L-1/record/").status_code == 403


AGREED = {
    "code": "L-9", "project": "LP-01", "contract_number": "ส.9/2563", "contracted_on": "20 ธ.ค. 2562",
    "approved_on": "1 ธ.ค. 2562", "paper": "มติ 12/2562", "principal": "๒๔๐,๐๐๐", "first_due": "1 มี.ค. 2563",
    "months": "120", "grace": "3", "grace_interest": "due", "households": "1", "savings": "24,000",
    "onlent_percent": "6",
}  # fmt: skip


def test_a_loan_is_agreed_and_waits_for_finance(canal: Canal, loan: Loan) -> None:
    kamon, address = of(canal.kamon), f"/organisations/{loan.organisation.key}/loan/"
    assert "LP-01 ชุมชนหนึ่ง" in words(kamon.get(address))
    answer = kamon.post(address, AGREED)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/loans/L-9/")
    made = Loan.objects.get(code="L-9")
    assert (made.principal, made.months, made.savings, made.programme) == (
        24_000_000,
        120,
        2_400_000,
        "canals",
    )
    said = words(kamon.get("/loans/L-9/"))
    assert "รอการเงินรับเข้าบัญชี อนุมัติ 240,000.00" in said
    assert "ปลอดเงินต้น 3 เดือนแรก" in said
    assert "สหกรณ์คิดกับสมาชิกร้อยละ 6 ต่อปี (สูงกว่า 2.5)" in said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"principal": "360,000.01", "savings": "40,000"}, "เกินเพดาน 360,000.00 บาท"),
        ({"savings": ""}, "เงินออม 0.00 บาท ขาดอีก 24,000.00 บาท"),
        ({"months": "x", "households": "0", "first_due": "", "principal": "", "paper": ""}, "ต้องแก้ 5 แห่ง"),
        ({"code": "L-1"}, "มีสินเชื่อรหัส L-1 แล้ว"),
        ({"exception_reason": "แพง"}, "ข้อยกเว้นต้องมีเหตุผล"),
        ({"onlent_percent": "101"}, "อ่านจำนวน “101” ไม่ได้"),
    ],
)
def test_what_is_wrong_with_a_new_loan_stands_beside_its_field(
    canal: Canal, loan: Loan, changes: dict[str, str], said: str
) -> None:
    answer = of(canal.kamon).post(f"/organisations/{loan.organisation.key}/loan/", {**AGREED, **changes})
    assert answer.status_code == 400
    assert said in words(answer)
    assert not Loan.objects.filter(code="L-9").exists()


def test_a_loan_is_agreed_by_recorders_of_the_place_alone(canal: Canal, loan: Loan) -> None:
    for user in (canal.chai, canal.wanchai):
        answer = of(user).post(f"/organisations/{loan.organisation.key}/loan/", AGREED)
        assert answer.status_code == 403
