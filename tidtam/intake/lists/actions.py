"""Looking at lists that came back, and taking from them what was shown and confirmed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from tidtam.audit.actions import record_each
from tidtam.housing import problems as say_of_housing
from tidtam.housing.actions import ListRow, ProjectList, Taken, take_lists
from tidtam.housing.actions.households import lock_lists
from tidtam.intake.cells import as_text
from tidtam.intake.lists import problems as say
from tidtam.intake.lists.comparing import ListDifference, compare
from tidtam.intake.lists.content import ProjectContent, contents, projects_for
from tidtam.intake.lists.likely import Likely, likely_the_same
from tidtam.intake.lists.reading import ListBack, read_lists
from tidtam.intake.lists.rows import ReadRow, TypedRow
from tidtam.intake.lists.showing import document_of
from tidtam.intake.sheets.difference import runs
from tidtam.people.models import User
from tidtam.places.looked import looked_at_once
from tidtam.problems import Problem, Refused, Severity, Where
from tidtam.review.practice import banner, is_practice


@dataclass(slots=True)
class Looked:
    """All that a file would do: list by list, with who is likely there already, and what is wrong."""

    file: str
    lists: list[ListDifference] = field(default_factory=list)
    likely: list[Likely] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing is so wrong that it has to be put right first."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def changes(self) -> int:
        """How many rows would change something."""
        return sum(len(one.rows) for one in self.lists)

    def planned(self) -> list["Planned"]:
        """What is taken once it is confirmed; Refused with everything that has to be put right first."""
        if not self.ok:
            raise Refused([problem for problem in self.problems if problem.severity is Severity.ERROR])
        return [
            Planned(one.content.project.code, one.state, one.list_rows(), self.file)
            for one in self.lists
            if one.rows
        ]


@dataclass(frozen=True, slots=True)
class Planned:
    """The rows of one list that were shown and confirmed, and how the list stood then."""

    code: str
    state: str
    rows: Sequence[ListRow]
    file: str


@looked_at_once()
def look(*, actor: User, content: bytes, name: str, only: str = "") -> Looked:
    """What a file would do; nothing is changed. `only` is the project that it must be of, if any.

    Refused when it is no list, of another project, or of projects that are not the actor's.
    """
    practice = is_practice()
    back = read_lists(content, name)
    where = Where(file=name)
    if back.mark.practice != practice:
        raise Refused([(say.PRACTICE_FILE if back.mark.practice else say.REAL_FILE).at(where)])
    if only and back.codes != [only]:
        raise Refused([say.FOREIGN_PROJECT.at(where, code=only, codes=", ".join(back.codes) or "–")])
    if not back.codes:
        raise Refused([say.MARK_BROKEN.at(where)])
    projects = projects_for(actor, back.codes)
    looked = Looked(name, problems=[*back.problems, *_of_person(actor, back, where)])
    there = contents(projects)
    by_code = {one.project.code: one for one in there}
    rows = _understood(back, by_code, looked.problems, practice=practice)
    sheet = Where(file=name, sheet=back.sheet or None)
    looked.lists = compare(there, rows, back.states, sheet)
    for one in looked.lists:
        looked.problems += one.problems
    hidden = sorted(row for one in looked.lists for row in one.hidden)
    if hidden:
        looked.problems.append(say.HIDDEN.at(sheet, rows=runs(hidden)))
    looked.problems.sort(key=lambda problem: (problem.severity != Severity.ERROR, problem.where.row or 0))
    looked.likely = likely_the_same(looked.lists)
    return looked


def _of_person(actor: User, back: ListBack, where: Where) -> list[Problem]:
    own = back.mark.person == actor.username
    return [] if own else [say.OTHER_PERSON.at(where, name=back.mark.person)]


def _understood(
    back: ListBack, by_code: Mapping[str, ProjectContent], problems: list[Problem], *, practice: bool
) -> dict[str, list[ReadRow]]:
    """The rows of each list in codes; those that cannot be read are left out, with what is wrong."""
    found: dict[str, list[ReadRow]] = defaultdict(list)
    only = back.codes[0] if len(back.codes) == 1 else ""
    for spot, cells, headers in back.rows:
        typed = TypedRow(spot, cells, headers, practice=practice)
        for key in back.formulas.get(typed.number, ()):
            typed.report(say.FORMULA, key)
        code = as_text(cells.get("project")) or only
        if code not in by_code:
            missing = say.PROJECT_MISSING.at(typed.at("project"), codes=", ".join(back.codes[:5]))
            foreign = say.ROW_FOREIGN.at(typed.at("project"), code=code)
            typed.problems.append(foreign if code else missing)
        else:
            row = typed.read(by_code[code], hidden=spot.row in back.hidden)
            if not typed.failed:
                found[code].append(row)
        problems += typed.problems
    return found


@looked_at_once()
@transaction.atomic
def take(*, actor: User, planned: Sequence[Planned]) -> Taken:
    """Takes what was shown and confirmed: all of it or nothing.

    Refused when a list changed since it was looked at, or is not the actor's.
    """
    projects = projects_for(actor, [one.code for one in planned])
    lock_lists(project.pk for project in projects)
    now = {one.project.code: one for one in contents(projects)}
    changed = [one.code for one in planned if now[one.code].state() != one.state]
    if changed:
        raise Refused([say_of_housing.LIST_CHANGED.at(code=code) for code in changed])
    said = banner()
    lists = [
        ProjectList(
            project,
            one.rows,
            document_of(f"{project.code} {project.name}", list(one.rows), now[one.code].words, said),
            f"{project.code}.xlsx",
        )
        for project, one in zip(projects, planned, strict=True)
    ]
    done = take_lists(actor=actor, lists=lists)
    record_each(
        actor=actor,
        action="list.taken",
        whats=[f"project:{one.code}" for one in planned],
        details=[{"file": one.file, "rows": len(one.rows)} for one in planned],
    )
    return done
