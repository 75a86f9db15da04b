"""The lock files pin everything that is declared, and say of no machine or address where it comes from."""

import re

import pytest
from packaging.requirements import Requirement

from tests.shape.source import ROOT, project

PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==(\S+)", re.MULTILINE)


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(name: str) -> dict[str, str]:
    return {plain(found[1]): found[2] for found in PIN.finditer((ROOT / "requirements" / name).read_text())}


def declared(extra: str | None) -> list[Requirement]:
    about: dict = project()["project"]  # type: ignore[assignment]
    lines = about["optional-dependencies"][extra] if extra else about["dependencies"]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(("lock", "extra"), [("run.lock", None), ("dev.lock", None), ("dev.lock", "dev")])
def test_what_is_declared_is_pinned(lock: str, extra: str | None) -> None:
    pins = locked(lock)
    wrong = [
        str(wanted)
        for wanted in declared(extra)
        if plain(wanted.name) not in pins or not wanted.specifier.contains(pins[plain(wanted.name)])
    ]
    assert wrong == [], f"requirements/{lock} is older than pyproject.toml"


def test_both_locks_agree() -> None:
    run, dev = locked("run.lock"), locked("dev.lock")
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize("lock", ["run.lock", "dev.lock"])
def test_every_pin_has_its_hash_and_no_line_names_an_address(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text()
    assert "://" not in text
    lines = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert [line for line in lines if not (PIN.match(line) and line.endswith("\\"))] == []
