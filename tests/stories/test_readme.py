"""The commands on the first screen of the README do what it shows, line by line."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stories.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
LEFT_OUT = "…"
MAKE_TARGET = re.compile(r"^\s*(?:\$ )?make ([a-z-]+)", re.MULTILINE)

Shown = list[tuple[str, list[str]]]


def blocks(kind: str) -> list[str]:
    """The fenced blocks of a kind."""
    found = re.findall(r"^```([a-z]*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return [block for named, block in found if named == kind]


def shown(block: str) -> Shown:
    """The commands of a block, each with the lines that it is said to print."""
    found: Shown = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def is_printed(expected: list[str], printed: str) -> bool:
    """Whether all lines are there in their order; "…" alone or at an end stands for anything left out."""
    parts = [
        re.escape(line).replace(re.escape(LEFT_OUT), "[^\\n]*")
        for line in expected
        if line.strip() != LEFT_OUT
    ]
    pattern = "".join(rf"^{part}$.*?" for part in parts)
    return re.search(pattern, printed, re.MULTILINE | re.DOTALL) is not None


def follow(command: str, environment: dict[str, str], folder: Path) -> str:
    """Runs a command of the README, or does for this test what it does for a shell; what it prints."""
    words = shlex.split(command)
    if words[0] == "export":
        name, _, value = words[1].partition("=")
        environment[name] = value
    if words[0] != "tidtam":
        return ""
    result = subprocess.run(
        [sys.executable, "-m", "tidtam.cli.main", *words[1:]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, f"{command}: {result.stderr}"
    return result.stdout + result.stderr


@pytest.mark.slow
@pytest.mark.sqlite
def test_the_first_screen_is_what_happens(tmp_path: Path) -> None:
    for name in ("examples", "definitions"):
        (tmp_path / name).symlink_to(ROOT / name)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TIDTAM_")}
    environment |= {"TIDTAM_HOME": str(tmp_path / "var"), "PYTHONPATH": str(ROOT)}
    (block,) = blocks("console")
    for command, expected in shown(block):
        printed = follow(command, environment, tmp_path)
        assert is_printed(expected, printed), f"$ {command}\n{printed}"
    assert (tmp_path / "report-2562.docx").stat().st_size > 10_000


def test_the_first_screen_is_short() -> None:
    (block,) = blocks("console")
    assert README.index(block) + len(block) < README.index("\n## มีไว้ทำอะไร")
    assert len(README[: README.index(block)].splitlines()) + len(block.splitlines()) <= 40


def test_the_makefile_has_what_the_readme_asks_for() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    asked = {target for block in (*blocks("console"), *blocks("")) for target in MAKE_TARGET.findall(block)}
    assert {"setup", "run", "test"} <= asked
    assert [target for target in asked if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []
