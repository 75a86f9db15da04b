"""How far a recorder is with the open rounds."""

from datetime import date

import pytest

from tests.review.people import People, make_people
from tidtam.people.access import access_of
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Kind, Place
from tidtam.review import grid
from tidtam.review.actions import Typed, keep_squares
from tidtam.review.models import Round
from tidtam.review.progress import progress

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(country: None, db: None) -> People:
    return make_people()


@pytest.fixture
def q2(people: People) -> Round:
    first, last, due = date(2019, 1, 1), date(2019, 3, 31), date(2019, 4, 15)
    return Round.objects.create(
        code="2562-q2",
        fiscal_year=2562,
        name_th="q2",
        name_en="q2",
        first_day=first,
        last_day=last,
        due_on=due,
    )


def type_one(user: User, q2: Round, place: str, number: int | None) -> None:
    line = next(one for one in grid.lines_of(q2) if one.code == "1.1")
    at = Place.objects.get(code=place)
    seen = grid.squares(q2, [line], [at])[line.code, at.pk].revision
    (kept,) = keep_squares(actor=user, of_round=q2, typed=[Typed(line, at, number, seen)])
    assert kept.problems == []


def test_squares_are_those_of_the_grid(people: People, q2: Round) -> None:
    (one,) = progress(access_of(people.anong))
    shown = grid.squares(q2, grid.lines_of(q2), grid.places_of(access_of(people.anong), Kind.TAMBON))
    assert (one.squares, one.filled) == (len(shown), 0)
    assert one.place == Place.objects.get(code="400105")


def test_a_number_fills_a_square_and_clearing_empties_it(people: People, q2: Round) -> None:
    type_one(people.anong, q2, "400105", 0)
    assert progress(access_of(people.anong))[0].filled == 1
    type_one(people.anong, q2, "400105", None)
    assert progress(access_of(people.anong))[0].filled == 0


def test_a_round_waits_until_it_is_closed(people: People, q2: Round) -> None:
    assert [one.round for one in progress(access_of(people.anong, date(2019, 4, 16)))] == [q2]
    q2.locked_at, q2.locked_by = "2019-05-01T00:00+07:00", people.ekachai
    q2.save()
    assert progress(access_of(people.anong, date(2019, 5, 2))) == []


def test_a_province_and_its_tambons_are_told_apart(people: People, q2: Round) -> None:
    nok = User.objects.create_user("nok", display_name="นก")
    khon_kaen = Place.objects.get(code="40")
    give_role(
        actor=loader_account(), user=nok, role=Role.RECORDER, place=khon_kaen, first_day=date(2018, 10, 1)
    )
    type_one(people.anong, q2, "400105", 5)
    found = {one.kind: (one.places, one.filled) for one in progress(access_of(nok))}
    assert found == {Kind.TAMBON: (4, 1), Kind.PROVINCE: (1, 0)}


def test_reviewers_have_nothing_to_report(people: People, q2: Round) -> None:
    assert progress(access_of(people.boon)) == []
