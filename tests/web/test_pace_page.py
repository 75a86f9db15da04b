"""The pace of a line as a person reads it: on the board, on the trail, without seeing, and in the report."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.web import fy2562
from tests.web.conftest import Reader
from tests.web.fakes import Fakes
from tidtam.analytics.pace.family import Family
from tidtam.analytics.pace.judged import Now, Pace, judged
from tidtam.analytics.pace.kin import Past
from tidtam.analytics.pace.past import past_year
from tidtam.reports import wording
from tidtam.reports.content import Board, Heading, Line, Trail
from tidtam.web.trail import views as trail_views


def late(number: int) -> Pace:
    """58 or another number of councils on 31 March, beside years that found theirs in summer."""
    made = [past_year(2558 + n, [(182, 100 + 10 * n), (335, 500)], 500) for n in range(4)]
    family = Family({"3.2(1)": Past(tuple(year for year in made if year))})
    return judged(family, "3.2(1)", Now(182, number, 534))


def with_pace(board: Board, pace: Pace | None) -> Line:
    line = next(line for line in board.lines if line.line == "3.2(1)")
    return replace(line, pace=pace)


def show(fakes: Fakes, pace: Pace | None) -> None:
    line = with_pace(fy2562.board(), pace)
    fakes.board_changes = {"headings": [Heading("3", "แกนนำ", "Leaders", [line])]}


def test_a_slow_line_says_so_with_a_sign_and_by_how_much(reader: Reader, fakes: Fakes) -> None:
    show(fakes, late(58))
    page = reader.get("/")
    said = page.part("line-3.2(1)")
    assert "10.9 % ◐ ช้ากว่าปกติ 65 ตำบล" in said
    assert re.search(r"ปีปกติถึงวันนี้ 123 \(\d+–\d+\) ตำบล · สิ้นปีน่าจะได้ \d+ \(\d+–\d+\) ตำบล", said)
    assert 'class="pic-pace"' in page.html
    assert "ขีดตั้งคือปีปกติของวันนี้ 123" in page.html


@pytest.mark.parametrize(
    ("number", "said"), [(58, "◐ slower than normal by 65 tambons"), (130, "● normal for the day")]
)
def test_in_english(reader: Reader, fakes: Fakes, number: int, said: str) -> None:
    show(fakes, late(number))
    line = reader.get("/", lang="en").part("line-3.2(1)")
    assert said in line
    assert "a normal year by this day: 123" in line


def test_too_little_past_is_said_and_marked_nowhere(reader: Reader, fakes: Fakes) -> None:
    show(fakes, judged(Family({}), "3.2(1)", Now(182, 58, 534)))
    page = reader.get("/")
    assert "10.9 % ข้อมูลปีก่อนไม่พอ" in page.part("line-3.2(1)")
    assert 'class="pic-pace"' not in page.html
    assert "not enough past" in reader.get("/", lang="en").part("line-3.2(1)")


def test_over_its_target_a_line_says_that_and_not_that_it_is_fast(reader: Reader, fakes: Fakes) -> None:
    line = with_pace(fy2562.board(), late(600))
    over = replace(line, result=600)
    fakes.board_changes = {"headings": [Heading("3", "แกนนำ", "Leaders", [over])]}
    said = reader.get("/").part("line-3.2(1)")
    assert "● เกินเป้าหมาย" in said
    assert "เร็วกว่าปกติ" not in said


def test_thai_digits(reader: Reader, fakes: Fakes) -> None:
    show(fakes, late(58))
    assert "ช้ากว่าปกติ ๖๕ ตำบล" in reader.get("/", digits="thai").part("line-3.2(1)")


@pytest.fixture
def slow_trail(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    def trail(**asked: object) -> Trail:
        found = fakes.trail(**asked)  # type: ignore[arg-type]
        return replace(found, line=replace(found.line, pace=late(58)))

    monkeypatch.setattr(trail_views.queries, "trail", trail)


@pytest.mark.usefixtures("slow_trail")
def test_the_trail_tells_all_of_it_in_both_languages_with_a_picture_and_its_numbers(reader: Reader) -> None:
    page = reader.get("/trail/3.2(1)/")
    assert "ช้ากว่าปกติ 65 ตำบล ปีปกติที่จะถึงเป้าหมาย 534 ถึงวันนี้มี 123" in page.text
    assert (
        "Slower than normal by 65 tambons. A normal year on its way to the target of 534 has 123" in page.text
    )
    assert "เรียนจาก 4 ปีที่ผ่านมา ช่วงในวงเล็บเป็นจริงราว 6 ใน 10 ปี" in page.text
    picture = re.search(r'<svg[^>]*aria-label="แถบลาย[^"]*ช้ากว่าปกติ 65 ตำบล', page.html)
    assert picture
    table = page.html.split("ตัวเลขของรูป</summary>")[1].split("</table>")[0]
    assert table.count("<tr>") == 13
    assert 'style="' not in page.html


@pytest.mark.usefixtures("slow_trail")
def test_a_stage_of_the_trail_has_no_pace_of_its_own(reader: Reader) -> None:
    assert "เทียบกับปีปกติ" not in reader.get("/trail/3.2(1)/", stage="ready").text


def test_the_report_remarks_on_it() -> None:
    line = with_pace(fy2562.board(), late(58))
    assert wording.remark(line) == "ช้ากว่าปกติ 65 ตำบล"
    assert wording.remark(line, "en") == "slower than normal by 65 tambons"
    assert wording.remark(replace(line, pace=None)) == ""
    assert wording.remark(replace(line, pace=judged(Family({}), "x", Now(182, 58, 534)))) == ""
