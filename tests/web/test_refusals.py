"""An address that makes no sense gets a page that says so, never a bare error."""

import pytest

from tests.web.conftest import Reader
from tidtam.web.board import views as board_views

NONSENSE = (
    ("fy=abc", 400, "ปีงบประมาณ “abc” อ่านไม่ได้"),
    ("fy=2019", 400, "ปีงบประมาณ “2019” อ่านไม่ได้"),
    ("as_of=3105-13-44", 400, "วันที่ “3105-13-44” อ่านไม่ได้"),
    ("as_of=3105-01-01", 400, "วันที่ “3105-01-01” อ่านไม่ได้"),
    ("known_at=yesterday", 400, "วันที่ “yesterday” อ่านไม่ได้"),
    ("place=nowhere", 404, "ไม่มีพื้นที่รหัส “nowhere”"),
    ("place=%00", 404, "ไม่มีพื้นที่รหัส"),
    ("page=-1", 400, "ไม่มีหน้าที่ “-1”"),
    ("page=1e9", 400, "ไม่มีหน้าที่ “1e9”"),
    ("lang=xx", 400, "ไม่มีภาษา “xx”"),
    ("digits=roman", 400, "ไม่มีตัวเลขแบบ “roman”"),
    ("fy=2562&as_of=2500-01-01", 400, "ก่อนปีงบประมาณ 2562 จะเริ่ม"),
    ("fy=%3Cscript%3E", 400, "“<script>”"),
    ("as_of=%ff%fe", 400, "อ่านไม่ได้"),
)


@pytest.mark.parametrize("path", ["/", "/trail/2.3/", "/place/10/", "/report/2562.pdf"])
@pytest.mark.parametrize(("query", "status", "said"), NONSENSE)
def test_nonsense_in_the_address(reader: Reader, path: str, query: str, status: int, said: str) -> None:
    page = reader.get(f"{path}?{query}")
    if (
        (path[:7], query[:2]) in {("/report", "fy"), ("/place/", "pl")}
        and status != 500
        and page.status == 200
    ):
        return  # the year of a report and the place of a place page stand in their paths
    assert page.status == status
    assert said in page.text
    assert "โปรด" in page.text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/place/nowhere/", "ไม่มีพื้นที่รหัส “nowhere”"),
        ("/place/' OR 1=1/", "ไม่มีพื้นที่รหัส"),
        ("/trail/a b/", "ไม่มีรายการ “a b”"),
        ("/report/2562.exe", "ไม่มีรายงานชนิด “exe”"),
        ("/nothing/here", "ไม่มีหน้าที่ /nothing/here"),
    ],
)
def test_what_is_not_there(reader: Reader, path: str, said: str) -> None:
    page = reader.get(path)
    assert page.status == 404
    assert said in page.text


def test_a_wrong_year_of_a_report(reader: Reader) -> None:
    assert "ปีงบประมาณ “abcd” อ่านไม่ได้" in reader.get("/report/abcd.pdf").text


def test_all_problems_at_once_and_in_the_language_asked_for(reader: Reader) -> None:
    page = reader.get("/", fy="abc", as_of="3105-13-44", page="-1", lang="en")
    assert "Something in the address is wrong" in page.text
    assert "The fiscal year “abc” cannot be read." in page.text
    assert "The day “3105-13-44” cannot be read or is not in the calendar." in page.text
    assert "There is no page “-1”." in page.text


def test_our_own_fault_is_said_too(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_views, "choices", lambda *_: 1 / 0)
    page = reader.get("/", lang="en")
    assert page.status == 500
    assert "no data was changed" in page.text


@pytest.mark.parametrize("path", ["/", "/trail/2.3/", "/place/10/"])
def test_the_pages_carry_no_script_and_no_inline_style(reader: Reader, path: str) -> None:
    page = reader.get(path)
    assert "<script" not in page.html
    assert "style=" not in page.html
    assert "default-src 'self'" in page.answer.headers["Content-Security-Policy"]  # type: ignore[attr-defined]


def test_what_people_write_is_escaped(reader: Reader) -> None:
    assert "<script>" not in reader.get("/?fy=%3Cscript%3E").html


def test_only_reading_is_allowed(reader: Reader) -> None:
    assert reader.client.post("/").status_code in (403, 405)
    assert reader.client.head("/").status_code == 200


def test_a_page_with_its_style_and_type_is_small(reader: Reader) -> None:
    paths = ("/", "/static/tidtam/pages.css", "/font/sarabun-400.woff2", "/font/sarabun-700.woff2")
    sizes = [len(reader.client.get(path).getvalue()) for path in paths]
    assert sum(sizes) < 150_000
