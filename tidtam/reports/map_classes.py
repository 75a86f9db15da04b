"""The classes of a map: by per cent of the target where places have one, else by number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tidtam.pictures.charts import Look
from tidtam.problems import Both
from tidtam.reports.content import MapPlace
from tidtam.reports.wording import NOT_REPORTED
from tidtam.thai.digits import number

STEPS: tuple[Look, ...] = ("1", "2", "3", "4")
PERCENT = (25, 50, 100)
"""Where a class by per cent ends and the next begins; the last has all from 100 up."""

UNTARGETED = Both("มีผล ไม่ได้ตั้งเป้า", "reported, no target")
OUTSIDE = Both("อยู่นอกบรรทัดนี้", "not in this line")
AND_MORE = Both("{n} % ขึ้นไป", "{n} % and more")
LESS = Both("ต่ำกว่า {n} %", "under {n} %")
BETWEEN = Both("{a} ถึงต่ำกว่า {b} %", "{a} to under {b} %")

Class = tuple[Look, Both]


@dataclass(frozen=True, slots=True)
class Classes:
    """Which look a place has, and what each look means, from little to much, the unknown last.

    What is known only as a floor or a range is put by its lower end.
    """

    by_percent: bool
    tops: tuple[int, ...]
    steps: tuple[Class, ...]

    def look(self, place: MapPlace) -> Look:
        """How a place is drawn; what is not reported never looks like a number."""
        if place.quantity is None:
            return "unknown"
        if not self.by_percent:
            above = sum(place.quantity > top for top in self.tops)
        elif place.percent is None:
            return "untargeted"
        else:
            above = sum(place.percent >= top for top in self.tops)
        return self.steps[min(above, len(self.steps) - 1)][0]

    def keys(self, places: Sequence[MapPlace]) -> list[tuple[Look, Both, int]]:
        """Every class with the number of its places: steps always, others where they are on the map."""
        looks = [self.look(place) for place in places]
        beside: list[Class] = [("untargeted", UNTARGETED), ("unknown", NOT_REPORTED)]
        shown = [*self.steps, *(one for one in beside if one[0] in looks)]
        return [(look, words, looks.count(look)) for look, words in shown]


def classes_of(places: Sequence[MapPlace]) -> Classes:
    """The classes that fit these places.

    >>> from tidtam.reports.content import PlaceName
    >>> at = PlaceName("40", "province", "ขอนแก่น", "Khon Kaen")
    >>> classes_of([MapPlace(at, 12543, target=11500)]).look(MapPlace(at, 12543, target=11500))
    '4'
    >>> classes_of([MapPlace(at, 3)]).look(MapPlace(at, None))
    'unknown'
    """
    if any(place.percent is not None for place in places):
        return Classes(True, PERCENT, tuple(zip(STEPS, _percent_words(), strict=True)))
    return _by_number([place.quantity for place in places if place.quantity is not None])


def _percent_words() -> list[Both]:
    first, *_, last = PERCENT
    between = [_filled(BETWEEN, a=a, b=b) for a, b in pairwise(PERCENT)]
    return [_filled(LESS, n=first), *between, _filled(AND_MORE, n=last)]


def _by_number(numbers: Sequence[int]) -> Classes:
    """Nought has a class of its own, then up to three with about as many places in each."""
    found = sorted(value for value in numbers if value > 0)
    tops = sorted({found[len(found) * part // 3 - 1] for part in (1, 2, 3) if len(found) * part // 3})
    spans = [_span(found, low, top) for low, top in zip([0, *tops], tops, strict=False)]
    steps: list[Class] = list(zip(STEPS[-len(spans) :] if spans else (), spans, strict=True))
    if 0 in numbers:
        return Classes(False, (0, *tops), (("1", Both("0", "0")), *steps))
    return Classes(False, tuple(tops), tuple(steps))


def _span(found: Sequence[int], low: int, top: int) -> Both:
    least = min(value for value in found if value > low)
    said = number(top) if least == top else f"{number(least)}–{number(top)}"
    return Both(said, said)


def _filled(words: Both, **values: int) -> Both:
    return Both(words.th.format(**values), words.en.format(**values))
