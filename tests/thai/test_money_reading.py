"""A sum of baht as somebody wrote it is read into satang exactly, or not at all."""

from decimal import Decimal

import pytest

from tidtam.thai.money_reading import MOST_SATANG, satang_of


@pytest.mark.parametrize(
    ("written", "satang"),
    [
        ("147,000", 14_700_000), ("๑๔๗,๐๐๐.๕๐", 14_700_050), (" 21.5 ", 2150), ("0", 0), ("0.01", 1),
        (212.5, 21_250), (0.29, 29), (Decimal("0.10"), 10), (7, 700),
        ("9,999,999,999,999.99", MOST_SATANG - 1),
    ],
)  # fmt: skip
def test_a_sum_is_read_to_the_satang(written: object, satang: int) -> None:
    assert satang_of(written) == satang


@pytest.mark.parametrize(
    "written",
    [
        "", "–", "ห้าหมื่น", "100 บาท", "1,47000", "-1", -0.01, "1.005", 1.005, True, None,
        "1.0000000000000000000000000000000001", "10,000,000,000,000", float("nan"), 1e300,
    ],
)  # fmt: skip
def test_what_is_no_sum_is_not_guessed_at(written: object) -> None:
    assert satang_of(written) is None
