"""What the forms of the money page hold: what is usual, or what was typed where a form comes back refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils import timezone

from tidtam.housing.models import Project
from tidtam.intake.grants.workbook import parts_on
from tidtam.problems import Problem
from tidtam.programmes import queries as programmes
from tidtam.programmes.money import Ceiling
from tidtam.web.grants.typed import ROWS
from tidtam.web.work.typed import by_field

FORMS = ("propose", "file", "contract", "pay", "use")
LINES = ("who", "management", "day", "reason", "file", "sum", "voucher", "photos")
Beside = Mapping[str, list[Problem]]


@dataclass(frozen=True, slots=True)
class PartAsked:
    """A part of the rule on the form: its code and name, and a sum, the ceiling where none was typed."""

    code: str
    name: str
    value: str
    wrong: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class PlanAsked:
    """The row of one instalment on the form."""

    number: int
    sum: str
    stage: str
    share: str
    wrong_sum: Sequence[Problem] = ()
    wrong_share: Sequence[Problem] = ()

    @property
    def sum_name(self) -> str:
        """The name of the field of its sum."""
        return f"sum-{self.number}"

    @property
    def share_name(self) -> str:
        """The name of the field of its share."""
        return f"share-{self.number}"


@dataclass(frozen=True, slots=True)
class Kept:
    """Which form came back, what was typed into it, and what is wrong beside its fields."""

    did: str
    typed: QueryDict
    beside: Beside
    parts: list[PartAsked]
    plan: list[PlanAsked]

    @property
    def forms(self) -> dict[str, QueryDict]:
        """What was typed, by the form into which it was."""
        return {self.did: self.typed} if self.did else {}

    @property
    def wrong(self) -> dict[str, Beside]:
        """What is wrong beside the fields, by form."""
        return {self.did: self.beside} if self.did else {}

    @property
    def of_no_field(self) -> list[Problem]:
        """What is wrong and stands under no field."""
        return self.beside.get("page", [])


def kept(project: Project, post: QueryDict, problems: Iterable[Problem]) -> Kept:
    """The forms of a project as the page shows them; nothing was typed where `post` is empty."""
    do = post.get("do", "")
    did = "" if not post else do if do in (*FORMS, "give") else "propose"
    ceilings = usual_parts(project)
    rows = range(1, ROWS + 1)
    names = [*LINES, *(f"part-{code}" for code in ceilings)]
    names += (f"{kind}-{row}" for row in rows for kind in ("sum", "share"))
    beside = by_field(list(problems), tuple(names))
    proposed, contracted = did == "propose", did == "contract"
    parts = [
        PartAsked(
            code, name, post.get(f"part-{code}", "") if proposed else usual, beside.get(f"part-{code}", ())
        )
        for code, (name, usual) in ceilings.items()
    ]
    plan = [
        PlanAsked(
            row,
            post.get(f"sum-{row}", "") if contracted else "",
            post.get(f"stage-{row}", "") if contracted else "",
            post.get(f"share-{row}", "") if contracted else "100",
            beside.get(f"sum-{row}", ()),
            beside.get(f"share-{row}", ()),
        )
        for row in rows
    ]
    return Kept(did, post, beside, parts, plan)


def usual_parts(project: Project) -> dict[str, tuple[str, str]]:
    """The parts of today's rule by code, each with its name and its ceiling as what is usual."""
    today = timezone.localdate()
    rules = [rule for rule in programmes.money_rules(project.programme, today) if rule.about == "grant"]
    ceilings = {part.code: part.ceiling for rule in rules for part in rule.parts}
    whole = next((rule.ceiling for rule in rules if rule.ceiling and rule.of == "household"), None)
    return {
        code: (name, _usual(ceilings.get(code, whole))) for code, name in parts_on(project, today).items()
    }


def _usual(ceiling: Ceiling | None) -> str:
    lowest = ceiling.lowest() if ceiling else None
    return f"{lowest // 100:,}" if lowest else ""
