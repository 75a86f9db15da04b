"""What an action of review answers."""

from dataclasses import dataclass, field

from tidtam.ledger.movement import Movement
from tidtam.problems import Problem
from tidtam.review.models import Claim


@dataclass(slots=True)
class Proposed:
    """Every claim by its key; which of them are new, which were there already, which got an answer.

    `problems` are questions and warnings only: they hold single claims and refuse nothing.
    """

    claims: dict[str, Claim] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, other: "Proposed") -> None:
        """Takes in what another part of the same drafts gave."""
        self.claims |= other.claims
        self.new += other.new
        self.repeated += other.repeated
        self.answered += other.answered
        self.problems += other.problems


@dataclass(frozen=True, slots=True)
class Accepted:
    """The keys of the claims that were let in, the movements that the book derived.

    And its head after them.
    """

    keys: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    movements: tuple[Movement, ...] = ()
    position: int = 0


@dataclass(slots=True)
class Reviewed:
    """The keys of the claims that went on to their next rung and of those let in.

    `problems` are under the key of the claim that each one holds up.
    """

    passed_on: list[str] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
