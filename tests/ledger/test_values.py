"""Quantities, fiscal periods, achievement, identities and figures by themselves."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.ledger.sayings import CANAL
from tidtam.ledger.achievement import percent_of, share_of
from tidtam.ledger.days import Days
from tidtam.ledger.figure import Flow, crossed_number, exits_number, stage_parts, standing_bounds
from tidtam.ledger.fiscal import FiscalYear, fiscal_year_of
from tidtam.ledger.identity import Identity, shortfall
from tidtam.ledger.quantity import UNITS, Quantity


def test_unlike_units_are_never_added_nor_compared() -> None:
    house, household = Quantity(183, "house"), Quantity(2203, "household")
    for work in (
        lambda: house + household,
        lambda: house - household,
        lambda: house < household,
        lambda: house + 1,
        lambda: sum([house, house]),  # the 0 of `sum` has no unit
    ):
        with pytest.raises(TypeError):
            work()  # type: ignore[no-untyped-call]


def test_a_quantity_is_a_whole_number_of_a_known_unit() -> None:
    for wrong in (1.5, True, "3"):
        with pytest.raises(TypeError):
            Quantity(wrong, "household")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unknown unit"):
        Quantity(1, "baht")
    assert UNITS["satang"].name("th") == "สตางค์"
    assert Quantity(5, "house") - Quantity(2, "house") <= Quantity(3, "house")


@pytest.mark.parametrize(
    ("result", "target", "percent"),
    [
        (172, 510, "33.7"), (9, 39, "23.1"), (2, 5, "40.0"), (3335, 5500, "60.6"), (12543, 11500, "109.1"),
        (3084, 7069, "43.6"), (473, 1000, "47.3"), (1602, 2000, "80.1"), (58, 534, "10.9"), (21, 1670, "1.3"),
        (1481, 1700, "87.1"), (159, 400, "39.8"), (12, 50, "24.0"), (134, 500, "26.8"), (1007, 6386, "15.8"),
    ],
)  # fmt: skip
def test_achievement_of_the_report_of_2562(result: int, target: int, percent: str) -> None:
    assert percent_of(result, target) == Decimal(percent)


def test_what_is_unknown_has_no_percentage() -> None:
    assert percent_of(None, 39) is None
    assert percent_of(9, None) is None
    assert percent_of(0, 39) == Decimal("0.0")
    assert share_of(58, 0) is None
    assert share_of(1, 3) == Decimal("0.3333")


def test_regional_items_add_up() -> None:
    south = Identity("south", "all", ("tourism", "organic", "rubber"))
    parts = [Quantity(number, "tambon") for number in (54, 104, 78)]
    assert shortfall(south, Quantity(236, "tambon"), parts) is None
    found = shortfall(south, Quantity(230, "tambon"), parts)
    assert found is not None
    assert found.difference == 6
    with pytest.raises(TypeError):
        shortfall(south, Quantity(236, "household"), parts)
    with pytest.raises(ValueError, match="no parts"):
        shortfall(south, Quantity(236, "tambon"), [])


def test_parts_of_the_fiscal_year() -> None:
    year = FiscalYear(2562)
    assert [month.start.month for month in year.months()] == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert year.quarter(2).end == year.half(1).end == date(2019, 3, 31)
    assert year.period.code == "2562"
    assert date(2019, 3, 31) in year.half(1)
    assert fiscal_year_of(date(2019, 10, 1)).number == 2563
    for wrong in (lambda: year.half(3), lambda: year.month(0), lambda: FiscalYear(2019)):
        with pytest.raises(ValueError):
            wrong()


def test_days_are_in_order() -> None:
    with pytest.raises(ValueError, match="is after"):
        Days(date(2019, 2, 1), date(2019, 1, 1))


def test_what_is_measured() -> None:
    flows = [
        Flow("", "ready", 10), Flow("ready", "completed", 4), Flow("", "building..completed", 3),
        Flow("completed", "withdrew", 1),
    ]  # fmt: skip
    assert standing_bounds(CANAL, flows, "completed") == (3, 6)
    assert standing_bounds(CANAL, flows, "building") == (6, 6)
    assert crossed_number(CANAL, flows, "completed") == 4
    assert exits_number(CANAL, flows, "completed") == 1
    assert [(p.stage, p.number, p.upper) for p in stage_parts(CANAL, flows)] == [
        ("ready", 6, 6), ("building", 0, 3), ("completed", 3, 6),
    ]  # fmt: skip
