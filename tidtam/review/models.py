"""The tables of review: papers, what they say (claims), and who let it in."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from tidtam.review.words import ClaimKind, ClaimState, DrawsFrom, IfItFalls, Moment

PUBLISHED_PAPER = "published_paper"


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


class Round(models.Model):
    """A stretch of the fiscal year about which everybody reports by a day."""

    code = models.CharField(max_length=20, unique=True, help_text="2562-Q2.")
    fiscal_year = models.PositiveSmallIntegerField(help_text="Buddhist Era.")
    name_th = models.TextField()
    name_en = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField()
    due_on = models.DateField(help_text="The last day on which a report is in time.")
    locked_at = models.DateTimeField(null=True, blank=True, help_text="From then on nothing is submitted.")
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering: ClassVar = ["last_day", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="round_days_in_order",
                condition=models.Q(first_day__lte=models.F("last_day"))
                & models.Q(last_day__lte=models.F("due_on")),
            )
        ]

    def __str__(self) -> str:
        return self.code


class Unlocking(models.Model):
    """Leave to report on a locked round after all, for a place and all in it, with the reason."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="unlockings")
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    until = models.DateField(help_text="The last day of the leave.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.round} {self.place}"


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
    container = models.ForeignKey(
        "ledger_store.Subject",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text="The project that it speaks of.",
    )
    first_day = models.DateField()
    last_day = models.DateField()
    told_on = models.DateField()
    paper = models.ForeignKey(
        SourcePaper, on_delete=models.PROTECT, related_name="claims", null=True, blank=True
    )
    ladder = models.CharField(max_length=40, default=PUBLISHED_PAPER)
    rung = models.CharField(max_length=40, blank=True, help_text="The rung at which it waits.")
    turn = models.PositiveSmallIntegerField(default=1, help_text="Goes up each time that it is sent back.")
    revision = models.PositiveIntegerField(default=1, help_text="Goes up with each change of what it says.")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="claims", null=True, blank=True)
    cell = models.CharField(
        max_length=120, null=True, blank=True, unique=True, help_text="Its square in the grid of its round."
    )
    draws = models.CharField(max_length=16, choices=DrawsFrom.choices, blank=True)
    lot_place = models.ForeignKey(
        "places.Place", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    lot_container = models.ForeignKey(
        "ledger_store.Subject", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    lot_stage = models.CharField(max_length=60, blank=True, help_text="The stage that it must come from.")
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
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    submitted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [
            models.Index(fields=["pathway", "cycle", "state"]),
            models.Index(fields=["place", "state", "rung"], name="claim_waiting_at_place"),
            models.Index(
                fields=["container", "state"],
                condition=models.Q(container__isnull=False),
                name="claim_of_container",
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="claim_paper_or_field",
                condition=models.Q(paper=None) ^ models.Q(ladder=PUBLISHED_PAPER),
            ),
            models.CheckConstraint(
                name="claim_days_in_order", condition=models.Q(first_day__lte=models.F("last_day"))
            ),
            models.CheckConstraint(name="claim_known_state", condition=models.Q(state__in=ClaimState.values)),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.kind} {self.last_day:%Y-%m-%d}"

    @property
    def source(self) -> str:
        """The paper that says so, or whoever does."""
        return self.paper.title if self.paper else str(self.made_by)


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


class ClaimSubject(models.Model):
    """One of those that a claim names: it reached a stage. `key` is the key of its statement in the book."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="subjects")
    key = models.UUIDField(unique=True, editable=False)
    subject = models.ForeignKey("ledger_store.Subject", on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=60)
    draws = models.CharField(max_length=16, choices=DrawsFrom.choices, default=DrawsFrom.ADDS)
    lot_stage = models.CharField(
        max_length=60, blank=True, help_text="Where it stood in the lot; that of the claim where it is empty."
    )
    first_day = models.DateField(null=True, blank=True, help_text="Those of the claim where it has none.")
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["claim", "subject"], name="claim_names_each_once"),
            models.CheckConstraint(
                name="named_days_in_order",
                condition=models.Q(first_day=None, last_day=None)
                | models.Q(first_day__lte=models.F("last_day")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_id} {self.stage}"


class Acceptance(models.Model):
    """One rung of a ladder that a claim has climbed: who let it in, when, and where the book then ended."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="acceptances")
    ladder = models.CharField(max_length=40)
    rung = models.CharField(max_length=40)
    turn = models.PositiveSmallIntegerField(default=1)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    position = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["claim", "ladder", "rung", "turn"], name="acceptance_each_rung_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.ladder}/{self.rung}"


class Question(models.Model):
    """What a reviewer asks about one claim; the claim is held until it is answered."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="questions")
    rung = models.CharField(max_length=40)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    text = models.TextField()
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["asked_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["claim"], condition=models.Q(answered_at=None), name="question_one_open"
            ),
            models.CheckConstraint(name="question_asks", condition=~models.Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text


class SentBack(models.Model):
    """A claim that went back to its recorder, with the reason."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="returns")
    turn = models.PositiveSmallIntegerField()
    rung = models.CharField(max_length=40)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["claim", "turn"], name="sent_back_once_a_turn"),
            models.CheckConstraint(name="sent_back_says_why", condition=~models.Q(reason="")),
        ]

    def __str__(self) -> str:
        return self.reason


class StoredFile(models.Model):
    """A file that somebody handed in, kept once by what is in it."""

    sha256 = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    width = models.PositiveIntegerField(null=True, blank=True, help_text="Pixels of a picture.")
    height = models.PositiveIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return self.sha256


class Evidence(models.Model):
    """A photo or document that shows what a claim says, with what the file itself tells of time and spot."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="evidence")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=20, help_text="photo or document.")
    name = models.TextField(blank=True, help_text="What the file was called.")
    caption = models.TextField(blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["claim", "file"], condition=models.Q(removed_at=None), name="evidence_once_a_claim"
            )
        ]

    def __str__(self) -> str:
        return self.name or self.kind


class Reminder(models.Model):
    """A letter that was sent to a recorder about a round: each person once at each moment of it."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="reminders")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    moment = models.CharField(max_length=10, choices=Moment.choices)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "user", "moment"], name="reminder_once_a_moment"),
            models.CheckConstraint(
                name="reminder_known_moment", condition=models.Q(moment__in=Moment.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round} {self.moment} {self.user}"


class PracticeMark(models.Model):
    """Says that this database is for practice: one row, made before anything else is in it, for ever."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    loaded_at = models.DateTimeField(auto_now_add=True, help_text="When it was made.")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(id=1), name="practice_mark_once"),
        ]

    def __str__(self) -> str:
        return "practice"
