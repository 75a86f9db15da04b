"""Asks for one promise at a time, as a person would."""

from datetime import date

from tidtam.ledger.fiscal import FiscalYear
from tidtam.places.models import Place
from tidtam.programmes import queries
from tidtam.programmes.models import IndicatorVersion, Target


def target_for(
    line: IndicatorVersion,
    year: int,
    place: Place | None = None,
    *,
    as_of: date | None = None,
    known_at: date | None = None,
    position: int | None = None,
) -> Target | None:
    """The promise of a line that held on a day, else at the end of the year."""
    day = as_of or FiscalYear(year).end
    asked = queries.targets_for([line], year, place, as_of=day, known_at=known_at, position=position)
    return asked.get(line.code)
