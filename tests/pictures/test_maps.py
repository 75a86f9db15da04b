"""Maps: classes are told apart without colour, the unknown is hatched, fills stay within their shape."""

from collections.abc import Iterable
from itertools import combinations
from xml.etree import ElementTree

import pytest

from tidtam.pictures.charts import AreaMap, Look, MapArea, MapKey, MapPoint
from tidtam.pictures.layout import drawing
from tidtam.pictures.marks import Area, Box, Dot, Drawing, Mark, Named, Strokes, Word
from tidtam.pictures.svg import svg
from tidtam.pictures.textures import LEVEL, SLANTED, lines_within, texture

SQUARE = ((0.0, 0.0), (40.0, 0.0), (40.0, 40.0), (0.0, 40.0), (0.0, 0.0))
BESIDE = tuple((x + 40, y) for x, y in SQUARE)
ELL = ((0.0, 0.0), (40.0, 0.0), (40.0, 20.0), (20.0, 20.0), (20.0, 40.0), (0.0, 40.0), (0.0, 0.0))
WITHOUT_SHADE: tuple[Look, ...] = ("unknown", "untargeted", "2", "3", "1")


def lengths(pairs: Iterable[tuple[tuple[float, float], tuple[float, float]]]) -> float:
    return sum(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 for (x1, y1), (x2, y2) in pairs)


@pytest.mark.parametrize("angle", [0.0, SLANTED, 90.0, 30.0])
@pytest.mark.parametrize(("ring", "area"), [(SQUARE, 1600), (ELL, 1200)])
def test_lines_fill_a_shape_and_stay_within_it(angle: float, ring, area: float) -> None:  # type: ignore[no-untyped-def]
    pairs = lines_within([ring], angle, 0.5)
    assert lengths(pairs) * 0.5 == pytest.approx(area, rel=0.02)
    middles = [((x1 + x2) / 2, (y1 + y2) / 2) for (x1, y1), (x2, y2) in pairs]
    assert all(-0.01 <= x <= 40.01 and -0.01 <= y <= 40.01 for x, y in middles)
    assert ring is SQUARE or not any(x > 20.3 and y > 20.3 for x, y in middles)


def test_a_line_goes_on_over_the_border_of_two_alike() -> None:
    together, apart = lines_within([SQUARE, BESIDE], LEVEL, 5), lines_within([SQUARE], LEVEL, 5)
    assert len(together) == len(apart)
    assert lengths(together) == pytest.approx(2 * lengths(apart))


def test_without_colour_no_two_classes_look_alike() -> None:
    seen = {look: texture(look, [SQUARE]) for look in WITHOUT_SHADE}
    assert all(seen[one] != seen[other] for one, other in combinations(WITHOUT_SHADE, 2))
    assert texture("4", [SQUARE]) == []  # as dark as can be; the first has neither shade nor lines


def parts(marks: Iterable[Mark]) -> list[Mark]:
    return [part for mark in marks for part in (parts(mark.marks) if isinstance(mark, Named) else [mark])]


def laid(*looks: Look, **more: object) -> Drawing:
    areas = tuple(
        MapArea((tuple((x + 50 * at, y) for x, y in SQUARE),), look, f"ที่ {at}", "43.6", f"/{at}")
        for at, look in enumerate(looks)
    )
    return drawing(AreaMap(areas, "แผนที่", **more), 300)  # type: ignore[arg-type]


def test_unknown_is_hatched_and_nought_is_not() -> None:
    unknown, nought = parts(laid("unknown").marks), parts(laid("1").marks)
    assert [mark.role for mark in unknown if isinstance(mark, Strokes)] == ["unsure"]
    assert not [mark for mark in nought if isinstance(mark, Strokes)]
    assert [mark.role for mark in unknown if isinstance(mark, Area)] == ["map-unknown"]


def test_the_map_fits_its_width_and_height() -> None:
    found = laid("1", "2", "3", "4")
    spots = [
        spot for mark in parts(found.marks) if isinstance(mark, Area) for ring in mark.rings for spot in ring
    ]
    assert min(x for x, _ in spots) >= 0
    assert max(x for x, _ in spots) <= found.width
    assert max(y for _, y in spots) <= found.height
    tall = drawing(AreaMap((MapArea((((0, 0), (1, 0), (1, 100), (0, 0)),), "1", ""),), ""), 100)
    assert tall.height == 190


def test_a_label_is_written_only_where_there_is_room() -> None:
    wide = parts(laid("4").marks)
    assert [mark.text for mark in wide if isinstance(mark, Word)] == ["43.6"]
    assert [mark.role for mark in wide if isinstance(mark, Box)] == ["plate"]
    narrow = parts(laid(*["4"] * 12).marks)
    assert not [mark for mark in narrow if isinstance(mark, Word)]


def test_points_differ_by_size_and_shape() -> None:
    looks: tuple[Look, ...] = ("1", "2", "3", "4", "untargeted", "unknown")
    points = tuple(MapPoint((at, 0), look, look) for at, look in enumerate(looks))
    marks = drawing(AreaMap((), "จุด", points=points), 300).marks
    drawn = [mark.marks for mark in marks if isinstance(mark, Named)]
    radii = [shape[0].radius for shape in drawn[:4] if isinstance(shape[0], Dot)]
    assert radii == sorted(set(radii))
    assert [type(mark) for mark in drawn[4]] == [Dot, Dot]
    assert [type(mark) for mark in drawn[5]] == [Strokes]


def test_the_legend_stands_where_there_is_water_or_below() -> None:
    keys = (MapKey("unknown", "ยังไม่มีรายงาน (3)"),)
    below, inside = laid("1", keys=keys, head=("ร้อยละ",)), laid("1", keys=keys, corner=(20.0, 20.0))
    foot = max(y for mark in parts(below.marks) if isinstance(mark, Area) for _, y in mark.rings[0])
    words = {mark.text: mark.y for mark in parts(below.marks) if isinstance(mark, Word)}
    assert words["ร้อยละ"] < words["ยังไม่มีรายงาน (3)"] <= below.height
    assert foot < below.height
    assert inside.height < below.height


def test_on_a_page_a_place_is_a_link_for_the_pointer_with_its_words() -> None:
    area = MapArea((SQUARE,), "4", "ขอนแก่น: 109.1 %", link="/map/")
    root = ElementTree.fromstring(svg(AreaMap((area,), "แผนที่")))
    (link,) = root.iter("{http://www.w3.org/2000/svg}a")
    assert link.attrib == {"href": "/map/", "tabindex": "-1", "aria-label": "ขอนแก่น: 109.1 %"}
    assert link.findtext("{http://www.w3.org/2000/svg}title") == "ขอนแก่น: 109.1 %"
    assert root.attrib["role"] == "group"


def test_a_legend_that_has_no_room_in_its_corner_stands_below() -> None:
    keys = (MapKey("unknown", "ยังไม่มีรายงาน"), MapKey("2", "50 ถึงต่ำกว่า 100 % (22)"))
    right = laid("1", keys=keys, corner=(30.0, 20.0))
    foot = max(y for mark in parts(right.marks) if isinstance(mark, Area) for _, y in mark.rings[0])
    words = [mark for mark in parts(right.marks) if isinstance(mark, Word) and mark.text != "43.6"]
    assert {mark.x for mark in words} == {30.0}
    assert foot < right.height
