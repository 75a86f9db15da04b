"""The classes of a map: by per cent where anything was promised, else by number; the unknown has none."""

import pytest

from tidtam.reports.content import MapPlace, PlaceName
from tidtam.reports.map_classes import classes_of

AT = PlaceName("40", "province", "ขอนแก่น", "Khon Kaen")


def place(quantity: int | None, target: int | None = None, **more: object) -> MapPlace:
    return MapPlace(AT, quantity, kind="exact" if quantity is not None else None, target=target, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("quantity", "look"),
    [
        (0, "1"),
        (24, "1"),
        (25, "2"),
        (49, "2"),
        (50, "3"),
        (99, "3"),
        (100, "4"),
        (250, "4"),
        (None, "unknown"),
    ],
)
def test_classes_by_per_cent(quantity: int | None, look: str) -> None:
    there = place(quantity, 100)
    assert classes_of([there, place(1, 100)]).look(there) == look


def test_the_edge_of_a_class_is_that_of_the_number_that_is_shown() -> None:
    almost = place(9996, 10000)  # 99.96 per cent, shown as 100.0
    assert classes_of([almost]).look(almost) == "4"


def test_a_result_without_a_target_is_no_per_cent() -> None:
    places = [place(5), place(3, 10)]
    assert classes_of(places).look(places[0]) == "untargeted"
    assert [(look, n) for look, _, n in classes_of(places).keys(places)] == [
        ("1", 0), ("2", 1), ("3", 0), ("4", 0), ("untargeted", 1),
    ]  # fmt: skip


def test_without_targets_the_classes_are_of_numbers() -> None:
    places = [place(n) for n in (1, 2, 3, 10, 20, 3000)] + [place(None), place(0)]
    classes = classes_of(places)
    assert [classes.look(one) for one in places] == ["2", "2", "3", "3", "4", "4", "unknown", "1"]
    assert [(words.th, n) for _, words, n in classes.keys(places)] == [
        ("0", 1), ("1–2", 2), ("3–10", 2), ("20–3,000", 2), ("ยังไม่มีรายงาน", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("numbers", [[], [0], [7], [1, 1, 1], [1, 1, 1, 2], [5, 9]])
def test_few_numbers_have_few_classes_and_each_is_in_one(numbers: list[int]) -> None:
    places = [place(n) for n in numbers]
    classes = classes_of([*places, place(None)])
    found = classes.keys([*places, place(None)])
    assert sum(n for *_, n in found) == len(places) + 1
    assert all(n for *_, n in found)
    assert found[-1][0] == "unknown"


def test_what_is_known_as_a_range_is_put_by_its_lower_end() -> None:
    there = place(40, 100, upper=70)
    assert classes_of([there]).look(there) == "2"
