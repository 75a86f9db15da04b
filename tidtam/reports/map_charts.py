"""A map as a chart: the places in their shapes and points, their classes, and what is said of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tidtam.ledger.achievement import percent_of
from tidtam.pictures.charts import AreaMap, MapArea, MapKey, MapPoint
from tidtam.places.models import Kind
from tidtam.places.plane import on_plane
from tidtam.places.shapes import COUNTRY, PROVINCE, REGION, outlines, tambon_points
from tidtam.problems import Both
from tidtam.reports import wording
from tidtam.reports.content import Line, MapPlace, MapRegion, PlaceMap, PlaceName
from tidtam.reports.map_classes import OUTSIDE, Classes, classes_of
from tidtam.thai.digits import number, to_thai

GULF = on_plane(100.85, 11.5)
"""Where there is water enough for the legend of a map of the country."""


OF_TARGET = Both("ร้อยละของเป้าหมาย", "Per cent of target")
COUNTED = Both("(จำนวน{places})", "(number of {places})")
PLACES: dict[str, Both] = {
    Kind.REGION: Both("ภาค", "regions"),
    Kind.PROVINCE: Both("จังหวัด", "provinces"),
    Kind.TAMBON: Both("ตำบล", "tambons"),
}
OF = Both("{a} จาก {b}", "{a} of {b}")

Link = Callable[[PlaceName], str]


def no_link(_place: PlaceName) -> str:
    """On paper nothing opens."""
    return ""


@dataclass(frozen=True, slots=True)
class Mapper:
    """Draws maps of one line in one language; `link` gives the page that a place opens to."""

    line: Line
    lang: str = "th"
    digits: str = "arabic"
    link: Link = no_link

    def chart(self, found: PlaceMap, title: str) -> AreaMap | None:
        """The whole map; None where nothing on it has a shape or a point."""
        classes = classes_of(found.parts)
        if found.kind == Kind.TAMBON:
            return self._of_points(found, classes, title)
        areas = self._outside(found) + self._areas(found, classes)
        if not areas:
            return None
        whole = len(areas) > 1 and found.place.kind == Kind.NATION
        return AreaMap(
            areas=tuple(areas),
            title=title,
            description=self.told(classes, found.parts),
            keys=self._keys(classes, found.parts, outside=bool(self._outside(found))),
            head=self.head(classes, found.kind),
            corner=GULF if whole else None,
        )

    def region(self, region: MapRegion, classes: Classes) -> AreaMap:
        """A small map of one region; its provinces carry their numbers."""
        drawn = outlines(COUNTRY)
        areas = (
            self._area(part, drawn.around([part.place.code]), classes, True) for part in region.provinces
        )
        name = self.name(region.whole.place)
        return AreaMap(
            areas=tuple(area for area in areas if area.rings),
            title=name,
            description=self.told(classes, region.provinces),
            tallest=1.3,
        )

    def told(self, classes: Classes, places: Sequence[MapPlace]) -> str:
        """The classes with the number of places in each, in a sentence."""
        return ", ".join(f"{words.text(self.lang)}: {n}" for _, words, n in classes.keys(places))

    def head(self, classes: Classes, kind: str | None) -> tuple[str, ...]:
        """What the classes measure, and what is counted in brackets behind each."""
        unit = self.line.unit_en if self.lang == "en" else self.line.unit_th
        measure = OF_TARGET.text(self.lang) if classes.by_percent else unit
        counted = COUNTED.text(self.lang).format(places=PLACES[kind].text(self.lang)) if kind else ""
        return tuple(filter(None, (measure, counted)))

    def keys(self, classes: Classes, places: Sequence[MapPlace]) -> tuple[MapKey, ...]:
        """The legend."""
        return self._keys(classes, places, outside=False)

    def words(self, part: MapPlace) -> str:
        """A place, what it reached of what, and how many per cent that is."""
        return f"{self.name(part.place)}: {self.reached(part)}"

    def reached(self, part: MapPlace) -> str:
        """What a place has reached, with its unit; in words where nothing was reported."""
        if part.quantity is None:
            said = wording.NOT_REPORTED.text(self.lang)
            return said if part.target is None else f"{said} ({self._target(part.target)})"
        unit = self.line.unit_en if self.lang == "en" else self.line.unit_th
        amount = wording.amount(part.quantity, part.upper, part.kind, self.lang, self.digits)
        if part.target is None:
            return f"{amount} {unit}"
        of = OF.text(self.lang).format(a=amount, b=number(part.target, self.digits))
        return f"{of} {unit} {self.percent(part)} %".replace("– %", "").strip()

    def percent(self, part: MapPlace) -> str:
        """The per cent of a place's target, as sure as its number."""
        upper = percent_of(part.upper, part.target)
        return wording.percent_words(part.percent, upper, part.kind, self.digits)

    def name(self, place: PlaceName) -> str:
        """A place in the language of the map."""
        return place.name_en if self.lang == "en" and place.name_en else place.name_th

    def _target(self, target: int) -> str:
        said = Both("เป้าหมาย {n}", "target {n}").text(self.lang)
        return said.format(n=number(target, self.digits))

    def _areas(self, found: PlaceMap, classes: Classes) -> list[MapArea]:
        drawn = outlines(COUNTRY if found.place.kind == Kind.NATION else REGION)
        labelled = found.kind == Kind.REGION or found.place.kind != Kind.NATION
        made = (
            self._area(
                part,
                drawn.around(found.members.get(part.place.code, [part.place.code])),
                classes,
                labelled,
            )
            for part in found.parts
        )
        return [area for area in made if area.rings]

    def _area(self, part: MapPlace, rings: tuple[tuple[tuple[float, float], ...], ...], classes: Classes,
              labelled: bool) -> MapArea:  # fmt: skip
        label = self._label(part) if labelled and part.quantity is not None else ""
        return MapArea(rings, classes.look(part), self.words(part), label, self.link(part.place))

    def _label(self, part: MapPlace) -> str:
        if part.percent is not None:
            return self.percent(part)
        said = wording.brief_amount(part.quantity or 0, part.upper, part.kind)
        return to_thai(said) if self.digits == "thai" else said

    def _outside(self, found: PlaceMap) -> list[MapArea]:
        """The rest of the country around a line that is all in one province."""
        if found.alone is None or found.place.kind != Kind.NATION:
            return []
        drawn, inside = outlines(COUNTRY), found.parts[0].place.code
        words = OUTSIDE.text(self.lang)
        return [MapArea(drawn.around([code]), "outside", words) for code in drawn.rings if code != inside]

    def _of_points(self, found: PlaceMap, classes: Classes, title: str) -> AreaMap | None:
        points = tambon_points()
        under = outlines(PROVINCE).around(found.within)
        if not under:
            return None
        name = self.name(found.place)
        return AreaMap(
            areas=(MapArea(under, "outside", name),),
            title=title,
            description=self.told(classes, found.parts) if found.parts else "",
            points=tuple(
                MapPoint(points[code], classes.look(part), self.words(part), self._opens(part))
                for part in found.parts
                if (code := part.place.code) in points
            ),
            keys=self.keys(classes, found.parts) if found.parts else (),
            head=self.head(classes, found.kind),
            tallest=1.5,
        )

    def _opens(self, part: MapPlace) -> str:
        """A point that nobody reported on opens to nothing: there are many, and a page stays light."""
        return self.link(part.place) if part.quantity is not None else ""

    def _keys(self, classes: Classes, places: Sequence[MapPlace], *, outside: bool) -> tuple[MapKey, ...]:
        found = [
            MapKey(look, self._in_digits(f"{words.text(self.lang)} ({n})"))
            for look, words, n in classes.keys(places)
        ]
        if outside:
            found.append(MapKey("outside", OUTSIDE.text(self.lang)))
        return tuple(found)

    def _in_digits(self, text: str) -> str:
        return to_thai(text) if self.digits == "thai" else text


def without_point(found: PlaceMap) -> list[MapPlace]:
    """The tambons of a map that have no point, and so stand only in its table."""
    if found.kind != Kind.TAMBON:
        return []
    return [part for part in found.parts if part.place.code not in tambon_points()]
