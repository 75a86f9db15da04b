"""The pages of the list of a project: out, back, shown before anything is kept, and confirmed."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.housing.conftest import Canal
from tests.intake.lists.books import added, list_of, opened
from tests.intake.lists.conftest import book, canal, folder, here, other, practice, project
from tests.intake.lists.test_lists import ONE, TWO
from tests.intake.sheet_books import Book
from tests.web.test_workbook_pages import signed_in
from tidtam.housing.models import Household, Project
from tidtam.review.models import Claim
from tidtam.web.lists import waiting

__all__ = ["book", "canal", "folder", "here", "other", "practice", "project"]
pytestmark = pytest.mark.django_db
ADDRESS = "/lists/LP-01/"


@pytest.fixture
def kamon(practice: Canal, here: Project) -> Client:
    return signed_in(practice.kamon)


def uploaded(client: Client, book: Book, address: str = ADDRESS, name: str = "LP-01.xlsx") -> Any:
    return client.post(f"{address}?lang=en", {"file": SimpleUploadedFile(name, book.saved())})


def held(answer: Any) -> str:
    found = re.search(r'name="held" value="([^"]*)"', answer.content.decode())
    assert found
    return found[1]


def two(content: bytes) -> Book:
    """A household and another that is likely the same."""
    return added(added(opened(content), ONE), TWO, name=ONE.name, id="", house=ONE.house)


def test_the_projects_of_the_reader_lead_to_their_lists(kamon: Client, other: Project) -> None:
    text = kamon.get("/lists/").content.decode()
    assert 'href="/lists/LP-01/"' in text
    assert 'href="/lists/LP-02/"' in text
    assert 'href="/lists/"' in kamon.get("/work/").content.decode()


def test_out_back_and_confirmed(kamon: Client, here: Project) -> None:
    answer = kamon.get("/lists/LP-01.xlsx")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    shown = uploaded(kamon, two(answer.content))
    text = shown.content.decode()
    assert "New households" in text
    assert "likely the same as row 2" in text
    assert not Household.objects.exists()
    done = kamon.post(f"{ADDRESS}take/?lang=en", {"held": held(shown)})
    assert "2 new households" in done.content.decode()
    assert here.households.count() == 2
    again = uploaded(kamon, two(answer.content))
    assert "nothing was changed" in again.content.decode()


def test_told_stages_are_handed_in_and_shown(kamon: Client, book: Book) -> None:
    shown = uploaded(kamon, added(book, ONE, stage="surveyed", since="มี.ค. 2562", draws="เพิ่ม"))
    assert "adds" in shown.content.decode()
    done = kamon.post(f"{ADDRESS}take/?lang=en", {"held": held(shown)}).content.decode()
    claim = Claim.objects.get()
    assert "1 claims were handed in" in done
    assert f"/work/claim/{claim.key}/" in done
    assert kamon.get(f"/work/claim/{claim.key}/").status_code == 200


def test_problems_are_shown_with_their_spot_and_nothing_can_be_confirmed(kamon: Client, book: Book) -> None:
    text = uploaded(kamon, added(book, ONE, id="123", stage="ขั้นใหม่")).content.decode()
    assert "citizen ID has 3 digits" in text
    assert "&#x27;ขั้นใหม่&#x27; is not among the choices" in text
    assert 'name="held"' not in text


def test_the_page_of_another_project_refuses_the_file(kamon: Client, other: Project, book: Book) -> None:
    answer = uploaded(kamon, added(book, ONE), "/lists/LP-02/")
    assert answer.status_code == 400
    assert "the list of the project LP-01" in answer.content.decode()


def test_what_waits_is_for_its_account_and_project_alone(
    kamon: Client, practice: Canal, other: Project, book: Book
) -> None:
    text = held(uploaded(kamon, added(book, ONE)))
    refused = kamon.post("/lists/LP-02/take/", {"held": text})
    assert refused.status_code == 400
    assert kamon.post(f"{ADDRESS}take/", {"held": f"{text}x"}).status_code == 400
    assert not Household.objects.exists()


def test_too_much_for_a_page_is_told(kamon: Client, book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "LARGEST", 10)
    answer = uploaded(kamon, added(book, ONE))
    assert "tidtam households read" in answer.content.decode()


def test_nothing_chosen_and_what_is_no_workbook(kamon: Client) -> None:
    assert kamon.post(ADDRESS).status_code == 400
    answer = kamon.post(f"{ADDRESS}?lang=en", {"file": SimpleUploadedFile("x.xlsx", b"PK broken")})
    assert answer.status_code == 400


def test_each_page_of_a_practice_database_says_so(kamon: Client, practice: Canal, here: Project) -> None:
    for address in ("/", "/work/", ADDRESS, "/lists/"):
        assert "ฐานข้อมูลฝึกหัด ข้อมูลสมมุติ · practice database" in kamon.get(address).content.decode(), address
    told = [str(cell) for sheet in list_of(practice.kamon, here).sheets for row in sheet.rows for cell in row]
    assert any("ฐานข้อมูลฝึกหัด" in text for text in told)


def test_no_page_of_a_real_database_says_so(canal: Canal) -> None:
    assert "ฐานข้อมูลฝึกหัด" not in signed_in(canal.kamon).get("/work/").content.decode()
