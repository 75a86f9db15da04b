"""Which maps a report has, and what they are made of, from the book of a small country."""

from datetime import date

import pytest

from tests.web.map_country import Book, make_book, promise
from tidtam.places.models import Place
from tidtam.programmes import queries as programmes
from tidtam.reports.queries import board, place_map

pytestmark = pytest.mark.django_db
MARCH = date(2019, 3, 31)


@pytest.fixture
def book(db: None) -> Book:
    return make_book()


def test_a_heading_has_the_map_of_its_line_that_most_places_reported(book: Book) -> None:
    (found,) = board(fiscal_year=2562, as_of=MARCH, maps=True).maps
    assert found.line.line == "1.1"
    assert {part.place.code: part.quantity for part in found.reported} == {"40": 7, "50": 2}
    assert board(fiscal_year=2562, as_of=MARCH).maps == []
    assert board(fiscal_year=2562, as_of=date(2019, 1, 31), maps=True).maps == []


def test_the_parts_and_what_is_not_placed_add_up_to_the_line(book: Book) -> None:
    for tree in ("admin", "codi"):
        found = place_map(line="1.1", fiscal_year=2562, as_of=MARCH, tree=tree)
        assert found.unplaced is not None
        assert sum(part.quantity or 0 for part in found.parts) + found.unplaced.quantity == found.line.result


def test_a_line_of_one_canal_is_shown_at_its_province(book: Book) -> None:
    found = place_map(line="2.3", fiscal_year=2562, as_of=MARCH)
    assert [part.place.code for part in found.parts] == ["10"]
    assert found.alone is not None
    assert found.alone.code == "canal:lat-phrao"
    assert found.parts[0].quantity is None
    assert found.parts[0].target == found.line.target


def test_the_latest_promise_to_a_place_holds(book: Book) -> None:
    promise("40", 8, revision=2)
    indicator = programmes.indicator("1.1", 2562)
    assert indicator is not None
    ids = {place.code: place.pk for place in Place.objects.all()}
    found = programmes.targets_at(indicator, 2562, list(ids.values()), as_of=MARCH)
    assert {code: found[pk] for code, pk in ids.items() if pk in found and code != "TH"} == {
        "40": 8,
        "50": 10,
    }
    known = programmes.targets_at(indicator, 2562, [ids["40"]], as_of=MARCH, known_at=date(2018, 9, 1))
    assert known == {}


def test_growth_ends_in_what_the_line_says(book: Book) -> None:
    found = board(fiscal_year=2562, as_of=MARCH, growth=True)
    (line,) = (line for line in found.lines if line.line == "1.1")
    assert [(month.first, month.standing) for month in line.growth] == [(date(2019, 3, 1), line.result)]
    assert all(line.growth == [] for line in found.lines if line.result is None)


def test_a_line_of_one_region_shows_its_provinces(book: Book) -> None:
    found = place_map(line="bangkok-east.leaders", fiscal_year=2562, as_of=MARCH)
    assert found.place.code == "codi:bangkok-east"
    assert [part.place.code for part in found.parts] == ["10", "13"]
    assert found.trees == []
