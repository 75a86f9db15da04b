"""Before anything was set up each command says so, and what to do."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.django_db


def test_an_import_and_a_server_without_definitions(tidtam: Run, workbook: Path) -> None:
    for words in (("import", workbook), ("serve", "--port", "0")):
        result = tidtam(*words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "tidtam setup" in result.stderr


def test_a_folder_of_definitions_that_is_not_there(tidtam: Run, tmp_path: Path) -> None:
    result = tidtam("setup", "--definitions", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "--definitions" in result.stderr
