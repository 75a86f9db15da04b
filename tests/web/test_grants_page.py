"""The money page of a project: a refusal says the rule and its paper, what is sent goes to finance."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.documents.pictures import pdf
from tests.housing.conftest import Canal, some_households
from tests.housing.conftest import canal as canal  # noqa: PLC0414  a fixture
from tests.housing.conftest import folder as folder  # noqa: PLC0414  a fixture
from tests.housing.conftest import project as project  # noqa: PLC0414  a fixture
from tests.housing.test_grants_workbook import book
from tests.housing.test_moving import moved
from tidtam.housing.actions import move_grant
from tidtam.housing.grants.money import money_of
from tidtam.housing.models import GrantItem, Household, Project
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.review.models import Claim
from tidtam.review.words import ClaimState

pytestmark = pytest.mark.django_db
URL = "/housing/LP-01/money/"
DAY = "15 มกราคม 2562"
PARTS = {"part-infrastructure": "50,000", "part-house": "๒๕,๐๐๐", "part-impact_relief": "72000"}


def visitor(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="tidtam.people.signing.NameOrMail")
    return client


def accepted(canal: Canal) -> None:
    """Finance lets in all that waits, on its list."""
    finance = visitor(canal.wanchai)
    assert finance.get("/work/review/").status_code == 200
    waiting = Claim.objects.filter(state=ClaimState.PROPOSED)
    keys = [f"{one.key}:{one.revision}" for one in waiting]
    assert finance.post("/work/review/", {"key": keys}).status_code == 302
    assert not Claim.objects.filter(state=ClaimState.PROPOSED).exists()


def test_nothing_is_known_until_something_is_granted(canal: Canal, project: Project) -> None:
    text = visitor(canal.kamon).get(URL).content.decode()
    assert "ยังไม่มีเงินอุดหนุนในบัญชี จึงยังไม่ทราบยอด" in text
    assert "0.00" not in text


def test_from_the_proposal_to_the_document(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 2)
    moved(canal, project, some, "rights")
    kamon = visitor(canal.kamon)
    assert kamon.post(URL, {"do": "propose", "day": DAY, **PARTS}).status_code == 302
    accepted(canal)
    page = kamon.get(URL).content.decode()
    assert "294,000.00" in page
    plan = {"sum-1": "147000", "sum-2": "147,000", "stage-2": "building", "share-2": "100"}
    assert kamon.post(URL, {"do": "contract", "day": DAY, **plan}).status_code == 302
    accepted(canal)
    page = kamon.get(URL).content.decode()
    assert "2 จาก 2 ครัวเรือนถึงขั้น “อยู่ระหว่างก่อสร้าง”" in page
    refused = kamon.post(URL, {"do": "pay", "sum": "200,000", "voucher": "บค. 1", "day": DAY})
    assert refused.status_code == 400
    assert "งวดที่ 2" in refused.content.decode()
    moved(canal, project, some, "building", date(2019, 2, 1))
    paying = {"do": "pay", "sum": "294,000.00", "voucher": "บค. 1", "day": "1 มีนาคม 2562"}
    assert kamon.post(URL, paying).status_code == 302
    accepted(canal)
    using = {"do": "use", "sum": "294000", "day": "1 เมษายน 2562"}
    assert kamon.post(URL, using).status_code == 400  # its document is missing
    Claim.objects.filter(state=ClaimState.DRAFT).delete()
    paper = SimpleUploadedFile("ใบเสร็จ.pdf", pdf(), "application/pdf")
    assert kamon.post(URL, using | {"evidence": paper}).status_code == 302
    accepted(canal)
    assert money_of([project])[project.pk].of("used") == 29_400_000


def test_a_broken_rule_is_told_with_its_paper_and_an_exception_is_given(
    canal: Canal, project: Project
) -> None:
    some_households(canal, project, 1)
    kamon = visitor(canal.kamon)
    too_much = {"do": "propose", "day": DAY, **PARTS, "part-impact_relief": "73,000"}
    text = kamon.post(URL, too_much).content.decode()
    assert "148,000.00 บาท" in text
    assert "canals-grant" in text
    assert "เอกสาร" in text
    assert not GrantItem.objects.exists()
    owner = User.objects.create_user("ekachai", display_name="เอกชัย")
    nation = Place.objects.get(code="TH")
    give_role(actor=loader_account(), user=owner, role=Role.OWNER, place=nation, first_day=date(2016, 10, 1))
    assert kamon.post(URL, too_much | {"reason": "ตอกเข็มเพิ่ม"}).status_code == 302
    page = visitor(owner).get(URL).content.decode()
    assert "ขอข้อยกเว้น: ตอกเข็มเพิ่ม" in page
    key = str(Claim.objects.get().key)
    assert visitor(owner).post(URL, {"do": "give", "claim": key}).status_code == 302
    accepted(canal)
    assert money_of([project])[project.pk].of("approved") == 14_800_000


def test_the_same_by_workbook(canal: Canal, project: Project) -> None:
    some_households(canal, project, 1)
    kamon = visitor(canal.kamon)
    got = kamon.get(f"{URL}list.xlsx")
    assert (got.status_code, got.content[:2]) == (200, b"PK")
    wrong = SimpleUploadedFile("เงิน.xlsx", book(["LP-01/0001", "", 50000, 25000, 73000]))
    answer = kamon.post(URL, {"do": "file", "day": DAY, "file": wrong})
    assert answer.status_code == 400
    assert "canals-grant" in answer.content.decode()
    right = SimpleUploadedFile("เงิน.xlsx", book(["LP-01/0001", "", 50000, 25000, 72000]))
    assert kamon.post(URL, {"do": "file", "day": DAY, "file": right}).status_code == 302
    assert GrantItem.objects.count() == 3


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"do": "propose", "day": "ไม่รู้"}, 400),
        ({"do": "propose", "day": DAY, "who": "ทุกคน"}, 400),
        ({"do": "propose", "day": DAY, "who": "1-2", **PARTS}, 400),
        ({"do": "propose", "day": DAY, "part-house": "ห้าพัน"}, 400),
        ({"do": "contract", "day": DAY}, 400),
        ({"do": "pay", "day": DAY, "sum": "1"}, 400),
        ({"do": "give", "claim": "x"}, 400),
        ({"do": "propose", "day": DAY, "who": "1", **PARTS}, 302),
    ],
)
def test_a_slip_of_the_pen_is_told(canal: Canal, project: Project, sent: dict[str, str], code: int) -> None:
    some_households(canal, project, 1)
    assert visitor(canal.kamon).post(URL, sent).status_code == code
    assert Claim.objects.count() == (code == 302)


@pytest.mark.parametrize("share", ["ครึ่ง", "500", "0"])
def test_a_share_that_cannot_be_read_is_not_taken_for_all(canal: Canal, project: Project, share: str) -> None:
    sent = {"do": "contract", "day": DAY, "sum-1": "1", "stage-1": "building", "share-1": share}
    assert f"“{share}” ไม่ใช่ร้อยละของครัวเรือน" in visitor(canal.kamon).post(URL, sent).content.decode()


def test_a_stranger_sees_nothing(canal: Canal, project: Project) -> None:
    some_households(canal, project, 1)
    stranger = visitor(canal.chai)
    for answer in (stranger.get(URL), stranger.get(f"{URL}list.xlsx"), stranger.post(URL, {"do": "propose"})):
        assert answer.status_code in (403, 404)
        assert "ริมคลอง" not in answer.content.decode("utf-8", "replace")
    assert visitor(canal.wanchai).post(URL, {"do": "propose", "day": DAY, **PARTS}).status_code == 400


def test_an_instalment_of_which_money_was_cancelled_says_what_is_left(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 1)
    kamon = visitor(canal.kamon)
    assert kamon.post(URL, {"do": "propose", "day": DAY, **PARTS}).status_code == 302
    accepted(canal)
    moved(canal, project, some, "rights")
    plan = {f"sum-{n}": "49,000" for n in (1, 2, 3)}
    stages = {"stage-1": "completed", "stage-2": "building", "stage-3": "building"}
    assert kamon.post(URL, {"do": "contract", "day": DAY, **plan, **stages}).status_code == 302
    accepted(canal)
    move_grant(
        actor=canal.kamon, project=project, stage="cancelled", before="contracted", day=date(2019, 2, 1),
        satang=10_900_000,
    )  # fmt: skip
    accepted(canal)
    moved(canal, project, some, "building", date(2019, 3, 1))
    page = kamon.get(URL).content.decode()
    assert "ถึงงวดจ่าย เพียง 38,000.00 บาท ที่เหลือถูกยกเลิก" in page
    assert "เงินของงวดนี้ถูกยกเลิกแล้ว" in page


def value_of(html: str, ident: str) -> str:
    """What stands in a field of the page."""
    found = re.search(rf'<input id="{ident}"[^>]* value="([^"]*)"', html)
    assert found, ident
    return found[1]


def test_a_refused_proposal_keeps_what_was_typed_and_says_where_it_is_wrong(
    canal: Canal, project: Project
) -> None:
    some_households(canal, project, 1)
    kamon = visitor(canal.kamon)
    assert value_of(kamon.get(URL).content.decode(), "part-house") == "25,000"  # the ceiling is usual
    typed = {"part-infrastructure": "๔๐,๐๐๐", "part-house": "ห้าพัน", "part-impact_relief": ""}
    html = kamon.post(
        URL, {"do": "propose", "day": DAY, "who": "1", "reason": "ไฟไหม้", **typed}
    ).content.decode()
    assert {name: value_of(html, name) for name in typed} == typed
    assert (value_of(html, "who"), value_of(html, "reason")) == ("1", "ไฟไหม้")
    assert value_of(html, "day-propose") == DAY
    assert 'id="part-house-wrong"' in html
    assert 'id="part-infrastructure-wrong"' not in html
    assert value_of(html, "reason-file") == ""  # the other forms are as they were
    assert value_of(html, "day-file") != DAY


def test_a_refused_contract_keeps_its_rows(canal: Canal, project: Project) -> None:
    typed = {"sum-1": "147000", "share-1": "50", "sum-2": "มาก", "stage-2": "building", "share-2": "ครึ่ง"}
    html = visitor(canal.kamon).post(URL, {"do": "contract", "day": DAY, **typed}).content.decode()
    rows = {name: value for name, value in typed.items() if not name.startswith("stage")}
    assert {name: value_of(html, name) for name in rows} == rows
    assert '<option value="building" selected>' in html
    assert [name for name in typed if f'id="{name}-wrong"' in html] == ["sum-2", "share-2"]


def test_a_refused_payment_leaves_the_other_forms_alone(canal: Canal, project: Project) -> None:
    html = visitor(canal.kamon).post(URL, {"do": "pay", "day": DAY, "sum": "1,5"}).content.decode()
    assert value_of(html, "sum-pay") == "1,5"
    assert 'id="voucher-wrong"' in html
    assert value_of(html, "day-propose") != DAY


def test_who_left_the_project_is_not_among_all_without_a_grant(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 2)
    moved(canal, project, some, "rights")
    moved(canal, project, some[:1], "lost_right", date(2019, 3, 10))
    assert visitor(canal.kamon).post(URL, {"do": "propose", "day": DAY, **PARTS}).status_code == 302
    assert set(GrantItem.objects.values_list("household", flat=True)) == {some[1].pk}
    assert (
        visitor(canal.kamon).post(URL, {"do": "propose", "day": DAY, "who": "2-1", **PARTS}).status_code
        == 400
    )


def test_money_has_its_day_and_not_a_month(canal: Canal, project: Project) -> None:
    sent = {"do": "pay", "sum": "1", "voucher": "บค. 1", "day": "มกราคม 2562"}
    answer = visitor(canal.kamon).post(URL, sent)
    assert answer.status_code == 400
    assert "ไม่ใช่วันเดียว" in answer.content.decode()


def test_a_second_grant_for_a_citizen_id_is_refused(canal: Canal, project: Project) -> None:
    one, other = some_households(canal, project, 2)
    Household.objects.filter(pk__in=[one.pk, other.pk]).update(id_hash="same")
    kamon = visitor(canal.kamon)
    assert kamon.post(URL, {"do": "propose", "day": DAY, "who": "1", **PARTS}).status_code == 302
    refused = kamon.post(URL, {"do": "propose", "day": DAY, "who": "2", **PARTS})
    assert refused.status_code == 400
    assert "LP-01/0002 มีเลขประจำตัวประชาชนเดียวกับ LP-01/0001" in refused.content.decode()
