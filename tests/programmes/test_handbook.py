"""The handbook names every indicator and money rule, and what it shows planners is what the loader takes."""

import re
import tomllib
from pathlib import Path

import pytest

from docs import indicators_page
from tests.programmes.conftest import CODI, Write
from tidtam.programmes import words
from tidtam.programmes.actions import check_folder

MONEY = indicators_page.PAGE.parent / "money.md"


def test_the_page_of_indicators_is_what_the_definitions_say_today() -> None:
    text = indicators_page.PAGE.read_text(encoding="utf-8")
    assert text == indicators_page.page(), "run `make docs`"
    assert all(f"| `{one.code}` |" in text for one in check_folder(CODI)[0].indicators)


def test_the_examples_of_the_handbook_are_tables_that_may_be_loaded() -> None:
    text = (indicators_page.PAGE.parent / "definitions.md").read_text(encoding="utf-8")
    indicator, target = (tomllib.loads(block) for block in re.findall(r"```toml\n(.*?)```", text, re.DOTALL))
    definitions = check_folder(CODI)[0]
    [version] = [one for one in definitions.indicators if (one.code, one.first_year) == ("3.3", 2562)]
    [revision] = [one for one in definitions.targets if one.indicator == "2.3" and one.revision == 2]
    assert (indicator["indicator"][0]["unit"], indicator["indicator"][0]["pathway"]) == (
        version.unit,
        version.pathway,
    )
    assert target["target"][0]["value"] == revision.value


def test_the_page_of_money_names_every_rule_rate_and_moratorium_with_its_sums() -> None:
    text = MONEY.read_text(encoding="utf-8")
    rules = [one.dated for one in check_folder(CODI)[0].money]
    assert [one.code for one in rules if f"`{one.code}`" not in text] == []
    sums = {
        satang // 100
        for one in rules
        for satang in _sums(one.terms())
        # the parts of a rule that has ended are in the file
        if one.code != "baan-mankong-grant-2553" or satang >= 2_500_000
    }
    assert [number for number in sorted(sums) if f"{number:,}" not in text] == []


def _sums(terms: object) -> list[int]:
    """Every sum in the terms of a rule, in satang."""
    if isinstance(terms, list):
        return [found for one in terms for found in _sums(one)]
    if not isinstance(terms, dict):
        return []
    own = [
        terms[key]
        for key in ("satang", "average", "floor", "cap", "month")
        if isinstance(terms.get(key), int)
    ]
    return own + [found for one in terms.values() for found in _sums(one)]


def test_the_page_of_money_names_every_key_and_word_of_a_rule(folder: Path) -> None:
    text = MONEY.read_text(encoding="utf-8")
    written = tomllib.loads((folder / "money.toml").read_text(encoding="utf-8"))
    keys = {key for rule in written["money_rule"] for key in rule}
    asked = {*keys, *words.ABOUT, *words.RULES_OF, *words.CONFIDENCES, *words.SHARE_LIMITS}
    assert [word for word in sorted(asked) if word not in text] == []


@pytest.mark.parametrize("ended", [True, False])
def test_the_example_of_a_rule_loads_once_the_rule_before_it_has_ended(
    folder: Path, change: Write, ended: bool
) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", MONEY.read_text(encoding="utf-8"), re.DOTALL)
    if ended:
        first = 'valid_from = "2563-01-06"\n'
        change("money.toml", first, f'{first}valid_to = "2569-09-30"\n')
    with (folder / "money.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{example}")
    found = [problem.code for problem in check_folder(folder)[1]]
    assert found == ([] if ended else ["definitions.days-overlap"])
