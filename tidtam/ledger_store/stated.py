"""What the writer is given: statements with their pathway and cycle, and what is taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from tidtam.ledger.days import LONG_AGO
from tidtam.ledger.fiscal import FiscalYear
from tidtam.ledger.fold import Conflict
from tidtam.ledger.movement import Movement
from tidtam.ledger.pathway import Pathway
from tidtam.ledger.statements import Count, Draws, Happening, Standing, Statement
from tidtam.ledger_store import problems as kinds
from tidtam.problems import Both, Problem, Where


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement of a claim, for one pathway and cycle ("2562" for a fiscal year, "" for ever).

    `unit` is what the claim counted in; `evidenced` whether it came with evidence from the field.
    """

    pathway: str
    cycle: str
    unit: str
    statement: Statement
    evidenced: bool = False


@dataclass(frozen=True, slots=True)
class Reversal:
    """Takes the statement `key` back, as known on `known_on`; with `again` what was taken back holds again.

    What is taken back already (or, with `again`, holds already) is passed over, so that two people who
    do the same thing do it once. `with_dependents` also takes back what cannot stand without it.
    """

    key: str
    known_on: date
    reason: str
    with_dependents: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """What is let in together or not at all. `key` makes a repeat do nothing."""

    key: str
    statements: Sequence[Stated] = ()
    reversals: Sequence[Reversal] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Posted:
    """What a batch put into the book; positions are 0 where it put in nothing new."""

    first_position: int = 0
    last_position: int = 0
    movements: Sequence[Movement] = field(default_factory=list)
    repeated: bool = False


def opening_of(cycle: str) -> date:
    """First day of a cycle: the fiscal year's, else unknown."""
    return FiscalYear(int(cycle)).start if cycle.isdigit() else LONG_AGO


def is_plain_lot(said: Statement, pathway: Pathway) -> bool:
    """A lot that only adds: its entry says all of it. A lot that leaves by an exit does not add."""
    return (
        isinstance(said, Happening)
        and said.subject is None
        and said.draws is Draws.ADDS
        and said.stage in pathway.rank
    )


def is_plain_name(said: Statement) -> bool:
    """A named subject that draws from no lot: only its own path explains it."""
    return isinstance(said, Happening) and said.subject is not None and said.draws is not Draws.LOT


def faults(stated: Stated, pathway: Pathway | None) -> list[Problem]:
    """Everything that is wrong with a statement by itself."""
    said = stated.statement
    where = Where(field=said.key)
    if pathway is None:
        return [kinds.UNKNOWN_PATHWAY.at(where, pathway=stated.pathway)]
    found = []
    if stated.unit != pathway.unit:
        found.append(kinds.OTHER_UNIT.at(where, unit=stated.unit, expected=pathway.unit))
    if said.told_on < said.day.last:
        found.append(kinds.TOLD_BEFORE_DAY.at(where, told_on=said.told_on, day=said.day.last))
    if isinstance(said, Standing):
        return found + _standing_faults(said, pathway, where)
    return found + _happening_faults(said, pathway, where)


def _standing_faults(said: Standing, pathway: Pathway, where: Where) -> list[Problem]:
    stages = [count.stage for count in said.counts]
    exits = {said.exit_to} - {None} - pathway.exit_codes
    found = [_unknown(pathway, s, where) for s in (*stages, *exits) if s not in pathway.rank]
    found += [kinds.BAD_NUMBER.at(where, number=c.number) for c in said.counts if c.number < 0]
    if not stages or len(set(stages)) < len(stages):
        found.append(kinds.NO_COUNTS.at(where))
    return found or _crossing_counts(said.counts, pathway, where)


def _crossing_counts(counts: Sequence[Count], pathway: Pathway, where: Where) -> list[Problem]:
    found = []
    ordered = sorted(counts, key=lambda count: pathway.rank[count.stage])
    for earlier, later in pairwise(ordered):
        if later.number > earlier.number and not earlier.at_least:
            values: Mapping[str, object] = {
                "later": later.stage, "more": later.number, "earlier": earlier.stage, "fewer": earlier.number,
            }  # fmt: skip
            found.append(kinds.COUNTS_CROSS.at(where, **values))
    return found


def _happening_faults(said: Happening, pathway: Pathway, where: Where) -> list[Problem]:
    known = set(pathway.rank) | pathway.exit_codes
    found = [_unknown(pathway, said.stage, where)] if said.stage not in known else []
    if said.lot_stage is not None and said.lot_stage not in pathway.rank:
        found.append(_unknown(pathway, said.lot_stage, where))
    if said.number < 1 or (said.subject is not None and said.number != 1):
        found.append(kinds.BAD_NUMBER.at(where, number=said.number))
    return found


def _unknown(pathway: Pathway, stage: str | None, where: Where) -> Problem:
    stages = ", ".join([*pathway.rank, *sorted(pathway.exit_codes)])
    return kinds.UNKNOWN_STAGE.at(where, pathway=pathway.code, stage=stage, stages=stages)


def twice_in_batch(batch: Batch) -> list[Problem]:
    """Keys under which a batch says two different things, or which it takes back twice."""
    first: dict[str, Stated] = {}
    said_twice = {s.statement.key for s in batch.statements if first.setdefault(s.statement.key, s) != s}
    backs = Counter(reversal.key for reversal in batch.reversals)
    keys = said_twice | {key for key, times in backs.items() if times > 1}
    return [kinds.KEY_TWICE.at(Where(field=key), key=key) for key in sorted(keys)]


def conflict_problem(conflict: Conflict, pathway: Pathway) -> Problem:
    """A conflict of the fold in words."""
    stage = pathway.stage(conflict.stage)
    return kinds.CONTRADICTIONS[conflict.kind].at(
        Where(field=conflict.statement),
        stage=Both(stage.th, stage.en),
        there=conflict.there,
        said=conflict.said,
    )
