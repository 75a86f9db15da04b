"""What a practice country tells by papers, through review: lots and names out of them, canals, centres.

These cells are small whatever is asked for, because each of them is explained as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tidtam.ledger.fiscal import FiscalYear
from tidtam.practice.country import Country
from tidtam.practice.planning import Ask
from tidtam.practice.shapes import LAT_PHRAO, PREM, centre_name
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion
from tidtam.review.drafts import Answer, Draft, Number, Paper
from tidtam.review.practice import BANNER
from tidtam.review.words import ClaimKind, DrawsFrom, IfItFalls

LOTS = ((3, 60), (9, 40))
"""Line 1.1, each year: in which month of it how many tambons were done, "we were not told which"."""

NAMED, PLACED = 30, 20
"""So many of them are named later, and so many tambons come beside them."""

PROVINCES, REGIONS_DONE = 20, 4
CENTRES = ("50", "40", "13")
"""Centres for homeless people stand in Chiang Mai, Khon Kaen and Pathum Thani."""

STAGES = ("survey", "land", "design", "construction", "built", "opened", "running")
USUAL, LATE = 10, 200
"""Days after which a paper tells, and the one paper that comes after the next."""


def drafts(ask: Ask, country: Country) -> list[Draft]:
    """Everything that papers tell, ready to be proposed."""
    teller = _Teller(ask, country, Random(f"stories {ask.seed}"))  # noqa: S311  nothing is secret here
    return [*teller.plans(), *teller.wider_plans(), *teller.canals(), *teller.centres()]


@dataclass(frozen=True)
class _Teller:
    ask: Ask
    country: Country
    rng: Random

    def plans(self) -> Iterator[Draft]:
        """Line 1.1: lots of the nation, tambons named out of them later, and tambons beside them."""
        for year in self.ask.years:
            line = programmes.indicator("1.1", year)
            if line is None:
                continue
            start = FiscalYear(year).start
            for month, number in LOTS:
                day = FiscalYear(year).month(month).end
                yield self.happened(line, year, "TH", day, number)
            tambons = self.some("tambon", NAMED + PLACED)
            for count, code in enumerate(tambons):
                day = start + timedelta(100 + int(self.rng.random() * 240))
                if count < NAMED:
                    name = self.country.names[self.country.codes[code]]
                    answer = Answer(draws=DrawsFrom.LOT_ABOVE, lot_place=self.country.nation)
                    yield self.happened(line, year, code, day, 1, name, answer)
                else:
                    yield self.happened(line, year, code, day, 1)

    def wider_plans(self) -> Iterator[Draft]:
        """Lines 1.2 and 1.3: provinces and regions, more of them late in the year."""
        for code, kind, number in (("1.2", "province", PROVINCES), ("1.3", "region", REGIONS_DONE)):
            for year in self.ask.years:
                line = programmes.indicator(code, year)
                for place in self.some(kind, number) if line else ():
                    day = FiscalYear(year).start + timedelta(int(363 * self.rng.random() ** 0.5))
                    if line:
                        yield self.happened(line, year, place, day, 1)

    def canals(self) -> Iterator[Draft]:
        """How two canals stand, every half year; one paper is late, and at last some households withdraw."""
        factor = 0.95 + 0.1 * self.rng.random()
        for code, series in (("2.3", LAT_PHRAO), ("prem", PREM)):
            told = [one for one in series if one[0][0] in self.ask.years]
            for number, ((year, month), counts, floor) in enumerate(told):
                line = programmes.indicator(code, year)
                if line is None:
                    continue
                numbers = [round(count * factor) for count in counts]
                days = LATE if number == 3 else USUAL
                yield self.stands(line, year, month, numbers, floor=floor, days=days)
                if code == "2.3" and number == len(told) - 1 and not floor and month < 12:
                    left = [numbers[0] - 12, numbers[1], numbers[2]]
                    yield self.stands(line, year, month + 1, left, exit_to="withdrew")

    def centres(self) -> Iterator[Draft]:
        """Line 2.5: each centre goes from stage to stage over the years."""
        months = len(self.ask.years) * 12
        for number, code in enumerate(CENTRES):
            for step, stage in enumerate(STAGES):
                month = 2 + number * months // 6 + step * 5
                year = self.ask.first_year + month // 12
                line = programmes.indicator("2.5", year) if year in self.ask.years else None
                if line is not None and code in self.country.codes:
                    day = FiscalYear(year).month(month % 12 + 1).end
                    name = centre_name(number + 1)
                    yield self.happened(line, year, code, day, 1, name, stage=stage)

    def some(self, kind: str, number: int) -> list[str]:
        """The codes of some places of a kind, each once."""
        there = set(self.country.numbers[kind])
        codes = sorted(code for code, place in self.country.codes.items() if place in there)
        return self.rng.sample(codes, min(number, len(codes)))

    def happened(
        self, line: IndicatorVersion, year: int, place: str, day: date, number: int, subject: str = "",
        answer: Answer | None = None, stage: str = "",
    ) -> Draft:  # fmt: skip
        """So many (or the one named) reached a stage."""
        counts = (Number(stage or line.counting_stage, number),)
        return self.draft(
            line, year, ClaimKind.HAPPENED, self.country.codes[place], place, day, counts, USUAL,
            subject, answer or Answer(),
        )  # fmt: skip

    def stands(
        self, line: IndicatorVersion, year: int, month: int, numbers: list[int], *, floor: bool = False,
        days: int = USUAL, exit_to: str = "",
    ) -> Draft:  # fmt: skip
        """How a canal stands at the end of a month."""
        counts = [Number(*one) for one in zip(("ready", "building", "completed"), numbers, strict=True)]
        if floor:
            counts = [Number("completed", numbers[2], at_least=True)]
        answer = Answer(if_it_falls=IfItFalls.EXITS, exit_to=exit_to) if exit_to else Answer()
        day = FiscalYear(year).month(month).end
        return self.draft(
            line, year, ClaimKind.STANDS, line.place_id, line.place.code, day, tuple(counts), days, "", answer
        )

    def draft(
        self, line: IndicatorVersion, year: int, kind: ClaimKind, place: int, place_code: str, day: date,
        counts: tuple[Number, ...], days: int, subject: str, answer: Answer,
    ) -> Draft:  # fmt: skip
        """A claim by the paper of its month."""
        published = day + timedelta(days)
        title = f"{BANNER.th}: รายงาน {published.isoformat()} · {BANNER.en}, {self.ask.seed}"
        return Draft(
            kind=kind, indicator=line.code, pathway=line.pathway, unit=line.unit,
            cycle=line.cycle_key(year), place=place, place_code=place_code, tree=line.tree,
            first_day=day, last_day=day, counts=counts, paper=Paper(title, published, publisher=BANNER.th),
            subject=subject, answer=answer,
        )  # fmt: skip
