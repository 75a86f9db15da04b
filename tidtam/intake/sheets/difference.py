"""The three-way difference of a sheet: what it says, what stands now, what stood when it was downloaded."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

from tidtam.intake.sheets import problems as say
from tidtam.intake.sheets.content import places_for
from tidtam.intake.sheets.layout import LINE, PLACE
from tidtam.intake.sheets.reading import RowBack, SheetBack
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Both, Problem, Refused, Severity, Where
from tidtam.programmes.models import IndicatorVersion
from tidtam.review import checking, grid, grid_numbers
from tidtam.review.grid_numbers import NOTHING, Now
from tidtam.review.models import Round
from tidtam.review.queries import chunks
from tidtam.thai.dates import english_date, long_date


class Change(StrEnum):
    """What a square of the sheet would do."""

    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    CLEARED = "cleared"
    THEIRS = "theirs"
    CONFLICT = "conflict"
    PASSED_ON = "passed_on"


TAKEN = (Change.NEW, Change.CHANGED, Change.CLEARED)
"""What is taken once it is confirmed; all else is left as it is."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One square: the number in the sheet, the number now, the number when it was downloaded."""

    change: Change
    place: Place
    line: IndicatorVersion
    row: int
    yours: int | None
    now: int | None
    was: int | None
    revision: int
    who: str = ""
    state: str = ""


@dataclass(slots=True)
class Difference:
    """All that a sheet would do, and what is wrong with it; squares without a difference are only counted."""

    of_round: Round
    back: SheetBack
    squares: list[Compared] = field(default_factory=list)
    counts: Counter[Change] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing is so wrong that it has to be put right first."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def taken(self) -> list[Compared]:
        """What would be taken."""
        return [square for square in self.squares if square.change in TAKEN]

    def of(self, change: Change) -> list[Compared]:
        """The squares with one kind of change."""
        return [square for square in self.squares if square.change == change]


def change_of(yours: int | None, now: Now, was: int | None, revision: int) -> Change:
    """What a square would do, from the three numbers and the revision that the sheet was made from.

    >>> change_of(5, Now(3, 1), 3, 1), change_of(3, Now(4, 2), 3, 1), change_of(5, Now(4, 2), 3, 1)
    (<Change.CHANGED: 'changed'>, <Change.THEIRS: 'theirs'>, <Change.CONFLICT: 'conflict'>)
    """
    if yours == now.number:
        return Change.SAME
    if yours == was:
        return Change.THEIRS
    if now.revision != revision or now.number != was:
        return Change.CONFLICT
    if not now.may_change:
        return Change.PASSED_ON
    if now.number is None:
        return Change.NEW
    return Change.CLEARED if yours is None else Change.CHANGED


def compare(*, actor: User, back: SheetBack) -> Difference:
    """Compares a sheet with what stands now, at the places for which the actor records.

    Refused when its round is not there. Numbers of other places are never looked at.
    """
    of_round = Round.objects.filter(code=back.mark.round).first()
    if of_round is None:
        raise Refused([say.NO_ROUND.at(Where(file=back.file), round=back.mark.round)])
    found = Difference(of_round, back, problems=[*back.problems, *_person(actor, back)])
    known = _Known(actor, of_round, back.rows)
    hidden = []
    for row in back.rows:
        problem = known.problem_of(row)
        if problem:
            found.problems.append(problem)
        elif row.square and known.has(row):
            square = known.compared(row, row.square.was, row.square.revision)
            if row.hidden and square.change not in (Change.SAME, Change.THEIRS):
                hidden.append(row)
            else:
                _add(found, square)
    found.problems += _hidden(hidden)
    found.problems.sort(key=lambda problem: (problem.severity != Severity.ERROR, problem.where.row or 0))
    return found


def _add(found: Difference, square: Compared) -> None:
    found.counts[square.change] += 1
    if square.change is not Change.SAME:
        found.squares.append(square)


class _Known:
    """The places and lines of somebody in a round, and how their squares stand now."""

    def __init__(self, actor: User, of_round: Round, rows: Iterable[RowBack]) -> None:
        named = {row.place for row in rows}
        self.places = {place.code: place for place in places_for(actor) if place.code in named}
        self.lines = {line.code: line for line in grid.lines_of(of_round)}
        self.now = grid_numbers.numbers_of(
            of_round, self.lines.values(), [place.pk for place in self.places.values()]
        )
        self.others = {
            place.code: checking.place_name(place)
            for some in chunks(sorted(named.difference(self.places)))
            for place in Place.objects.filter(code__in=some)
        }

    def has(self, row: RowBack) -> bool:
        """Whether the row is about one of the actor's own places."""
        return row.place in self.places

    def problem_of(self, row: RowBack) -> Problem | None:
        """What is wrong with the codes and the mark of a row."""
        unchanged = row.is_right and row.square is not None and row.number == row.square.was
        if not self.has(row):
            at = replace(row.where, column=PLACE.name.th)
            if row.place not in self.others:
                return say.NO_SUCH_PLACE.at(at, place=row.place)
            # A place that was theirs when they downloaded does no harm as long as it stays as it was.
            return None if unchanged else say.NOT_YOUR_PLACE.at(at, place=self.others[row.place])
        if row.line not in self.lines:
            return say.NO_SUCH_LINE.at(replace(row.where, column=LINE.name.th), line=row.line)
        if row.square is None:
            return say.ROW_ADDED.at(row.where, place=row.place, line=row.line)
        return None if row.is_right else say.ROW_MARK_BROKEN.at(row.where)

    def compared(self, row: RowBack, was: int | None, revision: int) -> Compared:
        """A row beside what stands now."""
        place, line = self.places[row.place], self.lines[row.line]
        now = self.now.get((line.code, place.pk), NOTHING)
        change = change_of(row.number, now, was, revision)
        return Compared(
            change, place, line, row.row, row.number, now.number, was, revision, now.who, now.state
        )


def _person(actor: User, back: SheetBack) -> list[Problem]:
    if back.mark.person == actor.username:
        return []
    day = back.mark.when.date()
    when = Both(long_date(day), english_date(day))
    return [say.OTHER_PERSON.at(Where(file=back.file), name=back.mark.person, when=when)]


def _hidden(rows: list[RowBack]) -> list[Problem]:
    """One warning that names the hidden rows whose numbers were changed."""
    if not rows:
        return []
    where = replace(rows[0].where, row=None)
    return [say.HIDDEN.at(where, rows=runs(sorted(row.row for row in rows)))]


def runs(numbers: list[int]) -> str:
    """Row numbers in order, as short as can be.

    >>> runs([3, 7, 8, 9])
    '3, 7-9'
    """
    grouped = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    spans = [[number for _, number in group] for _, group in grouped]
    return ", ".join(f"{span[0]}-{span[-1]}" if len(span) > 1 else str(span[0]) for span in spans)
