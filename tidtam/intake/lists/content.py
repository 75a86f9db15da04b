"""What a list says: the households of projects as they stand, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from tidtam.housing import cycles
from tidtam.housing import problems as say_of_housing
from tidtam.housing.access import readable
from tidtam.housing.alike.citizen_id import masked
from tidtam.housing.codes import offered
from tidtam.housing.lists import Listed, in_chunks, listed
from tidtam.housing.models import Part, Project
from tidtam.intake.cells import plain
from tidtam.intake.lists.layout import DRAWS_WORDS
from tidtam.intake.lists.mark import Mark, new_mark
from tidtam.ledger.pathway import Pathway
from tidtam.people.access import Right, access_of
from tidtam.people.models import User
from tidtam.problems import Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.review.practice import banner, is_practice
from tidtam.review.words import DrawsFrom
from tidtam.thai.dates import VagueDate, short_vague


@dataclass(frozen=True, slots=True)
class Words:
    """The words of lists for one pathway, both ways: what a code is called, which code a word means."""

    stages: Mapping[str, str]
    solutions: Mapping[str, str]
    vulnerability: Mapping[str, str]
    by_word: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def code(self, kind: str, word: str) -> str | None:
        """The code that a word stands for: its Thai or English name, or the code itself."""
        return self.by_word[kind].get(plain(word))


def words_of(pathway: Pathway) -> Words:
    """The words that a list of households on this pathway may hold."""
    stages = {stage.code: (stage.th, stage.en) for stage in (*pathway.stages, *pathway.exits)}
    solutions = {entry.code: (entry.th, entry.en) for entry in offered("solution")}
    flags = {entry.code: (entry.th, entry.en) for entry in offered("vulnerability")}
    told = {"stage": stages, "solution": solutions, "vulnerability": flags}
    by_word = {
        kind: {plain(word): code for code, names in known.items() for word in (code, *names)}
        for kind, known in told.items()
    }
    thai = [{code: names[0] for code, names in known.items()} for known in told.values()]
    return Words(thai[0], thai[1], thai[2], by_word)


@dataclass(frozen=True, slots=True)
class ProjectContent:
    """The list of one project, with the words and parts that its rows may name."""

    project: Project
    words: Words
    rows: Sequence[Listed]
    parts: Sequence[Part]

    def state(self) -> str:
        """The same for two lists that say the same."""
        return state_of(self.rows)


def state_of(rows: Sequence[Listed]) -> str:
    """One text for how a list stands."""
    return sha256("".join(row.fingerprint() for row in rows).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Content:
    """The lists of a file with all that is needed to write it."""

    person: User
    mark: Mark
    banner: str
    lists: Sequence[ProjectContent]


def content_for(*, person: User, projects: Sequence[Project]) -> Content:
    """The lists of projects as they stand, to be written for somebody who records there."""
    mark = new_mark(person.username, practice=is_practice())
    return Content(person, mark, banner(), contents(projects))


def contents(projects: Sequence[Project]) -> list[ProjectContent]:
    """The lists of projects as they stand, in a fixed number of questions."""
    rows, parts = listed(projects), _parts(projects)
    words = {code: words_of(programmes.pathway(code)) for code in {_way(one) for one in projects}}
    return [ProjectContent(one, words[_way(one)], rows[one.pk], parts.get(one.pk, [])) for one in projects]


def _way(project: Project) -> str:
    return cycles.counted(project).households


def _parts(projects: Sequence[Project]) -> dict[int, list[Part]]:
    found: dict[int, list[Part]] = {}
    for some in in_chunks([one.pk for one in projects]):
        for part in Part.objects.filter(project__in=some).order_by("kind", "pk"):
            found.setdefault(part.project_id, []).append(part)
    return found


def projects_for(person: User, codes: Sequence[str]) -> list[Project]:
    """The projects with these codes, in their order; Refused for one where the person does not record.

    What is not there and what is somebody else's is the same answer.
    """
    mine = access_of(person).limit(Project.objects.all(), Right.RECORD)
    found = {
        one.code: one
        for some in in_chunks(list(codes))
        for one in mine.filter(code__in=some).select_related("place", "event", "subject")
    }
    missing = [code for code in codes if code not in found]
    if missing:
        where = Where(field="project")
        raise Refused([say_of_housing.PROJECT_NOT_YOURS.at(where, code=code) for code in missing])
    return [found[code] for code in codes]


def cells_of(project: Project, row: Listed, words: Words) -> tuple[str | int | None, ...]:
    """A row in words, in the order of the columns; never more of an ID than its last digits."""
    days = VagueDate(row.days.first, row.days.last) if row.days else None
    flags = ", ".join(words.vulnerability.get(code, code) for code in row.vulnerability)
    draws = DRAWS_WORDS.get(DrawsFrom(row.draws)) if row.draws else None
    return (
        project.code,
        row.number,
        row.name,
        masked(row.id_tail),
        row.house,
        row.part,
        words.solutions.get(row.solution, row.solution),
        flags,
        words.stages.get(row.stage, row.stage),
        short_vague(days) if days else "",
        draws.th if draws else "",
        row.note,
    )


def may_open(person: User) -> list[Project]:
    """The projects whose lists somebody may read."""
    return list(readable(access_of(person)).select_related("place", "event", "subject").order_by("code"))
