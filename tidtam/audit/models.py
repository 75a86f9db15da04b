"""The table of audit lines: who did what, when; it can only grow."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class AuditLine(models.Model):
    """One thing done. It points at nothing by foreign key, so that it outlives what it tells of."""

    at = models.DateTimeField(help_text="When it was done.")
    actor_id = models.BigIntegerField(help_text="The account that did it, by its number then.")
    actor_name = models.TextField(help_text="The name of the account then.")
    action = models.CharField(max_length=100, help_text="What was done, such as claim.accepted.")
    what = models.CharField(max_length=300, help_text="To what: a kind and a key, such as claim:4f1c….")
    detail = models.JSONField(encoder=DjangoJSONEncoder, help_text="What else is needed to understand it.")

    class Meta:
        indexes = (
            models.Index(fields=["what", "id"], name="audit_by_what"),
            models.Index(fields=["actor_id", "id"], name="audit_by_actor"),
            models.Index(fields=["action", "id"], name="audit_by_action"),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name}: {self.action} {self.what}"
