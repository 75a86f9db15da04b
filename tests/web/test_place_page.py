"""The page of one place."""

import pytest

from tests.web.conftest import Reader
from tests.web.fakes import Fakes


def test_a_province_shows_its_figures_and_the_way_to_it(reader: Reader, fakes: Fakes) -> None:
    page = reader.get("/place/10/")
    assert "ประเทศไทย ภาคกรุงเทพฯ ปริมณฑลและตะวันออก กรุงเทพมหานคร" in page.text
    assert "12,543 จาก 11,500 ครัวเรือน" in page.part("line-2.2")
    assert "อีก 1 รายการยังไม่มีรายงานที่ระบุพื้นที่นี้" in page.text
    assert fakes.asked[-1]["place_code"] == "10"


def test_its_numbers_and_neighbours_keep_the_question(reader: Reader) -> None:
    html = reader.get("/place/10/", lang="en").html
    assert 'href="/trail/2.2/?fy=2562&amp;as_of=2562-03-31&amp;place=10&amp;lang=en"' in html
    assert 'href="/place/canal:lat-phrao/?fy=2562&amp;as_of=2562-03-31&amp;lang=en"' in html
    assert 'href="/place/10/?fy=2562&amp;as_of=2562-03-31"' in html  # Thai


@pytest.mark.parametrize(
    "address", ["/place/4001/", "/?place=4001", "/trail/2.3/?place=4001", "/report/2562.pdf?place=4001"]
)
def test_below_the_province_one_has_to_sign_in(reader: Reader, fakes: Fakes, address: str) -> None:
    path, _, query = address.partition("?")
    page = reader.get(path, **dict([query.split("=")] if query else []))
    assert page.status == 403
    assert "ต้องเข้าสู่ระบบ" in page.text
    assert "อ.เมืองขอนแก่น" in page.text
    assert fakes.asked == []
