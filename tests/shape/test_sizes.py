"""Modules and functions stay small enough to be read at once."""

from statistics import median

import pytest

from tests.shape.source import Module, modules

LARGEST_MODULE, MEDIAN_MODULE = 600, 90
LARGEST_FUNCTION, MEDIAN_FUNCTION = 60, 9


def sizes_of_functions(of: tuple[Module, ...]) -> list[tuple[str, int]]:
    return [function for module in of for function in module.functions()]


@pytest.mark.parametrize("folder", ["tidtam", "tests"])
def test_no_module_is_too_long(folder: str) -> None:
    assert [(module.path, module.size) for module in modules(folder) if module.size > LARGEST_MODULE] == []


@pytest.mark.parametrize("folder", ["tidtam", "tests"])
def test_no_function_is_too_long(folder: str) -> None:
    assert [found for found in sizes_of_functions(modules(folder)) if found[1] > LARGEST_FUNCTION] == []


def test_most_modules_are_short() -> None:
    assert median(module.size for module in modules() if module.size) < MEDIAN_MODULE


def test_most_functions_are_short() -> None:
    assert median(size for _, size in sizes_of_functions(modules())) < MEDIAN_FUNCTION
