"""The book as it is kept: cells, what was said, entries, and the small guards beside them.

`Entry`, `Statement`, `Withdrawal` and `Batch` only grow; the database refuses anything else.
`StageGuard`, `SubjectGuard` and `Head` are derived: they keep the rules while several people write
at once, are never read for a figure, and `tidtam check` compares them with a recount.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class Subject(models.Model):
    """The identity of whatever is counted by name: a household, a council, a centre, a project."""

    key = models.UUIDField(unique=True)
    kind = models.CharField(max_length=40)
    name = models.CharField(max_length=300)
    unit = models.CharField(max_length=20)
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.name


class Cell(models.Model):
    """One pathway in one cycle: what may be counted once, and what concurrent writers lock."""

    pathway = models.CharField(max_length=60)
    cycle = models.CharField(max_length=40, blank=True)
    unit = models.CharField(max_length=20)
    opens = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["pathway", "cycle"], name="ledger_cell_once"),)

    def __str__(self) -> str:
        return f"{self.pathway} {self.cycle}".strip()


class Batch(models.Model):
    """What one call of the writer put into the book; `key` makes a repeat do nothing."""

    key = models.CharField(max_length=200, unique=True)
    actor_id = models.BigIntegerField()
    actor_name = models.CharField(max_length=200)
    posted_at = models.DateTimeField(auto_now_add=True)
    first_position = models.BigIntegerField()
    last_position = models.BigIntegerField()
    reason = models.TextField(blank=True)


class Statement(models.Model):
    """What was said and must be explained again when something earlier becomes known.

    Standings, lots drawn from other lots, and named subjects are kept here; a lot that only adds is
    its own entry. `position` is the head of the book when it was let in.
    """

    class Kind(models.TextChoices):
        STANDS = "stands"
        HAPPENED = "happened"

    key = models.CharField(max_length=40, unique=True)
    cell = models.ForeignKey(Cell, models.PROTECT, related_name="statements")
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="+")
    position = models.BigIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    container = models.ForeignKey(Subject, models.PROTECT, null=True, related_name="+")
    day_first = models.DateField()
    day_last = models.DateField()
    told_on = models.DateField()
    tree = models.CharField(max_length=20, blank=True)
    counts = models.JSONField(default=list)
    exit_to = models.CharField(max_length=40, blank=True)
    stage = models.CharField(max_length=40, blank=True)
    number = models.BigIntegerField(default=0)
    draws = models.CharField(max_length=10, blank=True)
    lot_place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    lot_container = models.ForeignKey(Subject, models.PROTECT, null=True, related_name="+")
    lot_stage = models.CharField(max_length=40, blank=True)
    subject = models.ForeignKey(Subject, models.PROTECT, null=True, related_name="+")
    stands = models.BooleanField(default=False)
    evidenced = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=["cell", "day_last"], name="ledger_statement_cell_day"),
            models.Index(fields=["cell", "subject"], name="ledger_statement_subject"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(day_first__lte=F("day_last")), name="ledger_statement_days_in_order"
            ),
        )


class Withdrawal(models.Model):
    """A statement taken back on `known_on`; taken back once more, it holds again."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="withdrawals")
    turn = models.PositiveIntegerField()
    known_on = models.DateField()
    reason = models.TextField()
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="+")
    position = models.BigIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["statement", "turn"], name="ledger_withdrawal_once"),)


class Entry(models.Model):
    """A movement in the book. `quantity` counts `sign` times; a reversal has the sign turned.

    `start_stage`/`to_stage` are stages, spans of stages ("ready..completed"), exits, or empty for the
    outside. `statement` is the key of the claim. `day_last` is the day it counts from.
    """

    class Kind(models.TextChoices):
        SAID = "said"  # a lot that came in, as it was said
        EXPLAINED = "explained"  # the fewest movements that explain what was said
        STOOD = "stood"  # moves nothing: somebody said how it stands (it may stand at nought)

    position = models.BigIntegerField(primary_key=True)
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="entries", db_index=False)
    cell = models.ForeignKey(Cell, models.PROTECT, related_name="entries", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind)
    statement = models.CharField(max_length=40)
    subject = models.ForeignKey(Subject, models.PROTECT, null=True, related_name="+", db_index=False)
    quantity = models.BigIntegerField()
    sign = models.SmallIntegerField()
    start_stage = models.CharField(max_length=80, blank=True)
    to_stage = models.CharField(max_length=80, blank=True)
    start_place = models.ForeignKey(
        "places.Place", models.PROTECT, null=True, related_name="+", db_index=False
    )
    to_place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+", db_index=False)
    start_container = models.ForeignKey(Subject, models.PROTECT, null=True, related_name="+", db_index=False)
    to_container = models.ForeignKey(Subject, models.PROTECT, null=True, related_name="+", db_index=False)
    from_lot = models.BooleanField(default=False)
    day_first = models.DateField()
    day_last = models.DateField()
    known_on = models.DateField()
    traced = models.BooleanField(default=False)
    reverses = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="reversed_by", db_index=False
    )

    class Meta:
        indexes = (
            models.Index(fields=["cell", "day_last"], name="ledger_entry_cell_day"),
            models.Index(fields=["to_place", "cell"], name="ledger_entry_to_place"),
            # Few days are not known exactly; those that straddle the end of a span are found here.
            models.Index(
                fields=["cell", "day_last"],
                condition=Q(day_first__lt=F("day_last")),
                name="ledger_entry_vague",
            ),
            # Most entries come from nothing and have no name: what few have is kept out of the way.
            models.Index(
                fields=["start_place", "cell"],
                condition=Q(start_place__isnull=False),
                name="ledger_entry_start_place",
            ),
            models.Index(
                fields=["subject", "cell"], condition=Q(subject__isnull=False), name="ledger_entry_subject"
            ),
            # What moved in a project or out of it: most entries have no container.
            models.Index(
                fields=["to_container", "cell"],
                condition=Q(to_container__isnull=False),
                name="ledger_entry_to_container",
            ),
            models.Index(
                fields=["start_container", "cell"],
                condition=Q(start_container__isnull=False),
                name="ledger_entry_from_container",
            ),
        )
        constraints = (
            models.CheckConstraint(condition=Q(sign__in=(1, -1)), name="ledger_entry_sign"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0) | Q(quantity=0, kind="stood"),
                name="ledger_entry_moves_something",
            ),
            models.CheckConstraint(
                condition=Q(day_first__lte=F("day_last")), name="ledger_entry_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(subject=None) | Q(quantity=1), name="ledger_entry_one_subject"
            ),
            models.UniqueConstraint(
                fields=["reverses"], condition=Q(reverses__isnull=False), name="ledger_entry_reversed_once"
            ),
            models.UniqueConstraint(
                fields=["statement"],
                condition=Q(kind="said", reverses=None),
                name="ledger_entry_said_once",
            ),
        )


class StageGuard(models.Model):
    """How many unnamed subjects a stage holds at a place now; the database keeps it from falling below 0."""

    cell = models.ForeignKey(Cell, models.PROTECT, related_name="+")
    stage = models.CharField(max_length=80)
    place_id = models.BigIntegerField()
    container_id = models.BigIntegerField(default=0)
    held = models.BigIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["cell", "stage", "place_id", "container_id"], name="ledger_stage_guard_once"
            ),
            models.CheckConstraint(condition=Q(held__gte=0), name="ledger_stage_never_below_zero"),
        )


class SubjectGuard(models.Model):
    """Where a named subject stands now: at one stage at most, in one cell."""

    cell = models.ForeignKey(Cell, models.PROTECT, related_name="+")
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+")
    stage = models.CharField(max_length=80)
    place_id = models.BigIntegerField()
    container_id = models.BigIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["cell", "subject"], name="ledger_subject_once"),)


class Head(models.Model):
    """The last position in the book; one row, locked while positions are given out."""

    position = models.BigIntegerField(default=0)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="ledger_one_head"),)
