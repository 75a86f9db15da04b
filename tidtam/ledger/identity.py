"""Identities: sums of parts that must equal their whole, in one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tidtam.ledger.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Identity:
    """The parts that make up a whole, by the names of their figures."""

    code: str
    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """An identity that does not hold: the parts are `difference` more than the whole."""

    identity: Identity
    whole: Quantity
    parts: Quantity

    @property
    def difference(self) -> int:
        return (self.parts - self.whole).number


def shortfall(identity: Identity, whole: Quantity, parts: Sequence[Quantity]) -> Shortfall | None:
    """None when the parts add up to the whole.

    Tambons of the community economy in the South, FY2562: 236 = 54 + 104 + 78.

    >>> south = Identity("south_economy", "all", ("tourism", "organic", "rubber"))
    >>> parts = [Quantity(n, "tambon") for n in (54, 104, 78)]
    >>> shortfall(south, Quantity(236, "tambon"), parts) is None
    True
    >>> shortfall(south, Quantity(240, "tambon"), parts).difference
    -4
    """
    if not parts:
        raise ValueError(f"identity {identity.code} has no parts")
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    if not (total - whole).number:  # a TypeError when the units differ
        return None
    return Shortfall(identity, whole, total)
