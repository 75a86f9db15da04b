"""The commands are there, explain themselves, and need neither Django nor a database to do so."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tidtam.cli.main import main
from tidtam.cli.options import DAY

COMMANDS = [
    "demo",
    "setup",
    "serve",
    "import",
    "template",
    "sheet",
    "households",
    "practice",
    "simulate",
    "grant",
    "board",
    "report",
    "trail",
    "check",
    "remind",
    "segments",
    "person",
]


def test_the_commands_in_the_order_in_which_they_are_needed() -> None:
    assert main.list_commands(click.Context(main)) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself_in_thai_and_english(name: str) -> None:
    text = CliRunner().invoke(main, [name, "--help"]).output
    assert any("ก" <= letter <= "๛" for letter in text)
    assert "Usage:" in text
    assert len(text.split()) > 30


def test_help_needs_no_database_and_no_django(tmp_path: Path) -> None:
    code = "import sys; from tidtam.cli.main import main; main(['--help'], standalone_mode=False); "
    code += "assert not [name for name in sys.modules if name in ('tidtam.config.settings', 'pythainlp')]"
    environment = {**os.environ, "TIDTAM_HOME": str(tmp_path / "home")}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, capture_output=True)
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("text", ["2562-03-31", "2019-03-31", "๒๕๖๒-๐๓-๓๑"])
def test_days_of_either_era(text: str) -> None:
    assert DAY.convert(text, None, None) == date(2019, 3, 31)


@pytest.mark.parametrize("text", ["3105-03-31", "2562-02-31", "yesterday", ""])
def test_a_day_that_is_none_is_bad_input(text: str) -> None:
    result = CliRunner().invoke(main, ["board", "--as-of", text])
    assert result.exit_code == 2
    assert "--as-of" in result.stderr
