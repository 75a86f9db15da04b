"""The tables of loans: what was agreed with an organisation, and what it answered to what changed later.

What was approved, drawn and repaid is not here: that is in the book, under the subject of each loan.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models


class Loan(models.Model):
    """A loan to an organisation as it was agreed: sum, days, months and papers.

    Its rates, convention and moratoria are dated data of `programmes`. Its code is the name of its book.
    """

    subject = models.OneToOneField("ledger_store.Subject", on_delete=models.PROTECT, related_name="loan")
    code = models.CharField(max_length=40, unique=True)
    programme = models.CharField(max_length=60)
    organisation = models.ForeignKey("registers.Organisation", on_delete=models.PROTECT, related_name="loans")
    project = models.ForeignKey(
        "housing.Project", on_delete=models.PROTECT, related_name="loans", null=True, blank=True
    )
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    contract_number = models.CharField(max_length=100)
    contracted_on = models.DateField()
    approved_on = models.DateField()
    paper = models.TextField(help_text="The minutes or decision that approved it.")
    principal = models.BigIntegerField(help_text="What was approved, in satang.")
    first_due = models.DateField(help_text="The day of the first instalment.")
    months = models.PositiveSmallIntegerField()
    graces = models.JSONField(default=list, help_text="Months without principal at the beginning, in order.")
    households = models.PositiveIntegerField(null=True, blank=True, help_text="For how many it is.")
    solution = models.CharField(
        max_length=60, blank=True, help_text="A code of the list solution; empty where there are several."
    )
    savings = models.BigIntegerField(null=True, blank=True, help_text="Of the members, in satang.")
    onlent_percent = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, blank=True,
        help_text="What members pay the organisation a year; for information, in no sum.",
    )  # fmt: skip
    exception_reason = models.TextField(blank=True, help_text="Why it may go beyond a rule.")
    exception_by = models.TextField(blank=True, help_text="Who allowed that.")
    exception_paper = models.TextField(blank=True)
    note = models.TextField(blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(principal__gt=0), name="loan_lends_something"),
            models.CheckConstraint(
                condition=models.Q(savings=None) | models.Q(savings__gte=0), name="loan_savings_not_negative"
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(exception_reason="", exception_by="", exception_paper="")
                    | ~(
                        models.Q(exception_reason="")
                        | models.Q(exception_by="")
                        | models.Q(exception_paper="")
                    )
                ),
                name="loan_exception_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.contract_number}"

    @property
    def is_exception(self) -> bool:
        """Whether somebody allowed it to go beyond the rules."""
        return bool(self.exception_reason)


class LoanAnswer(models.Model):
    """What an organisation answered to a moratorium, or to another rate, that its loan may take up.

    Nothing changes before somebody of finance, who did not note it down, confirms it.
    """

    loan = models.ForeignKey(Loan, on_delete=models.PROTECT, related_name="answers")
    code = models.CharField(max_length=60, help_text="The code of the moratorium or rate.")
    accepted = models.BooleanField()
    answered_on = models.DateField()
    paper = models.TextField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["loan", "code"], name="loan_answers_once"),
            models.CheckConstraint(
                condition=models.Q(confirmed_by=None) | ~models.Q(confirmed_by=models.F("said_by")),
                name="loan_answer_two_people",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.loan_id} {self.code}"
