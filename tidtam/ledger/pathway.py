"""Pathways: the ordered stages that a kind of subject goes through, and its exits.

A holding stands at one stage ("building") or, where the paper does not split it, somewhere in a
stretch of stages ("ready..completed"). NOTHING is the outside, where everything comes from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

NOTHING = ""
_TO = ".."


@dataclass(frozen=True, slots=True)
class Stage:
    """A step on the way, or an exit, with its name in Thai and English."""

    code: str
    th: str
    en: str

    def name(self, lang: str) -> str:
        return self.th if lang == "th" else self.en


@dataclass(frozen=True)
class Pathway:
    """The stages of one kind of subject, counted in one unit.

    >>> canal = Pathway("canal", "household", (Stage("ready", "พร้อม", "ready"),
    ...     Stage("building", "ก่อสร้าง", "building"), Stage("completed", "เสร็จ", "completed")))
    >>> canal.lowest("ready..completed"), canal.highest("ready..completed")
    (0, 2)
    >>> canal.at_or_beyond("building")
    ('building', 'building..completed', 'completed')
    """

    code: str
    unit: str
    stages: tuple[Stage, ...]
    exits: tuple[Stage, ...] = ()
    th: str = ""
    en: str = ""

    def __post_init__(self) -> None:
        codes = [stage.code for stage in (*self.stages, *self.exits)]
        if not self.stages:
            raise ValueError(f"pathway {self.code} has no stage")
        if len(set(codes)) != len(codes) or any(not code or _TO in code for code in codes):
            raise ValueError(f"pathway {self.code}: stage codes must differ and have no '{_TO}'")

    @cached_property
    def rank(self) -> dict[str, int]:
        return {stage.code: number for number, stage in enumerate(self.stages)}

    @cached_property
    def exit_codes(self) -> frozenset[str]:
        return frozenset(stage.code for stage in self.exits)

    @cached_property
    def _spans(self) -> dict[str, tuple[int, int]]:
        codes = [stage.code for stage in self.stages]
        return {
            span_code(codes[low], codes[high]): (low, high)
            for low in range(len(codes))
            for high in range(low, len(codes))
        }

    def stage(self, code: str) -> Stage:
        """The stage or exit with this code; KeyError when the pathway has none."""
        for stage in (*self.stages, *self.exits):
            if stage.code == code:
                return stage
        raise KeyError(code)

    def bounds(self, span: str) -> tuple[int, int]:
        """Ranks of the earliest and the furthest stage that it may stand at; -1 outside and at exits."""
        return self._spans.get(span, _NOWHERE)

    def lowest(self, span: str) -> int:
        """Rank of the earliest stage it may stand at; outside and exits are below all stages."""
        return self._spans.get(span, _NOWHERE)[0]

    def highest(self, span: str) -> int:
        """Rank of the furthest stage it may stand at."""
        return self._spans.get(span, _NOWHERE)[1]

    def span(self, low: int, high: int) -> str:
        return span_code(self.stages[low].code, self.stages[high].code)

    def spans(self) -> Iterator[str]:
        return iter(self._spans)

    def at_or_beyond(self, stage: str) -> tuple[str, ...]:
        """The spans that are surely at or beyond a stage."""
        return tuple(span for span, (low, _) in self._spans.items() if low >= self.rank[stage])

    def maybe_beyond(self, stage: str) -> tuple[str, ...]:
        """The spans that may be, but need not be, at or beyond a stage."""
        rank = self.rank[stage]
        return tuple(span for span, (low, high) in self._spans.items() if low < rank <= high)


_NOWHERE = (-1, -1)


def span_code(low: str, high: str) -> str:
    return low if low == high else f"{low}{_TO}{high}"


def span_ends(span: str) -> tuple[str, str]:
    """First and last stage of a span; a single stage is both.

    >>> span_ends("ready..completed"), span_ends("building")
    (('ready', 'completed'), ('building', 'building'))
    """
    low, _, high = span.partition(_TO)
    return low, high or low
