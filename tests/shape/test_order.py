"""A package leans only on those below it: in imports, and in foreign keys that name a table as a string."""

import ast

import pytest
from django.apps import apps
from django.db.models import ForeignObject

from tests.shape.source import PACKAGE, layers, modules

RANK = {package: height for height, line in enumerate(reversed(layers())) for package in line}


def test_every_package_has_its_place_in_the_import_contract() -> None:
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert folders == set(RANK)


def test_foreign_keys_point_down_too() -> None:
    upward = []
    for model in apps.get_models():
        if not model.__module__.startswith("tidtam."):
            continue
        own = model.__module__.split(".")[1]
        for field in model._meta.get_fields():
            if isinstance(field, ForeignObject) and field.related_model.__module__.startswith("tidtam."):
                other = field.related_model.__module__.split(".")[1]
                if own != other and RANK[other] >= RANK[own]:
                    upward.append(f"{model.__name__}.{field.name} -> {other}")
    assert upward == []


def test_nothing_generic_points_at_anything() -> None:
    assert [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("tidtam.")
        for field in model._meta.private_fields
    ] == []


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)
def test_the_domain_sends_no_signals(module) -> None:  # type: ignore[no-untyped-def]
    imported = {node.module or "" for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom)}
    assert not {name for name in imported if name.startswith("django") and name.endswith("signals")}


def test_only_review_calls_the_writer_of_the_ledger() -> None:
    callers = {
        module.path
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom)
        and node.module == "tidtam.ledger_store.post"
        and "post" in {alias.name for alias in node.names}
    }
    assert {path for path in callers if not path.startswith("tidtam/review/")} == set()


def test_only_the_practice_country_takes_the_bulk_entrance_of_the_ledger() -> None:
    takers = {
        module.path
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom)
        and node.module == "tidtam.ledger_store.practice_bulk"
        and "filling" in {alias.name for alias in node.names}
    }
    assert {path for path in takers if not path.startswith("tidtam/practice/")} == set()
