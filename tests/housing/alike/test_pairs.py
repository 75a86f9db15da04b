"""Who is likely the same household, and that nobody is missed however many there are."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidtam.housing.alike.citizen_id import check_digit, keyed_hash, masked, read_citizen_id, tail
from tidtam.housing.alike.names import compared_house, compared_name, sound_of
from tidtam.housing.alike.pairs import WORDS, Index, Match, Reason, Row, compare
from tidtam.housing.made_up import MadeUp, made_up
from tidtam.problems import Refused

KEY = b"a key of tests"


def row(key: str, name: str, house: str = "", citizen_id: str = "", place: str = "400105") -> Row:
    """A household as it was typed."""
    hashed = keyed_hash(citizen_id, KEY) if citizen_id else ""
    return Row(key, compared_name(name), sound_of(name), compared_house(house), place, hashed)


def of(one: MadeUp) -> Row:
    return row(str(one.number), one.name, one.house, one.citizen_id)


ONE, OTHER = "9123456789012", "9123456789021"


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (row("a", "นายสมชาย ใจดี", "1", ONE), row("b", "สมหญิง อื่น", "2", ONE, "500101"), Reason.SAME_ID),
        (
            row("a", "นายสมชาย ใจดี", "๑๒/๓ ม.๕"),
            row("b", "สมชาย  ใจดี", "12/3 หมู่ 5"),
            Reason.SAME_NAME_AND_HOUSE,
        ),
        (row("a", "สมชาย ใจดี", "12/3"), row("b", "สมชาย ใจดี", "12/8"), Reason.SAME_NAME_NEAR_HOUSE),
        (row("a", "บุญศรี แก้วใส", "7"), row("b", "บุญสี แก้วใส", "7"), Reason.SAME_HOUSE_LIKE_NAME),
        (row("a", "สมหมาย ดีงาม", "41"), row("b", "สมมาย ดีงาม", "47"), Reason.SOUNDS_ALIKE),
        (row("a", "สมชาย ใจดี", "12/3"), row("b", "สมชาย ใจดี", "881"), Reason.SAME_NAME),
        (row("a", "สมชาย ใจดี", "12/3"), row("b", "สมชาย ใจดี", "12/3", place="500101"), None),
        (row("a", "สมชาย ใจดี", "7"), row("b", "มาลี แสงดาว", "7"), None),
        (row("a", "สมชาย ใจดี", "7", ONE), row("b", "สมชาย ใจดี", "7", OTHER), Reason.SAME_NAME_AND_HOUSE),
        (row("a", "สมชาย ใจดี", "7", ONE), row("b", "สมชาย ใจดี", "99", OTHER), None),
    ],
)
def test_what_speaks_for_one_household(first: Row, second: Row, reason: Reason | None) -> None:
    found = Index([first]).like(second)
    assert [match.reason for match in found] == ([reason] if reason else [])
    assert [match.reason for match in Index([second]).like(first)] == [match.reason for match in found]


def test_every_reason_has_its_words() -> None:
    assert set(WORDS) == set(Reason)


households = st.builds(
    row,
    st.uuids().map(str),
    st.sampled_from(["สมชาย ใจดี", "นายสมชาย ใจดี", "สมชัย ใจดี", "มาลี งาม", "บุญศรี งาม", "บุญสี งาม"]),
    st.sampled_from(["", "1", "12", "21", "12/3", "12/4"]),
    st.sampled_from(["", ONE, OTHER]),
    st.sampled_from(["400105", "500101"]),
)


@given(rows=st.lists(households, max_size=30, unique_by=lambda one: one.key), chance=st.randoms())
def test_nobody_is_missed_and_the_order_does_not_matter(rows: list[Row], chance: random.Random) -> None:
    slowly = {frozenset((one.key, other.key)) for one, other in combinations(rows, 2) if compare(one, other)}
    assert {frozenset((m.key, m.other)) for m in Index().take_in(rows)} == slowly
    turned = rows[:]
    chance.shuffle(turned)
    assert {frozenset((m.key, m.other)) for m in Index().take_in(turned)} == slowly


def test_a_crowd_with_one_name_is_not_compared_each_with_each() -> None:
    crowd = [row(str(at), "สมชาย ใจดี", f"{at}/1") for at in range(3000)]
    index = Index(crowd)
    assert [match.other for match in index.like(row("x", "นาย สมชาย ใจดี", "77/1"))] == ["77"]


def test_what_is_planted_is_found() -> None:
    """5,000 made-up households in one tambon, of which one in twenty repeats another."""
    told = made_up(5000, twins=0.05)
    found: dict[str, list[Match]] = {}
    for match in Index().take_in(map(of, told)):
        found.setdefault(match.key, []).append(match)
    twins = [one for one in told if one.twin_of is not None]
    seen = [one for one in twins if any(m.other == str(one.twin_of) for m in found.get(str(one.number), []))]
    by_how = {how: sum(one.how == how for one in seen) for how in {one.how for one in twins}}
    alarms = sum(len(some) for some in found.values()) - len(seen)
    print(f"{len(seen)} of {len(twins)} planted found {by_how}, {alarms} others told")
    assert len(seen) >= 0.97 * len(twins) > 200
    assert alarms < 0.05 * len(told)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("9-1234-56789-01-0", None),
        ("๙ ๑๒๓๔ ๕๖๗๘๙ ๐๑ ๐", None),
        (9123456789010, None),
        (9123456789010.0, None),
        ("9123456789013", "alike.id-wrong-check-digit"),
        ("912345678901", "alike.id-wrong-length"),
        ("9.12346E+12", "alike.id-rounded"),
        ("ไม่มีบัตร", "alike.id-not-digits"),
        ("", "alike.id-not-digits"),
    ],
)
def test_an_id_as_it_is_typed(typed: str | float, problem: str | None) -> None:
    if problem is None:
        assert read_citizen_id(typed) == "9123456789010"
        return
    with pytest.raises(Refused) as refused:
        read_citizen_id(typed)
    assert [one.code for one in refused.value.problems] == [problem]
    assert all("912345678901" not in one.what("th") for one in refused.value.problems)


def test_a_leading_nought_that_a_spreadsheet_dropped_comes_back() -> None:
    digits = "012345678901"
    whole = digits + check_digit(digits)
    assert read_citizen_id(int(whole)) == whole


@given(first=st.integers(10**11, 10**12 - 1), at=st.integers(0, 11), more=st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(first: int, at: int, more: int) -> None:
    """The weights 2 to 13 are no multiples of 11 but one: there two digits may share a check digit."""
    digits = f"{first}{check_digit(str(first))}"
    wrong = digits[:at] + str((int(digits[at]) + more) % 10) + digits[at + 1 :]
    if check_digit(wrong) != digits[-1]:
        with pytest.raises(Refused):
            read_citizen_id(wrong)
    else:
        assert read_citizen_id(wrong) == wrong  # the rule itself cannot tell: 10 and 0 share a digit


def test_only_who_has_the_key_makes_the_hash_again() -> None:
    assert keyed_hash(ONE, KEY) == keyed_hash(ONE, KEY) != keyed_hash(ONE, b"another key")
    assert ONE not in keyed_hash(ONE, KEY)
    assert masked(tail(ONE)) == "x-xxxx-xxxxx-01-2"
    assert masked("") == ""
