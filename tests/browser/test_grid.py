"""Stories of a recorder at the grid: a block from Excel, the keyboard, a bad line, two people at once."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, expect

from tests.intake.country import make_country
from tests.review.people import LONG_AGO, People, make_people
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.review import grid
from tidtam.review.actions import Typed, keep_squares
from tidtam.review.actions.calendar import make_rounds
from tidtam.review.models import Claim, Round

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("beside_the_browser"),
]
GRID = "/grid/2562-Q2/"
HOME = "1.1|400105"
PASTE = """(field, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
}"""
FOCUSED = "() => document.activeElement.name"
WIDEST = "() => document.documentElement.scrollWidth"
Open = Callable[[User, int], Page]


@pytest.fixture
def people(transactional_db: None) -> People:
    make_country()
    return make_people()


@pytest.fixture
def q2(people: People) -> Round:
    return next(one for one in make_rounds(actor=people.ekachai, fiscal_year=2562) if one.code == "2562-Q2")


@pytest.fixture
def opened(browser: Browser, live_server: object, q2: Round) -> Iterator[Open]:
    """Opens the grid for somebody who is signed in; fails on anything that the console complains about."""
    contexts, complaints = [], list[str]()

    def complain(text: str) -> None:
        if "ERR_INTERNET_DISCONNECTED" not in text:
            complaints.append(text)

    def make(user: User, width: int, address: str = GRID) -> Page:
        client = Client()
        client.force_login(user, backend="tidtam.people.signing.NameOrMail")
        context = browser.new_context(base_url=str(live_server), viewport={"width": width, "height": 800})
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": str(live_server)}])
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complain(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complain(str(error)))
        page.goto(address)
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


def field(page: Page, name: str) -> Locator:
    return page.locator(f'[name="n|{name}"]')


def paste(page: Page, name: str, text: str) -> None:
    field(page, name).focus()
    field(page, name).evaluate(PASTE, text)


def says(page: Page, name: str) -> Locator:
    return page.locator(f'[id="w|{name}"]')


def numbers() -> dict[str, int | None]:
    """What is kept, by square."""
    kept = Claim.objects.filter(cell__isnull=False).prefetch_related("counts")
    return {(one.cell or "").partition("|")[2]: grid.number_of(one) for one in kept}


@pytest.mark.parametrize("width", [360, 1280])
def test_a_column_from_excel_is_kept_at_once(people: People, opened: Open, width: int) -> None:
    page = opened(people.anong, width)
    paste(page, HOME, "๑,๒๓๔\n0\n\nสามสิบ\n27\n")
    expect(says(page, "3.1|400105")).to_have_text("✓ บันทึกแล้ว")
    expect(field(page, HOME)).to_have_value("1234")
    expect(says(page, "2.4|400105")).to_contain_text("สามสิบ")
    expect(page.locator("#grid-said")).to_contain_text("1 ช่องมีข้อสังเกต")
    assert numbers() == {HOME: 1234, "2.1|400105": 0, "3.1|400105": 27}
    page.reload()
    expect(field(page, HOME)).to_have_value("1234")
    expect(field(page, "2.4|400105")).to_have_value("สามสิบ")
    assert page.evaluate(WIDEST) <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_the_keyboard_goes_from_square_to_square(people: People, opened: Open, width: int) -> None:
    page = opened(people.anong, width)
    field(page, HOME).focus()
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "n|2.1|400105"
    page.keyboard.type("6")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED) == "n|2.2|400105"
    page.keyboard.press("Shift+Enter")
    assert page.evaluate(FOCUSED) == "n|2.1|400105"
    expect(says(page, "2.1|400105")).to_have_text("✓ บันทึกแล้ว")
    expect(page.locator("#grid-said")).to_have_text("✓ บันทึกครบทุกช่องแล้ว")
    assert numbers() == {HOME: 5, "2.1|400105": 6}
    with page.expect_response("**/square/"):
        field(page, HOME).fill("8")
        page.keyboard.press("Enter")
    assert numbers() == {HOME: 8, "2.1|400105": 6}
    assert page.locator("[aria-invalid]").count() == 0


def test_a_block_lands_on_rows_and_columns(people: People, opened: Open) -> None:
    khon_kaen = Place.objects.get(code="40")
    give_role(
        actor=loader_account(), user=people.anong, role=Role.RECORDER, place=khon_kaen, first_day=LONG_AGO
    )
    page = opened(people.anong, 1280, f"{GRID}tambon/")
    paste(page, HOME, "1\t2\n3\t4\n")
    expect(says(page, "2.1|400106")).to_have_text("✓ บันทึกแล้ว")
    assert numbers() == {HOME: 1, "1.1|400106": 2, "2.1|400105": 3, "2.1|400106": 4}
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED) == "n|1.1|400106"


@pytest.mark.parametrize("width", [360, 1280])
def test_without_a_line_nothing_is_lost(people: People, opened: Open, width: int) -> None:
    page = opened(people.anong, width)
    page.context.set_offline(True)
    field(page, HOME).fill("77")
    page.keyboard.press("Enter")
    expect(says(page, HOME)).to_have_text("◐ เก็บไว้ในเครื่องนี้")
    expect(page.locator("#grid-said")).to_contain_text("ยังไม่ได้ส่ง 1 ช่อง")
    assert numbers() == {}
    page.context.set_offline(False)
    expect(says(page, HOME)).to_have_text("✓ บันทึกแล้ว")
    assert numbers() == {HOME: 77}


def test_what_was_typed_outlives_the_page(people: People, opened: Open) -> None:
    page = opened(people.anong, 360)
    page.context.set_offline(True)
    field(page, HOME).fill("78")
    page.close()
    later = page.context.new_page()
    page.context.set_offline(False)
    later.goto(GRID)
    expect(says(later, HOME)).to_have_text("✓ บันทึกแล้ว")
    assert numbers() == {HOME: 78}
    assert later.evaluate("() => localStorage.length") == 0


@pytest.mark.parametrize(("choice", "left"), [("ใช้ของฉัน 9", 9), ("ใช้ค่าปัจจุบัน 3", 3)])
def test_two_at_once_are_asked(people: People, opened: Open, q2: Round, choice: str, left: int) -> None:
    page = opened(people.anong, 360)
    line = next(one for one in grid.lines_of(q2) if one.code == "1.1")
    other = Typed(line, Place.objects.get(code="400105"), 3, 0)
    keep_squares(actor=people.anong, of_round=q2, typed=[other])
    field(page, HOME).fill("9")
    page.keyboard.press("Enter")
    expect(says(page, HOME)).to_contain_text("ขณะนี้เป็น 3")
    assert numbers() == {HOME: 3}
    page.get_by_role("button", name=choice).click()
    expect(says(page, HOME)).to_have_text("✓ บันทึกแล้ว")
    expect(field(page, HOME)).to_have_value(str(left))
    assert numbers() == {HOME: left}


@pytest.mark.parametrize("width", [360, 1280])
def test_everybody_can_use_it(people: People, opened: Open, width: int) -> None:
    for address in (GRID, "/calendar/?fy=2562"):
        page = opened(people.anong, width, address)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate(WIDEST) <= width
