"""What each person finds to do, and that nobody finds what is not theirs."""

from datetime import date
from uuid import uuid4

import pytest

from tests.review.people import People, make_people
from tidtam.people.access import access_of
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.programmes import queries as programmes
from tidtam.review import work
from tidtam.review.actions import approve, ask, save, send_back, submit
from tidtam.review.drafts import Number
from tidtam.review.models import Claim
from tidtam.review.said import Said
from tidtam.review.words import ClaimKind

pytestmark = pytest.mark.django_db
DAY = date(2019, 3, 1)
LISTS = ("drafts", "returned", "questioned", "to_review")


@pytest.fixture
def people(country: None, db: None) -> People:
    return make_people()


def one_more(people: People, *, hand_in: bool = True) -> Claim:
    indicator = programmes.indicator("1.1", 2562)
    assert indicator is not None
    place = Place.objects.get(code="400105")
    counts = (Number("done", 1),)
    said = Said(uuid4(), indicator, place, ClaimKind.HAPPENED, DAY, DAY, counts)
    claim = save(actor=people.anong, said=said)
    if hand_in:
        submit(actor=people.anong, keys=[claim.key])
    return claim


def lists(user: User) -> dict[str, int]:
    access = access_of(user)
    found = {name: getattr(work, name)(access).count() for name in LISTS}
    return {name: number for name, number in found.items() if number}


def test_each_has_their_own_work(people: People) -> None:
    one_more(people, hand_in=False)
    waits, asked, back, passed = (one_more(people) for _ in range(4))
    ask(actor=people.boon, key=asked.key, text="จริงหรือ")
    send_back(actor=people.boon, key=back.key, reason="ผิดวัน")
    approve(actor=people.boon, keys=[passed.key])
    assert lists(people.anong) == {"drafts": 1, "returned": 1, "questioned": 1}
    assert lists(people.boon) == {"to_review": 1}
    assert list(work.to_review(access_of(people.boon))) == [waits]
    assert lists(people.dao) == {"to_review": 1}
    assert list(work.to_review(access_of(people.dao))) == [passed]
    assert lists(people.ekachai) == lists(people.chai) == {}


def test_who_may_read_them(people: People) -> None:
    one_more(people)
    seen = {name: work.readable(access_of(user)).count() for name, user in vars(people).items()}
    assert seen == {"anong": 1, "boon": 1, "dao": 1, "ekachai": 1, "chai": 0}


def test_a_role_that_ended_opens_nothing(people: People) -> None:
    one_more(people)
    people.boon.roles_held.update(end_day=date(2019, 4, 1))
    assert lists(people.boon) == {}
    assert lists(User.objects.create_user("nobody", display_name="ไม่มีบทบาท")) == {}
