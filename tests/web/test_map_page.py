"""The map: the picture and its table say the same; what is unknown is named; numbers open further."""

import re
from html import unescape
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web import fy2562
from tests.web.conftest import Read, Reader
from tests.web.fakes import Fakes
from tidtam.reports.content import MapPlace, PlaceName

SVG = "{http://www.w3.org/2000/svg}"
TAMBON = PlaceName("400105", "tambon", "ต.บ้านเป็ด", "Ban Pet")


def drawn(page: Read) -> ElementTree.Element:
    """The map itself."""
    found = re.search(r'<section class="drawn".*?(<svg.*?</svg>)', page.html, re.DOTALL)
    assert found
    return ElementTree.fromstring(found[1])


def said(page: Read) -> dict[str, str]:
    """What is said of each place on the map, by its look."""
    looks = {}
    for one in [*drawn(page).iter(f"{SVG}a"), *drawn(page).iter(f"{SVG}g")]:
        (shape,) = one.iter(f"{SVG}path")
        looks[one.findtext(f"{SVG}title") or ""] = shape.attrib["class"]
    return looks


def test_the_map_and_its_table_say_the_same(reader: Reader) -> None:
    page = reader.get("/map/1.1/")
    assert said(page) == {
        "กรุงเทพมหานคร: 0 จาก 20 ตำบล 0.0 %": "pic-map-1",
        "ปทุมธานี: 4 ตำบล": "pic-map-untargeted",
        "ขอนแก่น: 49 จาก 44 ตำบล 111.4 %": "pic-map-4",
        "เชียงใหม่: ยังไม่มีรายงาน (เป้าหมาย 30)": "pic-map-unknown",
    }
    assert "พื้นที่ ผล (ตำบล) เป้าหมาย ร้อยละ ขอนแก่น 49 44 111.4" in page.text
    assert "กรุงเทพมหานคร 0 20 0.0 ปทุมธานี 4 – –" in page.text
    assert "ยังไม่มีรายงาน 1 พื้นที่" in page.text
    assert "เชียงใหม่ ยังไม่มีรายงาน 30 –" in page.text
    assert "อีก 84 ตำบล ไม่รู้ว่าอยู่พื้นที่ใดในนี้ จึงไม่อยู่บนแผนที่" in page.text


def test_unknown_is_hatched_and_nought_is_not(reader: Reader) -> None:
    page = drawn(reader.get("/map/1.1/"))
    hatches = [one for one in page.iter(f"{SVG}path") if one.attrib["class"] == "pic-unsure"]
    assert hatches
    legend = [one.text for one in page.iter(f"{SVG}text")]
    assert legend == [
        "ร้อยละของเป้าหมาย", "(จำนวนจังหวัด)", "ต่ำกว่า 25 % (1)", "25 ถึงต่ำกว่า 50 % (0)",
        "50 ถึงต่ำกว่า 100 % (0)", "100 % ขึ้นไป (1)", "มีผล ไม่ได้ตั้งเป้า (1)", "ยังไม่มีรายงาน (1)",
    ]  # fmt: skip


def test_those_who_do_not_see_it_hear_what_it_shows(reader: Reader) -> None:
    page = drawn(reader.get("/map/1.1/", lang="en"))
    assert page.attrib["role"] == "group"
    title = page.findtext(f"{SVG}title") or ""
    assert title.startswith("Map: Model tambons")
    assert "31 March 2019" in title
    description = page.findtext(f"{SVG}desc") or ""
    assert "100 % and more: 1" in description
    assert "not reported: 1" in description
    assert page.attrib["aria-label"] == f"{title}. {description}"
    assert {one.attrib["tabindex"] for one in page.iter(f"{SVG}a")} == {"-1"}


def test_places_open_to_their_map_and_numbers_to_their_trail(reader: Reader) -> None:
    page = reader.get("/map/1.1/", fy="2562", as_of="2562-03-31")
    there = "?fy=2562&as_of=2562-03-31&place=40"
    links = {one.attrib["href"] for one in drawn(page).iter(f"{SVG}a")}
    assert f"/map/1.1/{there}" in links
    html = unescape(page.html)
    assert f'<a href="/map/1.1/{there}">ขอนแก่น</a>' in html
    assert f'<a href="/trail/1.1/{there}">49</a>' in html
    assert '<a href="/trail/1.1/?fy=2562&as_of=2562-03-31">' in html


def test_the_tree_is_chosen_in_the_form_and_stays_in_the_address(reader: Reader, fakes: Fakes) -> None:
    page = reader.get("/map/1.1/", tree="codi", fy="2562", as_of="2562-03-31")
    assert fakes.asked[-1]["tree"] == "codi"
    assert '<option value="codi" selected>ภาคของ พอช.</option>' in page.html
    assert 'href="/map/1.1/?fy=2562&amp;as_of=2562-03-31&amp;tree=codi&amp;lang=en"' in page.html
    assert "tree" not in "".join(re.findall(r'href="(/(?:trail/|\?)[^"]*)"', page.html))


def test_without_a_shape_there_is_a_sentence(reader: Reader, fakes: Fakes) -> None:
    fakes.map_changes = {"parts": [], "kind": None, "unplaced": None, "trees": []}
    page = reader.get("/map/1.1/", place="canal:lat-phrao")
    assert "บรรทัดนี้ไม่มีแผนที่ ณ พื้นที่และวันที่เลือก" in page.text
    assert "ask-tree" not in page.html


def test_tambons_are_points_and_what_has_none_is_named(reader: Reader, fakes: Fakes) -> None:
    nowhere = PlaceName("999999", "tambon", "ต.ไร้จุด", "Nowhere")
    parts = [MapPlace(TAMBON, 5, kind="floor"), MapPlace(nowhere)]
    fakes.map_changes = {"parts": parts, "kind": "tambon", "within": ["40"], "place": fy2562.KHON_KAEN}
    page = reader.get("/map/1.1/", place="40")
    found = drawn(page)
    assert [one.findtext(f"{SVG}title") for one in found.iter(f"{SVG}a")] == ["ต.บ้านเป็ด: อย่างน้อย 5 ตำบล"]
    assert "ไม่มีจุดบนแผนที่ มีเฉพาะในตาราง: ต.ไร้จุด" in page.text
    assert "จุดของตำบลเป็นตำแหน่งโดยประมาณ" in page.text
    assert "จัดชั้นตามจำนวนต่ำสุด" in page.text


def test_nothing_of_the_page_asks_for_style_or_script(reader: Reader) -> None:
    html = reader.get("/map/1.1/").html
    assert "<script" not in html
    assert "style=" not in html


def test_the_trail_shows_stages_through_time_and_regions_side_by_side(reader: Reader) -> None:
    page = reader.get("/trail/2.3/")
    assert "ขั้นตามเวลา เดือน สร้างเสร็จ อยู่ระหว่างก่อสร้าง พื้นที่พร้อมก่อสร้าง ยังไม่รู้ขั้น" in page.text
    assert "พ.ค. 61 915 – – 1,720 มี.ค. 62 2,068 654 362" in page.text
    assert "รายภาค" in page.text
    assert "ภาคอีสาน 49 ครัวเรือน" in page.text
    assert 'href="/map/2.3/?fy=2562&amp;as_of=2562-03-31"' in page.html


def test_a_line_of_the_board_shows_how_it_grew(reader: Reader) -> None:
    page = reader.get("/")
    assert "ยอดสิ้นเดือน: มิ.ย. 60 อย่างน้อย 763, พ.ค. 61 2,635" in page.html
    assert page.html.count('class="growth"') == 1
    assert 'href="/map/2.3/?fy=2562&amp;as_of=2562-03-31"' in page.html


def test_a_tree_that_cannot_be(reader: Reader) -> None:
    page = reader.get("/map/1.1/", tree="a b")
    assert page.status == 404
    assert "ไม่มีผังพื้นที่ “a b”" in page.text


class TestInTheBook:
    """The same with figures from the book of a small country."""

    pytestmark = pytest.mark.django_db

    @pytest.fixture
    def book(self, db: None) -> Any:
        from tests.web.map_country import make_book

        return make_book()

    def page(self, address: str, user: Any = None) -> Read:
        client = Client()
        if user is not None:
            client.force_login(user, backend="tidtam.people.signing.NameOrMail")
        return Read(client.get(address, follow=True))

    def test_each_province_has_what_was_reported_in_it(self, book: Any) -> None:
        page = self.page("/map/1.1/?fy=2562&as_of=2562-03-31")
        assert {words: look for words, look in said(page).items() if "ยังไม่มี" not in words} == {
            "ขอนแก่น: 7 จาก 5 ตำบล 140.0 %": "pic-map-4",
            "เชียงใหม่: 2 จาก 10 ตำบล 20.0 %": "pic-map-1",
        }
        assert "อีก 3 ตำบล ไม่รู้ว่าอยู่พื้นที่ใดในนี้" in page.text

    def test_regions_are_a_tree_of_their_own(self, book: Any) -> None:
        page = self.page("/map/1.1/?fy=2562&as_of=2562-03-31&tree=codi")
        assert "ภาคตะวันออกเฉียงเหนือ: 7 ตำบล" in said(page)
        assert "ภาคเหนือ: 2 ตำบล" in said(page)
        assert self.page("/map/1.1/?fy=2562&tree=canals").status == 404

    def test_tambons_are_for_those_with_a_role_there(self, book: Any) -> None:
        address = "/map/1.1/?fy=2562&as_of=2562-03-31&place=40"
        for user in (None, book.chai):
            page = self.page(address, user)
            assert page.status == 200
            assert "บ้านเป็ด" not in page.html
            assert "ตัวเลขรายตำบลเปิดให้ผู้ที่มีบทบาทในจังหวัดนี้" in page.text
        page = self.page(address, book.boon)
        assert "ต.บ้านเป็ด 4" in page.text
        assert "ต.บ้านไผ่ 3" in page.text
        assert self.page("/map/1.1/?fy=2562&place=4001").status == 403

    def test_a_region_shows_its_provinces_only(self, book: Any) -> None:
        page = self.page("/map/1.1/?fy=2562&as_of=2562-03-31&place=codi:northeast")
        assert set(said(page)) == {"ขอนแก่น: 7 จาก 5 ตำบล 140.0 %"}

    def test_the_trail_sets_the_regions_side_by_side(self, book: Any) -> None:
        page = self.page("/trail/1.1/?fy=2562&as_of=2562-03-31")
        assert "ภาคตะวันออกเฉียงเหนือ 7 ตำบล" in page.text
        assert "ขอนแก่น: 7 จาก 5 ตำบล 140.0 %" in page.html

    def test_a_page_asks_the_same_for_many_entries_as_for_few(self, book: Any) -> None:
        address = "/map/1.1/?fy=2562&as_of=2562-03-31"
        self.page(address)
        with CaptureQueriesContext(connection) as few:
            self.page(address)
        book.report("500101", 1, times=20)
        self.page(address)
        with CaptureQueriesContext(connection) as many:
            self.page(address)
        assert len(many) == len(few) < 60
