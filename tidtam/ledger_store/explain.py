"""Explaining a cell again: what was said is folded, and the book gets the difference."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F, QuerySet, Sum

from tidtam.ledger.days import Days
from tidtam.ledger.fold import Conflict, Inflow, Scopes
from tidtam.ledger.knowledge import Contributions, Known, KnownInflow, Unfolded, unfold
from tidtam.ledger.movement import OUTSIDE, End, Movement
from tidtam.ledger.pathway import Pathway
from tidtam.ledger.statements import Count, Draws, Happening, Standing
from tidtam.ledger_store import models
from tidtam.ledger_store.rows import Row, movement_key, row_from, row_of

_Key = tuple[str, int | None, int, End, End, bool, date, date]


@dataclass
class News:
    """What a batch changes in one cell."""

    statements: dict[str, Known]
    turns: dict[str, tuple[date, ...]]  # days on which kept statements were taken back (again)
    inflows: list[Row]
    evidenced: frozenset[str] = frozenset()

    @property
    def since(self) -> date:
        """The first day of knowing that anything changes on."""
        days = [known.turns[0] for known in self.statements.values()]
        days += [turn for turns in self.turns.values() for turn in turns]
        return min(days + [row.known_on for row in self.inflows])


@dataclass
class Explained:
    """The rows that bring the book up to what was said, and where the named subjects stand now."""

    rows: list[Row]
    subjects: dict[int, End]
    conflicts: list[Conflict]


def explain(
    cell: models.Cell, pathway: Pathway, news: News, scopes: Scopes, subjects: frozenset[int] | None
) -> Explained:
    """Fold the cell (or only the paths of some named subjects) with the news and compare.

    `subjects` None folds everything in the cell. Whoever of `subjects` was named out of a lot before the news
    stays so as it is in the book: their path goes on from there, and no lot is looked at.
    """
    kept = _kept(cell, subjects)
    namings = frozenset() if subjects is None else _namings(kept)
    known = [_as_if_added(one) if one.statement.key in namings else one for one in _with_news(kept, news)]
    inflows = [] if subjects is not None else _inflows(cell) + _new_inflows(news.inflows)
    found = unfold(pathway, known, scopes=scopes, opens=cell.opens, inflows=inflows, since=news.since)
    if found.conflicts:
        return Explained([], {}, found.conflicts)
    evidenced = news.evidenced | {key for key, (_, with_evidence) in kept.items() if with_evidence}
    wanted = Counter({key: n for key, n in found.contributions.items() if key[0].statement not in namings})
    book = _explained(cell, subjects).exclude(statement__in=namings)
    rows = _difference(cell, wanted, news.since, book, evidenced)
    return Explained(rows, _ends(found, known), [])


def _namings(kept: Mapping[str, tuple[Known, bool]]) -> frozenset[str]:
    """The statements by which these were named out of a lot."""
    said = ((key, known.statement) for key, (known, _) in kept.items())
    return frozenset(key for key, one in said if isinstance(one, Happening) and one.draws is Draws.LOT)


def _as_if_added(known: Known) -> Known:
    """A naming whose movement is in the book already: where it leads to is all that matters."""
    assert isinstance(known.statement, Happening)
    return replace(known, statement=replace(known.statement, draws=Draws.ADDS))


def _ends(found: Unfolded, known: Iterable[Known]) -> dict[int, End]:
    """Where each named subject stands at last; OUTSIDE for one that is not in any more."""
    ends = {
        one.statement.subject: OUTSIDE
        for one in known
        if isinstance(one.statement, Happening) and one.statement.subject is not None
    }
    ends |= {moved.subject: moved.to for moved in found.movements if moved.subject is not None}
    return ends


def rebuilt(cell: models.Cell, pathway: Pathway, scopes: Scopes) -> set[str]:
    """The statements whose movements differ from a fold of the whole cell from nothing."""
    known = [one for one, _ in _kept(cell, None).values()]
    if not known:
        return set()
    wrong: set[str] = set()
    wanted: Counter[tuple[_Key, date]] = Counter()
    for said, inflows in _by_themselves(known, _inflows(cell)):
        found = unfold(pathway, said, scopes=scopes, opens=cell.opens, inflows=inflows)
        wanted.update({(_key(m), known_on): times for (m, known_on), times in found.contributions.items()})
        wrong |= {conflict.statement for conflict in found.conflicts}
    wanted.subtract(_there(_explained(cell, None)))
    return wrong | {str(key[0]) for (key, _), times in wanted.items() if times}


def _by_themselves(
    known: Sequence[Known], inflows: Sequence[KnownInflow]
) -> Iterable[tuple[list[Known], list[KnownInflow]]]:
    """The parts of a cell that are folded each by itself, because nothing said of one moves another.

    Standings and lots that are named or placed elsewhere reach over the whole cell: then it is one part. Else
    whoever is named goes a way of their own, and a lot is fed by what its place and container hold.
    """
    if any(_reaches_over(one.statement) for one in known):
        return [(list(known), list(inflows))]
    parts: dict[int | tuple[int | None, int | None], tuple[list[Known], list[KnownInflow]]]
    parts = defaultdict(lambda: ([], []))
    for one in known:
        said = one.statement
        assert isinstance(said, Happening)
        parts[said.subject if said.subject is not None else (said.place, said.container)][0].append(one)
    for came in inflows:
        if (came.inflow.place, came.inflow.container) in parts:
            parts[came.inflow.place, came.inflow.container][1].append(came)
    return parts.values()


def _reaches_over(said: Standing | Happening) -> bool:
    return isinstance(said, Standing) or said.draws is Draws.LOT


# What is in the book


def _kept(cell: models.Cell, subjects: frozenset[int] | None) -> dict[str, tuple[Known, bool]]:
    """The statements of a cell with the days on which they were told and taken back."""
    said = models.Statement.objects.filter(cell=cell)
    backs = models.Withdrawal.objects.filter(statement__cell=cell).order_by("turn")
    if subjects is not None:
        said = said.filter(subject__in=subjects)
        backs = backs.filter(statement__subject__in=subjects)
    turns: dict[str, list[date]] = defaultdict(list)
    for key, known_on in backs.values_list("statement__key", "known_on"):
        turns[key].append(known_on)
    return {row.key: (known_of(row, turns[row.key]), row.evidenced) for row in said}


def known_of(row: models.Statement, turns: Sequence[date] = ()) -> Known:
    """A kept statement as the ledger reads it."""
    return Known(statement_of(row), (row.told_on, *turns))


def statement_of(row: models.Statement) -> Standing | Happening:
    day = Days(row.day_first, row.day_last)
    if row.kind == models.Statement.Kind.STANDS:
        counts = tuple(Count(stage, number, at_least) for stage, number, at_least in row.counts)
        return Standing(
            row.key, row.place_id, day, row.told_on, counts, row.tree, row.container_id, row.exit_to or None
        )  # fmt: skip
    return Happening(
        row.key, row.place_id, day, row.told_on, row.stage, row.number, Draws(row.draws), row.lot_place_id,
        row.lot_stage or None, row.subject_id, row.container_id, row.stands, row.lot_container_id,
    )  # fmt: skip


def _with_news(kept: Mapping[str, tuple[Known, bool]], news: News) -> list[Known]:
    known = {key: one for key, (one, _) in kept.items()} | news.statements
    for key, turns in news.turns.items():
        known[key] = Known(known[key].statement, known[key].turns + turns)
    return list(known.values())


def _inflows(cell: models.Cell) -> list[KnownInflow]:
    sums = (
        models.Entry.objects.filter(cell=cell, kind=models.Entry.Kind.SAID)
        .values_list("to_place", "to_container", "to_stage", "day_last", "known_on")
        .annotate(number=Sum(F("sign") * F("quantity")))
    )
    return [
        KnownInflow(Inflow(place, container, stage, number, day), known_on)
        for place, container, stage, day, known_on, number in sums
    ]


def _new_inflows(rows: Iterable[Row]) -> list[KnownInflow]:
    return [
        KnownInflow(
            Inflow(row.to.place, row.to.container, row.to.stage, row.sign * row.quantity, row.last),
            row.known_on,
        )
        for row in rows
    ]


# The difference


def _difference(
    cell: models.Cell,
    wanted: Contributions,
    since: date,
    book: QuerySet[models.Entry],
    evidenced: frozenset[str] | set[str],
) -> list[Row]:
    """The rows that bring `book`, the entries that explain what was folded, to what is wanted."""
    tips = _tips(book)
    rows: list[Row] = []
    missing = Counter({(_key(m), known_on): times for (m, known_on), times in wanted.items()})
    missing.subtract(_there(book.filter(known_on__gte=since)))
    for (key, known_on), times in missing.items():
        for _ in range(times):
            rows.append(_new(cell, _movement(key), known_on, evidenced))
            tips[key].append(rows[-1])
    for (key, known_on), times in missing.items():
        for _ in range(-times):
            rows.append(_tip(tips[key], known_on).reversal(known_on))
    return rows


def _there(entries: QuerySet[models.Entry]) -> Counter[tuple[_Key, date]]:
    """What the book has of each movement, net, by the day of knowing."""
    there: Counter[tuple[_Key, date]] = Counter()
    for row in map(row_from, entries.order_by("position")):
        there[movement_key(row), row.known_on] += row.sign
    return there


def _new(cell: models.Cell, movement: Movement, known_on: date, evidenced: frozenset[str] | set[str]) -> Row:
    traced = movement.subject is not None and movement.statement in evidenced
    return row_of(cell.pk, movement, known_on, kind=models.Entry.Kind.EXPLAINED, traced=traced)


def _explained(cell: models.Cell, subjects: frozenset[int] | None) -> QuerySet[models.Entry]:
    entries = models.Entry.objects.filter(cell=cell, kind=models.Entry.Kind.EXPLAINED)
    return entries if subjects is None else entries.filter(subject__in=subjects)


def _tips(book: QuerySet[models.Entry]) -> dict[_Key, list[Row]]:
    """Entries that hold now and may be reversed."""
    tips: dict[_Key, list[Row]] = defaultdict(list)
    holding = book.filter(sign=1, reversed_by=None).order_by("position")
    for row in map(row_from, holding):
        tips[movement_key(row)].append(row)
    return tips


def _tip(tips: list[Row], known_on: date) -> Row:
    """The entry to reverse: one that was known by then, if there is one."""
    known = [row for row in tips if row.known_on <= known_on]
    row = (known or tips)[-1]
    tips.remove(row)
    return row


def _key(movement: Movement) -> _Key:
    return (
        movement.statement, movement.subject, movement.number, movement.start, movement.to,
        movement.from_lot, movement.days.first, movement.days.last,
    )  # fmt: skip


def _movement(key: _Key) -> Movement:
    """The movement of a key; it may be one that the book took back and that holds again."""
    statement, subject, number, start, to, from_lot, first, last = key
    return Movement(statement, start, to, number, Days(first, last), subject, from_lot)
