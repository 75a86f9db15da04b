"""The tables of the registers."""

from typing import ClassVar

from django.db import models


class OrganisationKind(models.TextChoices):
    """What an organisation of a community is by law or by its own rules."""

    COOPERATIVE = "cooperative", "สหกรณ์"
    SAVINGS_GROUP = "savings_group", "กลุ่มออมทรัพย์"
    NETWORK = "network", "เครือข่าย"
    COUNCIL = "council", "สภาองค์กรชุมชน"
    WELFARE_FUND = "welfare_fund", "กองทุนสวัสดิการชุมชน"
    OTHER = "other", "อื่น ๆ"


class Organisation(models.Model):
    """An organisation of a community: it holds a project, gets a grant, borrows."""

    key = models.UUIDField(unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=OrganisationKind)
    name = models.TextField()
    compared = models.CharField(max_length=300, help_text="The name without spaces and capitals.")
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    registered_number = models.CharField(max_length=60, blank=True)
    registered_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["name", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["compared", "place"], name="organisation_once_a_place"),
            models.CheckConstraint(condition=~models.Q(name=""), name="organisation_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(kind__in=OrganisationKind.values), name="organisation_known_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.name
