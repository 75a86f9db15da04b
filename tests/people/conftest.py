"""The small country, made once for a module, and people who look after parts of it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.intake.country import make_country
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Role, User
from tidtam.places.models import Place

Person = Callable[..., User]


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The country, made once for a module and taken away after it; each test rolls back its own part."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_country()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def person(country: None, db: None) -> Person:
    """Makes somebody with a role at a place."""

    def make(username: str, role: str = "administrator", place: str = "TH", **more: Any) -> User:
        user = User.objects.create_user(
            username, more.get("password"), display_name=username.title(), email=more.get("email", "")
        )
        give_role(
            actor=loader_account(),
            user=user,
            role=Role(role),
            place=Place.objects.get(code=place),
            tree=more.get("tree", ""),
        )
        return user

    return make
