"""The entries, without a database: the same for a seed, in the order in which they become known."""

from collections import Counter
from datetime import date
from itertools import pairwise

from tidtam.practice.country import CHOICES, Country
from tidtam.practice.flow import Cells, DayBatch, Flow
from tidtam.practice.planning import Ask, planned
from tidtam.practice.shapes import WALK

UNITS = {
    (code, year): unit
    for year in (2561, 2562)
    for code, unit in (("2.1", "household"), ("2.2", "household"), ("3.1", "person"), ("3.2(1)", "tambon"))
}
TAMBONS = list(range(100, 700))
LAND = Country(
    nation=1,
    numbers={"tambon": TAMBONS, "province": [2, 3], "region": [4]},
    names={number: f"ต.{number}" for number in TAMBONS},
    codes={},
    choices={"tambon": [TAMBONS[n % 600] for n in range(CHOICES)], "province": [2, 3] * (CHOICES // 2)},
)
CELLS = Cells({key: (10 + number, "done") for number, key in enumerate(sorted(UNITS))}, 99)


def flow(seed: int = 1, entries: int = 4_000) -> Flow:
    ask = Ask(seed, entries, 2561, 2562, claims=200)
    return Flow(ask, planned(entries, UNITS, LAND.how_many()), LAND, CELLS, subject=1)


def days(made: Flow, position: int = 1) -> list[DayBatch]:
    return list(made.batches(position))


def test_the_same_seed_gives_the_same_and_another_seed_another() -> None:
    assert days(flow()) == days(flow())
    assert days(flow()) != days(flow(2))


def test_there_are_as_many_entries_as_were_asked_for() -> None:
    assert sum(len(batch.rows) for batch in days(flow())) == 4_000


def test_what_becomes_known_on_a_day_is_known_on_that_day_and_never_before_it_happened() -> None:
    found = days(flow())
    assert all(before.day < after.day for before, after in pairwise(found))
    for batch in found:
        assert {row.known_on for row in batch.rows} <= {batch.day.isoformat()}
        assert all(row.first <= row.last <= row.known_on for row in batch.rows)


def test_reports_are_late_by_ten_days_and_a_few_by_months() -> None:
    rows = [row for batch in days(flow()) for row in batch.rows if row.cell != CELLS.walks and row.sign > 0]
    lags = sorted(_days(row.last, row.known_on) for row in rows)
    assert 5 <= lags[len(lags) // 2] <= 9, "the median of an exponential with mean 10 is about 7"
    assert 0.01 < sum(lag >= 120 for lag in lags) / len(lags) < 0.06


def test_three_in_a_hundred_are_taken_back_and_said_again() -> None:
    made = flow()
    at = dict(enumerate((row for batch in days(made) for row in batch.rows), start=1))
    backs = [row for row in at.values() if row.reverses]
    assert len(backs) == made.plan.corrections == 120
    for back in backs:
        taken = at[back.reverses or 0]
        assert back == taken._replace(sign=-1, known_on=back.known_on, reverses=back.reverses)
        assert taken.known_on <= back.known_on
    assert len({back.reverses for back in backs}) == len(backs)


def test_nobody_named_counts_twice_in_a_year_and_each_name_comes_before_its_entries() -> None:
    named: set[int] = set()
    counted: Counter[tuple[int, int]] = Counter()
    for batch in days(flow()):
        named |= {one.number for one in batch.named}
        for row in batch.rows:
            if row.subject is not None:
                assert row.subject in named
                counted[row.cell, row.subject] += 1
    assert counted
    assert set(counted.values()) == {1}


def test_households_that_walk_never_leave_less_than_nothing_behind() -> None:
    held: Counter[tuple[str, int | None]] = Counter()
    walked = 0
    for row in (row for batch in days(flow()) for row in batch.rows if row.cell == CELLS.walks):
        if row.start_stage:
            held[row.start_stage, row.start_place] -= row.quantity
            assert held[row.start_stage, row.start_place] >= 0
        held[row.to_stage, row.to_place] += row.quantity
        walked += row.to_stage == WALK.stages[-1]
    assert walked == flow().plan.walks > 0


def test_results_are_the_sum_of_what_was_made() -> None:
    made = flow()
    sums: Counter[int] = Counter()
    for batch in days(made):
        for row in batch.rows:
            sums[row.cell] += row.sign * row.quantity
    assert {CELLS.lines[key][0]: number for key, number in made.results.items()} == {
        cell: number for cell, number in sums.items() if cell != CELLS.walks
    }


def test_claims_point_at_entries_and_what_was_corrected_names_what_corrects_it() -> None:
    made = flow()
    at = dict(enumerate((row for batch in days(made) for row in batch.rows), start=1))
    keys = {one.row.statement for one in made.claims}
    assert len(keys) == len(made.claims) >= 200
    assert all(at[one.position] == one.row for one in made.claims)
    corrected = [one for one in made.claims if one.corrected_by]
    assert corrected
    assert {one.corrected_by for one in corrected} <= keys


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
