"""A test that was skipped is heard, and is a failure where nothing may be skipped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SKIPS = """
import pytest

def test_that_runs():
    pass

def test_that_skips():
    pytest.skip("no printer here")

@pytest.mark.xfail(reason="known", strict=True)
def test_that_is_known_to_fail():
    assert False
"""


@pytest.mark.parametrize(
    ("required", "code", "said"),
    [("", 0, "1 passed, 1 skipped, 1 xfailed"), ("1", 1, "1 failed, 1 passed, 1 xfailed")],
)
def test_a_skip_fails_where_nothing_may_be_skipped(
    tmp_path: Path, required: str, code: int, said: str
) -> None:
    (tmp_path / "test_it.py").write_text(SKIPS)
    own = {"PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "tidtam.config.settings"}
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-ra", "-c", os.devnull, "-p", "tests.conftest", "test_it.py"],
        env={**os.environ, **own, "TIDTAM_HOME": str(tmp_path), "TIDTAM_REQUIRE_ALL": required},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == code, ran.stdout + ran.stderr
    assert said in ran.stdout
    assert "no printer here" in ran.stdout
