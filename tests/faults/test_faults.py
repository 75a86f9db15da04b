"""Every deliberate fault is noticed: in a copy of the code the named test fails; without it, it passes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests import databases
from tests.faults.tried import FAULTS, RULES, Fault, page

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "faults-tried.md"
FAILED = 1  # what pytest ends with when tests were run and some failed


def copy_of_the_code(folder: Path) -> Path:
    left_out = shutil.ignore_patterns("__pycache__", "static", "node_modules")
    for name in ("tidtam", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=left_out)
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "definitions").symlink_to(ROOT / "definitions")
    return folder


def run(folder: Path, tests: Iterable[str], database: str) -> subprocess.CompletedProcess[str]:
    own = {"TIDTAM_TEST_DATABASE": database, "TIDTAM_HOME": str(folder / "home"), "PYTHONPATH": str(folder)}
    environment = {
        k: v for k, v in os.environ.items() if k not in (databases.RUN_FOLDER, "TIDTAM_REQUIRE_ALL")
    }
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    return subprocess.run(
        command, cwd=folder, env=environment | own, capture_output=True, text=True, timeout=400, check=False
    )


def test_there_is_a_fault_for_each_rule() -> None:
    assert {fault.rule for fault in FAULTS} == set(RULES)
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_what_a_fault_replaces_is_there_once(fault: Fault) -> None:
    assert (ROOT / "tidtam" / fault.path).read_text(encoding="utf-8").count(fault.old) == 1
    file, _, name = fault.test.partition("::")
    assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_the_page_lists_them() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tests.faults`"


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_it_is_noticed(fault: Fault, tmp_path: Path) -> None:
    if fault.database == "postgres" and databases.postgres_url() is None:
        pytest.skip("no PostgreSQL can be had here")
    folder = copy_of_the_code(tmp_path)
    path = folder / "tidtam" / fault.path
    path.write_text(path.read_text(encoding="utf-8").replace(fault.old, fault.new), encoding="utf-8")
    done = run(folder, [fault.test], fault.database)
    assert done.returncode == FAILED, done.stdout[-3000:]
    assert "failed" in done.stdout


@pytest.mark.slow
def test_without_a_fault_they_pass(tmp_path: Path) -> None:
    tests = sorted({fault.test for fault in FAULTS if fault.database == "sqlite"})
    done = run(copy_of_the_code(tmp_path), tests, "sqlite")
    assert done.returncode == 0, done.stdout[-3000:]
