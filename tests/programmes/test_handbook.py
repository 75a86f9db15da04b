"""The handbook names every indicator, and what it shows planners is what the loader takes."""

import re
import tomllib

from docs import indicators_page
from tests.programmes.conftest import CODI
from tidtam.programmes.actions import check_folder


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
