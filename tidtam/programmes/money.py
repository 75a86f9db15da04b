"""Money rules as values: what a rule, rate, convention or moratorium says, and the days on which it holds."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Self

from tidtam.problems import Both

Terms = dict[str, Any]
"""What a definition says beside its names, days and paper, as plain values that a row keeps."""

_SAYS_NOTHING: tuple[object, ...] = (None, "", [], {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What holds from a day to a day because a paper says so.

    `valid_to` is the last day on which it holds, None while it goes on. `confidence` is stated, inferred or
    open: how sure the reading of the paper is.
    """

    code: str
    th: str
    en: str
    valid_from: date
    valid_to: date | None
    paper: str
    paper_title: str = ""
    paper_url: str = ""
    confidence: str = "stated"
    note_th: str = ""
    note_en: str = ""

    @property
    def name(self) -> Both:
        """Its name in Thai and English."""
        return Both(self.th, self.en)

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day, its first and last one included."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def overlaps(self, other: "Dated") -> bool:
        """Whether both hold on some day."""
        return self.holds_on(max(self.valid_from, other.valid_from)) and other.holds_on(
            max(self.valid_from, other.valid_from)
        )

    def terms(self) -> Terms:
        """What it says, as plain values; what is left out is not kept, so that new keys change no old row."""
        shared = {field.name for field in fields(Dated)}
        plain = json.loads(json.dumps(asdict(self), default=str))
        return {
            key: value for key, value in plain.items() if key not in shared and value not in _SAYS_NOTHING
        }

    @classmethod
    def from_terms(cls, shared: Mapping[str, Any], terms: Terms) -> Self:
        """The same again from a row."""
        return cls(**shared, **cls.understood(terms))

    @classmethod
    def understood(cls, terms: Terms) -> Terms:
        """The plain values of a row as this class has them."""
        return terms


@dataclass(frozen=True, slots=True)
class Case:
    """The limit for some types of solution, in satang."""

    solutions: tuple[str, ...]
    satang: int


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most that may be given, in satang: one sum, or one for each type of solution."""

    satang: int | None = None
    cases: tuple[Case, ...] = ()

    def at(self, solution: str | None) -> int | None:
        """The limit for a type of solution; None when there is none, or when it hangs on another type."""
        found = (case.satang for case in self.cases if solution in case.solutions)
        return next(found, self.satang)

    def lowest(self) -> int | None:
        """The limit that holds whatever the solution is."""
        return min(self._sums(), default=None)

    def highest(self) -> int | None:
        """The limit beyond which no solution goes."""
        return max(self._sums(), default=None)

    def _sums(self) -> list[int]:
        sums = (self.satang, *(case.satang for case in self.cases))
        return [one for one in sums if one is not None]


@dataclass(frozen=True, slots=True)
class RulePart:
    """A part of a grant, with a ceiling of its own."""

    code: str
    th: str
    en: str
    ceiling: Ceiling

    @property
    def name(self) -> Both:
        """Its name in Thai and English."""
        return Both(self.th, self.en)


@dataclass(frozen=True, slots=True)
class Share:
    """A per cent of another sum, as the most or the least that must be; `floor` and `cap` are in satang."""

    of: str
    percent: Decimal
    limit: str
    floor: int | None = None
    cap: int | None = None

    def of_sum(self, satang: int) -> int:
        """The share of a sum, both in satang: half a satang goes up, then floor and cap.

        >>> Share("infrastructure", Decimal(5), "most", 5_000_000, 50_000_000).of_sum(1_780_000_000)
        50000000
        """
        share = int((self.percent * satang / 100).quantize(Decimal(1), ROUND_HALF_UP))
        share = share if self.floor is None else max(share, self.floor)
        return share if self.cap is None else min(share, self.cap)


@dataclass(frozen=True, slots=True)
class Rent:
    """The most that is paid for a month, in satang, and for how many months."""

    month: int
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Dated):
    """A money rule of a programme: what it speaks of, of whom, and its limits; sums are in satang.

    Of a household: a ceiling, parts with ceilings, rent, the longest term. Of a project: an average over its
    households, a share of another sum.
    """

    programme: str
    about: str
    of: str
    ceiling: Ceiling | None = None
    parts: tuple[RulePart, ...] = ()
    parts_add_up: bool = False
    average: int | None = None
    share: Share | None = None
    rent: Rent | None = None
    term_years: int | None = None
    instead_of: str = ""

    @property
    def limits(self) -> frozenset[str]:
        """The kinds of limit that it sets."""
        kinds = ("ceiling", "parts", "average", "share", "rent", "term_years")
        return frozenset(kind for kind in kinds if getattr(self, kind))

    @classmethod
    def understood(cls, terms: Terms) -> Terms:
        """The plain values of a row with their ceilings, parts, share and rent."""
        share = terms.get("share")
        return terms | {
            "ceiling": _ceiling(terms["ceiling"]) if "ceiling" in terms else None,
            "parts": tuple(_part(part) for part in terms.get("parts", ())),
            "share": Share(**share | {"percent": Decimal(share["percent"])}) if share else None,
            "rent": Rent(**terms["rent"]) if "rent" in terms else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Dated):
    """The interest of a year, in per cent, that a fund lends at, and the programmes that it is for."""

    lends_to: str
    percent: Decimal
    programmes: tuple[str, ...]

    @classmethod
    def understood(cls, terms: Terms) -> Terms:
        """The plain values of a row with the exact per cent."""
        return terms | {"percent": Decimal(terms["percent"]), "programmes": tuple(terms["programmes"])}


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanConvention(Dated):
    """How a loan is paid back: how often, how interest is reckoned and rounded, where the rest goes."""

    payments_a_year: int
    instalments: str
    interest_by: str
    rounding: str
    rest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moratorium(Dated):
    """Months without instalments: what becomes of the interest, and whether the term grows by them."""

    months: int
    interest: str
    term: str


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One code of a list. `land` is same or new for a type of solution; `who` must act on a reason."""

    code: str
    th: str
    en: str
    land: str = ""
    who_th: str = ""
    who_en: str = ""
    retired: bool = False

    @property
    def name(self) -> Both:
        """Its name in Thai and English."""
        return Both(self.th, self.en)


def _part(terms: Terms) -> RulePart:
    return RulePart(**terms | {"ceiling": _ceiling(terms["ceiling"])})


def _ceiling(terms: Terms) -> Ceiling:
    cases = tuple(Case(tuple(case["solutions"]), case["satang"]) for case in terms.get("cases", ()))
    return Ceiling(terms.get("satang"), cases)
