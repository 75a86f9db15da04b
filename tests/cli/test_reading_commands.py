"""`tidtam board | report | trail | check`: what is asked is parsed, answered, and printed as text or JSON."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tidtam.ledger_store.models import StageGuard

pytestmark = pytest.mark.django_db
MARCH = ("--as-of", "2562-03-31")


def _line(document: dict[str, list[dict[str, object]]]) -> dict[str, object]:
    return next(line for line in document["lines"] if line["line"] == "2.3")


def test_the_board_shows_target_result_per_cent_and_stages(loaded: None, tidtam: Run) -> None:
    result = tidtam("board", *MARCH)
    assert result.exit_code == 0
    (line,) = (text for text in result.stdout.splitlines() if text.startswith("2.3 "))
    assert line.split()[-3:] == ["7,069", "3,084", "43.6"]
    assert "2,068" in result.stdout
    assert "not reported" in result.stdout


def test_a_report_is_one_json_document_on_stdout(loaded: None, tidtam: Run) -> None:
    asked = ("report", "--fiscal-year", 2562, *MARCH)
    for words in (("--format", "json"), ("--json",), ()):
        result = tidtam(*asked, *words)
        assert result.exit_code == 0
        line = _line(json.loads(result.stdout))
        assert (line["target"], line["result"], line["percent"]) == (7069, 3084, 43.6)
        assert len(json.loads(result.stdout)["lines"]) == 15


def test_the_year_is_that_of_the_day(loaded: None, tidtam: Run) -> None:
    assert json.loads(tidtam("board", "--as-of", "2562-10-01", "--json").stdout)["fiscal_year"] == 2563


def test_before_it_was_known_it_is_not_reported(loaded: None, tidtam: Run) -> None:
    result = tidtam("report", *MARCH, "--known-at", "2562-04-22", "--json")
    assert _line(json.loads(result.stdout))["result"] is None


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx", "json"])
def test_a_report_as_a_file(loaded: None, tidtam: Run, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"รายงาน.{kind}"
    result = tidtam("report", *MARCH, "--output", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert path.stat().st_size > 1000
    assert str(path) in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("--output", "รายงาน.txt"),
        ("--json", "--format", "pdf"),
        ("--output", "ไม่มี/รายงาน.docx"),
        ("--place", "ดาวอังคาร"),
        ("--fiscal-year", "2400"),
        ("--fiscal-year", "2599"),
    ],
)
def test_what_makes_no_sense_is_bad_input(loaded: None, tidtam: Run, words: tuple[str, ...]) -> None:
    result = tidtam("report", *MARCH, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_a_place_by_its_name(loaded: None, tidtam: Run) -> None:
    document = json.loads(tidtam("board", *MARCH, "--place", "กทม.", "--json").stdout)
    assert document["place"]["code"] == "10"


def test_a_trail_leads_to_the_paper(loaded: None, tidtam: Run) -> None:
    result = tidtam("trail", "2.3", *MARCH)
    assert result.exit_code == 0
    for said in ("654: new → building", "รายงานต่อรัฐมนตรี", "https://example.org/2562-04-23"):
        assert said in result.stdout
    document = json.loads(tidtam("trail", "2.3", *MARCH, "--stage", "building", "--json").stdout)
    assert document["stage"]["code"] == "building"
    assert 654 in [entry["quantity"] for entry in document["entries"]]


def test_a_line_that_there_is_not(loaded: None, tidtam: Run) -> None:
    assert tidtam("trail", "9.9", *MARCH).exit_code == 2


def test_a_sound_book_and_one_with_a_fault(loaded: None, tidtam: Run) -> None:
    sound = tidtam("check")
    assert (sound.exit_code, "sound" in sound.stdout) == (0, True)
    StageGuard.objects.filter(stage="building").update(held=1)
    wrong = tidtam("check", "--json")
    document = json.loads(wrong.stdout)
    assert (wrong.exit_code, document["ok"]) == (1, False)
    assert document["faults"]
