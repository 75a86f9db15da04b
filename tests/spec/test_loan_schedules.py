"""How a loan is paid back, as tables to check by eye: interest, principal and what is left, in baht.

Each table was worked out by hand as on a spreadsheet, with no part of the programme: the interest of a month
is what is owed times 4 per cent, divided by twelve; the rest of the instalment is principal; the last month
takes what is left.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest

from tests.spec.standing import day, rows
from tidtam.housing.loans.arrears import Age, by_age, portfolio
from tidtam.housing.loans.paid import Owed, PaidFirst, Payment, owed
from tidtam.housing.loans.schedule import Due, schedule
from tidtam.housing.loans.terms import (
    Convention,
    Grace,
    Instalments,
    Moratorium,
    PauseInterest,
    RateFrom,
    Terms,
)

FOUR_PER_CENT = RateFrom(date(2018, 1, 1), Decimal("0.04"))
ANNUITY = Convention("annuity")


def satang(baht: str) -> int:
    """A sum in baht such as 10,217.99, in satang."""
    return int(Decimal(baht.replace(",", "")) * 100)


def baht(number: int) -> str:
    return f"{Decimal(number) / 100:,.2f}"


def table(dues: Iterable[Due]) -> list[list[str]]:
    """The schedule as the tables below have it."""
    return [
        [str(due.day), *map(baht, (due.before, due.interest, due.principal, due.instalment, due.after))]
        for due in dues
    ]


def drawn_table(text: str) -> list[list[str]]:
    """The first six columns, with the day as the calendar has it."""
    return [[str(day(cells[0])), *cells[1:6]] for cells in rows(text)]


# 1. 120,000 baht over 12 months at 4 per cent: twelve equal instalments of 10,217.99, the last 2 satang less.

ORDINARY = """
ครบกำหนด     | ยกมา (before) | ดอก (interest) | ต้น (principal) | งวด (instalment) | เหลือ (after)
-------------+---------------+----------------+----------------+------------------+-------------
1 ก.พ. 2563  | 120,000.00    | 400.00         | 9,817.99       | 10,217.99        | 110,182.01
1 มี.ค. 2563  | 110,182.01    | 367.27         | 9,850.72       | 10,217.99        | 100,331.29
1 เม.ย. 2563 | 100,331.29    | 334.44         | 9,883.55       | 10,217.99        | 90,447.74
1 พ.ค. 2563  | 90,447.74     | 301.49         | 9,916.50       | 10,217.99        | 80,531.24
1 มิ.ย. 2563  | 80,531.24     | 268.44         | 9,949.55       | 10,217.99        | 70,581.69
1 ก.ค. 2563  | 70,581.69     | 235.27         | 9,982.72       | 10,217.99        | 60,598.97
1 ส.ค. 2563  | 60,598.97     | 202.00         | 10,015.99      | 10,217.99        | 50,582.98
1 ก.ย. 2563  | 50,582.98     | 168.61         | 10,049.38      | 10,217.99        | 40,533.60
1 ต.ค. 2563  | 40,533.60     | 135.11         | 10,082.88      | 10,217.99        | 30,450.72
1 พ.ย. 2563  | 30,450.72     | 101.50         | 10,116.49      | 10,217.99        | 20,334.23
1 ธ.ค. 2563  | 20,334.23     | 67.78          | 10,150.21      | 10,217.99        | 10,184.02
1 ม.ค. 2564  | 10,184.02     | 33.95          | 10,184.02      | 10,217.97        | 0.00
"""


def ordinary(**changes: object) -> Terms:
    return Terms(12_000_000, date(2020, 2, 1), 12, (FOUR_PER_CENT,), ANNUITY, **changes)


def test_twelve_equal_instalments() -> None:
    assert table(schedule(ordinary())) == drawn_table(ORDINARY)


# 2. The same loan with the moratorium of 2563: nothing to pay in three months, their interest is forgone, and
#    every later instalment falls due three months later and stays what it was.

MORATORIUM = """
ครบกำหนด     | ยกมา (before) | ดอก (interest) | ต้น (principal) | งวด (instalment) | เหลือ (after) | ยกดอกเบี้ยให้
-------------+---------------+----------------+----------------+------------------+--------------+-------------
1 ก.พ. 2563  | 120,000.00    | 400.00         | 9,817.99       | 10,217.99        | 110,182.01   | 0.00
1 มี.ค. 2563  | 110,182.01    | 367.27         | 9,850.72       | 10,217.99        | 100,331.29   | 0.00
1 เม.ย. 2563 | 100,331.29    | 0.00           | 0.00           | 0.00             | 100,331.29   | 334.44
1 พ.ค. 2563  | 100,331.29    | 0.00           | 0.00           | 0.00             | 100,331.29   | 334.44
1 มิ.ย. 2563  | 100,331.29    | 0.00           | 0.00           | 0.00             | 100,331.29   | 334.44
1 ก.ค. 2563  | 100,331.29    | 334.44         | 9,883.55       | 10,217.99        | 90,447.74    | 0.00
1 ส.ค. 2563  | 90,447.74     | 301.49         | 9,916.50       | 10,217.99        | 80,531.24    | 0.00
1 ก.ย. 2563  | 80,531.24     | 268.44         | 9,949.55       | 10,217.99        | 70,581.69    | 0.00
1 ต.ค. 2563  | 70,581.69     | 235.27         | 9,982.72       | 10,217.99        | 60,598.97    | 0.00
1 พ.ย. 2563  | 60,598.97     | 202.00         | 10,015.99      | 10,217.99        | 50,582.98    | 0.00
1 ธ.ค. 2563  | 50,582.98     | 168.61         | 10,049.38      | 10,217.99        | 40,533.60    | 0.00
1 ม.ค. 2564  | 40,533.60     | 135.11         | 10,082.88      | 10,217.99        | 30,450.72    | 0.00
1 ก.พ. 2564  | 30,450.72     | 101.50         | 10,116.49      | 10,217.99        | 20,334.23    | 0.00
1 มี.ค. 2564  | 20,334.23     | 67.78          | 10,150.21      | 10,217.99        | 10,184.02    | 0.00
1 เม.ย. 2564 | 10,184.02     | 33.95          | 10,184.02      | 10,217.97        | 0.00         | 0.00
"""


def test_a_moratorium_that_forgoes_interest_and_lengthens_the_term() -> None:
    pause = Moratorium(date(2020, 4, 1), 3, PauseInterest.FORGONE, extends_term=True)
    dues = schedule(ordinary(moratoria=(pause,)))
    assert table(dues) == drawn_table(MORATORIUM)
    assert [baht(due.forgone) for due in dues] == [cells[6] for cells in rows(MORATORIUM)]


# 3. The other kind: three months in which neither is paid and the term stays. Six months carry what twelve
#    should have, and the interest of the three months, 3 x 301.49 = 904.47, comes with the last instalment.

POSTPONED = """
ครบกำหนด     | ยกมา (before) | ดอก (interest) | ต้น (principal) | งวด (instalment) | เหลือ (after)
-------------+---------------+----------------+----------------+------------------+-------------
1 ก.พ. 2563  | 120,000.00    | 400.00         | 9,817.99       | 10,217.99        | 110,182.01
1 มี.ค. 2563  | 110,182.01    | 367.27         | 9,850.72       | 10,217.99        | 100,331.29
1 เม.ย. 2563 | 100,331.29    | 334.44         | 9,883.55       | 10,217.99        | 90,447.74
1 พ.ค. 2563  | 90,447.74     | 0.00           | 0.00           | 0.00             | 90,447.74
1 มิ.ย. 2563  | 90,447.74     | 0.00           | 0.00           | 0.00             | 90,447.74
1 ก.ค. 2563  | 90,447.74     | 0.00           | 0.00           | 0.00             | 90,447.74
1 ส.ค. 2563  | 90,447.74     | 301.49         | 14,949.49      | 15,250.98        | 75,498.25
1 ก.ย. 2563  | 75,498.25     | 251.66         | 14,999.32      | 15,250.98        | 60,498.93
1 ต.ค. 2563  | 60,498.93     | 201.66         | 15,049.32      | 15,250.98        | 45,449.61
1 พ.ย. 2563  | 45,449.61     | 151.50         | 15,099.48      | 15,250.98        | 30,350.13
1 ธ.ค. 2563  | 30,350.13     | 101.17         | 15,149.81      | 15,250.98        | 15,200.32
1 ม.ค. 2564  | 15,200.32     | 955.14         | 15,200.32      | 16,155.46        | 0.00
"""


def test_a_moratorium_that_postpones_interest_within_the_term() -> None:
    pause = Moratorium(date(2020, 4, 2), 3, PauseInterest.DEFERRED, extends_term=False)
    dues = schedule(ordinary(moratoria=(pause,)))
    assert table(dues) == drawn_table(POSTPONED)
    assert (baht(dues[-1].brought), baht(sum(due.deferred for due in dues))) == ("904.47", "904.47")


# 4. The rate falls from 4 to 3.5 per cent on 1 May 2567; the eight months that are left are reckoned anew.

RATE_CUT = """
ครบกำหนด     | ยกมา (before) | ดอก (interest) | ต้น (principal) | งวด (instalment) | เหลือ (after) | ร้อยละ
-------------+---------------+----------------+----------------+------------------+--------------+------
1 ก.พ. 2567  | 120,000.00    | 400.00         | 9,817.99       | 10,217.99        | 110,182.01   | 4.0
1 มี.ค. 2567  | 110,182.01    | 367.27         | 9,850.72       | 10,217.99        | 100,331.29   | 4.0
1 เม.ย. 2567 | 100,331.29    | 334.44         | 9,883.55       | 10,217.99        | 90,447.74    | 4.0
1 พ.ค. 2567  | 90,447.74     | 301.49         | 9,916.50       | 10,217.99        | 80,531.24    | 4.0
1 มิ.ย. 2567  | 80,531.24     | 234.88         | 9,964.10       | 10,198.98        | 70,567.14    | 3.5
1 ก.ค. 2567  | 70,567.14     | 205.82         | 9,993.16       | 10,198.98        | 60,573.98    | 3.5
1 ส.ค. 2567  | 60,573.98     | 176.67         | 10,022.31      | 10,198.98        | 50,551.67    | 3.5
1 ก.ย. 2567  | 50,551.67     | 147.44         | 10,051.54      | 10,198.98        | 40,500.13    | 3.5
1 ต.ค. 2567  | 40,500.13     | 118.13         | 10,080.85      | 10,198.98        | 30,419.28    | 3.5
1 พ.ย. 2567  | 30,419.28     | 88.72          | 10,110.26      | 10,198.98        | 20,309.02    | 3.5
1 ธ.ค. 2567  | 20,309.02     | 59.23          | 10,139.75      | 10,198.98        | 10,169.27    | 3.5
1 ม.ค. 2568  | 10,169.27     | 29.66          | 10,169.27      | 10,198.93        | 0.00         | 3.5
"""


def test_a_rate_that_falls() -> None:
    rates = (FOUR_PER_CENT, RateFrom(date(2024, 5, 1), Decimal("0.035")))
    dues = schedule(Terms(12_000_000, date(2024, 2, 1), 12, rates, ANNUITY))
    assert table(dues) == drawn_table(RATE_CUT)
    assert [f"{due.rate * 100:.1f}" for due in dues] == [cells[6] for cells in rows(RATE_CUT)]


# 5. Equal principal after three months of grace in which interest is paid: 100,000 baht over 12 months.

GRACE = """
ครบกำหนด     | ยกมา (before) | ดอก (interest) | ต้น (principal) | งวด (instalment) | เหลือ (after)
-------------+---------------+----------------+----------------+------------------+-------------
1 ก.พ. 2563  | 100,000.00    | 333.33         | 0.00           | 333.33           | 100,000.00
1 มี.ค. 2563  | 100,000.00    | 333.33         | 0.00           | 333.33           | 100,000.00
1 เม.ย. 2563 | 100,000.00    | 333.33         | 0.00           | 333.33           | 100,000.00
1 พ.ค. 2563  | 100,000.00    | 333.33         | 11,111.11      | 11,444.44        | 88,888.89
1 มิ.ย. 2563  | 88,888.89     | 296.30         | 11,111.11      | 11,407.41        | 77,777.78
1 ก.ค. 2563  | 77,777.78     | 259.26         | 11,111.11      | 11,370.37        | 66,666.67
1 ส.ค. 2563  | 66,666.67     | 222.22         | 11,111.11      | 11,333.33        | 55,555.56
1 ก.ย. 2563  | 55,555.56     | 185.19         | 11,111.11      | 11,296.30        | 44,444.45
1 ต.ค. 2563  | 44,444.45     | 148.15         | 11,111.11      | 11,259.26        | 33,333.34
1 พ.ย. 2563  | 33,333.34     | 111.11         | 11,111.11      | 11,222.22        | 22,222.23
1 ธ.ค. 2563  | 22,222.23     | 74.07          | 11,111.11      | 11,185.18        | 11,111.12
1 ม.ค. 2564  | 11,111.12     | 37.04          | 11,111.12      | 11,148.16        | 0.00
"""


def test_equal_principal_after_grace() -> None:
    convention = Convention("principal", Instalments.EQUAL_PRINCIPAL)
    terms = Terms(10_000_000, date(2020, 2, 1), 12, (FOUR_PER_CENT,), convention, graces=(Grace(3),))
    assert table(schedule(terms)) == drawn_table(GRACE)


# 6. What is owed of the first loan. The second instalment is paid late and in part, then far too much comes.

PAYMENTS = """
วันที่ (day)     | ชำระ (paid) | ดอก (interest) | ต้น (principal) | ล่วงหน้า (ahead) | เกิน (excess)
--------------+-------------+----------------+----------------+----------------+-------------
1 ก.พ. 2563   | 10,217.99   | 400.00         | 9,817.99       | 0.00           | 0.00
15 เม.ย. 2563 | 5,000.00    | 701.71         | 4,298.29       | 0.00           | 0.00
20 เม.ย. 2563 | 110,000.00  | 0.00           | 15,435.98      | 91,961.89      | 2,602.13
"""

OWED = """
ณ วันที่ (as at) | ดอกค้าง (interest) | ต้นค้าง (principal) | วัน (days) | ค้างตั้งแต่ (oldest) | คงเหลือ (outstanding)
--------------+-------------------+-------------------+-----------+------------------+---------------------
31 ธ.ค. 2562  | 0.00              | 0.00              | 0         |                  | 0.00
1 ม.ค. 2563   | 0.00              | 0.00              | 0         |                  | 120,000.00
31 ม.ค. 2563  | 0.00              | 0.00              | 0         |                  | 120,000.00
1 ก.พ. 2563   | 0.00              | 0.00              | 0         |                  | 110,182.01
1 มี.ค. 2563   | 367.27            | 9,850.72          | 0         | 1 มี.ค. 2563      | 110,182.01
31 มี.ค. 2563  | 367.27            | 9,850.72          | 30        | 1 มี.ค. 2563      | 110,182.01
1 เม.ย. 2563  | 701.71            | 19,734.27         | 31        | 1 มี.ค. 2563      | 110,182.01
15 เม.ย. 2563 | 0.00              | 15,435.98         | 45        | 1 มี.ค. 2563      | 105,883.72
20 เม.ย. 2563 | 0.00              | 0.00              | 0         |                  | 90,447.74
1 พ.ค. 2563   | 0.00              | 0.00              | 0         |                  | 80,531.24
"""

AGES = """
ณ วันที่ (as at) | current   | 1-30      | 31-60     | 61-90 | 91-180 | 181-365 | over-365
--------------+-----------+-----------+-----------+-------+--------+---------+---------
1 มี.ค. 2563   | 10,217.99 | 0.00      | 0.00      | 0.00  | 0.00   | 0.00    | 0.00
31 มี.ค. 2563  | 0.00      | 10,217.99 | 0.00      | 0.00  | 0.00   | 0.00    | 0.00
1 เม.ย. 2563  | 10,217.99 | 0.00      | 10,217.99 | 0.00  | 0.00   | 0.00    | 0.00
15 เม.ย. 2563 | 0.00      | 9,883.55  | 5,552.43  | 0.00  | 0.00   | 0.00    | 0.00
"""


FIRST_PAID = [Payment(date(2020, 2, 1), 1_021_799)]


def asked_on(written: str, paid_first: PaidFirst = PaidFirst.ALL_INTEREST) -> Owed:
    payments = [Payment(day(cells[0]), satang(cells[1])) for cells in rows(PAYMENTS)]
    return owed(schedule(ordinary()), payments, day(written), paid_first)


def test_where_each_payment_went() -> None:
    splits = asked_on("20 เม.ย. 2563").splits
    assert [
        [baht(number) for number in (split.interest, split.principal, split.ahead, split.excess)]
        for split in splits
    ] == [cells[2:] for cells in rows(PAYMENTS)]


@pytest.mark.parametrize(("on", "interest", "principal", "days", "oldest", "outstanding"), rows(OWED))
def test_what_is_owed(
    on: str, interest: str, principal: str, days: str, oldest: str, outstanding: str
) -> None:
    found = asked_on(on)
    assert [baht(found.interest_due), baht(found.principal_due)] == [interest, principal]
    assert found.days_in_arrears == int(days)
    assert (found.oldest.day if found.oldest else None) == (day(oldest) if oldest else None)
    assert baht(found.principal_outstanding) == outstanding


@pytest.mark.parametrize(("on", "sums"), [(cells[0], cells[1:]) for cells in rows(AGES)])
def test_arrears_by_age(on: str, sums: list[str]) -> None:
    assert {age.value: baht(number) for age, number in by_age(asked_on(on)).items()} == dict(
        zip([age.value for age in Age], sums, strict=True)
    )


def test_what_falls_due_on_the_day_of_a_payment_counts_among_what_it_settles() -> None:
    """On 1 April the second and third instalment are open: 367.27 + 334.44 of interest come first."""
    found = owed(schedule(ordinary()), [*FIRST_PAID, Payment(date(2020, 4, 1), 500_000)], date(2020, 4, 1))
    assert (baht(found.splits[1].interest), baht(found.splits[1].principal)) == ("701.71", "4,298.29")


def test_the_oldest_instalment_first_where_a_contract_says_so() -> None:
    split = asked_on("15 เม.ย. 2563", PaidFirst.OLDEST_INSTALMENT).splits[1]
    assert (baht(split.interest), baht(split.principal)) == ("367.27", "4,632.73")


# 7. Portfolio at risk on 15 April 2563: three such loans, of which three, two and one instalments were paid.

LOANS = """
สัญญา (loan) | งวดที่ชำระแล้ว (paid) | วัน (days) | คงเหลือ (outstanding)
------------+--------------------+-----------+---------------------
ก           | 3                  | 0         | 90,447.74
ข           | 2                  | 14        | 100,331.29
ค           | 1                  | 45        | 110,182.01
"""


@pytest.mark.parametrize(("on", "at_risk"), [("31 มี.ค. 2563", "0.00"), ("1 เม.ย. 2563", "110,182.01")])
def test_thirty_days_late_is_not_yet_at_risk(on: str, at_risk: str) -> None:
    found = portfolio([owed(schedule(ordinary()), FIRST_PAID, day(on))])
    assert (baht(found.at_risk), found.loans_at_risk) == (at_risk, int(at_risk != "0.00"))


def test_portfolio_at_risk() -> None:
    dues = schedule(ordinary())
    loans = []
    for _, paid, days, outstanding in rows(LOANS):
        payments = [Payment(due.day, due.instalment) for due in dues[: int(paid)]]
        loans.append(owed(dues, payments, date(2020, 4, 15)))
        assert (loans[-1].days_in_arrears, baht(loans[-1].principal_outstanding)) == (int(days), outstanding)
    found = portfolio(loans)
    assert (baht(found.at_risk), baht(found.outstanding)) == ("110,182.01", "300,961.04")
    assert found.share_at_risk == Decimal("0.3661")  # 110,182.01 / 300,961.04 = 0.36610...
    assert portfolio(loans, over_days=13).share_at_risk == Decimal("0.6995")  # 210,513.30 / 300,961.04
    assert portfolio([]).share_at_risk is None
