"""A movement has two ends: from a stage at a place to a stage at a place, on a day, by a claim."""

from __future__ import annotations

from dataclasses import dataclass

from tidtam.ledger.days import Days
from tidtam.ledger.pathway import NOTHING


@dataclass(frozen=True, slots=True)
class End:
    """Where a movement starts or arrives; all empty is the outside."""

    stage: str = NOTHING
    place: int | None = None
    container: int | None = None


OUTSIDE = End()


@dataclass(frozen=True, slots=True)
class Movement:
    """`number` of a lot, or one named subject, went from `start` to `to` within `days`.

    `from_lot` marks what is named or placed out of a lot of another place.
    """

    statement: str
    start: End
    to: End
    number: int
    days: Days
    subject: int | None = None
    from_lot: bool = False

    @property
    def is_transfer(self) -> bool:
        """Same stage, other place or container: nobody's achievement (naming out of a lot is none)."""
        return not self.from_lot and self.start.stage == self.to.stage and self.start != self.to
