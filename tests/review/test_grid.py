"""The grid of a round: numbers typed, changed, cleared and handed in, square by square."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import timezone

from tests.review.people import People, make_people
from tidtam.people.access import access_of
from tidtam.places.models import Kind, Place
from tidtam.programmes.models import IndicatorVersion
from tidtam.review import grid
from tidtam.review.actions import Typed, approve, keep_squares, save, squares, submit_squares
from tidtam.review.models import Claim, Round
from tidtam.review.words import ClaimState

pytestmark = pytest.mark.django_db


def quarter(code: str, first: date, last: date, due: date) -> Round:
    return Round.objects.create(
        code=code, fiscal_year=2562, name_th=code, name_en=code, first_day=first, last_day=last, due_on=due
    )


@pytest.fixture
def people(country: None, db: None) -> People:
    return make_people()


@pytest.fixture
def q2(people: People) -> Round:
    return quarter("2562-Q2", date(2019, 1, 1), date(2019, 3, 31), date(2019, 4, 15))


@pytest.fixture
def ban_pet(people: People) -> Place:
    return Place.objects.get(code="400105")


def line(of_round: Round, code: str) -> IndicatorVersion:
    return next(one for one in grid.lines_of(of_round) if one.code == code)


def square(of_round: Round, code: str, place: Place) -> grid.Square:
    return grid.squares(of_round, [line(of_round, code)], [place])[code, place.pk]


def test_whose_places_it_shows(people: People) -> None:
    codes = [place.code for place in grid.places_of(access_of(people.anong), Kind.TAMBON)]
    assert codes == ["400105"]
    assert grid.kinds_of(access_of(people.anong)) == [Kind.TAMBON]
    assert grid.kinds_of(access_of(people.boon)) == []


def test_fourteen_lines_are_one_number_each(q2: Round, ban_pet: Place) -> None:
    lines = grid.lines_of(q2)
    assert len(lines) == 14
    assert "2.5" not in [one.code for one in lines]
    shown = [code for code, _ in grid.squares(q2, lines, [ban_pet])]
    assert "2.3" not in shown  # Ban Pet does not lie at the canal
    assert "1.1" in shown


def test_unknown_is_not_zero(people: People, q2: Round, ban_pet: Place) -> None:
    assert square(q2, "1.1", ban_pet).number is None
    keep_squares(actor=people.anong, of_round=q2, typed=[Typed(line(q2, "1.1"), ban_pet, 0, 0)])
    assert square(q2, "1.1", ban_pet).number == 0


def test_typed_changed_and_cleared(people: People, q2: Round, ban_pet: Place) -> None:
    for number, seen in ((3, 0), (4, 1), (4, 1)):
        (kept,) = keep_squares(
            actor=people.anong, of_round=q2, typed=[Typed(line(q2, "1.1"), ban_pet, number, seen)]
        )
        assert kept.problems == []
    found = square(q2, "1.1", ban_pet)
    assert (found.number, found.revision, Claim.objects.count()) == (4, 2, 1)
    keep_squares(actor=people.anong, of_round=q2, typed=[Typed(line(q2, "1.1"), ban_pet, None, 2)])
    assert square(q2, "1.1", ban_pet).number is None
    keep_squares(actor=people.anong, of_round=q2, typed=[Typed(line(q2, "1.1"), ban_pet, 5, 0)])
    assert square(q2, "1.1", ban_pet).number == 5


@pytest.mark.parametrize("many", [1, 20])
def test_what_the_page_of_the_claim_says_beside_the_number_stays(
    many: int, people: People, q2: Round, ban_pet: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(squares, "MANY", many)  # together, and one by one
    keep_squares(actor=people.anong, of_round=q2, typed=[Typed(line(q2, "1.1"), ban_pet, 3, 0)])
    claim = Claim.objects.get()
    noted = replace(grid.said(q2, line(q2, "1.1"), ban_pet, 3, claim), note="ประชุมที่วัด", key=claim.key)
    save(actor=people.anong, said=noted, seen=1)
    (kept,) = keep_squares(actor=people.anong, of_round=q2, typed=[Typed(line(q2, "1.1"), ban_pet, 4, 2)])
    assert kept.problems == []
    claim.refresh_from_db()
    assert (claim.note, claim.counts.get().number) == ("ประชุมที่วัด", 4)


def test_who_typed_meanwhile_is_not_overwritten(people: People, q2: Round, ban_pet: Place) -> None:
    typed = [Typed(line(q2, "1.1"), ban_pet, 3, 0)]
    keep_squares(actor=people.anong, of_round=q2, typed=typed)
    (kept,) = keep_squares(actor=people.anong, of_round=q2, typed=[Typed(line(q2, "1.1"), ban_pet, 9, 0)])
    assert [problem.code for problem in kept.problems] == ["review.changed-meanwhile"]
    assert kept.claim is not None
    assert grid.number_of(kept.claim) == 3


def test_one_wrong_square_holds_up_no_other(people: People, q2: Round, ban_pet: Place) -> None:
    elsewhere = Place.objects.get(code="500101")
    kept = keep_squares(
        actor=people.anong,
        of_round=q2,
        typed=[
            Typed(line(q2, "1.1"), elsewhere, 1, 0),
            Typed(line(q2, "1.1"), ban_pet, -2, 0),
            Typed(line(q2, "2.2"), ban_pet, 7, 0),
        ],
    )
    codes = [[problem.code for problem in one.problems] for one in kept]
    assert codes == [["review.not-your-place"], ["review.no-number"], []]
    assert square(q2, "2.2", ban_pet).number == 7


def test_handed_in_it_is_out_of_hand(people: People, q2: Round, ban_pet: Place) -> None:
    keep_squares(actor=people.anong, of_round=q2, typed=[Typed(line(q2, "1.1"), ban_pet, 3, 0)])
    (claim,) = submit_squares(actor=people.anong, of_round=q2, places=[ban_pet])
    assert claim.state == ClaimState.PROPOSED
    (kept,) = keep_squares(actor=people.anong, of_round=q2, typed=[Typed(line(q2, "1.1"), ban_pet, 4, 1)])
    assert [problem.code for problem in kept.problems] == ["review.passed-on"]
    for reviewer in (people.boon, people.dao, people.ekachai):
        approve(actor=reviewer, keys=[claim.key])
    assert square(q2, "1.1", ban_pet).claim.state == ClaimState.ACCEPTED  # type: ignore[union-attr]


def test_last_period_stands_beside(people: People, q2: Round, ban_pet: Place) -> None:
    q3 = quarter("2562-Q3", date(2019, 4, 1), date(2019, 6, 30), date(2019, 7, 15))
    quarter("2562-H1", date(2018, 10, 1), date(2019, 3, 31), date(2019, 4, 15))
    keep_squares(actor=people.anong, of_round=q2, typed=[Typed(line(q2, "1.1"), ban_pet, 3, 0)])
    assert square(q3, "1.1", ban_pet).before == 3


def test_a_tab_from_before_the_clearing_overwrites_nothing(people: People, q2: Round, ban_pet: Place) -> None:
    for number, seen in ((5, 0), (None, 1), (7, 0)):
        typed = [Typed(line(q2, "1.1"), ban_pet, number, seen)]
        (kept,) = keep_squares(actor=people.anong, of_round=q2, typed=typed)
        assert kept.problems == []
    (kept,) = keep_squares(actor=people.anong, of_round=q2, typed=[Typed(line(q2, "1.1"), ban_pet, 6, 1)])
    assert [problem.code for problem in kept.problems] == ["review.changed-meanwhile"]
    assert square(q2, "1.1", ban_pet).number == 7


def test_a_closed_round_is_not_emptied(people: People, q2: Round, ban_pet: Place) -> None:
    keep_squares(actor=people.anong, of_round=q2, typed=[Typed(line(q2, "1.1"), ban_pet, 3, 0)])
    q2.locked_at = timezone.now()
    q2.save()
    for number in (None, 4):
        typed = [Typed(line(q2, "1.1"), ban_pet, number, 1)]
        (kept,) = keep_squares(actor=people.anong, of_round=q2, typed=typed)
        assert [problem.code for problem in kept.problems] == ["review.round-locked"]
    assert square(q2, "1.1", ban_pet).number == 3
