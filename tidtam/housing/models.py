"""The tables of housing: projects with their parts, households with their houses, and what blocks them.

Where something stands is not here: stages and money are in the ledger, under the subject of each row.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models

from tidtam.housing.lending.models import Loan, LoanAnswer

__all__ = [
    "Block",
    "Event",
    "House",
    "Household",
    "Loan",
    "LoanAnswer",
    "Part",
    "Partner",
    "Project",
    "ProjectPaper",
]


class Event(models.Model):
    """A fire, eviction or disaster: temporary housing hangs on it."""

    key = models.UUIDField(unique=True, editable=False)
    kind = models.CharField(max_length=60, help_text="A code of the list event.")
    name = models.TextField()
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField()
    reported_on = models.DateField()
    households_struck = models.PositiveIntegerField(null=True, blank=True, help_text="As first reported.")

    class Meta:
        ordering: ClassVar = ["-happened_on", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(reported_on__gte=models.F("happened_on")), name="event_reported_after"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Project(models.Model):
    """A housing project: it outlives fiscal years and has phases, communities, partners and papers."""

    subject = models.OneToOneField("ledger_store.Subject", on_delete=models.PROTECT, related_name="project")
    code = models.CharField(max_length=40, unique=True)
    programme = models.CharField(max_length=60)
    name = models.TextField()
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "registers.Organisation", on_delete=models.PROTECT, related_name="projects", null=True, blank=True
    )
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="projects", null=True, blank=True)
    households_planned = models.PositiveIntegerField(null=True, blank=True)
    started_on = models.DateField()
    note = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["code"]
        indexes: ClassVar = [models.Index(fields=["programme", "place"], name="project_of_programme")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(name=""), name="project_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Part(models.Model):
    """A phase or a community of a project."""

    class Kind(models.TextChoices):
        """What a part is."""

        PHASE = "phase", "ระยะ"
        COMMUNITY = "community", "ชุมชน"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="parts")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.TextField()
    households_planned = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["kind", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "kind", "name"], name="part_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Partner(models.Model):
    """Who else works on a project, and what they add to it; money of others is never ours."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="partners")
    name = models.TextField()
    gives = models.TextField(blank=True)
    satang = models.BigIntegerField(null=True, blank=True, help_text="What they pay, where that is known.")
    paper = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(satang=None) | models.Q(satang__gt=0), name="partner_gives_something"
            )
        ]

    def __str__(self) -> str:
        return self.name


class ProjectPaper(models.Model):
    """A plan, layout, permit, contract or minutes of a project."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=60, help_text="A code of the list project_paper.")
    title = models.TextField()
    number = models.CharField(max_length=100, blank=True)
    dated = models.DateField()
    url = models.TextField(blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["dated", "id"]

    def __str__(self) -> str:
        return self.title


class House(models.Model):
    """A house, in which one household or several live: houses and households are different units."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="houses")
    number = models.CharField(max_length=60, help_text="As it is said: 123/4 หมู่ 5.")
    compared = models.CharField(max_length=80, help_text="The number as it is compared with others.")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "compared"], name="house_once_a_project"),
        ]

    def __str__(self) -> str:
        return self.number


class Household(models.Model):
    """A household of a project. Its name is for those of the place alone; its citizen ID is kept hashed."""

    subject = models.OneToOneField("ledger_store.Subject", on_delete=models.PROTECT, related_name="household")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="households")
    number = models.PositiveIntegerField(help_text="Its number within the project.")
    name = models.TextField(help_text="Of whoever holds the right.")
    compared = models.CharField(max_length=200, help_text="The name as it is compared with others.")
    id_hash = models.CharField(
        max_length=64, blank=True, db_index=True, help_text="Keyed, of the citizen ID."
    )
    id_tail = models.CharField(max_length=4, blank=True, help_text="Its last digits, to tell two apart.")
    phone = models.CharField(max_length=20, blank=True)
    house = models.ForeignKey(
        House, on_delete=models.PROTECT, related_name="households", null=True, blank=True
    )
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="households", null=True, blank=True)
    solution = models.CharField(max_length=60, blank=True, help_text="A code of the list solution.")
    vulnerability = models.JSONField(default=list, help_text="Codes of the list vulnerability.")
    took_over_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="replaced_by", null=True, blank=True
    )
    note = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["project", "number"]
        indexes: ClassVar = [models.Index(fields=["compared"], name="household_by_name")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "number"], name="household_number_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="household_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.project.code}/{self.number:04}"


class Block(models.Model):
    """Why a household or a whole project cannot go on, who must act, and when it ended."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="blocks")
    household = models.ForeignKey(
        Household, on_delete=models.PROTECT, related_name="blocks", null=True, blank=True
    )
    reason = models.CharField(max_length=60, help_text="A code of the list blocked.")
    note = models.TextField(blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="The first day without it.")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering: ClassVar = ["-since", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["project"], condition=models.Q(until=None), name="block_open"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["household", "reason"],
                condition=models.Q(until=None, household__isnull=False),
                name="block_once_open",
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")), name="block_days"
            ),
        ]

    def __str__(self) -> str:
        return self.reason


class GrantItem(models.Model):
    """What an approved grant gives to a household, or to the project as a whole, by part of its rule."""

    claim = models.ForeignKey("review.Claim", on_delete=models.PROTECT, related_name="grant_items")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="grant_items")
    household = models.ForeignKey(
        Household, on_delete=models.PROTECT, related_name="grant_items", null=True, blank=True
    )
    part = models.CharField(max_length=60, help_text="A part of the rule; management for the project.")
    satang = models.BigIntegerField()

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["project", "household"], name="grant_item_of_household")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["claim", "household", "part"], name="grant_item_once"),
            models.CheckConstraint(condition=models.Q(satang__gt=0), name="grant_item_gives_something"),
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.satang}"


class GrantException(models.Model):
    """Leave to go beyond a rule once, with the reason and whoever gave it, who did not ask for it."""

    claim = models.OneToOneField("review.Claim", on_delete=models.PROTECT, related_name="grant_exception")
    reason = models.TextField()
    lifts = models.JSONField(default=list, help_text="The broken rules that it was asked for, and no others.")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    given_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="grant_exception_says_why"),
            models.CheckConstraint(
                condition=models.Q(given_by=None) | ~models.Q(given_by=models.F("asked_by")),
                name="grant_exception_by_another",
            ),
        ]

    def __str__(self) -> str:
        return self.reason


class Instalment(models.Model):
    """A part of a contracted grant, and what must be so before it is paid.

    `stage` of the households' pathway reached by `share` per cent of those who were given something (and
    still are in), or a `project_stage`, or a `paper` of a kind; with none it is due with the contract.
    """

    contract = models.ForeignKey("review.Claim", on_delete=models.PROTECT, related_name="instalments")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="instalments")
    number = models.PositiveSmallIntegerField()
    satang = models.BigIntegerField()
    stage = models.CharField(max_length=60, blank=True)
    share = models.PositiveSmallIntegerField(default=100, help_text="Per cent of the households.")
    project_stage = models.CharField(max_length=60, blank=True)
    paper = models.CharField(max_length=60, blank=True, help_text="A code of the list project_paper.")
    due = models.OneToOneField(
        "review.Claim", on_delete=models.PROTECT, related_name="makes_due", null=True, blank=True
    )

    class Meta:
        ordering: ClassVar = ["contract", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["contract", "number"], name="instalment_number_once"),
            models.CheckConstraint(
                condition=models.Q(satang__gt=0, share__gte=1, share__lte=100), name="instalment_sound"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project_id}/{self.number}"


class VoucherPart(models.Model):
    """What a household gets of a payment; the parts of one payment add up to its paper."""

    claim = models.ForeignKey("review.Claim", on_delete=models.PROTECT, related_name="voucher_parts")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="paid_parts")
    satang = models.BigIntegerField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["claim", "household"], name="voucher_part_once"),
            models.CheckConstraint(condition=models.Q(satang__gt=0), name="voucher_part_pays_something"),
        ]

    def __str__(self) -> str:
        return f"{self.household_id} {self.satang}"
