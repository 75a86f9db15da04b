"""The pages of organisations: searched, added, corrected, and linked from where one is missing."""

from urllib.parse import parse_qs, urlparse

import pytest
from django.test import Client

from tests.housing.conftest import Canal, make_canal
from tests.intake.country import make_country
from tests.web.conftest import Read
from tidtam.audit.models import AuditLine
from tidtam.housing.models import Project
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.registers.actions import add_organisation
from tidtam.registers.models import Organisation, OrganisationKind

pytestmark = pytest.mark.django_db
NAME = "สหกรณ์เคหสถานริมคลองหนึ่ง"
TYPED = {
    "name": NAME,
    "kind": "cooperative",
    "place": "canal:lat-phrao",
    "registered_number": "กพธ. ๑๒/๒๕๖๐",
    "registered_on": "31 มี.ค. 2560",
}


@pytest.fixture
def canal(db: None) -> Canal:
    make_country()
    return make_canal()


@pytest.fixture
def cooperative(canal: Canal) -> Organisation:
    kind = OrganisationKind.COOPERATIVE
    return add_organisation(
        actor=canal.kamon, kind=kind, name=NAME, place=canal.place, registered_number="12/2560"
    )


def of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="tidtam.people.signing.NameOrMail")
    return client


def read(user: User, address: str, **asked: str) -> Read:
    return Read(of(user).get(address, asked))


def test_they_are_found_by_name_number_kind_and_place(canal: Canal, cooperative: Organisation) -> None:
    found = (
        {"name": "ริม คลอง"}, {"name": "12/2560"}, {"name": "๑๒/๒๕๖๐"}, {"kind": "cooperative"},
        {"place": "canal:lat-phrao"}, {"place": "canal:lat-phrao", "kind": "cooperative", "name": "หนึ่ง"},
    )  # fmt: skip
    for asked in found:
        assert NAME in read(canal.kamon, "/organisations/", **asked).text, asked
    for asked in ({"name": "สอง"}, {"kind": "network"}, {"kind": "?"}, {"place": "50"}):
        page = read(canal.kamon, "/organisations/", **asked)
        assert page.status == 200
        assert NAME not in page.text
        assert "ยังไม่มีองค์กรตามที่เลือก แสดงทั้งหมด" in page.text


def test_what_is_searched_in_vain_can_be_added(canal: Canal) -> None:
    page = read(canal.kamon, "/organisations/", name="กลุ่มใหม่", kind="savings_group")
    assert "เพิ่ม “กลุ่มใหม่” เป็นองค์กรใหม่" in page.text
    form = read(canal.kamon, "/organisations/new/", name="กลุ่มใหม่", kind="savings_group")
    assert 'value="กลุ่มใหม่"' in form.html
    assert '<option value="savings_group" selected>' in form.html
    assert "เพิ่ม “" not in read(canal.wanchai, "/organisations/", name="กลุ่มใหม่").text  # he only reads


def test_one_is_added_and_shown(canal: Canal) -> None:
    answer = of(canal.kamon).post("/organisations/new/", TYPED)
    made = Organisation.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/organisations/{made.key}/?kept=added")
    page = read(canal.kamon, f"/organisations/{made.key}/", kept="added")
    assert "● เพิ่มองค์กรแล้ว" in page.text
    assert "ทะเบียนเลขที่ กพธ. ๑๒/๒๕๖๐ เมื่อ 31 มีนาคม 2560" in page.text
    assert "เพิ่มสินเชื่อ" in page.text


@pytest.mark.parametrize(
    ("changes", "said", "english"),
    [
        ({"name": "", "kind": "", "place": ""}, "มี 3 ข้อที่ต้องแก้", "3 to put right"),
        ({"name": " สหกรณ์ เคหสถาน ริมคลองหนึ่ง"}, "อยู่แล้ว", "is on the register already"),
        ({"place": "50"}, "ไม่ใช่พื้นที่ที่ท่านบันทึก", "not one for which you record"),
        ({"registered_on": "มี.ค. 2560"}, "ต้องเป็นวันเดียว", "registered on one day"),
        ({"registered_on": "1 ม.ค. 2600"}, "ยังมาไม่ถึง", "has not come"),
        ({"registered_number": "1" * 61}, "ใส่ได้ไม่เกิน 60", "60 at most"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(
    canal: Canal, cooperative: Organisation, changes: dict[str, str], said: str, english: str
) -> None:
    typed = {**TYPED, "name": "กลุ่มอื่น", **changes}
    for address, words in (("/organisations/new/", said), ("/organisations/new/?lang=en", english)):
        page = Read(of(canal.kamon).post(address, typed))
        assert page.status == 400
        assert words in page.text
        assert all(f'value="{text}"' in page.html for text in (typed["registered_number"],))
    assert Organisation.objects.count() == 1


def test_one_is_corrected_and_the_line_says_what_it_was(canal: Canal, cooperative: Organisation) -> None:
    address = f"/organisations/{cooperative.key}/correct/"
    form = read(canal.kamon, address)
    assert f'value="{NAME}"' in form.html
    assert 'value="12/2560"' in form.html
    assert '<option value="canal:lat-phrao" selected>' in form.html
    answer = of(canal.kamon).post(address, {**TYPED, "name": f"{NAME} จำกัด"})
    assert answer.headers["Location"] == f"/organisations/{cooperative.key}/?kept=corrected"
    cooperative.refresh_from_db()
    assert cooperative.name == f"{NAME} จำกัด"
    assert AuditLine.objects.filter(action="organisation.corrected").count() == 1
    wirat = User.objects.create_user("wirat", display_name="วิรัตน์")
    give_role(
        actor=loader_account(),
        user=wirat,
        role=Role.AUDITOR,
        place=Place.objects.get(code="TH"),
        tree="admin",
    )
    assert f"กมล แก้ข้อมูลองค์กร {NAME} จำกัด ซึ่งเดิมคือ {NAME}, 12/2560" in read(wirat, "/audit/").text


def test_an_empty_day_and_number_stay_empty(canal: Canal, cooperative: Organisation) -> None:
    typed = {**TYPED, "registered_number": "", "registered_on": ""}
    assert of(canal.kamon).post(f"/organisations/{cooperative.key}/correct/", typed).status_code == 302
    cooperative.refresh_from_db()
    assert (cooperative.registered_number, cooperative.registered_on) == ("", None)


def test_nobody_else_adds_or_corrects(canal: Canal, cooperative: Organisation) -> None:
    address = f"/organisations/{cooperative.key}/correct/"
    assert of(canal.wanchai).post("/organisations/new/", TYPED).status_code == 403
    for user in (canal.wanchai, canal.chai, canal.boonsri):
        assert of(user).get(address).status_code == 403
        assert of(user).post(address, TYPED).status_code == 403
    assert of(canal.chai).post("/organisations/new/", {**TYPED, "name": "อื่น"}).status_code == 400
    assert Organisation.objects.count() == 1
    assert "แก้ข้อมูลองค์กร" not in read(canal.wanchai, f"/organisations/{cooperative.key}/").text


def test_a_new_project_without_its_organisation_leads_to_it_and_back(canal: Canal) -> None:
    assert "/organisations/new/?for=project" in read(canal.kamon, "/housing/new/").html
    assert 'name="for" value="project"' in read(canal.kamon, "/organisations/new/", **{"for": "project"}).html
    answer = of(canal.kamon).post("/organisations/new/?lang=en", {**TYPED, "for": "project"})
    made, to = Organisation.objects.get(), urlparse(answer.headers["Location"])
    assert to.path == "/housing/new/"
    assert parse_qs(to.query) == {"organisation": [str(made.pk)], "lang": ["en"]}
    form = Read(of(canal.kamon).get(answer.headers["Location"]))
    assert f'<option value="{made.pk}" selected>' in form.html
    assert '<option value="canal:lat-phrao" selected>' in form.html
    begun = {
        "programme": "canals", "code": "LP-7", "name": "ชุมชนเจ็ด", "place": "canal:lat-phrao",
        "organisation": str(made.pk), "started_on": "10 ม.ค. 2560",
    }  # fmt: skip
    assert of(canal.kamon).post("/housing/new/", begun).status_code == 302
    assert Project.objects.get().organisation == made
    assert f'href="/organisations/{made.key}/"' in read(canal.kamon, "/housing/LP-7/").html
    assert 'href="/housing/LP-7/"' in read(canal.kamon, f"/organisations/{made.key}/").html


def test_an_organisation_of_elsewhere_is_not_chosen_by_its_number(
    canal: Canal, cooperative: Organisation
) -> None:
    page = read(canal.chai, "/housing/new/", organisation=str(cooperative.pk))
    assert page.status == 200
    assert NAME not in page.text


def test_a_new_loan_whose_borrower_is_missing_leads_here(canal: Canal, cooperative: Organisation) -> None:
    page = read(canal.kamon, f"/organisations/{cooperative.key}/loan/")
    assert "ผู้กู้เป็นองค์กรอื่น" in page.text
    assert 'href="/organisations/new/"' in page.html
    assert "เลือกหรือเพิ่มองค์กรผู้กู้" in read(canal.kamon, "/loans/").text
    assert "เลือกหรือเพิ่มองค์กรผู้กู้" not in read(canal.wanchai, "/loans/").text
