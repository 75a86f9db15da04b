"""What may be given, as tables to check by eye: a proposal, its day, and what the rule of that day answers.

ผ่าน is well; เกิน says by how many baht; ถาม is a question, because no paper on record speaks of such a sum on
that day. Sums are in baht. A solution (รูปแบบ) is a code of the list of solution types; an empty
cell is nothing asked for, or not known yet.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spec.money import all_rules, answer, by_rule, rules_of, satang
from tests.spec.standing import day, rows
from tidtam.problems import Problem, Severity
from tidtam.programmes.money import Ceiling, Rule, Share
from tidtam.programmes.money_rules import (
    HouseholdProposal,
    ProjectProposal,
    household_problems,
    project_problems,
    sheet_problems,
)
from tidtam.thai.dates import english_date, long_date, short_date

# 0. The rules on record, written down here a second time from the notes of the field.

ON_RECORD = """
รหัส (code)               | ตั้งแต่     | ถึง          | มั่นใจ    | เอกสาร (paper)
-------------------------+-----------+-------------+----------+----------------------
canals-grant             | 8 มี.ค. 59 |             | inferred | thaigov-25630
canals-management        | 8 มี.ค. 59 |             | inferred | thaigov-4720
canals-loan-2559         | 8 มี.ค. 59 | 21 มิ.ย. 60  | open     | codi-loans
canals-loan-2560         | 22 มิ.ย. 60 | 5 ม.ค. 63    | inferred | codi-2562-04-23
canals-loan-2563         | 6 ม.ค. 63  |             | inferred | thaigov-25630
canals-savings           | 8 มี.ค. 59 |             | inferred | codi-loans
baan-mankong-grant-2553  | 1 ม.ค. 53  | 30 ก.ย. 62   | inferred | codi-7977
baan-mankong-grant-2563  | 1 ต.ค. 62  |             | stated   | bangkokbiznews-838882
baan-mankong-management  | 1 ม.ค. 53  |             | inferred | codi-7977
baan-mankong-savings     | 1 ม.ค. 53  |             | inferred | codi-loans
por-piang-2560           | 1 ต.ค. 59  | 30 ก.ย. 61   | inferred | thaigov-3804
por-piang-2562           | 1 ต.ค. 61  | 30 ก.ย. 63   | inferred | thaigov-26261
por-piang-2564           | 1 ต.ค. 63  | 30 ก.ย. 64   | open     | codi-pt09
por-piang-2565-average   | 1 ต.ค. 64  | 30 ก.ย. 65   | inferred | budget-2565
temporary-grant          | 1 ต.ค. 61  |             | inferred | budget-2565
temporary-rent           | 1 ต.ค. 61  |             | open     | codi-temporary
"""

LIMITS = """
รหัส (code)               | ของ (of) | เรื่อง (about) | ส่วน (part)     | จำนวน
------------------------+---------+--------------+----------------+-------------------------
canals-grant            | of one  | grant        |                | 147,000
                        |         |              | infrastructure | 50,000
                        |         |              | house          | 25,000
                        |         |              | impact_relief  | 72,000
canals-management       | project | management   |                | most 5 % of infrastructure, 50,000–500,000
canals-loan-2559        | of one  | loan         |                | 300,000, 15 years
canals-loan-2560        | of one  | loan         |                | 360,000
canals-loan-2563        | of one  | loan         |                | same 330,000, new 360,000, 20 years
canals-savings          | project | savings      |                | least 10 % of loan
baan-mankong-grant-2553 | of one  | grant        |                | 80,000
                        |         |              | house          | 25,000
                        |         |              | infrastructure | same 30,000, new 50,000
                        |         |              | city_process   | 8,000
                        |         |              | reserve        | 2,000
baan-mankong-grant-2563 | of one  | grant        |                | 89,800
baan-mankong-management | project | management   |                | most 5 % of infrastructure, 50,000–500,000
baan-mankong-savings    | project | savings      |                | least 10 % of loan
por-piang-2560          | of one  | grant        |                | 18,000
por-piang-2562          | of one  | grant        |                | 19,000
por-piang-2564          | of one  | grant        |                | 20,000
por-piang-2565-average  | project | grant        |                | average 22,500
temporary-grant         | of one  | grant        |                | 18,000
temporary-rent          | of one  | rent         |                | 18,000, 3,000 a month, 6 months
"""

LANDS = {
    ("on_site", "reblocking", "land_sharing", "reconstruction"): "same",
    ("relocation",): "new",
}


def whole(number: int) -> str:
    """A sum of whole baht, in satang."""
    assert number % 100 == 0
    return f"{number // 100:,}"


def ceiling(one: Ceiling | None) -> list[str]:
    """A ceiling by the land, or for all."""
    if one is None:
        return []
    cases = [f"{LANDS[case.solutions]} {whole(case.satang)}" for case in one.cases]
    return cases if one.satang is None else [*cases, whole(one.satang)]


def limits(rule: Rule) -> str:
    """The limits of a rule in the words of the table."""
    said = ceiling(rule.ceiling)
    said += [f"average {whole(rule.average)}"] if rule.average else []
    if share := rule.share:
        said.append(f"{share.limit} {share.percent} % of {share.of}")
        said += [f"{whole(share.floor or 0)}–{whole(share.cap)}"] if share.cap else []
    said += [f"{whole(rule.rent.month)} a month, {rule.rent.months} months"] if rule.rent else []
    said += [f"{rule.term_years} years"] if rule.term_years else []
    return ", ".join(said)


def test_the_rules_on_record_with_their_days_and_papers() -> None:
    found = [
        [
            rule.code,
            short_date(rule.valid_from),
            short_date(rule.valid_to) if rule.valid_to else "",
            rule.confidence,
            rule.paper,
        ]
        for rule in all_rules()
    ]
    assert found == rows(ON_RECORD)


def test_the_limits_on_record() -> None:
    found = []
    for rule in all_rules():
        of = "of one" if rule.of == "household" else rule.of
        found.append([rule.code, of, rule.about, "", limits(rule)])
        found += [["", "", "", part.code, ", ".join(ceiling(part.ceiling))] for part in rule.parts]
    assert found == rows(LIMITS)


def test_what_no_paper_states_has_a_note_that_says_why_in_both_languages() -> None:
    for rule in all_rules():
        assert (rule.confidence == "stated") or (rule.note_th and rule.note_en), rule.code
        assert bool(rule.note_th) == bool(rule.note_en), rule.code


# 1. The grant of a canal household: 147,000 = 50,000 + 25,000 + 72,000.

CANAL_GRANTS = """
วันที่ (day)    | สาธารณูปโภค | บ้าน (house) | ช่วยเหลือ (relief) | คำตอบ (answer)
-------------+------------+-------------+------------------+------------------------------------------------
7 มี.ค. 2559  | 50,000     | 25,000      | 72,000           | grant ถาม
8 มี.ค. 2559  | 50,000     | 25,000      | 72,000           | ผ่าน
31 มี.ค. 2562 | 50,000     | 25,000      | 72,000           | ผ่าน
30 ก.ย. 2568 | 50,000     | 25,000      | 72,000           | ผ่าน
31 มี.ค. 2562 | 50,000     | 25,000      | 73,000           | impact_relief เกิน 1,000.00, grant เกิน 1,000.00
31 มี.ค. 2562 | 51,000     | 24,000      | 72,000           | infrastructure เกิน 1,000.00
31 มี.ค. 2562 | 49,000     | 26,000      | 72,000           | house เกิน 1,000.00
31 มี.ค. 2562 | 50,000     | 25,000      | 72,000.01        | impact_relief เกิน 0.01, grant เกิน 0.01
31 มี.ค. 2562 | 49,999.99  | 25,000      | 72,000           | ผ่าน
31 มี.ค. 2562 |            | 25,000      |                  | ผ่าน
31 มี.ค. 2562 |            |             |                  | ผ่าน
"""


def answered(found: list[Problem]) -> list[str]:
    """The rule and the answer, as the last two columns have them."""
    return [by_rule(found), answer(found)]


@pytest.mark.parametrize(("on", "infrastructure", "house", "relief", "said"), rows(CANAL_GRANTS))
def test_the_grant_of_a_canal_household(
    on: str, infrastructure: str, house: str, relief: str, said: str
) -> None:
    sums = {"infrastructure": infrastructure, "house": house, "impact_relief": relief}
    proposal = HouseholdProposal(parts={code: satang(sum_) for code, sum_ in sums.items()})
    found = household_problems(rules_of("canals"), proposal, on=day(on))
    assert answered(found) == ["canals-grant" if "เกิน" in said else "", said]


def test_a_part_that_the_rule_does_not_have() -> None:
    proposal = HouseholdProposal(parts={"house": satang("25,000"), "furniture": satang("5,000")})
    found = household_problems(rules_of("canals"), proposal, on=day("31 มี.ค. 2562"))
    assert answered(found) == ["canals-grant", "furniture ไม่มีส่วนนี้"]
    assert "infrastructure, house, impact_relief" in found[0].do("th")


# 2. The loan of a canal household, by the day and by the land.

CANAL_LOANS = """
วันที่ (day)    | รูปแบบ (solution) | สินเชื่อ (loan) | ปี (years) | กฎ (rule)        | คำตอบ (answer)
-------------+------------------+--------------+-----------+------------------+---------------------
7 มี.ค. 2559  | on_site          | 1            |           |                  | loan ถาม
8 มี.ค. 2559  | on_site          | 300,000      | 15        |                  | ผ่าน
8 มี.ค. 2559  | on_site          | 300,000.01   | 15        | canals-loan-2559 | loan เกิน 0.01
21 มิ.ย. 2560 | on_site          | 300,000      | 16        | canals-loan-2559 | loan_years เกิน 15 ปี
21 มิ.ย. 2560 | relocation       | 360,000      | 15        | canals-loan-2559 | loan เกิน 60,000.00
22 มิ.ย. 2560 | relocation       | 360,000      |           |                  | ผ่าน
22 มิ.ย. 2560 | on_site          | 360,000      |           |                  | ผ่าน
22 มิ.ย. 2560 | on_site          | 360,000.01   |           | canals-loan-2560 | loan เกิน 0.01
22 มิ.ย. 2560 | on_site          | 360,000      | 20        |                  | loan_years ถาม
5 ม.ค. 2563  | on_site          | 360,000      |           |                  | ผ่าน
6 ม.ค. 2563  | on_site          | 360,000      | 20        | canals-loan-2563 | loan เกิน 30,000.00
6 ม.ค. 2563  | on_site          | 330,000      | 20        |                  | ผ่าน
6 ม.ค. 2563  | reblocking       | 330,000.01   | 20        | canals-loan-2563 | loan เกิน 0.01
6 ม.ค. 2563  | land_sharing     | 330,000.01   | 20        | canals-loan-2563 | loan เกิน 0.01
6 ม.ค. 2563  | reconstruction   | 330,000.01   | 20        | canals-loan-2563 | loan เกิน 0.01
6 ม.ค. 2563  | relocation       | 360,000      | 20        |                  | ผ่าน
6 ม.ค. 2563  | relocation       | 360,000.01   | 20        | canals-loan-2563 | loan เกิน 0.01
6 ม.ค. 2563  | relocation       | 360,000      | 21        | canals-loan-2563 | loan_years เกิน 20 ปี
6 ม.ค. 2563  |                  | 330,000      | 20        |                  | ผ่าน
6 ม.ค. 2563  |                  | 330,000.01   | 20        | canals-loan-2563 | loan บอกรูปแบบ
30 ก.ย. 2566 | relocation       | 438,500      | 20        | canals-loan-2563 | loan เกิน 78,500.00
"""


@pytest.mark.parametrize(("on", "solution", "loan", "years", "rule", "said"), rows(CANAL_LOANS))
def test_the_loan_of_a_canal_household(
    on: str, solution: str, loan: str, years: str, rule: str, said: str
) -> None:
    proposal = HouseholdProposal(solution=solution or None, loan=satang(loan), loan_years=int(years or 0))
    assert answered(household_problems(rules_of("canals"), proposal, on=day(on))) == [rule, said]


# 3. Baan Mankong: a frame of 80,000 with parts; 89,800 from fiscal year 2563, whose parts are not known.

BAAN_MANKONG = """
วันที่ (day)    | รูปแบบ (solution) | สาธารณูปโภค | บ้าน    | เมือง (city) | สำรอง | กฎ   | คำตอบ (answer)
-------------+------------------+------------+--------+--------------+-------+------+------------------------
31 ธ.ค. 2552 | relocation       | 45,000     | 25,000 | 8,000        | 2,000 |      | grant ถาม
1 ม.ค. 2553  | relocation       | 45,000     | 25,000 | 8,000        | 2,000 |      | ผ่าน
30 ก.ย. 2562 | relocation       | 50,000     | 25,000 | 5,000        |       |      | ผ่าน
30 ก.ย. 2562 | relocation       | 50,000     | 25,000 | 8,000        | 2,000 | 2553 | grant เกิน 5,000.00
30 ก.ย. 2562 | on_site          | 30,000     | 25,000 | 8,000        | 2,000 |      | ผ่าน
30 ก.ย. 2562 | on_site          | 30,000.01  | 25,000 |              |       | 2553 | infrastructure เกิน 0.01
30 ก.ย. 2562 |                  | 30,000     | 25,000 |              |       |      | ผ่าน
30 ก.ย. 2562 |                  | 40,000     | 25,000 |              |       | 2553 | infrastructure บอกรูปแบบ
30 ก.ย. 2562 | on_site          |            | 25,001 |              |       | 2553 | house เกิน 1.00
30 ก.ย. 2562 | on_site          |            |        | 8,001        | 2,000 | 2553 | city_process เกิน 1.00
30 ก.ย. 2562 | on_site          |            |        | 8,000        | 2,001 | 2553 | reserve เกิน 1.00
30 ก.ย. 2562 | relocation       | 50,000     | 25,000 | 5,000.01     |       | 2553 | grant เกิน 0.01
1 ต.ค. 2562  | relocation       | 50,000     | 25,000 | 8,000        | 6,800 |      | ผ่าน
1 ต.ค. 2562  | on_site          | 64,800     | 25,000 |              |       |      | ผ่าน
1 ต.ค. 2562  | on_site          | 64,800.01  | 25,000 |              |       | 2563 | grant เกิน 0.01
"""


@pytest.mark.parametrize(
    ("on", "solution", "infrastructure", "house", "city", "reserve", "rule", "said"), rows(BAAN_MANKONG)
)
def test_the_grant_of_baan_mankong(
    on: str, solution: str, infrastructure: str, house: str, city: str, reserve: str, rule: str, said: str
) -> None:
    sums = {"infrastructure": infrastructure, "house": house, "city_process": city, "reserve": reserve}
    parts = {code: satang(sum_) for code, sum_ in sums.items()}
    proposal = HouseholdProposal(parts=parts, solution=solution or None)
    found = household_problems(rules_of("baan_mankong"), proposal, on=day(on))
    assert answered(found) == [f"baan-mankong-grant-{rule}" if rule else "", said]


# 4. Baan Por Piang: a ceiling a house by fiscal year, an average of the whole in 2565, then nothing known.

POR_PIANG_HOUSES = """
วันที่ (day)    | ต่อหลัง (a house) | กฎ (rule)      | คำตอบ (answer)
-------------+-----------------+----------------+--------------------
30 ก.ย. 2559 | 18,000          |                | grant ถาม
1 ต.ค. 2559  | 18,000          |                | ผ่าน
17 พ.ค. 2560 | 18,000.01       | por-piang-2560 | grant เกิน 0.01
30 ก.ย. 2561 | 19,000          | por-piang-2560 | grant เกิน 1,000.00
1 ต.ค. 2561  | 19,000          |                | ผ่าน
30 ก.ย. 2563 | 19,000.01       | por-piang-2562 | grant เกิน 0.01
30 ก.ย. 2563 | 20,000          | por-piang-2562 | grant เกิน 1,000.00
1 ต.ค. 2563  | 20,000          |                | ผ่าน
30 ก.ย. 2564 | 20,000.01       | por-piang-2564 | grant เกิน 0.01
1 ต.ค. 2564  | 25,000          |                | ผ่าน
30 ก.ย. 2565 | 25,000          |                | ผ่าน
1 ต.ค. 2565  | 20,646          |                | grant ถาม
"""

POR_PIANG_TAMBONS = """
วันที่ (day)    | ครัวเรือน | รวม (in all) | กฎ (rule)              | คำตอบ (answer)
-------------+---------+--------------+------------------------+-------------------
30 ก.ย. 2564 | 10      | 200,000      |                        | ผ่าน
30 ก.ย. 2564 | 10      | 200,000.01   | por-piang-2564         | grant เกินรวม 0.01
1 ต.ค. 2564  | 10      | 225,000      |                        | ผ่าน
1 ต.ค. 2564  | 10      | 225,000.01   | por-piang-2565-average | grant เกินรวม 0.01
1 ต.ค. 2564  | 3       | 67,500       |                        | ผ่าน
30 ก.ย. 2565 | 3       | 67,501       | por-piang-2565-average | grant เกินรวม 1.00
30 ก.ย. 2565 | 0       | 1            | por-piang-2565-average | grant เกินรวม 1.00
1 ต.ค. 2565  | 10      | 206,460      |                        | grant ถาม
"""


@pytest.mark.parametrize(("on", "house", "rule", "said"), rows(POR_PIANG_HOUSES))
def test_a_house_of_por_piang(on: str, house: str, rule: str, said: str) -> None:
    proposal = HouseholdProposal(parts={"repair": satang(house)})
    assert answered(household_problems(rules_of("por_piang"), proposal, on=day(on))) == [rule, said]


@pytest.mark.parametrize(("on", "households", "in_all", "rule", "said"), rows(POR_PIANG_TAMBONS))
def test_a_tambon_of_por_piang(on: str, households: str, in_all: str, rule: str, said: str) -> None:
    proposal = ProjectProposal(households=int(households), grant=satang(in_all))
    assert answered(sheet_problems(rules_of("por_piang"), proposal, on=day(on))) == [rule, said]


# 5. Temporary housing: 18,000 for a shelter, or rent as paid up to 3,000 for 6 months, never both.

TEMPORARY = """
วันที่ (day)    | สร้างที่พัก (grant) | เช่าเดือนละ (rent) | เดือน | คำตอบ (answer)
-------------+-----------------+------------------+------+-------------------------------------------
30 ก.ย. 2561 | 18,000          |                  |      | grant ถาม
30 ก.ย. 2561 |                 | 3,000            | 6    | rent ถาม
1 ต.ค. 2561  | 18,000          |                  |      | ผ่าน
1 ต.ค. 2561  | 18,000.01       |                  |      | grant เกิน 0.01
1 ต.ค. 2561  |                 | 3,000            | 6    | ผ่าน
1 ต.ค. 2561  |                 | 3,000.01         | 1    | rent_a_month เกิน 0.01
1 ต.ค. 2561  |                 | 1,000            | 7    | rent_months เกิน 6 เดือน
1 ต.ค. 2561  |                 | 3,000            | 7    | rent_months เกิน 6 เดือน, rent เกิน 3,000.00
1 ต.ค. 2561  | 9,000           | 3,000            | 3    | rent เลือกอย่างเดียว
1 ต.ค. 2561  | 0.01            | 0.01             | 1    | rent เลือกอย่างเดียว
"""


@pytest.mark.parametrize(("on", "grant", "rent", "months", "said"), rows(TEMPORARY))
def test_temporary_housing(on: str, grant: str, rent: str, months: str, said: str) -> None:
    proposal = HouseholdProposal(
        parts={"shelter": satang(grant)}, rent_a_month=satang(rent), rent_months=int(months or 0)
    )
    found = household_problems(rules_of("temporary_housing"), proposal, on=day(on))
    rule = "" if "ถาม" in said or said == "ผ่าน" else f"temporary-{said.partition(' ')[0].partition('_')[0]}"
    assert answered(found) == [rule, said]


# 6. A canal project: management is 5 % of infrastructure, between 50,000 and 500,000; savings are 10 % of the
#    loan; and what its households get together is no more than each of them may get. Of 1,000 households.

CANAL_PROJECTS = """
วันที่ (day)    | สาธารณูปโภค    | บริหาร (management) | สินเชื่อ (loan)   | ออม (savings) | คำตอบ (answer)
-------------+---------------+--------------------+----------------+---------------+----------------------------
7 มี.ค. 2559  | 10,000,000    | 500,000            |                |               | management ถาม
8 มี.ค. 2559  | 10,000,000    | 500,000            |                |               | ผ่าน
31 มี.ค. 2562 | 10,000,000    | 500,000.01         |                |               | management เกิน 0.01
31 มี.ค. 2562 | 17,800,000    | 890,000            |                |               | management เกิน 390,000.00
31 มี.ค. 2562 | 1,000         | 50,000             |                |               | ผ่าน
31 มี.ค. 2562 | 1,000,000     | 50,000.01          |                |               | management เกิน 0.01
31 มี.ค. 2562 | 4,000,000     | 200,000            |                |               | ผ่าน
31 มี.ค. 2562 | 4,000,000     | 200,000.01         |                |               | management เกิน 0.01
31 มี.ค. 2562 | 4,000,000.10  | 200,000.01         |                |               | ผ่าน
31 มี.ค. 2562 | 4,000,000.09  | 200,000.01         |                |               | management เกิน 0.01
31 มี.ค. 2562 |               | 0.01               |                |               | management เกิน 0.01
31 มี.ค. 2562 |               |                    | 127,600,000    | 12,760,000    | ผ่าน
31 มี.ค. 2562 |               |                    | 127,600,000    | 12,759,999.99 | savings ขาด 0.01
31 มี.ค. 2562 |               |                    | 100            |               | savings ขาด 10.00
31 มี.ค. 2562 |               |                    |                |               | ผ่าน
31 มี.ค. 2562 | 50,000,000    |                    | 360,000,000    | 36,000,000    | ผ่าน
31 มี.ค. 2562 | 50,000,000.01 |                    |                |             | infrastructure เกินรวม 0.01
31 มี.ค. 2562 |               |                    | 360,000,000.01 | 36,000,000.01 | loan เกินรวม 0.01
"""


@pytest.mark.parametrize(
    ("on", "infrastructure", "management", "loan", "savings", "said"), rows(CANAL_PROJECTS)
)
def test_a_canal_project(
    on: str, infrastructure: str, management: str, loan: str, savings: str, said: str
) -> None:
    proposal = ProjectProposal(
        households=1_000,
        infrastructure=satang(infrastructure),
        management=satang(management),
        loan=satang(loan),
        savings=satang(savings),
    )
    rules = {"management": "management", "savings": "savings", "infrastructure": "grant", "loan": "loan-2560"}
    rule = "" if "ถาม" in said or said == "ผ่าน" else f"canals-{rules[said.partition(' ')[0]]}"
    assert answered(sheet_problems(rules_of("canals"), proposal, on=day(on))) == [rule, said]


@pytest.mark.parametrize(
    ("solution", "loan", "said"),
    [
        ("on_site", "33,000,000.01", "loan เกินรวม 0.01"),
        ("relocation", "36,000,000", "ผ่าน"),
        # where the solution is not known, or differs within the project, only what none may have is refused
        (None, "36,000,000", "ผ่าน"),
        (None, "36,000,000.01", "loan เกินรวม 0.01"),
    ],
)
def test_a_canal_project_of_100_households_by_its_land(solution: str | None, loan: str, said: str) -> None:
    proposal = ProjectProposal(
        households=100, solution=solution, loan=satang(loan), savings=satang("3,600,000.01")
    )
    assert answer(sheet_problems(rules_of("canals"), proposal, on=day("6 ม.ค. 2563"))) == said


def test_a_project_whose_households_are_known_is_not_told_the_same_twice() -> None:
    """Its households are looked at one by one; of a sheet that does not name them, the whole."""
    rules, on = rules_of("canals"), day("31 มี.ค. 2562")
    proposal = ProjectProposal(households=2, grant=satang("295,000"))
    assert project_problems(rules, proposal, on=on) == []
    assert answer(sheet_problems(rules, proposal, on=on)) == "grant เกินรวม 1,000.00"
    uneven = [HouseholdProposal(parts={"impact_relief": satang(one)}) for one in ("72,000", "72,001")]
    assert [answer(household_problems(rules, one, on=on)) for one in uneven] == [
        "ผ่าน",
        "impact_relief เกิน 1.00",
    ]


# 7. What no rule speaks of is a question to somebody, and never silently fine.

UNSPOKEN = """
แผนงาน (programme)  | วันที่ (day)   | ขออะไร (asked)         | คำตอบ (answer)
------------------+--------------+----------------------+----------------
homeless          | 31 มี.ค. 2562 | household grant       | grant ถาม
baan_mankong      | 31 มี.ค. 2562 | household loan        | loan ถาม
por_piang         | 31 มี.ค. 2562 | household loan        | loan ถาม
canals            | 31 มี.ค. 2562 | household rent        | rent ถาม
baan_mankong      | 31 มี.ค. 2562 | project loan          | loan ถาม
por_piang         | 31 มี.ค. 2562 | project management    | management ถาม
temporary_housing | 31 มี.ค. 2562 | project management    | management ถาม
homeless          | 31 มี.ค. 2562 | project grant         | grant ถาม
"""


@pytest.mark.parametrize(("programme", "on", "asked", "said"), rows(UNSPOKEN))
def test_what_no_rule_speaks_of(programme: str, on: str, asked: str, said: str) -> None:
    of, about = asked.split()
    if of == "household":
        proposal = {
            "grant": HouseholdProposal(parts={"anything": 1}),
            "loan": HouseholdProposal(loan=1),
            "rent": HouseholdProposal(rent_a_month=1, rent_months=1),
        }[about]
        found = household_problems(rules_of(programme), proposal, on=day(on))
    else:
        whole_project = ProjectProposal(households=1, savings=1_000, **{about: 1})
        found = sheet_problems(rules_of(programme), whole_project, on=day(on))
    assert answer(found) == said
    assert [problem.severity for problem in found] == [Severity.QUESTION]
    assert long_date(day(on)) in found[0].text("th")
    assert english_date(day(on)) in found[0].text("en")


def test_a_savings_rule_does_not_speak_of_the_loan_itself() -> None:
    """Baan Mankong has a rule of savings that is a share of the loan; how much may be lent no paper says."""
    proposal = ProjectProposal(households=1, loan=satang("1,000,000"), savings=satang("99,999"))
    found = sheet_problems(rules_of("baan_mankong"), proposal, on=day("31 มี.ค. 2562"))
    assert answer(found) == "loan ถาม, savings ขาด 1.00"


def test_a_share_of_the_project_does_not_speak_of_what_one_household_may_borrow() -> None:
    share = Share(of="infrastructure", percent=Decimal(50), limit="most")
    rule = replace(rules_of("canals")[1], about="loan", share=share)
    found = household_problems([rule], HouseholdProposal(loan=1), on=day("31 มี.ค. 2562"))
    assert answer(found) == "loan ถาม"


# 8. What is said in full, in both languages: the rule by its name and code, the day, the paper, what to do.

REFUSAL = (
    "ข้อมูล 'grant': เงินอุดหนุนต่อครัวเรือน 148,000.00 บาท เกินเพดาน 147,000.00 บาท อยู่ 1,000.00 บาท "
    "ตามกฎ “เงินอุดหนุนชุมชนริมคลอง ครัวเรือนละ 147,000 บาท” (canals-grant) ที่ใช้ในวันที่ 31 มีนาคม 2562 "
    "เอกสาร: จุรินทร์ รองนายกฯ ล่องเรือเยี่ยมชาวชุมชนริมคลองลาดพร้าว เผยสร้างบ้านใหม่แล้ว 35 ชุมชน 3,308 ครัวเรือน "
    "ลดให้ไม่เกิน 147,000.00 บาท"
)


def broken_by_every_kind() -> list[Problem]:
    """One household or project for each thing that a rule may refuse."""
    asked = [
        ("canals", "31 มี.ค. 2562", HouseholdProposal(parts={"impact_relief": satang("148,000"), "boat": 1})),
        ("canals", "6 ม.ค. 2563", HouseholdProposal(loan=satang("350,000"), loan_years=30)),
        ("temporary_housing", "31 มี.ค. 2562", HouseholdProposal(
            parts={"shelter": 1}, rent_a_month=satang("4,000"), rent_months=9)),
        ("canals", "31 มี.ค. 2562", ProjectProposal(
            households=1, grant=satang("148,000"), management=1, loan=satang("10"), savings=1)),
        ("por_piang", "31 มี.ค. 2565", ProjectProposal(households=3, grant=satang("70,000"))),
    ]  # fmt: skip
    found = []
    for programme, on, proposal in asked:
        check = household_problems if isinstance(proposal, HouseholdProposal) else sheet_problems
        found += check(rules_of(programme), proposal, on=day(on))  # type: ignore[operator]
    return found


def test_a_refusal_in_full() -> None:
    parts = {"infrastructure": satang("50,000"), "house": satang("25,000"), "impact_relief": satang("73,000")}
    found = household_problems(rules_of("canals"), HouseholdProposal(parts=parts), on=day("31 มี.ค. 2562"))
    assert found[1].text("th") == REFUSAL
    assert "“Grant of canal communities, 147,000 baht a household” (canals-grant)" in found[1].text("en")
    assert "held on 31 March 2019 (B.E. 2562); paper: จุรินทร์" in found[1].text("en")


def test_every_refusal_names_its_rule_its_day_and_its_paper() -> None:
    rules = {rule.code: rule for rule in all_rules()}
    found = broken_by_every_kind()
    assert {problem.code for problem in found} == {
        "money.average-too-high", "money.months-too-many", "money.one-or-the-other", "money.over-ceiling",
        "money.part-unknown", "money.share-too-large", "money.share-too-small", "money.solution-needed",
        "money.term-too-long", "money.unit-price-too-high",
    }  # fmt: skip
    for problem in found:
        rule = rules[str(problem.values["code"])]
        said = problem.values["day"]
        for lang in ("th", "en"):
            text = problem.text(lang)
            assert all(part in text for part in (getattr(rule, lang), rule.code, getattr(said, lang)))
            assert rule.paper_title in text
        assert problem.severity is Severity.ERROR


# 9. The same asked another way: 147,000 baht and its parts, for any sums at all.

SUMS = st.integers(0, 16_000_000)


@given(infrastructure=SUMS, house=SUMS, relief=SUMS)
def test_the_guard_passes_what_is_within_every_part_and_nothing_else(
    infrastructure: int, house: int, relief: int
) -> None:
    parts = {"infrastructure": infrastructure, "house": house, "impact_relief": relief}
    within = infrastructure <= 5_000_000 and house <= 2_500_000 and relief <= 7_200_000
    found = household_problems(rules_of("canals"), HouseholdProposal(parts=parts), on=day("31 มี.ค. 2562"))
    assert (not found) == within
    whole = [problem for problem in found if problem.where.field == "grant"]
    assert bool(whole) == (infrastructure + house + relief > 14_700_000)


@given(households=st.lists(st.integers(0, 4_000_000), min_size=1, max_size=30))
def test_a_project_whose_households_all_pass_passes_too(households: list[int]) -> None:
    on, rules = day("31 มี.ค. 2564"), rules_of("por_piang")
    each = [household_problems(rules, HouseholdProposal(parts={"repair": one}), on=on) for one in households]
    proposal = ProjectProposal(households=len(households), grant=sum(households))
    together = sheet_problems(rules, proposal, on=on)
    assert not together or any(each)
    assert bool(together) == (sum(households) > 2_000_000 * len(households))


@pytest.mark.parametrize("sum_", [147_000.0, "147000", True, None])
def test_a_sum_is_a_whole_number_of_satang(sum_: object) -> None:
    with pytest.raises(TypeError, match="whole number of satang"):
        HouseholdProposal(loan=sum_)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="whole number of satang"):
        HouseholdProposal(parts={"house": sum_})  # type: ignore[dict-item]
    with pytest.raises(TypeError, match="whole number of satang"):
        ProjectProposal(households=1, grant=sum_)  # type: ignore[arg-type]


def test_a_sum_is_not_below_nought() -> None:
    with pytest.raises(ValueError, match="not below nought"):
        HouseholdProposal(parts={"house": -1})
    with pytest.raises(ValueError, match="not below nought"):
        ProjectProposal(households=-1)
