"""The tables of review: papers, what they say (claims), and who let it in."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from tidtam.review.words import ClaimKind, ClaimState, DrawsFrom, IfItFalls


class SourcePaper(models.Model):
    """A published paper: what it says was known on the day on which it was published."""

    key = models.UUIDField(unique=True, editable=False)
    title = models.TextField()
    url = models.TextField(blank=True)
    published = models.DateField()
    publisher = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["published", "id"]

    def __str__(self) -> str:
        return f"{self.title} ({self.published:%Y-%m-%d})"


class Claim(models.Model):
    """What somebody says: what happened, or how it stands; official only once it is accepted."""

    key = models.UUIDField(unique=True, editable=False)
    kind = models.CharField(max_length=16, choices=ClaimKind.choices)
    state = models.CharField(max_length=16, choices=ClaimState.choices, db_index=True)
    indicator = models.CharField(max_length=40)
    pathway = models.CharField(max_length=60)
    unit = models.CharField(max_length=40)
    cycle = models.CharField(max_length=40, blank=True)
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    tree = models.CharField(max_length=40)
    subject_name = models.TextField(blank=True)
    subject = models.ForeignKey(
        "ledger_store.Subject", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    first_day = models.DateField()
    last_day = models.DateField()
    told_on = models.DateField()
    paper = models.ForeignKey(SourcePaper, on_delete=models.PROTECT, related_name="claims")
    draws = models.CharField(max_length=16, choices=DrawsFrom.choices, blank=True)
    lot_place = models.ForeignKey(
        "places.Place", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    if_it_falls = models.CharField(max_length=16, choices=IfItFalls.choices, default=IfItFalls.ASK)
    exit_to = models.CharField(max_length=60, blank=True)
    corrected_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="corrects", null=True, blank=True
    )
    note = models.TextField(blank=True)
    file = models.TextField(blank=True)
    sheet = models.TextField(blank=True)
    rows = models.JSONField(default=list)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["pathway", "cycle", "state"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="claim_days_in_order", condition=models.Q(first_day__lte=models.F("last_day"))
            ),
            models.CheckConstraint(name="claim_known_state", condition=models.Q(state__in=ClaimState.values)),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.kind} {self.last_day:%Y-%m-%d}"


class ClaimCount(models.Model):
    """One number of a claim: so many at or beyond a stage, or (for what happened) so many that reached it."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="counts")
    stage = models.CharField(max_length=60)
    number = models.BigIntegerField()
    at_least = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["claim", "stage"], name="claim_one_count_per_stage"),
            models.CheckConstraint(name="claim_count_not_negative", condition=models.Q(number__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.number}"


class Acceptance(models.Model):
    """One rung of a ladder that a claim has climbed: who let it in, when, and where the book then ended."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="acceptances")
    ladder = models.CharField(max_length=40)
    rung = models.CharField(max_length=40)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    position = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["claim", "ladder", "rung"], name="acceptance_each_rung_once")
        ]

    def __str__(self) -> str:
        return f"{self.ladder}/{self.rung}"
