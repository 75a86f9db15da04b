"""A problem says what, where and what to do, in both languages, and its kind is defined once."""

import doctest
import json
import pickle
from collections.abc import Iterator
from typing import Any

import pytest

from tidtam.problems import (
    CATALOGUE,
    Both,
    Kind,
    Refused,
    Severity,
    Where,
    catalogue,
    define,
    language,
    text_of,
    where,
)


@pytest.fixture
def unit_differs() -> Iterator[Kind]:
    kind = define(
        "test.unit_differs",
        th="{number:,} {unit} เป็นคนละหน่วยกับ{wanted}",
        en="{number:,} {unit} is not a number of {wanted}",
        do_th="โปรดระบุจำนวน{wanted}",
        do_en="give the number of {wanted}",
        severity=Severity.QUESTION,
    )
    yield kind
    del CATALOGUE["test.unit_differs"]


VALUES: dict[str, Any] = {
    "number": 3084,
    "unit": Both("หลัง", "houses"),
    "wanted": Both("ครัวเรือน", "households"),
}
SPOT = Where(sheet="2.3", row=14, column="จำนวน")


def test_thai_line_has_where_what_and_what_to_do(unit_differs: Kind) -> None:
    assert unit_differs.at(SPOT, **VALUES).text("th") == (
        "แผ่น 2.3 แถว 14 ช่อง 'จำนวน': 3,084 หลัง เป็นคนละหน่วยกับครัวเรือน โปรดระบุจำนวนครัวเรือน"
    )


def test_english_line_has_the_same(unit_differs: Kind) -> None:
    assert unit_differs.at(SPOT, **VALUES).text("en") == (
        "sheet 2.3, row 14, column 'จำนวน': 3,084 houses is not a number of households. "
        "Give the number of households."
    )


def test_without_a_spot_only_what_and_do(unit_differs: Kind) -> None:
    assert unit_differs.at(**VALUES).text("th").startswith("3,084 หลัง")


def test_json_is_plain(unit_differs: Kind) -> None:
    told = json.loads(json.dumps(unit_differs.at(SPOT, **VALUES).as_json()))
    assert told["code"] == "test.unit_differs"
    assert told["severity"] == "question"
    assert told["where"] == {"sheet": "2.3", "row": 14, "column": "จำนวน"}
    assert told["do"]["en"] == "give the number of households"


def test_a_code_is_defined_once(unit_differs: Kind) -> None:
    with pytest.raises(ValueError, match="defined already"):
        define(unit_differs.code, th="ก", en="a", do_th="ข", do_en="b")


@pytest.mark.parametrize(
    ("code", "th"), [("Has Space", "ก"), ("test.unnamed", "{}"), ("test.numbered", "{0}")]
)
def test_strange_definitions_are_refused(code: str, th: str) -> None:
    with pytest.raises(ValueError):
        define(code, th=th, en="a", do_th="ข", do_en="b")
    assert code not in CATALOGUE


def test_a_missing_value_is_noticed_where_the_problem_is_made(unit_differs: Kind) -> None:
    with pytest.raises(TypeError, match=r"test\.unit_differs needs unit, wanted"):
        unit_differs.at(number=1)


def test_an_unknown_language_is_refused(unit_differs: Kind) -> None:
    with pytest.raises(ValueError, match="language"):
        unit_differs.at(**VALUES).text("fr")


def test_refused_carries_all_problems_and_survives_a_process(unit_differs: Kind) -> None:
    problems = [unit_differs.at(Where(row=n), **VALUES) for n in (2, 3)]
    refused = pickle.loads(pickle.dumps(Refused(problems)))
    assert refused.problems == problems
    assert str(refused) == text_of(problems, "th")
    assert refused.text("en").count("\n") == 1


def test_equal_problems_hash_alike(unit_differs: Kind) -> None:
    assert len({unit_differs.at(SPOT, **VALUES), unit_differs.at(SPOT, **VALUES)}) == 1


def test_a_refusal_without_a_problem_is_a_mistake() -> None:
    with pytest.raises(ValueError):
        Refused([])


@pytest.mark.parametrize("module", [language, where, catalogue])
def test_examples_in_the_docs_hold(module: object) -> None:
    try:
        assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
    finally:
        CATALOGUE.pop("doctest.unit", None)
