"""The trail: from a figure down to its entries and papers."""

from tests.web.conftest import Reader
from tests.web.fakes import Fakes


def test_a_figure_opens_by_place_month_and_stage(reader: Reader) -> None:
    text = reader.get("/trail/2.3/").text
    assert "3,084 จาก 7,069 ครัวเรือน 43.6 %" in text
    assert "พื้นที่ จำนวน (ครัวเรือน) คลองลาดพร้าว 3,000 ไม่รู้ว่าอยู่พื้นที่ใด 84" in text
    assert "เดือน เพิ่มหรือลด ยอดสิ้นเดือน พ.ค. 61 +1,720 2,635 มี.ค. 62 +449 3,084" in text
    assert "ขั้น จำนวน (ครัวเรือน) สร้างเสร็จ 2,068 อยู่ระหว่างก่อสร้าง 654 พื้นที่พร้อมก่อสร้าง 362" in text


def test_an_entry_tells_its_claim_its_paper_and_who_loaded_it(reader: Reader) -> None:
    page = reader.get("/trail/2.3/")
    assert "654 ครัวเรือน จาก พื้นที่พร้อมก่อสร้าง เป็น อยู่ระหว่างก่อสร้าง" in page.text
    assert "ลำดับ 1,234 · คำนวณจากยอดคงอยู่" in page.text
    assert "ระหว่าง 1 มิ.ย. 61 ถึง 31 มี.ค. 62" in page.text
    assert "ณ 31 มี.ค. 62 สร้างเสร็จ 2,068" in page.text
    assert "ผู้นำเข้าเอกสารเผยแพร่ · จากเอกสารเผยแพร่ ยังไม่ได้ตรวจในพื้นที่" in page.text
    assert 'href="https://ref.codi.or.th/public-relations/news/15117"' in page.html


def test_numbers_of_the_trail_lead_further(reader: Reader) -> None:
    html = reader.get("/trail/2.3/").html
    assert 'href="/trail/2.3/?fy=2562&amp;as_of=2562-03-31&amp;place=canal:lat-phrao"' in html
    assert 'href="/trail/2.3/?fy=2562&amp;as_of=2561-05-31"' not in html  # that day is before the year begins
    assert 'href="/trail/2.3/?as_of=2561-05-31"' in html
    assert 'href="/place/canal:lat-phrao/?fy=2562&amp;as_of=2562-03-31"' in html


def test_pages_of_entries(reader: Reader, fakes: Fakes) -> None:
    page = reader.get("/trail/2.3/", page="2", stage="building")
    assert fakes.asked[-1]["page"] == 2
    assert "หน้า 2 จาก 2" in page.text
    assert "เฉพาะที่ถึงขั้น อยู่ระหว่างก่อสร้าง แล้ว" in page.text
    assert (
        'rel="prev" href="/trail/2.3/?fy=2562&amp;as_of=2562-03-31&amp;stage=building#entries"' in page.html
    )
    assert 'rel="next"' not in page.html


def test_a_page_after_the_last_is_refused(reader: Reader) -> None:
    page = reader.get("/trail/2.3/", page="3")
    assert page.status == 400
    assert "ไม่มีหน้าที่ “3”" in page.text


def test_a_line_with_brackets_in_its_number(reader: Reader) -> None:
    page = reader.get("/trail/3.2(1)/")
    assert page.status == 200
    assert "การจัดตั้งสภาองค์กรชุมชนตำบล" in page.text
