"""Numbers come back as they were written; nothing is repaired in silence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidtam.thai.digits import number, percent, to_arabic, to_thai
from tidtam.thai.numbers import (
    NumberPhrase,
    NumberUnreadable,
    Qualifier,
    baht,
    baht_text,
    millions_baht,
    read_number,
    read_phrase,
)

DIGITS = st.sampled_from(["arabic", "thai"])
WHOLE = st.integers(-(10**15), 10**15)


@given(WHOLE | st.decimals(-(10**9), 10**9, places=2), DIGITS)
def test_a_number_comes_back(n: int | Decimal, digits: str) -> None:
    assert read_number(number(n, digits)) == n


@given(st.text("๐๑๒๙0129กข,.-²٣", max_size=20))
def test_digits_come_back(text: str) -> None:
    assert to_arabic(to_thai(text)) == to_arabic(text)
    assert to_thai(to_arabic(text)) == to_thai(text)


@given(WHOLE)
def test_a_whole_number_is_an_int_in_a_cell_of_any_kind(n: int) -> None:
    for cell in (n, float(n), Decimal(n), f"{n}.0"):
        assert read_number(cell) == n
        assert isinstance(read_number(cell), int)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("-", "not_a_number"),
        ("1,8000", "comma_misplaced"),
        ("12,34", "comma_misplaced"),
        ("ครัวเรือ00น", "not_a_number"),
        ("รวม17.8", "not_a_number"),
        ("3,084 ครัวเรือน", "not_a_number"),
        ("1e5", "not_a_number"),
        ("²", "not_a_number"),
        ("٣", "not_a_number"),
        (float("nan"), "not_a_number"),
        (True, "not_a_number"),
    ],
)
def test_what_is_no_number_is_refused(text: str | float, reason: str) -> None:
    with pytest.raises(NumberUnreadable) as caught:
        read_number(text)
    assert caught.value.reason == reason
    assert caught.value.problem().text("th")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.7 หมื่น", NumberPhrase(27_000, 27_000)),
        ("5 แสนบาท", NumberPhrase(500_000, 500_000, unit="บาท")),
        ("938.7 ล้าน", NumberPhrase(938_700_000, 938_700_000)),
        ("1.1หมื่นแปลง", NumberPhrase(11_000, 11_000, unit="แปลง")),
        ("๙ ล้านกว่าบาท", NumberPhrase(9_000_000, None, Qualifier.MORE_THAN, "บาท")),
        ("1,000 กว่าล้านบาท", NumberPhrase(10**9, None, Qualifier.MORE_THAN, "บาท")),
        ("3 พันล้านบาทเศษ", NumberPhrase(3 * 10**9, None, Qualifier.MORE_THAN, "บาท")),
        ("2 ไร่เศษ", NumberPhrase(2, None, Qualifier.MORE_THAN, "ไร่")),
        ("1.5 ล้านล้านบาท", NumberPhrase(15 * 10**11, 15 * 10**11, unit="บาท")),
        ("ไม่น้อยกว่า 300 ครัวเรือน", NumberPhrase(300, None, Qualifier.AT_LEAST, "ครัวเรือน")),
        ("300 คนขึ้นไป", NumberPhrase(300, None, Qualifier.AT_LEAST, "คน")),
        ("ไม่เกิน 360,000 บาท", NumberPhrase(None, 360_000, Qualifier.AT_MOST, "บาท")),
        ("เกือบ 1.2 แสน", NumberPhrase(None, 120_000, Qualifier.NEARLY)),
        ("ประมาณ 300 ครัวเรือน", NumberPhrase(300, 300, Qualifier.ABOUT, "ครัวเรือน")),
        ("2-3 หมื่นคน", NumberPhrase(20_000, 30_000, unit="คน")),
        ("9,000 – 1 หมื่นคน", NumberPhrase(9_000, 10_000, unit="คน")),
        ("2 พันธุ์", NumberPhrase(2, 2, unit="พันธุ์")),
        ("3.14159 ร้อย", NumberPhrase(Decimal("314.159"), Decimal("314.159"))),
    ],
)
def test_phrases(text: str, expected: NumberPhrase) -> None:
    assert read_phrase(text) == expected


@pytest.mark.parametrize("text", ["", "สามแสน", "ไม่เกิน 5 แสนกว่าบาท", "1,8000 คน", "30-20 คน", "5 แสน 3 หมื่น"])
def test_phrases_that_cannot_be_read(text: str) -> None:
    with pytest.raises(NumberUnreadable):
        read_phrase(text)


@given(st.integers(0, 10**9), st.sampled_from(["ครัวเรือน", "บาท", "ไร่"]))
def test_a_plain_phrase_is_its_number(n: int, unit: str) -> None:
    assert read_phrase(f"{number(n)} {unit}") == NumberPhrase(n, n, unit=unit)


def test_the_sums_of_the_canal_programme_in_words() -> None:
    assert baht_text(147_000) == "หนึ่งแสนสี่หมื่นเจ็ดพันบาทถ้วน"
    assert baht_text(Decimal("938699000.25")) == "เก้าร้อยสามสิบแปดล้านหกแสนเก้าหมื่นเก้าพันบาทยี่สิบห้าสตางค์"


def test_sums_that_need_care() -> None:
    assert baht_text(0) == "ศูนย์บาทถ้วน"
    assert baht_text(Decimal("0.50")) == "ห้าสิบสตางค์"
    assert baht_text(-21) == "ลบยี่สิบเอ็ดบาทถ้วน"
    assert baht_text(Decimal(1000001)) == "หนึ่งล้านเอ็ดบาทถ้วน"
    with pytest.raises(ValueError, match="satang"):
        baht_text(Decimal("0.001"))


def test_sums_in_figures() -> None:
    assert baht(-2150) == "-21.50 บาท"
    assert millions_baht(93_869_900_000, "thai") == "๙๓๘.๗ ล้านบาท"
    assert millions_baht(100_005_000_000) == "1,000.1 ล้านบาท"
    assert millions_baht(99_999_999) == "999,999.99 บาท"


@pytest.mark.parametrize(
    ("value", "shown"), [(Decimal("109.0695"), "109.1"), (43.65, "43.7"), (0, "0.0"), (1234.56, "1,234.6")]
)
def test_percent_has_one_decimal_and_may_pass_100(value: float | Decimal, shown: str) -> None:
    assert percent(value) == shown
