"""The shapes of real results, as plain data with their source, and the curves that follow from them.

The source of each number is the report of 23 April 2562 on October 2561 to March 2562 ("the report"), or the
news that `definitions/codi` names as papers. What no paper tells (year ends, sizes of a single report) is
marked as made up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

HALF = 0.5
"""The middle of the fiscal year: 31 March."""


@dataclass(frozen=True)
class Shape:
    """How one line's results come in: how many, how early, in what portions, and where.

    `target` and `sizes` are in the unit of the line; `at_half` and `at_end` are shares of the target done by
    31 March and 30 September. `at` is the kind of place that reports. `once`: a place counts once a year.
    `named` is the share of entries that name whom they count; these count one each.
    """

    code: str
    unit: str
    target: int
    at_half: float
    at_end: float
    sizes: tuple[int, ...]
    at: str
    source: str
    first_year: int = 0
    last_year: int = 9999
    once: bool = False
    named: float = 0.0

    def covers(self, year: int) -> bool:
        """Whether it is the shape of a fiscal year (Buddhist Era)."""
        return self.first_year <= year <= self.last_year

    @property
    def mean_size(self) -> float:
        """How many an entry counts, on average."""
        return self.named + (1 - self.named) * sum(self.sizes) / len(self.sizes)

    @property
    def entries(self) -> float:
        """Entries of a year of the real size."""
        return self.target * self.at_end / self.mean_size

    def done_by(self, part: float) -> float:
        """The share of the year's results that are in when `part` of the year (0 to 1) is over.

        It runs through the share known at the half: late lines rise as a power, early ones fall off as one.

        >>> round(COUNCILS.done_by(0.5), 3), round(COUNCILS.done_by(1.0), 3)
        (0.115, 1.0)
        """
        if self._is_late:
            return float(part**self._power)
        return float(1 - (1 - part) ** self._power)

    @property
    def _is_late(self) -> bool:
        return self.at_half / self.at_end <= HALF

    @cached_property
    def _power(self) -> float:
        share = self.at_half / self.at_end
        return math.log(share if self._is_late else 1 - share) / math.log(HALF)


COUNCILS = Shape(
    "3.2(1)", "tambon", 534, 0.109, 0.95, (1,), "tambon",
    "the report: 58 of 534, back-loaded; 178 of 750 by May 2561; nearly all by February 2563",
    once=True, named=1.0,
)  # fmt: skip

LINES: tuple[Shape, ...] = (
    Shape("2.1", "household", 5_500, 0.606, 1.02, (1, 1, 2, 2, 3, 4, 6, 9), "tambon",
          "the report: 3,335 of 5,500; the year end and the portions are made up"),
    Shape("2.2", "household", 9_000, 0.12, 0.95, (1, 1, 1, 2, 2, 3), "tambon",
          "2,131 of 9,000 by May 2560: the programme had just begun", last_year=2560),
    Shape("2.2", "household", 11_500, 1.091, 1.30, (1, 1, 1, 2, 2, 3), "tambon",
          "the report: 12,543 of 11,500; 16,260 of 15,000 by May 2561: early, and above the target",
          first_year=2561),
    Shape("2.4", "household", 1_000, 0.473, 0.95, (2, 4, 8, 12, 20, 59), "tambon",
          "the report: 473 of 1,000; 59 and more in one fire; as fires come, so evenly"),
    Shape("3.1", "person", 2_000, 0.801, 1.05, (4, 6, 8, 8, 12), "tambon",
          "the report: 1,602 of 2,000; half of them by name is made up", named=0.5),
    COUNCILS,
    Shape("3.2(2)", "tambon", 1_670, 0.013, 0.90, (1,), "tambon", "the report: 21 of 1,670, back-loaded",
          once=True),
    Shape("3.3", "person", 350_000, 1.30, 1.90, (120, 300, 600, 850, 1_000, 1_400), "tambon",
          "644,011 persons in 754 funds against 350,000 by May 2561: some 850 in a fund"),
    Shape("3.3", "tambon", 1_700, 0.871, 1.00, (1,), "tambon", "the report: 1,481 of 1,700", once=True),
    Shape("4", "organisation", 400, 0.398, 1.00, (1, 1, 1, 2), "province", "the report: 159 of 400"),
    Shape("5", "organisation", 50, 0.24, 0.90, (1,), "province", "the report: 12 of 50"),
    Shape("6", "set", 500, 0.268, 0.95, (1, 1, 1, 2, 3), "province", "the report: 134 of 500"),
)  # fmt: skip
"""The lines whose entries are made in bulk; those with lots, names and standings are in `stories`."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Households that walk a pathway together, from stage to stage; days between two stages, at least."""

    pathway: str
    unit: str
    stages: tuple[str, ...]
    days: tuple[int, ...]
    sizes: tuple[int, ...]
    share: float
    source: str


WALK = Walk(
    "por_piang_household", "household", ("surveyed", "approved", "repairing", "repaired", "inspected"),
    (45, 30, 25, 20), (3, 5, 8, 12), 0.03,
    "stages of rural house repair: survey, approval, volunteers build, inspection; the days are made up",
)  # fmt: skip
"""Three in a hundred entries belong to such a walk."""

REGIONS = {
    "codi:north": 2_200,
    "codi:northeast": 2_700,
    "codi:central-west": 2_200,
    "codi:bangkok-east": 2_200,
    "codi:south": 2_200,
}
"""How 11,500 households of line 2.2 were split in fiscal year 2563: how much happens in each region."""

CORRECTED = 0.03
"""The share of entries that are later taken back and said again."""

LATE_MEAN, VERY_LATE, VERY_LATE_FROM, VERY_LATE_MEAN = 10.0, 0.015, 120, 60.0
"""Days from what happened to its being known: 10 on average; 15 in 1,000 take 120 days and 60 more."""

LAT_PHRAO: tuple[tuple[tuple[int, int], tuple[int, int, int], bool], ...] = (
    ((2560, 9), (763, 763, 763), True),
    ((2561, 2), (915, 915, 915), True),
    ((2561, 8), (2_635, 1_900, 1_500), False),
    ((2562, 6), (3_084, 2_722, 2_068), False),
    ((2562, 12), (3_271, 2_873, 2_184), False),
    ((2563, 3), (3_308, 2_981, 2_618), False),
    ((2563, 9), (3_420, 3_150, 2_900), False),
)
"""Lat Phrao canal at the end of a month of a fiscal year: households at or beyond ready, building, completed;
the last says whether only the completed were told ("at least"). Slow, over years. The split of May 2561 and
the last row are made up."""

PREM: tuple[tuple[tuple[int, int], tuple[int, int, int], bool], ...] = (
    ((2563, 4), (210, 24, 0), False),
    ((2563, 10), (340, 190, 61), False),
)
"""Prem Prachakon canal: 210 permits in January 2563; the rest is made up."""


def centre_name(number: int) -> str:
    """The name of a centre for homeless people, so that a promise can name who keeps it."""
    return f"ศูนย์คนไร้บ้านสมมุติ {number}"


def portions(whole: int, weights: list[float]) -> list[int]:
    """A whole number split by weights; the parts add up to it, the largest remainders first.

    >>> portions(10, [1, 1, 1])
    [4, 3, 3]
    """
    total = sum(weights)
    exact = [whole * weight / total for weight in weights]
    parts = [math.floor(one) for one in exact]
    order = sorted(range(len(weights)), key=lambda n: (parts[n] - exact[n], n))
    for number in order[: whole - sum(parts)]:
        parts[number] += 1
    return parts


def lateness(steps: int) -> list[int]:
    """Days of reporting lag, so that each of `steps` equally likely values stands once.

    >>> late = lateness(4096)
    >>> sum(day >= 120 for day in late), 9 < sum(day for day in late if day < 120) / 4035 < 10
    (61, True)
    """
    usual = round(steps * (1 - VERY_LATE))
    days = [min(VERY_LATE_FROM - 1, _waiting(n, usual, LATE_MEAN)) for n in range(usual)]
    very = steps - usual
    return days + [VERY_LATE_FROM + _waiting(n, very, VERY_LATE_MEAN) for n in range(very)]


def _waiting(number: int, steps: int, mean: float) -> int:
    """The day at the middle of one of `steps` equal shares of an exponential waiting time."""
    return int(-mean * math.log(1 - (number + 0.5) / steps))
