"""The pages of organisations in a real browser: a missing one is searched, added and corrected."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_loans import looks_well
from tests.browser.test_work import opened
from tests.housing.conftest import Canal, make_canal
from tests.intake.country import make_country
from tidtam.registers.actions import add_organisation
from tidtam.registers.models import OrganisationKind

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("beside_the_browser"),
]
THERE = "สหกรณ์เคหสถานบ้านมั่นคงชุมชนริมคลองลาดพร้าวหนึ่งร่วมใจพัฒนา จำกัด"


@pytest.fixture
def canal(transactional_db: None) -> Canal:
    make_country()
    made = make_canal()
    add_organisation(
        actor=made.kamon, kind=OrganisationKind.COOPERATIVE, place=made.place, name=THERE,
        registered_number="กพธ. 12/2560",
    )  # fmt: skip
    return made


@pytest.mark.parametrize("width", [360, 1280])
def test_a_missing_organisation_is_searched_added_and_corrected(
    browser: Browser, live_server: object, width: int, canal: Canal
) -> None:
    page = opened(browser, live_server, width, canal.kamon)
    page.goto("/organisations/")
    looks_well(page, width)
    page.get_by_label("ชื่อหรือเลขทะเบียน").fill("กลุ่มออมทรัพย์ริมคลองสอง")
    page.get_by_role("button", name="แสดง", exact=True).click()
    looks_well(page, width)
    page.get_by_role("link", name="เป็นองค์กรใหม่").click()
    looks_well(page, width)
    page.get_by_role("button", name="เพิ่มองค์กร").click()
    expect(page.get_by_role("alert")).to_be_visible()
    looks_well(page, width)
    page.get_by_label("ประเภท").select_option("savings_group")
    page.get_by_label("พื้นที่").select_option("canal:lat-phrao")
    page.get_by_role("button", name="เพิ่มองค์กร").click()
    expect(page.get_by_role("status")).to_contain_text("เพิ่มองค์กรแล้ว")
    looks_well(page, width)
    _corrected(page, width)


def _corrected(page: Page, width: int) -> None:
    page.get_by_role("link", name="แก้ข้อมูลองค์กร").click()
    page.get_by_label("ชื่อองค์กร").fill(THERE)
    page.get_by_role("button", name="บันทึกการแก้ไข").click()
    expect(page.get_by_role("alert")).to_be_visible()
    looks_well(page, width)
    page.get_by_label("ชื่อองค์กร").fill("กลุ่มออมทรัพย์ริมคลองสองก้าวหน้า")
    page.get_by_role("button", name="บันทึกการแก้ไข").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ก้าวหน้า")
    page.goto("/organisations/?lang=en")
    looks_well(page, width)
