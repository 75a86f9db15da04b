"""Below the province: figures of a tambon for those with a role there, and for nobody else."""

import pytest
from django.test import Client

from tests.intake.country import make_country
from tests.review.people import People, make_people

pytestmark = pytest.mark.django_db
HERE = (
    "/place/400105/",
    "/?place=400105",
    "/trail/1.1/?fy=2562&place=400105",
    "/report/2562.json?place=400105",
)


@pytest.fixture
def people(db: None) -> People:
    make_country()
    return make_people()


def status(client: Client, address: str) -> int:
    return client.get(address, follow=True).status_code


@pytest.mark.parametrize("address", HERE)
def test_who_has_a_role_there_reads_it(people: People, address: str) -> None:
    for name, allowed in (("anong", 200), ("boon", 200), ("dao", 200), ("chai", 403)):
        client = Client()
        client.force_login(getattr(people, name), backend="tidtam.people.signing.NameOrMail")
        assert status(client, address) == allowed, name
    assert status(Client(), address) == 403


def test_the_page_of_a_province_leads_further_down_for_its_people_only(people: People) -> None:
    boon = Client()
    boon.force_login(people.boon, backend="tidtam.people.signing.NameOrMail")
    down = "/place/4001/"
    assert down in boon.get("/place/40/?fy=2562").content.decode()
    assert down not in Client().get("/place/40/?fy=2562").content.decode()
