"""A canal officer takes a community from outreach to homes: one household withdraws, one is blocked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_work import looks_well, opened
from tests.documents.pictures import jpeg
from tests.housing.conftest import Canal, make_canal
from tests.intake.country import make_country
from tidtam.housing.grants.money import money_of
from tidtam.housing.models import Block, Project
from tidtam.housing.queries import bands

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("beside_the_browser"),
]


@pytest.fixture
def canal(transactional_db: None, tmp_path: Path) -> Iterator[Canal]:
    whole = {"BACKEND": "tidtam.review.whole_files.WholeFiles", "OPTIONS": {"location": str(tmp_path)}}
    statics = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={"evidence": whole, "staticfiles": statics}):
        make_country()
        yield make_canal()


class Officer:
    """Kamon at the page of her project."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def step(self, name: str, *, photo: bool = False) -> None:
        """Tells a step of the project itself."""
        self.page.goto("/housing/LP-01/")
        self.page.get_by_text("บันทึกขั้นของโครงการ").click()
        fold = self.page.locator("#step")
        fold.get_by_label("ขั้น").select_option(label=name)
        if photo:
            fold.get_by_label("รูปถ่ายหรือเอกสาร").set_input_files(picture())
        fold.get_by_role("button", name="ส่งให้ตรวจ").click()
        expect(self.page.get_by_role("heading", name="ส่งแล้ว")).to_be_visible()

    def household(self, name: str, house: str) -> None:
        """Puts a household on the list."""
        fold = self.page.locator("#household")
        if not fold.evaluate("fold => fold.open"):
            fold.get_by_text("เพิ่มครัวเรือน").first.click()
        fold.get_by_label("ชื่อผู้ถือสิทธิ์").fill(name)
        fold.get_by_label("บ้านเลขที่").fill(house)
        fold.get_by_role("button", name="เพิ่มครัวเรือน").click()

    def reached(self, who: str, stage: str, *, photo: bool = False) -> None:
        """House so-and-so reached a stage: type it, press the stage, add the photo, hand it in."""
        self.page.goto("/housing/LP-01/")
        work = self.page.locator("#move")
        work.get_by_label("ครัวเรือนใด").fill(who)
        work.get_by_label(stage, exact=True).check()
        if photo:
            work.get_by_label("รูปถ่ายหรือเอกสาร").set_input_files(picture())
        work.get_by_role("button", name="ส่งให้ตรวจ").last.click()
        expect(self.page.get_by_role("heading", name="ส่งแล้ว")).to_be_visible()


def picture() -> dict[str, object]:
    return {"name": "บ้าน.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}  # type: ignore[dict-item]


def accepts_all(page: Page) -> None:
    """Boonsri ticks whatever waits and lets it in."""
    page.goto("/work/review/")
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="ตรวจผ่านที่เลือก").click()
    expect(page.get_by_text("รับเข้าบัญชี")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_community_from_outreach_to_homes(
    canal: Canal, browser: Browser, live_server: object, width: int
) -> None:
    page = opened(browser, live_server, width, canal.kamon)
    boonsri = opened(browser, live_server, width, canal.boonsri)
    kamon = Officer(page)
    begins_the_project(page, width)
    kamon.step("ลงพื้นที่ทำความเข้าใจ")
    lists_three_households(kamon, width)
    kamon.reached("1-3", "สำรวจข้อมูลแล้ว")
    expect(page.get_by_text("ผู้ตรวจคนต่อไป: บุญศรี")).to_be_visible()
    looks_well(page, width)
    sees_who_it_is(boonsri, width)
    accepts_all(boonsri)
    kamon.reached("1-3", "รับรองสิทธิ์แล้ว")
    kamon.step("รับรองสิทธิ์แล้ว")
    accepts_all(boonsri)
    kamon.step("อนุมัติแล้ว")
    accepts_all(boonsri)
    wanchai = opened(browser, live_server, width, canal.wanchai)
    is_granted_in_three_instalments(page, wanchai, width)
    is_paid(page, wanchai, "บค. 1/2569")
    house_3_withdraws(page, width)
    accepts_all(boonsri)
    house_2_is_blocked(page, width)
    house_1_is_built(kamon, boonsri)
    for voucher in ("บค. 2/2569", "บค. 3/2569"):
        is_paid(page, wanchai, voucher)
    money = money_of(list(Project.objects.all()))[Project.objects.get().pk]
    assert money.of("approved") == money.of("paid") == 3 * 14_700_000
    page.goto("/housing/LP-01/")
    looks_well(page, width)
    found = Project.objects.get()
    band = bands([found])[found.pk]
    standing = {step.stage.code: step.number for step in band.steps if step.number}
    assert standing == {"rights": 1, "completed": 1, "withdrew": 1}
    for address in ("/housing/", "/housing/at/canal:lat-phrao/", "/housing/LP-01/list/"):
        page.goto(address)
        expect(page.get_by_text("ชุมชนริมคลองหนึ่ง").first).to_be_visible()


def begins_the_project(page: Page, width: int) -> None:
    page.goto("/housing/")
    looks_well(page, width)
    page.get_by_role("link", name="เริ่มโครงการใหม่").click()
    page.get_by_label("แผนงาน").select_option("canals")
    page.get_by_label("รหัสโครงการ").fill("LP-01")
    page.get_by_label("ชื่อโครงการ").fill("ชุมชนริมคลองหนึ่ง")
    page.get_by_label("ครัวเรือนตามแผน").fill("๓")
    page.get_by_label("เริ่มเมื่อ").fill("10 ม.ค. 2560")
    looks_well(page, width)
    page.get_by_role("button", name="เริ่มโครงการ").click()
    looks_well(page, width)


def lists_three_households(kamon: Officer, width: int) -> None:
    kamon.page.goto("/housing/LP-01/")
    for number, name in enumerate(("นางสาวกาญจนา ใจดี", "นายบุญส่ง มั่นคง", "นางสมหญิง ทองสุข"), start=1):
        kamon.household(name, f"{number}/1")
        expect(kamon.page.get_by_text(f"เพิ่มแล้วเป็นลำดับที่ {number}")).to_be_visible()
    looks_well(kamon.page, width)


def sees_who_it_is(boonsri: Page, width: int) -> None:
    """Names are behind a fold of the list to review."""
    boonsri.goto("/work/review/")
    boonsri.get_by_text("ดูว่าเป็นครัวเรือนใด (3)").click()
    expect(boonsri.get_by_text("นายบุญส่ง มั่นคง")).to_be_visible()
    looks_well(boonsri, width)


def is_granted_in_three_instalments(page: Page, wanchai: Page, width: int) -> None:
    """147,000 baht each, due with the contract, when half are building, when half are done."""
    page.goto("/housing/LP-01/money/")
    expect(page.get_by_text("ยังไม่มีเงินอุดหนุนในบัญชี จึงยังไม่ทราบยอด")).to_be_visible()
    looks_well(page, width)
    page.get_by_role("button", name="เสนอให้การเงินตรวจ").first.click()
    expect(page.get_by_text("ส่งให้การเงินตรวจแล้ว")).to_be_visible()
    accepts_all(wanchai)
    page.goto("/housing/LP-01/money/")
    page.get_by_text("ทำสัญญาเป็นงวด").click()
    for number, stage in enumerate(("", "building", "completed"), start=1):
        page.locator(f"#sum-{number}").fill("147,000")
        page.locator(f"#stage-{number}").select_option(stage)
        page.locator(f"#share-{number}").fill("50")
    looks_well(page, width)
    page.get_by_role("button", name="ส่งสัญญาให้การเงินตรวจ").click()
    accepts_all(wanchai)
    page.goto("/housing/LP-01/money/")
    expect(page.get_by_text("2 จาก 3 ครัวเรือนถึงขั้น “อยู่ระหว่างก่อสร้าง”")).to_be_visible()
    looks_well(page, width)


def is_paid(page: Page, wanchai: Page, voucher: str) -> None:
    """One instalment that is due, by its voucher."""
    page.goto("/housing/LP-01/money/")
    page.get_by_text("จ่ายเงิน", exact=True).click()
    page.locator("#sum-pay").fill("147,000")
    page.get_by_label("เลขที่ใบสำคัญ").fill(voucher)
    page.get_by_role("button", name="ส่งใบสำคัญให้การเงินตรวจ").click()
    expect(page.get_by_text("ส่งให้การเงินตรวจแล้ว")).to_be_visible()
    accepts_all(wanchai)


def house_3_withdraws(page: Page, width: int) -> None:
    """Without a reason the form comes back as it was."""
    page.goto("/housing/LP-01/")
    work = page.locator("#move")
    work.get_by_label("ครัวเรือนใด").fill("3")
    work.get_by_text("หมายเหตุ หรือออกจากโครงการ").click()
    work.get_by_label("ถอนตัว").check()
    work.get_by_role("button", name="ส่งให้ตรวจ").last.click()
    expect(page.get_by_text("การออกต้องมีเหตุผล").last).to_be_visible()
    looks_well(page, width)
    assert work.get_by_label("ครัวเรือนใด").input_value() == "3"
    work.get_by_label("หมายเหตุ (การออกต้องมีเหตุผล)").fill("ย้ายกลับต่างจังหวัด")
    work.get_by_role("button", name="ส่งให้ตรวจ").last.click()
    expect(page.get_by_role("heading", name="ส่งแล้ว")).to_be_visible()


def house_2_is_blocked(page: Page, width: int) -> None:
    """It is ticked in the table, and whoever must act is named."""
    page.goto("/housing/LP-01/")
    page.get_by_role("checkbox", name="นายบุญส่ง มั่นคง").check()
    page.get_by_text("ติดขัด ไปต่อไม่ได้").click()
    page.get_by_label("ติดขัดเพราะ").select_option(label="ยังไม่ปักผังแนวเขื่อน")
    page.get_by_role("button", name="บันทึกเหตุติดขัด").click()
    expect(page.get_by_text("ผู้ต้องทำ: กรุงเทพมหานคร")).to_be_visible()
    looks_well(page, width)
    assert Block.objects.get().household.number == 2  # type: ignore[union-attr]


def house_1_is_built(kamon: Officer, boonsri: Page) -> None:
    """Its row has the next stage as a button; building and completion want photos."""
    page = kamon.page
    page.get_by_role("button", name="1 ไปถึงขั้น พื้นที่พร้อมก่อสร้าง").click()
    expect(page.get_by_role("heading", name="ส่งแล้ว")).to_be_visible()
    accepts_all(boonsri)
    page.goto("/housing/LP-01/")
    page.get_by_role("button", name="1 ไปถึงขั้น อยู่ระหว่างก่อสร้าง").click()
    expect(page.get_by_text("ต้องมีรูปถ่าย")).to_be_visible()
    page.locator("#photos-in").set_input_files(picture())  # type: ignore[arg-type]
    page.locator("#move").get_by_role("button", name="ส่งให้ตรวจ").last.click()
    expect(page.get_by_role("heading", name="ส่งแล้ว")).to_be_visible()
    accepts_all(boonsri)
    kamon.reached("1/1", "สร้างเสร็จ", photo=True)
    kamon.step("สร้างเสร็จ", photo=True)
    accepts_all(boonsri)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_what_if_is_moved_by_its_form(
    canal: Canal, browser: Browser, live_server: object, width: int
) -> None:
    page = opened(browser, live_server, width, canal.kamon)
    page.goto("/housing/what-if/")
    page.get_by_label("ครัวเรือนทั้งหมด").fill("6,386")
    page.get_by_label("อัตราต่อครัวเรือน (บาท)").fill("147,000")
    page.get_by_label("ทำได้เดือนละ (ครัวเรือน)").fill("40")
    page.get_by_role("button", name="คำนวณ").click()
    expect(page.get_by_text("938.7 ล้านบาท").first).to_be_visible()
    page.get_by_role("link", name="80", exact=True).click()
    expect(page.get_by_label("ทำได้เดือนละ (ครัวเรือน)")).to_have_value("80")
