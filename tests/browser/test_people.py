"""The story of an invitation: Somsri invites Anong, who comes in without script, on a phone and at a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import CUT, SMALL, WIDEST
from tests.intake.country import make_country
from tidtam.people.access import Right, access_of
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places import queries as places

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("beside_the_browser"),
]
WORDS = "ริมคลองสามพันหลัง"


@pytest.fixture
def somsri(transactional_db: None) -> User:
    make_country()
    user = User.objects.create_user("somsri", WORDS, display_name="สมศรี ใจดี")
    give_role(actor=loader_account(), user=user, role=Role.ADMINISTRATOR, place=places.nation(), tree="admin")
    return user


def opened(browser: Browser, live_server: object, width: int, *, script: bool) -> Page:
    context = browser.new_context(
        base_url=str(live_server),
        viewport={"width": width, "height": 800},
        java_script_enabled=script,
        has_touch=width < 600,
    )
    return context.new_page()


def come_in(page: Page, username: str) -> None:
    page.get_by_label("ชื่อผู้ใช้หรืออีเมล").fill(username)
    page.get_by_label("รหัสผ่าน", exact=True).fill(WORDS)
    page.get_by_role("button", name="เข้าสู่ระบบ").click()


@pytest.mark.parametrize("width", [360, 1280])
def test_from_the_invitation_to_the_role(
    somsri: User, browser: Browser, live_server: object, width: int
) -> None:
    hers = opened(browser, live_server, width, script=False)
    hers.goto("/people/")
    come_in(hers, "somsri")
    expect(hers.get_by_role("heading", name="บุคคลและบทบาท")).to_be_visible()
    hers.get_by_text("เชิญคนใหม่ หรือให้บทบาทเพิ่ม").click()
    hers.get_by_label("ชื่อและนามสกุล").fill("อนงค์ ใจงาม")
    hers.get_by_label("บทบาท", exact=True).select_option(label="ผู้บันทึก")
    hers.get_by_label("ชื่อหรือรหัสพื้นที่").fill("400105")
    hers.get_by_role("button", name="ทำลิงก์คำเชิญ").click()
    link = hers.get_by_label("ลิงก์คำเชิญ").input_value().replace("http://127.0.0.1:8000", "")

    anong = opened(browser, live_server, width, script=False)
    anong.goto(link)
    expect(anong.get_by_text("สมศรี ใจดี เชิญท่านเป็นผู้บันทึกที่ต.บ้านเป็ด")).to_be_visible()
    anong.get_by_label("ชื่อผู้ใช้").fill("anong")
    anong.get_by_label("รหัสผ่านใหม่", exact=True).fill(WORDS)
    anong.get_by_label("รหัสผ่านใหม่อีกครั้ง").fill(WORDS)
    anong.get_by_role("button", name="สร้างบัญชีและเริ่มใช้").click()
    expect(anong.get_by_text("ผู้บันทึก ที่ต.บ้านเป็ด")).to_be_visible()
    access = access_of(User.objects.get(username="anong"))
    assert access.may(Right.RECORD, places.place("400105").pk)

    anong.goto("/audit/")
    expect(anong.get_by_role("heading", name="ไม่มีสิทธิ์เปิดหน้านี้")).to_be_visible()
    anong.goto("/")
    if width < 600:
        anong.locator("details.me > summary").click()
    anong.get_by_role("button", name="ออกจากระบบ").click()
    expect(anong.get_by_role("link", name="เข้าสู่ระบบ")).to_be_visible()

    hers.goto("/audit/")
    expect(hers.get_by_text("อนงค์ ใจงาม รับคำเชิญเป็นผู้บันทึกที่ต.บ้านเป็ด")).to_be_visible()
    expect(hers.get_by_text("อนงค์ ใจงาม ออกจากระบบ")).to_be_visible()
    for page in (hers, anong):
        page.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_pages_fit_and_everybody_can_use_them(
    somsri: User, browser: Browser, live_server: object, width: int
) -> None:
    page = opened(browser, live_server, width, script=True)
    complaints = list[str]()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto("/sign-in/")
    looked_over(page, width)
    come_in(page, "somsri")
    for address in ("/account/", "/account/two-step/", "/password/change/", "/people/", "/audit/?lang=en"):
        page.goto(address)
        looked_over(page, width)
    assert complaints == []
    page.context.close()


def looked_over(page: Page, width: int) -> None:
    assert page.evaluate(WIDEST) <= width
    assert page.evaluate(CUT) == []
    if width < 600:
        assert page.evaluate(SMALL) == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
