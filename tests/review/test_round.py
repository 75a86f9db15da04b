"""The round of a claim of the field: recorded, questioned, answered, verified, approved, let in."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid4, uuid5

import pytest

from tests.review.people import People, make_people
from tidtam.audit.queries import about
from tidtam.ledger_store.check import faults
from tidtam.ledger_store.models import Entry
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role
from tidtam.places.models import Place
from tidtam.problems import Refused
from tidtam.programmes import queries as programmes
from tidtam.review import checking
from tidtam.review.actions import answer, approve, ask, save, send_back, submit, withdraw
from tidtam.review.drafts import Number
from tidtam.review.models import Claim
from tidtam.review.said import Said
from tidtam.review.words import ClaimKind, ClaimState

pytestmark = pytest.mark.django_db
DAY = date(2019, 3, 1)
Say = Callable[..., Said]


@pytest.fixture
def people(country: None, db: None) -> People:
    return make_people()


@pytest.fixture
def say(country: None, db: None) -> Say:
    """Something said about line 1.1 in Ban Pet, unless told otherwise."""

    def said(number: int = 1, **more: Any) -> Said:
        indicator = programmes.indicator("1.1", 2562)
        assert indicator is not None
        place = Place.objects.get(code=more.pop("place", "400105"))
        values: dict[str, Any] = {
            "key": uuid4(),
            "indicator": indicator,
            "place": place,
            "kind": ClaimKind.HAPPENED,
            "first_day": DAY,
            "last_day": DAY,
            "counts": (Number("done", number),),
        }
        return Said(**{**values, **more})

    return said


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def state(claim: Claim) -> tuple[str, str]:
    claim.refresh_from_db()
    return claim.state, claim.rung


def handed_in(people: People, said: Said) -> Claim:
    claim = save(actor=people.anong, said=said)
    submit(actor=people.anong, keys=[claim.key])
    return claim


def test_it_climbs_from_the_tambon_to_the_book(people: People, say: Say) -> None:
    claim = handed_in(people, say(2))
    assert state(claim) == (ClaimState.PROPOSED, "province")
    for reviewer, after in (
        (people.boon, (ClaimState.PROPOSED, "region")),
        (people.dao, (ClaimState.PROPOSED, "headquarters")),
        (people.ekachai, (ClaimState.ACCEPTED, "")),
    ):
        assert approve(actor=reviewer, keys=[claim.key]).problems == []
        assert state(claim) == after
    assert Entry.objects.get(statement=str(claim.key)).quantity == 2
    assert [one.who for one in claim.acceptances.all()] == [people.boon, people.dao, people.ekachai]
    actions = [line.action for line in about(f"claim:{claim.key}")]
    expected = ["claim.drafted", "claim.submitted", "claim.passed_on", "claim.passed_on", "claim.accepted"]
    assert actions == expected
    assert faults() == []


def test_nothing_is_in_the_book_before_the_last_rung(people: People, say: Say) -> None:
    claim = handed_in(people, say())
    approve(actor=people.boon, keys=[claim.key])
    approve(actor=people.dao, keys=[claim.key])
    assert not Entry.objects.filter(statement=str(claim.key)).exists()


def test_one_figure_is_questioned_and_the_rest_moves_on(people: People, say: Say) -> None:
    doubtful, plain = handed_in(people, say(40)), handed_in(people, say(1))
    ask(actor=people.boon, key=doubtful.key, text="40 ตำบลในตำบลเดียวหรือ")
    done = approve(actor=people.boon, keys=[doubtful.key, plain.key])
    assert done.passed_on == [str(plain.key)]
    assert [problem.code for problem in done.problems] == ["review.not-waiting"]
    assert state(doubtful) == (ClaimState.HELD, "province")
    answer(actor=people.anong, key=doubtful.key, text="พิมพ์ผิด ขอแก้")
    assert state(doubtful) == (ClaimState.PROPOSED, "province")
    assert approve(actor=people.boon, keys=[doubtful.key]).passed_on == [str(doubtful.key)]


def test_an_answer_puts_the_number_right_and_all_look_again(people: People, say: Say) -> None:
    claim = handed_in(people, say(40))
    approve(actor=people.boon, keys=[claim.key])
    ask(actor=people.dao, key=claim.key, text="40 ตำบลในตำบลเดียวหรือ")
    answer(actor=people.anong, key=claim.key, text="พิมพ์เกิน", numbers={"done": 1}, seen=1)
    assert state(claim) == (ClaimState.PROPOSED, "province")
    assert (claim.counts.get().number, claim.revision, claim.turn) == (1, 2, 2)
    assert approve(actor=people.boon, keys=[claim.key], seen={claim.key: 1}).passed_on == []
    for reviewer in (people.boon, people.dao, people.ekachai):
        assert approve(actor=reviewer, keys=[claim.key]).problems == []
    assert Entry.objects.get(statement=str(claim.key)).quantity == 1
    changed = about(f"claim:{claim.key}").get(action="claim.changed")
    assert (changed.actor_name, changed.detail) == ("อนงค์", {"revision": 2, "was": "40"})


@pytest.mark.parametrize(
    ("numbers", "seen", "code"),
    [
        ({"done": 1}, 7, "review.changed-meanwhile"),
        ({"done": 1}, None, "review.changed-meanwhile"),
        ({"done": -1}, 1, "review.no-number"),
    ],
)
def test_an_answer_that_cannot_put_it_right_changes_nothing(
    numbers: dict[str, int], seen: int | None, code: str, people: People, say: Say
) -> None:
    claim = handed_in(people, say(40))
    ask(actor=people.boon, key=claim.key, text="จริงหรือ")
    with pytest.raises(Refused) as refused:
        answer(actor=people.anong, key=claim.key, text="แก้", numbers=numbers, seen=seen)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert state(claim) == (ClaimState.HELD, "province")
    assert (claim.counts.get().number, claim.questions.get().answered_at) == (40, None)


def test_an_answer_with_the_same_number_goes_back_to_who_asked(people: People, say: Say) -> None:
    claim = handed_in(people, say(3))
    approve(actor=people.boon, keys=[claim.key])
    ask(actor=people.dao, key=claim.key, text="จริงหรือ")
    answer(actor=people.anong, key=claim.key, text="จริง", numbers={"done": 3}, seen=1)
    assert state(claim) == (ClaimState.PROPOSED, "region")
    assert (claim.revision, claim.turn) == (1, 1)


def test_sent_back_it_is_changed_and_climbs_again(people: People, say: Say) -> None:
    said = say(40)
    claim = handed_in(people, said)
    approve(actor=people.boon, keys=[claim.key])
    send_back(actor=people.dao, key=claim.key, reason="เกินจำนวนตำบล")
    assert state(claim) == (ClaimState.RETURNED, "")
    save(actor=people.anong, said=say(1, key=said.key), seen=claim.revision)
    submit(actor=people.anong, keys=[claim.key])
    for reviewer in (people.boon, people.dao, people.ekachai):
        assert approve(actor=reviewer, keys=[claim.key]).problems == []
    assert Entry.objects.get(statement=str(claim.key)).quantity == 1


def test_nobody_reviews_what_they_recorded(people: People, say: Say) -> None:
    khon_kaen = Place.objects.get(code="40")
    give_role(actor=loader_account(), user=people.anong, role=Role.VERIFIER, place=khon_kaen, first_day=DAY)
    claim = handed_in(people, say())
    (problem,) = approve(actor=people.anong, keys=[claim.key]).problems
    assert problem.code == "review.own-claim"


@pytest.mark.parametrize("who", ["chai", "dao", "ekachai", "anong"])
def test_only_the_reviewer_of_the_place_and_rung_reviews(people: People, say: Say, who: str) -> None:
    claim = handed_in(people, say())
    reviewer = getattr(people, who)
    (problem,) = approve(actor=reviewer, keys=[claim.key]).problems
    assert problem.code == "review.not-yours-to-review"
    with pytest.raises(Refused):
        ask(actor=reviewer, key=claim.key, text="?")
    with pytest.raises(Refused):
        send_back(actor=reviewer, key=claim.key, reason="?")


def test_only_the_recorder_of_the_place_records(people: People, say: Say) -> None:
    with pytest.raises(Refused) as refused:
        save(actor=people.anong, said=say(place="500101"))
    assert codes(refused) == ["review.not-your-place"]
    claim = save(actor=people.anong, said=say())
    with pytest.raises(Refused):
        submit(actor=people.chai, keys=[claim.key])


def test_the_same_from_five_tabs_is_one_claim(people: People, say: Say) -> None:
    said = say()
    assert len({save(actor=people.anong, said=said).pk for _ in range(5)}) == 1
    for _ in range(5):
        submit(actor=people.anong, keys=[said.key])
    assert Claim.objects.count() == 1


def test_two_who_change_it_at_once_lose_nothing(people: People, say: Say) -> None:
    said = say(1)
    claim = save(actor=people.anong, said=said)
    save(actor=people.anong, said=say(2, key=said.key), seen=1)
    with pytest.raises(Refused) as refused:
        save(actor=people.anong, said=say(3, key=said.key), seen=1)
    assert codes(refused) == ["review.changed-meanwhile"]
    assert "2" in refused.value.text("en")
    assert save(actor=people.anong, said=say(3, key=said.key), seen=2).pk == claim.pk


def test_everything_wrong_is_said_at_once(people: People, say: Say) -> None:
    wrong = say(-1, first_day=date(2562, 1, 2), last_day=date(2562, 1, 1), place="500101")
    with pytest.raises(Refused) as refused:
        save(actor=people.anong, said=wrong)
    expected = {"review.not-yet", "review.days-turned", "review.no-number", "review.not-your-place"}
    assert set(codes(refused)) == expected


def test_a_withdrawn_claim_stays_to_be_seen(people: People, say: Say) -> None:
    claim = handed_in(people, say())
    with pytest.raises(Refused):
        withdraw(actor=people.anong, key=claim.key, reason=" ")
    withdraw(actor=people.anong, key=claim.key, reason="บันทึกซ้ำ")
    assert state(claim) == (ClaimState.WITHDRAWN, "")
    assert approve(actor=people.boon, keys=[claim.key]).passed_on == []


def test_what_is_in_the_book_is_not_withdrawn(people: People, say: Say) -> None:
    claim = handed_in(people, say())
    for reviewer in (people.boon, people.dao, people.ekachai):
        approve(actor=reviewer, keys=[claim.key])
    with pytest.raises(Refused) as refused:
        withdraw(actor=people.anong, key=claim.key, reason="ผิด")
    assert codes(refused) == ["review.in-the-book"]


def test_what_the_book_would_refuse_is_said_while_typing(people: People, say: Say) -> None:
    first = handed_in(people, say(subject="ตำบลบ้านเป็ด"))
    for reviewer in (people.boon, people.dao, people.ekachai):
        approve(actor=reviewer, keys=[first.key])
    again = save(actor=people.anong, said=say(subject="ตำบลบ้านเป็ด"))
    entries = Entry.objects.count()
    assert checking.against_the_book(actor=people.anong, key=again.key) != []
    assert Entry.objects.count() == entries


def test_what_the_book_refuses_holds_up_only_itself(people: People, say: Say) -> None:
    twice = [handed_in(people, say(subject="ตำบลบ้านเป็ด")) for _ in range(2)]
    other = handed_in(people, say(subject="ตำบลอื่น"))
    keys = [claim.key for claim in (*twice, other)]
    approve(actor=people.boon, keys=keys)
    approve(actor=people.dao, keys=keys)
    done = approve(actor=people.ekachai, keys=keys)
    assert str(other.key) in done.accepted
    assert len(done.accepted) == 2
    (problem,) = done.problems
    assert problem.where.field in {str(claim.key) for claim in twice}
    assert faults() == []


def test_nothing_happened_is_accepted_and_moves_nothing(people: People, say: Say) -> None:
    claim = handed_in(people, say(0))
    for reviewer in (people.boon, people.dao, people.ekachai):
        assert approve(actor=reviewer, keys=[claim.key]).problems == []
    assert state(claim) == (ClaimState.ACCEPTED, "")
    assert not Entry.objects.filter(statement=str(claim.key)).exists()
    assert faults() == []


def at_the_canal(number: int, day: date) -> Said:
    indicator = programmes.indicator("2.3", 2562)
    assert indicator is not None
    canal = Place.objects.get(code="canal:lat-phrao")
    counts = (Number("ready", number),)
    return Said(uuid4(), indicator, canal, ClaimKind.STANDS, day, day, counts, tree="canal")


def test_what_is_at_odds_with_the_book_is_told_and_nobody_waits_for_ever(people: People, say: Say) -> None:
    bangkok = Place.objects.get(code="canal:lat-phrao")
    give_role(actor=loader_account(), user=people.anong, role=Role.RECORDER, place=bangkok, first_day=DAY)
    for role in (Role.VERIFIER, Role.APPROVER):
        nation = Place.objects.get(code="TH")
        user = {Role.VERIFIER: people.boon, Role.APPROVER: people.dao}[role]
        give_role(actor=loader_account(), user=user, role=role, place=nation, tree="admin", first_day=DAY)
    first = handed_in(people, at_the_canal(5, date(2019, 3, 1)))
    late, other = handed_in(people, at_the_canal(9, date(2019, 2, 1))), handed_in(people, say(1))
    for reviewer in (people.boon, people.dao, people.ekachai):
        assert approve(actor=reviewer, keys=[first.key]).problems == []
    for reviewer in (people.boon, people.dao):
        approve(actor=reviewer, keys=[late.key, other.key])
    done = approve(actor=people.ekachai, keys=[late.key, other.key])
    assert done.accepted == [str(other.key)]
    assert {problem.where.field for problem in done.problems} == {str(late.key)}
    assert state(late) == (ClaimState.PROPOSED, "headquarters")
    assert faults() == []


def test_who_changed_the_number_does_not_review_it(people: People, say: Say) -> None:
    place = Place.objects.get(code="400105")
    give_role(actor=loader_account(), user=people.boon, role=Role.RECORDER, place=place, first_day=DAY)
    said = say(1)
    save(actor=people.anong, said=said)
    save(actor=people.boon, said=say(7, key=said.key), seen=1)
    submit(actor=people.anong, keys=[said.key])
    (problem,) = approve(actor=people.boon, keys=[said.key]).problems
    assert problem.code == "review.own-claim"


def test_what_changed_after_the_look_is_not_approved(people: People, say: Say) -> None:
    claim = handed_in(people, say(1))
    done = approve(actor=people.boon, keys=[claim.key], seen={claim.key: claim.revision + 1})
    assert [problem.code for problem in done.problems] == ["review.changed-since"]
    assert approve(actor=people.boon, keys=[claim.key], seen={claim.key: claim.revision}).problems == []


def test_the_last_look_stands_in_the_turn_that_it_was_given_in(people: People, say: Say) -> None:
    claim = handed_in(people, say(1))
    send_back(actor=people.boon, key=claim.key, reason="ขอรูป")
    submit(actor=people.anong, keys=[claim.key])
    for reviewer in (people.boon, people.dao, people.ekachai):
        approve(actor=reviewer, keys=[claim.key])
    assert {one.turn for one in claim.acceptances.all()} == {2}


def test_a_key_that_can_be_foretold_is_not_taken(people: People, say: Say) -> None:
    with pytest.raises(Refused) as refused:
        save(actor=people.anong, said=say(1, key=uuid5(NAMESPACE_URL, "a paper")))
    assert codes(refused) == ["review.key-taken"]


def test_the_same_line_of_the_province_may_be_counted_twice(people: People, say: Say) -> None:
    khon_kaen = Place.objects.get(code="40")
    give_role(actor=loader_account(), user=people.anong, role=Role.RECORDER, place=khon_kaen, first_day=DAY)
    tambon, province = handed_in(people, say(3)), handed_in(people, say(3, place="40"))
    elsewhere = handed_in(people, say(1, last_day=date(2019, 1, 5), first_day=date(2019, 1, 5)))
    for one, other in ((tambon, province), (province, tambon)):
        (problem,) = checking.maybe_twice(one)
        assert problem.where.field == str(other.key)
    assert checking.maybe_twice(elsewhere) == []
