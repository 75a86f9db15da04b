"""What somebody in the field says, as plain values, before it becomes a claim."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from tidtam.ledger.fiscal import fiscal_year_of
from tidtam.places.models import Place
from tidtam.programmes.models import IndicatorVersion
from tidtam.review.drafts import Answer, Number
from tidtam.review.models import Claim, Round
from tidtam.review.words import ClaimKind


@dataclass(frozen=True)
class Said:
    """What is said of one indicator at one place; `key` is made by whoever says it, so that it is kept once.

    `counts` are in the unit of the indicator. With a round it is the one claim of its square in the grid.
    """

    key: UUID
    indicator: IndicatorVersion
    place: Place
    kind: ClaimKind
    first_day: date
    last_day: date
    counts: tuple[Number, ...]
    subject: str = ""
    note: str = ""
    answer: Answer = field(default_factory=Answer)
    tree: str = ""
    round: Round | None = None

    @property
    def cell(self) -> str | None:
        """Its square in the grid of a round."""
        return f"{self.round.code}|{self.indicator.code}|{self.place.code}" if self.round else None

    def onto(self, claim: Claim) -> None:
        """Puts what is said onto a claim, all but its numbers."""
        claim.kind = self.kind
        claim.indicator = self.indicator.code
        claim.pathway, claim.unit = self.indicator.pathway, self.indicator.unit
        claim.cycle = self.indicator.cycle_key(fiscal_year_of(self.last_day).number)
        claim.place, claim.tree = self.place, self.tree or self.indicator.tree
        claim.subject_name, claim.note = self.subject, self.note
        claim.first_day, claim.last_day = self.first_day, self.last_day
        claim.draws, claim.lot_place_id = self.answer.draws, self.answer.lot_place
        claim.if_it_falls, claim.exit_to = self.answer.if_it_falls, self.answer.exit_to
        claim.round, claim.cell = self.round, self.cell

    def is_what(self, claim: Claim) -> bool:
        """Whether a claim says this already."""
        other = Claim(key=claim.key)
        self.onto(other)
        same = all(getattr(other, name) == getattr(claim, name) for name in COMPARED)
        numbers = {Number(n.stage, n.number, n.at_least) for n in claim.counts.all()}
        return same and numbers == set(self.counts)


COMPARED = (
    "kind", "indicator", "cycle", "place_id", "tree", "subject_name", "note", "first_day", "last_day",
    "draws", "lot_place_id", "if_it_falls", "exit_to", "round_id",
)  # fmt: skip
"""The fields of a claim that what is said fills in."""
