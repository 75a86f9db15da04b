"""What a list would do: each row beside how it stands now and how it stood when it was downloaded."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tidtam.housing import cycles
from tidtam.housing import problems as say_of_housing
from tidtam.housing.actions import ListRow, NewHousehold, Tell
from tidtam.housing.actions.households import numbers_with
from tidtam.housing.citizen_ids import UNKNOWN, KnownBy
from tidtam.housing.lists import Listed, Told, lot_places
from tidtam.housing.models import Part
from tidtam.intake.lists import problems as say
from tidtam.intake.lists.content import ProjectContent
from tidtam.intake.lists.layout import HOUSEHOLDS
from tidtam.intake.lists.rows import ReadRow
from tidtam.ledger.pathway import Pathway
from tidtam.problems import Both, Kind, Problem, Where
from tidtam.programmes import queries as programmes
from tidtam.review.words import DrawsFrom
from tidtam.thai.dates import VagueDate, short_vague

HEADS = {column.key: column.name for column in HOUSEHOLDS.columns}
KNOWN = ("name", "id", "house", "part", "solution", "vulnerability", "note")
TOLD = ("stage", "since", "draws")


class Change(StrEnum):
    """What a row of a list would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Compared:
    """A row that would change something, with the columns (keys) that it changes."""

    change: Change
    project: str
    row: ReadRow
    fields: tuple[str, ...] = ()
    tell: Tell | None = None
    known_by: KnownBy = UNKNOWN


@dataclass(slots=True)
class ListDifference:
    """What the list of one project would do, how the list stands, and what is wrong."""

    content: ProjectContent
    state: str
    rows: list[Compared] = field(default_factory=list)
    counts: Counter[Change] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)

    def list_rows(self) -> list[ListRow]:
        """The rows as they are taken."""
        parts = {part.name: part for part in self.content.parts}
        return [list_row(one, parts) for one in self.rows]


def list_row(one: Compared, parts: Mapping[str, Part]) -> ListRow:
    """A row as it is taken."""
    row = one.row
    known = NewHousehold(
        name=row.name,
        compared=row.compared,
        id_hash=one.known_by.id_hash,
        id_tail=one.known_by.id_tail,
        house=row.house,
        house_compared=row.house_compared,
        part=parts.get(row.part),
        solution=row.solution,
        vulnerability=row.vulnerability,
        note=row.note,
        row=str(row.row),
    )
    return ListRow(row.number, known, one.tell)


def compare(
    lists: Sequence[ProjectContent],
    rows: Mapping[str, Sequence[ReadRow]],
    states: Mapping[tuple[str, str], str],
    where: Where,
) -> list[ListDifference]:
    """Compares the rows of each project (by its code) with how its list stands, in few questions."""
    found = [ListDifference(one, one.state()) for one in lists]
    lots = lot_places([one.project for one in lists])
    for one in found:
        project = one.content.project
        _Comparing(one, states, where, project.pk in lots).run(rows.get(project.code, ()))
    _check_ids(found, where)
    return found


class _Comparing:
    """The comparison of one list."""

    def __init__(
        self, found: ListDifference, states: Mapping[tuple[str, str], str], where: Where, has_lot: bool
    ) -> None:
        self.found, self.states, self.where, self.has_lot = found, states, where, has_lot
        self.code = found.content.project.code
        self.pathway: Pathway = programmes.pathway(cycles.counted(found.content.project).households)
        self.now = {shown.number: shown for shown in found.content.rows}
        self.unnumbered = _by_likeness(found.content.rows)
        self.first: dict[int, int] = {}

    def run(self, rows: Iterable[ReadRow]) -> None:
        """Compares each row; what is wrong is noted with its spot."""
        seen_ids: dict[str, int] = {}
        for row in rows:
            if row.known_by.id_hash:
                first = seen_ids.setdefault(row.known_by.id_hash, row.row)
                if first != row.row:
                    self._report(say.ID_TWICE, row, "id", first=first)
                    continue
            if row.number is None:
                self._compare_new(row)
            else:
                self._compare_numbered(row, row.number)

    def _report(self, kind: Kind, row: ReadRow, key: str, **values: object) -> None:
        spot = replace(self.where, row=row.row, column=HEADS[key].th)
        self.found.problems.append(kind.at(spot, **values))

    def _compare_numbered(self, row: ReadRow, number: int) -> None:
        now = self.now.get(number)
        was = self.states.get((self.code, str(number)))
        first = self.first.setdefault(number, row.row)
        if first != row.row:
            return self._report(say.NUMBER_TWICE, row, "number", number=number, first=first)
        if now is None or was is None:
            return self._report(say.NO_SUCH_NUMBER, row, "number", code=self.code, number=number)
        if row.tail and row.tail != now.id_tail:
            return self._report(say.ID_TAIL, row, "id")
        known_by = KnownBy(now.id_hash, now.id_tail) if row.tail else row.known_by
        typed = _typed(row, known_by, now.told)
        if typed.fingerprint() == now.fingerprint():
            self.found.counts[Change.SAME] += 1
        elif typed.fingerprint() == was:
            self.found.counts[Change.THEIRS] += 1
        elif now.fingerprint() != was:
            self._report(say.CHANGED_MEANWHILE, row, "number", number=number, fields=_named(typed, now))
        else:
            self._change(row, typed, now, known_by)
        return None

    def _change(self, row: ReadRow, typed: Listed, now: Listed, known_by: KnownBy) -> None:
        before = len(self.found.problems)
        tell = self._tell(row, typed, now, now.told)
        if len(self.found.problems) == before:
            self._add(Compared(Change.CHANGED, self.code, row, tuple(_fields(typed, now)), tell, known_by))

    def _compare_new(self, row: ReadRow) -> None:
        if row.tail:
            return self._report(say.ID_TAIL, row, "id")
        there = self._there(row)
        if there is not None:
            typed = _typed(row, row.known_by, there.told, there.number)
            if typed.fingerprint() == there.fingerprint():
                self.found.counts[Change.SAME] += 1
            else:
                fields = _named(typed, there)
                self._report(say.THERE_ALREADY, row, "name", number=there.number, fields=fields)
            return None
        before = len(self.found.problems)
        tell = self._tell(row, None, None, None)
        if len(self.found.problems) == before:
            self._add(Compared(Change.NEW, self.code, row, (), tell, row.known_by))
        return None

    def _there(self, row: ReadRow) -> Listed | None:
        """The household of the list that a row without a number surely is: it was uploaded before."""
        found = self.unnumbered.get(("id", row.known_by.id_hash)) if row.known_by.id_hash else None
        found = found or self.unnumbered.get(("name", row.compared, row.house_compared, row.known_by.id_hash))
        return found.pop(0) if found else None

    def _tell(self, row: ReadRow, typed: Listed | None, now: Listed | None, told: Told | None) -> Tell | None:
        """What the row tells anew of its household; None for nothing, or (with a problem) what cannot be."""
        if told is not None and not told.is_open:
            return self._tell_on(row, told)
        if not row.stage or row.days is None:
            if told is not None:
                self._report(say.TOLD_ALREADY, row, "stage", told=self._said(told))
            return None
        if typed is not None and now is not None and not any(key in TOLD for key in _fields(typed, now)):
            return None
        if row.draws is None:
            self._report(say.DRAWS_MISSING, row, "draws")
            return None
        if row.draws == DrawsFrom.LOT_ABOVE and not self.has_lot:
            self._report(say.NO_LOT, row, "draws", code=self.code)
            return None
        return Tell(row.stage, row.days, row.draws)

    def _tell_on(self, row: ReadRow, told: Told) -> Tell | None:
        """A household that was told of goes on: to a later stage, or out by an exit."""
        if row.stage == told.stage and row.days == told.days and row.draws in (None, told.draws):
            return None
        if row.stage in ("", told.stage) or row.days is None or row.draws not in (None, told.draws):
            self._report(say.TOLD_ALREADY, row, "stage", told=self._said(told))
            return None
        rank = self.pathway.rank
        if told.stage not in rank or rank.get(row.stage, len(rank)) < rank[told.stage]:
            stage = self.found.content.words.stages[row.stage]
            self._report(say.GOES_BACK, row, "stage", stage=stage, told=self._said(told))
            return None
        return Tell(row.stage, row.days)

    def _said(self, told: Told) -> str:
        stage = self.found.content.words.stages.get(told.stage, told.stage)
        return f"{stage} {short_vague(VagueDate(told.days.first, told.days.last))}"

    def _add(self, one: Compared) -> None:
        if one.row.hidden:
            self.found.hidden.append(one.row.row)
            return
        self.found.counts[one.change] += 1
        self.found.rows.append(one)


def _by_likeness(there: Sequence[Listed]) -> dict[tuple[str, ...], list[Listed]]:
    found: dict[tuple[str, ...], list[Listed]] = defaultdict(list)
    for shown in there:
        if shown.id_hash:
            found["id", shown.id_hash].append(shown)
        found["name", shown.compared, shown.house_compared, shown.id_hash].append(shown)
    return found


def _typed(row: ReadRow, known_by: KnownBy, told: Told | None, number: int | None = None) -> Listed:
    """The row as its list would show it; where it comes from stays as it was told."""
    draws = row.draws or ("" if told is None or told.is_open else told.draws)
    return Listed(
        number=number if number is not None else row.number,
        name=row.name,
        id_hash=known_by.id_hash,
        id_tail=known_by.id_tail,
        house=row.house,
        house_compared=row.house_compared,
        part=row.part,
        solution=row.solution,
        vulnerability=row.vulnerability,
        stage=row.stage,
        days=row.days,
        draws=draws,
        note=row.note,
    )


def _fields(typed: Listed, now: Listed) -> Iterator[str]:
    """The columns in which two rows differ."""
    pairs = {
        "name": (typed.name, now.name),
        "id": (typed.id_hash, now.id_hash),
        "house": (typed.house_compared, now.house_compared),
        "part": (typed.part, now.part),
        "solution": (typed.solution, now.solution),
        "vulnerability": (sorted(typed.vulnerability), sorted(now.vulnerability)),
        "stage": (typed.stage, now.stage),
        "since": (typed.days, now.days),
        "draws": (typed.draws, now.draws),
        "note": (typed.note, now.note),
    }
    return (key for key, (mine, theirs) in pairs.items() if mine != theirs)


def _named(typed: Listed, now: Listed) -> Both:
    heads = [HEADS[key] for key in _fields(typed, now)]
    return Both(", ".join(head.th.split(" · ")[0] for head in heads), ", ".join(head.en for head in heads))


def _check_ids(found: Sequence[ListDifference], where: Where) -> None:
    """A citizen ID stands once in a programme, or in one event of it: who has a right gets no second one."""
    by_cycle: dict[tuple[str, int | None], list[tuple[ListDifference, Compared]]] = defaultdict(list)
    for one in found:
        project = one.content.project
        by_cycle[project.programme, project.event_id] += (
            (one, row)
            for row in one.rows
            if row.known_by.id_hash and (row.change == Change.NEW or "id" in row.fields)
        )
    for (programme, event), some in by_cycle.items():
        there = numbers_with(programme, event, [row.known_by.id_hash for _, row in some])
        first: dict[str, int] = {}
        for one, row in some:
            spot = replace(where, row=row.row.row, column=HEADS["id"].th)
            met = first.setdefault(row.known_by.id_hash, row.row.row)
            if met != row.row.row:
                one.problems.append(say.ID_TWICE.at(spot, first=met))
            elif row.known_by.id_hash in there:
                number = there[row.known_by.id_hash]
                one.problems.append(say_of_housing.SAME_HOUSEHOLD.at(spot, household=number))
