"""What a loan may not do, with the rule or contract that says so and its paper; and who may not see it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.housing.conftest import Canal
from tests.housing.lending.conftest import drawn, lent, paid
from tidtam.housing.actions.lending import NewLoan, add_loan, answer_change, confirm_answer, draw, receive
from tidtam.housing.lending.models import Loan
from tidtam.housing.lending.queries import readable, reckoned
from tidtam.people.access import access_of
from tidtam.problems import Refused
from tidtam.review.actions import approve, take_back

pytestmark = pytest.mark.django_db
JANUARY = date(2020, 1, 1)


def told(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def test_more_than_was_approved_is_not_drawn(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    drawn(canal, loan, 8_000_000, JANUARY)
    with pytest.raises(Refused) as refused:
        draw(actor=canal.kamon, loan=loan, satang=4_000_001, day=JANUARY, paper="บ.2")
    (problem,) = refused.value.problems
    said = problem.what("th")
    assert problem.code == "lending.drawn-too-much"
    assert all(
        part in said for part in ("120,000.00", "80,000.00", "40,000.01", "0.01", "ส.1/2563", "มติ 12/2562")
    )
    assert "40,000.00" in problem.do("th")
    drawn(canal, loan, 4_000_000, JANUARY, "บ.2")


def test_two_drawdowns_that_wait_are_not_both_let_in(canal: Canal, new: NewLoan) -> None:
    """Each would do by itself; the second is refused where it is let in."""
    loan = lent(canal, new)
    claims = [
        draw(actor=canal.kamon, loan=loan, satang=8_000_000, day=JANUARY, paper=paper)
        for paper in ("บ.1", "บ.2")
    ]
    done = approve(actor=canal.wanchai, keys=[claim.key for claim in claims])
    assert (len(done.accepted), [problem.code for problem in done.problems]) == (
        1,
        ["lending.drawn-too-much"],
    )


def test_nothing_is_repaid_before_it_is_drawn(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    with pytest.raises(Refused) as refused:
        receive(actor=canal.kamon, loan=loan, satang=100, day=JANUARY, paper="ร.1")
    assert told(refused) == ["lending.nothing-drawn"]
    drawn(canal, loan, 12_000_000, date(2020, 1, 15))
    with pytest.raises(Refused) as refused:
        receive(actor=canal.kamon, loan=loan, satang=100, day=JANUARY, paper="ร.1")
    assert told(refused) == ["loans.paid-before-loan"]


def test_no_more_is_repaid_than_the_loan_asks_for(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    drawn(canal, loan, 12_000_000, JANUARY)
    whole = 12 * 1_021_799 - 2
    with pytest.raises(Refused) as refused:
        receive(actor=canal.kamon, loan=loan, satang=whole + 1, day=date(2020, 2, 1), paper="ร.1")
    (problem,) = refused.value.problems
    assert problem.code == "lending.paid-too-much"
    assert "0.01" in problem.what("en")
    paid(canal, loan, whole, date(2020, 2, 1))


def test_a_slip_is_told_once(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    drawn(canal, loan, 12_000_000, JANUARY)
    paid(canal, loan, 100, date(2020, 2, 1), "ร.9")
    with pytest.raises(Refused) as refused:
        receive(actor=canal.kamon, loan=loan, satang=100, day=date(2020, 2, 2), paper=" ร.9 ")
    assert told(refused) == ["lending.paper-twice"]


def test_the_same_form_sent_twice_is_one_slip(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    drawn(canal, loan, 12_000_000, JANUARY)
    first = paid(canal, loan, 100, date(2020, 2, 1), "ร.9")
    again = receive(
        actor=canal.kamon, loan=loan, satang=100, day=date(2020, 2, 1), paper="ร.9", key=first.key
    )
    assert again.pk == first.pk


@pytest.mark.parametrize(
    ("changes", "code", "paper"),
    [
        (
            {"months": 241, "first_due": date(2020, 3, 1), "approved_on": date(2020, 1, 6)},
            "money.term-too-long",
            "20",
        ),
        ({"principal": 36_000_001, "savings": 3_600_001}, "money.over-ceiling", "360,000.00"),
        (
            {"principal": 72_000_001, "households": 2, "savings": 7_200_001},
            "money.over-ceiling",
            "360,000.00",
        ),
        ({"savings": 1_199_999}, "money.share-too-small", "12,000.00"),
        ({"savings": None}, "money.share-too-small", "12,000.00"),
    ],
)
def test_a_loan_keeps_to_the_rules_of_its_day(
    canal: Canal, new: NewLoan, changes: dict[str, object], code: str, paper: str
) -> None:
    with pytest.raises(Refused) as refused:
        add_loan(actor=canal.kamon, new=replace(new, **changes))
    (problem,) = refused.value.problems
    assert problem.code == code
    assert "เอกสาร: " in problem.what("th")
    assert paper in problem.what("th")
    assert not Loan.objects.exists()


def test_the_ceiling_hangs_on_the_land(canal: Canal, new: NewLoan) -> None:
    """From 6 January 2563: 330,000 baht on the same land, 360,000 on new land."""
    of_day = replace(
        new, approved_on=date(2020, 1, 6), principal=34_000_000, savings=3_400_000, households=1, months=240
    )
    for solution, code in (("on_site", "money.over-ceiling"), ("", "money.solution-needed")):
        with pytest.raises(Refused) as refused:
            add_loan(actor=canal.kamon, new=replace(of_day, solution=solution))
        assert told(refused) == [code]
    assert add_loan(actor=canal.kamon, new=replace(of_day, solution="relocation"))


def test_an_exception_says_why_who_and_by_which_paper(canal: Canal, new: NewLoan) -> None:
    beyond = replace(new, principal=40_000_000, savings=4_000_000)
    with pytest.raises(Refused) as refused:
        add_loan(actor=canal.kamon, new=replace(beyond, exception_reason="แพง"))
    assert "lending.exception-half" in told(refused)
    given = {"exception_reason": "แพง", "exception_by": "คณะกรรมการ", "exception_paper": "มติ 3/2563"}
    assert add_loan(actor=canal.kamon, new=replace(beyond, **given)).is_exception


def test_before_there_was_a_rate_no_loan_can_be_reckoned(canal: Canal, new: NewLoan) -> None:
    early = replace(
        new, approved_on=date(2015, 1, 1), contracted_on=date(2015, 1, 2), first_due=date(2015, 3, 1)
    )
    with pytest.raises(Refused) as refused:
        add_loan(actor=canal.kamon, new=early)
    assert "lending.no-convention" in told(refused)


def test_everything_wrong_comes_at_once(canal: Canal, new: NewLoan) -> None:
    bad = replace(
        new, code="๑", programme="none", contract_number=" ", paper="", principal=0, solution="castle"
    )
    with pytest.raises(Refused) as refused:
        add_loan(actor=canal.kamon, new=bad)
    assert told(refused) == [
        "lending.code-bad", "housing.no-such-programme", "lending.contract-missing", "lending.paper-missing",
        "lending.not-positive", "housing.code-unknown",
    ]  # fmt: skip


def test_what_was_drawn_is_not_taken_back_while_it_is_repaid(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    claim = drawn(canal, loan, 12_000_000, JANUARY)
    paid(canal, loan, 1_021_799, date(2020, 2, 1))
    with pytest.raises(Refused):
        take_back(actor=canal.wanchai, keys=[claim.key], reason="ผิดสัญญา")


def test_an_outsider_sees_and_tells_nothing(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    assert list(readable(access_of(canal.chai))) == []
    assert list(readable(access_of(canal.kamon))) == [loan]
    for deed in (draw, receive):
        with pytest.raises(Refused):
            deed(actor=canal.chai, loan=loan, satang=100, day=JANUARY, paper="x")
    with pytest.raises(Refused):
        add_loan(actor=canal.chai, new=replace(new, code="L-2"))


def test_who_noted_an_answer_does_not_confirm_it(canal: Canal, new: NewLoan) -> None:
    loan = lent(canal, new)
    asked = {
        "loan": loan,
        "code": "covid-2563-1",
        "accepted": True,
        "answered_on": date(2020, 4, 9),
        "paper": "น.1",
    }
    answer = answer_change(actor=canal.kamon, **asked)
    for who in (canal.kamon, canal.boonsri, canal.chai):
        with pytest.raises(Refused):
            confirm_answer(actor=who, answer=answer)
    with pytest.raises(Refused) as refused:
        answer_change(actor=canal.kamon, **asked)
    assert told(refused) == ["lending.answered-already"]
    with pytest.raises(Refused) as refused:
        answer_change(actor=canal.kamon, **asked | {"code": "made-up"})
    assert told(refused) == ["lending.no-such-change"]
    assert confirm_answer(actor=canal.wanchai, answer=answer).confirmed_by == canal.wanchai


def test_an_answer_without_room_is_refused_on_a_loan_of_which_nothing_is_drawn(
    canal: Canal, new: NewLoan
) -> None:
    """Else no page of the loan would open any more."""
    loan = lent(canal, new, contracted_on=date(2020, 3, 1), first_due=date(2020, 12, 1))
    answer = answer_change(
        actor=canal.kamon,
        loan=loan,
        code="covid-2563-1",
        accepted=True,
        answered_on=date(2020, 4, 9),
        paper="น.1",
    )
    with pytest.raises(Refused):
        confirm_answer(actor=canal.wanchai, answer=answer)
    assert reckoned([loan])[0].loan == loan
