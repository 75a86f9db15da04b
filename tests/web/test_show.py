"""Values in the language and digits of a page."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.web import fy2562
from tidtam.reports.content import Line
from tidtam.web.show import Show, state_of
from tidtam.web.words import SAYINGS

LINES: dict[str, Line] = {line.line: line for line in fy2562.board().lines}


def test_what_is_not_reported_is_said_and_is_no_zero() -> None:
    assert Show().result(replace(LINES["1.1"], result=None, result_kind=None)) == "ยังไม่มีรายงาน"
    assert Show().result(replace(LINES["1.1"], result=0)) == "0"


def test_a_floor_and_a_range_are_said_as_such() -> None:
    floor = replace(LINES["2.3"], result=763, result_kind="floor", percent=Decimal("10.8"))
    assert Show().result(floor) == "อย่างน้อย 763"
    assert Show("en").result(floor) == "at least 763"
    assert Show().percent(floor) == "≥ 10.8 %"
    between = replace(LINES["2.3"], result=2635, result_upper=2700, result_kind="range")
    assert Show().result(between) == "2,635–2,700"
    share = replace(between, percent=Decimal("37.3"))
    assert (Show().percent(share), Show(thai_digits=True).percent(share)) == ("37.3–38.2 %", "๓๗.๓–๓๘.๒ %")


def test_thai_digits_belong_to_thai_pages() -> None:
    assert Show("th", thai_digits=True).number(12543) == "๑๒,๕๔๓"
    assert Show("th", thai_digits=True).percent(LINES["2.2"]) == "๑๐๙.๑ %"
    assert Show("en", thai_digits=True).number(12543) == "12,543"


def test_days_in_both_languages() -> None:
    day = date(2019, 3, 31)
    assert (Show().day(day), Show().brief(day), Show().month(day)) == (
        "31 มีนาคม 2562",
        "31 มี.ค. 62",
        "มี.ค. 62",
    )
    assert Show("en").brief(day) == "31 Mar 2019"
    assert Show().fiscal(2562) == "ปีงบประมาณ 2562 (ต.ค. 61 – ก.ย. 62)"
    assert Show("en").fiscal(2562) == "fiscal year 2562 (Oct 2018 – Sep 2019)"


@pytest.mark.parametrize(
    ("part", "said"), [("0", "0 %"), ("0.004", "< 1 %"), ("0.41", "41 %"), ("0.997", "99 %"), ("1", "100 %")]
)
def test_a_share_is_never_rounded_to_all_or_nothing(part: str, said: str) -> None:
    assert Show().share(Decimal(part)) == said


def test_only_what_is_known_to_be_honest_is_said_of_a_line() -> None:
    assert state_of(LINES["2.2"]) == "over"
    assert state_of(replace(LINES["2.2"], result=11500)) == "met"
    assert state_of(LINES["1.1"]) is None
    assert state_of(LINES["2.5"]) is None
    assert state_of(replace(LINES["1.1"], target=None)) is None


def test_every_saying_has_both_languages_and_the_same_values() -> None:
    for key, (thai, english) in SAYINGS.items():
        assert thai, key
        assert english, key
        assert {part.split("}")[0] for part in thai.split("{")[1:]} == {
            part.split("}")[0] for part in english.split("{")[1:]
        }, key
