"""Ladders: who looks at a claim, one after the other, before it is let into the book."""

from dataclasses import dataclass

from tidtam.people.models import Role
from tidtam.places.models import RANK, Kind

REVIEWERS = (Role.VERIFIER, Role.APPROVER, Role.OWNER, Role.FINANCE)
"""The roles that may be given a rung."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One look at a claim, by whoever holds a role at the claim's place or above it.

    A claim about a place wider than `kind` has no such rung: a region's claim passes no province.
    """

    code: str
    role: Role
    kind: Kind
    name_th: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs from the first look to the book."""

    code: str
    name_th: str
    name_en: str
    rungs: tuple[Rung, ...]

    def rungs_for(self, kind: Kind) -> tuple[Rung, ...]:
        """The rungs that a claim about a place of this kind climbs; the last one always."""
        return tuple(rung for rung in self.rungs if RANK[rung.kind] <= RANK[kind] or rung is self.rungs[-1])

    def first(self, kind: Kind) -> Rung:
        """Where a claim about a place of this kind begins."""
        return self.rungs_for(kind)[0]

    def after(self, code: str, kind: Kind) -> Rung | None:
        """The next rung; None after the last, when the claim goes into the book."""
        codes = [rung.code for rung in self.rungs_for(kind)]
        number = codes.index(code) + 1
        return self.rungs_for(kind)[number] if number < len(codes) else None
