"""The entries of a practice country, day by day in the order in which they become known; pure.

What happens on a day is made on that day and waits until the day on which it is known. Nothing here asks a
database, and the same ask gives the same entries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tidtam.ledger.fiscal import FiscalYear
from tidtam.ledger.statements import Draws
from tidtam.ledger_store.practice_bulk import Moved, Named, Told
from tidtam.practice.country import CHOICES, Country
from tidtam.practice.planning import Ask, LineYear, Plan, daily
from tidtam.practice.shapes import WALK, lateness, portions

LAGS = 1 << 12
AFTER = 1_000
"""Days after the last year within which everything is known."""

EVIDENCED = 0.7
"""The share of named entries that came with evidence."""

LAST_CORRECTION = 90
"""A correction comes within so many days of what it corrects."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cell and the stage that each line counts in each year, and the cell of walks."""

    lines: Mapping[tuple[str, int], tuple[int, str]]
    walks: int


@dataclass(slots=True)
class DayBatch:
    """What becomes known on one day."""

    day: date
    rows: list[Moved] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Claimed:
    """An entry that gets a claim of its own, the name in it, and the key of the one that corrects it."""

    row: Moved
    line: LineYear
    position: int
    subject_name: str = ""
    corrected_by: str = ""


class Flow:
    """Makes the days; afterwards it says what they add up to, and which entries are to have claims."""

    def __init__(self, ask: Ask, plan: Plan, country: Country, cells: Cells, subject: int) -> None:
        self.ask, self.plan, self.country, self.cells = ask, plan, country, cells
        self.rng = Random(f"flow {ask.seed}")  # noqa: S311  nothing is secret here
        self.start = FiscalYear(ask.first_year).start
        self.days = (FiscalYear(ask.last_year).end - self.start).days + 1
        self.iso = [(self.start + timedelta(n)).isoformat() for n in range(self.days + AFTER)]
        self.month = [day[:8] + "01" for day in self.iso]
        self.late = lateness(LAGS)
        self.due: list[list[Moved]] = [[] for _ in self.iso]
        self.firm: list[DayBatch] = [DayBatch(self.start + timedelta(n)) for n in range(len(self.iso))]
        self.serial = 0
        self.prefix = f"{ask.seed & 0xFFFFFFFF:08x}-0000-4000-8000-"
        self.subject = subject
        self.subjects: dict[tuple[str, int], int] = {}
        self.names: dict[int, str] = {}
        self.results: Counter[tuple[str, int]] = Counter()
        self.line_of: dict[int, LineYear] = {cells.lines[o.shape.code, o.year][0]: o for o in plan.lines}
        self.taking_back = _Every(plan.corrections, self._correctable())
        self.claiming = _Every(ask.claims, sum(line.entries for line in plan.lines))
        self.claims: list[Claimed] = []
        self.awaited: set[str] = set()

    def batches(self, position: int) -> Iterator[DayBatch]:
        """The days in their order; `position` is that of the first entry."""
        lines = [(self._day(line.year), daily(line), self._maker(line)) for line in self.plan.lines]
        walking = self._walking()
        for today in range(len(self.iso)):
            for first, numbers, make in lines:
                if 0 <= today - first < len(numbers) and numbers[today - first]:
                    make.entries(today, numbers[today - first])
            if today < len(walking):
                for _ in range(walking[today]):
                    self._walk(today)
            batch = self._known(today, position)
            position += len(batch.rows)
            if batch.rows or batch.named:
                yield batch

    def key(self) -> str:
        """The next key of a statement; it is a UUID."""
        self.serial += 1
        return f"{self.prefix}{self.serial:012x}"

    def name(self, kind: str, number: int, name: str, unit: str, place: int, today: int) -> int:
        """The number of a named subject; a new one is kept on the day, before anything is known of it."""
        there = self.subjects.get((kind, number))
        if there is None:
            there = self.subjects[kind, number] = self.subject
            self.names[there] = name
            self.subject += 1
            self.firm[today].named.append(Named(there, self.key(), kind, name, unit, place))
        return there

    def _day(self, year: int) -> int:
        return (FiscalYear(year).start - self.start).days

    def _maker(self, line: LineYear) -> _Lots | _Names | _Once:
        shape = line.shape
        if shape.once:
            return _Once(self, line)
        return _Names(self, line) if shape.named else _Lots(self, line)

    def _correctable(self) -> int:
        return sum(o.entries - round(o.entries * o.shape.named) for o in self.plan.lines)

    # What is known on a day

    def _known(self, today: int, position: int) -> DayBatch:
        batch, self.firm[today] = self.firm[today], DayBatch(self.start)
        lots, self.due[today] = self.due[today], []
        for number, row in enumerate(lots, start=position):
            claimed = self.claiming.next()
            again = self._correct(row, number, today) if self.taking_back.next() else None
            if claimed:
                self._claim(row, number, again)
        for number, row in enumerate(batch.rows, start=position + len(lots)):
            answers = row.sign > 0 and row.statement in self.awaited
            if answers or (row.subject is not None and self.claiming.next()):
                self._claim(row, number, None)
        batch.rows = lots + batch.rows
        return batch

    def _claim(self, row: Moved, position: int, again: Moved | None) -> None:
        """Notes that an entry has a claim; the one that corrects it will have one too."""
        if again is not None:
            self.awaited.add(again.statement)
        name = self.names.get(row.subject or 0, "")
        by = again.statement if again is not None else ""
        self.claims.append(Claimed(row, self.line_of[row.cell], position, name, by))

    def _correct(self, row: Moved, position: int, today: int) -> Moved:
        """Takes an entry back and says it again: another number, or another day where it can be only one."""
        line = self.line_of[row.cell]
        on = min(today + 5 + int(self.rng.random() * LAST_CORRECTION), len(self.iso) - 1)
        known = self.iso[on]
        back = row._replace(sign=-1, known_on=known, reverses=position)
        again = row._replace(statement=self.key(), known_on=known)
        if line.shape.once:
            first = FiscalYear(line.year).start.isoformat()
            day = max(first, (date.fromisoformat(row.first) - timedelta(3)).isoformat())
            again = again._replace(first=day, last=day)
        else:
            number = row.quantity - 1 if row.quantity > 1 else 2
            again = again._replace(quantity=number)
            self.results[line.shape.code, line.year] += number - row.quantity
        self.firm[on].rows += (back, again)
        return again

    # Households that walk together

    def _walking(self) -> list[int]:
        """How many walks begin on each day: evenly, so that the last one arrives within the years."""
        room = self.days - sum(WALK.days) - 40
        return portions(self.plan.walks, [1.0] * max(1, room)) if self.plan.walks else []

    def _walk(self, today: int) -> None:
        rng, cell = self.rng, self.cells.walks
        place = self.country.choices["tambon"][int(rng.random() * CHOICES)]
        number = WALK.sizes[int(rng.random() * len(WALK.sizes))]
        day, known, before = today, 0, ""
        for step, stage in enumerate(WALK.stages):
            if step:
                day += WALK.days[step - 1] + int(rng.random() * 10)
            known = max(known, day + self.late[int(rng.random() * LAGS)])
            key, on, when = self.key(), self.iso[day], self.iso[known]
            kind, start = ("explained", place) if step else ("said", None)
            self.firm[known].rows.append(
                Moved(cell, kind, key, None, number, 1, before, stage, start, place, on, on, when)
            )
            if step:
                told = Told(key, cell, place, on, on, when, stage, number, Draws.EARLIER, None, False)
                self.firm[known].told.append(told)
            before = stage


class _Lots:
    """Entries of a line that count so many somewhere; of one in 64 only the month is known."""

    def __init__(self, flow: Flow, line: LineYear) -> None:
        self.flow, self.line = flow, line
        self.cell, self.stage = flow.cells.lines[line.shape.code, line.year]
        self.places: Sequence[int] = flow.country.choices[line.shape.at]

    def entries(self, today: int, number: int) -> None:
        """So many entries that happen on a day."""
        flow, cell, stage, places = self.flow, self.cell, self.stage, self.places
        sizes, iso, late, due = self.line.shape.sizes, flow.iso, flow.late, flow.due
        bits_of, prefix, day, month, results = (
            flow.rng.getrandbits,
            flow.prefix,
            iso[today],
            flow.month[today],
            0,
        )
        for serial in range(flow.serial + 1, flow.serial + 1 + number):
            bits = bits_of(54)
            known = today + late[(bits >> 36) & 0xFFF]
            size = sizes[((bits >> 16) & 0xFFFFF) % len(sizes)]
            results += size
            due[known].append(Moved(
                cell, "said", f"{prefix}{serial:012x}", None, size, 1, "", stage, None,
                places[bits & 0xFFFF], day if bits >> 48 else month, day, iso[known],
            ))  # fmt: skip
        flow.serial += number
        flow.results[self.line.shape.code, self.line.year] += results


class _Names(_Lots):
    """A line of which some entries name one person each."""

    def __init__(self, flow: Flow, line: LineYear) -> None:
        super().__init__(flow, line)
        self.naming = _Every(round(line.entries * line.shape.named), line.entries)

    def entries(self, today: int, number: int) -> None:
        """So many entries that happen on a day, those by name after the lots."""
        named = sum(self.naming.next() for _ in range(number))
        if number > named:
            super().entries(today, number - named)
        for _ in range(named):
            place = self.places[self.flow.rng.getrandbits(16)]
            number = len(self.flow.subjects) + 1
            self.by_name(today, place, number, f"ผู้นำสมมุติ {number:07d}")

    def by_name(self, today: int, place: int, number: int, name: str) -> None:
        """One who is named reached the stage."""
        flow, code, unit = self.flow, self.line.shape.code, self.line.shape.unit
        known = today + flow.late[flow.rng.getrandbits(12)]
        batch, day, when, key = flow.firm[known], flow.iso[today], flow.iso[known], flow.key()
        subject = flow.name(f"practice {code}", number, name, unit, place, today)
        shown = flow.rng.random() < EVIDENCED
        batch.rows.append(Moved(
            self.cell, "explained", key, subject, 1, 1, "", self.stage, None, place, day, day, when, shown,
        ))  # fmt: skip
        batch.told.append(
            Told(key, self.cell, place, day, day, when, self.stage, 1, Draws.ADDS, subject, shown)
        )
        flow.results[code, self.line.year] += 1


class _Once(_Names):
    """A line in which each place counts once in a year, by name or not."""

    def __init__(self, flow: Flow, line: LineYear) -> None:
        super().__init__(flow, line)
        self.left = list(flow.country.numbers[line.shape.at])
        flow.rng.shuffle(self.left)

    def entries(self, today: int, number: int) -> None:
        """So many places that reach the stage on a day."""
        flow, names = self.flow, self.flow.country.names
        for _ in range(number):
            place = self.left.pop()
            if self.naming.next():
                self.by_name(today, place, place, names[place])
                continue
            known = today + flow.late[flow.rng.getrandbits(12)]
            day, when = flow.iso[today], flow.iso[known]
            flow.due[known].append(Moved(
                self.cell, "said", flow.key(), None, 1, 1, "", self.stage, None, place, day, day, when,
            ))  # fmt: skip
            flow.results[self.line.shape.code, self.line.year] += 1


class _Every:
    """Says yes so many times out of so many, evenly."""

    def __init__(self, wanted: int, whole: int) -> None:
        self.wanted, self.whole, self.sum = min(wanted, whole), whole, 0

    def next(self) -> bool:
        """Whether this one is wanted."""
        self.sum += self.wanted
        if self.sum < self.whole or not self.whole:
            return False
        self.sum -= self.whole
        return True
