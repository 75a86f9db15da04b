"""Rows of one standing become counts "at or beyond a stage": those at a stage are added to those after it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tidtam.review.drafts import Number


@dataclass(frozen=True, slots=True)
class Told:
    """What one row tells: so many at or beyond a stage, or exactly at it.

    `row` is its number in the sheet.
    """

    row: int
    stage: str
    number: int
    exactly: bool = False
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Twice:
    """A row that tells the same again."""

    row: int
    first: int


@dataclass(frozen=True, slots=True)
class Contradicts:
    """A row that tells another number of the same stage than an earlier row, or than the rows add up to."""

    row: int
    first: int
    stage: str
    number: int
    other: int


@dataclass(frozen=True, slots=True)
class Missing:
    """A row that tells how many are exactly at a stage, without a row for the stage after it."""

    row: int
    stage: str
    missing: str


@dataclass(frozen=True, slots=True)
class Fewer:
    """A row whose total is smaller than that of a later stage."""

    row: int
    stage: str
    later: str
    number: int
    more: int


Fault = Twice | Contradicts | Missing | Fewer


@dataclass(slots=True)
class Counted:
    """The counts of a standing in the order of the stages, or what is wrong with its rows."""

    counts: list[Number] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def at_or_beyond(told: Iterable[Told], stages: Sequence[str]) -> Counted:
    """The counts at or beyond each stage that rows tell of.

    Lat Phrao on 31 March 2562, told stage by stage:

    >>> rows = [Told(2, "completed", 2068, True), Told(3, "building", 654, True), Told(4, "ready", 362, True)]
    >>> [(n.stage, n.number) for n in at_or_beyond(rows, ("ready", "building", "completed")).counts]
    [('ready', 3084), ('building', 2722), ('completed', 2068)]
    """
    counted = Counted()
    exactly, beyond = _sorted_out(told, counted)
    known: dict[str, Number] = {}
    after: str | None = None
    for stage in reversed(stages):
        number = _from_exact(exactly.get(stage), after, known, exactly, counted)
        number = _with_beyond(number, exactly.get(stage), beyond.get(stage), counted)
        if number is not None:
            known[stage] = number
            _check_order(number, stage, (exactly | beyond)[stage], list(known.values())[:-1], counted)
        after = stage
    counted.counts = list(reversed(known.values()))
    return counted


def _sorted_out(told: Iterable[Told], counted: Counted) -> tuple[dict[str, Told], dict[str, Told]]:
    exactly: dict[str, Told] = {}
    beyond: dict[str, Told] = {}
    for row in told:
        first = (exactly if row.exactly else beyond).setdefault(row.stage, row)
        if first is row:
            continue
        if (first.number, first.at_least) == (row.number, row.at_least):
            counted.faults.append(Twice(row.row, first.row))
        else:
            counted.faults.append(Contradicts(row.row, first.row, row.stage, row.number, first.number))
    return exactly, beyond


def _from_exact(
    row: Told | None, after: str | None, known: dict[str, Number], exactly: dict[str, Told], counted: Counted
) -> Number | None:
    """At or beyond a stage are those exactly at it and those at or beyond the one after it."""
    if row is None:
        return None
    if after is None:
        return Number(row.stage, row.number, row.at_least)
    if after in known:
        return Number(row.stage, row.number + known[after].number, row.at_least or known[after].at_least)
    if after not in exactly:  # a stage that has its row is only unknown because one after it is missing
        counted.faults.append(Missing(row.row, row.stage, after))
    return None


def _with_beyond(
    number: Number | None, row: Told | None, told: Told | None, counted: Counted
) -> Number | None:
    if told is None:
        return number
    said = Number(told.stage, told.number, told.at_least)
    if number is not None and row is not None and number != said:
        counted.faults.append(Contradicts(told.row, row.row, told.stage, told.number, number.number))
    return said


def _check_order(number: Number, stage: str, row: Told, later: Sequence[Number], counted: Counted) -> None:
    """No more can be at or beyond a later stage; "at least" leaves room above."""
    if later and later[-1].number > number.number and not number.at_least:
        counted.faults.append(Fewer(row.row, stage, later[-1].stage, number.number, later[-1].number))
