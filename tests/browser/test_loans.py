"""The pages of loans in a real browser: they fit, and a slip makes its way into the book."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import SMALL, WIDEST
from tests.browser.test_work import UNTOUCHABLE, opened
from tests.housing.conftest import Canal, make_canal
from tests.housing.lending.conftest import answered, drawn, lent, paid
from tests.intake.country import make_country
from tidtam.housing.actions import NewProject, add_project
from tidtam.housing.actions.lending import NewLoan
from tidtam.housing.lending.models import Loan
from tidtam.registers.actions import add_organisation
from tidtam.registers.models import OrganisationKind

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("beside_the_browser"),
]
CUT = """() => [...document.querySelectorAll('main p, main h1, main h2, main h3, main li, main td, main th')]
    .filter(e => e.checkVisibility() && !e.closest('.scroll'))
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => e.textContent.trim().slice(0, 60))"""
"""A wide table scrolls inside itself; all else fits."""


def looks_well(page: Page, width: int) -> None:
    """It fits, nothing is cut off or too small for a thumb, and axe has nothing to say."""
    assert page.evaluate(WIDEST) <= width
    assert page.evaluate(CUT) == []
    if width < 600:
        small = page.evaluate(SMALL)
        assert [e for e in small if 'type="radio"' not in e] == []
        assert page.evaluate(UNTOUCHABLE) == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.fixture
def canal(transactional_db: None) -> Canal:
    make_country()
    return make_canal()


@pytest.fixture
def loan(canal: Canal) -> Loan:
    """A loan that took the moratorium up and is late since 2569, and one of which nothing is drawn."""
    cooperative = add_organisation(
        actor=canal.kamon, kind=OrganisationKind.COOPERATIVE, place=canal.place,
        name="สหกรณ์เคหสถานบ้านมั่นคงชุมชนริมคลองลาดพร้าวหนึ่งร่วมใจพัฒนา จำกัด",
    )  # fmt: skip
    project = add_project(
        actor=canal.kamon,
        new=NewProject(
            code="LP-01", programme="canals", name="ชุมชนริมคลองหนึ่งร่วมใจ", place=canal.place,
            started_on=date(2017, 1, 10),
        ),
    )  # fmt: skip
    new = NewLoan(
        code="L-2562-014", organisation=cooperative, project=project, programme="canals",
        contract_number="ส.14/2562", contracted_on=date(2019, 6, 1), approved_on=date(2019, 5, 1),
        paper="มติคณะกรรมการสถาบัน 5/2562", principal=5_393_525_000, first_due=date(2019, 7, 31), months=240,
        households=150, savings=540_000_000,
    )  # fmt: skip
    made = lent(canal, new)
    drawn(canal, made, 5_393_525_000, date(2019, 6, 30))
    answered(canal, made, "covid-2563-1")
    paid(canal, made, 2_550_000_000, date(2025, 12, 30), "ร.2568/911")
    lent(canal, new, code="L-2563-002", contract_number="ส.2/2563")
    return made


@pytest.mark.parametrize("width", [360, 1280])
def test_a_slip_is_recorded_looked_at_and_let_in(
    canal: Canal, loan: Loan, browser: Browser, live_server: object, width: int
) -> None:
    kamon = opened(browser, live_server, width, canal.kamon)
    for address in ("/loans/", "/loans/?lang=en", "/organisations/"):
        kamon.goto(address)
        looks_well(kamon, width)
    kamon.get_by_role("link", name="สหกรณ์เคหสถานบ้านมั่นคง").click()
    looks_well(kamon, width)
    kamon.get_by_role("link", name="เพิ่มสินเชื่อ").click()
    looks_well(kamon, width)
    kamon.get_by_role("button", name="ส่งให้การเงิน").click()
    looks_well(kamon, width)
    kamon.goto("/loans/")
    kamon.get_by_role("link", name="L-2562-014").click()
    looks_well(kamon, width)
    kamon.get_by_role("link", name="บันทึกการชำระหรือการเบิก").click()
    looks_well(kamon, width)
    kamon.get_by_role("button", name="ตรวจดูก่อนส่ง").click()
    expect(kamon.get_by_text("ต้องแก้ 3 แห่ง")).to_be_visible()
    looks_well(kamon, width)
    kamon.get_by_label("จำนวนเงิน (บาท)").fill("๓๒๖,๘๓๗.๐๑")
    kamon.get_by_label("วันที่ตามเอกสาร").fill("๓๐ ม.ค. ๒๕๖๙")
    kamon.get_by_label("เลขที่ใบเสร็จหรือใบเบิก").fill("ร.2569/17")
    kamon.get_by_role("button", name="ตรวจดูก่อนส่ง").click()
    expect(kamon.get_by_text("สามแสนสองหมื่นหกพันแปดร้อยสามสิบเจ็ดบาทหนึ่งสตางค์")).to_be_visible()
    looks_well(kamon, width)
    kamon.get_by_role("button", name="แก้ไข").click()
    expect(kamon.get_by_label("จำนวนเงิน (บาท)")).to_have_value("๓๒๖,๘๓๗.๐๑")
    kamon.get_by_role("button", name="ตรวจดูก่อนส่ง").click()
    kamon.get_by_role("button", name="ถูกต้อง ส่งให้การเงิน").click()
    expect(kamon.get_by_text("ส่งให้การเงินแล้ว")).to_be_visible()
    looks_well(kamon, width)

    wanchai = opened(browser, live_server, width, canal.wanchai)
    wanchai.goto(f"/loans/{loan.code}/")
    looks_well(wanchai, width)
    wanchai.get_by_role("button", name="รับเข้าบัญชี").click()
    expect(wanchai.get_by_role("cell", name="ร.2569/17")).to_be_visible()
