"""`tidtam import`: shows, does, and says when nothing is left to do; exit 2 when anything is wrong."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.intake import books
from tidtam.documents.workbook import read_workbook
from tidtam.review.models import Claim

pytestmark = pytest.mark.django_db


def test_a_preview_tells_claims_and_movements_and_how_to_go_on(
    country: None, tidtam: Run, workbook: Path
) -> None:
    result = tidtam("import", workbook)
    assert result.exit_code == 0
    assert "[new] 2.3" in result.stdout
    assert "654 households: (new) → building" in result.stdout
    assert "--commit" in result.stdout
    assert Claim.objects.count() == 0


def test_commit_and_again(country: None, tidtam: Run, workbook: Path) -> None:
    first = tidtam("import", workbook, "--commit")
    assert (first.exit_code, Claim.objects.count()) == (0, 1)
    assert "Imported" in first.stdout
    again = tidtam("import", workbook, "--commit")
    assert (again.exit_code, Claim.objects.count()) == (0, 1)
    assert "already there" in again.stdout


def test_a_wrong_workbook_is_exit_2_with_every_problem(country: None, tidtam: Run, tmp_path: Path) -> None:
    rows = [books.stands("3,084 หลัง"), {**books.happened(5), "สถานที่": "ดาวอังคาร"}]
    result = tidtam("import", books.write(tmp_path / "ผิด.xlsx", rows), "--commit")
    assert result.exit_code == 2
    for said in ("row 2, column 'จำนวน'", "row 3, column 'สถานที่'", "→", "unchanged"):
        assert said in result.stdout
    assert Claim.objects.count() == 0


def test_json_is_one_document_with_the_problems_inside(country: None, tidtam: Run, tmp_path: Path) -> None:
    path = books.write(tmp_path / "ผิด.xlsx", [books.stands(-1)])
    result = tidtam("import", path, "--json")
    document = json.loads(result.stdout)
    assert (result.exit_code, document["ok"], result.stderr) == (2, False, "")
    (problem,) = document["problems"]
    assert (problem["code"], problem["where"]["row"]) == ("intake.number-negative", 2)


def test_of_many_problems_of_a_kind_the_first_thirty(country: None, tidtam: Run, tmp_path: Path) -> None:
    rows = [books.happened(-number) for number in range(1, 51)]
    result = tidtam("import", books.write(tmp_path / "ผิด.xlsx", rows))
    assert result.stdout.count("is below zero") == 30
    assert "and 20 more like it" in result.stdout


def test_a_template_can_be_filled_in_and_imported(country: None, tidtam: Run, tmp_path: Path) -> None:
    path = tmp_path / "เปล่า.xlsx"
    assert tidtam("template", path, "--fiscal-year", 2562).exit_code == 0
    sheets = {sheet.name: sheet.rows for sheet in read_workbook(path).checked().sheets}
    assert sheets["ผล"][0] == books.RESULT_HEADERS
    assert sheets["แหล่งที่มา"][0] == books.SOURCE_HEADERS
    assert any("3.2(1)" in row for row in sheets["คำอธิบาย"])
    assert tidtam("template", path).exit_code == 2
    assert "intake.no-rows" in tidtam("import", path, "--json").stdout
