"""The register of organisations: added once a place, corrected by its recorders, each with its audit line."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.intake.country import make_country
from tidtam.audit.models import AuditLine
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.problems import Refused
from tidtam.registers.actions import add_organisation, correct_organisation
from tidtam.registers.models import Organisation, OrganisationKind

pytestmark = pytest.mark.django_db
NAME = "กลุ่มออมทรัพย์บ้านเป็ด"
GROUP, COOPERATIVE = OrganisationKind.SAVINGS_GROUP, OrganisationKind.COOPERATIVE


@pytest.fixture
def anong(db: None) -> User:
    """A recorder of Khon Kaen."""
    make_country()
    return recorder("anong", "40")


def recorder(username: str, code: str) -> User:
    user = User.objects.create_user(username, display_name=username)
    place = Place.objects.get(code=code)
    give_role(actor=loader_account(), user=user, role=Role.RECORDER, place=place, tree="admin")
    return user


def at(code: str = "400105") -> Place:
    return Place.objects.get(code=code)


def added(actor: User, **changes: object) -> Organisation:
    said = {"kind": GROUP, "name": NAME, "place": at()} | changes
    return add_organisation(actor=actor, **said)  # type: ignore[arg-type]


def corrected(actor: User, organisation: Organisation, **changes: object) -> Organisation:
    said = {"kind": GROUP, "name": NAME, "place": organisation.place} | changes
    return correct_organisation(actor=actor, organisation=organisation, **said)  # type: ignore[arg-type]


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def test_one_is_added_with_its_audit_line(anong: User) -> None:
    made = added(anong, name="  กลุ่มออมทรัพย์\u200b  บ้านเป็ด ", registered_number=" ทบ. 12 ")
    assert (made.name, made.registered_number) == ("กลุ่มออมทรัพย์ บ้านเป็ด", "ทบ. 12")
    line = AuditLine.objects.get(action="organisation.added")
    assert (line.actor_id, line.what) == (anong.pk, f"organisation:{made.key}")


@pytest.mark.parametrize("name", [NAME, "กลุ่ม ออมทรัพย์ บ้านเป็ด", "\ufeffกลุ่มออมทรัพย์บ้านเป็ด"])
def test_a_name_is_there_once_at_a_place(anong: User, name: str) -> None:
    added(anong)
    with pytest.raises(Refused) as refused:
        added(anong, name=name, kind=COOPERATIVE)
    assert codes(refused) == ["registers.there-already"]
    assert "อยู่แล้ว" in refused.value.problems[0].text("th")
    assert "on the register already" in refused.value.problems[0].text("en")
    added(anong, place=at("40"))  # elsewhere it is another one
    assert Organisation.objects.count() == 2


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_kept(anong: User) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused) as refused:
        added(anong, name=" \u200b", place=at("50"), registered_number="1" * 61, registered_on=tomorrow)
    assert codes(refused) == [
        "registers.name-missing", "registers.too-long", "registers.registered-later",
        "registers.not-your-place",
    ]  # fmt: skip
    with pytest.raises(Refused):
        added(anong, name="ก" * 301)
    assert not Organisation.objects.exists()
    assert not AuditLine.objects.filter(action="organisation.added").exists()


def test_what_is_corrected_says_what_it_was_before(anong: User) -> None:
    made = added(anong, registered_number="12")
    day = date(2019, 3, 31)
    corrected(anong, made, name=f"{NAME} หมู่ 3", kind=COOPERATIVE, registered_number="12", registered_on=day)
    made.refresh_from_db()
    assert (made.name, made.kind, made.registered_on) == (f"{NAME} หมู่ 3", "cooperative", day)
    line = AuditLine.objects.get(action="organisation.corrected")
    assert line.detail["before"] == f"{NAME}, กลุ่มออมทรัพย์, –"
    corrected(anong, made, name=made.name, kind=COOPERATIVE, registered_number="12", registered_on=day)
    assert AuditLine.objects.filter(action="organisation.corrected").count() == 1  # nothing was changed


def test_a_correction_does_not_take_the_name_of_another(anong: User) -> None:
    added(anong)
    other = added(anong, name="กลุ่มอื่น")
    with pytest.raises(Refused) as refused:
        corrected(anong, other)
    assert codes(refused) == ["registers.there-already"]
    other.refresh_from_db()
    assert other.name == "กลุ่มอื่น"
    corrected(anong, other, name="กลุ่ม อื่น")  # its own name is its own


def test_it_is_corrected_by_who_records_where_it_was_and_where_it_goes(anong: User) -> None:
    made, chai = added(anong), recorder("chai", "50")
    nan = recorder("nan", "TH")
    for actor, place in ((chai, at()), (chai, at("50")), (anong, at("50"))):
        with pytest.raises(Refused) as refused:
            corrected(actor, made, place=place)
        assert set(codes(refused)) == {"registers.not-your-place"}
    corrected(nan, made, place=at("50"))
    made.refresh_from_db()
    assert made.place == at("50")
    for code in ("400105", "40"):
        with pytest.raises(Refused):
            corrected(anong, made, place=at(code))
