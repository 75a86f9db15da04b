"""What the field reported, on the board and the trail: counted for everybody, named for its own readers."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from click.testing import CliRunner
from django.db import transaction
from django.test import Client

from tests.intake.country import make_country
from tests.review.people import People, make_people
from tests.web.conftest import Read
from tidtam.cli.main import main
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.programmes import queries as programmes
from tidtam.reports.as_json import board_json
from tidtam.reports.files import write
from tidtam.reports.queries import board
from tidtam.review.actions import approve, ask, save, submit
from tidtam.review.drafts import Number
from tidtam.review.models import Claim, Evidence, StoredFile
from tidtam.review.said import Said
from tidtam.review.words import ClaimKind

pytestmark = pytest.mark.django_db
DAY, AS_OF = date(2019, 3, 1), date(2019, 3, 31)
BOARD, TRAIL = "/?fy=2562&as_of=2562-03-31", "/trail/1.1/?fy=2562&as_of=2562-03-31"


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


def handed_in(people: People, number: int) -> Claim:
    indicator = programmes.indicator("1.1", 2562)
    assert indicator is not None
    place = Place.objects.get(code="400105")
    counts = (Number("done", number),)
    said = Said(uuid4(), indicator, place, ClaimKind.HAPPENED, DAY, DAY, counts)
    claim = save(actor=people.anong, said=said)
    submit(actor=people.anong, keys=[claim.key])
    return claim


def let_in(people: People, claim: Claim) -> None:
    for reviewer in (people.boon, people.dao, people.ekachai):
        approve(actor=reviewer, keys=[claim.key])


def read(address: str, user: User | None = None) -> Read:
    client = Client()
    if user is not None:
        client.force_login(user, backend="tidtam.people.signing.NameOrMail")
    return Read(client.get(address))


@pytest.fixture
def reported(people: People) -> Claim:
    """Three claims: one in the book, one that waits, one that is questioned; gives the first."""
    first, _, doubtful = (handed_in(people, number) for number in (2, 3, 40))
    let_in(people, first)
    ask(actor=people.boon, key=doubtful.key, text="40 ตำบลในตำบลเดียวหรือ")
    return first


def test_the_board_counts_what_is_questioned_and_waits(people: People, reported: Claim) -> None:
    page = read(BOARD)
    line = page.part("line-1.1")
    assert "อยู่ระหว่างสอบถาม 1 จาก 3 (40 ตำบล)" in line
    assert "รอการตรวจ 1 จาก 3 (3 ตำบล)" in line
    assert "1 of 3 under question (40 tambons at stake)" in read(BOARD + "&lang=en").part("line-1.1")
    assert "40 ตำบลในตำบลเดียวหรือ" not in page.text
    assert not any(name in page.text for name in ("อนงค์", "บุญ ถาม"))
    assert "อยู่ระหว่างสอบถาม" not in page.part("line-1.2")


def test_a_place_counts_its_own_only(people: People, reported: Claim) -> None:
    assert "อยู่ระหว่างสอบถาม 1 จาก 3" in read(BOARD + "&place=40").part("line-1.1")
    assert "อยู่ระหว่างสอบถาม" not in read(BOARD + "&place=50").part("line-1.1")
    assert "อยู่ระหว่างสอบถาม" not in read("/?fy=2562&as_of=2562-02-28").part("line-1.1")


def test_everybody_reads_in_how_many_steps_it_was_checked(people: People, reported: Claim) -> None:
    for user in (None, people.chai):
        page = read(TRAIL, user)
        entries = page.text.split("รายการบัญชี", 1)[1]
        assert "รายงานจากพื้นที่ ตรวจแล้ว 3 ขั้น" in entries
        for name in ("อนงค์", "บุญ", "ดาว", "เอกชัย", "บ้านเป็ด"):
            assert name not in entries, name
        assert str(reported.key) not in page.html


@pytest.mark.parametrize("who", ["anong", "boon", "dao", "ekachai"])
def test_readers_of_the_place_see_all_four(people: People, reported: Claim, who: str) -> None:
    page = read(TRAIL, getattr(people, who))
    assert "บันทึก อนงค์ · จังหวัดตรวจสอบ บุญ · ภาครับรอง ดาว · สำนักงานใหญ่รับเข้าบัญชี เอกชัย" in page.text
    assert f'href="/work/claim/{reported.key}/"' in page.html
    assert "ต.บ้านเป็ด" in page.text


def test_claims_without_a_paper_break_no_file(people: People, reported: Claim) -> None:
    found = board(fiscal_year=2562, as_of=AS_OF)
    (line,) = (one for one in board_json(found)["lines"] if one["line"] == "1.1")
    assert line["result"] == 2
    assert line["sources"] == []
    assert line["field_claims"] == {
        "handed_in": 3, "questioned": 1, "waiting": 1, "accepted": 1, "at_stake": 40, "waiting_sum": 3
    }  # fmt: skip
    for kind in ("docx", "xlsx"):
        assert write(kind, fiscal_year=2562, as_of=AS_OF, known_at=None, place_code="TH")


def test_photos_of_the_claim_are_for_its_readers(people: People, reported: Claim) -> None:
    kept = StoredFile.objects.create(sha256="a" * 64, media_type="image/jpeg", size=1)
    photo = Evidence.objects.create(
        claim=reported, file=kept, kind="photo", name="เวที.jpg", added_by=people.anong
    )
    address = f"/evidence/{photo.pk}/thumbnail/"
    assert f'src="{address}"' in read(TRAIL, people.dao).html
    assert f'src="{address}"' in read(f"/work/claim/{reported.key}/", people.dao).html
    assert address not in read(TRAIL).html
    assert address not in read(TRAIL, people.chai).html


def test_the_command_names_nobody_of_the_field(people: People, reported: Claim) -> None:
    for options in ([], ["--json"]):
        told = CliRunner().invoke(
            main, ["trail", "1.1", "--fiscal-year", "2562", "--as-of", "2562-03-31", *options]
        )
        assert told.exit_code == 0, told.output
        assert not any(name in told.output for name in ("อนงค์", "บุญ", "ดาว", "เอกชัย"))
    assert '"checked_in": 3' in told.output
