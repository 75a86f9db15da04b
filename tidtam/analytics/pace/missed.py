"""How far one more year may be off, from how far past years were: a range without any shape assumed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import fsum, sqrt

OUTSIDE = 0.1
"""The part of years that may lie below a range, and as many above, where the past is long enough for it."""

AS_OTHERS = 2
"""How many years an indicator counts as erratic as all of them together, beside its own years."""

Missed = Mapping[str, Sequence[float]]
"""By the code of each indicator: by how much each of its past years was off, foretold from the others."""


def reach(missed: Missed, code: str) -> tuple[float, float, float]:
    """How far below and above the expected a year of an indicator may be, and which part of years is within.

    Years of all indicators are put on one scale, that of how erratic each is, and from there on that of the
    one asked about. Nought always lies within.
    """
    pooled = _mean_square(value for values in missed.values() for value in values)
    scaled = [
        value / _erratic([*values[:at], *values[at + 1 :]], pooled)
        for _, values in sorted(missed.items())
        for at, value in enumerate(values)
    ]
    low, high, holds = between(scaled)
    own = _erratic(missed[code], pooled)
    return low * own, high * own, holds


def between(off: Iterable[float]) -> tuple[float, float, float]:
    """The lowest and highest but the outermost, and which part of years lies between.

    With n of them one more lies below the k-th in k of n + 1 cases.

    >>> between([-2, -1, 0.5])[:2], between(range(-9, 10))
    ((-2, 0.5), (-8, 8, 0.8))
    >>> between([1, 2, 3])
    (0.0, 3, 0.5)
    """
    found = sorted(off)
    skipped = max(int((len(found) + 1) * OUTSIDE), 1)
    holds = (len(found) + 1 - 2 * skipped) / (len(found) + 1)
    return min(found[skipped - 1], 0.0), max(found[-skipped], 0.0), holds


def _erratic(values: Sequence[float], pooled: float) -> float:
    """How far the years of an indicator are off in the middle, drawn towards all of them; never nought."""
    drawn = (fsum(value * value for value in values) + AS_OTHERS * pooled) / (len(values) + AS_OTHERS)
    return sqrt(drawn) or 1.0


def _mean_square(values: Iterable[float]) -> float:
    squares = sorted(value * value for value in values)
    return fsum(squares) / len(squares)
