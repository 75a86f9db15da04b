"""A grant from its approval to its last instalment: what is refused says the rule and its paper."""

from collections.abc import Mapping
from datetime import date
from uuid import uuid4

import pytest

from tests.documents.pictures import pdf
from tests.housing.conftest import Canal, some_households
from tests.housing.test_moving import moved
from tidtam.housing.actions import (
    Planned,
    Shown,
    contract_grant,
    give_exception,
    move_grant,
    pay_grant,
    propose_grant,
)
from tidtam.housing.grants.instalments import of_project, paid_too_early, waiting
from tidtam.housing.grants.money import money_of, paid_to, stands_at
from tidtam.housing.models import GrantItem, Household, Instalment, Project
from tidtam.ledger_store.check import faults
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.problems import Problem, Refused
from tidtam.review.actions import approve, take_back
from tidtam.review.models import Claim
from tidtam.review.words import ClaimState

pytestmark = pytest.mark.django_db
BAHT = 100
DAY = date(2019, 1, 15)
PARTS = {"infrastructure": 50_000 * BAHT, "house": 25_000 * BAHT, "impact_relief": 72_000 * BAHT}
WHOLE = 147_000 * BAHT


def given(canal: Canal, project: Project, some: list[Household], parts: Mapping[str, int] = PARTS) -> Claim:
    """Proposed by Kamon, let in by Wanchai of finance."""
    claim = propose_grant(actor=canal.kamon, project=project, day=DAY, parts=dict.fromkeys(some, parts))
    return let_in(canal.wanchai, claim)


def let_in(who: User, claim: Claim) -> Claim:
    done = approve(actor=who, keys=[claim.key])
    assert (done.problems, done.accepted) == ([], [str(claim.key)])
    claim.refresh_from_db()
    return claim


def contracted(canal: Canal, project: Project, *plan: Planned) -> Claim:
    return let_in(canal.wanchai, contract_grant(actor=canal.kamon, project=project, day=DAY, plan=plan))


def paid(canal: Canal, project: Project, satang: int, day: date = date(2019, 3, 1)) -> Claim:
    claim = pay_grant(actor=canal.kamon, project=project, day=day, satang=satang, voucher="บค. 1/2562")
    return let_in(canal.wanchai, claim)


def baht(project: Project) -> dict[str, int] | None:
    """What stands at or beyond each stage, in baht."""
    found = money_of([project]).get(project.pk)
    return {stage: satang // BAHT for stage, satang in found.at.items() if satang} if found else None


def problems(refused: pytest.ExceptionInfo[Refused]) -> list[Problem]:
    return list(refused.value.problems)


def test_from_approval_to_the_last_instalment(canal: Canal, project: Project) -> None:
    """Three instalments: with the contract, when half are building, when all are completed."""
    some = some_households(canal, project, 4)
    moved(canal, project, some, "rights")
    assert baht(project) is None  # unknown is not nought
    given(canal, project, some)
    third = 196_000 * BAHT
    plan = (
        Planned(satang=third),
        Planned(satang=third, stage="building", share=50),
        Planned(satang=third, stage="completed"),
    )
    contracted(canal, project, *plan)
    assert baht(project) == {"approved": 588_000, "contracted": 588_000, "due": 196_000}
    moved(canal, project, some[:1], "building", date(2019, 2, 1))
    assert baht(project)["due"] == 196_000  # type: ignore[index]
    moved(canal, project, some[1:2], "building", date(2019, 2, 5))
    assert baht(project)["due"] == 392_000  # type: ignore[index]
    assert [one.number for one in of_project(project) if one.due is None] == [3]
    paid(canal, project, 392_000 * BAHT)
    moved(canal, project, some[2:3], "withdrew", date(2019, 4, 1))
    moved(canal, project, [some[0], some[1], some[3]], "completed", date(2019, 5, 1))
    assert baht(project) == {"approved": 588_000, "contracted": 588_000, "due": 588_000, "paid": 392_000}
    used = move_grant(
        actor=canal.kamon, project=project, stage="used", day=date(2019, 6, 1), satang=392_000 * BAHT,
        evidence=[Shown(pdf(), "ใบสำคัญ.pdf")],
    )  # fmt: skip
    let_in(canal.wanchai, used)
    assert baht(project)["used"] == 392_000  # type: ignore[index]
    assert faults() == []


def test_148_000_for_a_canal_household_is_refused_with_the_rule_and_its_paper(
    canal: Canal, project: Project
) -> None:
    some = some_households(canal, project, 1)
    with pytest.raises(Refused) as refused:
        given(canal, project, some, PARTS | {"impact_relief": 73_000 * BAHT})
    assert {one.code for one in problems(refused)} == {"money.over-ceiling"}
    text = problems(refused)[-1].text("th")
    assert "LP-01/0001" in text
    assert "148,000.00 บาท" in text
    assert "canals-grant" in text
    assert "15 มกราคม 2562" in text
    assert "เอกสาร:" in text
    assert not Claim.objects.exists()


def test_two_halves_are_not_more_than_the_whole(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 1)
    given(canal, project, some, {"house": 25_000 * BAHT})
    with pytest.raises(Refused):
        given(canal, project, some, {"house": 1 * BAHT})
    given(canal, project, some, {"infrastructure": 50_000 * BAHT, "impact_relief": 72_000 * BAHT})
    assert baht(project) == {"approved": 147_000}


def test_an_exception_needs_a_reason_and_an_owner_who_did_not_ask(canal: Canal, project: Project) -> None:
    owner = User.objects.create_user("ekachai", display_name="เอกชัย")
    nation = Place.objects.get(code="TH")
    give_role(actor=loader_account(), user=owner, role=Role.OWNER, place=nation, first_day=date(2016, 10, 1))
    (one,) = some_households(canal, project, 1)
    claim = propose_grant(
        actor=canal.kamon, project=project, day=DAY, parts={one: PARTS | {"impact_relief": 73_000 * BAHT}},
        exception="บ้านติดลำราง ต้องตอกเข็มเพิ่ม",
    )  # fmt: skip
    assert [p.code for p in approve(actor=canal.wanchai, keys=[claim.key]).problems] == [
        "housing.exception-not-given"
    ]
    for stranger in (canal.kamon, canal.boonsri):
        with pytest.raises(Refused):
            give_exception(actor=stranger, claim=claim.key)
    give_exception(actor=owner, claim=claim.key)
    let_in(canal.wanchai, claim)
    assert baht(project) == {"approved": 148_000}


def test_a_second_grant_for_the_same_citizen_id_is_refused(canal: Canal, project: Project) -> None:
    one, other = some_households(canal, project, 2)
    Household.objects.filter(pk__in=[one.pk, other.pk]).update(id_hash="f" * 64)
    given(canal, project, [one])
    other.refresh_from_db()
    with pytest.raises(Refused) as refused:
        given(canal, project, [other])
    assert [p.code for p in problems(refused)] == ["housing.second-grant"]
    assert "LP-01/0001" in problems(refused)[0].text("th")


def test_no_more_is_paid_than_is_due_nor_contracted_than_approved(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 1)
    given(canal, project, some)
    with pytest.raises(Refused) as refused:
        contracted(canal, project, Planned(satang=WHOLE + 1))
    assert [p.code for p in problems(refused)] == ["housing.more-than-there"]
    contracted(canal, project, Planned(satang=WHOLE))
    with pytest.raises(Refused) as refused:
        paid(canal, project, WHOLE + 1)
    assert [p.code for p in problems(refused)] == ["housing.more-than-there"]
    paid(canal, project, WHOLE)
    with pytest.raises(Refused):
        paid(canal, project, 1)
    assert baht(project) == dict.fromkeys(("approved", "contracted", "due", "paid"), 147_000)


def test_an_instalment_before_its_evidence_is_refused_and_says_what_it_waits_for(
    canal: Canal, project: Project
) -> None:
    some = some_households(canal, project, 2)
    moved(canal, project, some, "rights")
    given(canal, project, some)
    contracted(canal, project, Planned(satang=2 * WHOLE, stage="building"))
    with pytest.raises(Refused) as refused:
        paid(canal, project, WHOLE)
    assert [p.code for p in problems(refused)] == ["housing.more-than-there", "housing.not-due"]
    assert "2 จาก 2 ครัวเรือนถึงขั้น “อยู่ระหว่างก่อสร้าง”" in problems(refused)[1].text("th")
    assert len(list(waiting(project))) == 1


def test_nothing_is_paid_before_the_day_on_which_it_fell_due(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 1)
    given(canal, project, some)
    contracted(canal, project, Planned(satang=WHOLE))
    with pytest.raises(Refused):
        paid(canal, project, WHOLE, date(2019, 1, 14))
    paid(canal, project, WHOLE, DAY)


def test_what_made_an_instalment_due_is_taken_back_and_so_is_the_instalment(
    canal: Canal, project: Project
) -> None:
    some = some_households(canal, project, 1)
    moved(canal, project, some, "rights")
    given(canal, project, some)
    contracted(canal, project, Planned(satang=WHOLE, stage="building"))
    building = moved(canal, project, some, "building", date(2019, 2, 1))
    assert baht(project)["due"] == 147_000  # type: ignore[index]
    take_back(actor=canal.boonsri, keys=[building.key], reason="ผิดหลัง")
    assert "due" not in (baht(project) or {})
    assert Instalment.objects.get().due is None
    again = moved(canal, project, some, "building", date(2019, 2, 2))
    paid(canal, project, WHOLE)
    take_back(actor=canal.boonsri, keys=[again.key], reason="ผิดหลังอีก")
    assert baht(project)["paid"] == 147_000  # type: ignore[index]
    assert [one.number for one in paid_too_early(project)] == [1]
    assert faults() == []


def test_a_voucher_adds_up_to_its_paper(canal: Canal, project: Project) -> None:
    one, other = some_households(canal, project, 2)
    given(canal, project, [one, other])
    contracted(canal, project, Planned(satang=2 * WHOLE))
    parts = {one: WHOLE, other: WHOLE - 1}
    with pytest.raises(Refused) as refused:
        pay_grant(actor=canal.kamon, project=project, day=DAY, satang=2 * WHOLE, voucher="บค. 7", parts=parts)
    assert [p.code for p in problems(refused)] == ["housing.items-unlike"]
    parts[other] = WHOLE
    claim = pay_grant(
        actor=canal.kamon, project=project, day=DAY, satang=2 * WHOLE, voucher="บค. 7", parts=parts
    )
    assert paid_to([one, other]) == {}
    let_in(canal.wanchai, claim)
    assert paid_to([one, other]) == {one.pk: WHOLE, other.pk: WHOLE}


def test_management_stays_within_its_share(canal: Canal, project: Project) -> None:
    """5 per cent of 2 × 50,000 is 5,000, but never less than 50,000 a project."""
    some = some_households(canal, project, 2)
    with pytest.raises(Refused) as refused:
        propose_grant(
            actor=canal.kamon, project=project, day=DAY, parts=dict.fromkeys(some, PARTS),
            management=50_001 * BAHT,
        )  # fmt: skip
    assert [p.code for p in problems(refused)] == ["money.share-too-large"]
    claim = propose_grant(
        actor=canal.kamon, project=project, day=DAY, parts=dict.fromkeys(some, PARTS),
        management=50_000 * BAHT,
    )  # fmt: skip
    let_in(canal.wanchai, claim)
    assert baht(project) == {"approved": 344_000}


def test_finance_lets_money_in_and_nobody_else(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 1)
    claim = propose_grant(actor=canal.kamon, project=project, day=DAY, parts={some[0]: PARTS})
    for other in (canal.kamon, canal.boonsri, canal.chai):
        assert approve(actor=other, keys=[claim.key]).accepted == []
    with pytest.raises(Refused):
        propose_grant(actor=canal.chai, project=project, day=DAY, parts={some[0]: PARTS})


def left(project: Project) -> dict[str, int]:
    """What left the grant by each exit, in baht."""
    return {code: satang // BAHT for code, satang in money_of([project])[project.pk].left.items()}


def gone(canal: Canal, project: Project, stage: str, satang: int, day: date, before: str = "") -> Claim:
    """Returned or cancelled: told by Kamon, let in by Wanchai of finance."""
    claim = move_grant(actor=canal.kamon, project=project, stage=stage, day=day, satang=satang, before=before)
    return let_in(canal.wanchai, claim)


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in problems(refused)]


def test_what_is_returned_leaves_what_was_paid_and_is_not_paid_again(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 2)
    given(canal, project, some)
    contracted(canal, project, Planned(satang=WHOLE), Planned(satang=WHOLE))
    paid(canal, project, WHOLE)
    gone(canal, project, "returned", 47_000 * BAHT, date(2019, 4, 1))
    assert baht(project) == {"approved": 247_000, "contracted": 247_000, "due": 247_000, "paid": 100_000}
    assert left(project) == {"returned": 47_000}
    assert stands_at(project, "due", date(2019, 4, 1)) == WHOLE
    with pytest.raises(Refused) as refused:  # what came back is not due once more
        pay_grant(actor=canal.kamon, project=project, day=date(2019, 4, 2), satang=WHOLE + 1, voucher="บค. 2")
    assert codes(refused) == ["housing.more-than-there"]
    let_in(
        canal.wanchai,
        pay_grant(actor=canal.kamon, project=project, day=date(2019, 4, 2), satang=WHOLE, voucher="บค. 2"),
    )
    assert baht(project) == dict.fromkeys(("approved", "contracted", "due", "paid"), 247_000)
    assert left(project) == {"returned": 47_000}
    assert faults() == []


def test_no_more_is_returned_than_was_paid_by_its_day_and_not_used(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 1)
    given(canal, project, some)
    contracted(canal, project, Planned(satang=WHOLE))
    with pytest.raises(Refused) as refused:  # nothing was paid yet
        gone(canal, project, "returned", 1, DAY)
    assert codes(refused) == ["housing.more-than-there"]
    paid(canal, project, WHOLE)
    with pytest.raises(Refused) as refused:  # the day before it was paid
        gone(canal, project, "returned", WHOLE, date(2019, 2, 28))
    assert codes(refused) == ["housing.more-than-there"]
    used = move_grant(
        actor=canal.kamon, project=project, stage="used", day=date(2019, 4, 1), satang=100_000 * BAHT,
        evidence=[Shown(pdf(), "ใบสำคัญ.pdf")],
    )  # fmt: skip
    let_in(canal.wanchai, used)
    with pytest.raises(Refused) as refused:
        gone(canal, project, "returned", 47_000 * BAHT + 1, date(2019, 4, 2))
    assert codes(refused) == ["housing.more-than-there"]
    for some_of_it in (40_000, 7_000):
        gone(canal, project, "returned", some_of_it * BAHT, date(2019, 4, 2))
    assert left(project) == {"returned": 47_000}
    assert baht(project) == dict.fromkeys(("approved", "contracted", "due", "paid", "used"), 100_000)
    assert faults() == []


def test_what_waits_to_be_returned_cannot_be_used_or_returned_meanwhile(
    canal: Canal, project: Project
) -> None:
    some = some_households(canal, project, 1)
    given(canal, project, some)
    contracted(canal, project, Planned(satang=WHOLE))
    paid(canal, project, WHOLE)
    day = date(2019, 4, 1)
    waits = move_grant(actor=canal.kamon, project=project, stage="returned", day=day, satang=WHOLE)
    assert left(project) == {}  # finance has not let it in
    with pytest.raises(Refused) as refused:
        move_grant(actor=canal.kamon, project=project, stage="returned", day=day, satang=1)
    assert codes(refused) == ["housing.more-than-there"]
    let_in(canal.wanchai, waits)
    assert (baht(project), left(project)) == ({}, {"returned": 147_000})


def test_what_is_cancelled_cannot_be_contracted_and_what_is_contracted_not_cancelled_as_approved(
    canal: Canal, project: Project
) -> None:
    some = some_households(canal, project, 2)
    given(canal, project, some)
    contracted(canal, project, Planned(satang=WHOLE))
    with pytest.raises(Refused) as refused:  # only half of it still waits for a contract
        gone(canal, project, "cancelled", WHOLE + 1, DAY)
    assert codes(refused) == ["housing.more-than-there"]
    gone(canal, project, "cancelled", 100_000 * BAHT, DAY)
    assert baht(project) == {"approved": 194_000, "contracted": 147_000, "due": 147_000}
    assert left(project) == {"cancelled": 100_000}
    with pytest.raises(Refused) as refused:
        contracted(canal, project, Planned(satang=47_000 * BAHT + 1))
    assert codes(refused) == ["housing.more-than-there"]
    contracted(canal, project, Planned(satang=47_000 * BAHT))
    paid(canal, project, 194_000 * BAHT)
    assert baht(project) == dict.fromkeys(("approved", "contracted", "due", "paid"), 194_000)
    with pytest.raises(Refused):
        gone(canal, project, "cancelled", 1, date(2019, 4, 1))
    assert faults() == []


def test_what_is_cancelled_out_of_a_contract_holds_up_no_household_and_falls_due_no_more(
    canal: Canal, project: Project
) -> None:
    """Of three times 49,000, 60,000 are cancelled: 38,000 of the second are left, none of the third."""
    some = some_households(canal, project, 1)
    moved(canal, project, some, "rights")
    given(canal, project, some)
    third = 49_000 * BAHT
    later = ("building", "completed")
    contracted(
        canal, project, Planned(satang=third), *(Planned(satang=third, stage=stage) for stage in later)
    )
    gone(canal, project, "cancelled", 60_000 * BAHT, date(2019, 2, 1), before="contracted")
    assert baht(project) == {"approved": 87_000, "contracted": 87_000, "due": 49_000}
    building = moved(canal, project, some, "building", date(2019, 3, 1))
    assert baht(project) == dict.fromkeys(("approved", "contracted", "due"), 87_000)
    take_back(actor=canal.boonsri, keys=[building.key], reason="ผิดหลัง")
    assert baht(project) == {"approved": 87_000, "contracted": 87_000, "due": 49_000}
    moved(canal, project, some, "building", date(2019, 3, 2))
    moved(canal, project, some, "completed", date(2019, 4, 1))
    assert [one.number for one in of_project(project) if one.due is None] == [3]
    assert list(waiting(project)) == []  # it waits for nothing: its money is gone
    with pytest.raises(Refused) as refused:
        paid(canal, project, 87_000 * BAHT + 1, date(2019, 4, 1))
    assert codes(refused) == ["housing.more-than-there"]
    paid(canal, project, 87_000 * BAHT, date(2019, 4, 1))
    assert baht(project) == dict.fromkeys(("approved", "contracted", "due", "paid"), 87_000)
    assert left(project) == {"cancelled": 60_000}
    assert faults() == []


def test_a_cancelling_that_is_taken_back_lets_its_instalment_fall_due(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 1)
    moved(canal, project, some, "rights")
    given(canal, project, some)
    contracted(canal, project, Planned(satang=WHOLE, stage="building"))
    cancelled = gone(canal, project, "cancelled", WHOLE, date(2019, 2, 1), before="contracted")
    moved(canal, project, some, "building", date(2019, 1, 20))  # told late, of a day before it was cancelled
    assert (baht(project), left(project)) == ({}, {"cancelled": 147_000})
    take_back(actor=canal.wanchai, keys=[cancelled.key], reason="ยกเลิกผิดโครงการ")
    assert baht(project) == dict.fromkeys(("approved", "contracted", "due"), 147_000)
    assert faults() == []


def test_an_exception_lifts_what_it_was_asked_for_and_nothing_broken_later(
    canal: Canal, project: Project
) -> None:
    owner = User.objects.create_user("ekachai", display_name="เอกชัย")
    nation = Place.objects.get(code="TH")
    give_role(actor=loader_account(), user=owner, role=Role.OWNER, place=nation, first_day=date(2016, 10, 1))
    one, other = some_households(canal, project, 2)
    Household.objects.filter(pk__in=[one.pk, other.pk]).update(id_hash="same")
    claim = propose_grant(
        actor=canal.kamon, project=project, day=DAY, exception="ต้องตอกเข็มเพิ่ม",
        parts={one: PARTS | {"impact_relief": 73_000 * BAHT}},
    )  # fmt: skip
    give_exception(actor=owner, claim=claim.key)
    second = GrantItem.objects.filter(claim=claim)  # the same citizen ID gets a grant meanwhile
    meanwhile = Claim.objects.get(pk=claim.pk)
    meanwhile.pk, meanwhile.key, meanwhile.state = None, uuid4(), ClaimState.ACCEPTED
    meanwhile.save()
    GrantItem.objects.create(claim=meanwhile, project=project, household=other, part="house", satang=100)
    assert second.exists()
    codes = [problem.code for problem in approve(actor=canal.wanchai, keys=[claim.key]).problems]
    assert codes == ["housing.second-grant"]


def test_what_was_used_is_told_once_however_often_it_is_sent(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 1)
    given(canal, project, some)
    contracted(canal, project, Planned(satang=WHOLE))
    paid(canal, project, WHOLE)
    asked = {
        "actor": canal.kamon, "project": project, "stage": "used", "day": date(2019, 4, 1), "satang": 5_000,
        "evidence": [Shown(pdf(), "ใบเสร็จ.pdf")], "key": uuid4(),
    }  # fmt: skip
    first, again = move_grant(**asked), move_grant(**asked)  # type: ignore[arg-type]
    assert first == again
    with pytest.raises(Refused) as refused:
        move_grant(**asked | {"satang": 6_000})  # type: ignore[arg-type]
    assert [one.code for one in problems(refused)] == ["review.key-taken"]
    let_in(canal.wanchai, first)
    assert baht(project)["used"] == 50  # type: ignore[index]


def test_a_refused_move_leaves_no_draft_behind(canal: Canal, project: Project) -> None:
    given(canal, project, some_households(canal, project, 1))
    before = Claim.objects.count()
    with pytest.raises(Refused):
        move_grant(
            actor=canal.kamon, project=project, stage="used", day=DAY, satang=1,
            evidence=[Shown(b"no picture", "ใบเสร็จ.pdf")],
        )  # fmt: skip
    assert Claim.objects.count() == before


def test_a_payment_has_the_number_of_its_voucher(canal: Canal, project: Project) -> None:
    with pytest.raises(Refused) as refused:
        pay_grant(actor=canal.kamon, project=project, day=DAY, satang=1, voucher=" ")
    assert [one.code for one in problems(refused)] == ["housing.voucher-missing"]
