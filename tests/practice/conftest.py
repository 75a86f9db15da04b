"""All places of Thailand, loaded once for a module and taken away after it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from tests.practice.making import CODI
from tidtam.people.actions import command_account
from tidtam.places.actions import load_places

IN_MEMORY = {"evidence": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


@pytest.fixture(scope="module")
def places(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Each test rolls back its own part; files of evidence stay in memory."""
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(STORAGES=IN_MEMORY):
        load_places(command_account(), CODI)
        yield
        transaction.set_rollback(True)
