"""How far a recorder is with the open rounds: how many squares of the grid have a number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tidtam.people.access import Access, Right
from tidtam.places import queries as places
from tidtam.places.models import Kind, Place
from tidtam.programmes.models import IndicatorVersion
from tidtam.review import grid
from tidtam.review.models import Claim, Round
from tidtam.review.words import ClaimState


@dataclass(frozen=True, slots=True)
class Progress:
    """One round for the places of one kind for which somebody records; `place` where there is only one."""

    round: Round
    kind: Kind
    places: int
    place: Place | None
    squares: int
    filled: int
    on: date

    @property
    def empty(self) -> int:
        """How many squares have no number yet."""
        return max(0, self.squares - self.filled)

    @property
    def is_late(self) -> bool:
        """Whether the day it was due on has gone by and squares are still empty."""
        return self.round.due_on < self.on and self.empty > 0


def progress(access: Access) -> list[Progress]:
    """Each open round for each kind of places for which somebody records, the one due next first."""
    if not access.anywhere(Right.RECORD):
        return []
    mine = {kind: grid.places_of(access, kind) for kind in grid.REPORTING}
    return [
        _of(one, kind, at, access) for one in grid.rounds_open(access.on) for kind, at in mine.items() if at
    ]


def _of(of_round: Round, kind: Kind, at: Sequence[Place], access: Access) -> Progress:
    lines = grid.lines_of(of_round)
    return Progress(
        round=of_round,
        kind=kind,
        places=len(at),
        place=at[0] if len(at) == 1 else None,
        squares=sum(_counting(lines, at, min(of_round.last_day, access.on))),
        filled=_filled(of_round, kind, access),
        on=access.on,
    )


def _filled(of_round: Round, kind: Kind, access: Access) -> int:
    claims = Claim.objects.filter(round=of_round, cell__isnull=False, place__kind=kind)
    return access.limit(claims.exclude(state=ClaimState.WITHDRAWN), Right.RECORD).count()


def _counting(lines: Sequence[IndicatorVersion], at: Sequence[Place], on: date) -> Iterator[int]:
    """At how many of these places each line counts."""
    for line in lines:
        if line.place.kind == Kind.NATION:
            yield len(at)
        else:
            inside = places.nested_on(on).filter(ancestor=line.place).values_list("descendant", flat=True)
            yield len({place.pk for place in at} & set(inside))
