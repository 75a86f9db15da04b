"""What an import would do, or has done.

Its claims, the movements that follow from them, and every problem.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from tidtam.problems import Both, Problem, Severity


@dataclass(frozen=True, slots=True)
class MovementShown:
    """One derived movement in words; from nothing where `from_stage` is None."""

    number: int
    from_stage: Both | None
    from_place: Both | None
    to_stage: Both | None
    to_place: Both | None
    first_day: date
    last_day: date
    subject: str = ""

    def as_json(self) -> dict[str, object]:
        """Plain values for a program."""
        return {
            "number": self.number,
            "from_stage": both_json(self.from_stage),
            "from_place": both_json(self.from_place),
            "to_stage": both_json(self.to_stage),
            "to_place": both_json(self.to_place),
            "first_day": self.first_day.isoformat(),
            "last_day": self.last_day.isoformat(),
            "subject": self.subject or None,
        }


@dataclass(frozen=True, slots=True)
class CountShown:
    """One number of a claim, with the stage in words."""

    stage: Both
    number: int
    at_least: bool

    def as_json(self) -> dict[str, object]:
        """Plain values for a program."""
        return {"stage": both_json(self.stage), "number": self.number, "at_least": self.at_least}


@dataclass(slots=True)
class ClaimShown:
    """One claim in words. `state` is new, repeated (there already).

    Answered (released) or held (a question).
    """

    key: str
    state: str
    indicator: str
    kind: str
    place: Both
    subject: str
    unit: Both
    first_day: date
    last_day: date
    counts: Sequence[CountShown]
    source: str
    published: date
    file: str
    sheet: str
    rows: Sequence[int]
    movements: list[MovementShown] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """Plain values for a program."""
        return {
            "key": self.key,
            "state": self.state,
            "indicator": self.indicator,
            "kind": self.kind,
            "place": both_json(self.place),
            "subject": self.subject or None,
            "unit": both_json(self.unit),
            "first_day": self.first_day.isoformat(),
            "last_day": self.last_day.isoformat(),
            "counts": [count.as_json() for count in self.counts],
            "source": self.source,
            "published": self.published.isoformat(),
            "where": {"file": self.file, "sheet": self.sheet, "rows": list(self.rows)},
            "movements": [movement.as_json() for movement in self.movements],
        }


@dataclass(slots=True)
class Preview:
    """All of an import. `committed` says whether it is in the book now."""

    files: Sequence[str]
    rows: int = 0
    claims: list[ClaimShown] = field(default_factory=list)
    other_movements: list[MovementShown] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    committed: bool = False

    @property
    def ok(self) -> bool:
        """Whether nothing stands against it; questions, warnings and notes do not."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)

    def number(self, *states: str) -> int:
        """How many claims are in these states."""
        return sum(claim.state in states for claim in self.claims)

    def as_json(self) -> dict[str, object]:
        """One document for a program."""
        return {
            "files": list(self.files),
            "ok": self.ok,
            "committed": self.committed,
            "rows": self.rows,
            "new": self.number("new"),
            "already_there": self.number("repeated"),
            "answered": self.number("answered"),
            "held": self.number("held"),
            "claims": [claim.as_json() for claim in self.claims],
            "other_movements": [movement.as_json() for movement in self.other_movements],
            "problems": problems_json(self.problems),
        }


def both_json(both: Both | None) -> dict[str, str] | None:
    """A value in two languages as plain values."""
    return {"th": both.th, "en": both.en} if both else None


def problems_json(problems: Iterable[Problem]) -> list[dict[str, object]]:
    """Problems as plain values."""
    return [problem.as_json() for problem in problems]
