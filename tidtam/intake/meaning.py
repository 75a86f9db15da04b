"""What a row means here: its place, indicator, stage, unit, days and paper, each looked up and checked."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from tidtam.intake import problems as say
from tidtam.intake.lookups import Lookups, all_names, find_stage, is_unit
from tidtam.intake.rows import ResultRow
from tidtam.ledger.fiscal import fiscal_year_of
from tidtam.ledger.pathway import Pathway
from tidtam.places.answers import Found
from tidtam.places.lookup import problem_of
from tidtam.places.models import Place
from tidtam.problems import Both
from tidtam.programmes.models import IndicatorVersion
from tidtam.review.drafts import Answer, Draft, Number, Origin, Paper
from tidtam.review.words import ClaimKind, DrawsFrom, IfItFalls
from tidtam.thai.dates import VagueDate, short_date, short_vague

MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class Meant:
    """A row of results with everything looked up."""

    read: ResultRow
    version: IndicatorVersion
    pathway: Pathway
    stage: str
    place: Place
    tree: str
    day: VagueDate
    number: int
    paper: Paper
    answer: Answer

    @property
    def line(self) -> int:
        """The number of its row in the sheet."""
        return self.read.row.number

    @property
    def is_standing(self) -> bool:
        """Whether it is part of a standing.

        A named subject stands at one stage, so it is a claim of its own.
        """
        return self.read.stands and not self.read.subject

    @property
    def scope(self) -> tuple[object, ...]:
        """Rows with the same scope make one standing."""
        return (self.version.code, self.place.pk, self.day, self.paper.key)

    def draft(self, counts: tuple[Number, ...], origin: Origin, note: str) -> Draft:
        """The claim that this row begins."""
        return Draft(
            kind=self.read.kind or ClaimKind.HAPPENED,
            indicator=self.version.code,
            pathway=self.pathway.code,
            unit=self.version.unit,
            cycle=self.version.cycle_key(fiscal_year_of(self.day.last).number),
            place=self.place.pk,
            place_code=self.place.code,
            tree=self.tree,
            first_day=self.day.first,
            last_day=self.day.last,
            counts=counts,
            paper=self.paper,
            subject=self.read.subject,
            answer=self.answer,
            note=note,
            origin=origin,
        )


def find_meaning(read: ResultRow, lookups: Lookups, papers: Mapping[str, Paper | None]) -> Meant | None:
    """What a row means; None when anything of it is wrong, and then each wrong cell has its problem."""
    paper = _paper(read, papers)
    place = _place(read, "place", read.place, lookups)
    lot_place = _place(read, "lot_place", read.lot_place, lookups) if read.lot_place else None
    version = _version(read, lookups)
    _check_day(read, paper)
    if version is None:
        return None
    pathway = lookups.pathways[version.pathway]
    stage, exit_to = _stage(read, version, pathway), _exit(read, version, pathway)
    _check_unit(read, version)
    _check_subject(read, version)
    _check_cycle(read, version)
    if place and lot_place and read.draws is DrawsFrom.LOT_ABOVE:
        _check_lot(read, place, lot_place, lookups)
    if read.row.failed or not (place and paper and read.day and stage) or read.number is None:
        return None
    answer = Answer(read.draws, lot_place.pk if lot_place else None, read.if_it_falls, exit_to)
    tree = lookups.tree(place.pk, version.tree, read.day.last)
    return Meant(read, version, pathway, stage, place, tree, read.day, read.number, paper, answer)


def _paper(read: ResultRow, papers: Mapping[str, Paper | None]) -> Paper | None:
    """The paper of a row; a source with wrong cells has said so in its own row."""
    if not read.source or read.source in papers:
        return papers.get(read.source)
    known = ", ".join(papers) or "-"
    read.row.report(say.SOURCE_UNKNOWN, "source", text=read.source, known=known)
    return None


def _place(read: ResultRow, key: str, text: str, lookups: Lookups) -> Place | None:
    """The place on the day of the row (today when that cannot be read).

    What is unclear is asked, not guessed.
    """
    answer = lookups.place(text, read.day.last if read.day else timezone.localdate())
    if answer is None:
        return None
    problem = problem_of(text, answer, read.row.at(key))
    if problem:
        read.row.problems.append(problem)
    return answer.place if isinstance(answer, Found) else None


def _version(read: ResultRow, lookups: Lookups) -> IndicatorVersion | None:
    """The version of the indicator for the year of the row; the newest one when the day is not known."""
    if not read.indicator:
        return None
    if read.indicator not in lookups.codes:
        near = lookups.near_codes(read.indicator)
        maybe = Both(f" ใกล้เคียง: {', '.join(near)}", f"; near to it: {', '.join(near)}") if near else ""
        read.row.report(say.INDICATOR_UNKNOWN, "indicator", text=read.indicator, maybe=maybe)
        return None
    if read.day is None:
        return None
    year = fiscal_year_of(read.day.last).number
    version = lookups.indicator(read.indicator, year)
    if version is None:
        read.row.report(say.INDICATOR_NOT_THAT_YEAR, "indicator", code=read.indicator, year=year)
    return version


def _stage(read: ResultRow, version: IndicatorVersion, pathway: Pathway) -> str:
    if not read.stage:
        return version.counting_stage
    stage = find_stage(pathway.stages, read.stage)
    if stage:
        return stage.code
    leaving = find_stage(pathway.exits, read.stage)
    if leaving:
        read.row.report(say.STAGE_IS_EXIT, "stage", text=read.stage)
    else:
        stages = all_names(pathway.stages)
        read.row.report(say.STAGE_UNKNOWN, "stage", indicator=version.code, text=read.stage, stages=stages)
    return ""


def _exit(read: ResultRow, version: IndicatorVersion, pathway: Pathway) -> str:
    if read.if_it_falls is not IfItFalls.EXITS:
        return ""
    leaving = find_stage(pathway.exits, read.exit_to)
    if leaving:
        return leaving.code
    exits = all_names(pathway.exits)
    read.row.report(say.EXIT_UNKNOWN, "if_it_falls", indicator=version.code, text=read.exit_to, exits=exits)
    return ""


def _check_unit(read: ResultRow, version: IndicatorVersion) -> None:
    unit = version.as_unit
    if read.unit and not is_unit(read.unit, unit):
        named = Both(unit.th, unit.en)
        read.row.report(say.UNIT_DIFFERS, "unit", text=read.unit, indicator=version.code, unit=named)


def _check_subject(read: ResultRow, version: IndicatorVersion) -> None:
    if version.basis == MILESTONE and not read.subject:
        read.row.report(say.SUBJECT_NEEDED, "subject", indicator=version.code)


def _check_cycle(read: ResultRow, version: IndicatorVersion) -> None:
    """What is counted year by year must be known to lie in one year."""
    if read.day is None or version.cycle != "fiscal":
        return
    first, last = fiscal_year_of(read.day.first).number, fiscal_year_of(read.day.last).number
    if first != last:
        read.row.report(
            say.DAY_OVER_TWO_YEARS,
            "day",
            day=short_vague(read.day),
            first=first,
            last=last,
            indicator=version.code,
        )


def _check_day(read: ResultRow, paper: Paper | None) -> None:
    if paper and read.day and read.day.first > paper.published:
        day, published = short_vague(read.day), short_date(paper.published)
        read.row.report(say.DAY_AFTER_PUBLICATION, "day", day=day, published=published)


def _check_lot(read: ResultRow, place: Place, lot_place: Place, lookups: Lookups) -> None:
    on = read.day.last if read.day else timezone.localdate()
    if not lookups.holds(lot_place.pk, place.pk, on):
        values = {"place": place.titled_th, "lot_place": lot_place.titled_th}
        read.row.report(say.LOT_NOT_ABOVE, "lot_place", **values)
