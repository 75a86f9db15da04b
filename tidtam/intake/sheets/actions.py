"""Looking at a sheet that came back, and taking from it what was shown and confirmed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.db import transaction

from tidtam.audit.actions import record
from tidtam.intake.sheets import problems as say
from tidtam.intake.sheets.content import places_for
from tidtam.intake.sheets.difference import Difference, compare
from tidtam.intake.sheets.layout import PLACE
from tidtam.intake.sheets.reading import read_sheet
from tidtam.people.models import User
from tidtam.problems import Problem, Refused, Severity, Where
from tidtam.review import grid
from tidtam.review.actions import Typed, hold_squares, keep_squares
from tidtam.review.deadlocks import tried_again
from tidtam.review.models import Round

BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A square as it was shown and confirmed: its codes, its number, the revision, its row in the file."""

    place: str
    line: str
    number: int | None
    revision: int
    row: int


@dataclass(slots=True)
class Outcome:
    """How many squares were kept, and what is wrong with the others."""

    kept: int = 0
    problems: list[Problem] = field(default_factory=list)


def look(*, actor: User, content: bytes, name: str) -> Difference:
    """What a file would do; nothing is changed. Refused when it is no sheet of a round."""
    return compare(actor=actor, back=read_sheet(content, name))


def confirmed(difference: Difference) -> list[Confirmed]:
    """What of a difference is taken; Refused with everything that has to be put right first."""
    errors = [problem for problem in difference.problems if problem.severity is Severity.ERROR]
    if errors:
        raise Refused(errors)
    return [
        Confirmed(one.place.code, one.line.code, one.yours, one.revision, one.row) for one in difference.taken
    ]


def take(*, actor: User, of_round: str, file: str, squares: Sequence[Confirmed]) -> Outcome:
    """Keeps confirmed squares as drafts, all in one transaction.

    A square that somebody changed since it was shown is left as it is, and its problem says so. Refused for a
    place or line that is not the actor's.
    """
    return tried_again(lambda: _take(actor, of_round, file, squares))


@transaction.atomic
def _take(actor: User, of_round: str, file: str, squares: Sequence[Confirmed]) -> Outcome:
    one = Round.objects.filter(code=of_round).first()
    if one is None:
        raise Refused([say.NO_ROUND.at(Where(file=file), round=of_round)])
    # All in one order, whatever the order of the file: two who take the same squares wait, not block.
    pairs = sorted(_typed(actor, one, file, squares), key=lambda pair: (pair[1].line, pair[1].place))
    hold_squares(of_round=one, typed=[typed for typed, _ in pairs])
    outcome = Outcome()
    for start in range(0, len(pairs), BATCH):
        batch = pairs[start : start + BATCH]
        rows = {(typed.line.code, typed.place.code): square.row for typed, square in batch}
        for kept in keep_squares(actor=actor, of_round=one, typed=[typed for typed, _ in batch]):
            row = rows[kept.typed.line.code, kept.typed.place.code]
            outcome.kept += not kept.problems
            outcome.problems += _in_row(kept.problems, file, row)
    if outcome.kept:
        detail = {"file": file, "squares": outcome.kept}
        record(actor=actor, action="sheet.taken", what=f"round:{of_round}", detail=detail)
    return outcome


def _typed(
    actor: User, of_round: Round, file: str, squares: Sequence[Confirmed]
) -> list[tuple[Typed, Confirmed]]:
    places = {place.code: place for place in places_for(actor)}
    lines = {line.code: line for line in grid.lines_of(of_round)}
    problems = [
        say.NOT_YOUR_PLACE.at(Where(file=file, row=one.row, column=PLACE.name.th), place=one.place)
        for one in squares
        if one.place not in places
    ]
    problems += [
        say.NO_SUCH_LINE.at(Where(file=file, row=one.row), line=one.line)
        for one in squares
        if one.line not in lines
    ]
    if problems:
        raise Refused(problems)
    return [(Typed(lines[one.line], places[one.place], one.number, one.revision), one) for one in squares]


def _in_row(problems: Iterable[Problem], file: str, row: int) -> list[Problem]:
    """The problems with the row that they are about."""
    return [replace(problem, where=Where(file=file, row=row)) for problem in problems]
