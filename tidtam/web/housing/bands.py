"""Stage bands as pages show them: in words, summed over projects of one pathway, never over two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tidtam.housing.models import Block, Project
from tidtam.housing.queries import Band, Step
from tidtam.ledger.pathway import Pathway, Stage
from tidtam.programmes import queries as programmes
from tidtam.programmes.money import CodeEntry


@dataclass(frozen=True, slots=True)
class Blocked:
    """What blocks by one reason: its name, who must act, and all that it stands at, the longest first."""

    reason: CodeEntry
    blocks: tuple[Block, ...]

    @property
    def households(self) -> int:
        """Households that it blocks."""
        return len({block.household_id for block in self.blocks if block.household_id})

    @property
    def projects(self) -> int:
        """Whole projects that it blocks."""
        return len({block.project_id for block in self.blocks if not block.household_id})


def blocked_by(blocks: Iterable[Block]) -> list[Blocked]:
    """Blocks by their reasons, the reason with the most first."""
    entries = {entry.code: entry for entry in programmes.codes_of("blocked")}
    found: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        found[block.reason].append(block)
    groups = [
        Blocked(entries.get(code) or CodeEntry(code, code, code), tuple(some)) for code, some in found.items()
    ]
    return sorted(groups, key=lambda group: (-len(group.blocks), group.reason.code))


def pathway_of(project: Project) -> Pathway:
    """The pathway of the households of a project."""
    return programmes.pathway(programmes.housing()[project.programme].households)


@dataclass(frozen=True, slots=True)
class Together:
    """The projects of one pathway with their bands, and the sum of them."""

    pathway: Pathway
    projects: tuple[Project, ...]
    band: Band

    @property
    def planned(self) -> int | None:
        """Households planned in all; None as long as one project does not say: unknown is never zero."""
        each = [project.households_planned for project in self.projects]
        return None if None in each else sum(number or 0 for number in each)


def together(projects: Sequence[Project], bands: Mapping[int, Band]) -> list[Together]:
    """Projects by the pathway of their households, each with the sum of its bands."""
    groups: dict[str, list[Project]] = defaultdict(list)
    for project in projects:
        groups[pathway_of(project).code].append(project)
    return [
        Together(programmes.pathway(code), tuple(some), summed(bands[one.pk] for one in some))
        for code, some in sorted(groups.items())
    ]


def summed(bands: Iterable[Band]) -> Band:
    """Several bands of one pathway as one."""
    steps: dict[tuple[bool, str], Step] = {}
    unsplit = 0
    for band in bands:
        unsplit += band.unsplit
        for step in band.steps:
            there = steps.get((step.is_exit, step.stage.code))
            before = there.number if there else 0
            steps[step.is_exit, step.stage.code] = replace(step, number=before + step.number)
    ordered = sorted(steps.values(), key=lambda step: step.is_exit)
    return Band(tuple(ordered), unsplit)


def next_of(pathway: Pathway, stage: str) -> Stage | None:
    """The stage after one, the first for who has not begun; None after the last and for who left."""
    if stage in pathway.exit_codes:
        return None
    rank = pathway.highest(stage) + 1
    return pathway.stages[rank] if rank < len(pathway.stages) else None
