"""What is known only as a floor or a range is printed as such, and items by their whole names."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.web import fy2562
from tidtam.cli import board as board_command
from tidtam.cli import trail as trail_command
from tidtam.reports.content import Line, TrailMonth, TrailPlace
from tidtam.reports.files import WRITERS
from tidtam.reports.formats import FORMATS
from tidtam.reports.paper import paper_of

LINES: dict[str, Line] = {line.line: line for line in fy2562.board().lines}
FLOOR = replace(LINES["2.3"], result=915, result_kind="floor", percent=Decimal("12.9"), stages=[])
RANGE = replace(FLOOR, result=0, result_kind="range", result_upper=502, percent=Decimal("0.0"))


def test_the_per_cent_of_a_floor_is_a_floor_and_of_a_range_a_range() -> None:
    (floor,) = board_command.line_rows(FLOOR, "en")
    (between,) = board_command.line_rows(RANGE, "en")
    assert floor.split()[-3:] == ["≥915", "≥", "12.9"]
    assert between.split()[-2:] == ["0–502", "0.0–7.1"]


def test_months_places_and_stages_of_a_trail_say_what_is_not_sure() -> None:
    day = date(2017, 6, 30)
    found = fy2562.trail(
        "2.3",
        line=FLOOR,
        by_month=[TrailMonth(day, day, 763, 763, None, "floor"), TrailMonth(day, day, 0, 0, 502, "range")],
        by_place=[TrailPlace(fy2562.LAT_PHRAO, 915, None, "floor")],
        by_stage=[replace(fy2562.STAGES[0], quantity=0, upper=502)],
        entries=[],
    )
    text = "\n".join(trail_command._trail(found, "en"))
    assert "→  ≥763" in text
    assert "→  0–502" in text
    assert "≥915\n" in text
    assert "By stage\n  completed" in text


def test_an_item_has_its_name_and_the_way_to_its_trail() -> None:
    code = "lat-phrao.communities"
    first, second = board_command.line_rows(replace(LINES["2.2"], line=code), "en")
    assert first.startswith("Baan Por Piang Chonnabot")
    assert f"tidtam trail {code}" in second


@pytest.mark.django_db
def test_on_paper_a_floor_is_no_number() -> None:
    board = fy2562.board()
    heading = replace(board.headings[0], lines=[FLOOR, RANGE, LINES["2.2"]])
    paper = paper_of(replace(board, headings=[heading]))
    floor, between, exact = paper.headings[0].lines
    assert paper.overview is not None
    assert "2.3 ≥ 12.9 %" in paper.overview.alt
    assert (floor.result.text, floor.result.number) == ("อย่างน้อย 915", None)
    assert (floor.percent.text, floor.percent.number) == ("≥ 12.9", None)
    assert between.percent.text == "0.0–7.1"
    assert (exact.percent.text, exact.percent.number) == ("109.1", Decimal("109.1"))


def test_every_format_is_written() -> None:
    assert WRITERS.keys() == FORMATS.keys()
