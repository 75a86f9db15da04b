"""Stories of people who look: on a phone and at a desk, with the keyboard, without script, on paper."""

import re
from collections.abc import Callable
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ADDRESSES = (
    "/",
    "/?lang=en",
    "/trail/2.3/",
    "/trail/2.5/",
    "/trail/3.2(1)/?lang=en",
    "/place/10/",
    "/place/TH/?digits=thai",
    "/?fy=abc&as_of=3105-13-44",
    "/place/4001/?lang=en",
)
LIGHT = pytest.mark.parametrize(
    "look", [(360, "light"), (1280, "light")], indirect=True, ids=["phone", "desk"]
)
WIDEST = "() => document.documentElement.scrollWidth"
SMALL = """() => [...document.querySelectorAll('a, button, input, select, summary')]
    .filter(e => e.checkVisibility() && !e.closest('dd, p.quiet, .sources, .skip'))
    .filter(e => { const box = e.getBoundingClientRect(); return box.height < 40 || box.width < 8 })
    .map(e => e.outerHTML.slice(0, 100))"""
CUT = """() => [...document.querySelectorAll('main p, main h1, main h2, main h3, main li, main td, main th')]
    .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => e.textContent.trim().slice(0, 60))"""


@pytest.mark.parametrize("look", [(360, "light"), (1280, "dark")], indirect=True, ids=["phone", "desk, dark"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_fits_and_everybody_can_use_it(looked_at: Page, address: str) -> None:
    looked_at.goto(address)
    assert looked_at.evaluate(WIDEST) <= looked_at.viewport_size["width"]  # type: ignore[index]
    assert looked_at.evaluate(CUT) == []
    found = Axe().run(looked_at)
    assert found.violations_count == 0, found.generate_report()


def test_on_a_phone_everything_is_large_enough_for_a_thumb(browser: Browser, site: str) -> None:
    context = browser.new_context(
        base_url=site, viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    for address in ("/", "/trail/2.3/", "/place/10/"):
        page.goto(address)
        assert page.evaluate(SMALL) == []
    context.close()


def test_from_the_board_to_the_paper_under_a_figure(page: Page) -> None:
    page.goto("/?as_of=2562-03-31")
    page.get_by_role("link", name="3,084").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("โครงการพัฒนาที่อยู่อาศัยชุมชนริมคลอง")
    page.get_by_role("link", name="654").first.click()
    expect(page.get_by_text("เฉพาะที่ถึงขั้น อยู่ระหว่างก่อสร้าง แล้ว")).to_be_visible()
    paper = page.locator(".entry a").first
    expect(paper).to_have_attribute("href", "https://ref.codi.or.th/public-relations/news/15117")
    page.get_by_role("link", name="กลับไปที่กระดานผลงาน").click()
    expect(page).to_have_url(re.compile(r"/\?fy=2562&as_of=2562-03-31#line-2\.3$"))


def test_asking_for_another_view_without_script(page: Page, width: int) -> None:
    page.goto("/")
    if width < 960:
        page.get_by_text("เปลี่ยนปี วันที่ หรือพื้นที่").click()
    page.get_by_label("ณ วันที่").fill("31 ธ.ค. 61")
    page.get_by_label("ตามที่ทราบถึง").fill("๒๓ เม.ย. ๒๕๖๒")
    page.get_by_label("พื้นที่", exact=True).select_option("ขอนแก่น")
    page.get_by_role("button", name="แสดง").click()
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {
        "fy": ["2562"],
        "as_of": ["2561-12-31"],
        "known_at": ["2562-04-23"],
        "place": ["40"],
    }
    expect(page.get_by_text("ณ วันที่ 31 ธันวาคม 2561")).to_be_visible()
    page.get_by_role("link", name="English").click()
    assert parse_qs(urlsplit(page.url).query) == asked | {"lang": ["en"]}
    expect(page.get_by_text("As of 31 December 2018 (B.E. 2561)")).to_be_visible()


def test_a_wrong_day_is_said_and_can_be_mended(page: Page, width: int) -> None:
    page.goto("/")
    if width < 960:
        page.get_by_text("เปลี่ยนปี วันที่ หรือพื้นที่").click()
    page.get_by_label("ณ วันที่").fill("31 ก.พ. 62")
    page.get_by_role("button", name="แสดง").click()
    expect(page.get_by_text("วันที่ “31 ก.พ. 62” อ่านไม่ได้หรือไม่มีในปฏิทิน")).to_be_visible()
    page.get_by_role("link", name="ไปที่กระดานผลงาน").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ผลการดำเนินงาน")


@LIGHT
def test_the_keyboard_reaches_the_figures_and_shows_where_it_is(looked_at: Page) -> None:
    looked_at.goto("/")
    looked_at.keyboard.press("Tab")
    assert looked_at.evaluate("() => document.activeElement.className") == "skip"
    looked_at.keyboard.press("Enter")
    seen = []
    for _ in range(16):
        looked_at.keyboard.press("Tab")
        seen.append(looked_at.evaluate("() => document.activeElement.textContent.trim()"))
        outline = looked_at.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", seen
    assert "172" in seen


@LIGHT
def test_everything_on_the_way_comes_from_us_and_is_small(looked_at: Page, site: str) -> None:
    seen: dict[str, int] = {}
    looked_at.on("response", lambda answer: seen.update({answer.url: len(answer.body())}))
    looked_at.goto("/", wait_until="networkidle")
    assert all(url.startswith(site) for url in seen)
    assert any("sarabun-400" in url for url in seen)
    assert sum(seen.values()) < 150_000


@pytest.mark.parametrize("address", ["/", "/place/10/", "/trail/2.3/"])
@pytest.mark.parametrize("look", [(1280, "dark")], indirect=True, ids=["desk, dark"])
def test_on_paper(looked_at: Page, address: str, read_pdf: Callable[[bytes], str]) -> None:
    looked_at.goto(address)
    text = read_pdf(looked_at.pdf(prefer_css_page_size=True))
    assert "12,543" in text or "3,084" in text
    assert "2562" in text
    assert "/" in text
    assert "English" not in text


@pytest.fixture
def read_pdf() -> Callable[[bytes], str]:
    """The words of a PDF of A4 pages."""

    def read(content: bytes) -> str:
        document = pypdfium2.PdfDocument(BytesIO(content))
        width, height = document[0].get_size()
        assert (round(width), round(height)) == (595, 842)
        assert len(document) <= 4
        return " ".join(sheet.get_textpage().get_text_range() for sheet in document)

    return read
