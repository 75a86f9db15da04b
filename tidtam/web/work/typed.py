"""What somebody typed into the form of a claim: kept as it was typed, and read into what is said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from tidtam.ledger.fiscal import fiscal_year_of
from tidtam.ledger.pathway import Pathway
from tidtam.people.access import Access, Right
from tidtam.places.models import Place
from tidtam.problems import Problem, Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion
from tidtam.review import checking, grid
from tidtam.review.actions.recording import MADE_AT_RANDOM
from tidtam.review.drafts import Answer, Number
from tidtam.review.models import Claim, Round
from tidtam.review.problems import EVIDENCE_MISSING, NAME_WANTED
from tidtam.review.said import Said
from tidtam.review.words import ClaimKind, ClaimState, DrawsFrom, IfItFalls
from tidtam.thai.dates import DateUnreadable, VagueDate, iso_be, read_date
from tidtam.thai.numbers import NumberUnreadable, read_number
from tidtam.web.address import echoed
from tidtam.web.work import problems

STAGE = "number:"
"""What the field of a stage's number begins with; "number" alone is the stage that counts."""

LAST_DAY = "last_day"
"""How checking names the day."""


@dataclass
class Typed:
    """The form as it was filled in; `seen` is the revision that it was made from, empty for a new claim.

    `reason` is why the claim was sent back, to be read beside the form.
    """

    key: UUID
    seen: str = ""
    line: str = ""
    place: str = ""
    kind: str = ""
    day: str = ""
    numbers: dict[str, str] = field(default_factory=dict)
    subject: str = ""
    note: str = ""
    falls: str = IfItFalls.ASK.value
    exit_to: str = ""
    of_round: Round | None = None
    answer: Answer = field(default_factory=Answer)
    reason: str = ""

    @property
    def revision(self) -> int | None:
        """The revision that this was made from."""
        return int(self.seen) if re.fullmatch(r"[0-9]{1,9}", self.seen) else None


def fresh(*, line: str, place: str, kind: str) -> Typed:
    """A form that nobody has filled in yet, with its own key: sent five times it is one claim."""
    return Typed(uuid4(), line=line, place=place, kind=kind)


def typed_of(post: Mapping[str, str], claim: Claim | None = None) -> Typed:
    """What was typed; a claim that is there already keeps its key, and its place in a round."""
    found = Typed(claim.key if claim else _key(post.get("key", "")))
    for name in ("seen", "line", "place", "kind", "day", "subject", "note", "exit_to"):
        setattr(found, name, post.get(name, "").strip())
    found.falls = post.get("falls", IfItFalls.ASK.value)
    found.numbers = {
        name.removeprefix(STAGE): text.strip() for name, text in post.items() if name.startswith(STAGE)
    }
    if "number" in post:
        found.numbers[""] = post["number"].strip()
    if claim is not None:
        _kept_from(found, claim)
    return found


def typed_from(claim: Claim) -> Typed:
    """The form of a claim as it stands."""
    found = Typed(
        claim.key,
        seen=str(claim.revision),
        kind=claim.kind,
        day=_written(claim),
        numbers={count.stage: str(count.number) for count in claim.counts.all()},
        subject=claim.subject_name,
        note=claim.note,
        falls=claim.if_it_falls,
        exit_to=claim.exit_to,
        line=claim.indicator,
        place=claim.place.code,
    )
    _kept_from(found, claim)
    return found


def _kept_from(found: Typed, claim: Claim) -> None:
    """What the form does not ask: where it draws from, and the round with its line, place and kind."""
    found.answer = Answer(draws=DrawsFrom(claim.draws or DrawsFrom.ADDS), lot_place=claim.lot_place_id)
    if claim.state == ClaimState.RETURNED:
        found.reason = next((one.reason for one in reversed(claim.returns.all())), "")
    if claim.round is not None:
        found.of_round = claim.round
        found.line, found.place, found.kind = claim.indicator, claim.place.code, claim.kind


def _written(claim: Claim) -> str:
    if claim.first_day == claim.last_day:
        return iso_be(claim.last_day)
    return f"{iso_be(claim.first_day)} ถึง {iso_be(claim.last_day)}"


def _key(text: str) -> UUID:
    try:
        key = UUID(text)
    except ValueError:
        return uuid4()
    return key if key.version == MADE_AT_RANDOM else uuid4()


class Reading:
    """Reads a form; all that is wrong with it comes at once, under the fields where it stands."""

    def __init__(self, typed: Typed, access: Access) -> None:
        self.typed = typed
        self.access = access
        self.wrong: list[Problem] = []

    def said(self) -> Said:
        """What is said; Refused with everything that is wrong."""
        day, place, kind = self._day(), self._place(), self._kind()
        line = self._line(day)
        counts = self._counts(line, kind)
        answer = self._answer()
        self._name(line)
        if day and place and kind and line:
            first = day.last if kind == ClaimKind.STANDS else day.first
            said = Said(
                key=self.typed.key,
                indicator=line,
                place=place,
                kind=kind,
                first_day=first,
                last_day=day.last,
                counts=counts,
                subject=self.typed.subject,
                note=self.typed.note,
                answer=answer,
                round=self.typed.of_round,
            )
            self._check(said)
            if not self.wrong:
                return said
        raise Refused(self.wrong)

    def _check(self, said: Said) -> None:
        """What review would say, without what was said of the same field already."""
        fields = {problem.where.field for problem in self.wrong}
        self.wrong += [p for p in map(_renamed, checking.of_said(said)) if p.where.field not in fields]

    def _day(self) -> VagueDate | None:
        if not self.typed.day:
            self.wrong.append(problems.NO_DAY.at(Where(field="day")))
            return None
        try:
            return read_date(self.typed.day)
        except DateUnreadable as unreadable:
            self.wrong.append(unreadable.problem(Where(field="day")))
            return None

    def _place(self) -> Place | None:
        mine = self.access.limit(Place.objects.all(), Right.RECORD, "pk")
        found = mine.filter(code=self.typed.place).first()
        if found is None:
            self.wrong.append(problems.CHOOSE_PLACE.at(Where(field="place")))
        return found

    def _kind(self) -> ClaimKind | None:
        if self.typed.kind in ClaimKind.values:
            return ClaimKind(self.typed.kind)
        self.wrong.append(problems.CHOOSE_KIND.at(Where(field="kind")))
        return None

    def _line(self, day: VagueDate | None) -> IndicatorVersion | None:
        where = Where(field="line")
        if not programmes.versions(self.typed.line):
            self.wrong.append(problems.CHOOSE_LINE.at(where))
            return None
        if day is None:
            return programmes.versions(self.typed.line)[-1]
        year = fiscal_year_of(day.last).number
        found = programmes.indicator(self.typed.line, year)
        if found is None:
            self.wrong.append(problems.LINE_OF_OTHER_YEAR.at(where, line=self.typed.line, year=year))
            return programmes.versions(self.typed.line)[-1]  # so that the rest is looked at too
        return found

    def _name(self, line: IndicatorVersion | None) -> None:
        if line is not None and line.basis == grid.MILESTONE and not self.typed.subject:
            self.wrong.append(NAME_WANTED.at(Where(field="subject")))

    def _counts(self, line: IndicatorVersion | None, kind: ClaimKind | None) -> tuple[Number, ...]:
        if line is None:
            self._number(self.typed.numbers.get("", ""))
            return ()
        codes = list(pathway_of(line).rank)
        texts = {code: self.typed.numbers.get(code, "") for code in codes}
        if "" in self.typed.numbers and not texts[line.counting_stage]:
            texts[line.counting_stage] = self.typed.numbers[""]
        found = [
            Number(code, read) for code, text in texts.items() if (read := self._number(text)) is not None
        ]
        one_only = kind == ClaimKind.HAPPENED or bool(self.typed.subject)
        if one_only and len(found) > 1:
            self.wrong.append(problems.ONE_NUMBER.at(Where(field="number")))
        return tuple(found)

    def _number(self, text: str) -> int | None:
        try:
            return number_in(text) if text else None
        except Refused as refused:
            self.wrong += refused.problems
            return None

    def _answer(self) -> Answer:
        falls = IfItFalls(self.typed.falls) if self.typed.falls in IfItFalls.values else IfItFalls.ASK
        exit_to = self.typed.exit_to if falls == IfItFalls.EXITS else ""
        if falls == IfItFalls.EXITS and not exit_to:
            self.wrong.append(problems.NO_EXIT.at(Where(field="falls")))
        kept = self.typed.answer
        return Answer(kept.draws, kept.lot_place, falls, exit_to)


def number_in(text: str) -> int:
    """The number that somebody typed; Refused when it is none, or below 0."""
    where = Where(field="number")
    try:
        found = read_number(text)
    except NumberUnreadable as unreadable:
        raise Refused([unreadable.problem(where)]) from unreadable
    if isinstance(found, int) and 0 <= found < 10**15:
        return found
    raise Refused([problems.NOT_A_COUNT.at(where, text=echoed(text))])


def _renamed(problem: Problem) -> Problem:
    """A problem under the name that its field has in the form."""
    if problem.where.field != LAST_DAY:
        return problem
    return problem.kind.at(Where(field="day"), **problem.values)


def pathway_of(line: IndicatorVersion) -> Pathway:
    """The pathway of a line."""
    return programmes.pathways()[line.pathway]


def by_field(found: list[Problem], fields: tuple[str, ...]) -> dict[str, list[Problem]]:
    """The problems by the field of the form that they stand under; "page" has those of no field."""
    beside: dict[str, list[Problem]] = defaultdict(list)
    for problem in found:
        name = "photos" if problem.kind == EVIDENCE_MISSING else problem.where.field or ""
        beside[name if name in fields else "page"].append(problem)
    return dict(beside)
