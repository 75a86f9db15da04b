"""The pages of claims in a real browser: they fit, everybody can use them, and a claim makes its round."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import CUT, SMALL, WIDEST
from tests.intake.country import make_country
from tests.review.people import People, make_people
from tidtam.people.models import User
from tidtam.review.actions import ask
from tidtam.review.models import Claim

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("beside_the_browser"),
]


@pytest.fixture
def people(transactional_db: None) -> People:
    make_country()
    return make_people()


def opened(browser: Browser, live_server: object, width: int, user: User) -> Page:
    """A page of somebody who is signed in."""
    client = Client()
    client.force_login(user, backend="tidtam.people.signing.NameOrMail")
    name = settings.SESSION_COOKIE_NAME
    context = browser.new_context(
        base_url=str(live_server), viewport={"width": width, "height": 800}, has_touch=width < 600
    )
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": str(live_server)}])
    return context.new_page()


UNTOUCHABLE = """() => [...document.querySelectorAll('input[type=radio], input[type=checkbox]')]
    .filter(e => e.checkVisibility() && e.labels[0].getBoundingClientRect().height < 40)
    .map(e => e.outerHTML)"""
"""Boxes to tick are touched by their labels."""


def looks_well(page: Page, width: int) -> None:
    """It fits, nothing is cut off or too small for a thumb, and axe has nothing to say."""
    assert page.evaluate(WIDEST) <= width
    assert page.evaluate(CUT) == []
    if width < 600:
        small = page.evaluate(SMALL)
        assert [e for e in small if 'type="radio"' not in e and 'type="checkbox"' not in e] == []
        assert page.evaluate(UNTOUCHABLE) == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_claim_is_recorded_questioned_answered_and_accepted(
    people: People, browser: Browser, live_server: object, width: int
) -> None:
    anong = opened(browser, live_server, width, people.anong)
    anong.goto("/work/")
    looks_well(anong, width)
    anong.get_by_role("link", name="บันทึกข้อรายงานใหม่").click()
    anong.get_by_label("วันที่", exact=True).fill("31 ก.พ. 2562")
    anong.get_by_role("button", name="ส่งให้ตรวจ").click()
    expect(anong.get_by_text("ปฏิทินไม่มีวันที่")).to_be_visible()
    looks_well(anong, width)
    anong.get_by_label("ตัวชี้วัด", exact=True).select_option("1.1")
    anong.get_by_label("ทำได้เพิ่ม: เกิดขึ้นในช่วงนั้นเท่านี้").check()
    anong.get_by_label("วันที่", exact=True).fill("๑ มี.ค. ๒๕๖๒")
    anong.get_by_label("จำนวนที่ทำได้").fill("๒")
    anong.get_by_role("button", name="ส่งให้ตรวจ").click()
    expect(anong.get_by_text("รอจังหวัดตรวจสอบ")).to_be_visible()
    looks_well(anong, width)

    ask(actor=people.boon, key=Claim.objects.get().key, text="จริงหรือ")
    anong.goto("/work/")
    anong.get_by_role("link", name="1.1").click()
    anong.get_by_label("คำตอบ").fill("จริง")
    looks_well(anong, width)
    anong.get_by_role("button", name="ส่งคำตอบ").click()

    boon = opened(browser, live_server, width, people.boon)
    boon.goto("/work/review/")
    looks_well(boon, width)
    boon.get_by_role("checkbox").check()
    boon.get_by_role("button", name="ตรวจผ่านที่เลือก").click()
    expect(boon.get_by_text("ส่งต่อขั้นถัดไป 1 รายการ")).to_be_visible()
    looks_well(boon, width)
    assert Claim.objects.get().rung == "region"
