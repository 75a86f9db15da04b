"""Tables of places, their other names and successors, and the trees that nest them on their dates."""

from datetime import date
from uuid import uuid4

from django.db import models
from django.db.models import F, Q


class Kind(models.TextChoices):
    """What a place is. A stretch of a canal is a canal too."""

    NATION = "nation", "ประเทศ"
    REGION = "region", "ภาค"
    PROVINCE = "province", "จังหวัด"
    DISTRICT = "district", "อำเภอ/เขต"
    TAMBON = "tambon", "ตำบล/แขวง"
    CANAL = "canal", "คลอง"
    COMMUNITY = "community", "ชุมชน"


RANK = {kind: rank for rank, kind in enumerate(Kind)}
"""From the widest kind to the narrowest."""

BANGKOK = "10"

_SHORT_TH = {Kind.DISTRICT: "อ.", Kind.TAMBON: "ต."}
_WORD_EN = {Kind.PROVINCE: "Province", Kind.DISTRICT: "District", Kind.TAMBON: "Subdistrict"}


class Place(models.Model):
    """A node with a code; an abolished area stays, with the day from which it is no more."""

    code = models.CharField(max_length=80, unique=True, help_text="Official code, or ours: canal:lat-phrao.")
    kind = models.CharField(max_length=10, choices=Kind, help_text="What it is.")
    name_th = models.CharField(max_length=200, help_text="Thai name as the source gives it, without จ. อ. ต.")
    name_en = models.CharField(
        max_length=200, blank=True, help_text="English name; empty when none is known."
    )
    home = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="at_home",
        help_text="Its parent in the administrative tree; none for the nation.",
    )
    valid_from = models.DateField(null=True, help_text="First day of it; empty when not known.")
    valid_to = models.DateField(null=True, help_text="First day without it; empty while it lasts.")
    note_th = models.TextField(blank=True, help_text="What is uncertain about it.")
    source = models.TextField(blank=True, help_text="Where we have it from.")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="place_kind_known"),
            models.CheckConstraint(condition=Q(valid_from__lt=F("valid_to")), name="place_ends_after_start"),
        )
        indexes = (models.Index(fields=["kind", "code"], name="place_by_kind"),)

    def __str__(self) -> str:
        return self.titled_th

    @property
    def in_bangkok(self) -> bool:
        """Whether it is a เขต or แขวง of Bangkok; the other provinces have อำเภอ and ตำบล."""
        return self.kind in (Kind.DISTRICT, Kind.TAMBON) and self.code.startswith(BANGKOK)

    @property
    def titled_th(self) -> str:
        """The name with its short title: อ.ชุมแพ, ต.บ้านเป็ด, แขวงบางซื่อ, เขตดุสิต; a province stands without."""
        if self.in_bangkok:
            title = "เขต" if self.kind == Kind.DISTRICT else "แขวง"
            return self.name_th if self.name_th.startswith(title) else title + self.name_th
        return _SHORT_TH.get(Kind(self.kind), "") + self.name_th

    @property
    def titled_en(self) -> str:
        """The English name with what it is: Chum Phae District; Bangkok stands alone."""
        word = "" if self.code == BANGKOK else _WORD_EN.get(Kind(self.kind), "")
        return f"{self.name_en or self.name_th} {word}".strip()

    @property
    def address_th(self) -> str:
        """Where it is, upwards to the province: ต.บ้านเป็ด อ.เมืองขอนแก่น จ.ขอนแก่น."""
        return " ".join(place._with_province_title() for place in self._up_to_province())

    @property
    def address_en(self) -> str:
        """Where it is, upwards to the province: Chum Phae District, Khon Kaen Province."""
        return ", ".join(place.titled_en for place in self._up_to_province())

    def _with_province_title(self) -> str:
        return f"จ.{self.name_th}" if self.kind == Kind.PROVINCE and self.code != BANGKOK else self.titled_th

    def _up_to_province(self) -> "list[Place]":
        homes = [self]
        while homes[-1].home is not None and homes[-1].home.kind != Kind.NATION:
            homes.append(homes[-1].home)
        return homes

    def lasts_on(self, day: date) -> bool:
        """Whether there was such a place on the day; an unknown beginning is taken as long ago."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)


class Succession(models.Model):
    """A place that took over from an abolished one, wholly or in part."""

    class Basis(models.TextChoices):
        """How the two are known to belong together."""

        NOTICE = "notice", "ประกาศในราชกิจจานุเบกษา"
        NAME = "name", "ชื่อตรงกัน"

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="successions", db_index=False)
    successor = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="inheritances")
    basis = models.CharField(max_length=6, choices=Basis)
    in_force = models.DateField(null=True, help_text="Day on which the notice took effect.")
    source = models.TextField(blank=True, help_text="The notice.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["place", "successor"], name="succession_once"),)

    def __str__(self) -> str:
        return f"{self.place} > {self.successor}"


class Alias(models.Model):
    """Another name that people write for a place."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="aliases", db_index=False)
    text = models.CharField(max_length=200)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["place", "text"], name="alias_once"),)

    def __str__(self) -> str:
        return f"{self.text} = {self.place}"


class Edition(models.Model):
    """One load that changed something. The newest tells whether an index made earlier still holds."""

    key = models.UUIDField(unique=True, default=uuid4)
    loaded_at = models.DateTimeField(auto_now_add=True)
    register = models.CharField(max_length=40, help_text="Version of the packaged register of places.")

    def __str__(self) -> str:
        return f"{self.register} ({self.loaded_at:%Y-%m-%d})"


class Tree(models.Model):
    """One way to nest places under the nation."""

    code = models.CharField(max_length=20, primary_key=True)
    name_th = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    root = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    below = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The tree by which it goes on under the places that it names.",
    )
    note_th = models.TextField(blank=True)
    source = models.TextField(blank=True)
    review_date = models.DateField(null=True, help_text="Day by which somebody looks whether it still holds.")
    version = models.CharField(max_length=16, blank=True, help_text="Fingerprint of the nesting.")

    def __str__(self) -> str:
        return self.name_th


class TreeEdge(models.Model):
    """A child under its parent in one tree, for some time. A child has one parent at a time in a tree."""

    tree = models.ForeignKey(Tree, on_delete=models.CASCADE, related_name="edges", db_index=False)
    parent = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField(null=True, help_text="First day; empty when not known.")
    valid_to = models.DateField(null=True, help_text="First day without it; empty while it lasts.")
    certain = models.BooleanField(default=True)
    note_th = models.TextField(blank=True, help_text="What is uncertain.")
    source = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["tree", "parent", "child", "valid_from"], name="edge_once"),
            models.CheckConstraint(condition=~Q(parent=F("child")), name="edge_not_to_itself"),
            models.CheckConstraint(condition=Q(valid_from__lt=F("valid_to")), name="edge_ends_after_start"),
        )

    def __str__(self) -> str:
        return f"{self.tree_id}: {self.parent} > {self.child}"


class TreeClosure(models.Model):
    """Which places lie within which, in each tree and on each day: derived from the edges.

    A place lies within itself (depth 0). The dates are never empty, so that a join needs no `OR ... IS NULL`:
    `valid_from <= day AND day < valid_to`; what has no end known ends on 31 December 9999. As it is derived,
    the database does not check its references: `queries.trees_out_of_step` compares it with the edges.
    """

    tree = models.ForeignKey(
        Tree, on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False
    )
    ancestor = models.ForeignKey(
        Place, on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False
    )
    descendant = models.ForeignKey(
        Place, on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False
    )
    depth = models.PositiveSmallIntegerField(help_text="Steps from the ancestor down.")
    valid_from = models.DateField()
    valid_to = models.DateField(help_text="First day on which it no longer holds.")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["tree", "ancestor", "descendant", "valid_from"], name="closure_tree_anc_desc"
            ),
        )
        indexes = (models.Index(fields=["descendant", "tree"], name="closure_desc_tree"),)

    def __str__(self) -> str:
        return f"{self.tree_id}: {self.ancestor_id} > {self.descendant_id} ({self.depth})"
