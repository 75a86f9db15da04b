"""The numbers of the grid as plain values, for sheets of many thousand squares."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.utils import timezone

from tidtam.places import queries as places
from tidtam.programmes.models import IndicatorVersion
from tidtam.review import grid
from tidtam.review.models import Claim, Round
from tidtam.review.words import WITH_THE_RECORDER, ClaimState

CHUNK = 5_000


@dataclass(frozen=True, slots=True)
class Now:
    """How a square stands: its number (None: nothing said), revision (0: not there), state, last recorder."""

    number: int | None = None
    revision: int = 0
    state: str = ""
    who: str = ""

    @property
    def may_change(self) -> bool:
        """Whether it is still with its recorder."""
        return not self.state or self.state in WITH_THE_RECORDER


NOTHING = Now()


def numbers_of(of_round: Round | None, at: Collection[int]) -> dict[tuple[str, int], Now]:
    """What was said in a round at places (ids), by the code of the line and the id of the place."""
    if of_round is None:
        return {}
    columns = ("indicator", "place_id", "counts__number", "revision", "state", "made_by__display_name")
    claims = Claim.objects.filter(round=of_round, cell__isnull=False).exclude(state=ClaimState.WITHDRAWN)
    found = {}
    for some in _chunks(at):
        for line, place, *now in claims.filter(place__in=some).order_by().values_list(*columns).iterator():
            found[line, place] = Now(*now)
    return found


def numbers_before(of_round: Round, at: Collection[int]) -> dict[tuple[str, int], Now]:
    """The same for the round before of the same length."""
    return numbers_of(grid.round_before(of_round), at)


def lines_at(
    of_round: Round, lines: Sequence[IndicatorVersion], at: Collection[int]
) -> dict[int, list[IndicatorVersion]]:
    """The lines that count at each place (id)."""
    on: date = min(of_round.last_day, timezone.localdate())
    found = {}
    for some in _chunks(at):
        above = places.ancestors_of(some, on)
        for place in some:
            within = {one for tree in above.get(place, {}).values() for one in tree} | {place}
            found[place] = [line for line in lines if grid.counts_at(line, within)]
    return found


def _chunks(ids: Collection[int]) -> Iterator[list[int]]:
    rest = iter(ids)
    while some := list(islice(rest, CHUNK)):
        yield some
