"""Claims as a list shows them: line, place, number, day, who, and what they wait for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import QuerySet

from tidtam.ledger.fiscal import fiscal_year_of
from tidtam.ledger.pathway import Pathway
from tidtam.ledger.quantity import UNITS
from tidtam.programmes import queries as programmes
from tidtam.programmes.ladders import Ladder, Rung
from tidtam.programmes.models import IndicatorVersion
from tidtam.reports.claim_words import words_of
from tidtam.review.checking import state_name
from tidtam.review.models import Claim, Question
from tidtam.review.words import ClaimState
from tidtam.web.show import Show

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
        """What its line is called."""
        return self.show.name(self.indicator) if self.indicator else self.claim.indicator

    @property
    def place_name(self) -> str:
        """Where, up to the province."""
        place = self.claim.place
        return place.address_en if self.show.lang == "en" else place.address_th

    @property
    def unit(self) -> str:
        """What is counted."""
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
        return state_name(self.claim).text(self.show.lang)

    @cached_property
    def question(self) -> Question | None:
        """The question that waits for an answer."""
        return next((one for one in self.claim.questions.all() if one.answered_at is None), None)

    @property
    def reason(self) -> str:
        """Why it was sent back the last time."""
        found = [one.reason for one in self.claim.returns.all()]
        return found[-1] if found else ""


def _rung(claim: Claim, ladders: Mapping[str, Ladder]) -> Rung | None:
    """The rung at which a claim waits; None for one that waits at none."""
    rungs = ladders[claim.ladder].rungs if claim.rung else ()
    return next((rung for rung in rungs if rung.code == claim.rung), None)


def rows_of(claims: QuerySet[Claim] | Iterable[Claim], show: Show) -> list[Row]:
    """The claims as rows; the same few questions however many there are."""
    found = list(claims.select_related(HOMES) if isinstance(claims, QuerySet) else claims)
    years = {fiscal_year_of(claim.last_day).number for claim in found}
    versions = {(year, one.code): one for year in years for one in programmes.lines(year, SECTIONS)}
    pathways, ladders = programmes.pathways(), programmes.ladders()
    return [
        Row(
            claim,
            versions.get((fiscal_year_of(claim.last_day).number, claim.indicator)),
            pathways[claim.pathway],
            _rung(claim, ladders),
            show,
        )
        for claim in found
    ]
