"""Photos and documents are for those who may read claims at their place, and for nobody else."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from PIL import Image

from tests.documents.pictures import BANGKOK, jpeg, pdf
from tests.intake.country import make_country
from tests.review.people import LONG_AGO, People, make_people
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.programmes import queries as programmes
from tidtam.review.actions import add_evidence, remove_evidence, save
from tidtam.review.drafts import Number
from tidtam.review.models import Evidence
from tidtam.review.said import Said
from tidtam.review.words import ClaimKind

pytestmark = pytest.mark.django_db
DAY = date(2019, 3, 1)
PHOTO = jpeg((2400, 1800), taken="2019:02:28 10:00:00", gps=BANGKOK)


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The country, made once for this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_country()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[None]:
    """A folder of files for one test."""
    whole = {"BACKEND": "tidtam.review.whole_files.WholeFiles", "OPTIONS": {"location": str(tmp_path)}}
    statics = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={"evidence": whole, "staticfiles": statics}):
        yield


@pytest.fixture
def people(country: None, db: None) -> People:
    return make_people()


def given(people: People, content: bytes, name: str) -> Evidence:
    indicator = programmes.indicator("1.1", 2562)
    assert indicator is not None
    place = Place.objects.get(code="400105")
    said = Said(uuid4(), indicator, place, ClaimKind.HAPPENED, DAY, DAY, (Number("done", 1),))
    claim = save(actor=people.anong, said=said)
    return add_evidence(actor=people.anong, key=claim.key, content=content, name=name)


def somebody(name: str, role: Role, place: str) -> User:
    user = User.objects.create_user(name, display_name=name)
    at = Place.objects.get(code=place)
    give_role(actor=loader_account(), user=user, role=role, place=at, tree="admin", first_day=LONG_AGO)
    return user


def get(user: User | None, address: str) -> HttpResponse:
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user)
    return client.get(address)  # type: ignore[return-value]


def test_a_reviewer_sees_the_photo_without_what_the_camera_wrote(people: People) -> None:
    photo = given(people, PHOTO, "บ้านหลังแรก.png")
    for part, side in (("", 2000), ("thumbnail/", 320)):
        answer = get(people.boon, f"/evidence/{photo.pk}/{part}")
        assert answer.status_code == 200
        picture = Image.open(BytesIO(answer.content))
        assert (picture.format, max(picture.size), dict(picture.getexif())) == ("JPEG", side, {})
        assert b"Anong" not in answer.content
        assert answer["Content-Type"] == "image/jpeg"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Disposition"].startswith("inline")
        assert answer["Content-Disposition"].endswith(".jpg")
        assert answer["Cache-Control"].startswith("private")


def test_the_original_is_for_recorder_reviewers_and_auditor(people: People) -> None:
    photo = given(people, PHOTO, "1.jpg")
    address = f"/evidence/{photo.pk}/original/"
    auditor = somebody("manee", Role.AUDITOR, "TH")
    for user in (people.anong, people.boon, people.dao, people.ekachai, auditor):
        answer = get(user, address)
        assert (answer.status_code, answer.content) == (200, PHOTO)
        assert answer["Content-Disposition"].startswith("attachment")
    finance = somebody("ngern", Role.FINANCE, "40")
    assert get(finance, f"/evidence/{photo.pk}/").status_code == 200
    assert get(finance, address).status_code == 404


def test_a_document_is_saved_never_opened_in_the_page(people: People) -> None:
    document = given(people, pdf(), "../../รายงาน.html")
    answer = get(people.boon, f"/evidence/{document.pk}/")
    assert (answer.status_code, answer.content, answer["Content-Type"]) == (200, pdf(), "application/pdf")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Disposition"].endswith(".pdf")
    assert "html" not in answer["Content-Disposition"]
    assert get(people.boon, f"/evidence/{document.pk}/thumbnail/").status_code == 404


@pytest.mark.parametrize("part", ["", "thumbnail/", "original/"])
def test_nobody_else_learns_even_that_it_is_there(part: str, people: People) -> None:
    photo = given(people, PHOTO, "1.jpg")
    there, nowhere = f"/evidence/{photo.pk}/{part}", f"/evidence/{photo.pk + 9999}/{part}"
    others = [
        people.chai,
        somebody("executive", Role.EXECUTIVE, "TH"),
        somebody("keeper", Role.ADMINISTRATOR, "TH"),
        somebody("neighbour", Role.RECORDER, "400106"),
        User.objects.create_user("nobody", display_name="nobody"),
    ]
    for user in others:
        seen, unseen = get(user, there), get(user, nowhere)
        assert seen.status_code == unseen.status_code
        assert seen.status_code in (403, 404)
        assert not seen["Content-Type"].startswith("image/")
    anonymous = get(None, there)
    assert anonymous.status_code in (302, 403, 404)
    assert not anonymous["Content-Type"].startswith("image/")


def test_what_was_taken_off_is_shown_no_more(people: People) -> None:
    photo = given(people, PHOTO, "1.jpg")
    remove_evidence(actor=people.anong, evidence=photo.pk, reason="ผิดบ้าน")
    assert get(people.anong, f"/evidence/{photo.pk}/").status_code in (403, 404)


def test_a_number_beyond_all_numbers_is_not_there(people: People) -> None:
    assert get(people.boon, f"/evidence/{10**30}/").status_code in (403, 404)


def test_the_file_is_only_asked_for(people: People) -> None:
    photo = given(people, PHOTO, "1.jpg")
    client = Client(raise_request_exception=False)
    client.force_login(people.boon)
    assert client.post(f"/evidence/{photo.pk}/").status_code == 405
