"""The examples in the docs of the package hold."""

import doctest
import importlib
import pkgutil

import pytest

import tidtam.thai

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(tidtam.thai.__path__)])
def test_examples_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"tidtam.thai.{name}"), optionflags=FLAGS).failed == 0
