"""The bulk entrance for a practice database: millions of ready entries, all or nothing, by the book's rules.

It explains nothing: whoever fills gives movements that follow from what is said as `post` would find them.
Positions, guards and the head of the book are kept here; `tidtam check` proves the rest. Every other
database refuses it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max, Q

from tidtam.audit.actions import record
from tidtam.ledger.pathway import NOTHING, Pathway
from tidtam.ledger.statements import Draws
from tidtam.ledger_store import problems as kinds
from tidtam.ledger_store.guards import keep_stages
from tidtam.ledger_store.models import Batch, Cell, Entry, Head, Statement, Subject, SubjectGuard
from tidtam.ledger_store.pouring import Pouring, Values
from tidtam.ledger_store.rows import put
from tidtam.ledger_store.set_aside import set_aside
from tidtam.people.models import User
from tidtam.problems import Refused, Where
from tidtam.programmes import queries as programmes

MANY = 50_000
"""From so many entries on, indexes are laid aside and built anew at the end."""

_allowed: list[Callable[[], bool]] = []


def allow_where(is_practice: Callable[[], bool]) -> None:
    """Says how it is known that a database is for practice; told once, when the application starts."""
    _allowed[:] = [is_practice]


class Moved(NamedTuple):
    """An entry that is ready: days as ISO text, stages empty for the outside, `reverses` a position."""

    cell: int
    kind: str
    statement: str
    subject: int | None
    quantity: int
    sign: int
    start_stage: str
    to_stage: str
    start_place: int | None
    to_place: int | None
    first: str
    last: str
    known_on: str
    traced: bool = False
    reverses: int | None = None


class Told(NamedTuple):
    """A statement under entries: of a named subject, or of a lot that goes on from an earlier stage."""

    key: str
    cell: int
    place: int
    first: str
    last: str
    told_on: str
    stage: str
    number: int
    draws: Draws
    subject: int | None
    evidenced: bool


class Named(NamedTuple):
    """A subject that is to be kept under a number that nobody has yet."""

    number: int
    key: str
    kind: str
    name: str
    unit: str
    place: int | None


@dataclass(frozen=True, slots=True)
class Filled:
    """What came in: entries, statements, and the last position of the book."""

    entries: int
    statements: int
    last_position: int


def next_subject() -> int:
    """The first number that no subject has yet."""
    return _last_number(Subject) + 1


@contextmanager
def filling(*, actor: User, expected: int) -> Iterator[Filling]:
    """Opens the book for ready entries, about `expected` of them, and closes it with everything in order.

    Only in a practice database, inside a transaction, and for cells that are open already. Refused where a
    cell holds what must be explained (a standing, a naming out of a lot); any error takes all of it back.
    """
    if not (_allowed and _allowed[0]()):
        raise Refused([kinds.ONLY_FOR_PRACTICE.at()])
    if not connection.in_atomic_block:
        raise RuntimeError("filling a book needs a transaction around it")
    Head.objects.get_or_create(pk=1)
    Head.objects.select_for_update().get(pk=1)
    with ExitStack() as stack:
        if expected >= MANY:
            stack.enter_context(set_aside([m._meta.db_table for m in (Entry, Statement, Subject)]))
        book = Filling(actor, stack.enter_context(Pouring()))
        yield book
        book.close()


class Filling:
    """The open book: batches come in one after the other, each with the next positions."""

    def __init__(self, actor: User, pouring: Pouring) -> None:
        self.actor = actor
        self.head = self.first = Head.objects.get(pk=1).position
        self.pathways: Mapping[int, Pathway] = _pathways()
        self.exits = {number: pathway.exit_codes for number, pathway in self.pathways.items()}
        self.held: Counter[tuple[int, str, int, int]] = Counter()
        self.subjects: dict[tuple[int, int], tuple[str, int]] = {}
        self.statements = 0
        self.batch = _last_number(Batch)
        self.pouring = pouring

    @property
    def next_position(self) -> int:
        """The position of the first entry of the next batch."""
        return self.head + 1

    def name(self, subjects: Iterable[Named]) -> None:
        """Keeps subjects under the numbers that they bring."""
        columns = ("id", "key", "kind", "name", "unit", "place_id")
        self.pouring.beside(Subject._meta.db_table, columns, [_subject(one) for one in subjects])

    def add(self, key: str, posted_at: datetime, rows: Sequence[Moved], told: Sequence[Told] = ()) -> None:
        """Puts one batch into the book: its entries in this order, and the statements under them."""
        if not rows:
            return
        self._count(rows)
        self.batch += 1
        first, self.head = self.next_position, self.head + len(rows)
        when = posted_at.astimezone(UTC).replace(tzinfo=None).isoformat(" ")
        batch = (self.batch, key, self.actor.pk, str(self.actor), when, first, self.head, "")
        self.pouring.beside(Batch._meta.db_table, _BATCH, [batch])
        self.pouring.entries([
            (position, self.batch, cell, kind, statement, subject, quantity, sign, start, to, start_place,
             to_place, None, None, False, day_first, day_last, known_on, traced, reverses)
            for position, (cell, kind, statement, subject, quantity, sign, start, to, start_place, to_place,
                           day_first, day_last, known_on, traced, reverses) in enumerate(rows, start=first)
        ])  # fmt: skip
        if told:
            self.statements += len(told)
            rest = (self.batch, self.head)
            self.pouring.beside(Statement._meta.db_table, _STATEMENT, [_statement(one, rest) for one in told])

    def close(self) -> Filled:
        """Writes what is left, the guards and the head; the numbers of the tables go on from here."""
        self.pouring.close()
        self._refuse_explained()
        keep_stages(self.held)
        guards = [(cell, subject, *at, 0) for (cell, subject), at in sorted(self.subjects.items())]
        put(SubjectGuard._meta.db_table, _SUBJECT_GUARD, guards)
        Head.objects.filter(pk=1).update(position=self.head)
        for sql in connection.ops.sequence_reset_sql(no_style(), [Batch, Statement, Subject]):
            with connection.cursor() as cursor:
                cursor.execute(sql)
        filled = Filled(self.head - self.first, self.statements, self.head)
        detail = {"first": self.first + 1, "last": self.head, "statements": self.statements}
        record(actor=self.actor, action="ledger.filled", what="practice", detail=detail)
        return filled

    def _count(self, rows: Sequence[Moved]) -> None:
        """Keeps the guards: no stage falls below nothing, and nobody named stands at two stages."""
        held, exits = self.held, self.exits
        fallen = set()
        for row in rows:
            cell, start, to = row.cell, row.start_stage, row.to_stage
            if row.subject is not None:
                self._goes_on(row, row.subject)
                continue
            amount = row.sign * row.quantity
            if start:
                spot = (cell, start, row.start_place or 0, 0)
                held[spot] -= amount
                fallen.add(spot)
            if to not in exits[cell]:
                spot = (cell, to, row.to_place or 0, 0)
                held[spot] += amount
                if amount < 0:
                    fallen.add(spot)
        below = [spot for spot in fallen if held[spot] < 0]
        if below:
            cell, stage, place, _ = below[0]
            values = {"stage": stage, "place": place, "number": held[below[0]]}
            raise Refused([kinds.BELOW_NOTHING.at(Where(field=str(cell)), **values)])

    def _goes_on(self, row: Moved, subject: int) -> None:
        there = self.subjects.get((row.cell, subject), (NOTHING, 0))
        if row.sign < 0 or there != (row.start_stage, row.start_place or 0):
            raise Refused([kinds.COUNTED_TWICE.at(Where(field=str(row.cell)), subject=subject)])
        self.subjects[row.cell, subject] = (row.to_stage, row.to_place or 0)

    def _refuse_explained(self) -> None:
        """Standings and namings reach over the whole cell: what came in beside them was not explained."""
        cells = {cell for cell, *_ in self.held} | {cell for cell, _ in self.subjects}
        reaching = Statement.objects.filter(Q(kind=Statement.Kind.STANDS) | Q(draws=Draws.LOT))
        found = reaching.filter(cell__in=cells).select_related("cell").first()
        if found is not None:
            raise Refused([kinds.MUST_BE_EXPLAINED.at(Where(field=str(found.cell)))])


_BATCH = (
    "id", "key", "actor_id", "actor_name", "posted_at", "first_position", "last_position", "reason",
)  # fmt: skip
_STATEMENT = (
    "key", "cell_id", "batch_id", "position", "kind", "place_id", "day_first", "day_last", "told_on", "tree",
    "counts", "exit_to", "stage", "number", "draws", "lot_stage", "subject_id", "stands", "evidenced",
)  # fmt: skip
_SUBJECT_GUARD = ("cell_id", "subject_id", "stage", "place_id", "container_id")


def _statement(one: Told, rest: tuple[int, int]) -> Values:
    return (
        one.key, one.cell, *rest, "happened", one.place, one.first, one.last, one.told_on, "", "[]", "",
        one.stage, one.number, str(one.draws), "", one.subject, False, one.evidenced,
    )  # fmt: skip


def _subject(one: Named) -> Values:
    key = one.key if connection.vendor == "postgresql" else one.key.replace("-", "")
    return (one.number, key, one.kind, one.name, one.unit, one.place)


def _pathways() -> dict[int, Pathway]:
    known = programmes.pathways()
    return {cell.pk: known[cell.pathway] for cell in Cell.objects.all() if cell.pathway in known}


def _last_number(table: type[models.Model]) -> int:
    return table._default_manager.aggregate(last=Max("pk"))["last"] or 0
