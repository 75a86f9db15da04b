"""What is asked of a board, report or trail, checked before the question is put."""

from datetime import date

from tidtam.cli.problem_text import tell
from tidtam.cli.problems import DAY_BEFORE_YEAR, NO_SUCH_PLACE
from tidtam.ledger.fiscal import FiscalYear
from tidtam.places.answers import Found
from tidtam.places.lookup import find_place, problem_of
from tidtam.places.models import Place
from tidtam.problems import Both, Refused
from tidtam.thai.dates import english_date, long_date


def place_code(text: str, lang: str) -> str:
    """The code of the place; Refused when there is none or more than one fits. An overlooked slip is told."""
    if Place.objects.filter(code=text).exists():
        return text
    answer = find_place(text)
    problem = problem_of(text, answer)
    if isinstance(answer, Found):
        tell([problem] if problem else [], lang)
        return answer.place.code
    raise Refused([problem or NO_SUCH_PLACE.at(place=text)])


def check_days(fiscal_year: int | None, as_of: date | None) -> None:
    """Refused for a day before the fiscal year begins: nobody can have reported on that year."""
    if fiscal_year is None or as_of is None:
        return
    start = FiscalYear(fiscal_year).start
    if as_of < start:
        raise Refused([DAY_BEFORE_YEAR.at(day=_said(as_of), year=fiscal_year, start=_said(start))])


def _said(day: date) -> Both:
    return Both(long_date(day), english_date(day))
