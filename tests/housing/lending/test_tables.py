"""Loans through the database, in tables to check by eye, and many loans together.

The tables were worked out as on a spreadsheet, with no part of the programme: the interest of a month is a
twelfth of the year's on what is owed; of a drawdown within a month only the days that are left of it count.
"""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.housing.conftest import Canal
from tests.housing.lending.conftest import answered, drawn, lent, paid
from tests.spec.standing import rows
from tests.spec.test_loan_schedules import baht, drawn_table, table
from tidtam.housing.actions.lending import NewLoan
from tidtam.housing.lending.models import Loan
from tidtam.housing.lending.queries import Reckoned, reckoned, together, within
from tidtam.housing.lending.sums import interest, principal
from tidtam.housing.loans.arrears import Age
from tidtam.ledger_store.read import Moment
from tidtam.places.models import Place

pytestmark = pytest.mark.django_db


def seen(loan: Loan, day: date = date(2026, 1, 1)) -> Reckoned:
    return reckoned([Loan.objects.get(pk=loan.pk)], Moment(day))[0]


# 1. The rate falls from 4 to 3.5 per cent on 1 June 2567; the seven months from then on are reckoned anew.

RATE_CUT = """
ครบกำหนด | ยกมา (before) | ดอก (interest) | ต้น (principal) | งวด (instalment) | เหลือ (after) | ร้อยละ
---+---+---+---+---+---+---
1 ก.พ. 2567 | 120,000.00 | 400.00 | 9,817.99 | 10,217.99 | 110,182.01 | 4
1 มี.ค. 2567 | 110,182.01 | 367.27 | 9,850.72 | 10,217.99 | 100,331.29 | 4
1 เม.ย. 2567 | 100,331.29 | 334.44 | 9,883.55 | 10,217.99 | 90,447.74 | 4
1 พ.ค. 2567 | 90,447.74 | 301.49 | 9,916.50 | 10,217.99 | 80,531.24 | 4
1 มิ.ย. 2567 | 80,531.24 | 268.44 | 9,949.55 | 10,217.99 | 70,581.69 | 4
1 ก.ค. 2567 | 70,581.69 | 205.86 | 9,995.22 | 10,201.08 | 60,586.47 | 3.5
1 ส.ค. 2567 | 60,586.47 | 176.71 | 10,024.37 | 10,201.08 | 50,562.10 | 3.5
1 ก.ย. 2567 | 50,562.10 | 147.47 | 10,053.61 | 10,201.08 | 40,508.49 | 3.5
1 ต.ค. 2567 | 40,508.49 | 118.15 | 10,082.93 | 10,201.08 | 30,425.56 | 3.5
1 พ.ย. 2567 | 30,425.56 | 88.74 | 10,112.34 | 10,201.08 | 20,313.22 | 3.5
1 ธ.ค. 2567 | 20,313.22 | 59.25 | 10,141.83 | 10,201.08 | 10,171.39 | 3.5
1 ม.ค. 2568 | 10,171.39 | 29.67 | 10,171.39 | 10,201.06 | 0.00 | 3.5
"""


@pytest.fixture
def of_2567(canal: Canal, new: NewLoan) -> Loan:
    made = lent(
        canal,
        new,
        contracted_on=date(2023, 12, 20),
        approved_on=date(2023, 12, 1),
        first_due=date(2024, 2, 1),
    )
    drawn(canal, made, 12_000_000, date(2024, 1, 1))
    return made


def test_the_cut_of_2567(of_2567: Loan) -> None:
    found = seen(of_2567)
    assert table(found.dues) == drawn_table(RATE_CUT)
    assert [f"{(due.rate * 100).normalize():f}" for due in found.dues] == [
        cells[6] for cells in rows(RATE_CUT)
    ]
    assert found.questions == []


def test_who_declined_the_cut_keeps_the_rate(canal: Canal, of_2567: Loan) -> None:
    answered(canal, of_2567, "housing-rate-2567", accepts=False)
    assert {due.rate for due in seen(of_2567).dues} == {Decimal("0.04")}


def test_where_no_paper_gives_the_rate_the_schedule_says_so(canal: Canal, new: NewLoan) -> None:
    """No paper was found for the time after 31 May 2568."""
    (question,) = seen(lent(canal, new, months=84)).questions
    assert question.code == "lending.rate-unknown"
    assert "31 พ.ค. 68" in question.what("th")


# 2. 50,000 baht drawn at first and 70,000 on 16 March; three months of grace in which interest is paid.

DRAWN_IN_TWO = """
ครบกำหนด | ยกมา (before) | ดอก (interest) | ต้น (principal) | งวด (instalment) | เหลือ (after) | ร้อยละ
---+---+---+---+---+---+---
1 ก.พ. 2563 | 50,000.00 | 166.67 | 0.00 | 166.67 | 50,000.00 | 4
1 มี.ค. 2563 | 50,000.00 | 166.67 | 0.00 | 166.67 | 50,000.00 | 4
1 เม.ย. 2563 | 120,000.00 | 287.10 | 0.00 | 287.10 | 120,000.00 | 4
1 พ.ค. 2563 | 120,000.00 | 400.00 | 13,156.54 | 13,556.54 | 106,843.46 | 4
1 มิ.ย. 2563 | 106,843.46 | 356.14 | 13,200.40 | 13,556.54 | 93,643.06 | 4
1 ก.ค. 2563 | 93,643.06 | 312.14 | 13,244.40 | 13,556.54 | 80,398.66 | 4
1 ส.ค. 2563 | 80,398.66 | 268.00 | 13,288.54 | 13,556.54 | 67,110.12 | 4
1 ก.ย. 2563 | 67,110.12 | 223.70 | 13,332.84 | 13,556.54 | 53,777.28 | 4
1 ต.ค. 2563 | 53,777.28 | 179.26 | 13,377.28 | 13,556.54 | 40,400.00 | 4
1 พ.ย. 2563 | 40,400.00 | 134.67 | 13,421.87 | 13,556.54 | 26,978.13 | 4
1 ธ.ค. 2563 | 26,978.13 | 89.93 | 13,466.61 | 13,556.54 | 13,511.52 | 4
1 ม.ค. 2564 | 13,511.52 | 45.04 | 13,511.52 | 13,556.56 | 0.00 | 4
"""


def test_two_drawdowns_and_grace(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new, graces=((3, "due"),))
    drawn(canal, loan, 5_000_000, date(2020, 1, 1))
    drawn(canal, loan, 7_000_000, date(2020, 3, 16))
    assert table(seen(loan).dues) == drawn_table(DRAWN_IN_TWO)


# 3. Loans of 120,000 baht on 15 April 2563: three of which three, two and one instalments were paid, as in
#    tests/spec, and one of which nothing was drawn.

LOANS = """
สัญญา (loan) | งวดที่ชำระแล้ว (paid) | วัน (days) | คงเหลือ (outstanding)
---+---+---+---
L-A | 3 | 0  | 90,447.74
L-B | 2 | 14 | 100,331.29
L-C | 1 | 45 | 110,182.01
"""


@pytest.fixture
def four(canal: Canal, new: NewLoan) -> list[Loan]:
    made = []
    for code, times, _, _ in rows(LOANS):
        loan = lent(canal, new, code=code)
        drawn(canal, loan, 12_000_000, date(2020, 1, 1))
        for month in range(2, 2 + int(times)):
            paid(canal, loan, 1_021_799, date(2020, month, 1))
        made.append(loan)
    return [*made, lent(canal, new, code="L-D")]


def test_each_by_itself(four: list[Loan]) -> None:
    found = reckoned(four, Moment(date(2020, 4, 15)))
    assert [
        [one.loan.code, str(one.owed.days_in_arrears), baht(one.outstanding.satang)]
        for one in found[:3]
        if one.owed
    ] == [[code, days, outstanding] for code, _, days, outstanding in rows(LOANS)]
    assert (found[3].owed, found[3].outstanding, found[3].ages, found[3].late) == (None, None, None, None)


def test_all_together(four: list[Loan]) -> None:
    found = together(reckoned(four, Moment(date(2020, 4, 15))))
    assert found is not None
    assert (found.loans, found.undrawn, found.portfolio.loans) == (4, 1, 3)
    assert (baht(found.portfolio.at_risk), baht(found.portfolio.outstanding)) == ("110,182.01", "300,961.04")
    assert found.portfolio.share_at_risk == Decimal("0.3661")
    assert (baht(found.approved.satang), baht(found.drawn.satang)) == ("480,000.00", "360,000.00")
    # The third and fourth instalments of L-C are open, the fourth of L-B.
    assert {age.value: baht(satang) for age, satang in found.ages.items() if satang} == {
        "1-30": "20,435.98",
        "31-60": "10,217.99",
    }
    assert baht(found.outstanding_ages[Age.TO_60]) == "110,182.01"


def test_loans_of_a_place_with_all_that_lies_in_it(four: list[Loan]) -> None:
    codes = {}
    for code in ("10", "canal:lat-phrao", "50", "TH"):
        place = Place.objects.get(code=code)
        codes[code] = within(Loan.objects.all(), place, date(2020, 4, 15)).count()
    assert codes == {"10": 4, "canal:lat-phrao": 4, "50": 0, "TH": 4}


def test_without_loans_nothing_is_known() -> None:
    assert together([]) is None


def test_many_loans_ask_the_database_no_more_than_one(four: list[Loan]) -> None:
    asked = []
    for some in (four[:1], four):
        known = list(Loan.objects.filter(pk__in=[one.pk for one in some]).prefetch_related("answers"))
        with CaptureQueriesContext(connection) as queries:
            reckoned(known, Moment(date(2020, 4, 15)))
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_principal_and_interest_are_never_added() -> None:
    with pytest.raises(TypeError):
        principal(1) + interest(1)
    with pytest.raises(TypeError):
        principal(1) + 1
    with pytest.raises(TypeError):
        sum([principal(1), interest(1)])  # type: ignore[call-overload]
    with pytest.raises(TypeError):
        1 + interest(1)
