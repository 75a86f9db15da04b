"""The workbook pages: out, back, shown before anything is kept, confirmed, and only by its owner."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.intake.country import make_country
from tests.intake.sheet_books import Book, opened, second_quarter
from tests.review.people import LONG_AGO, People, make_people
from tidtam.intake.sheets.actions import Confirmed
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.problems import Refused
from tidtam.review import grid
from tidtam.review.actions import Typed, keep_squares
from tidtam.review.models import ClaimCount, Round
from tidtam.web.workbook import waiting
from tidtam.web.workbook.waiting import LARGEST, Waiting, sealed
from tidtam.web.workbook.waiting import opened as unsealed

pytestmark = pytest.mark.django_db
BAN_PET = "400105"


@pytest.fixture
def people(db: None) -> People:
    make_country()
    made = make_people()
    place = Place.objects.get(code="500101")
    give_role(actor=loader_account(), user=made.chai, role=Role.RECORDER, place=place, first_day=LONG_AGO)
    return made


@pytest.fixture
def q2(people: People) -> Round:
    return second_quarter()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="tidtam.people.signing.NameOrMail")
    return client


@pytest.fixture
def anong(people: People, q2: Round) -> Client:
    return signed_in(people.anong)


def downloaded(client: Client) -> Book:
    answer = client.get("/workbook/2562-Q2.xlsx")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    return opened(answer.content)


def uploaded(client: Client, content: bytes, name: str = "q2.xlsx") -> Any:
    return client.post("/workbook/?lang=en", {"file": SimpleUploadedFile(name, content)})


def held(answer: Any) -> str:
    found = re.search(r'name="held" value="([^"]+)"', answer.content.decode())
    assert found is not None
    return found[1]


def taken(client: Client, text: str) -> Any:
    return client.post("/workbook/take/?lang=en", {"held": text})


def test_the_page_offers_the_open_round_and_takes_a_file(anong: Client) -> None:
    text = anong.get("/workbook/").content.decode()
    assert "/workbook/2562-Q2.xlsx" in text
    assert "/workbook/2562-Q2.csv" in text
    assert 'type="file"' in text
    assert "15 เมษายน 2562" in text
    assert "บรรทัด 2.5 ไม่อยู่ในไฟล์" in text
    assert '"/work/claim/new/?line=2.5"' in text


def test_shown_then_confirmed_then_nothing_left(anong: Client) -> None:
    content = downloaded(anong).type(BAN_PET, "1.1", 5).saved()
    answer = uploaded(anong, content)
    assert answer.status_code == 200
    assert "keep as drafts (1)" in answer.content.decode()
    assert ClaimCount.objects.count() == 0
    done = taken(anong, held(answer)).content.decode()
    assert "Squares kept as drafts: 1" in done
    assert ClaimCount.objects.get().number == 5
    again = uploaded(anong, content).content.decode()
    assert "nothing was changed" in again
    assert 'name="held"' not in again


def test_confirming_twice_keeps_it_once(anong: Client) -> None:
    text = held(uploaded(anong, downloaded(anong).type(BAN_PET, "1.1", 5).saved()))
    assert [taken(anong, text).status_code for _ in range(2)] == [200, 200]
    assert [(one.number, one.claim.revision) for one in ClaimCount.objects.all()] == [(5, 1)]


def test_what_was_shown_to_one_is_not_taken_by_another(anong: Client, people: People) -> None:
    text = held(uploaded(anong, downloaded(anong).type(BAN_PET, "1.1", 5).saved()))
    for client, sent in ((signed_in(people.chai), text), (anong, text[:-3] + "abc"), (anong, "")):
        answer = taken(client, sent)
        assert answer.status_code == 400
        assert "out of date or not yours" in answer.content.decode()
    assert ClaimCount.objects.count() == 0


def test_a_conflict_shows_all_three_and_is_not_taken(anong: Client, people: People, q2: Round) -> None:
    book = downloaded(anong).type(BAN_PET, "1.1", 5)
    line = next(one for one in grid.lines_of(q2) if one.code == "1.1")
    place = Place.objects.get(code=BAN_PET)
    keep_squares(actor=people.anong, of_round=q2, typed=[Typed(line, place, 4321, 0)])
    text = uploaded(anong, book.saved()).content.decode()
    cells = re.findall(r'<td class="num">([^<]*)</td>', text)
    assert cells[-3:] == ["5", "4,321", "–"]
    assert "not taken" in text
    assert 'name="held"' not in text


def test_what_is_wrong_is_told_at_its_row_and_nothing_can_be_confirmed(anong: Client) -> None:
    book = downloaded(anong).type(BAN_PET, "1.1", "ห้า").type(BAN_PET, "2.2", 7)
    text = uploaded(anong, book.saved()).content.decode()
    row = book.row(BAN_PET, "1.1") + 1
    assert f"sheet ตัวเลข, row {row}, column &#x27;จำนวน · number&#x27;" in text
    assert "is not a number" in text
    assert 'name="held"' not in text


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"hello", "q2.xlsx", "cannot be opened as an Excel workbook"),
        (b"a,b\r\n1,2\r\n", "q2.csv", "has no mark of Tidtam"),
        (b"", "q2.xlsx", "The file is empty"),
    ],
)
def test_what_is_no_sheet_is_refused_kindly(anong: Client, content: bytes, name: str, said: str) -> None:
    answer = uploaded(anong, content, name)
    assert answer.status_code == 400
    assert said in answer.content.decode()


def test_without_a_file_it_says_so(anong: Client) -> None:
    answer = anong.post("/workbook/?lang=en", {})
    assert answer.status_code == 400
    assert "No file was chosen" in answer.content.decode()


def test_another_region_downloads_its_own_places_only(anong: Client, people: People) -> None:
    book = downloaded(signed_in(people.chai))
    assert {row[0] for row in book.numbers[1:]} == {"500101"}


def test_no_such_round_or_kind(anong: Client) -> None:
    for address in ("/workbook/2562-Q9.xlsx", "/workbook/2562-Q2.ods"):
        assert anong.get(address).status_code == 400


def test_what_waits_fits_a_form_or_is_refused(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    squares = [
        Confirmed(str(place), f"{line}.1", place * line % 9973, 0, place * 14 + line)
        for place in range(10_000, 14_000)
        for line in range(14)
    ]
    text = sealed(people.anong, Waiting("2562-Q2", "q2.xlsx", squares))
    assert len(text) < LARGEST
    assert list(unsealed(people.anong, text).squares) == squares
    monkeypatch.setattr(waiting, "LARGEST", len(text) - 1)
    with pytest.raises(Refused) as refused:
        sealed(people.anong, Waiting("2562-Q2", "q2.xlsx", squares))
    assert [problem.code for problem in refused.value.problems] == ["sheet.too-much-for-a-page"]


def test_who_records_nowhere_is_kept_out(people: People, q2: Round) -> None:
    client = signed_in(people.boon)
    for address in ("/workbook/", "/workbook/2562-Q2.xlsx"):
        assert client.get(address).status_code == 403
    assert client.post("/workbook/take/", {"held": "x"}).status_code == 403
