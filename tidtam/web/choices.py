"""What the form at the top of a page offers: fiscal years, places, and the ends of the quarters."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.utils import timezone

from tidtam.ledger.fiscal import FiscalYear, fiscal_year_of
from tidtam.places import queries as places
from tidtam.places.models import Place
from tidtam.programmes import queries as programmes
from tidtam.reports.openness import PUBLIC_KINDS
from tidtam.thai.sorting import sort_key
from tidtam.web.address import Address


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """The places of one kind, in alphabetical order."""

    kind: str
    places: list[Place]

    @property
    def label_key(self) -> str:
        """The words that head the group."""
        return f"ask.{self.kind}"


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that may be chosen."""

    fiscal_years: list[int]
    places: list[PlaceGroup]
    quarter_ends: list[date]


def choices(fiscal_year: int, lang: str) -> Choices:
    """What may be chosen on a page in this language that shows this fiscal year."""
    return Choices(
        fiscal_years=sorted({*programmes.fiscal_years(), fiscal_year}, reverse=True),
        places=place_groups(lang),
        quarter_ends=[FiscalYear(fiscal_year).quarter(number).end for number in range(1, 5)],
    )


def newest(address: Address) -> Address:
    """An address without year and day asks for the newest fiscal year that is defined.

    A year with only a few lines yet (less than half as many as the fullest has) is passed over.
    """
    if address.fiscal_year or address.as_of:
        return address
    this = fiscal_year_of(timezone.localdate()).number
    years = {year: len(programmes.lines(year)) for year in programmes.fiscal_years() if year <= this}
    full = [year for year, lines in years.items() if lines * 2 >= max(years.values())]
    return address.changed(fiscal_year=max(full, default=None))


def place_groups(lang: str) -> list[PlaceGroup]:
    """The public places, from the nation down."""
    found = alphabetical(reduce(or_, (places.of_kind(kind) for kind in PUBLIC_KINDS)), lang)
    return [PlaceGroup(kind, [p for p in found if p.kind == kind]) for kind in PUBLIC_KINDS]


def alphabetical(found: Iterable[Place], lang: str) -> list[Place]:
    """Places by their names in this language."""
    if lang == "en":
        return sorted(found, key=lambda place: place.name_en or place.name_th)
    return sorted(found, key=lambda place: sort_key(place.name_th))
