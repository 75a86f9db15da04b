"""What lies on somebody's desk: the lines and places of a round that they fill in, page by page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tidtam.people.access import Access, Right
from tidtam.places import queries as places
from tidtam.places.models import Kind, Place
from tidtam.problems import Problem, Refused
from tidtam.programmes.models import IndicatorVersion
from tidtam.review import calendar, grid
from tidtam.review import problems as say
from tidtam.review.grid import Square
from tidtam.review.models import Round
from tidtam.web import problems

PLACES_PER_PAGE = 100
FEW = 6
"""Up to so many places stand side by side with the lines as rows; more become rows themselves."""


@dataclass
class Cell:
    """One square on the page, with what was typed into it when that could not be kept."""

    square: Square
    is_open: bool
    typed: str | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def name(self) -> str:
        """How its fields are named in the form."""
        return name_of(self.square.indicator.code, self.square.place.code)

    @property
    def value(self) -> str:
        """What stands in its field."""
        return self.number if self.typed is None else self.typed

    @property
    def number(self) -> str:
        """Its number in plain digits, empty while there is none."""
        return "" if self.square.number is None else str(self.square.number)

    @property
    def seen(self) -> str:
        """The revision and number that a change is made from, as the form sends them back."""
        return f"{self.square.revision}:{self.number}"

    @property
    def state(self) -> str:
        """The state of its claim, empty while nothing was said."""
        return self.square.claim.state if self.square.claim else ""

    @property
    def may_change(self) -> bool:
        """Whether there is a field for it."""
        return self.is_open and self.square.may_change


@dataclass(frozen=True)
class Row:
    """A place with its squares, None where a line does not count there."""

    place: Place
    cells: tuple[Cell | None, ...]


def name_of(line: str, place: str) -> str:
    """The name of a square in forms and addresses."""
    return f"{line}|{place}"


class Desk:
    """The squares of a round at some places, read in a fixed number of queries.

    What was said in them, and in the round before, need not be read where it is not looked at: `look_again`
    brings it.
    """

    def __init__(
        self,
        of_round: Round,
        at: Iterable[Place],
        lines: Iterable[IndicatorVersion],
        *,
        with_now: bool = True,
        with_last: bool = True,
    ) -> None:
        self.round = of_round
        self.places = list(at)
        self._all_lines = list(lines)
        self.is_told = with_now
        self.open = calendar.open_places(of_round, self.places)
        found = self._squares(with_now=with_now, with_last=with_last)
        self.cells = {cell.name: cell for cell in (Cell(one, one.place.pk in self.open) for one in found)}

    def look_again(self, *, with_last: bool = False) -> None:
        """The squares as they stand now; what was typed and what is wrong stays beside them."""
        for square in self._squares(with_now=True, with_last=with_last):
            self.cells[name_of(square.indicator.code, square.place.code)].square = square

    def _squares(self, *, with_now: bool, with_last: bool) -> Iterable[Square]:
        found = grid.squares(self.round, self._all_lines, self.places, with_now=with_now, with_last=with_last)
        return found.values()

    @cached_property
    def lines(self) -> list[IndicatorVersion]:
        """The lines that count at one of the places at least."""
        there = {cell.square.indicator.code for cell in self.cells.values()}
        return [line for line in self._all_lines if line.code in there]

    @cached_property
    def milestones(self) -> list[IndicatorVersion]:
        """The lines of the year that have no squares: each thing is told by itself, with its stage."""
        return grid.milestones_of(self.round)

    @property
    def elsewhere(self) -> str:
        """The lines that count at none of these places, by their codes."""
        here = {line.code for line in self.lines}
        return ", ".join(line.code for line in self._all_lines if line.code not in here)

    @property
    def totals(self) -> str:
        """The lines whose number is the total that stands, by their codes."""
        return ", ".join(line.code for line in self.lines if line.measure == "standing")

    @cached_property
    def rows(self) -> list[Row]:
        """The places with their squares, in the order of the lines."""
        return [
            Row(place, tuple(self.cells.get(name_of(line.code, place.code)) for line in self.lines))
            for place in self.places
        ]

    @property
    def is_few(self) -> bool:
        """Whether the places fit side by side."""
        return len(self.places) <= FEW

    @property
    def filled(self) -> int:
        """How many squares have a number."""
        return grid.filled(cell.square for cell in self.cells.values())

    @property
    def wrong(self) -> int:
        """How many squares have a problem."""
        return sum(bool(cell.problems) for cell in self.cells.values())


def the_round(code: str) -> Round:
    """The round of an address; Refused (404) where there is none."""
    found = calendar.round_of(code)
    if found is None:
        raise Refused([say.NO_SUCH_ROUND.at(code=code[:20])])
    return found


def kind_asked(mine: Sequence[Kind], kind: str) -> Kind:
    """The kind of places that the page shows, of those that somebody records for; Refused for others."""
    if not mine:
        raise Refused([problems.NOT_FOR_YOU.at()])
    if kind and kind not in mine:
        raise Refused([problems.NOTHING_HERE.at(path=kind[:40])])
    return Kind(kind) if kind else mine[0]


def places_of_page(ids: Sequence[int], number: int) -> list[Place]:
    """The places of one page, each with where it lies."""
    here = ids[(number - 1) * PLACES_PER_PAGE : number * PLACES_PER_PAGE]
    found = places.with_homes(here)
    return [found[pk] for pk in here]


def places_named(access: Access, codes: Iterable[str]) -> list[Place]:
    """Those of these places for which somebody records."""
    found = [place for place in places.by_code(codes).values() if place.kind in grid.REPORTING]
    access.look_at(place.pk for place in found)
    return [place for place in found if access.may(Right.RECORD, place.pk)]
