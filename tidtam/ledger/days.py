"""Days as they are known: a day, or a stretch within which it happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

# The papers never say when a programme without a fiscal cycle began counting; a movement that
# only has an upper end gets this lower one, and every span then says that it may straddle.
LONG_AGO = date(1900, 1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """From `first` to `last`, both included. "May 2561" is 1 to 31 May 2018.

    A fact counts from its last day on: only then is it certain to have happened.

    >>> Days(date(2018, 5, 1), date(2018, 5, 31)).is_exact
    False
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"{self.first} is after {self.last}")

    @classmethod
    def on(cls, day: date) -> Days:
        return cls(day, day)

    @property
    def is_exact(self) -> bool:
        return self.first == self.last

    def straddles(self, day: date) -> bool:
        """Whether part of the stretch lies on or before `day` and part after it."""
        return self.first <= day < self.last


def day_after(day: date) -> date:
    return day + timedelta(days=1)
