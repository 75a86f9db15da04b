"""What must hold of every usual course, whatever the past was."""

from __future__ import annotations

import doctest
from dataclasses import replace
from itertools import accumulate, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidtam.analytics.pace import missed, said
from tidtam.analytics.pace import past as past_years
from tidtam.analytics.pace.family import FEWEST_YEARS, Family
from tidtam.analytics.pace.judged import Now, Verdict, judged
from tidtam.analytics.pace.kin import Past, drawn_by
from tidtam.analytics.pace.past import LAST_DAY, MONTH_ENDS, PastYear, day_of, day_of_year, past_year

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
DAYS = st.integers(1, LAST_DAY - 1)


@st.composite
def years(draw: st.DrawFn, number: int) -> PastYear:
    days = sorted(draw(st.sets(st.integers(1, LAST_DAY), min_size=1, max_size=6)))
    parts = draw(st.lists(st.integers(0, 900), min_size=len(days), max_size=len(days)))
    totals = list(accumulate(parts))
    totals[-1] += 1
    made = past_year(number, zip(days, totals, strict=True), draw(st.none() | st.integers(1, 2000)))
    assert made is not None
    return made


@st.composite
def pasts(draw: st.DrawFn, kinds: tuple[str, ...] = ("", "plans", "houses")) -> Past:
    count = draw(st.integers(FEWEST_YEARS, 5))
    return Past(tuple(draw(years(2550 + number)) for number in range(count)), draw(st.sampled_from(kinds)))


FAMILIES = st.dictionaries(st.sampled_from("abcd"), pasts(), min_size=1)


@given(FAMILIES, DAYS)
def test_a_share_lies_between_none_and_all_and_its_range_around_it(found: dict[str, Past], day: int) -> None:
    family = Family(found)
    for code in found:
        spread = family.course(code, day)
        assert 0 <= spread.low <= spread.expected <= spread.high <= 1
        assert 0 < spread.holds < 1


@given(FAMILIES)
def test_the_course_never_falls_and_ends_at_all(found: dict[str, Past]) -> None:
    family = Family(found)
    for code in found:
        course = [family.course(code, day).expected for day in (1, *MONTH_ENDS)]
        assert all(before <= after for before, after in pairwise(course))
        assert course[-1] == pytest.approx(1)


@given(FAMILIES, DAYS, st.integers(0, 3000), st.none() | st.integers(1, 3000))
def test_the_end_is_in_its_range_and_never_below_what_is_there(
    found: dict[str, Past], day: int, reached: int, target: int | None
) -> None:
    family = Family(found)
    for code in found:
        end = family.end(code, day, reached, target)
        assert reached <= end.low <= end.expected <= end.high


@given(FAMILIES, DAYS, st.integers(0, 3000), st.integers(1, 3000), st.randoms(use_true_random=False))
def test_in_which_order_past_years_come_makes_no_difference(
    found: dict[str, Past], day: int, reached: int, target: int, chance: Random
) -> None:
    turned = {}
    for code in chance.sample(sorted(found), len(found)):
        past = found[code]
        turned[code] = replace(past, years=tuple(chance.sample(past.years, len(past.years))))
    now = Now(day, reached, target)
    assert [judged(Family(turned), code, now) for code in found] == [
        judged(Family(found), code, now) for code in found
    ]


@given(FAMILIES, DAYS, st.integers(0, 3000), st.integers(1, 50))
def test_more_is_never_slower_and_never_ends_lower(
    found: dict[str, Past], day: int, reached: int, more: int
) -> None:
    family, code = Family(found), min(found)
    one, other = (judged(family, code, Now(day, number, 1000)) for number in (reached, reached + more))
    order = [Verdict.SLOWER, Verdict.NORMAL, Verdict.FASTER]
    assert order.index(one.verdict) <= order.index(other.verdict)
    assert one.end is not None
    assert other.end is not None
    assert one.end.expected <= other.end.expected


@given(pasts(), DAYS)
def test_unknown_is_not_nought(past: Past, day: int) -> None:
    family = Family({"a": past})
    unknown, nought = (judged(family, "a", Now(day, number, 1000)) for number in (None, 0))
    assert unknown.verdict is Verdict.NOT_REPORTED
    assert unknown.end is None
    assert unknown.gap is None
    assert nought.verdict in (Verdict.SLOWER, Verdict.NORMAL)
    assert nought.end is not None
    assert unknown.normal == nought.normal


@given(pasts(), DAYS, st.integers(0, 3000))
def test_what_is_not_known_exactly_is_not_judged(past: Past, day: int, reached: int) -> None:
    found = judged(Family({"a": past}), "a", Now(day, reached, 1000, exact=False))
    assert (found.verdict, found.end) == (Verdict.UNSURE, None)


@pytest.mark.parametrize("number", range(FEWEST_YEARS))
def test_with_too_few_years_of_its_own_nothing_is_told_however_many_others_have(number: int) -> None:
    long = Past(tuple(steady(2550 + year) for year in range(9)), "plans")
    family = Family({"long": long, "short": replace(long, years=long.years[:number])} if number else {})
    found = judged(family, "short", Now(180, 58, 534))
    assert (found.verdict, found.own, found.normal, found.end, found.course) == (
        Verdict.NOT_ENOUGH, number, None, None, (),
    )  # fmt: skip


def steady(number: int, target: int | None = 365) -> PastYear:
    """One a day."""
    made = past_year(number, ((day, day) for day in range(1, LAST_DAY + 1)), target)
    assert made is not None
    return made


def step(number: int, day: int) -> PastYear:
    """All of it on one day."""
    made = past_year(number, [(day, 100)], 100)
    assert made is not None
    return made


def test_a_past_that_never_differed_is_foretold_to_the_day() -> None:
    family = Family({"a": Past(tuple(steady(2550 + year) for year in range(4)))})
    assert family.course("a", 73).expected == pytest.approx(0.2)
    assert family.end("a", 73, 50, 365).expected == pytest.approx(50 + 0.8 * 365)


def test_a_late_programme_is_not_slow_in_march() -> None:
    """58 of 534 councils on 31 March: a straight line cries, years that founded theirs in summer do not."""
    late = Past(tuple(step_up(2555 + number, 0.08 + number / 100) for number in range(5)))
    family = Family({"3.2(1)": late})
    found = judged(family, "3.2(1)", Now(day_of_year(day_of(2562, 182)), 58, 534))
    assert found.verdict is Verdict.NORMAL
    assert judged(family, "3.2(1)", Now(182, 20, 534)).verdict is Verdict.SLOWER


def step_up(number: int, by_march: float) -> PastYear:
    """So much of it by the end of March, the rest at the end of August."""
    made = past_year(number, [(182, round(1000 * by_march)), (335, 1000)], 1000)
    assert made is not None
    return made


def test_few_years_are_drawn_to_their_kin_and_many_go_their_own_way() -> None:
    kin = {
        f"k{n}": Past(tuple(step(2550 + y, 100 + 9 * ((y + n) % 3)) for y in range(6)), "plans")
        for n in range(3)
    }
    late = [step(2550 + year, 110 + 20 * (year % 2)) for year in range(12)]
    days = range(90, 140)

    def shares(number: int) -> list[float]:
        family = Family({**kin, "own": Past(tuple(late[:number]), "plans")})
        return [family.course("own", day).expected for day in days]

    def alone(number: int) -> list[float]:
        family = Family({"own": Past(tuple(late[:number]))})
        return [family.course("own", day).expected for day in days]

    def drawn(number: int) -> float:
        return sum(abs(a - b) for a, b in zip(shares(number), alone(number), strict=True))

    assert drawn(4) > 0
    assert drawn(12) < drawn(4)


def test_those_of_another_programme_do_not_draw() -> None:
    one = Past(tuple(step(2550 + year, 100 + year) for year in range(3)), "plans")
    other = Past(tuple(step(2550 + year, 300 + year) for year in range(3)), "houses")
    together, alone = Family({"a": one, "b": other}), Family({"a": one})
    assert together.course("a", 101).expected == alone.course("a", 101).expected
    assert drawn_by([one, other]) == 0


def test_an_erratic_line_has_a_wider_range_than_a_steady_one() -> None:
    steady_past = Past(tuple(step_up(2550 + year, 0.5 + year / 100) for year in range(5)))
    wild = Past(tuple(step_up(2550 + year, 0.1 + year / 5) for year in range(5)))
    family = Family({"steady": steady_past, "wild": wild})
    calm, rough = family.course("steady", 200), family.course("wild", 200)
    assert calm.high - calm.low < rough.high - rough.low


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(-50, 500)), max_size=9))
def test_a_past_year_never_falls_and_ends_as_it_was_told(totals: list[tuple[int, int]]) -> None:
    told = sorted(dict(totals).items())
    year = past_year(2560, told)
    last = told[-1][1] if told else 0
    assert (year is None) == (last <= 0)
    if year is not None:
        assert year.end == last
        assert all(one < other for one, other in pairwise(year.steps))
        assert all(year.reached(day) <= max(number, 0) for day, number in told[:-1] if day <= LAST_DAY)
        assert year.share(LAST_DAY) == 1


@pytest.mark.parametrize("fiscal_year", [2562, 2563])
def test_every_day_of_a_year_has_its_date(fiscal_year: int) -> None:
    assert [day_of_year(day_of(fiscal_year, day)) for day in range(1, LAST_DAY + 1)] == list(
        range(1, LAST_DAY + 1)
    )


def test_the_examples_hold() -> None:
    for module in (past_years, missed, said):
        assert doctest.testmod(module, optionflags=FLAGS).failed == 0
