"""Must show, issue 4: the real series of two canals, 500 made-up households name part of it, totals stay."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client

from tests.housing.conftest import folder
from tests.stories.conftest import load
from tidtam.housing.models import Household, Project
from tidtam.housing.queries import bands
from tidtam.intake.practice import LOT_DAY, NAMED, begin_practice, made_up_rows, name_part_of_lat_phrao
from tidtam.ledger.figure import Measure
from tidtam.ledger_store import read
from tidtam.ledger_store.check import faults
from tidtam.people.actions import command_account
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Refused
from tidtam.programmes import queries as programmes
from tidtam.reports.files import write
from tidtam.review.practice import banner, mark_as_practice

__all__ = ["folder"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]

STAGES = ("ready", "building", "completed")
LAT_PHRAO = {  # domain.md 2.4: completed, building, ready
    date(2019, 3, 31): (2068, 654, 362),
    date(2019, 9, 19): (2184, 689, 398),
    date(2019, 12, 31): (2618, 363, 327),
}
PREM = {date(2022, 10, 31): (634, 352, 21), date(2023, 2, 28): (808, 285, 65)}
EARLIER = (date(2017, 6, 22), date(2017, 11, 30), date(2018, 5, 31))


@pytest.fixture
def practice(folder: None) -> Iterator[Project]:
    """A marked database with all examples in it; its list is not loaded yet."""
    mark_as_practice(actor=command_account())
    assert load().ok
    return begin_practice(actor=command_account())


def standing(code: str, days: list[date], pathway: str) -> dict[tuple[date, str, bool], int | None]:
    """At or beyond each stage on each day, of a canal and of the whole country."""
    place = Place.objects.get(code=code).pk
    asks = [
        read.Ask(programmes.pathway(pathway), "", stage, Measure.STANDING, read.Moment(day), scope)
        for day in days
        for stage in STAGES
        for scope in (read.NATION, read.Scope(place, "canal"))
    ]
    figures = read.figures(asks)
    return {
        (ask.moment.as_of, ask.stage, ask.scope.place is None): figure.number
        for ask, figure in zip(asks, figures, strict=True)
    }


def traced(day: date) -> tuple[int, int | None]:
    scope = read.Scope(Place.objects.get(code="canal:lat-phrao").pk, "canal")
    ask = read.Ask(programmes.pathway("canal"), "", "ready", Measure.STANDING, read.Moment(day), scope)
    (figure,) = read.figures([ask])
    return figure.traced, figure.number


def test_five_hundred_households_name_part_of_lat_phrao_and_every_total_stays(practice: Project) -> None:
    days = [*EARLIER, *LAT_PHRAO, *PREM]
    before = standing("canal:lat-phrao", days, "canal")
    for day, (completed, building, ready) in LAT_PHRAO.items():
        assert before[day, "completed", False] == completed
        assert before[day, "building", False] == completed + building
        assert before[day, "ready", False] == completed + building + ready
    assert traced(LOT_DAY) == (0, 3084)

    name_part_of_lat_phrao(practice)

    assert practice.households.count() == 500
    assert standing("canal:lat-phrao", days, "canal") == before
    assert traced(LOT_DAY) == (500, 3084)
    assert traced(date(2019, 12, 31)) == (500, 3308)
    band = {step.stage.code: step.number for step in bands([practice])[practice.pk].steps}
    assert {code: band[code] for code in STAGES} == NAMED
    assert faults() == []


def test_the_series_of_prem_prachakon_is_as_the_papers_print_it(practice: Project) -> None:
    pathway = programmes.indicator("prem", 2565)
    assert pathway is not None
    found = standing("canal:prem-prachakon", list(PREM), pathway.pathway)
    for day, (completed, building, ready) in PREM.items():
        assert found[day, "completed", False] == completed
        assert found[day, "building", False] == completed + building
        assert found[day, "ready", False] == completed + building + ready


def test_again_changes_nothing(practice: Project) -> None:
    name_part_of_lat_phrao(practice)
    name_part_of_lat_phrao(begin_practice(actor=command_account()))
    assert (Project.objects.count(), Household.objects.count()) == (1, 500)


def test_its_pages_and_files_say_what_they_are(practice: Project) -> None:
    client = Client()
    client.force_login(
        User.objects.get(username="practice-recorder"), backend="tidtam.people.signing.NameOrMail"
    )
    for address in ("/", "/trail/2.3/", "/work/", f"/lists/{practice.code}/", "/nothing-there/"):
        assert banner() in client.get(address).content.decode(), address
    asked = {"fiscal_year": 2562, "as_of": LOT_DAY}
    assert "ฐานข้อมูลฝึกหัด" in write("json", **asked).decode()
    for kind in ("xlsx", "docx"):
        with ZipFile(BytesIO(write(kind, **asked))) as package:
            texts = "".join(
                package.read(name).decode() for name in package.namelist() if name.endswith(".xml")
            )
        assert "ฐานข้อมูลฝึกหัด" in texts, kind


def test_made_up_households_go_nowhere_else(folder: None) -> None:
    for attempt in (lambda: begin_practice(actor=command_account()), made_up_rows):
        with pytest.raises(Refused) as refused:
            attempt()
        assert {one.code for one in refused.value.problems} <= {"housing.made-up-here", "housing.made-up-id"}
    assert Counter(Household.objects.values_list("project__code", flat=True)) == Counter()
