"""The only reader of the book: figures, and what they are made of, as of any day and as then known.

Because every rule was kept when writing, reading is plain addition over entries that were known by
`known_at` and have a position up to `position`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F, Q, QuerySet, Sum

from tidtam.ledger.figure import (
    NOT_REPORTED,
    Figure,
    Flow,
    Measure,
    ResultKind,
    crossed_number,
    exits_number,
    stage_parts,
    standing_bounds,
)
from tidtam.ledger.movement import End
from tidtam.ledger.pathway import NOTHING, Pathway
from tidtam.ledger_store.adding import Added, Adding, By, Which, add_up, homes, in_scope
from tidtam.ledger_store.coverage import OpenStages, open_stages
from tidtam.ledger_store.models import Cell, Entry, Head
from tidtam.ledger_store.moments import NATION, Moment, Scope

__all__ = [
    "NATION", "Ask", "DayFlow", "Moment", "Scope", "by_day", "by_place", "entries", "figures",
    "figures_by_place", "head", "number_of", "opened", "standing_in", "standing_subjects",
    "where_these_stand",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: how many at (or crossing) `stage` of a pathway in a cycle, where and when.

    `start` is the first day of the span of a Crossed measure; None is the whole cycle.
    `net_of_exits`: exits of this cycle are taken off, because all of it crossed within the span.
    """

    pathway: Pathway
    cycle: str
    stage: str
    measure: Measure
    moment: Moment
    scope: Scope = NATION
    start: date | None = None
    net_of_exits: bool = False


def head() -> int:
    """The last position in the book; 0 when it is empty."""
    return Head.objects.filter(pk=1).values_list("position", flat=True).first() or 0


def figures(asks: Sequence[Ask]) -> list[Figure]:
    """The figure of each question, in a number of queries that does not grow with the questions asked
    of the same moment and scope."""
    cells = _cells(asks)
    answers: dict[Ask, Figure] = {}
    groups: dict[tuple[Moment, Scope, date | None], list[Ask]] = defaultdict(list)
    for ask in asks:
        if (ask.pathway.code, ask.cycle) in cells:
            groups[ask.moment, ask.scope, ask.start].append(ask)
        else:
            answers[ask] = NOT_REPORTED
    for (moment, scope, start), group in groups.items():
        numbers = {ask: cells[ask.pathway.code, ask.cycle] for ask in group}
        answers |= _group(moment, scope, start, numbers)
    return [answers[ask] for ask in asks]


def _cells(asks: Iterable[Ask]) -> dict[tuple[str, str], int]:
    found = Cell.objects.filter(pathway__in={ask.pathway.code for ask in asks})
    return {(code, cycle): pk for code, cycle, pk in found.values_list("pathway", "cycle", "pk")}


def _group(moment: Moment, scope: Scope, start: date | None, numbers: Mapping[Ask, int]) -> dict[Ask, Figure]:
    cells = frozenset(numbers.values())
    asked = Adding(cells, moment, scope, start)
    sums = _by_cell(add_up(asked))
    later = _by_cell(add_up(replace(asked, which=Which.OVER_THE_END)))
    over = _by_cell(add_up(replace(asked, which=Which.OVER_THE_START))) if start is not None else {}
    opened = open_stages(moment.as_of, moment.known_at, moment.position, scope.place, scope.tree, cells)
    return {
        ask: _figure(ask, sums.get(n, ()), later.get(n, ()), over.get(n, ()), opened[n])
        for ask, n in numbers.items()
    }


def _by_cell(sums: Iterable[Added]) -> Mapping[int, list[Added]]:
    found: dict[int, list[Added]] = defaultdict(list)
    for one in sums:
        found[one.cell].append(one)
    return found


def _figure(
    ask: Ask, sums: Sequence[Added], later: Sequence[Added], before: Sequence[Added], opened: OpenStages
) -> Figure:
    if not _is_told(ask, sums, opened):
        return NOT_REPORTED
    flows = [one.flow for one in sums]
    counted = Figure(
        parts=stage_parts(ask.pathway, flows),
        traced=_traced(ask, sums),
        may_belong_after=_crossed(ask, later),
        last_day=max((one.last_day for one in sums if one.last_day), default=None),
        entries=sum(one.times for one in sums),
    )
    if ask.measure is Measure.STANDING:
        return _standing(ask, flows, counted, opened, _gathered_on(sums))
    return _crossing(ask, sums, counted, before, opened)


def _is_told(ask: Ask, sums: Sequence[Added], opened: OpenStages) -> bool:
    """Whether anybody said something of the stage: that any reached it, or how many stand there."""
    here = [one for one in sums if one.times > 0 and one.flow.arrives]
    rank = ask.pathway.rank[ask.stage]
    reached = any(one.flow.number and ask.pathway.highest(one.flow.to) >= rank for one in here)
    return bool(here) and (reached or opened.tells(ask.pathway, ask.stage))


def _gathered_on(sums: Sequence[Added]) -> date | None:
    """The last day on which a standing of a wider place gathered what was split by place before."""
    left = [one for one in sums if one.gathers and one.flow.leaves and not one.flow.arrives]
    return max((one.last_day for one in left if one.flow.to and one.last_day), default=None)


def _standing(
    ask: Ask, flows: Sequence[Flow], counted: Figure, opened: OpenStages, gathered: date | None
) -> Figure:
    surely, most = standing_bounds(ask.pathway, flows, ask.stage)
    if opened.is_floor(ask.pathway, ask.stage) or opened.before(gathered):
        return replace(counted, number=surely, kind=ResultKind.FLOOR)
    if most > surely:
        return replace(counted, number=surely, kind=ResultKind.RANGE, upper=most)
    return replace(counted, number=surely, kind=ResultKind.EXACT)


def _crossing(
    ask: Ask, sums: Sequence[Added], counted: Figure, before: Sequence[Added], opened: OpenStages
) -> Figure:
    in_span = [one.flow for one in sums if one.in_span]
    exits = 0 if ask.net_of_exits else exits_number(ask.pathway, in_span, ask.stage)
    number = _came(ask, in_span)
    surely, most = standing_bounds(ask.pathway, [one.flow for one in sums], ask.stage)
    unsplit = most - surely  # some of what stands there now may have crossed
    kind = ResultKind.RANGE if unsplit else ResultKind.EXACT
    if opened.is_floor(ask.pathway, ask.stage):
        kind = ResultKind.FLOOR
    return replace(
        counted,
        number=number,
        kind=kind,
        upper=number + unsplit if kind is ResultKind.RANGE else None,
        exits=exits,
        may_belong_before=_crossed(ask, before),
    )


def _came(ask: Ask, flows: Sequence[Flow]) -> int:
    """Who crossed within the span; without those who left, where all of them crossed within it."""
    number = crossed_number(ask.pathway, flows, ask.stage)
    return number - exits_number(ask.pathway, flows, ask.stage) if ask.net_of_exits else number


def number_of(ask: Ask, flows: Sequence[Flow]) -> tuple[int, int]:
    """What the flows of a span add up to: surely, and at most."""
    if ask.measure is Measure.STANDING:
        return standing_bounds(ask.pathway, flows, ask.stage)
    return _came(ask, flows), _came(ask, flows)


def _crossed(ask: Ask, sums: Sequence[Added]) -> int:
    return crossed_number(ask.pathway, [one.flow for one in sums], ask.stage)


def _traced(ask: Ask, sums: Sequence[Added]) -> int:
    flows = [(one.in_span, _traced_flow(one)) for one in sums if one.traced]
    if ask.measure is Measure.STANDING:
        return standing_bounds(ask.pathway, [flow for _, flow in flows], ask.stage)[0]
    return _came(ask, [flow for in_span, flow in flows if in_span])


def _traced_flow(one: Added) -> Flow:
    """Whoever is named out of a lot becomes traced by that: in the lot they were not."""
    start = NOTHING if one.flow.from_lot else one.flow.start
    return replace(one.flow, number=one.traced, start=start, from_lot=False)


# What a figure is made of


def by_place(ask: Ask, children: Sequence[int]) -> dict[int | None, Figure]:
    """The figure of each of these places, and under None what lies in scope but in none of them."""
    return figures_by_place([ask], children)[0]


def figures_by_place(asks: Sequence[Ask], children: Sequence[int]) -> list[dict[int | None, Figure]]:
    """The same for many questions of one moment, scope and start, in one fixed number of queries."""
    cells = _cells(asks)
    numbers = [cells.get((ask.pathway.code, ask.cycle)) for ask in asks]
    known = frozenset(number for number in numbers if number is not None)
    if not known:
        return [{} for _ in asks]
    ask, on = asks[0], asks[0].moment.as_of
    asked = Adding(known, ask.moment, ask.scope, ask.start, by=By.PLACE, children=frozenset(children))
    sums = _by_cell(add_up(asked))
    home = homes(ask.scope.tree, children, on)
    stages = open_stages(on, ask.moment.known_at, ask.moment.position, None, ask.scope.tree, known)
    return [
        _of_places(one, sums.get(number, ()), stages[number], home) if number is not None else {}
        for one, number in zip(asks, numbers, strict=True)
    ]


def _of_places(
    ask: Ask, sums: Sequence[Added], opened: OpenStages, home: Mapping[int, int]
) -> dict[int | None, Figure]:
    found = {}
    for child, part in _ends(sums).items():
        figure = _figure(ask, part, (), (), opened.within(child, home))
        if figure.is_reported:
            found[child] = figure
    return found


def _ends(sums: Sequence[Added]) -> Mapping[int | None, list[Added]]:
    """Each sum at the child where it arrives, and at the child that it leaves."""
    found: dict[int | None, list[Added]] = defaultdict(list)
    for one in sums:
        comes = one.goes if one.to_nowhere else one.comes
        goes = comes if one.from_nowhere else one.goes
        if one.flow.arrives:
            found[comes].append(replace(one, flow=replace(one.flow, leaves=comes == goes)))
        if one.flow.leaves and (comes != goes or not one.flow.arrives):
            found[goes].append(replace(one, flow=replace(one.flow, arrives=False, leaves=True), times=0))
    return found


def opened(ask: Ask) -> OpenStages:
    """Which standings in the scope of a question leave a stage open, on any day up to its moment."""
    cell = _cells([ask]).get((ask.pathway.code, ask.cycle))
    if cell is None:
        return OpenStages(ask.scope.place)
    moment, scope = ask.moment, ask.scope
    found = open_stages(moment.as_of, moment.known_at, moment.position, scope.place, scope.tree, {cell})
    return found[cell]


@dataclass(frozen=True, slots=True)
class DayFlow:
    """The flows of one day (the day from which they count)."""

    day: date
    flows: tuple[Flow, ...]


def by_day(ask: Ask) -> list[DayFlow]:
    """All flows of the figure's span up to the moment, by the day from which they count."""
    cell = _cells([ask]).get((ask.pathway.code, ask.cycle))
    if cell is None:
        return []
    crossed = ask.start is not None and ask.measure is Measure.CROSSED
    start = ask.start if crossed else None
    days: dict[date, list[Flow]] = defaultdict(list)
    for one in add_up(Adding(frozenset({cell}), ask.moment, ask.scope, start, by=By.DAY)):
        if one.in_span and one.day is not None:
            days[one.day].append(one.flow)
    return [DayFlow(day, tuple(flows)) for day, flows in sorted(days.items())]


def entries(ask: Ask) -> QuerySet[Entry]:
    """The entries under a figure, the latest day first; those that only say "it stands" are left out."""
    touching = set(ask.pathway.at_or_beyond(ask.stage)) | set(ask.pathway.maybe_beyond(ask.stage))
    found = ask.moment.entries().filter(
        Q(to_stage__in=touching) | Q(start_stage__in=touching),
        cell__pathway=ask.pathway.code, cell__cycle=ask.cycle, quantity__gt=0,
    )  # fmt: skip
    if ask.start is not None and ask.measure is Measure.CROSSED:
        found = found.filter(day_last__gte=ask.start)
    return (
        in_scope(found, ask.scope, ask.moment.as_of)
        .select_related("subject", "start_place", "to_place", "batch")
        .order_by("-day_last", "-position")
    )


def standing_subjects(pathway: Pathway, cycle: str, moment: Moment) -> list[Entry]:
    """For each named subject the entry by which it came to where it stands at this moment.

    An end that was reached more often than it was left is where a subject stands; positions do not
    tell, because a fact that is told late is put into the book late.
    """
    rows = moment.entries().filter(cell__pathway=pathway.code, cell__cycle=cycle, subject__isnull=False)
    return _where_they_stand(rows)


def where_these_stand(pathway: Pathway, subjects: Collection[int], moment: Moment) -> dict[int, Entry]:
    """The same for some named subjects, in whatever cycle, by the subject; whoever never came is left out."""
    rows = moment.entries().filter(cell__pathway=pathway.code, subject__in=subjects)
    return {entry.subject_id or 0: entry for entry in _where_they_stand(rows)}


def standing_in(pathway: Pathway, containers: Collection[int], moment: Moment) -> dict[int, dict[str, int]]:
    """How many stand at each stage (or left by each exit) in containers, named or not.

    By container and stage or span of stages; where nothing stands is left out. Cycles are added together.
    """
    entries = moment.entries().filter(cell__pathway=pathway.code)
    numbers: dict[tuple[int, str], int] = Counter()
    for side, turn in (("to", 1), ("start", -1)):
        rows = entries.filter(**{f"{side}_container__in": containers}).exclude(**{f"{side}_stage": NOTHING})
        columns = (f"{side}_container", f"{side}_stage")
        sums = rows.values_list(*columns).annotate(number=Sum(F("sign") * F("quantity")))
        for container, stage, number in sums:
            numbers[container, stage] += turn * number
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for (container, stage), number in numbers.items():
        if number:
            found[container][stage] = number
    return dict(found)


def _where_they_stand(rows: QuerySet[Entry]) -> list[Entry]:
    paths: dict[int, dict[End, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    times: Counter[tuple[int, End]] = Counter()
    for entry in rows.select_related("subject", "to_place").order_by("day_last", "position"):
        subject = entry.subject_id or 0
        to = End(entry.to_stage, entry.to_place_id, entry.to_container_id)
        times[subject, to] += entry.sign
        start = End(entry.start_stage, entry.start_place_id, entry.start_container_id)
        times[subject, start] -= 0 if entry.from_lot else entry.sign
        if entry.sign > 0:
            paths[subject][to].append(entry)
    return [
        reached[-1]
        for subject, ends in paths.items()
        for end, reached in ends.items()
        if times[subject, end] > 0
    ]
