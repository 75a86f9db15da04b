"""What a chart shows, as plain values; how it looks is decided elsewhere. Unknown is never drawn as zero."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal


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
    """How many stand at one stage; None is not known. `words` is the number as it is written.

    `unsure` parts stand somewhere in the band and are hatched: nobody told at which stage.
    """

    name: str
    quantity: int | None
    words: str = ""
    unsure: bool = False


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


@dataclass(frozen=True, slots=True)
class NamedBand:
    """A band of a list: the short name before it, such as a month, and the words behind it."""

    name: str
    band: StageBand
    words: str = ""


@dataclass(frozen=True, slots=True)
class BandList:
    """Stages of the same pathway one below the other, on one scale, such as the months of a year.

    Every band has the same parts in the same order; the legend names them once.
    """

    bands: tuple[NamedBand, ...]
    title: str
    description: str = ""


Look = Literal["1", "2", "3", "4", "untargeted", "unknown", "outside"]
"""How a class looks on a map: four steps from little to much, then what has a number and no target, what is
not reported, and what the map does not speak of."""

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class MapArea:
    """A place as a shape on a plane (x to the right, y down, in any measure), with the look of its class.

    `words` are said of it, `label` is written on it where there is room; `link` is the page that it opens to.
    """

    rings: tuple[Ring, ...]
    look: Look
    words: str
    label: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place of which only a point is known, on the same plane."""

    at: tuple[float, float]
    look: Look
    words: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class MapKey:
    """A class of the legend: how it looks, and what it is with the number of its places."""

    look: Look
    words: str


@dataclass(frozen=True, slots=True)
class AreaMap:
    """Places in their shapes and points, each with the look of its class.

    `head` are the lines above the legend: what the classes measure. `corner` is where on the plane the legend
    begins; without it the legend stands below. `tallest` is how high the map may be for its width.
    """

    areas: tuple[MapArea, ...]
    title: str
    description: str = ""
    points: tuple[MapPoint, ...] = ()
    keys: tuple[MapKey, ...] = ()
    head: tuple[str, ...] = ()
    corner: tuple[float, float] | None = None
    tallest: float = 1.9


Chart = AchievementBar | BarList | StageBand | Sparkline | YearCourse | BandList | AreaMap
