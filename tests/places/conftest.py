"""The whole of Thailand, loaded once for the tests of places."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.places.country import all_places


@pytest.fixture(scope="package")
def thailand(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """All places and trees in the database, gone again after the tests of this folder."""
    with django_db_blocker.unblock(), all_places():
        yield
