"""`tidtam households`: written, shown, kept; all files or none; `tidtam practice` in its own folder."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_demo import TIDTAM
from tests.housing.conftest import Canal
from tests.intake.lists.books import added, opened
from tests.intake.lists.conftest import canal, folder, here, other, practice, project
from tests.intake.lists.test_lists import ONE, THREE, TWO
from tidtam.housing.models import Household, Project

__all__ = ["canal", "folder", "here", "other", "practice", "project"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def files(practice: Canal, here: Project, other: Project, tidtam: Run, tmp_path: Path) -> list[Path]:
    paths = []
    for code, one in (("LP-01", ONE), ("LP-02", TWO)):
        path = tmp_path / f"{code}.xlsx"
        written = tidtam("households", "write", "--project", code, "--as", "kamon", path)
        assert (written.exit_code, written.stdout) == (0, "")
        path.write_bytes(added(opened(path.read_bytes()), one).saved())
        paths.append(path)
    return paths


def test_shown_kept_and_read_again(files: list[Path], tidtam: Run) -> None:
    shown = tidtam("households", "read", *files, "--as", "kamon")
    assert shown.exit_code == 0
    assert "LP-01.xlsx new households: 1" in shown.stdout
    assert "2 rows would be kept" in shown.stdout
    assert not Household.objects.exists()
    kept = tidtam("households", "read", *files, "--as", "kamon", "--commit")
    assert (kept.exit_code, Household.objects.count()) == (0, 2)
    again = tidtam("households", "read", *files, "--as", "kamon", "--commit", "--json")
    told = json.loads(again.stdout)
    assert [one["lists"][0]["counts"]["same"] for one in told["files"]] == [1, 1]
    assert Household.objects.count() == 2


def test_one_wrong_file_keeps_back_all(files: list[Path], tidtam: Run) -> None:
    files[1].write_bytes(added(opened(files[1].read_bytes()), THREE, id=ONE.citizen_id).saved())
    result = tidtam("households", "read", *files, "--as", "kamon", "--commit")
    assert result.exit_code == 2
    assert "this citizen ID is there already, in LP-01/0001" in result.stdout
    assert not Household.objects.exists()


def test_nobody_reads_what_is_not_theirs(files: list[Path], tidtam: Run) -> None:
    result = tidtam("households", "read", files[0], "--as", "chai", "--commit")
    assert result.exit_code == 2
    assert "no project LP-01 at a place for which you record" in result.stderr
    assert tidtam("households", "write", "--project", "LP-01", "--as", "chai", "x.xlsx").exit_code == 2


def test_no_name_and_no_citizen_id_is_printed(files: list[Path], tidtam: Run) -> None:
    for words in (("--json",), ()):
        said = tidtam("households", "read", *files, "--as", "kamon", *words).stdout
        assert ONE.name not in said
        assert ONE.citizen_id not in said


@pytest.mark.slow
def test_practice_has_a_folder_of_its_own_and_never_a_real_one(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIDTAM_")}
    real = {"TIDTAM_HOME": str(tmp_path / "real"), "TIDTAM_LANG": "en"}
    own = tmp_path / "ฝึกหัด"

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [*TIDTAM, *words]
        return subprocess.run(command, env={**kept, **real}, capture_output=True, text=True, check=False)

    made = run("practice", str(own))
    assert made.returncode == 0, made.stderr
    assert "500 made-up households" in made.stdout
    assert not (tmp_path / "real").exists()
    assert run("practice", str(own)).returncode == 0
    assert run("demo", "--no-serve").returncode == 0
    refused = run("practice", str(tmp_path / "real"))
    assert refused.returncode == 2
    assert "cannot become one for practice" in refused.stderr
