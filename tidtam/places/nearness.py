"""How near two spellings are, and which of many names are nearest to one; no database."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

CANDIDATES = 60
"""How many names that share letter pairs are measured letter by letter."""


class Near(NamedTuple):
    """A name and the number of slips between it and what was written."""

    slips: int
    name: str


def slips(written: str, name: str) -> int:
    """The letters to add, drop, change or swap with their neighbour to get from one to the other.

    >>> slips("นครราชศรีมา", "นครราชสีมา"), slips("ขอนแก่น", "ขอนแก่น"), slips("ตาก", "ตกา")
    (2, 0, 1)
    """
    before: list[int] = []
    above = list(range(len(name) + 1))
    for i, letter in enumerate(written, start=1):
        row = [i]
        for j, other in enumerate(name, start=1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == name[j - 2] and written[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]


def slips_allowed(name: str) -> int:
    """How many slips still leave no doubt: none in a short name, where one letter makes another place."""
    return 0 if len(name) < 5 else 1 if len(name) < 9 else 2


class Spellings:
    """Many names, kept so that the nearest to a written one are found without measuring all."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_pair: dict[str, list[str]] = defaultdict(list)
        for name in names:
            for pair in _pairs(name):
                self._by_pair[pair].append(name)

    def nearest(self, written: str) -> list[Near]:
        """Names that look like the written one, the nearest first, down to those half of which differs."""
        shared = Counter(name for pair in _pairs(written) for name in self._by_pair.get(pair, ()))
        likely = sorted(shared, key=lambda name: (-shared[name] / (len(name) + len(written)), name))
        near = (Near(slips(written, name), name) for name in likely[:CANDIDATES])
        return sorted(found for found in near if found.slips * 2 <= max(len(written), len(found.name)))


def _pairs(name: str) -> Iterator[str]:
    edged = f"^{name}$"
    return (edged[n : n + 2] for n in range(len(edged) - 1))
