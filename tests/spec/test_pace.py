"""Pace, as tables to check by eye: past years, today's number, and what is then said in Thai and English.

Past years are results at the ends of December, March, June and September. The usual share by a day is the
mean of the shares of past years; a normal year is that share of this year's target; it is slower or faster
only outside the range in which past years lay. The end is what is there, and of what a year usually comes to
(here the median of past results by their targets) the part that usually follows.
"""

from __future__ import annotations

import pytest

from tests.spec.standing import day, rows
from tidtam.analytics.pace.family import Family
from tidtam.analytics.pace.judged import Now, Pace, judged
from tidtam.analytics.pace.kin import Past
from tidtam.analytics.pace.past import PastYear, day_of_year, past_year
from tidtam.analytics.pace.said import sentence, verdict_text
from tidtam.ledger.quantity import UNITS
from tidtam.problems import Both

# Councils are founded late, houses repaired early. Three years each tell of the range.
YEARS = """
ตัวชี้วัด | ปี    | เป้าหมาย | ธ.ค.  | มี.ค.   | มิ.ย.   | ก.ย.
--------+------+--------+------+-------+-------+-------
สภา      | 2559 | 500    | 10   | 50    | 200   | 500
สภา      | 2560 | 400    | 12   | 48    | 180   | 400
สภา      | 2561 | 750    | 15   | 60    | 270   | 600
บ้าน     | 2559 | 9000   | 3000 | 7200  | 8800  | 9000
บ้าน     | 2560 | 9000   | 3600 | 7200  | 8900  | 9000
บ้าน     | 2561 | 15000  | 5500 | 14000 | 16300 | 17500
ไฟไหม้   | 2560 | 1000   | 100  | 300   | 600   | 900
ไฟไหม้   | 2561 | 1000   | 300  | 400   | 500   | 900
"""
ENDS = [day_of_year(day(text)) for text in ("31 ธ.ค. 2561", "31 มี.ค. 2562", "30 มิ.ย. 2562", "30 ก.ย. 2562")]
UNIT = {"สภา": "tambon", "บ้าน": "household", "ไฟไหม้": "household"}


def year(cells: list[str]) -> PastYear:
    made = past_year(int(cells[1]), zip(ENDS, map(int, cells[3:]), strict=True), int(cells[2]))
    assert made is not None
    return made


FAMILY = Family(
    {name: Past(tuple(year(cells) for cells in rows(YEARS) if cells[0] == name)) for name in UNIT}
)

# "31 มี.ค.": the councils of past years had 10, 12 and 10 per cent, 10.7 in the middle: 57 of 534.
VERDICTS = """
ตัวชี้วัด | วัน (day)     | ผล     | เป้าหมาย | ที่บอก (said) | said
--------+---------------+--------+--------+-------------------------------+--------------------------------------
สภา    | 31 มี.ค. 2562 | 58     | 534    | ตามปกติของวันนี้ | normal for the day
สภา    | 31 มี.ค. 2562 | 15     | 534    | ช้ากว่าปกติ 42 ตำบล | slower than normal by 42 tambons
สภา    | 30 มิ.ย. 2562 | 58     | 534    | ช้ากว่าปกติ 173 ตำบล | slower than normal by 173 tambons
สภา    | 31 มี.ค. 2562 | 300    | 534    | เร็วกว่าปกติ 243 ตำบล | faster than normal by 243 tambons
สภา    | 31 มี.ค. 2562 | 0      | 534    | ช้ากว่าปกติ 57 ตำบล | slower than normal by 57 tambons
สภา    | 31 มี.ค. 2562 | -      | 534    | |
สภา    | 31 มี.ค. 2562 | ≥20    | 534    | ยังไม่รู้จำนวนแน่นอน | not known exactly
บ้าน   | 31 มี.ค. 2562 | 12,543 | 11,500 | เร็วกว่าปกติ 3,343 ครัวเรือน | faster than normal by 3,343 households
บ้าน   | 31 มี.ค. 2562 | 5,750  | 11,500 | ช้ากว่าปกติ 3,450 ครัวเรือน | slower than normal by 3,450 households
ไฟไหม้ | 31 มี.ค. 2562 | 473    | 1,000  | ข้อมูลปีก่อนไม่พอ | not enough past
"""


def judge(name: str, on: str, result: str, target: str) -> Pace:
    number = result.lstrip("≥").replace(",", "")
    now = Now(
        day_of_year(day(on)),
        None if number == "-" else int(number),
        int(target.replace(",", "")) if target else None,
        exact=not result.startswith("≥"),
    )
    return judged(FAMILY, name, now)


@pytest.mark.parametrize(("name", "on", "result", "target", "th", "en"), rows(VERDICTS))
def test_the_verdict(name: str, on: str, result: str, target: str, th: str, en: str) -> None:
    said = verdict_text(judge(name, on, result, target), UNITS[UNIT[name]])
    assert (_head(said.th), _head(said.en)) == (th, en)


def _head(text: str) -> str:
    """The verdict without its reason."""
    return text.partition(" จึง")[0].partition(", so")[0]


RESTS = Both(
    "เรียนจาก 3 ปีที่ผ่านมา และ 3 ปีของตัวชี้วัดอื่น ช่วงในวงเล็บเป็นจริงราว 7 ใน 10 ปี",
    "Learnt from 3 past years and 3 of other indicators; the ranges in brackets hold in 7 of 10 years.",
)
SENTENCES = [
    (
        ("สภา", "31 มี.ค. 2562", "15", "534"),
        "ช้ากว่าปกติ 42 ตำบล ปีปกติที่จะถึงเป้าหมาย 534 ถึงวันนี้มี 57 (51–72) ตำบล สิ้นปีน่าจะได้ 492 (382–553) ตำบล "
        + RESTS.th,
        "Slower than normal by 42 tambons. A normal year on its way to the target of 534 has 57 (51–72) "
        "tambons by this day. The year is likely to end at 492 (382–553) tambons. " + RESTS.en,
    ),
    (
        ("สภา", "31 มี.ค. 2562", "-", "534"),
        "ปีปกติที่จะถึงเป้าหมาย 534 ถึงวันนี้มี 57 (51–72) ตำบล " + RESTS.th,
        "A normal year on its way to the target of 534 has 57 (51–72) tambons by this day. " + RESTS.en,
    ),
    (
        ("สภา", "31 มี.ค. 2562", "58", ""),
        "ตามปกติของวันนี้ ปีปกติซึ่งทั้งปีได้ 500 ถึงวันนี้มี 53 (48–67) ตำบล สิ้นปีน่าจะได้ 505 (402–562) ตำบล " + RESTS.th,
        "Normal for the day. A normal year, which comes to 500, has 53 (48–67) tambons by this day. "
        "The year is likely to end at 505 (402–562) tambons. " + RESTS.en,
    ),
    (
        ("ไฟไหม้", "31 มี.ค. 2562", "473", "1,000"),
        "ข้อมูลปีก่อนไม่พอ รู้ผลตลอดปีของ 2 ปี ต้องมีอย่างน้อย 3 ปี",
        "Not enough past. 2 past years are known throughout, and 3 are needed.",
    ),
]


@pytest.mark.parametrize(("asked", "th", "en"), SENTENCES)
def test_the_sentence(asked: tuple[str, str, str, str], th: str, en: str) -> None:
    said = sentence(judge(*asked), UNITS[UNIT[asked[0]]])
    assert (said.th, said.en) == (th, en)


def test_thai_digits_are_all_thai() -> None:
    said = sentence(judge(*SENTENCES[0][0]), UNITS["tambon"], "thai")
    assert "๕๗ (๕๑–๗๒) ตำบล" in said.th
    assert not set("0123456789") & set(said.th)


def test_the_expected_end_is_the_sum_done_by_hand() -> None:
    """15 are there; of 534 x 1 (the median of 1, 1 and 0.8) the part 1 - (0.1 + 0.12 + 0.1) / 3 follows."""
    found = judge("สภา", "31 มี.ค. 2562", "15", "534")
    assert found.end is not None
    assert found.end.expected == round(15 + 534 * (1 - 0.32 / 3))
