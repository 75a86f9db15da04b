"""The grid page: what a form sends is kept square by square, said where it is wrong, and nobody's is lost."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.intake.country import make_country
from tests.review.people import LONG_AGO, People, make_people
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place, TreeClosure
from tidtam.problems import Problem
from tidtam.review import grid
from tidtam.review.actions import Typed, keep_squares
from tidtam.review.actions.calendar import lock_round, make_rounds, unlock
from tidtam.review.models import Claim, Round
from tidtam.web.grid.typed import read

pytestmark = pytest.mark.django_db
GRID, SQUARE = "/grid/2562-Q2/", "/grid/2562-Q2/square/"


@pytest.fixture
def people(db: None) -> People:
    make_country()
    return make_people()


@pytest.fixture
def q2(people: People) -> Round:
    return next(one for one in make_rounds(actor=people.ekachai, fiscal_year=2562) if one.code == "2562-Q2")


def signed_in(user: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user, backend="tidtam.people.signing.NameOrMail")
    return client


@pytest.fixture
def anong(people: People, q2: Round) -> Client:
    return signed_in(people.anong)


def typed(*squares: tuple[str, str, str]) -> dict[str, str]:
    """The fields of a form: square, what is typed, the revision and number that it was made from."""
    return {
        f"{part}|{name}": value for name, text, seen in squares for part, value in (("n", text), ("s", seen))
    }


def number(name: str, of: str = "2562-Q2") -> int | None:
    claim = Claim.objects.filter(cell=f"{of}|{name}").prefetch_related("counts").first()
    return grid.number_of(claim) if claim else None


def put(user: User, of_round: Round, name: str, value: int, seen: int = 0) -> Claim:
    code, _, at = name.partition("|")
    line = next(one for one in grid.lines_of(of_round) if one.code == code)
    one = Typed(line, Place.objects.get(code=at), value, seen)
    (kept,) = keep_squares(actor=user, of_round=of_round, typed=[one])
    assert kept.problems == []
    assert kept.claim
    return kept.claim


HOME = "1.1|400105"


def test_it_shows_my_places_and_the_number_before(people: People, anong: Client, q2: Round) -> None:
    put(people.anong, Round.objects.get(code="2562-Q1"), HOME, 1234)
    html = anong.get(GRID).content.decode()
    assert "ต.บ้านเป็ด" in html
    assert "1,234" in html
    assert f'name="n|{HOME}" value=""' in html
    assert "2.3|400105" not in html  # Ban Pet does not lie at the canal
    assert "บ้านทุ่ม" not in html
    apart = html.split('class="not-here"')[1]
    assert '"/work/claim/new/?line=2.5"' in apart
    assert "1.2, 1.3, 2.3 นับในพื้นที่อื่น" in apart
    assert "Hand in" in anong.get(GRID, {"lang": "en"}).content.decode()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("๑,๒๓๔", 1234),
        (" 12 ", 12),
        ("1 234", 1234),
        ("0", 0),
        ("๐", 0),
        ("3.0", 3),
        ("", None),
        ("  ", None),
    ],
)
def test_numbers_as_people_write_them(text: str, meant: int | None) -> None:
    assert read(text) == (meant, [])


@pytest.mark.parametrize("text", ["สามสิบ", "12 ครัวเรือน", "1,23", "2.5", "-4", "9" * 20, "x" * 500])
def test_what_is_no_number_is_a_problem(text: str) -> None:
    found, wrong = read(text)
    assert found is None
    assert len(wrong) == 1
    assert isinstance(wrong[0], Problem)


def test_a_form_keeps_what_is_right_and_says_the_rest_under_its_square(anong: Client) -> None:
    sent = typed((HOME, "๑,๒๓๔", "0:"), ("2.1|400105", "หลายแห่ง", "0:"), ("2.2|400105", "0", "0:"))
    answer = anong.post(GRID, sent | {"save": "1"})
    html = answer.content.decode()
    assert answer.status_code == 400
    assert (number(HOME), number("2.2|400105"), number("2.1|400105")) == (1234, 0, None)
    under = re.search(r'id="w\|2\.1\|400105">(.*?)</span>\s*</td>', html, re.DOTALL)
    assert under
    assert "หลายแห่ง" in under[1]
    assert 'value="หลายแห่ง"' in html
    assert html.count("aria-invalid") == 1


def test_saved_it_leads_back_and_says_how_many(anong: Client) -> None:
    answer = anong.post(GRID, typed((HOME, "7", "0:")) | {"save": "1"})
    assert (answer.status_code, answer["Location"]) == (302, f"{GRID}?kept=1")
    assert "บันทึกแล้ว 1 ช่อง" in anong.get(answer["Location"]).content.decode()


def test_empty_clears_and_zero_is_zero(people: People, anong: Client, q2: Round) -> None:
    claim = put(people.anong, q2, HOME, 5)
    anong.post(GRID, typed((HOME, "0", f"{claim.revision}:5")))
    assert number(HOME) == 0
    anong.post(GRID, typed((HOME, "", "2:0")))
    assert number(HOME) is None


def test_what_nobody_touched_is_not_sent_again(people: People, anong: Client, q2: Round) -> None:
    put(people.anong, q2, HOME, 5)
    put(people.anong, q2, HOME, 6, seen=1)
    anong.post(GRID, typed((HOME, "5", "1:5"), ("2.2|400105", "8", "0:")))
    assert (number(HOME), number("2.2|400105")) == (6, 8)


@pytest.mark.parametrize("mine", ["9", ""])
def test_two_at_once_nobodys_number_is_lost(people: People, anong: Client, q2: Round, mine: str) -> None:
    put(people.anong, q2, HOME, 3)
    answer = anong.post(SQUARE, typed((HOME, mine, "0:1")))
    (said,) = answer.json()["squares"]
    assert (said["conflict"], said["number"], said["seen"]) == (True, "3", "1:3")
    assert said["problems"][0]["code"] == "review.changed-meanwhile"
    assert number(HOME) == 3
    chosen = anong.post(SQUARE, typed((HOME, mine, said["seen"]))).json()["squares"][0]
    assert (chosen["conflict"], chosen["problems"]) == (False, [])
    assert number(HOME) == (9 if mine else None)


def test_one_square_by_itself(anong: Client) -> None:
    (said,) = anong.post(SQUARE, typed((HOME, "๑๒", "0:"))).json()["squares"]
    assert said == {
        "name": HOME,
        "number": "12",
        "seen": "1:12",
        "fixed": False,
        "state": "ร่าง",
        "conflict": False,
        "problems": [],
    }


def test_handed_in_it_can_be_looked_at_only(people: People, anong: Client, q2: Round) -> None:
    answer = anong.post(GRID, typed((HOME, "4", "0:")) | {"hand_in": "1"})
    assert answer["Location"] == f"{GRID}?handed=1"
    html = anong.get(GRID).content.decode()
    assert f'name="n|{HOME}"' not in html
    assert "ส่งแล้ว รอตรวจ" in html
    for text in ("5", ""):
        (said,) = anong.post(SQUARE, typed((HOME, text, "1:4"))).json()["squares"]
        assert (said["fixed"], said["problems"][0]["code"]) == (True, "review.passed-on")
    assert number(HOME) == 4


def test_with_a_wrong_square_nothing_is_handed_in(anong: Client) -> None:
    anong.post(GRID, typed((HOME, "4", "0:"), ("2.2|400105", "x", "0:")) | {"hand_in": "1"})
    assert [claim.state for claim in Claim.objects.all()] == ["draft"]


def test_a_closed_round_takes_nothing_until_there_is_leave(people: People, anong: Client, q2: Round) -> None:
    claim = put(people.anong, q2, HOME, 4)
    lock_round(actor=people.ekachai, code=q2.code, reason="ครบกำหนด")
    assert "รอบนี้ปิดรับแล้ว" in anong.get(GRID).content.decode()
    (said,) = anong.post(SQUARE, typed((HOME, "5", f"{claim.revision}:4"))).json()["squares"]
    assert said["problems"][0]["code"] == "review.round-locked"
    assert number(HOME) == 4
    khon_kaen = Place.objects.get(code="40")
    today = timezone.localdate()
    unlock(
        actor=people.ekachai, code=q2.code, place=khon_kaen, reason="น้ำท่วม", until=today + timedelta(days=1)
    )
    assert (
        anong.post(SQUARE, typed((HOME, "5", f"{claim.revision}:4"))).json()["squares"][0]["problems"] == []
    )
    assert number(HOME) == 5


def test_other_places_and_other_people_stay_outside(people: People, anong: Client, q2: Round) -> None:
    for name in ("1.1|500101", "1.1|nowhere", "9.9|400105", "2.3|400105", "", "1.1|40"):
        answer = anong.post(SQUARE, typed((name, "5", "0:")))
        assert answer.status_code == 403, name
        assert answer.json()["squares"][0]["problems"][0]["code"] == "web.not_your_square"
    mixed = anong.post(SQUARE, typed(("1.1|500101", "5", "0:"), (HOME, "6", "0:")))
    assert mixed.status_code == 200
    anong.post(GRID, typed(("1.1|500101", "5", "0:")))
    assert list(Claim.objects.values_list("cell", flat=True)) == [f"2562-Q2|{HOME}"]
    assert [anong.get(address).status_code for address in (f"{GRID}province/", f"{GRID}moon/")] == [404, 404]
    assert anong.get("/grid/2562-Q9/").status_code == 404
    for stranger in (people.boon, people.chai, people.ekachai):
        client = signed_in(stranger)
        assert client.get(GRID).status_code == 403
        assert client.post(SQUARE, typed((HOME, "9", "1:6"))).status_code == 403
    nobody = Client()
    assert nobody.get(GRID)["Location"].startswith("/sign-in/")
    assert nobody.post(SQUARE, typed((HOME, "9", "1:6"))).status_code == 403
    assert number(HOME) == 6


def test_a_post_from_another_site_is_refused(people: People, q2: Round) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.anong, backend="tidtam.people.signing.NameOrMail")
    assert client.post(SQUARE, typed((HOME, "5", "0:"))).status_code == 403
    assert Claim.objects.count() == 0


def provinces(number_of_them: int) -> list[Place]:
    """More provinces under the nation, for a recorder of the whole country."""
    nation = Place.objects.get(code="TH")
    made = Place.objects.bulk_create(
        Place(code=f"9{n:02}x", kind="province", name_th=f"จังหวัดที่ {n}", home=nation)
        for n in range(number_of_them)
    )
    TreeClosure.objects.bulk_create(
        TreeClosure(
            tree_id="admin",
            ancestor=above,
            descendant=one,
            depth=depth,
            valid_from=date.min,
            valid_to=date.max,
        )
        for one in made
        for above, depth in ((nation, 1), (one, 0))
    )
    return made


def test_77_provinces_are_asked_for_as_often_as_four(people: People, q2: Round) -> None:
    user = User.objects.create_user("all", display_name="all")
    nation = Place.objects.get(code="TH")
    give_role(actor=loader_account(), user=user, role=Role.RECORDER, place=nation, first_day=LONG_AGO)
    client = signed_in(user)
    put(user, q2, "1.1|40", 1)
    client.get(f"{GRID}province/")
    with CaptureQueriesContext(connection) as four:
        client.get(f"{GRID}province/")
    for one in provinces(73):
        if one.code < "910x":
            put(user, q2, f"1.1|{one.code}", 1)
    with CaptureQueriesContext(connection) as many:
        html = client.get(f"{GRID}province/").content.decode()
    assert (
        html.count('name="n|') == 77 * 12
    )  # a canal line counts along the canal, one of regions in a region
    assert len(many) == len(four)


def test_a_full_form_of_77_provinces_is_taken(people: People, q2: Round) -> None:
    user = User.objects.create_user("all", display_name="all")
    nation = Place.objects.get(code="TH")
    give_role(actor=loader_account(), user=user, role=Role.RECORDER, place=nation, first_day=LONG_AGO)
    client = signed_in(user)
    provinces(73)
    html = client.get(f"{GRID}province/").content.decode()
    form: dict[str, Any] = dict(re.findall(r'name="([ns]\|[^"]+)" value="([^"]*)"', html))
    assert len(form) == 2 * 77 * 12  # more than the thousand fields that a form usually may have
    answer = client.post(f"{GRID}province/", form | {"n|1.1|972x": "3"})
    assert answer["Location"].endswith("?kept=1")
    assert number("1.1|972x") == 3


def test_the_calendar_shows_who_is_in_and_who_is_late(people: People, anong: Client, q2: Round) -> None:
    html = signed_in(people.boon).get("/calendar/", {"fy": "2562"}).content.decode()
    assert "ไตรมาส 2 ปีงบประมาณ 2562" in html
    assert "15 เมษายน 2562" in html
    assert "ยังไม่ส่ง (เลยกำหนด) 1 แห่ง" in html
    assert "ต.บ้านเป็ด" in html
    assert "ปิดรอบ" not in html
    assert "ต.บ้านเป็ด" not in signed_in(people.chai).get("/calendar/", {"fy": "2562"}).content.decode()
    anong.post(GRID, typed((HOME, "4", "0:")) | {"hand_in": "1"})
    assert "ส่งแล้ว 1 จาก 1 แห่ง" in anong.get("/calendar/", {"fy": "2562"}).content.decode()
    assert Client().get("/calendar/").status_code == 302


def test_only_the_owner_closes_and_gives_leave(people: People, q2: Round) -> None:
    lock, leave = "/calendar/2562-Q2/lock/", "/calendar/2562-Q2/leave/"
    due = "/calendar/2562-Q2/due/"
    tomorrow = timezone.localdate() + timedelta(days=1)
    asked = {"place": "ขอนแก่น", "until": f"{tomorrow.year + 543}-{tomorrow:%m-%d}", "reason": "น้ำท่วม"}
    for stranger in (people.anong, people.boon, people.chai):
        client = signed_in(stranger)
        assert [client.post(a, asked).status_code for a in (lock, leave, due, "/calendar/make/")] == [403] * 4
    owner = signed_in(people.ekachai)
    assert "ก่อนวันสุดท้ายของรอบ" in owner.post(due, {"due": "1 มี.ค. 62"}).content.decode()
    assert owner.post(due, {"due": "20 เม.ย. 62"}).status_code == 302
    assert Round.objects.get(code="2562-Q2").due_on == date(2019, 4, 20)
    missing = owner.post(lock, {"reason": " "})
    assert missing.status_code == 400
    assert "ยังไม่ได้ระบุเหตุผล" in missing.content.decode()
    assert owner.post(lock, {"reason": "ครบกำหนด"})["Location"] == "/calendar/?fy=2562#round-2562-Q2"
    wrong = owner.post(leave, {"place": "ที่ไหน", "until": "เมื่อไร", "reason": "เพราะ"})
    html = wrong.content.decode()
    assert wrong.status_code == 400
    assert all(f'value="{text}"' in html for text in ("ที่ไหน", "เมื่อไร", "เพราะ"))
    assert owner.post(leave, asked).status_code == 302
    assert "น้ำท่วม" in owner.get("/calendar/", {"fy": "2562"}).content.decode()
    assert owner.post("/calendar/2562-Q9/lock/", {"reason": "x"}).status_code == 404
    assert owner.post("/calendar/make/?fy=2563").status_code == 302
    assert Round.objects.filter(fiscal_year=2563).count() == 4
