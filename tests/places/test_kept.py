"""Where places lie, kept in memory from one page to the next: until a load."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.intake.country import make_country
from tidtam.places import queries
from tidtam.places.looked import looked_at_once
from tidtam.places.models import Edition, Place, TreeClosure

pytestmark = pytest.mark.django_db


@pytest.fixture
def ban_pet(db: None) -> Place:
    make_country()
    return Place.objects.get(code="400105")


def questions(ask: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def load(place: Place) -> None:
    """A load that takes a place out of all trees."""
    TreeClosure.objects.filter(descendant=place.pk).delete()
    Edition.objects.create(register="the next")


def test_a_page_keeps_what_it_read_for_the_next(ban_pet: Place) -> None:
    Edition.objects.create(register="the first")
    read = queries.ancestors(ban_pet.pk)
    with looked_at_once():
        assert queries.ancestors(ban_pet.pk) == read
        assert questions(lambda: queries.ancestors(ban_pet.pk)) == 0
    with looked_at_once():
        assert questions(lambda: queries.ancestors(ban_pet.pk)) == 1  # whether it still holds
        assert queries.ancestors(ban_pet.pk) == read


def test_after_a_load_the_next_page_reads_again(ban_pet: Place) -> None:
    Edition.objects.create(register="the first")
    with looked_at_once():
        assert queries.ancestors(ban_pet.pk)
        assert queries.with_homes([ban_pet.pk])[ban_pet.pk].name_th == ban_pet.name_th
        load(ban_pet)
        Place.objects.filter(pk=ban_pet.pk).update(name_th="อื่น")
        assert queries.ancestors(ban_pet.pk)  # a page is of one moment
    with looked_at_once():
        assert queries.ancestors(ban_pet.pk) == {}
        assert queries.with_homes([ban_pet.pk])[ban_pet.pk].name_th == "อื่น"
        assert queries.by_code([ban_pet.code])[ban_pet.code].name_th == "อื่น"


def test_outside_a_page_and_without_a_load_nothing_is_kept(ban_pet: Place) -> None:
    with looked_at_once():
        assert queries.ancestors(ban_pet.pk)
    load_less = TreeClosure.objects.filter(descendant=ban_pet.pk)
    with looked_at_once():
        assert queries.ancestors(ban_pet.pk)
        load_less.delete()
        assert queries.ancestors(ban_pet.pk) == {}
    Edition.objects.create(register="the first")
    assert questions(lambda: queries.ancestors(ban_pet.pk)) == 1
    assert questions(lambda: queries.ancestors(ban_pet.pk)) == 1


def test_an_address_is_whole_however_it_was_read(ban_pet: Place) -> None:
    Edition.objects.create(register="the first")
    with looked_at_once():
        assert queries.with_homes([ban_pet.pk])[ban_pet.pk].address_th == ban_pet.address_th
        kept = queries.with_homes([ban_pet.pk])[ban_pet.pk]
        assert questions(lambda: kept.address_en) == 0


def test_a_place_that_there_is_not_is_left_out(ban_pet: Place) -> None:
    with looked_at_once():
        assert queries.by_code(["no such", "400105"]).keys() == {"400105"}
        assert queries.ancestors(10**9) == {}
