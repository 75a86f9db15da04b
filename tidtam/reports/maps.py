"""A figure by the places of a map: what each of them has reached, of what it was promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tidtam.ledger.figure import NOT_REPORTED, Figure
from tidtam.ledger_store import read
from tidtam.ledger_store.read import Ask, Scope
from tidtam.places import queries as places
from tidtam.places.atlas import ADMINISTRATIVE
from tidtam.places.models import Kind, Place, Tree
from tidtam.problems import Refused, Where
from tidtam.programmes import queries as programmes
from tidtam.programmes.models import IndicatorVersion
from tidtam.reports import problems as kinds
from tidtam.reports.asking import Asked, Asker
from tidtam.reports.content import Kind as NumberKind
from tidtam.reports.content import Line, MapPlace, MapRegion, PlaceMap, TrailPlace, TreeName
from tidtam.reports.naming import place_name

_PARTS = {
    Kind.NATION: Kind.PROVINCE,
    Kind.REGION: Kind.PROVINCE,
    Kind.PROVINCE: Kind.TAMBON,
    Kind.DISTRICT: Kind.TAMBON,
}
"""The kind of places by which a map of a place is drawn, in its own tree."""


@dataclass(frozen=True)
class Maps:
    """The map of one indicator at one place and moment; `ask` is its question there."""

    asked: Asked
    indicator: IndicatorVersion
    ask: Ask | None

    def page(self, line: Line, tree: str | None, *, below: bool) -> PlaceMap:
        """What the map says; tambons only for those who may see below the province."""
        trees = self._trees()
        chosen = self._chosen(tree, trees)
        made = PlaceMap(
            fiscal_year=self.asked.fiscal_year,
            as_of=self.asked.moment.as_of,
            known_at=self.asked.moment.known_at,
            position=self.asked.position,
            place=place_name(self.here),
            line=line,
            tree=chosen,
            trees=[TreeName(one.code, one.name_th, one.name_en) for one in trees],
            parts=[],
            kind=None,
        )
        if self.ask is None:
            return made
        if self.indicator.place.kind not in (Kind.NATION, Kind.REGION):
            return self._one_place(made, line)
        return self._split(made, self._asking_in(self.ask, chosen), below=below)

    @property
    def here(self) -> Place:
        """What the map shows: the place asked about, or the region that the indicator itself is about."""
        return self.indicator.place if self._of_region else self.asked.place

    @property
    def _of_region(self) -> bool:
        return self.asked.is_nation and self.indicator.place.kind == Kind.REGION

    def _trees(self) -> list[Tree]:
        """The trees by which the nation is shown; other places are shown in the tree that holds them."""
        if not self.asked.is_nation or self._of_region:
            return []
        rows = places.nested_on(self.asked.moment.as_of).filter(
            ancestor=self.asked.place, depth=1, descendant__kind__in=(Kind.REGION, Kind.PROVINCE)
        )
        return list(places.trees().filter(pk__in=rows.values("tree")))

    def _chosen(self, tree: str | None, trees: Sequence[Tree]) -> str:
        if self._of_region:
            return self.indicator.tree
        if not self.asked.is_nation:
            return self.asked.tree
        codes = [one.code for one in trees]
        if tree is not None and tree not in codes:
            raise Refused([kinds.NO_SUCH_TREE.at(Where(field="tree"), tree=tree, trees=", ".join(codes))])
        return tree or ADMINISTRATIVE

    def _asking_in(self, ask: Ask, tree: str) -> Ask:
        return replace(ask, scope=Scope(ask.scope.place, tree))

    def _split(self, made: PlaceMap, ask: Ask, *, below: bool) -> PlaceMap:
        kind = self._kind(made.tree)
        if kind is None:
            return made
        if kind == Kind.TAMBON and not below:
            return replace(made, kind=kind, withheld=True, within=self._province())
        parts = self._within(made.tree, kind)
        figures = read.by_place(ask, [part.pk for part in parts]) if parts else {}
        lost = figures.pop(None, None)
        return replace(
            made,
            kind=kind,
            parts=self._reached(parts, figures),
            within=self._province() if kind == Kind.TAMBON else [],
            members=self._members(made.tree) if kind == Kind.REGION else {},
            unplaced=_unplaced(lost),
        )

    def _kind(self, tree: str) -> Kind | None:
        if self.here.kind == Kind.NATION and tree != ADMINISTRATIVE:
            return Kind.REGION
        return _PARTS.get(Kind(self.here.kind))

    def _within(self, tree: str, kind: Kind) -> list[Place]:
        on = self.asked.moment.as_of
        return list(places.descendants_of_kind(tree, self.here, kind, on))

    def _province(self) -> list[str]:
        """The province whose outline lies under the points of its tambons."""
        here, on = self.here, self.asked.moment.as_of
        if here.kind == Kind.PROVINCE:
            return [here.code]
        found = places.home_at(here, ADMINISTRATIVE, Kind.PROVINCE, on)
        return [found.code] if found else []

    def _members(self, tree: str) -> dict[str, list[str]]:
        """The provinces of each region, by their codes."""
        found: dict[str, list[str]] = {}
        for region, province in self._pairs(tree):
            found.setdefault(region.code, []).append(province.code)
        return found

    def _pairs(self, tree: str) -> list[tuple[Place, Place]]:
        rows = places.homes_at(tree, Kind.REGION, self.asked.moment.as_of)
        rows = rows.filter(descendant__kind=Kind.PROVINCE).select_related("ancestor", "descendant")
        return [(row.ancestor, row.descendant) for row in rows.order_by("ancestor__code", "descendant__code")]

    def _reached(self, parts: Sequence[Place], figures: Mapping[int | None, Figure]) -> list[MapPlace]:
        moment = self.asked.moment
        targets = programmes.targets_at(
            self.indicator,
            self.asked.fiscal_year,
            [part.pk for part in parts],
            as_of=moment.as_of,
            known_at=moment.known_at,
            position=moment.position,
        )
        return [
            _reached(part, figures.get(part.pk, NOT_REPORTED), targets.get(part.pk))
            for part in sorted(parts, key=lambda part: part.code)
        ]

    def _one_place(self, made: PlaceMap, line: Line) -> PlaceMap:
        """A line of one canal: the province that holds it has the whole figure; none where several do."""
        home = places.home_at(self.indicator.place, ADMINISTRATIVE, Kind.PROVINCE, made.as_of)
        made = replace(made, trees=[])
        if home is None:
            return made
        part = MapPlace(place_name(home), line.result, line.result_upper, line.result_kind, line.target)
        return replace(made, kind=Kind.PROVINCE, parts=[part], alone=place_name(self.indicator.place))

    def by_region(self, ask: Ask) -> list[MapRegion]:
        """Every region of the nation with its provinces; empty where no region is known on the day."""
        tree = next((one.code for one in self._trees() if one.code != ADMINISTRATIVE), None)
        pairs = self._pairs(tree) if tree else []
        if tree is None or not pairs or ask.scope.place is not None:
            return []
        ask = self._asking_in(ask, tree)
        regions = list({region.pk: region for region, _ in pairs}.values())
        provinces = [province for _, province in pairs]
        wholes = read.by_place(ask, [region.pk for region in regions])
        figures = read.by_place(ask, [province.pk for province in provinces])
        reached = {
            one.place.code: one for one in self._reached([*regions, *provinces], {**wholes, **figures})
        }
        return [
            MapRegion(reached[one.code], [reached[p.code] for region, p in pairs if region.pk == one.pk])
            for one in regions
        ]


def question(asked: Asked, indicator: IndicatorVersion) -> Ask | None:
    """What is asked of the book: a milestone line counts all that moved, another its counting stage."""
    pathway = programmes.pathway(indicator.pathway, position=asked.moment.position)
    stage = pathway.stages[0].code if indicator.basis == "milestone" else None
    return Asker(asked, {indicator.pathway: pathway}, [indicator]).ask(indicator, stage)


def _reached(part: Place, figure: Figure, target: int | None) -> MapPlace:
    kind: NumberKind | None = figure.kind.value if figure.kind else None
    return MapPlace(place_name(part), figure.number, figure.upper, kind, target)


def _unplaced(figure: Figure | None) -> TrailPlace | None:
    if figure is None or figure.number is None or figure.kind is None:
        return None
    return TrailPlace(None, figure.number, figure.upper, figure.kind.value)
