"""`tidtam simulate`: a folder of its own, nothing but an empty or a practice database, stopped cleanly."""

import os
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_demo import TIDTAM

SMALL = ("--entries", "1000", "--claims", "30")


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """That of somebody who also has a real database."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIDTAM_")}
    return {**kept, "TIDTAM_HOME": str(tmp_path / "real"), "TIDTAM_LANG": "en"}


def run(environment: Mapping[str, str], *words: object) -> subprocess.CompletedProcess[str]:
    command = [*TIDTAM, *map(str, words)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_years_in_the_wrong_order_are_a_fault_of_the_command(tidtam: Run, tmp_path: Path) -> None:
    asked = tidtam("simulate", tmp_path / "x", "--first-year", 2563, "--last-year", 2559)
    assert asked.exit_code == 2
    assert not (tmp_path / "x").exists()


@pytest.mark.slow
def test_in_a_folder_of_its_own_once_and_again_only_when_said(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    own = tmp_path / "ฝึกหัด"
    made = run(environment, "simulate", own, *SMALL)
    assert made.returncode == 0, made.stderr
    assert "practice database, made-up data" in made.stdout
    assert "1,000 entries" in made.stdout
    assert "country-recorder" in made.stdout
    assert not (tmp_path / "real").exists()
    there = {**environment, "TIDTAM_HOME": str(own)}
    assert run(there, "check").returncode == 0
    more = run(environment, "simulate", own, *SMALL)
    assert more.returncode == 2
    assert "not empty" in more.stderr
    again = run(environment, "simulate", own, "--entries", "1200", "--claims", "30", "--again")
    assert "1,200 entries" in again.stdout, again.stderr
    assert run(there, "setup", "--definitions", own / "definitions" / "codi").returncode == 0
    assert run(there, "check").returncode == 0


@pytest.mark.slow
def test_real_results_are_never_taken_away(environment: Mapping[str, str], tmp_path: Path) -> None:
    assert run(environment, "demo", "--no-serve").returncode == 0
    for more, why in (((), "not empty"), (("--again",), "not a practice database")):
        refused = run(environment, "simulate", tmp_path / "real", *SMALL, *more)
        assert refused.returncode == 2
        assert why in refused.stderr
    assert run(environment, "check").returncode == 0
    assert "3,084" in run(environment, "board", "--as-of", "2562-03-31").stdout


@pytest.mark.slow
def test_stopped_half_way_it_says_so_and_begins_anew(environment: Mapping[str, str], tmp_path: Path) -> None:
    own = tmp_path / "own"
    command = [*TIDTAM, "simulate", str(own), "--entries", "300000"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        for line in running.stderr:
            if line.startswith("entries"):
                running.send_signal(signal.SIGINT)
                break
        said = running.stderr.read()
    assert running.returncode != 0
    assert "nothing was kept" in said
    assert run(environment, "simulate", own, *SMALL).returncode == 0
    assert run({**environment, "TIDTAM_HOME": str(own)}, "check").returncode == 0
