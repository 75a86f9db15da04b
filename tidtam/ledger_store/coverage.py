"""Which standings leave a stage open, so that a figure is a floor ("at least 763")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from tidtam.ledger.pathway import Pathway
from tidtam.ledger_store.models import Statement
from tidtam.places.models import Kind, Place, TreeClosure

_Exact = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Stood:
    """A standing of a place: its day, and the stages that it counts exactly."""

    place: int
    container: int | None
    day: date
    exact: _Exact


@dataclass(slots=True)
class OpenStages:
    """All standings that held at the moment, and the place that is asked about."""

    asked: int | None
    stood: list[_Stood] = field(default_factory=list)

    def is_floor(self, pathway: Pathway, stage: str, on: date = date.max) -> bool:
        """Whether by a day somebody told how it stands beyond `stage` without saying how many are at it.

        A standing of the whole place asked about, of the same day or later, closes what was open.
        """
        rank = pathway.rank[stage]
        latest = self._latest(on)
        closing = [s for s in latest if s.place == self.asked and _closes(s.exact, pathway, rank)]
        closed_on = max((stood.day for stood in closing), default=date.min)
        return any(s.day > closed_on and not _closes(s.exact, pathway, rank) for s in latest)

    def tells(self, pathway: Pathway, stage: str) -> bool:
        """Whether any standing says how many are at or beyond a stage, be it none."""
        return any(_closes(stood.exact, pathway, pathway.rank[stage]) for stood in self.stood)

    def before(self, day: date | None) -> bool:
        """Whether the place asked about last told how it stands before a day."""
        told = [stood.day for stood in self.stood if stood.place == self.asked]
        return day is not None and max(told, default=date.min) < day

    def until(self, day: date) -> OpenStages:
        """Only the standings of a day and before."""
        return OpenStages(self.asked, [stood for stood in self.stood if stood.day <= day])

    def within(self, place: int | None, home: Mapping[int, int]) -> OpenStages:
        """Only the standings of a place and of what lies in it."""
        inside = [s for s in self.stood if s.place == place or home.get(s.place) == place]
        return OpenStages(place, inside)

    def _latest(self, on: date) -> list[_Stood]:
        """The latest standing of each place by a day; those of one day are read together."""
        latest: dict[tuple[int, int | None], _Stood] = {}
        for stood in self.stood:
            if stood.day > on:
                break
            key = (stood.place, stood.container)
            earlier = latest.get(key)
            if earlier is not None and earlier.day == stood.day:
                stood = replace(stood, exact=stood.exact | earlier.exact)
            latest[key] = stood
        return list(latest.values())


def _closes(exact: _Exact, pathway: Pathway, rank: int) -> bool:
    return any(pathway.rank[stage] <= rank for stage in exact)


def open_stages(
    as_of: date,
    known_at: date | None,
    position: int | None,
    place: int | None,
    tree: str,
    cells: Collection[int],
) -> dict[int, OpenStages]:
    """For each cell the standings in scope that held at the moment, in the order of their days."""
    found = _holding(as_of, known_at, position, cells)
    if place is not None:
        inside = TreeClosure.objects.filter(
            tree=tree, ancestor=place, valid_from__lte=as_of, valid_to__gt=as_of
        )
        found = found.filter(place__in=inside.values("descendant"))
    by_cell: dict[int, list[_Stood]] = defaultdict(list)
    rows = found.order_by("day_last", "position", "key")
    columns = ("cell", "place", "container", "day_last", "counts")
    for cell, at, container, day, counts in rows.values_list(*columns):
        exact = frozenset(stage for stage, _, at_least in counts if not at_least)
        by_cell[cell].append(_Stood(at, container, day, exact))
    asked = place if place is not None else _nation()
    return {cell: OpenStages(asked, by_cell[cell]) for cell in cells}


def _nation() -> int | None:
    """The place that a question without a place is about."""
    return Place.objects.filter(kind=Kind.NATION).values_list("pk", flat=True).first()


def _holding(
    as_of: date, known_at: date | None, position: int | None, cells: Collection[int]
) -> QuerySet[Statement]:
    """Standings told by then and not taken back (taken back twice, they hold again)."""
    known, turned = Q(), Q()
    if known_at is not None:
        known &= Q(told_on__lte=known_at)
        turned &= Q(withdrawals__known_on__lte=known_at)
    if position is not None:
        known &= Q(position__lte=position)
        turned &= Q(withdrawals__position__lte=position)
    turns = Count("withdrawals", filter=turned) if turned else Count("withdrawals")
    return (
        Statement.objects.filter(known, kind=Statement.Kind.STANDS, cell__in=cells, day_last__lte=as_of)
        .annotate(turns=turns)
        .annotate(odd=F("turns") % 2)
        .filter(odd=0)
    )
