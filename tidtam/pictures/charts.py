"""What a chart shows, as plain values; how it looks is decided elsewhere. Unknown is never drawn as zero."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class AchievementBar:
    """A result against its target. The frame is the target; the bar may pass it.

    `result` None is "not reported" (hatched). `at_least` says that the result is a floor, `upper` that it is
    a range from `result` to `upper`; what is not sure is hatched. `pace` is the part of the target (0 to 1)
    where a normal year stands on the day. `title` and `description` are read to those who do not see it.
    """

    target: int | None
    result: int | None
    title: str
    description: str = ""
    at_least: bool = False
    upper: int | None = None
    pace: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NamedBar:
    """A bar of a list: the short name before it, and the words behind it, such as its per cent."""

    name: str
    bar: AchievementBar
    words: str = ""


@dataclass(frozen=True, slots=True)
class BarList:
    """Achievements one below the other, each against its own target."""

    bars: tuple[NamedBar, ...]
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class StagePart:
    """How many stand at one stage; None is not known. `words` is the number as it is written."""

    name: str
    quantity: int | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class StageBand:
    """A whole parted into the stages of its pathway, the furthest first."""

    parts: tuple[StagePart, ...]
    title: str
    description: str = ""
    legend: bool = True


@dataclass(frozen=True, slots=True)
class Sparkline:
    """How a figure grew: a day and a value each, in order; a value of None is a gap in the line.

    `unsure` are the days whose value is only the least that it may be: the line to them is thin.
    """

    points: tuple[tuple[date, int | None], ...]
    title: str
    description: str = ""
    target: int | None = None
    unsure: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class UsualDay:
    """What is usual by a day: the number expected, and the range around it."""

    day: date
    low: float
    expected: float
    high: float


@dataclass(frozen=True, slots=True)
class YearCourse:
    """A year beside its usual course: a hatched band with a broken line in it, and a full line of this year.

    `usual` are days of the year in order, `actual` what was reached by days of this year (None where that is
    not known). `end` is the lowest, likeliest and highest end of the year, drawn at its last day; None where
    it cannot be told. `words` name the range of the usual course, its middle, this year and its end, and
    `target_words` the target.
    """

    usual: tuple[UsualDay, ...]
    actual: tuple[tuple[date, int | None], ...]
    title: str
    description: str = ""
    target: int | None = None
    end: tuple[int, int, int] | None = None
    months: tuple[str, ...] = ()
    words: tuple[str, str, str, str] = ("", "", "", "")
    target_words: str = ""


Chart = AchievementBar | BarList | StageBand | Sparkline | YearCourse
