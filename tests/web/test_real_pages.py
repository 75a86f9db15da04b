"""The pages over the real examples: what the ledger says is what a person reads."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.conftest import Read
from tests.web.test_board_page import SENTENCES
from tidtam.intake.actions import import_workbooks
from tidtam.ledger_store.read import head
from tidtam.people.actions import loader_account
from tidtam.places.actions import load_places
from tidtam.programmes.actions import load_definitions
from tidtam.reports.queries import board

MARCH = date(2019, 3, 31)
ROOT = Path(__file__).parents[2]
CODI = ROOT / "definitions" / "codi"
PAGES = (
    "/",
    "/?as_of=2562-03-31",
    "/trail/2.3/?as_of=2562-03-31",
    "/trail/2.5/?as_of=2562-03-31",
    "/place/10/?as_of=2562-03-31",
    "/place/codi:north/?as_of=2562-03-31",
    "/place/canal:lat-phrao/?as_of=2562-03-31",
)


@pytest.fixture(scope="module")
def examples(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """All places, definitions and example workbooks, gone again after this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        actor = loader_account()
        load_places(actor, CODI)
        load_definitions(actor=actor, folder=CODI, position=head())
        preview = import_workbooks(actor=actor, paths=sorted((ROOT / "examples").glob("*.xlsx")), commit=True)
        assert preview.ok
        yield
        transaction.set_rollback(True)


@pytest.fixture
def ask(examples: None, db: None) -> Any:
    """Asks for a page of the real site."""
    return lambda address: Read(Client().get(address))


@pytest.mark.parametrize(("line", "sentence"), SENTENCES)
def test_the_fifteen_lines_of_the_report_of_april_2562(ask: Any, line: str, sentence: str) -> None:
    words = sentence.split(" สืบกลับได้", maxsplit=1)[0]
    assert words in ask("/?fy=2562&as_of=2562-03-31").part(f"line-{line}")


def test_the_line_in_words(ask: Any) -> None:
    line = ask("/?as_of=2562-03-31").part("line-2.5")
    assert "ขอนแก่น" in line
    assert "เป้าหมายที่กรุงเทพมหานคร · ทำจริงที่ปทุมธานี" in line
    assert "≠ สถานที่ต่างจากเป้าหมาย" in line


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2560-06-22", "อย่างน้อย 763 จาก 7,081"),
        ("2562-03-31", "3,084 จาก 7,069"),
        ("2562-09-19", "3,271 จาก 7,069"),
        ("2562-12-31", "3,308 จาก 7,069"),
    ],
)
def test_lat_phrao_over_the_years(ask: Any, day: str, said: str) -> None:
    assert said in ask(f"/?as_of={day}").part("line-2.3")


def test_what_was_known_before_the_paper_came_out(ask: Any) -> None:
    assert "2,635" in ask("/?as_of=2562-03-31&known_at=2562-04-01").part("line-2.3")


def test_the_trail_of_lat_phrao_names_its_papers(ask: Any) -> None:
    page = ask("/trail/2.3/?as_of=2562-03-31")
    assert "สร้างเสร็จ 2,068 อยู่ระหว่างก่อสร้าง 654 พื้นที่พร้อมก่อสร้าง 362" in page.text
    assert "จากเอกสารเผยแพร่ ยังไม่ได้ตรวจในพื้นที่" in page.text


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("40", "ที่ขอนแก่น (ศูนย์ฟื้นฟูและพัฒนาศักยภาพคนไร้บ้านจังหวัดขอนแก่น) : ก่อสร้าง"),
        ("codi:northeast", "ที่ขอนแก่น (ศูนย์ฟื้นฟูและพัฒนาศักยภาพคนไร้บ้านจังหวัดขอนแก่น) : ก่อสร้าง"),
        ("10", "เป้าหมายที่กรุงเทพมหานคร · ทำจริงที่ปทุมธานี"),
        ("13", "เป้าหมายที่กรุงเทพมหานคร · ทำจริงที่ปทุมธานี"),
        ("50", "คนไร้บ้านจังหวัดเชียงใหม่) ไม่อยู่ในเป้าหมายของปี : เปิดแล้ว"),
    ],
)
def test_a_place_shows_the_centres_promised_or_standing_there(ask: Any, place: str, said: str) -> None:
    page = ask(f"/place/{place}/?as_of=2562-03-31")
    assert said in page.part("line-2.5")
    assert "ยังไม่มีรายงานที่ระบุพื้นที่นี้ ณ วันที่เลือก" not in page.text
    head = ask(f"/trail/2.5/?as_of=2562-03-31&place={place}").text.split("ตามพื้นที่")[0]
    assert said in head
    assert "ยังไม่มีรายงาน" not in head


def test_only_what_stands_at_a_place_is_counted_there(examples: None, db: None) -> None:
    counted = {}
    for place in ("10", "13", "TH"):
        found = board(fiscal_year=2562, as_of=MARCH, place_code=place)
        (line,) = (line for line in found.lines if line.line == "2.5")
        counted[place] = [stage.quantity for stage in line.stages]
    assert counted == {"10": [], "13": [1], "TH": [1, 1]}


def test_a_place_without_a_centre_has_nothing_reported(ask: Any) -> None:
    assert "line-2.5" not in ask("/place/90/?as_of=2562-03-31").html


@pytest.mark.parametrize("address", PAGES)
def test_a_page_answers(ask: Any, address: str) -> None:
    assert ask(address).status == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/place/nowhere/", 404),
        ("/place/1001/", 403),
        ("/trail/9.9/", 404),
        ("/trail/2.3/?fy=2562&stage=nowhere", 404),
        ("/trail/2.3/?fy=2562&page=99", 400),
        ("/?fy=2500", 404),
        ("/?as_of=2500-01-01", 404),
    ],
)
def test_a_page_that_cannot_be(ask: Any, address: str, status: int) -> None:
    page = ask(address)
    assert page.status == status
    assert any(word in page.text for word in ("เลือก", "โปรด", "ใช้ขั้น"))


def test_the_number_of_queries_does_not_grow_with_the_entries(ask: Any) -> None:
    early, late = "/?fy=2562&as_of=2561-10-01", "/?fy=2562&as_of=2562-09-29"  # the last day has no pace
    for address in (early, late):
        ask(address)  # where places lay on a day is read once and kept in memory
    with CaptureQueriesContext(connection) as few:
        ask(early)
    with CaptureQueriesContext(connection) as many:
        ask(late)
    assert len(many) == len(few)
