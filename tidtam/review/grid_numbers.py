"""The numbers of the grid as plain values, for sheets of many thousand squares."""

from collections.abc import Iterable
from dataclasses import dataclass

from tidtam.programmes.models import IndicatorVersion
from tidtam.review import grid
from tidtam.review.models import Claim, Round
from tidtam.review.words import WITH_THE_RECORDER, ClaimState

COLUMNS = (
    "indicator", "place_id", "counts__stage", "counts__number", "revision", "state", "made_by__display_name",
)  # fmt: skip


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


def numbers_of(
    of_round: Round | None, lines: Iterable[IndicatorVersion], at: Iterable[int]
) -> dict[tuple[str, int], Now]:
    """What was said in a round at places (ids), by the code of the line and the id of the place."""
    if of_round is None:
        return {}
    counting = {line.code: line.counting_stage for line in lines}
    claims = Claim.objects.filter(round=of_round, cell__isnull=False, indicator__in=counting)
    claims = claims.exclude(state=ClaimState.WITHDRAWN).order_by()
    found: dict[tuple[str, int], Now] = {}
    for some in grid.chunks(at):
        rows = claims.filter(place__in=some).values_list(*COLUMNS).iterator()
        for line, place, stage, number, *how in rows:
            if stage == counting[line]:
                found[line, place] = Now(number, *how)
            else:
                found.setdefault((line, place), Now(None, *how))
    return found


def numbers_before(
    of_round: Round, lines: Iterable[IndicatorVersion], at: Iterable[int]
) -> dict[tuple[str, int], Now]:
    """The same for the round before of the same length."""
    return numbers_of(grid.round_before(of_round), lines, at)
