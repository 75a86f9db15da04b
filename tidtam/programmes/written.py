"""Definitions as they are written in the files, before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tidtam.ledger.pathway import Pathway
from tidtam.problems import Where
from tidtam.programmes.ladders import Ladder
from tidtam.programmes.money import CodeEntry, Dated


@dataclass(frozen=True, slots=True)
class Paper:
    """A published paper that definitions and facts rest on."""

    where: Where
    code: str
    title: str
    url: str
    published: date
    publisher: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A heading of the report or a programme: a code with its two names."""

    where: Where
    code: str
    name_th: str
    name_en: str


@dataclass(frozen=True, slots=True)
class WrittenProgramme:
    """A programme, and the ladder that its claims climb."""

    where: Where
    code: str
    name_th: str
    name_en: str
    ladder: str


@dataclass(frozen=True, slots=True)
class WrittenLadder:
    """Who looks at a claim, one after the other."""

    where: Where
    ladder: Ladder

    @property
    def code(self) -> str:
        return self.ladder.code


@dataclass(frozen=True, slots=True)
class WrittenAgency:
    """Whose definitions these are, and the words that no dictionary has."""

    named: Named
    words: str

    @property
    def where(self) -> Where:
        return self.named.where


@dataclass(frozen=True, slots=True)
class WrittenPathway:
    """A pathway; its stages and exits are checked by the ledger's own `Pathway`.

    `evidence` is what a stage demands of claims of the field, by the code of the stage.
    """

    where: Where
    pathway: Pathway
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def code(self) -> str:
        return self.pathway.code


@dataclass(frozen=True, slots=True)
class WrittenIndicator:
    """One version of an indicator: how it is counted from `first_year` on."""

    where: Where
    code: str
    first_year: int
    last_year: int | None
    section: str
    order: int
    heading: str
    programme: str
    name_th: str
    name_en: str
    unit: str
    basis: str
    basis_since: int | None
    measure: str
    pathway: str
    counting_stage: str
    cycle: str
    place: str
    tree: str
    public: bool
    counting_rule_th: str
    counting_rule_en: str
    confidence: str
    note_th: str
    note_en: str
    paper: str
    review_date: date
    comparable_with_previous: bool

    def covers(self, fiscal_year: int) -> bool:
        """Whether this version is the one for a fiscal year."""
        return self.first_year <= fiscal_year <= (self.last_year or fiscal_year)


@dataclass(frozen=True, slots=True)
class WrittenSlot:
    """One promised subject of a target: where it was promised, and which subject keeps the promise."""

    where: Where
    place: str
    name_th: str
    name_en: str
    subject_name: str
    note_th: str
    note_en: str


@dataclass(frozen=True, slots=True)
class WrittenTarget:
    """One revision of a promise."""

    where: Where
    indicator: str
    fiscal_year: int | None
    place: str
    tree: str
    revision: int
    unit: str
    value: int
    known_on: date
    valid_from: date
    who_th: str
    who_en: str
    why_th: str
    why_en: str
    paper: str
    slots: tuple[WrittenSlot, ...] = ()

    @property
    def promise(self) -> tuple[str, int | None, str]:
        """What all revisions of one promise share."""
        return (self.indicator, self.fiscal_year, self.place)


@dataclass(frozen=True, slots=True)
class Part:
    """A figure in an identity: an indicator at a place."""

    indicator: str
    place: str


@dataclass(frozen=True, slots=True)
class WrittenIdentity:
    """A whole that its parts add up to, in results or in targets."""

    where: Where
    code: str
    name_th: str
    name_en: str
    of: str
    fiscal_year: int
    whole: Part
    parts: tuple[Part, ...]
    paper: str


@dataclass(frozen=True, slots=True)
class WrittenDated:
    """A money rule, rate, loan convention or moratorium."""

    where: Where
    dated: Dated

    @property
    def code(self) -> str:
        return self.dated.code


@dataclass(frozen=True, slots=True)
class WrittenCodeList:
    """A list of codes that a page offers."""

    where: Where
    code: str
    name_th: str
    name_en: str
    entries: tuple[CodeEntry, ...]


@dataclass(frozen=True, slots=True)
class WrittenHousing:
    """How a programme of housing counts: pathways of its households, projects and money, and who checks."""

    where: Where
    programme: str
    households: str
    projects: str
    grants: str
    principal: str
    interest: str
    receipts: str
    ladder: str
    money_ladder: str
    line: str
    cycle: str
    approved: str
    finished: str

    @property
    def code(self) -> str:
        return self.programme


@dataclass(slots=True)
class Definitions:
    """Everything that a folder of definitions says."""

    agencies: list[WrittenAgency] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    headings: list[Named] = field(default_factory=list)
    programmes: list[WrittenProgramme] = field(default_factory=list)
    ladders: list[WrittenLadder] = field(default_factory=list)
    pathways: list[WrittenPathway] = field(default_factory=list)
    indicators: list[WrittenIndicator] = field(default_factory=list)
    targets: list[WrittenTarget] = field(default_factory=list)
    identities: list[WrittenIdentity] = field(default_factory=list)
    money: list[WrittenDated] = field(default_factory=list)
    code_lists: list[WrittenCodeList] = field(default_factory=list)
    housing: list[WrittenHousing] = field(default_factory=list)

    def place_codes(self) -> dict[str, Where]:
        """Every place that is named, with the first spot that names it."""
        codes: dict[str, Where] = {}
        for indicator in self.indicators:
            codes.setdefault(indicator.place, indicator.where)
        for target in self.targets:
            codes.setdefault(target.place, target.where)
            for slot in target.slots:
                codes.setdefault(slot.place, slot.where)
        for identity in self.identities:
            for part in (identity.whole, *identity.parts):
                codes.setdefault(part.place, identity.where)
        return codes
