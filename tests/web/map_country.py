"""A small country with a book: what three places reported of line 1.1, and what two provinces promised."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from tests.intake.country import make_country
from tests.review.people import People, make_people
from tidtam.ledger.days import Days
from tidtam.ledger.statements import Happening
from tidtam.ledger_store.post import Batch, Stated, post
from tidtam.people.actions import loader_account
from tidtam.places.models import Place
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import Target

LINE, YEAR, DAY = "1.1", 2562, date(2019, 3, 1)


@dataclass(frozen=True)
class Book:
    """The people of the country, and a way to put more into its book."""

    people: People

    def __getattr__(self, name: str) -> Any:
        return getattr(self.people, name)

    def report(self, place: str, number: int, times: int = 1) -> None:
        """So many of a line at a place."""
        indicator = programmes.indicator(LINE, YEAR)
        assert indicator is not None
        at = Place.objects.get(code=place).pk
        stated = [
            Stated(
                indicator.pathway, indicator.cycle_key(YEAR), indicator.unit,
                Happening(str(uuid4()), at, Days.on(DAY), DAY, indicator.counting_stage, number),
            )
            for _ in range(times)
        ]  # fmt: skip
        post(actor=loader_account(), batch=Batch(str(uuid4()), stated))


def make_book() -> Book:
    """Khon Kaen over its target by two tambons, Chiang Mai below, and three that nobody placed."""
    make_country()
    book = Book(make_people())
    for place, number in (("400105", 4), ("400901", 3), ("500101", 2), ("TH", 3)):
        book.report(place, number)
    for place, value in (("40", 5), ("50", 10)):
        promise(place, value)
    return book


def promise(place: str, value: int, revision: int = 1) -> None:
    """A target of a place."""
    text = dict.fromkeys(("who_th", "who_en", "why_th", "why_en", "paper_code", "paper_title"), "-")
    Target.objects.create(
        indicator=LINE, fiscal_year=YEAR, place=Place.objects.get(code=place), tree="admin", unit="tambon",
        revision=revision, value=value, known_on=date(2018, 10, 1), valid_from=date(2018, 10, 1), position=0,
        edition=1, **text,
    )  # fmt: skip
