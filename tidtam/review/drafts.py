"""A claim before it is kept: plain values, with an identity made of what it says."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID, uuid5

from tidtam.review.words import ClaimKind, DrawsFrom, IfItFalls

NAMESPACE = UUID("6a3f5a51-54d4-5b8e-9d0e-0c7a6f1f2562")


@dataclass(frozen=True)
class Paper:
    """A published paper; it is the same paper when its address (else its title) and its day are the same."""

    title: str
    published: date
    url: str = ""
    publisher: str = ""

    @cached_property
    def key(self) -> UUID:
        """The identity of the paper."""
        return _identity(["paper", *self.identity])

    @property
    def identity(self) -> list[str]:
        """What makes it this paper."""
        return [(self.url or self.title).strip(), self.published.isoformat()]


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """So many at or beyond a stage (or, for what happened, so many that reached it)."""

    stage: str
    number: int
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where it was read: file, sheet and rows, as the spreadsheet shows them."""

    file: str = ""
    sheet: str = ""
    rows: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What may be answered later without making it another claim."""

    draws: DrawsFrom = DrawsFrom.ADDS
    lot_place: int | None = None
    if_it_falls: IfItFalls = IfItFalls.ASK
    exit_to: str = ""


@dataclass(frozen=True)
class Draft:
    """A claim ready to be proposed; `place` and `answer.lot_place` are ids of places.

    `counts` are in `unit`.
    """

    kind: ClaimKind
    indicator: str
    pathway: str
    unit: str
    cycle: str
    place: int
    place_code: str
    tree: str
    first_day: date
    last_day: date
    counts: tuple[Number, ...]
    paper: Paper
    subject: str = ""
    answer: Answer = field(default_factory=Answer)
    note: str = ""
    origin: Origin = field(default_factory=Origin)

    @cached_property
    def key(self) -> UUID:
        """The identity of what is said: the same row in another file, or loaded again, is the same claim.

        Notes, rows and answers (where it draws from, what a fall means) are left out: they may be given
        later.
        """
        says = [self.indicator, self.place_code, self.subject, self.kind.value]
        days = [self.first_day.isoformat(), self.last_day.isoformat()]
        counts = [[n.stage, n.number, n.at_least] for n in sorted(self.counts)]
        return _identity(["claim", *says, *days, counts, *self.paper.identity])


def _identity(parts: Sequence[object]) -> UUID:
    return uuid5(NAMESPACE, json.dumps(parts, ensure_ascii=False))
