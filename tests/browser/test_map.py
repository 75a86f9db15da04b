"""The map in a browser: it fits, everybody can use it, and the keyboard reaches all that it says."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.test_pages import CUT, LIGHT, SMALL, WIDEST, read_pdf

__all__ = ["read_pdf"]

pytestmark = pytest.mark.browser
EVERY_LOOK = pytest.mark.parametrize(
    "look", [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")], indirect=True
)
ADDRESSES = ("/map/1.1/", "/map/1.1/?lang=en&tree=codi", "/map/2.3/?digits=thai", "/trail/2.3/?lang=en", "/")
BEYOND = """() => [...document.querySelectorAll('svg text')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.textContent)"""
LINKS = "() => [...document.querySelectorAll('.numbers a')].map(e => e.textContent.trim())"


@EVERY_LOOK
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_picture_fits_and_everybody_can_use_it(looked_at: Page, address: str) -> None:
    looked_at.goto(address)
    assert looked_at.evaluate(WIDEST) <= looked_at.viewport_size["width"]  # type: ignore[index]
    assert looked_at.evaluate(CUT) == []
    assert looked_at.evaluate(BEYOND) == []
    found = Axe().run(looked_at)
    assert found.violations_count == 0, found.generate_report()


@LIGHT
def test_the_keyboard_goes_past_the_shapes_to_the_table_that_says_the_same(looked_at: Page) -> None:
    looked_at.goto("/map/1.1/")
    looked_at.get_by_role("link", name="ดูที่มาของตัวเลข").focus()
    seen = []
    for _ in range(7):
        looked_at.keyboard.press("Tab")
        seen.append(looked_at.evaluate("() => document.activeElement.textContent.trim()"))
        assert looked_at.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert seen == ["ขอนแก่น", "49", "กรุงเทพมหานคร", "0", "ปทุมธานี", "4", "ยังไม่มีรายงาน 1 พื้นที่"]
    looked_at.keyboard.press("Enter")
    looked_at.keyboard.press("Tab")
    assert looked_at.evaluate("() => document.activeElement.textContent.trim()") == "เชียงใหม่"
    shapes = looked_at.locator("section.drawn svg a")
    names = [shape.get_attribute("aria-label") or "" for shape in shapes.all()]
    assert {name.partition(":")[0] for name in names} <= set(looked_at.evaluate(LINKS))


@LIGHT
def test_a_shape_opens_with_the_pointer(looked_at: Page) -> None:
    looked_at.goto("/map/1.1/")
    looked_at.locator("section.drawn svg a[aria-label^='ขอนแก่น'] path").click()
    expect(looked_at).to_have_url(
        "**/map/1.1/?fy=2562&as_of=2562-03-31&place=40".replace("**", looked_at.url.split("/map/")[0])
    )


@pytest.mark.parametrize("look", [(360, "light")], indirect=True)
def test_on_a_phone_the_table_is_large_enough_for_a_thumb(looked_at: Page) -> None:
    looked_at.goto("/map/1.1/")
    assert looked_at.evaluate(SMALL.replace(".skip'", ".skip, svg'")) == []


@pytest.mark.parametrize("look", [(1280, "dark")], indirect=True)
def test_on_paper_the_map_keeps_its_numbers(looked_at: Page, read_pdf: Callable[[bytes], str]) -> None:
    looked_at.goto("/map/1.1/")
    text = read_pdf(looked_at.pdf(prefer_css_page_size=True))
    assert "111.4" in text
    assert "100 %" in text


@LIGHT
def test_the_page_of_a_map_is_small(looked_at: Page) -> None:
    seen: dict[str, int] = {}
    looked_at.on("response", lambda answer: seen.update({answer.url: len(answer.body())}))
    looked_at.goto("/map/1.1/", wait_until="networkidle")
    assert sum(seen.values()) < 150_000
