"""How far a recorder is with the open rounds: how many squares of the grid have a number."""

from collections.abc import Sequence
from dataclasses import dataclass

from tidtam.people.access import Access, Right
from tidtam.places.models import Kind, Place
from tidtam.review import grid
from tidtam.review.models import Claim, Round
from tidtam.review.words import ClaimState


@dataclass(frozen=True, slots=True)
class ToReport:
    """One round for the places of one kind for which somebody records; `place` where there is only one."""

    round: Round
    kind: Kind
    places: int
    place: Place | None
    squares: int
    filled: int

    @property
    def empty(self) -> int:
        """How many squares have no number yet."""
        return max(0, self.squares - self.filled)


def progress(access: Access) -> list[ToReport]:
    """Each open round for each kind of places for which somebody records, the one due next first."""
    if not access.anywhere(Right.RECORD):
        return []
    mine = {kind: grid.places_of(access, kind) for kind in grid.REPORTING}
    return [
        _of(one, kind, at, access) for one in grid.rounds_open(access.on) for kind, at in mine.items() if at
    ]


def _of(of_round: Round, kind: Kind, at: Sequence[Place], access: Access) -> ToReport:
    there = grid.lines_at(of_round, grid.lines_of(of_round), {place.pk: kind for place in at})
    return ToReport(
        round=of_round,
        kind=kind,
        places=len(at),
        place=at[0] if len(at) == 1 else None,
        squares=sum(map(len, there.values())),
        filled=_filled(of_round, kind, access),
    )


def _filled(of_round: Round, kind: Kind, access: Access) -> int:
    claims = Claim.objects.filter(round=of_round, cell__isnull=False, place__kind=kind)
    return access.limit(claims.exclude(state=ClaimState.WITHDRAWN), Right.RECORD).count()
