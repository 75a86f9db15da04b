"""One row of a list as it was typed, read into codes, with what is wrong with each cell."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils import timezone

from tidtam.housing.alike.names import compared_house, compared_name
from tidtam.housing.citizen_ids import UNKNOWN, KnownBy, hashed
from tidtam.intake.cells import Row, as_text
from tidtam.intake.lists import problems as say
from tidtam.intake.lists.content import ProjectContent
from tidtam.intake.lists.layout import DRAWS_WORDS, ROWS
from tidtam.ledger.days import Days
from tidtam.problems import Both, Refused, Where
from tidtam.review.words import DrawsFrom
from tidtam.thai.dates import short_date
from tidtam.thai.digits import to_arabic

MASKED = re.compile(r"x-xxxx-xxxxx-(\d\d)-(\d)", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/]|\band\b|และ")


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row in codes; `tail` is what a covered ID shows, `number` is None for a new household."""

    row: int
    hidden: bool
    number: int | None
    name: str
    compared: str
    known_by: KnownBy
    tail: str
    house: str
    house_compared: str
    part: str
    solution: str
    vulnerability: tuple[str, ...]
    stage: str
    days: Days | None
    draws: DrawsFrom | None
    note: str


class TypedRow(Row):
    """The cells of a row of households."""

    def __init__(
        self,
        where: Where,
        cells: Mapping[str, object],
        headers: Mapping[str, str],
        *,
        practice: bool,
    ) -> None:
        super().__init__(ROWS, where, cells, headers)
        self.practice = practice

    def plain(self, key: str) -> str:
        """The text of a cell, without the apostrophe that keeps it from being a formula."""
        return self.text(key).removeprefix("'")

    def read(self, of: ProjectContent, *, hidden: bool) -> ReadRow:
        """The row in codes; every cell is read even where another is wrong."""
        name, house, known_by, tail = self.plain("name"), self.plain("house"), *self._citizen_id()
        stage, days = self._choice("stage", of.words.code, of.words.stages), self._days()
        draws = self.word("draws", DRAWS_WORDS)
        self._between(stage, days, draws)
        return ReadRow(
            row=self.number,
            hidden=hidden,
            number=self._number(),
            name=" ".join(name.split()),
            compared=compared_name(name)[:200],
            known_by=known_by,
            tail=tail,
            house=house,
            house_compared=compared_house(house)[:80],
            part=self._part(of),
            solution=self._choice("solution", of.words.code, of.words.solutions),
            vulnerability=self._flags(of),
            stage=stage,
            days=days,
            draws=draws,
            note=self.plain("note"),
        )

    def _number(self) -> int | None:
        text = to_arabic(self.plain("number"))
        if not text:
            return None
        if not text.isdecimal() or not 0 < len(text) < 10:
            self.report(say.NUMBER_UNCLEAR, "number", text=text)
            return None
        return int(text)

    def _citizen_id(self) -> tuple[KnownBy, str]:
        value = self.cells.get("id")
        text = as_text(value).removeprefix("'")
        if not text:
            return UNKNOWN, ""
        if covered := MASKED.fullmatch(text):
            return UNKNOWN, covered[1] + covered[2]
        typed = value if isinstance(value, int | float) and not isinstance(value, bool) else text
        try:
            return hashed(typed, self.at("id"), practice=self.practice), ""
        except Refused as refused:
            self.problems += refused.problems
            return UNKNOWN, ""

    def _choice(self, key: str, code: Callable[[str, str], str | None], words: Mapping[str, str]) -> str:
        text = self.plain(key)
        if not text:
            return ""
        found = code(key, text)
        if found is None:
            self.report(say.WORD_UNKNOWN, key, text=text, words=", ".join(words.values()))
        return found or ""

    def _flags(self, of: ProjectContent) -> tuple[str, ...]:
        found = set()
        for text in _BETWEEN.split(self.plain("vulnerability")):
            if not text.strip():
                continue
            code = of.words.code("vulnerability", text)
            if code is None:
                words = ", ".join(of.words.vulnerability.values())
                self.report(say.WORD_UNKNOWN, "vulnerability", text=text.strip(), words=words)
            else:
                found.add(code)
        return tuple(sorted(found))

    def _part(self, of: ProjectContent) -> str:
        text = self.plain("part")
        if text and text not in {part.name for part in of.parts}:
            self.report(say.PART_UNKNOWN, "part", code=of.project.code, text=text)
        return text

    def _days(self) -> Days | None:
        found = self.day("since")
        if found is None:
            return None
        today = timezone.localdate()
        if found.first > today:
            day = Both(short_date(found.first), found.first.isoformat())
            self.report(say.NOT_YET, "since", day=day)
            return None
        return Days(found.first, min(found.last, today))

    def _between(self, stage: str, days: Days | None, draws: DrawsFrom | None) -> None:
        if self.failed:
            return
        if stage and days is None:
            self.report(say.SINCE_MISSING, "since")
        elif not stage and (days or draws):
            self.report(say.STAGE_MISSING, "stage")
