"""Dates are read in every form that papers use and written back; what could mean two things is refused."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidtam.problems import Where
from tidtam.thai.dates import (
    DateUnreadable,
    VagueDate,
    english_date,
    english_vague,
    fiscal_label,
    fiscal_part,
    fiscal_year_be,
    iso_be,
    long_date,
    long_vague,
    parse_iso_be,
    read_date,
    short_date,
    short_vague,
    whole_months,
)

DIGITS = st.sampled_from(["arabic", "thai"])
# Short dates leave out the century, so they come back only within it: B.E. 2500 to 2599.
DAYS = st.dates(date(1957, 10, 1), date(2055, 12, 31))
YEARS = st.integers(2501, 2598)


def refusal(text: str | date) -> DateUnreadable:
    with pytest.raises(DateUnreadable) as caught:
        read_date(text)
    return caught.value


@given(DAYS, DIGITS)
def test_a_day_comes_back_however_it_is_written(day: date, digits: str) -> None:
    forms = [
        long_date(day, digits),
        short_date(day, digits),
        iso_be(day),
        day.isoformat(),
        f"{day:%d/%m}/{day.year + 543}",
    ]
    assert {read_date(form) for form in forms} == {VagueDate(day, day)}
    assert parse_iso_be(iso_be(day)) == parse_iso_be(day.isoformat()) == day


@st.composite
def vague_dates(draw: st.DrawFn) -> VagueDate:
    year = draw(YEARS)
    made = [
        whole_months(year, draw(st.integers(1, 12)), draw(st.integers(1, 11))),
        whole_months(year, 1, 12),
        fiscal_part(year, draw(st.integers(1, 4)), 3),
        fiscal_part(year, draw(st.integers(1, 2)), 6),
        fiscal_part(year),
    ]
    first = draw(DAYS)
    made.append(VagueDate(first, min(first + timedelta(days=draw(st.integers(0, 400))), date(2055, 12, 31))))
    return draw(st.sampled_from(made))


@given(vague_dates(), DIGITS)
def test_a_vague_date_comes_back_with_its_precision(vague: VagueDate, digits: str) -> None:
    assert read_date(long_vague(vague, digits)) == vague
    assert read_date(short_vague(vague, digits)) == vague


@given(DAYS)
def test_a_spreadsheet_cell_may_hold_either_era(day: date) -> None:
    moment = datetime(day.year, day.month, day.day, 9, 30)  # noqa: DTZ001 (spreadsheets know no zones)
    assert read_date(day) == read_date(moment) == VagueDate(day, day)


def test_a_spreadsheet_cell_that_holds_the_buddhist_year() -> None:
    assert read_date(date(2562, 3, 31)) == read_date("31/3/2562")


def test_a_spreadsheet_cell_with_543_added_twice() -> None:
    refused = refusal(date(3105, 3, 31))
    assert (refused.reason, refused.meant) == ("year_out_of_range", 2562)


def test_a_problem_shows_the_text_as_it_was_written_in_both_languages() -> None:
    problem = refusal("31 MAR 3105").problem(Where(row=14))
    assert (
        problem.text("th")
        == "แถว 14: ปี 3105 ใน '31 MAR 3105' น่าจะบวก 543 สองครั้ง หากหมายถึง พ.ศ. 2562 ให้เขียน 2562"
    )
    assert problem.text("en").startswith("row 14: 543 seems to have been added twice")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31 มีนาคม", "thai.date_without_year"),
        ("เดือนมีนาคม", "thai.date_without_year"),
        ("ต้นปี 2560", "thai.date_too_vague"),
        ("early 2560", "thai.date_too_vague"),
        ("ครึ่งปีแรก 2562", "thai.half_of_which_year"),
        ("31/3/19", "thai.year_two_digits"),
        ("31 Mar 19", "thai.year_two_digits"),
        ("FY19", "thai.year_two_digits"),
        ("พ.ย. - ก.พ. 62", "thai.range_backwards"),
        ("ต.ค. 2560 - 2561", "thai.date_unreadable"),
        ("1 - 2 - 3", "thai.date_unreadable"),
        ("43555", "thai.date_unreadable"),
        ("", "thai.date_unreadable"),
        ("2562-13", "thai.no_such_day"),
    ],
)
def test_what_is_not_clear_is_refused_with_its_reason(text: str, code: str) -> None:
    assert refusal(text).kind.code == code


@given(st.text("0123456789/.-–๐๑๒ มีคพศ.กาปงบฯถึงไตรสิ้นqfyMay²٣", max_size=24))
def test_no_text_raises_anything_else(text: str) -> None:
    try:
        assert read_date(text).first <= read_date(text).last
    except DateUnreadable as refused:
        refused.problem().text("th")


@pytest.mark.parametrize("text", ["31/3/2562", "2562-3-31", "2562-03", "", "2562-02-30"])
def test_iso_is_strict(text: str) -> None:
    with pytest.raises(DateUnreadable):
        parse_iso_be(text)


def test_precision_of_the_fiscal_year_is_not_that_of_the_calendar() -> None:
    assert whole_months(2562, 1, 3).precision == "quarter"
    assert whole_months(2562, 2, 3).precision == "range"
    assert whole_months(2562, 1, 6).precision == "range"
    assert whole_months(2561, 10, 6).precision == "half"
    assert whole_months(2562, 4, 12).precision == "range"


def test_a_backward_span_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="before"):
        VagueDate(date(2019, 2, 1), date(2019, 1, 1))


@given(DAYS)
def test_a_day_lies_in_its_fiscal_year(day: date) -> None:
    span = fiscal_part(fiscal_year_be(day))
    assert span.first <= day <= span.last
    assert span.fiscal_year == fiscal_year_be(day)


def test_labels() -> None:
    assert fiscal_label(2562, "thai") == "ปีงบประมาณ ๒๕๖๒ (ต.ค. ๖๑ – ก.ย. ๖๒)"
    assert english_date(date(2019, 3, 31)) == "31 March 2019 (B.E. 2562)"
    assert english_vague(whole_months(2561, 5)) == "May 2018 (B.E. 2561)"
    with pytest.raises(ValueError, match="digits"):
        long_date(date(2019, 3, 31), "roman")
