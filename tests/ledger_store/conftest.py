"""The small country, made anew for each test."""

from __future__ import annotations

import pytest

from tests.ledger_store.country import Country, make_country


@pytest.fixture
def country(db: None) -> Country:
    return make_country()
