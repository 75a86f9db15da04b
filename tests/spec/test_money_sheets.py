"""Sheets that were published, to the satang, and what the rules of their day say of each.

A sheet that adds up is not yet within its rule, and one within its rule may not add up: both are looked at.
Sums are in baht. What a sheet does not print is not made up: the guard then asks for it, and that is shown.
"""

from __future__ import annotations

import pytest

from tests.spec.money import answer, baht, by_rule, rules_of, satang
from tests.spec.standing import day, rows
from tidtam.programmes.money_rules import (
    HouseholdProposal,
    ProjectProposal,
    household_problems,
    sheet_problems,
)
from tidtam.thai.numbers import Qualifier, millions_baht, read_phrase

# 1. Sai Mai, 22 June 2560 (thaigov-4720): nine communities along the canal, 356 households, on new land.

SAI_MAI = """
รายการ (line)                  | ล้านบาท | จากที่ใด (out of)
-----------------------------+--------+-----------------
ที่ดิน (land)                   | 90.3   | loan
บ้าน (houses)                 | 37.3   | loan
สาธารณูปโภค (infrastructure)  | 17.8   | grant
อุดหนุนที่อยู่อาศัย (house)       | 8.9    | grant
บริหารจัดการ (management)      | 0.5    | management
ช่วยเหลือ (impact_relief)      | 25.6   | grant
รวม (in all)                  | 180.4  |
"""


def million(text: str) -> int:
    """Millions of baht as printed, in satang."""
    whole, _, part = text.partition(".")
    return int(whole + part.ljust(6, "0")) * 100


def sai_mai(out_of: str) -> dict[str, int]:
    """The lines of the sheet that come out of one purse, in satang, by their codes."""
    lines = {name[name.index("(") + 1 : -1]: (sum_, purse) for name, sum_, purse in rows(SAI_MAI)}
    return {code: million(sum_) for code, (sum_, purse) in lines.items() if purse == out_of}


def sai_mai_project(**others: int) -> ProjectProposal:
    grants = sai_mai("grant")
    return ProjectProposal(
        households=356,
        solution="relocation",
        grant=sum(grants.values()),
        infrastructure=grants["infrastructure"],
        management=sai_mai("management")["management"],
        loan=sum(sai_mai("loan").values()),
        **others,
    )


def shared_out(sum_: int, households: int) -> list[int]:
    """A sum over households to the satang: the first ones take one more where it does not divide."""
    each, rest = divmod(sum_, households)
    return [each + (number < rest) for number in range(households)]


def test_sai_mai_adds_up() -> None:
    *lines, whole = [million(sum_) for _, sum_, _ in rows(SAI_MAI)]
    assert sum(lines) == whole == satang("180,400,000")


def test_sai_mai_is_within_the_rules_of_its_day_once_its_savings_are_told() -> None:
    rules, on = rules_of("canals"), day("22 มิ.ย. 2560")
    # the sheet prints no savings, and a tenth of 127.6 million is asked for: not told is not enough
    found = sheet_problems(rules, sai_mai_project(), on=on)
    assert [by_rule(found), answer(found)] == ["canals-savings", "savings ขาด 12,760,000.00"]
    assert sheet_problems(rules, sai_mai_project(savings=satang("12,760,000")), on=on) == []
    # 5 per cent of 17.8 million would be 890,000: what was printed is the cap, to the satang
    assert sai_mai("management")["management"] == satang("500,000")
    assert sai_mai("grant")["infrastructure"] * 5 // 100 == satang("890,000")


def test_every_household_of_sai_mai_passes_and_together_they_are_the_sheet() -> None:
    rules, on = rules_of("canals"), day("22 มิ.ย. 2560")
    grants, loan = sai_mai("grant"), sum(sai_mai("loan").values())
    parts = {code: shared_out(sum_, 356) for code, sum_ in grants.items()}
    households = [
        HouseholdProposal(
            parts={code: parts[code][number] for code in parts}, solution="relocation", loan=lent
        )
        for number, lent in enumerate(shared_out(loan, 356))
    ]
    assert [one for one in households if household_problems(rules, one, on=on)] == []
    assert sum(one.grant + one.loan for one in households) == satang("179,900,000")
    # 50,000 and 25,000 exactly; relief is printed rounded: 72,000 for each would be 25,632,000
    assert {code: sorted({*map(baht, each)}) for code, each in parts.items()} == {
        "infrastructure": ["50,000.00"],
        "house": ["25,000.00"],
        "impact_relief": ["71,910.11", "71,910.12"],
    }
    assert {baht(one.loan) for one in households} == {"358,426.96", "358,426.97"}


def test_a_day_earlier_the_loan_of_sai_mai_would_have_been_above_its_ceiling() -> None:
    project = sai_mai_project(savings=satang("12,760,000"))
    found = sheet_problems(rules_of("canals"), project, on=day("21 มิ.ย. 2560"))
    assert [by_rule(found), answer(found)] == ["canals-loan-2559", "loan เกินรวม 20,800,000.00"]


# 2. Nakhon Sawan, 2561, Baan Mankong: grants of 2.85 and 1.42 million, a loan of 11.7 million. Our notes do
#    not have its households or its land: 57 on new land would fit, since 57 x 50,000 is 2.85 million and
#    57 x 25,000 is 1.425. Its savings are not printed either; here they are the tenth that is asked for.

NAKHON_SAWAN = """
ครัวเรือน | รูปแบบ (solution) | คำตอบ (answer)
--------+-----------------+-------------------------------------------------------------------
57      | relocation      | loan ถาม
56      | relocation      | loan ถาม, infrastructure เกินรวม 50,000.00
57      | on_site         | loan ถาม, infrastructure เกินรวม 1,140,000.00
53      | relocation      | loan ถาม, grant เกินรวม 30,000.00, infrastructure เกินรวม 200,000.00
"""


@pytest.mark.parametrize(("households", "solution", "said"), rows(NAKHON_SAWAN))
def test_nakhon_sawan(households: str, solution: str, said: str) -> None:
    proposal = ProjectProposal(
        households=int(households),
        solution=solution,
        grant=million("2.85") + million("1.42"),
        infrastructure=million("2.85"),
        loan=million("11.7"),
        savings=million("1.17"),
    )
    found = sheet_problems(rules_of("baan_mankong"), proposal, on=day("30 ก.ย. 2561"))
    assert answer(found) == said


# 3. So many households at so much: the sum that was published, and what the rule of a day says of it. Where
#    the day of a sheet is not in our notes, the first day of its fiscal year or of its rule stands here.

GRANTS = """
ที่มา (sheet)          | แผนงาน        | ครัวเรือน | ต่อครัวเรือน | รวม (in all) | วันที่ (day)    | คำตอบ (answer)
---------------------+--------------+---------+----------+-------------+--------------+----------------------------
BMK FY2564           | baan_mankong | 6,200   | 89,800   | 556,760,000 | 1 ต.ค. 2563   | ผ่าน
BMK, a day too early | baan_mankong | 6,200   | 89,800   | 556,760,000 | 30 ก.ย. 2562  | เกินรวม 60,760,000.00
BMK FY2565           | baan_mankong | 3,750   | 89,800   | 336,750,000 | 1 ต.ค. 2564   | ผ่าน
BPP FY2563           | por_piang    | 11,500  | 19,000   | 218,500,000 | 3 ก.พ. 2563   | ผ่าน
BPP, more in 2563    | por_piang    | 10,776  | 22,500   | 242,460,000 | 11 เม.ย. 2563 | เกินรวม 37,716,000.00
BPP FY2565           | por_piang    | 24,700  | 22,500   | 555,750,000 | 1 ต.ค. 2564   | ผ่าน
BPP, a day too early | por_piang    | 24,700  | 22,500   | 555,750,000 | 30 ก.ย. 2564  | เกินรวม 61,750,000.00
BPP, a year too late | por_piang    | 24,700  | 22,500   | 555,750,000 | 1 ต.ค. 2565   | ถาม
Temporary FY2565     | temporary    | 1,000   | 18,000   | 18,000,000  | 1 ต.ค. 2564   | ผ่าน
Ban Phai             | temporary    | 461     | 18,000   | 8,298,000   | 1 ต.ค. 2561   | ผ่าน
San Chao             | temporary    | 59      | 18,000   | 1,062,000   | 1 ต.ค. 2561   | ผ่าน
Ban Phai, too early  | temporary    | 461     | 18,000   | 8,298,000   | 30 ก.ย. 2561  | ถาม
Prem Prachakon       | canals       | 6,386   | 147,000  | 938,742,000 | 23 เม.ย. 2562 | ผ่าน
"""


@pytest.mark.parametrize(("sheet", "programme", "households", "each", "whole", "on", "said"), rows(GRANTS))
def test_a_sheet_of_grants(
    sheet: str, programme: str, households: str, each: str, whole: str, on: str, said: str
) -> None:
    number = int(households.replace(",", ""))
    rules = rules_of("temporary_housing" if programme == "temporary" else programme)
    assert number * satang(each) == satang(whole)
    found = sheet_problems(rules, ProjectProposal(households=number, grant=satang(whole)), on=day(on))
    assert answer(found) == ("ผ่าน" if said == "ผ่าน" else f"grant {said}")
    if said == "ผ่าน":
        # the rule leaves nothing over: another satang, or one household fewer, and it is refused
        more = ProjectProposal(households=number, grant=satang(whole) + 1)
        fewer = ProjectProposal(households=number - 1, grant=satang(whole))
        assert answer(sheet_problems(rules, more, on=day(on))) == "grant เกินรวม 0.01"
        assert answer(sheet_problems(rules, fewer, on=day(on))) == f"grant เกินรวม {baht(satang(each))}"


def test_the_sums_read_as_they_were_printed() -> None:
    assert read_phrase("556 ล้านบาทเศษ").qualifier is Qualifier.MORE_THAN
    assert read_phrase("556 ล้านบาทเศษ").low == 556_000_000 < 6_200 * 89_800 < 557_000_000
    assert millions_baht(satang("938,742,000")) == "938.7 ล้านบาท"
    assert read_phrase("336.75 ล้านบาท").low == 3_750 * 89_800
    assert read_phrase("218.5 ล้านบาท").low == 11_500 * 19_000
    assert read_phrase("555.75 ล้านบาท").low == 24_700 * 22_500


# 4. Other sums of the canals, and why the guard lets them through or not.

CANALS = """
ที่มา (sheet)                      | ครัวเรือน | อุดหนุน (grant) | สินเชื่อ (loan)    | รูปแบบ        | วันที่ (day)
--------------------------------+---------+---------------+---------------+------------+-------------
1 Prem, master plan, loans      | 6,386   |               | 2,298,960,000 |            | 9 เม.ย. 2562
2 the same, under the next rule | 6,386   |               | 2,298,960,000 | on_site    | 6 ม.ค. 2563
3 the same, on new land         | 6,386   |               | 2,298,960,000 | relocation | 6 ม.ค. 2563
4 Prem, master plan, grants     | 6,386   | 1,215,500,000 |               |            | 9 เม.ย. 2562
5 a project of 2566             | 123     |               | 53,935,250    | relocation | 1 ม.ค. 2566
"""

CANAL_ANSWERS = {
    # 2,298.96 million are 360,000 for each of 6,386 households, exactly what the rule of that day allows
    "1": "ผ่าน",
    # from 2563 on the same land has 330,000: 6,386 x 30,000 too much; which rule holds there is to be asked
    "2": "loan เกินรวม 191,580,000.00",
    "3": "ผ่าน",
    # 147,000 for each are 938.742 million: what the rest is for, our notes do not say
    "4": "grant เกินรวม 276,758,000.00",
    # 438,500 a house: the ceiling moved later, no paper was found: refused, unless somebody gives a reason
    "5": "loan เกินรวม 9,655,250.00",
}


@pytest.mark.parametrize(("sheet", "households", "grant", "loan", "solution", "on"), rows(CANALS))
def test_sums_of_the_canals(
    sheet: str, households: str, grant: str, loan: str, solution: str, on: str
) -> None:
    proposal = ProjectProposal(
        households=int(households.replace(",", "")),
        solution=solution or None,
        grant=satang(grant),
        loan=satang(loan),
        savings=satang(loan),
    )
    found = sheet_problems(rules_of("canals"), proposal, on=day(on))
    assert answer(found) == CANAL_ANSWERS[sheet[0]]


def test_the_money_of_eight_eastern_provinces_is_less_than_their_ceiling() -> None:
    """1,525 households got 27,360,000 baht in fiscal year 2563: 17,941 each on average, below 19,000."""
    proposal = ProjectProposal(households=1_525, grant=satang("27,360,000"))
    assert sheet_problems(rules_of("por_piang"), proposal, on=day("3 ก.พ. 2563")) == []
    assert proposal.grant < 1_525 * satang("19,000")
