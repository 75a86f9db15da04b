"""The tables of definitions. They only grow: a change is a new edition, and old reports keep theirs."""

from typing import Any, ClassVar

from django.db import models

from tidtam.ledger.pathway import Pathway as LedgerPathway
from tidtam.ledger.pathway import Stage
from tidtam.ledger.quantity import UNITS, Unit
from tidtam.people.models import Role
from tidtam.places.models import Kind
from tidtam.programmes import ladders, money


class Edition(models.Model):
    """What every definition has: its edition and the ledger's head position when that edition was loaded."""

    KEY: ClassVar[tuple[str, ...]]

    edition = models.PositiveIntegerField(help_text="1 for the first, counted within the key.")
    position = models.PositiveBigIntegerField(help_text="The head of the book when it was loaded.")
    retired = models.BooleanField(default=False, help_text="Whether it takes the definition out of use.")
    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Agency(Edition):
    """Whose definitions these are: the name that stands on the report."""

    KEY = ("code",)

    code = models.CharField(max_length=60)
    name_th = models.TextField()
    name_en = models.TextField()
    words = models.TextField(blank=True, help_text="Words of its own that a line is never broken in.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["code", "edition"], name="agency_edition"),)

    def __str__(self) -> str:
        return self.name_th


class Pathway(Edition):
    """The ordered stages of one kind of subject, with its exits."""

    KEY = ("code",)

    code = models.CharField(max_length=60)
    unit = models.CharField(max_length=30)
    name_th = models.TextField()
    name_en = models.TextField()
    stages = models.JSONField(help_text="In their order: code, th, en of each.")
    exits = models.JSONField(help_text="Code, th, en of each.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["code", "edition"], name="pathway_edition"),)

    def __str__(self) -> str:
        return self.code

    def as_ledger(self) -> LedgerPathway:
        """The same pathway as the ledger knows it."""
        stages = tuple(Stage(stage["code"], stage["th"], stage["en"]) for stage in self.stages)
        exits = tuple(Stage(stage["code"], stage["th"], stage["en"]) for stage in self.exits)
        return LedgerPathway(self.code, self.unit, stages, exits, self.name_th, self.name_en)

    def evidence(self) -> dict[str, frozenset[str]]:
        """The kinds of evidence (photo, document) that stages demand, by code; others are left out."""
        return {stage["code"]: frozenset(stage["evidence"]) for stage in self.stages if stage.get("evidence")}


class Ladder(Edition):
    """Who looks at a claim, one after the other, before it is let into the book."""

    KEY = ("code",)

    code = models.CharField(max_length=40)
    name_th = models.TextField()
    name_en = models.TextField()
    rungs = models.JSONField(help_text="In their order: code, role, kind of place, th, en of each.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["code", "edition"], name="ladder_edition"),)

    def __str__(self) -> str:
        return self.code

    def as_climbed(self) -> ladders.Ladder:
        """The same ladder as review climbs it."""
        rungs = tuple(
            ladders.Rung(rung["code"], Role(rung["role"]), Kind(rung["kind"]), rung["th"], rung["en"])
            for rung in self.rungs
        )
        return ladders.Ladder(self.code, self.name_th, self.name_en, rungs)


class IndicatorVersion(Edition):
    """How an indicator is counted from its first year to its last; names of other things stand beside it."""

    KEY = ("code", "first_year")

    code = models.CharField(max_length=60, help_text='As printed: "2.3", "3.2(1)".')
    first_year = models.PositiveSmallIntegerField(help_text="The first fiscal year of it, Buddhist Era.")
    last_year = models.PositiveSmallIntegerField(null=True, help_text="The last one; empty when it goes on.")
    section = models.CharField(max_length=10, help_text="line, item or series.")
    order = models.PositiveIntegerField(help_text="Its place in the report, within its section.")
    heading_no = models.CharField(max_length=10, blank=True)
    heading_th = models.TextField(blank=True)
    heading_en = models.TextField(blank=True)
    programme_code = models.CharField(max_length=60)
    programme_th = models.TextField()
    programme_en = models.TextField()
    ladder = models.CharField(max_length=40, default="field", help_text="The ladder of its claims.")
    name_th = models.TextField()
    name_en = models.TextField()
    unit = models.CharField(max_length=30)
    basis = models.CharField(max_length=10, help_text="annual, cumulative or milestone.")
    basis_since = models.PositiveSmallIntegerField(null=True, help_text="The year it is cumulative since.")
    measure = models.CharField(max_length=10, help_text="standing or crossed.")
    pathway = models.CharField(max_length=60, help_text="The code of its pathway.")
    counting_stage = models.CharField(max_length=60, help_text="At or beyond this stage counts.")
    cycle = models.CharField(max_length=10, help_text="fiscal: once a year; ever: once and for all.")
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    tree = models.CharField(max_length=10, help_text="The tree that its place is read in.")
    public = models.BooleanField()
    counting_rule_th = models.TextField()
    counting_rule_en = models.TextField()
    confidence = models.CharField(max_length=10, help_text="stated, inferred or open: how sure the rule is.")
    note_th = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    paper_code = models.CharField(max_length=60)
    paper_title = models.TextField()
    paper_url = models.TextField(blank=True)
    paper_published = models.DateField()
    review_date = models.DateField(help_text="By when a person must look at this definition again.")
    comparable_with_previous = models.BooleanField(help_text="Whether a series may run on.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["code", "first_year", "edition"], name="indicator_edition"),
        )

    def __str__(self) -> str:
        return f"{self.code} ({self.first_year}–{self.last_year or ''})"

    @property
    def as_unit(self) -> Unit:
        """Its unit with its names."""
        return UNITS[self.unit]

    def covers(self, fiscal_year: int) -> bool:
        """Whether this version is the one for a fiscal year."""
        return self.first_year <= fiscal_year <= (self.last_year or fiscal_year)

    def cycle_key(self, fiscal_year: int) -> str:
        """The cycle as the ledger keeps it: "2562" for a fiscal cycle, "" for one that never ends."""
        return str(fiscal_year) if self.cycle == "fiscal" else ""


class Target(Edition):
    """One revision of a promise: who promised how much, when it was known, why, on which paper."""

    KEY = ("indicator", "fiscal_year", "place_id", "revision")

    indicator = models.CharField(max_length=60, help_text="The code of the indicator.")
    fiscal_year = models.PositiveSmallIntegerField(null=True, help_text="Empty for a whole programme.")
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    tree = models.CharField(max_length=10)
    revision = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=30)
    value = models.PositiveBigIntegerField()
    known_on = models.DateField(help_text="The day its paper was published.")
    valid_from = models.DateField(help_text="The first day on which it is the promise.")
    who_th = models.TextField()
    who_en = models.TextField()
    why_th = models.TextField()
    why_en = models.TextField()
    paper_code = models.CharField(max_length=60)
    paper_title = models.TextField()
    paper_url = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["indicator", "fiscal_year", "place", "revision", "edition"],
                name="target_of_year_edition",
            ),
            models.UniqueConstraint(
                fields=["indicator", "place", "revision", "edition"],
                condition=models.Q(fiscal_year__isnull=True),
                name="target_of_span_edition",
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator} {self.fiscal_year or ''}: {self.value:,} {self.unit} ({self.revision})"


class TargetSlot(models.Model):
    """One promised subject of a target: the place that was promised, and the subject that keeps it."""

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="slots")
    number = models.PositiveSmallIntegerField(help_text="1 for the first slot of the target.")
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    name_th = models.TextField(help_text="What was promised, as the paper says.")
    name_en = models.TextField()
    subject_name = models.TextField(blank=True, help_text="The name of the subject, wherever it stands.")
    note_th = models.TextField(blank=True)
    note_en = models.TextField(blank=True)

    class Meta:
        ordering = ("target", "number")
        constraints = (models.UniqueConstraint(fields=["target", "number"], name="slot_of_target"),)

    def __str__(self) -> str:
        return f"{self.number}. {self.name_th}"


class Identity(Edition):
    """A whole that its parts add up to, in results or in targets of a fiscal year."""

    KEY = ("code",)

    code = models.CharField(max_length=60)
    name_th = models.TextField()
    name_en = models.TextField()
    of = models.CharField(max_length=10, help_text="result or target.")
    fiscal_year = models.PositiveSmallIntegerField()
    whole = models.JSONField(help_text="indicator and place code.")
    parts = models.JSONField(help_text="indicator and place code of each.")
    paper_code = models.CharField(max_length=60)
    paper_title = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["code", "edition"], name="identity_edition"),)

    def __str__(self) -> str:
        return self.code


class DatedEdition(Edition):
    """What holds from a day to a day because a paper says so; its terms are as `money` reads them."""

    KEY = ("code",)

    code = models.CharField(max_length=60)
    name_th = models.TextField()
    name_en = models.TextField()
    valid_from = models.DateField(help_text="The first day on which it holds.")
    valid_to = models.DateField(null=True, help_text="The last one; empty while it goes on.")
    confidence = models.CharField(max_length=10, help_text="stated, inferred or open: how sure it is.")
    note_th = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    paper_code = models.CharField(max_length=60)
    paper_title = models.TextField()
    paper_url = models.TextField(blank=True)
    terms = models.JSONField(help_text="What it says; sums in satang, per cents as text.")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.code

    def shared(self) -> dict[str, Any]:
        """Its names, days and paper, as `money.Dated` has them."""
        same = (
            "code",
            "valid_from",
            "valid_to",
            "confidence",
            "note_th",
            "note_en",
            "paper_title",
            "paper_url",
        )
        named = {"th": self.name_th, "en": self.name_en, "paper": self.paper_code}
        return {name: getattr(self, name) for name in same} | named


class MoneyRule(DatedEdition):
    """What may be given to a household or project of a programme, as a paper set it for some days."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["code", "edition"], name="money_rule_edition"),)

    def as_dated(self) -> money.Rule:
        """The same rule as a proposal is checked by it."""
        return money.Rule.from_terms(self.shared(), self.terms)


class Rate(DatedEdition):
    """The yearly interest of loans."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["code", "edition"], name="rate_edition"),)

    def as_dated(self) -> money.Rate:
        """The same rate as a loan is reckoned by it."""
        return money.Rate.from_terms(self.shared(), self.terms)


class LoanConvention(DatedEdition):
    """How loans are paid back."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["code", "edition"], name="loan_convention_edition"),)

    def as_dated(self) -> money.LoanConvention:
        """The same convention as a loan is reckoned by it."""
        return money.LoanConvention.from_terms(self.shared(), self.terms)


class Moratorium(DatedEdition):
    """Months in which loans are not paid back."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["code", "edition"], name="moratorium_edition"),)

    def as_dated(self) -> money.Moratorium:
        """The same moratorium as a loan is reckoned by it."""
        return money.Moratorium.from_terms(self.shared(), self.terms)


class Housing(Edition):
    """How a programme of housing counts: pathways of its households, projects and money, and who checks."""

    KEY = ("programme",)

    programme = models.CharField(max_length=60)
    households = models.CharField(max_length=60, help_text="The pathway of its households.")
    projects = models.CharField(max_length=60, help_text="The pathway of its projects.")
    grants = models.CharField(max_length=60, help_text="The pathway of its grants, in satang.")
    principal = models.CharField(max_length=60, help_text="The pathway of what is lent, in satang.")
    interest = models.CharField(max_length=60, help_text="The pathway of interest, in satang.")
    receipts = models.CharField(
        max_length=60, blank=True, help_text="The pathway of what came in on loans, in satang."
    )
    ladder = models.CharField(max_length=40, help_text="Who checks what happens to households and projects.")
    money_ladder = models.CharField(max_length=40, help_text="Who checks money.")
    line = models.CharField(max_length=60, blank=True, help_text="The line that counts these households.")
    cycle = models.CharField(max_length=10, help_text="ever or event: how often a household counts.")
    approved = models.CharField(max_length=60, help_text="The stage at which its money is approved.")
    finished = models.CharField(max_length=60, help_text="The stage at which a home is done.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["programme", "edition"], name="housing_edition"),)

    def __str__(self) -> str:
        return self.programme


class CodeList(Edition):
    """A list of codes that a page offers: types of solution, reasons why something is blocked."""

    KEY = ("code",)

    code = models.CharField(max_length=60)
    name_th = models.TextField()
    name_en = models.TextField()
    entries = models.JSONField(help_text="In their order: code, th, en and what else is known of each.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["code", "edition"], name="code_list_edition"),)

    def __str__(self) -> str:
        return self.code

    def as_entries(self) -> tuple[money.CodeEntry, ...]:
        """Its entries in their order, those out of use too."""
        return tuple(money.CodeEntry(**entry) for entry in self.entries)
