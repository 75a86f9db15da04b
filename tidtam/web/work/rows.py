"""Claims as a list shows them: line, place, number, day, who, and what they wait for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from tidtam.ledger.fiscal import fiscal_year_of
from tidtam.ledger.pathway import Pathway
from tidtam.ledger.quantity import UNITS
from tidtam.places import queries as places
from tidtam.problems import Problem
from tidtam.programmes import queries as programmes
from tidtam.programmes.ladders import Ladder, Rung
from tidtam.programmes.models import IndicatorVersion
from tidtam.reports.claim_words import words_of
from tidtam.review import checking
from tidtam.review.models import Claim, Question, SentBack
from tidtam.review.words import ClaimState
from tidtam.web.show import Show
from tidtam.web.work.told import Told, told_of

SECTIONS = ("line", "item", "series")
HOMES = "place__home__home__home"


@dataclass(frozen=True)
class Row:
    """A claim in the words of a page."""

    claim: Claim
    indicator: IndicatorVersion | None
    pathway: Pathway
    rung: Rung | None
    show: Show
    questions: Sequence[Question] = ()
    reason: str = ""
    warnings: Sequence[Problem] = ()
    told: Told | None = None

    @property
    def key(self) -> UUID:
        """The key of the claim, for its address."""
        return self.claim.key

    @property
    def no(self) -> str:
        """The number of its line in the report; empty for other indicators."""
        found = self.indicator
        return self.show.plain(found.code) if found and found.section == "line" else ""

    @property
    def line_name(self) -> str:
        """What its line is called; where it counts for none, what its pathway counts."""
        if self.indicator:
            return self.show.name(self.indicator)
        return self.claim.indicator or (self.pathway.en if self.show.lang == "en" else self.pathway.th)

    @property
    def place_name(self) -> str:
        """Where, up to the province."""
        place = self.claim.place
        return place.address_en if self.show.lang == "en" else place.address_th

    @property
    def unit(self) -> str:
        """What is counted; sums are said in baht."""
        if self.claim.unit == "satang":
            return self.show.say("work.baht")
        return UNITS[self.claim.unit].name(self.show.lang)

    @property
    def said(self) -> str:
        """What it says, with its unit."""
        return f"{self.show.plain(words_of(self.claim, self.pathway, self.show.lang))} {self.unit}"

    @property
    def day(self) -> str:
        """The day or days that it speaks of."""
        return self.show.span(self.claim.first_day, self.claim.last_day)

    @property
    def who(self) -> str:
        """Who recorded it."""
        return str(self.claim.made_by)

    @property
    def state(self) -> str:
        """How far it has come, in words."""
        if self.rung is not None and self.claim.state == ClaimState.PROPOSED:
            return self.show.say("work.waits_for", rung=self.show.name(self.rung))
        return checking.state_name(self.claim).text(self.show.lang)

    @property
    def question(self) -> Question | None:
        """The question that waits for an answer."""
        return next((one for one in self.questions if one.answered_at is None), None)

    @property
    def answered(self) -> list[Question]:
        """The questions that were answered."""
        return [one for one in self.questions if one.answered_at is not None]

    @property
    def is_plain(self) -> bool:
        """Whether nothing asks for a closer look: it may be accepted together with many others."""
        return not (self.questions or self.warnings or self.reason)

    @property
    def cautions(self) -> list[str]:
        """What a reviewer should know, in the language of the page."""
        return [problem.what(self.show.lang) for problem in self.warnings]


def _questions(claims: Iterable[Claim]) -> dict[int, list[Question]]:
    """What was asked about each claim (id), the first first."""
    found: dict[int, list[Question]] = defaultdict(list)
    for question in Question.objects.filter(claim__in=claims).order_by("asked_at", "pk"):
        found[question.claim_id].append(question)
    return found


def _reasons(claims: Iterable[Claim]) -> dict[int, str]:
    """Why each claim (id) that was ever sent back was so the last time."""
    again = [claim for claim in claims if claim.turn > 1]
    returns = SentBack.objects.filter(claim__in=again).order_by("turn") if again else ()
    return {one.claim_id: one.reason for one in returns}


def _rung(claim: Claim, ladders: Mapping[str, Ladder]) -> Rung | None:
    """The rung at which a claim waits; None for one that waits at none."""
    rungs = ladders[claim.ladder].rungs if claim.rung else ()
    return next((rung for rung in rungs if rung.code == claim.rung), None)


def with_places(claims: QuerySet[Claim]) -> list[Claim]:
    """The claims, each with its place up to the province: places are known, and need no joins."""
    found = list(claims.select_related(None).select_related("made_by"))
    at = places.with_homes({claim.place_id for claim in found})
    for claim in found:
        claim.place = at[claim.place_id]
    return found


@dataclass(frozen=True)
class Part:
    """As much of a list as a page shows, and how many there are in all."""

    claims: list[Claim]
    count: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        return max(1, -(-self.count // self.size))


def part_of(claims: QuerySet[Claim], size: int, number: int = 1) -> Part:
    """One page of a list. The list is counted only where it goes on before or after the page."""
    first = (number - 1) * size
    found = with_places(claims[first : first + size + 1])
    ends_here = len(found) <= size and (number == 1 or found)
    return Part(found[:size], first + len(found) if ends_here else claims.count(), size)


def rows_of(claims: QuerySet[Claim] | Iterable[Claim], show: Show, *, warn: bool = False) -> list[Row]:
    """The claims as rows; the same few questions however many there are.

    `warn` looks also for other claims that may tell the same number.
    """
    found = with_places(claims) if isinstance(claims, QuerySet) else list(claims)
    questions, reasons = _questions(found), _reasons(found)
    warnings = checking.maybe_twice_each(found) if warn else {}
    years = {fiscal_year_of(claim.last_day).number for claim in found}
    versions = {(year, one.code): one for year in years for one in programmes.lines(year, SECTIONS)}
    pathways, ladders = programmes.pathways(), programmes.ladders()
    told = told_of(found)
    return [
        Row(
            claim,
            versions.get((fiscal_year_of(claim.last_day).number, claim.indicator)),
            pathways[claim.pathway],
            _rung(claim, ladders),
            show,
            questions[claim.pk],
            reasons.get(claim.pk, ""),
            warnings.get(claim.pk, ()),
            told.get(claim.pk),
        )
        for claim in found
    ]
