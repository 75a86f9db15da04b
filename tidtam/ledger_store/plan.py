"""What a batch means for each cell: what is news, what must be explained again, what is locked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.db.models import Count, Max, QuerySet

from tidtam.ledger.days import Days
from tidtam.ledger.fold import Conflict
from tidtam.ledger.knowledge import Known
from tidtam.ledger.movement import OUTSIDE, End, Movement
from tidtam.ledger.pathway import Pathway
from tidtam.ledger.statements import Draws, Happening, Standing
from tidtam.ledger_store import models
from tidtam.ledger_store import problems as kinds
from tidtam.ledger_store.explain import News, statement_of
from tidtam.ledger_store.rows import Row, row_from, row_of
from tidtam.ledger_store.stated import Reversal, Stated, is_plain_lot, is_plain_name, opening_of
from tidtam.problems import Problem, Where

CHUNK = 5000


@dataclass
class CellPlan:
    """The news of one cell and the rows that they bring."""

    cell: models.Cell
    pathway: Pathway
    statements: list[Stated] = field(default_factory=list)
    turns: dict[str, tuple[date, ...]] = field(default_factory=dict)
    taken_back: list[tuple[Row, date]] = field(default_factory=list)
    explains: bool = False  # holds or takes back something that the whole cell depends on
    rows: list[Row] = field(default_factory=list)
    subjects: dict[int, End] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    touched: dict[int, date] = field(default_factory=dict)  # the first day on which something is news
    lots: set[tuple[int | None, int | None]] = field(default_factory=set)  # place, container
    days: list[date] = field(default_factory=list)
    reversed_keys: set[str] = field(default_factory=set)

    def add(self, stated: Stated) -> None:
        said = stated.statement
        self.statements.append(stated)
        self.days.append(said.day.last)
        if is_plain_name(said):
            self._touch(said.subject, said.day.last)  # type: ignore[union-attr, arg-type]
        elif is_plain_lot(said, self.pathway):
            self.lots.add((said.place, said.container))
        else:
            self.explains = True

    def has_news(self) -> bool:
        """Whether there is anything to write; a reversal that somebody made already is none."""
        return bool(self.statements or self.turns or self.taken_back)

    def needs_all(self) -> bool:
        """Whether the whole cell must be explained again, alone: something depends on the news.

        That is what was said of the same day or later, and whoever is named out of a lot that changes:
        named before the lot's day, they are given back by the first lot that comes, whichever it is. What
        happens to somebody after they were named changes no lot.
        """
        if self.explains:
            return True
        said = models.Statement.objects.filter(cell=self.cell)
        drawn = said.filter(draws=Draws.LOT)
        return (
            said.filter(day_last__gte=min(self.days), subject=None).exists()
            or bool(self.touched and self._comes_before_naming(drawn))
            or bool(self.lots and self._are_drawn_from(drawn))
        )

    def _touch(self, subject: int, day: date) -> None:
        self.touched[subject] = min(day, self.touched.get(subject, day))

    def _comes_before_naming(self, drawn: QuerySet[models.Statement]) -> bool:
        """Whether any news of a subject is not later than its naming, or its naming was ever taken back."""
        namings = drawn.filter(subject__in=self.touched).annotate(turns=Count("withdrawals"))
        rows = namings.values_list("subject", "day_last", "turns")
        return any(turns or self.touched[subject or 0] <= day for subject, day, turns in rows)

    def _are_drawn_from(self, drawn: QuerySet[models.Statement]) -> bool:
        spots = set(drawn.values_list("lot_place", "lot_container").distinct())
        return not spots.isdisjoint(self.lots)

    def news(self) -> News:
        lots = [stated for stated in self.statements if is_plain_lot(stated.statement, self.pathway)]
        known = {
            stated.statement.key: Known(stated.statement, (stated.statement.told_on,))
            for stated in self.statements
            if not is_plain_lot(stated.statement, self.pathway)
        }
        inflows = [self._inflow(stated) for stated in lots]
        inflows += [row.reversal(known_on) for row, known_on in self.taken_back]
        evidenced = frozenset(s.statement.key for s in self.statements if s.evidenced)
        return News(known, self.turns, inflows, evidenced)

    def _inflow(self, stated: Stated) -> Row:
        said = stated.statement
        assert isinstance(said, Happening)
        return Row(
            self.cell.pk, models.Entry.Kind.SAID, said.key, None, said.number, 1, OUTSIDE,
            End(said.stage, said.place, said.container), False, said.day.first, said.day.last,
            said.told_on, False,
        )  # fmt: skip


def stood_row(cell: int, pathway: Pathway, said: Standing) -> Row:
    """The entry that moves nothing and says: here somebody told how it stands."""
    lowest = min((count.stage for count in said.counts), key=pathway.rank.__getitem__)
    moved = Movement(said.key, OUTSIDE, End(lowest, said.place, said.container), 0, said.day)
    return row_of(cell, moved, said.told_on, kind=models.Entry.Kind.STOOD, traced=False)


def already_in(keys: Sequence[str]) -> set[str]:
    """Which of these statements the book has."""
    found: set[str] = set()
    for start in range(0, len(keys), CHUNK):
        part = keys[start : start + CHUNK]
        found |= _among(part, f"SELECT key FROM {models.Statement._meta.db_table} WHERE key")
        said = f"SELECT statement FROM {models.Entry._meta.db_table} WHERE kind = 'said'"
        found |= _among(part, f"{said} AND reverses_id IS NULL AND statement")
    return found


def _among(keys: Sequence[str], sql: str) -> set[str]:
    """Which of these keys a query finds; thousands of them as one value are quicker than one by one."""
    postgres = connection.vendor == "postgresql"
    wanted = "= ANY(%s)" if postgres else "IN (SELECT value FROM json_each(%s))"
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} {wanted}", [list(keys) if postgres else json.dumps(list(keys))])
        return {key for (key,) in cursor.fetchall()}


def open_cells(wanted: Mapping[tuple[str, str], Pathway]) -> dict[tuple[str, str], models.Cell]:
    """The cells of these pathways and cycles, opened where they are new."""
    pathways = {code for code, _ in wanted}
    found = {(c.pathway, c.cycle): c for c in models.Cell.objects.filter(pathway__in=pathways)}
    missing = sorted(wanted.keys() - found.keys())
    if not missing:
        return found
    models.Cell.objects.bulk_create(
        [
            models.Cell(pathway=code, cycle=cycle, unit=wanted[code, cycle].unit, opens=opening_of(cycle))
            for code, cycle in missing
        ],
        ignore_conflicts=True,
    )
    return open_cells(wanted)


class Reversals:
    """Finds what is to be taken back and puts it into the plans of its cells."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.withdrawn: list[tuple[models.Statement, Reversal]] = []
        self.asked: list[Reversal] = []

    def add(self, plan: CellPlan, found: models.Statement | Row, reversal: Reversal) -> None:
        if _holds(found) == reversal.again:
            return  # somebody did it already
        self.asked.append(reversal)
        plan.reversed_keys.add(reversal.key)
        since = _last_turn(found)
        if reversal.known_on < since:
            where = Where(field=reversal.key)
            values = {"known_on": reversal.known_on, "since": since}
            self.problems.append(kinds.TAKEN_BACK_TOO_EARLY.at(where, **values))
        elif isinstance(found, Row):
            plan.taken_back.append((found, reversal.known_on))
            plan.days.append(found.last)
        else:
            self._take_back(plan, found, reversal)

    def resting_on(self, plan: CellPlan, conflicts: Sequence[Conflict]) -> list[Reversal]:
        """What else must be taken back, where a reversal in this cell asks for that."""
        asked = [r for r in self.asked if r.with_dependents and r.key in plan.reversed_keys]
        if not asked:
            return []
        taken = {statement.key for statement, _ in self.withdrawn}
        fresh = {stated.statement.key for stated in plan.statements}
        known_on = max(reversal.known_on for reversal in asked)
        resting = sorted({conflict.statement for conflict in conflicts} - taken - fresh)
        kept = models.Statement.objects.filter(key__in=resting).order_by("key")
        return [Reversal(one.key, max(known_on, _last_turn(one)), asked[0].reason) for one in kept]

    def _take_back(self, plan: CellPlan, found: models.Statement, reversal: Reversal) -> None:
        self.withdrawn.append((found, reversal))
        plan.turns[found.key] = (*plan.turns.get(found.key, ()), reversal.known_on)
        plan.days.append(found.day_last)
        said = statement_of(found)
        if isinstance(said, Standing):
            plan.rows.append(_last_of(found.key, models.Entry.Kind.STOOD).reversal(reversal.known_on))


def _holds(found: models.Statement | Row) -> bool:
    """Whether a statement holds now: it was not taken back, or holds again."""
    if isinstance(found, Row):
        return found.sign > 0
    return found.withdrawals.count() % 2 == 0


def _last_turn(found: models.Statement | Row) -> date:
    """The day on which it was told, taken back or told again last."""
    if isinstance(found, Row):
        return found.known_on
    last = found.withdrawals.aggregate(last=Max("known_on"))["last"]
    return last or found.told_on


def find_kept(key: str) -> models.Statement | Row | None:
    """The statement with this key, or the last row of the lot that was said under it."""
    statement = models.Statement.objects.filter(key=key).select_related("cell").first()
    if statement is not None:
        return statement
    said = models.Entry.objects.filter(kind=models.Entry.Kind.SAID, reverses=None, statement=key)
    return _last_of(key, models.Entry.Kind.SAID) if said.exists() else None


def _last_of(key: str, kind: str) -> Row:
    """The end of the chain of reversals: the one entry of this statement that nothing reverses."""
    entries = models.Entry.objects.filter(kind=kind, statement=key)
    return row_from(entries.get(reversed_by=None))


def inflow_movements(rows: Iterable[Row]) -> list[Movement]:
    """Rows as movements, for a preview."""
    return [
        Movement(row.statement, row.start, row.to, row.quantity, Days(row.first, row.last), row.subject)
        if row.sign > 0
        else Movement(row.statement, row.to, row.start, row.quantity, Days(row.first, row.last), row.subject)
        for row in rows
        if row.quantity
    ]
