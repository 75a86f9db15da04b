"""Outlines and points: all provinces are there, neighbours meet, a region has one border."""

import geothai
import pytest

from tidtam.places.plane import area, on_plane, simplified
from tidtam.places.shapes import COUNTRY, FOLDER, PROVINCE, outlines, tambon_points

NORTHEAST = [province.code for province in geothai.provinces() if province.code[0] in "34"]


def test_every_province_of_the_register_has_an_outline() -> None:
    assert set(outlines().rings) == {province.code for province in geothai.provinces()}
    assert all(len(outlines(COUNTRY).around([code])[0]) > 3 for code in outlines().rings)


def test_points_are_of_places_of_the_register_and_in_thailand() -> None:
    points = tambon_points()
    known = {one.code for province in geothai.provinces() for district in geothai.districts(province.code)
             for one in geothai.subdistricts(district.code)}  # fmt: skip
    assert len(points) == 7285
    assert set(points) <= known
    west, south = on_plane(97, 5.5)
    east, north = on_plane(106, 20.6)
    assert all(west < x < east and north < y < south for x, y in points.values())


@pytest.mark.parametrize("tolerance", [COUNTRY, PROVINCE])
def test_neighbours_meet_and_a_region_is_as_large_as_its_provinces(tolerance: float) -> None:
    drawn = outlines(tolerance)
    (border, *_) = drawn.around(NORTHEAST)
    assert border[0] == border[-1]
    parts = sum(area(drawn.around([code])[0]) for code in NORTHEAST)
    assert area(border) == pytest.approx(parts)
    assert len(border) < sum(len(drawn.around([code])[0]) for code in NORTHEAST) / 2


def test_fewer_points_stay_near_and_small_islands_go() -> None:
    fine, coarse = outlines(PROVINCE), outlines(COUNTRY)
    for code in fine.rings:
        assert area(coarse.around([code])[0]) == pytest.approx(area(fine.around([code])[0]), rel=0.12), code
    assert sum(map(len, coarse.arcs)) < 0.6 * sum(map(len, fine.arcs))
    islands = [sum(len(drawn.around([code])) - 1 for code in drawn.rings) for drawn in (coarse, fine)]
    assert 0 < islands[0] < islands[1]


def test_what_is_unknown_has_no_outline() -> None:
    assert outlines().around(["99"]) == ()


def test_a_line_keeps_its_ends_and_its_corners() -> None:
    assert simplified(((0, 0), (1, 0.4), (2, 0)), 0.5) == ((0, 0), (2, 0))
    assert simplified(((0, 0), (1, 0.6), (2, 0)), 0.5) == ((0, 0), (1, 0.6), (2, 0))
    assert simplified(((0, 0), (1, 1), (0, 0)), 0.5) == ((0, 0), (1, 1), (0, 0))


def test_the_sources_are_told() -> None:
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "Natural Earth" in told
    assert "public domain" in told
    assert "Apache-2.0" in told
