"""What if, as tables to check by eye: so many households, so many done, a pace, a first day; then the years.

Money is in baht. Months run from the first day; a year's pace is a twelfth of it in each month; what does not
make a whole household waits for the month after, and the last year takes the rest.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.spec.money import baht, satang
from tests.spec.standing import day, rows
from tidtam.housing.what_if import Outlook, Pace, Standing, Supposed, outlook, pace_asked, pace_seen
from tidtam.housing.what_if_said import pace_text, sentence
from tidtam.problems import Refused
from tidtam.thai.dates import short_date

SUPPOSED = """
กรณี (case) | ทั้งหมด | ทำแล้ว | ต่อครัวเรือน | อัตรา (pace)   | วันแรก (first) | เสร็จ (finish)
-----------+-------+-------+----------+---------------+---------------+--------------
ก          | 1,000 | 100   | 147,000  | 40 ต่อเดือน     | 1 เม.ย. 2562   | 28 ก.พ. 64
ข          | 1,250 | 0     | 89,800   | 500 ต่อปี      | 1 ต.ค. 2562    | 31 มี.ค. 65
ค          | 200   | 0     | 89,800   | 100 ต่อปี      | 1 ม.ค. 2563    | 31 ธ.ค. 64
ง          | 10    | 0     | 18,000   | 7 ต่อปี        | 1 ต.ค. 2562    | 31 มี.ค. 64
จ          | 60    | 0     | 22,500.50 | 30 ต่อเดือน   | 15 ก.ย. 2562   | 14 พ.ย. 62
ฉ          | 12    | 0     | 147,000  | 12 ต่อเดือน     | 1 ก.ย. 2562    | 30 ก.ย. 62
ช          | 13    | 0     | 147,000  | 12 ต่อเดือน     | 1 ก.ย. 2562    | 31 ต.ค. 62
"""

YEARS = """
กรณี (case) | ปีงบ   | ครัวเรือน | เงิน (money)   | เหลือ (left)
-----------+------+---------+---------------+------------
ก          | 2562 | 240     | 35,280,000.00 | 660
ก          | 2563 | 480     | 70,560,000.00 | 180
ก          | 2564 | 180     | 26,460,000.00 | 0
ข          | 2563 | 500     | 44,900,000.00 | 750
ข          | 2564 | 500     | 44,900,000.00 | 250
ข          | 2565 | 250     | 22,450,000.00 | 0
ค          | 2563 | 75      | 6,735,000.00  | 125
ค          | 2564 | 100     | 8,980,000.00  | 25
ค          | 2565 | 25      | 2,245,000.00  | 0
ง          | 2563 | 7       | 126,000.00    | 3
ง          | 2564 | 3       | 54,000.00     | 0
จ          | 2562 | 0       | 0.00          | 60
จ          | 2563 | 60      | 1,350,030.00  | 0
ฉ          | 2562 | 12      | 1,764,000.00  | 0
ช          | 2562 | 12      | 1,764,000.00  | 1
ช          | 2563 | 1       | 147,000.00    | 0
"""


def count(text: str) -> int:
    return int(text.replace(",", ""))


def pace(text: str) -> Pace | None:
    """ "40 ต่อเดือน" or "500 ต่อปี"; an empty cell is a pace that nobody knows."""
    if not text:
        return None
    number, per = text.split()
    return Pace.monthly(count(number)) if per == "ต่อเดือน" else Pace.yearly(count(number))


def supposed(cells: list[str]) -> Outlook:
    households, done, each, paced, first = cells
    return outlook(
        Supposed(
            households=count(households),
            done=count(done),
            satang_each=satang(each),
            pace=pace(paced),
            first_day=day(first),
        )
    )


CASES = {cells[0]: supposed(cells[1:6]) for cells in rows(SUPPOSED)}


def test_the_years() -> None:
    found = [
        [case, str(year.fiscal_year), str(year.households), baht(year.satang), str(year.left)]
        for case, told in CASES.items()
        for year in told.years
    ]
    assert found == rows(YEARS)


@pytest.mark.parametrize(("case", "finish"), [(cells[0], cells[6]) for cells in rows(SUPPOSED)])
def test_the_end(case: str, finish: str) -> None:
    found = CASES[case]
    assert found.finish is not None
    assert [short_date(found.finish), found.beyond] == [finish, 0]


# 2. Prem Prachakon as it was told: 1,007 households under way on 31 October 2565, 1,158 on 28 February 2566.
#    That is 151 in 120 days, 38.27 a month of 30.4 days. At that pace the 5,228 left take 137 months.

PREM_YEARS = """
ปีงบ   | ครัวเรือน | เงิน (money)   | เหลือ (left)
------+---------+---------------+------------
2566  | 267     | 39,249,000.00 | 4961
2567  | 460     | 67,620,000.00 | 4501
2568  | 459     | 67,473,000.00 | 4042
2569  | 459     | 67,473,000.00 | 3583
2570  | 460     | 67,620,000.00 | 3123
2571  | 459     | 67,473,000.00 | 2664
2572  | 459     | 67,473,000.00 | 2205
2573  | 459     | 67,473,000.00 | 1746
2574  | 460     | 67,620,000.00 | 1286
2575  | 459     | 67,473,000.00 | 827
2576  | 459     | 67,473,000.00 | 368
2577  | 368     | 54,096,000.00 | 0
"""


def prem(paced: Pace | None, first: str = "1 มี.ค. 2566") -> Outlook:
    return outlook(
        Supposed(
            households=6_386, done=1_158, satang_each=satang("147,000"), pace=paced, first_day=day(first)
        )
    )


def seen() -> Pace | None:
    return pace_seen([Standing(day("31 ต.ค. 2565"), 1_007), Standing(day("28 ก.พ. 2566"), 1_158)])


def test_prem_at_the_pace_of_that_winter() -> None:
    found = prem(seen())
    assert [
        [str(year.fiscal_year), str(year.households), baht(year.satang), str(year.left)]
        for year in found.years
    ] == rows(PREM_YEARS)
    assert found.finish == day("31 ก.ค. 2577")
    assert [baht(found.satang), baht(found.satang_left)] == ["938,742,000.00", "768,516,000.00"]
    assert sum(year.satang for year in found.years) == found.satang_left


SAID = [
    (
        seen(),
        "1 มี.ค. 2566",
        "6,386 ครัวเรือน × 147,000 บาท = 938.7 ล้านบาท ทำแล้ว 1,158 เหลือ 5,228 ครัวเรือน (768.5 ล้านบาท) "
        "ถ้าทำได้ 38.3 ครัวเรือนต่อเดือน ช่วงที่เหลือของปีงบประมาณ 2566 ต้องใช้ 39.2 ล้านบาท และเสร็จภายใน 31 กรกฎาคม 2577",
        "6,386 households × 147,000 baht = 938.7 million baht. 1,158 are done, 5,228 are left "
        "(768.5 million baht). At 38.3 households a month, the rest of fiscal year 2566 needs 39.2 million "
        "baht, and all are finished by 31 July 2034 (B.E. 2577).",
    ),
    (
        Pace.yearly(1_500),
        "1 ต.ค. 2566",
        "6,386 ครัวเรือน × 147,000 บาท = 938.7 ล้านบาท ทำแล้ว 1,158 เหลือ 5,228 ครัวเรือน (768.5 ล้านบาท) "
        "ถ้าทำได้ 125 ครัวเรือนต่อเดือน ปีงบประมาณ 2567 ต้องใช้ 220.5 ล้านบาท และเสร็จภายใน 31 มีนาคม 2570",
        "6,386 households × 147,000 baht = 938.7 million baht. 1,158 are done, 5,228 are left "
        "(768.5 million baht). At 125 households a month, fiscal year 2567 needs 220.5 million baht, "
        "and all are finished by 31 March 2027 (B.E. 2570).",
    ),
    (
        None,
        "1 มี.ค. 2566",
        "6,386 ครัวเรือน × 147,000 บาท = 938.7 ล้านบาท ทำแล้ว 1,158 เหลือ 5,228 ครัวเรือน (768.5 ล้านบาท) "
        "ยังไม่ทราบอัตราการทำงาน จึงยังบอกวันเสร็จไม่ได้",
        "6,386 households × 147,000 baht = 938.7 million baht. 1,158 are done, 5,228 are left "
        "(768.5 million baht). The pace is not known, so neither is the day on which it ends.",
    ),
    (
        Pace.monthly(0),
        "1 มี.ค. 2566",
        "6,386 ครัวเรือน × 147,000 บาท = 938.7 ล้านบาท ทำแล้ว 1,158 เหลือ 5,228 ครัวเรือน (768.5 ล้านบาท) "
        "ถ้าไม่มีความคืบหน้า จะไม่มีวันเสร็จ",
        "6,386 households × 147,000 baht = 938.7 million baht. 1,158 are done, 5,228 are left "
        "(768.5 million baht). At a pace of nought it never ends.",
    ),
    (
        Pace.yearly(100),
        "1 ต.ค. 2566",
        "6,386 ครัวเรือน × 147,000 บาท = 938.7 ล้านบาท ทำแล้ว 1,158 เหลือ 5,228 ครัวเรือน (768.5 ล้านบาท) "
        "ถ้าทำได้ 8.3 ครัวเรือนต่อเดือน ปีงบประมาณ 2567 ต้องใช้ 14.7 ล้านบาท และอีก 50 ปียังเหลือ 228 ครัวเรือน",
        "6,386 households × 147,000 baht = 938.7 million baht. 1,158 are done, 5,228 are left "
        "(768.5 million baht). At 8.3 households a month, fiscal year 2567 needs 14.7 million baht, "
        "and after 50 years 228 households are still left.",
    ),
]


@pytest.mark.parametrize(("paced", "first", "th", "en"), SAID)
def test_the_sentence(paced: Pace | None, first: str, th: str, en: str) -> None:
    said = sentence(prem(paced, first))
    assert [said.th, said.en] == [th, en]


def test_the_sentence_where_all_are_done() -> None:
    found = outlook(
        Supposed(households=59, done=59, satang_each=satang("18,000"), pace=None, first_day=date(2020, 1, 1))
    )
    assert sentence(found).th.strip() == "59 ครัวเรือน × 18,000 บาท = 1.1 ล้านบาท ทำครบแล้ว"
    assert sentence(found).en.strip() == "59 households × 18,000 baht = 1.1 million baht. All are done."
    assert (found.years, found.beyond, found.finish, found.satang_left) == ((), 0, None, 0)


# 3. Where no day is told: a pace that is not known, one of nought, one that takes longer than anyone plans.

NO_END = """
อัตรา (pace)   | ปีแรก | ปีสุดท้าย | เหลือ (beyond)
--------------+------+--------+--------------
              |      |        | 5228
0 ต่อเดือน      |      |        | 5228
0 ต่อปี        |      |        | 5228
100 ต่อปี      | 2567 | 2616   | 228
104 ต่อปี      | 2567 | 2616   | 28
"""


@pytest.mark.parametrize(("paced", "first", "last", "beyond"), rows(NO_END))
def test_no_end(paced: str, first: str, last: str, beyond: str) -> None:
    found = prem(pace(paced), "1 ต.ค. 2566")
    told = [str(year.fiscal_year) for year in found.years]
    assert [found.finish, found.beyond] == [None, int(beyond)]
    assert [*told[:1], *told[-1:]] == [year for year in (first, last) if year]
    assert (found.this_year is None) == (not first)


def test_a_little_quicker_and_there_is_an_end() -> None:
    found = prem(Pace.yearly(105), "1 ต.ค. 2566")
    assert (len(found.years), found.beyond, found.finish) == (50, 0, date(2073, 7, 31))


# 4. Today's pace, from what was said of two days. Fewer than two days, or a number that fell: not known.

PACES = """
วัน (day)       | ทำแล้ว | วัน (day)       | ทำแล้ว | อัตรา (pace)
---------------+-------+---------------+-------+----------------------
31 มี.ค. 2562   | 3,084 | 19 ก.ย. 2562   | 3,271 | 33.1 ครัวเรือนต่อเดือน
19 ก.ย. 2562    | 3,271 | 31 มี.ค. 2562   | 3,084 | 33.1 ครัวเรือนต่อเดือน
30 พ.ย. 2560    | 915   | 30 พ.ย. 2561   | 2,115 | 100 ครัวเรือนต่อเดือน
31 มี.ค. 2562   | 3,084 | 31 มี.ค. 2563   | 3,088 | 4.0 ครัวเรือนต่อปี
31 มี.ค. 2562   | 3,084 | 31 มี.ค. 2600   | 3,085 | ไม่ถึง 0.1 ครัวเรือนต่อปี
31 มี.ค. 2562   | 3,084 | 30 เม.ย. 2562   | 3,084 | 0 ครัวเรือนต่อปี
31 มี.ค. 2562   | 158   | 30 เม.ย. 2562   | 157   |
31 มี.ค. 2562   | 158   | 31 มี.ค. 2562   | 160   |
31 มี.ค. 2562   | 3,084 |               |       |
               |       |               |       |
"""


@pytest.mark.parametrize(("one", "had", "other", "has", "said"), rows(PACES))
def test_todays_pace(one: str, had: str, other: str, has: str, said: str) -> None:
    told = [Standing(day(on), count(done)) for on, done in ((one, had), (other, has)) if on]
    found = pace_seen(told)
    assert (pace_text(found).th if found else "") == said


# 5. The pace that a wished day asks for. Only whole months count; a day before the first of them is refused.

WISHED = """
เหลือ (left) | วันแรก (first)  | อยากเสร็จ (wished) | อัตรา (pace)
------------+---------------+------------------+------------------------
5,228       | 1 มี.ค. 2566   | 30 ก.ย. 2570      | 95.1 ครัวเรือนต่อเดือน
5,228       | 1 ต.ค. 2566    | 30 ก.ย. 2570      | 108.9 ครัวเรือนต่อเดือน
1,200       | 1 ต.ค. 2562    | 30 ก.ย. 2563      | 100 ครัวเรือนต่อเดือน
1,200       | 1 ต.ค. 2562    | 29 ก.ย. 2563      | 109.1 ครัวเรือนต่อเดือน
1,200       | 1 ต.ค. 2562    | 31 ต.ค. 2562      | 1,200 ครัวเรือนต่อเดือน
0           | 1 ต.ค. 2562    | 31 ต.ค. 2562      | 0 ครัวเรือนต่อปี
"""


@pytest.mark.parametrize(("left", "first", "wished", "said"), rows(WISHED))
def test_the_pace_that_a_wished_day_asks_for(left: str, first: str, wished: str, said: str) -> None:
    assert pace_text(pace_asked(count(left), day(first), day(wished))).th == said


def test_a_wish_before_the_first_month_is_over() -> None:
    for wished in ("30 ต.ค. 2562", "1 ต.ค. 2562", "30 ก.ย. 2562"):
        with pytest.raises(Refused) as refused:
            pace_asked(10, day("1 ต.ค. 2562"), day(wished))
        [problem] = refused.value.problems
        assert problem.code == "what-if.wished-too-early"
        assert "31 ตุลาคม 2562" in problem.do("th")
        assert "31 October 2019" in problem.do("en")


# 6. What cannot be supposed is told all at once.


def test_more_done_than_all_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        Supposed(households=33, done=34, satang_each=-1, pace=Pace.monthly(-1), first_day=date(2020, 1, 1))
    assert [(problem.code, problem.where.field) for problem in refused.value.problems] == [
        ("what-if.below-nought", "satang_each"),
        ("what-if.below-nought", "pace"),
        ("what-if.more-done-than-all", "done"),
    ]
    assert refused.value.problems[2].what("th") == "ทำแล้ว 34 ครัวเรือน มากกว่าทั้งหมด 33 ครัวเรือน"
    assert refused.value.problems[2].what("en").startswith("34 households are done, more than the 33")


@pytest.mark.parametrize(
    "wrong", [{"households": 6_386.0}, {"done": "1"}, {"satang_each": 147_000.0}, {"households": True}]
)
def test_numbers_and_sums_are_whole(wrong: dict[str, object]) -> None:
    given = {"households": 10, "done": 1, "satang_each": 1, "pace": None, "first_day": date(2020, 1, 1)}
    with pytest.raises(TypeError, match="whole number"):
        Supposed(**given | wrong)  # type: ignore[arg-type]


def test_a_pace_is_exact() -> None:
    with pytest.raises(TypeError, match="fraction"):
        Pace(0.5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Pace.monthly(0.5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Pace.yearly(0.5)  # type: ignore[arg-type]
