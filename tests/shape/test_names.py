"""A module is named after what it holds; the names that say nothing are not used."""

import ast
import re
from pathlib import Path

import pytest

from tests.shape.source import PACKAGE, ROOT, modules

SAYS_NOTHING = {"utils", "util", "common", "helpers", "helper", "manager", "managers", "core"} | {
    "service",
    "services",
}
A_NAME = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+){0,2}$")

# Inside a package the same thing has the same name everywhere, so its other spellings are not used.
SAME_EVERYWHERE = {
    **dict.fromkeys(("model",), "models"),
    **dict.fromkeys(("action", "writes", "mutations"), "actions"),
    **dict.fromkeys(("query", "selectors", "reads"), "queries"),
    **dict.fromkeys(("rule", "validators", "policies"), "rules"),
    **dict.fromkeys(("permissions", "policy"), "access"),
    **dict.fromkeys(("exceptions", "messages"), "problems"),
    "jobs": "tasks",
    "signals": "nothing: what must happen is called by name",
}


def every_name() -> list[tuple[str, str]]:
    folders = [PACKAGE, ROOT / "tests"]
    paths = [path for folder in folders for path in folder.rglob("*") if "__pycache__" not in path.parts]
    named = [path for path in paths if path.is_dir() or path.suffix == ".py"]
    return [(str(path.relative_to(ROOT)), path.stem) for path in named]


def test_no_module_or_folder_has_a_name_that_says_nothing() -> None:
    assert [path for path, name in every_name() if SAYS_NOTHING.intersection(name.split("_"))] == []


def test_no_class_or_function_has_a_name_that_says_nothing() -> None:
    found = []
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                words = re.findall(r"[A-Z]?[a-z]+", node.name)
                if words and {words[0].lower(), words[-1].lower()} & SAYS_NOTHING:
                    found.append(f"{module.path}:{node.lineno} {node.name}")
    assert found == []


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)
def test_a_module_has_a_plain_name_the_same_everywhere(module) -> None:  # type: ignore[no-untyped-def]
    name = Path(module.path).stem
    if name.startswith("__"):
        return
    assert A_NAME.match(name), f"{module.path}: one to three plain words, please"
    assert name not in SAME_EVERYWHERE, f"{module.path}: it is called {SAME_EVERYWHERE[name]} here"


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.path)
def test_a_module_opens_with_one_sentence(module) -> None:  # type: ignore[no-untyped-def]
    first = (ast.get_docstring(module.tree) or "").split("\n\n")[0].strip()
    assert first, f"{module.path} does not say what it holds"
    assert first.endswith("."), f"{module.path}: {first!r} is not a sentence"
