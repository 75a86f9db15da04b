"""What a report says, as plain values: the board, the trail of one figure, and the parts they are made of.

Pages, the command line and the documents all show these values and nothing else, so they cannot disagree.
`None` always means *not reported*; it is never written as zero.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from tidtam.analytics.pace.judged import Pace
from tidtam.ledger.achievement import percent_of
from tidtam.problems import Problem

Kind = Literal["exact", "floor", "range"]
Query = dict[str, str]


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as a report names it; `kind` is that of `places.Place` (nation, region, province, canal...)."""

    code: str
    kind: str
    name_th: str
    name_en: str


@dataclass(frozen=True, slots=True)
class StageName:
    """A stage of a pathway as a report names it."""

    code: str
    name_th: str
    name_en: str


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many stand *at* this stage (not beyond it); `upper` is set where only a range is known."""

    code: str
    name_th: str
    name_en: str
    quantity: int
    upper: int | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One promised subject of a milestone line: where it was promised, where it stands, and how far it is."""

    promised_place: PlaceName | None
    actual_place: PlaceName | None
    stage: StageName | None
    subject_name: str = ""

    @property
    def elsewhere(self) -> bool:
        """Whether the subject stands at another place than the promised one."""
        promised, actual = self.promised_place, self.actual_place
        return promised is not None and actual is not None and promised.code != actual.code


@dataclass(frozen=True, slots=True)
class Source:
    """A published paper that a figure rests on; `published` is the day it was known."""

    title: str
    url: str
    published: date | None


@dataclass(frozen=True, slots=True)
class FromTheField:
    """The claims of the field under a line: counted, never named. Sums are in the unit of the line.

    What is questioned (`at_stake`) or waits (`waiting_sum`) is not in the result yet.
    """

    handed_in: int
    questioned: int = 0
    waiting: int = 0
    accepted: int = 0
    at_stake: int = 0
    waiting_sum: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report: what was promised, what is done, how sure that is and what changed."""

    line: str
    heading_no: str
    name_th: str
    name_en: str
    unit: str
    unit_th: str
    unit_en: str
    basis: Literal["annual", "cumulative", "milestone"]
    measure: Literal["standing", "crossed"]
    target: int | None
    result: int | None
    basis_since: int | None = None
    result_kind: Kind | None = None
    result_upper: int | None = None
    percent: Decimal | None = None
    stages: list[StageCount] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    traced_share: Decimal | None = None
    last_day: date | None = None
    change: int | None = None
    may_belong_before: int = 0
    may_belong_after: int = 0
    exits: int = 0
    sources: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    trail_query: Query = field(default_factory=dict)
    field_claims: FromTheField | None = None
    pace: Pace | None = None
    growth: "list[TrailMonth]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Heading:
    """One of the numbered headings of the report, with its lines in report order."""

    no: str
    name_th: str
    name_en: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Board:
    """All lines of one fiscal year at one place, as they stood on `as_of` and were known on `known_at`."""

    fiscal_year: int
    as_of: date
    known_at: date | None
    position: int
    place: PlaceName
    headings: list[Heading]
    items: list[Line] = field(default_factory=list)
    series: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    maps: "list[PlaceMap]" = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """The lines of all headings, in report order, without the regional items and series."""
        return [line for heading in self.headings for line in heading.lines]


@dataclass(frozen=True, slots=True)
class TrailPlace:
    """The part of a figure that stands at one place; `place` is None for "not placed in this tree"."""

    place: PlaceName | None
    quantity: int
    upper: int | None = None
    kind: Kind = "exact"


@dataclass(frozen=True, slots=True)
class TrailMonth:
    """One month of the figure: how much it changed, and what it was when the month ended (or on `as_of`).

    `stages` are those that count, the furthest first, and `unsplit` how many stand at one that was not told.
    """

    first: date
    last: date
    change: int
    standing: int
    upper: int | None = None
    kind: Kind = "exact"
    stages: list[StageCount] = field(default_factory=list)
    unsplit: int = 0


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One entry of the ledger under a figure, with the claim and the paper that it rests on.

    A source stage or place of None means that the subject came in with this entry. `checked_in` is the
    number of steps in which a claim of the field was checked; 0 for what a paper says.
    """

    position: int
    first_day: date
    last_day: date
    known_on: date
    quantity: int
    from_stage: StageName | None
    to_stage: StageName | None
    from_place: PlaceName | None
    to_place: PlaceName | None
    claim: str
    claim_kind: Literal["happened", "stands"]
    claim_text_th: str = ""
    claim_text_en: str = ""
    source: Source | None = None
    loader: str = ""
    published_only: bool = True
    checked_in: int = 0
    derived: bool = False
    reverses: int | None = None
    subject_name: str = ""


@dataclass(frozen=True, slots=True)
class Trail:
    """The way from one figure of the board down to its entries; `page` counts from 1 in `pages`."""

    fiscal_year: int
    as_of: date
    known_at: date | None
    position: int
    place: PlaceName
    line: Line
    stage: StageName | None
    by_place: list[TrailPlace]
    by_month: list[TrailMonth]
    by_stage: list[StageCount]
    entries: list[TrailEntry]
    entry_count: int
    page: int
    pages: int
    by_region: "list[MapRegion]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TreeName:
    """A way to nest places, as a reader chooses it."""

    code: str
    name_th: str
    name_en: str


@dataclass(frozen=True, slots=True)
class MapPlace:
    """What one place of a map has reached; `quantity` None is not reported, `target` None not promised."""

    place: PlaceName
    quantity: int | None = None
    upper: int | None = None
    kind: Kind | None = None
    target: int | None = None

    @property
    def percent(self) -> Decimal | None:
        """The result as per cent of what was promised to this place; it may pass 100."""
        return percent_of(self.quantity, self.target)


@dataclass(frozen=True, slots=True)
class MapRegion:
    """A region with its provinces, for small maps side by side."""

    whole: MapPlace
    provinces: list[MapPlace]


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """A figure by the places on a map: regions or provinces of the nation, tambons of a province.

    `within` are the provinces whose outline lies under the parts, and `members` the provinces of each region.
    `unplaced` is what lies in none of the parts; `withheld` says that there are parts which need a role;
    `alone` is the one place that the line is about, such as a canal within a province.
    """

    fiscal_year: int
    as_of: date
    known_at: date | None
    position: int
    place: PlaceName
    line: Line
    tree: str
    trees: list[TreeName]
    parts: list[MapPlace]
    kind: str | None
    within: list[str] = field(default_factory=list)
    members: dict[str, list[str]] = field(default_factory=dict)
    unplaced: TrailPlace | None = None
    withheld: bool = False
    alone: PlaceName | None = None

    @property
    def reported(self) -> list[MapPlace]:
        """The parts of which anything was reported, the furthest first, those without a target last."""
        found = [part for part in self.parts if part.quantity is not None]
        return sorted(found, key=_how_far, reverse=True)

    @property
    def unreported(self) -> list[MapPlace]:
        """The parts of which nothing was reported, by their codes."""
        return [part for part in self.parts if part.quantity is None]


def _how_far(part: MapPlace) -> tuple[Decimal, int]:
    percent = part.percent
    return Decimal(-1) if percent is None else percent, part.quantity or 0
