"""The people of a canal: Kamon records along it, Boonsri checks, Wanchai is the finance officer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.test import override_settings

from tests.intake.country import make_country
from tidtam.housing.actions import NewHousehold, NewProject, add_households, add_project
from tidtam.housing.models import Household, Project
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place

LONG_AGO = date(2016, 10, 1)


@dataclass(frozen=True)
class Canal:
    """Whoever works along Lat Phrao canal, and where."""

    kamon: User
    boonsri: User
    wanchai: User
    chai: User
    place: Place


def make_canal() -> Canal:
    """Accounts with their roles, in the small country."""
    roles = {
        "kamon": ("กมล", Role.RECORDER, "canal:lat-phrao", "canal"),
        "boonsri": ("บุญศรี", Role.VERIFIER, "canal:lat-phrao", "canal"),
        "wanchai": ("วันชัย", Role.FINANCE, "TH", "admin"),
        "chai": ("ชัย", Role.RECORDER, "50", "admin"),
    }
    made = {}
    for username, (name, role, place, tree) in roles.items():
        user = User.objects.create_user(username, display_name=name)
        at = Place.objects.get(code=place)
        give_role(actor=loader_account(), user=user, role=role, place=at, tree=tree, first_day=LONG_AGO)
        made[username] = user
    return Canal(**made, place=Place.objects.get(code="canal:lat-phrao"))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[None]:
    """The folder of files of one test."""
    whole = {"BACKEND": "tidtam.review.whole_files.WholeFiles", "OPTIONS": {"location": str(tmp_path)}}
    statics = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={"evidence": whole, "staticfiles": statics}):
        yield


@pytest.fixture
def canal(db: None, folder: None) -> Canal:
    make_country()
    return make_canal()


@pytest.fixture
def project(canal: Canal) -> Project:
    """ชุมชนหนึ่งริมคลอง: a project of canal communities."""
    new = NewProject(
        code="LP-01", programme="canals", name="ชุมชนริมคลองหนึ่ง", place=canal.place,
        started_on=date(2017, 1, 10), households_planned=5,
    )  # fmt: skip
    return add_project(actor=canal.kamon, new=new)


def some_households(canal: Canal, project: Project, number: int) -> list[Household]:
    """So many made-up households on the list of a project."""
    new = [
        NewHousehold(name=f"สมมุติ ที่{at}", compared=f"สมมุติที่{at}", house=f"{at}/1", house_compared=f"{at}/1")
        for at in range(1, number + 1)
    ]
    return add_households(actor=canal.kamon, project=project, new=new)
