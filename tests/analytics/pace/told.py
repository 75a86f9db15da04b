"""Puts past years of lines into the book, as if they had been told lot by lot as they happened."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from uuid import NAMESPACE_URL, uuid4, uuid5

from tidtam.analytics.pace.past import PastYear, day_of
from tidtam.ledger.days import Days
from tidtam.ledger.statements import Happening
from tidtam.ledger_store.post import Batch, Stated, post
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion, Target

NOW = 2562


def counted_since(code: str, first_year: int) -> IndicatorVersion:
    """Lets the version of 2562 hold from an earlier year on; every other version is taken out of use."""
    version = programmes.indicator(code, NOW)
    assert version is not None
    for old in programmes.versions(code):
        _again(old, retired=True)
    version.first_year, version.last_year = first_year, NOW
    _again(version)
    return version


def _again(version: IndicatorVersion, *, retired: bool = False) -> None:
    """One more edition of a definition."""
    again = copy(version)
    again.pk, again.edition, again.retired = None, version.edition + 1, retired
    again.save(force_insert=True)


def tell(
    actor: User, version: IndicatorVersion, years: Iterable[PastYear], *, place: Place, last_day: int = 365
) -> None:
    """Each step of each year as a lot of its day, up to a day of the year."""
    for year in years:
        cycle = version.cycle_key(year.fiscal_year)
        said = [
            Stated(version.pathway, cycle, version.unit, happening)
            for happening in _happenings(version, year, place, last_day)
        ]
        post(actor=actor, batch=Batch(str(uuid4()), said))


def _happenings(
    version: IndicatorVersion, year: PastYear, place: Place, last_day: int
) -> Iterable[Happening]:
    before = 0
    for number, (day, reached) in enumerate(year.steps):
        if day <= last_day:
            on = day_of(year.fiscal_year, day)
            key = str(uuid5(NAMESPACE_URL, f"{version.code} {year.fiscal_year} {number}"))
            yield Happening(key, place.pk, Days.on(on), on, version.counting_stage, reached - before)
            before = reached


def promise(version: IndicatorVersion, year: PastYear) -> None:
    """The target of a past year."""
    assert year.target is not None
    template = Target.objects.filter(indicator=version.code, fiscal_year=NOW, place=version.place).first()
    assert template is not None
    template.pk, template.fiscal_year, template.value = None, year.fiscal_year, year.target
    template.edition, template.revision = 7, 1
    template.valid_from = template.known_on = day_of(year.fiscal_year, 1)
    template.save(force_insert=True)
