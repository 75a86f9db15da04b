"""A small country that a module's tests share, and claims about the Lat Phrao canal."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from tests.intake.country import make_country
from tidtam.places.models import Place
from tidtam.review.drafts import Answer, Draft, Number, Paper
from tidtam.review.words import ClaimKind, IfItFalls

Make = Callable[..., Draft]


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The country, made once for a module and taken away after it; each test rolls back its own part."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_country()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def standing(country: None, db: None) -> Make:
    """A draft of a standing at the canal: its day, when it was told, answer to a fall, counts by stage."""

    def make(
        day: date, *, told: date | None = None, falls: str = "ask", exit_to: str = "", **counts: int
    ) -> Draft:
        canal = Place.objects.get(code="canal:lat-phrao")
        told = told or day
        return Draft(
            kind=ClaimKind.STANDS,
            indicator="2.3",
            pathway="canal",
            unit="household",
            cycle="",
            place=canal.pk,
            place_code=canal.code,
            tree="canal",
            first_day=day,
            last_day=day,
            counts=tuple(Number(stage, number) for stage, number in counts.items()),
            paper=Paper(f"paper of {told}", told),
            answer=Answer(if_it_falls=IfItFalls(falls), exit_to=exit_to),
        )

    return make


@pytest.fixture
def happening(country: None, db: None) -> Make:
    """A draft of what happened for line 1.1: a number on a day, at a place."""

    def make(
        number: int, day: date, *, place: str = "TH", answer: Answer | None = None, **more: Any
    ) -> Draft:
        found = Place.objects.get(code=place)
        values: dict[str, Any] = {
            "kind": ClaimKind.HAPPENED,
            "indicator": "1.1",
            "pathway": "plan_tambon",
            "unit": "tambon",
            "cycle": "2562",
            "place": found.pk,
            "place_code": found.code,
            "tree": "admin",
            "first_day": day,
            "last_day": day,
            "counts": (Number("done", number),),
            "paper": Paper("paper", date(2019, 4, 23)),
            "answer": answer or Answer(),
        }
        return Draft(**{**values, **more})

    return make
