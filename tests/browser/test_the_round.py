"""The whole round in a browser: Anong records, Boon questions one and accepts the rest, the board moves."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.test_pages import CUT, WIDEST
from tests.documents.pictures import jpeg
from tests.intake.country import make_country
from tests.review.people import People, make_people
from tidtam.review.models import Claim

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("beside_the_browser"),
]
WORDS = "ริมคลองสามพันหลัง"
BAN_PET = "400105"
ASKED = "fy=2562&as_of=2562-03-31"
BOARD, TRAIL = f"/?{ASKED}", f"/trail/1.1/?{ASKED}"


@pytest.fixture
def people(transactional_db: None) -> People:
    make_country()
    found = make_people()
    for user in vars(found).values():
        user.set_password(WORDS)
        user.save()
    return found


@dataclass
class Seat:
    """Somebody at a browser of their own."""

    page: Page

    def go(self, address: str) -> "Seat":
        """To a page, which must fit the window."""
        self.page.goto(address)
        assert self.page.evaluate(WIDEST) <= self.page.viewport_size["width"]  # type: ignore[index]
        assert self.page.evaluate(CUT) == []
        return self

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def unfold(self, name: str) -> None:
        self.page.locator("summary", has_text=name).click()


Sit = Callable[[str], Seat]


@pytest.fixture
def sit(browser: Browser, live_server: object, people: People, width: int) -> Iterator[Sit]:
    """Somebody comes to the site and signs in with name and password."""
    contexts: list[BrowserContext] = []

    def seated(username: str) -> Seat:
        context = browser.new_context(base_url=str(live_server), viewport={"width": width, "height": 800})
        contexts.append(context)
        page = context.new_page()
        page.goto("/sign-in/")
        page.get_by_label("ชื่อผู้ใช้").fill(username)
        page.get_by_label("รหัสผ่าน").fill(WORDS)
        page.get_by_role("button", name="เข้าสู่ระบบ").click()
        page.wait_for_url("**/work/")
        return Seat(page)

    yield seated
    for context in contexts:
        context.close()


def record(anong: Seat, line: str, number: str, day: str = "1 มี.ค. 2562") -> Claim:
    """Anong records what happened in Ban Pet, with a photo, and hands it in."""
    anong.go("/work/claim/new/")
    anong.page.locator("#line").select_option(line)
    anong.page.locator("#place").select_option(BAN_PET)
    anong.page.get_by_label("เกิดขึ้น").check()
    anong.page.locator("#day").fill(day)
    anong.page.locator("#number-1").fill(number)
    photo = {"name": "บ้าน.jpg", "mimeType": "image/jpeg", "buffer": jpeg(taken="2019:03:01 09:30:00")}
    anong.page.locator("#photos").set_input_files(files=[photo])  # type: ignore[list-item]
    anong.press("ส่งให้ตรวจ")
    expect(anong.page).to_have_url(re.compile(r"/work/claim/[0-9a-f-]{36}/"))
    return Claim.objects.get(key=anong.page.url.split("/claim/")[1].split("/")[0])


def accept_all(seat: Seat) -> None:
    """Opens the list to review, ticks all and accepts them."""
    seat.go("/work/review/")
    for box in seat.page.get_by_role("checkbox").all():
        box.check()
    seat.page.locator("form button").last.click()
    expect(seat.page).to_have_url(re.compile("/work/review/done/"))


def figure(seat: Seat, line: str) -> str:
    """What the board says of a line."""
    seat.go(BOARD)
    return seat.page.locator(f"#line-{line}".replace(".", "\\.")).locator(".said").inner_text()


def test_from_the_tambon_to_the_board(sit: Sit, people: People) -> None:
    anong, boon = sit("anong"), sit("boon")
    before = {line: figure(boon, line) for line in ("1.1", "2.2")}
    assert [text for text in before.values() if re.search(r"(?<!\d)(40|12)(?!\d)", text)] == []
    doubtful, plain = record(anong, "1.1", "๔๐"), record(anong, "2.2", "12")

    boon.go(f"/work/claim/{doubtful.key}/")
    expect(boon.page.locator("img")).to_have_count(1)
    boon.unfold("ตั้งคำถาม")
    boon.page.locator("#ask").fill("40 ตำบลในตำบลเดียวหรือ")
    boon.page.locator("button[value=ask]").click()
    accept_all(boon)
    doubtful.refresh_from_db()
    plain.refresh_from_db()
    assert (doubtful.state, plain.rung) == ("held", "region")

    anong.go("/work/")
    expect(anong.page.locator("main")).to_contain_text("40 ตำบลในตำบลเดียวหรือ")
    anong.go(f"/work/claim/{doubtful.key}/")
    anong.page.locator("#answer").fill("นับซ้ำทั้งจังหวัด ขอให้รับตามเอกสารแนบ")
    anong.page.locator("button[value=answer]").click()

    accept_all(boon)
    for username in ("dao", "ekachai"):
        accept_all(sit(username))
    for claim in (doubtful, plain):
        claim.refresh_from_db()
        assert claim.state == "accepted"

    stranger = Seat(boon.page.context.browser.new_page(base_url=boon.page.url.split("/work")[0]))  # type: ignore[union-attr]
    stranger.page.set_viewport_size(boon.page.viewport_size)  # type: ignore[arg-type]
    assert re.match(r"40\b", figure(stranger, "1.1"))
    assert re.match(r"12\b", figure(stranger, "2.2"))
    stranger.go(TRAIL)
    expect(stranger.page.locator("main")).not_to_contain_text("อนงค์")
    stranger.page.close()
    chai = sit("chai")
    chai.go(TRAIL)
    for hidden in ("อนงค์", "บ้านเป็ด", "เปิดข้อรายงาน"):
        expect(chai.page.locator("main")).not_to_contain_text(hidden)
    expect(chai.page.locator("main img")).to_have_count(0)

    boon.go(TRAIL)
    for name in ("อนงค์", "บุญ", "ดาว", "เอกชัย"):
        expect(boon.page.locator("main")).to_contain_text(name)
    expect(boon.page.locator("main img")).to_have_count(1)
    shown = boon.page.locator("main img").evaluate("image => image.complete && image.naturalWidth > 0")
    assert shown  # the photo itself, not a broken frame


def test_who_is_of_another_place_sees_none_of_it(sit: Sit, people: People) -> None:
    claim = record(sit("anong"), "1.1", "1")
    chai = sit("chai")
    expect(chai.page.locator("main")).not_to_contain_text("บ้านเป็ด")
    photo = claim.evidence.get()
    for address in (
        f"/work/claim/{claim.key}/",
        f"/work/claim/{claim.key}/edit/",
        f"/evidence/{photo.pk}/",
        f"/evidence/{photo.pk}/thumbnail/",
        f"/evidence/{photo.pk}/original/",
        f"/place/{BAN_PET}/",
        "/grid/2562-Q2/",
        "/workbook/2562-Q2.xlsx",
        "/workbook/2562-Q2.csv",
        "/audit/",
        "/people/",
    ):
        answer = chai.page.request.get(address)
        assert answer.status in (403, 404), address
        assert "อนงค์" not in answer.text()
    # What everybody may download tells the province and no more; by command: tests/cli/test_sheet_command.py.
    report = chai.page.request.get("/report/2562.json?as_of=2562-03-31")
    assert report.status == 200
    assert not [word for word in ("บ้านเป็ด", "อนงค์", str(claim.key)) if word in report.text()]
    chai.go("/work/review/")
    expect(chai.page.get_by_role("checkbox")).to_have_count(0)
