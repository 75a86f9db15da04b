"""What an address asks for, read kindly and written in one way only."""

from contextlib import suppress
from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidtam.problems import Refused
from tidtam.web.address import Address, is_canonical, read_address

DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))


def test_an_empty_address_asks_for_whatever_the_data_make_sensible() -> None:
    assert read_address({}) == Address()
    assert Address().query() == ""


def test_everything_stands_in_the_address() -> None:
    asked = dict(
        parse_qsl("fy=2562&as_of=2562-03-31&known_at=2562-04-23&place=10&lang=en&digits=thai&page=2")
    )
    found = read_address(asked)
    assert found == Address(2562, date(2019, 3, 31), date(2019, 4, 23), "10", "en", "thai", None, 2)
    assert dict(parse_qsl(found.query())) == asked


@pytest.mark.parametrize(
    "text", ["2562-03-31", "2019-03-31", "31 มี.ค. 62", "๓๑ มีนาคม ๒๕๖๒", "31/3/2562", "มี.ค. 62"]
)
def test_a_day_may_be_written_as_people_write_it(text: str) -> None:
    found = read_address({"as_of": text})
    assert found.as_of == date(2019, 3, 31)
    assert is_canonical({"as_of": text}, found) == (text == "2562-03-31")


def test_thai_digits_are_read() -> None:
    assert read_address({"fy": "๒๕๖๒", "page": "๓"}).fiscal_year == 2562


def test_all_that_is_wrong_is_said_at_once() -> None:
    asked = {
        "fy": "abc", "as_of": "3105-13-44", "known_at": "31 ก.พ. 62", "place": "no where", "lang": "xx",
        "digits": "roman", "page": "-1", "stage": "a b",
    }  # fmt: skip
    with pytest.raises(Refused) as refused:
        read_address(asked)
    assert len(refused.value.problems) == len(asked)
    for problem in refused.value.problems:
        assert problem.what("th")
        assert problem.do("en")


@pytest.mark.parametrize("year", ["2019", "0", "25620", "2562.0", "-2562", "2562\x00"])
def test_a_year_is_a_buddhist_year_of_four_digits(year: str) -> None:
    with pytest.raises(Refused):
        read_address({"fy": year})


def test_a_day_before_the_fiscal_year_begins_is_refused() -> None:
    assert read_address({"fy": "2562", "as_of": "2561-10-01"}).as_of == date(2018, 10, 1)
    with pytest.raises(Refused, match="ก่อนปีงบประมาณ 2562"):
        read_address({"fy": "2562", "as_of": "2561-09-30"})


def test_a_day_after_the_fiscal_year_is_asked_of_it_all_the_same() -> None:
    assert read_address({"fy": "2562", "as_of": "2563-01-31"}).as_of == date(2020, 1, 31)


@given(
    st.builds(
        Address,
        fiscal_year=st.none() | st.integers(2500, 2530),
        as_of=st.none() | DAYS,
        known_at=st.none() | DAYS,
        place=st.sampled_from(["TH", "10", "canal:lat-phrao"]),
        lang=st.sampled_from(["th", "en"]),
        digits=st.sampled_from(["arabic", "thai"]),
        stage=st.none() | st.just("building"),
        page=st.integers(1, 999),
    )
)
def test_an_address_written_and_read_is_the_same(address: Address) -> None:
    asked = dict(parse_qsl(address.query()))
    if address.as_of and address.fiscal_year:
        del asked["fy"]
        address = address.changed(fiscal_year=None)
    assert read_address(asked) == address
    assert is_canonical(asked, address)


@given(
    st.dictionaries(
        st.sampled_from(["fy", "as_of", "known_at", "place", "lang", "digits", "page"]), st.text()
    )
)
def test_no_parameter_breaks_the_reading(asked: dict[str, str]) -> None:
    with suppress(Refused):
        read_address(asked)
