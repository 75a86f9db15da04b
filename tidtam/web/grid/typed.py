"""What was typed into squares: read as people write numbers, and kept square by square."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db.models import prefetch_related_objects

from tidtam.people.models import User
from tidtam.problems import Both, Problem, Where
from tidtam.review import problems as say
from tidtam.review.actions import Typed, keep_squares
from tidtam.thai.numbers import NumberUnreadable, read_number
from tidtam.web import problems
from tidtam.web.grid.desk import Cell, Desk, name_of

LARGEST = 10**12
NUMBER, SEEN = "n|", "s|"
_SEEN = re.compile(r"([0-9]{1,9}):([0-9]{0,19})")


@dataclass(frozen=True)
class Sent:
    """The text of one square as a form sent it, with the revision and number that it was made from."""

    name: str
    text: str
    revision: int
    shown: str

    @property
    def is_changed(self) -> bool:
        """Whether somebody typed in it."""
        return self.text.strip() != self.shown

    @property
    def place(self) -> str:
        """The code of its place."""
        return self.name.partition("|")[2]


def sent_in(form: Mapping[str, str]) -> list[Sent]:
    """The squares of a form that were changed."""
    names = [name.removeprefix(NUMBER) for name in form if name.startswith(NUMBER)]
    found = (_sent(name, form[NUMBER + name], form.get(SEEN + name, "")) for name in names)
    return [one for one in found if one.is_changed]


def _sent(name: str, text: str, seen: str) -> Sent:
    parts = _SEEN.fullmatch(seen)
    return Sent(name, text, int(parts[1]) if parts else 0, parts[2] if parts else "")


def keep(actor: User, desk: Desk, sent: Iterable[Sent]) -> int:
    """Keeps what can be kept, brings the cells up to date, and says how many squares were kept.

    What is wrong stands on the cells, with the text as it was typed. Where what was said was not read yet,
    only what could not be kept needs it.
    """
    there = [(one, desk.cells[one.name]) for one in sent if one.name in desk.cells]
    good = [typed for one, cell in there if (typed := _typed(desk, one, cell)) is not None]
    kept = keep_squares(actor=actor, of_round=desk.round, typed=good)
    prefetch_related_objects([each.claim for each in kept if each.claim], "counts")
    for each in kept:
        cell = desk.cells[name_of(each.typed.line.code, each.typed.place.code)]
        cell.square = replace(cell.square, claim=each.claim)
        cell.problems += each.problems
    if not desk.is_told and len(good) < len(there):
        desk.look_again()
    for one, cell in there:
        cell.typed = one.text if cell.problems else None
    return sum(not one.problems for one in kept)


def _typed(desk: Desk, sent: Sent, cell: Cell) -> Typed | None:
    number, wrong = read(sent.text)
    if not cell.is_open:  # a draft would be kept, and never handed in
        wrong = [say.ROUND_LOCKED.at(round=Both(desk.round.name_th, desk.round.name_en))]
    cell.problems += wrong
    if wrong or (number is None and desk.is_told and cell.square.claim is None):
        return None
    return Typed(cell.square.indicator, cell.square.place, number, sent.revision)


def read(text: str) -> tuple[int | None, list[Problem]]:
    """The number that a text says, None for an empty one, with what is wrong with it.

    Thai digits, commas at the thousands and spaces between digits are understood; words are not.
    """
    plain = re.sub(r"\s+", "", text)
    if not plain:
        return None, []
    where = Where(field="number")
    try:
        number = read_number(plain)
    except NumberUnreadable as unreadable:
        return None, [unreadable.problem(where)]
    if not isinstance(number, int) or number < 0:
        return None, [say.NO_NUMBER.at(where)]
    if number > LARGEST:
        return None, [problems.NUMBER_TOO_LARGE.at(where)]
    return number, []
