"""The examples in the docstrings of the pure parts hold, and what is written as TOML is read as the same."""

import doctest
import tomllib
from datetime import date
from types import ModuleType

import pytest

from tests.practice.making import CODI
from tidtam.practice import planning, shapes, toml_text
from tidtam.practice.toml_text import as_toml


@pytest.mark.parametrize("module", [planning, shapes, toml_text], ids=lambda module: module.__name__)
def test_the_examples_hold(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert found.attempted > 0
    assert found.failed == 0


@pytest.mark.parametrize("file", sorted(CODI.rglob("*.toml")), ids=lambda file: file.name)
def test_definitions_written_again_are_the_same(file: object) -> None:
    content = tomllib.loads(file.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    assert tomllib.loads(as_toml(content)) == content


def test_quotes_days_and_nothing_are_written_as_they_are() -> None:
    content = {"a": 'say "no"\\\n', "b": date(2019, 10, 1), "c": True, "d": [], "e": {"f": {"g": 1.5}}}
    assert tomllib.loads(as_toml(content)) == content
