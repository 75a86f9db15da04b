"""The only writer of the book: one batch, one transaction, everything kept or nothing.

In one fixed order: lock the cells and named subjects, explain again what the news touches, keep the
guards, take the positions last. What is in the book already is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from django.db import IntegrityError, OperationalError, transaction

from tidtam.audit.actions import record
from tidtam.ledger.movement import OUTSIDE, End
from tidtam.ledger.pathway import Pathway
from tidtam.ledger.statements import Happening, Standing
from tidtam.ledger_store import models
from tidtam.ledger_store import problems as kinds
from tidtam.ledger_store.explain import Explained, explain
from tidtam.ledger_store.guards import keep_stages, keep_subjects, stage_changes
from tidtam.ledger_store.locks import MANY_SUBJECTS, lock_cells, lock_subjects
from tidtam.ledger_store.plan import (
    CellPlan,
    Reversals,
    already_in,
    find_kept,
    inflow_movements,
    open_cells,
    stood_row,
)
from tidtam.ledger_store.rows import Row, insert, put_models
from tidtam.ledger_store.scopes import PlaceScopes
from tidtam.ledger_store.stated import (
    Batch,
    Posted,
    Reversal,
    Stated,
    conflict_problem,
    faults,
    is_plain_lot,
    twice_in_batch,
)
from tidtam.people.models import User
from tidtam.problems import Refused, Where
from tidtam.programmes import queries as programmes

__all__ = ["Batch", "Posted", "Reversal", "Stated", "post"]


ATTEMPTS = 4
"""How often a batch is tried when others let the same thing in, or lock the same rows, meanwhile."""


class _NeedsTheCellAlone(Exception):
    """Something later depends on the news: begin again with the cells locked for nobody else."""


def post(*, actor: User, batch: Batch, dry_run: bool = False) -> Posted:
    """Let a batch into the book: everything in it, or nothing.

    Statements that are in the book already are passed over; a batch with a key that was posted before
    does nothing and says `repeated`. With `dry_run` all is computed and checked, and nothing kept.

    Raises Refused with every problem found; `where.field` is the key of the statement.
    """
    twice = twice_in_batch(batch)
    if twice:
        raise Refused(twice)
    alone = False
    for left in reversed(range(ATTEMPTS)):
        try:
            return _post(actor, batch, dry_run, alone=alone)
        except _NeedsTheCellAlone:
            alone = True
        except (IntegrityError, OperationalError) as error:
            if not left or not _may_pass(error):
                raise
    return _post(actor, batch, dry_run, alone=True)


def _may_pass(error: Exception) -> bool:
    """Others let the same thing in meanwhile (next time it is found there), or two waited for each other."""
    unique, deadlock = "23505", "40P01"
    state = getattr(error.__cause__, "sqlstate", None)
    return state in (unique, deadlock) or "UNIQUE constraint failed" in str(error)


def _post(actor: User, batch: Batch, dry_run: bool, *, alone: bool) -> Posted:
    with transaction.atomic():
        before = models.Batch.objects.filter(key=batch.key).first()
        if before is not None:
            return Posted(before.first_position, before.last_position, repeated=True)
        posted = _Writer(actor, batch, alone).write()
        if dry_run:
            transaction.set_rollback(True)
    return posted


class _Writer:
    def __init__(self, actor: User, batch: Batch, alone: bool) -> None:
        self.actor = actor
        self.batch = batch
        self.alone = alone
        self.plans: dict[int, CellPlan] = {}
        self.reversals = Reversals()
        self.scopes = PlaceScopes()

    def write(self) -> Posted:
        fresh = self._fresh()
        self._plan(fresh)
        if not self.plans:
            return Posted(repeated=True)
        self._lock()
        for reversal in self.batch.reversals:
            self._take_back(reversal)
        for plan in self.plans.values():
            if plan.has_news():
                self._explain(plan)
        self._refuse_conflicts()
        return self._keep(fresh)

    # Planning

    def _fresh(self) -> list[Stated]:
        once = {stated.statement.key: stated for stated in self.batch.statements}
        there = already_in(list(once))
        return [stated for key, stated in once.items() if key not in there]

    def _plan(self, fresh: Sequence[Stated]) -> None:
        pathways = programmes.pathways()
        found = chain.from_iterable(faults(stated, pathways.get(stated.pathway)) for stated in fresh)
        problems = list(found)
        if problems:
            raise Refused(problems)
        wanted = {(s.pathway, s.cycle): pathways[s.pathway] for s in fresh}
        cells = open_cells(wanted) if wanted else {}
        for stated in fresh:
            key = (stated.pathway, stated.cycle)
            self._plan_of(cells[key], pathways[stated.pathway]).add(stated)
        for reversal in self.batch.reversals:
            self._plan_reversal(reversal)
        self._refuse_reversals()

    def _plan_of(self, cell: models.Cell, pathway: Pathway) -> CellPlan:
        return self.plans.setdefault(cell.pk, CellPlan(cell, pathway))

    def _plan_reversal(self, reversal: Reversal) -> None:
        """A reversal needs its cell alone; what it finds there is looked at once the cell is locked."""
        found = find_kept(reversal.key)
        if found is None:
            problem = kinds.NOT_IN_BOOK.at(Where(field=reversal.key), key=reversal.key)
            self.reversals.problems.append(problem)
            return
        number = found.cell if isinstance(found, Row) else found.cell_id
        cell = models.Cell.objects.get(pk=number)
        self._plan_of(cell, programmes.pathway(cell.pathway)).explains = True

    def _take_back(self, reversal: Reversal) -> None:
        found = find_kept(reversal.key)
        if found is not None:
            number = found.cell if isinstance(found, Row) else found.cell_id
            self.reversals.add(self.plans[number], found, reversal)
        self._refuse_reversals()

    def _refuse_reversals(self) -> None:
        if self.reversals.problems:
            raise Refused(self.reversals.problems)

    def _lock(self) -> None:
        alone = {number: self.alone or self._wants_alone(p) for number, p in self.plans.items()}
        lock_cells(alone.items())
        for number, plan in self.plans.items():
            if not alone[number] and plan.needs_all():
                raise _NeedsTheCellAlone
        lock_subjects(
            (number, subject)
            for number, plan in self.plans.items()
            if not alone[number]
            for subject in plan.touched
        )

    def _wants_alone(self, plan: CellPlan) -> bool:
        return len(plan.touched) > MANY_SUBJECTS or plan.needs_all()

    # Explaining

    def _explain(self, plan: CellPlan) -> None:
        news = plan.news()
        plan.rows += news.inflows
        if plan.needs_all():
            found = self._explain_all(plan)
        elif plan.touched:
            found = explain(plan.cell, plan.pathway, news, self.scopes, frozenset(plan.touched))
        else:
            return
        plan.conflicts = found.conflicts
        plan.rows += found.rows
        plan.rows += (
            stood_row(plan.cell.pk, plan.pathway, said)
            for said in (stated.statement for stated in plan.statements)
            if isinstance(said, Standing)
        )
        plan.subjects = found.subjects

    def _explain_all(self, plan: CellPlan) -> Explained:
        """Explain the cell; where asked, take back what cannot stand without what was taken back."""
        while True:
            found = explain(plan.cell, plan.pathway, plan.news(), self.scopes, None)
            resting = self.reversals.resting_on(plan, found.conflicts)
            if not resting:
                return found
            for reversal in resting:
                self._take_back(reversal)

    def _refuse_conflicts(self) -> None:
        found = [
            conflict_problem(conflict, plan.pathway)
            for plan in self.plans.values()
            for conflict in plan.conflicts
        ]
        if found:
            raise Refused(found)

    # Keeping

    def _keep(self, fresh: Sequence[Stated]) -> Posted:
        rows = [row for plan in self.plans.values() for row in plan.rows]
        if not rows and not fresh and not self.reversals.withdrawn:
            return Posted(repeated=True)
        pathways = {number: plan.pathway for number, plan in self.plans.items()}
        keep_stages(stage_changes(rows, pathways))
        keep_subjects(self._subjects())
        models.Head.objects.get_or_create(pk=1)
        head = models.Head.objects.select_for_update().get(pk=1)
        first = head.position + 1
        for position, row in enumerate(rows, start=first):
            row.position = position
        last = first + len(rows) - 1
        batch = models.Batch.objects.create(
            key=self.batch.key, actor_id=self.actor.pk, actor_name=str(self.actor),
            first_position=first, last_position=last, reason=self.batch.reason,
        )  # fmt: skip
        models.Head.objects.filter(pk=1).update(position=last)
        insert(rows, batch.pk)
        self._keep_statements(fresh, batch, last)
        taken_back = {reversal.key: reversal.reason for reversal in self.reversals.asked}
        detail = {"batch": batch.key, "first": first, "last": last, "taken_back": taken_back}
        record(actor=self.actor, action="ledger.posted", what=f"batch:{batch.pk}", detail=detail)
        return Posted(first, last, inflow_movements(rows))

    def _subjects(self) -> Mapping[tuple[int, int], End]:
        return {
            (number, subject): end if end.stage not in plan.pathway.exit_codes else OUTSIDE
            for number, plan in self.plans.items()
            for subject, end in plan.subjects.items()
        }

    def _keep_statements(self, fresh: Iterable[Stated], batch: models.Batch, position: int) -> None:
        plans = {(p.cell.pathway, p.cell.cycle): p for p in self.plans.values()}
        kept = [
            _statement_row(stated, plan.cell.pk, batch, position)
            for stated in fresh
            for plan in (plans[stated.pathway, stated.cycle],)
            if not is_plain_lot(stated.statement, plan.pathway)
        ]
        put_models(kept)
        for statement, reversal in self.reversals.withdrawn:
            models.Withdrawal.objects.create(
                statement=statement, turn=statement.withdrawals.count() + 1, known_on=reversal.known_on,
                reason=reversal.reason, batch=batch, position=position,
            )  # fmt: skip


def _statement_row(stated: Stated, cell: int, batch: models.Batch, position: int) -> models.Statement:
    said = stated.statement
    row = models.Statement(
        key=said.key, cell_id=cell, batch=batch, position=position, place_id=said.place,
        container_id=said.container, day_first=said.day.first, day_last=said.day.last,
        told_on=said.told_on, evidenced=stated.evidenced,
    )  # fmt: skip
    if isinstance(said, Happening):
        row.kind = models.Statement.Kind.HAPPENED
        row.stage, row.number, row.draws = said.stage, said.number, said.draws
        row.lot_place_id, row.lot_container_id = said.lot_place, said.lot_container
        row.lot_stage = said.lot_stage or ""
        row.subject_id, row.stands = said.subject, said.stands
    else:
        row.kind = models.Statement.Kind.STANDS
        row.tree, row.exit_to = said.tree, said.exit_to or ""
        row.counts = [[count.stage, count.number, count.at_least] for count in said.counts]
    return row
