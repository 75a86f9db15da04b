"""A planner's slips: each is told with its file, its table and what to do, and all are told at once."""

from pathlib import Path

import pytest

from tests.programmes.conftest import CODI, Write
from tidtam.problems import Problem
from tidtam.programmes.actions import check_folder

LINES, TARGETS = "indicators/lines.toml", "targets/2562.toml"

SLIPS = [
    ("no unit of ours", LINES, 'unit = "tambon"', 'unit = "tambol"', "not-found", "Perhaps tambon"),
    ("a key misspelt", LINES, "order = 110", "oder = 110", "key-unknown", "Perhaps order"),
    ("a key left out", LINES, 'pathway = "plan_tambon"\n', "", "key-missing", "pathway"),
    ("text for a number", LINES, "order = 110", 'order = "110"', "wrong-value", "whole number"),
    ("a year of the other era", LINES, "first_year = 2562", "first_year = 2019", "wrong-value", "2500"),
    ("a strange basis", LINES, 'basis = "annual"', 'basis = "yearly"', "wrong-value", "annual, cumulative"),
    (
        "a day that is none",
        LINES,
        'review_date = "2562-09-30"',
        'review_date = "2562-09-31"',
        "wrong-value",
        "year-month-day",
    ),
    (
        "a stage elsewhere",
        LINES,
        'counting_stage = "ready"',
        'counting_stage = "redy"',
        "stage-not-there",
        "ready",
    ),
    (
        "an exit counted",
        LINES,
        'counting_stage = "ready"',
        'counting_stage = "withdrew"',
        "stage-not-there",
        "completed",
    ),
    ("an annual line for ever", LINES, 'cycle = "fiscal"', 'cycle = "ever"', "basis-contradicts", "fiscal"),
    ("years turned round", LINES, "last_year = 2562", "last_year = 2560", "years-turned", "2560"),
    ("two versions of a year", LINES, "last_year = 2561", "last_year = 2562", "versions-overlap", "2562"),
    (
        "nothing to compare with",
        LINES,
        'paper = "codi-2562-04-23"',
        'paper = "codi-2562-04-23"\ncomparable_with_previous = true',
        "nothing-before",
        "1.1",
    ),
    ("a heading that is none", LINES, 'heading = "1"', 'heading = "7"', "not-found", "heading"),
    (
        "a paper that is none",
        LINES,
        'paper = "thaigov-3804"',
        'paper = "thaigov-3084"',
        "not-found",
        "thaigov-3804",
    ),
    (
        "a pathway in another unit",
        "pathways.toml",
        'unit = "tambon"',
        'unit = "province"',
        "unit-contradicts",
        "never added",
    ),
    (
        "a target in another unit",
        TARGETS,
        'unit = "household"',
        'unit = "house"',
        "unit-contradicts",
        "houses",
    ),
    ("a comma in a number", TARGETS, "value = 5500", 'value = "5,500"', "wrong-value", "without commas"),
    (
        "a target without its year",
        TARGETS,
        "fiscal_year = 2562\n",
        "",
        "target-span",
        "names its fiscal year",
    ),
    (
        "a year for a whole programme",
        "targets/spans.toml",
        'indicator = "2.3"',
        'indicator = "2.3"\nfiscal_year = 2562',
        "target-span",
        "names no year",
    ),
    (
        "a target of a year not defined",
        TARGETS,
        "fiscal_year = 2562",
        "fiscal_year = 2564",
        "target-year",
        "2564",
    ),
    ("a revision left out", "targets/spans.toml", "revision = 2", "revision = 3", "revisions-broken", "1, 3"),
    ("a place too few", TARGETS, "value = 2\n", "value = 3\n", "slots-unlike", "2 places"),
    (
        "parts that do not add up",
        "targets/2563.toml",
        "value = 2700",
        "value = 2600",
        "parts-unlike",
        "11,400",
    ),
    (
        "an identity without a part",
        "identities.toml",
        'place = "codi:north"',
        'place = "codi:nroth"',
        "part-without-target",
        "codi:nroth",
    ),
    (
        "a ladder that is none",
        "programmes.toml",
        'code = "homeless"',
        'code = "homeless"\nladder = "feild"',
        "not-found",
        "field",
    ),
    (
        "a ladder that ends below the nation",
        "programmes.toml",
        'kind = "nation"',
        'kind = "region"',
        "rungs-astray",
        "headquarters",
    ),
    (
        "a rung for somebody who reviews nothing",
        "programmes.toml",
        'role = "verifier"',
        'role = "recorder"',
        "wrong-value",
        "verifier",
    ),
    ("a stage twice", "pathways.toml", 'code = "building"', 'code = "ready"', "wrong-value", "differ"),
    ("a code twice", "papers.toml", 'code = "thaigov-4186"', 'code = "thaigov-3804"', "doubled", "row 14"),
    ("a quotation mark not closed", LINES, 'heading = "1"', 'heading = "1', "not-toml", "line 17"),
    ("a table of another file", "papers.toml", "[[paper]]", "[[papers]]", "table-unknown", "[[paper]]"),
    (
        "a code with a space",
        "papers.toml",
        'code = "thaigov-3804"',
        'code = "thaigov 3804"',
        "wrong-value",
        "spaces",
    ),
]


def told(folder: Path, code: str) -> list[Problem]:
    return [problem for problem in check_folder(folder)[1] if problem.code == f"definitions.{code}"]


@pytest.mark.parametrize(
    ("slip", "file", "before", "after", "code", "says"), SLIPS, ids=[slip[0] for slip in SLIPS]
)
def test_a_slip_is_told(
    change: Write, slip: str, file: str, before: str, after: str, code: str, says: str
) -> None:
    found = told(change(file, before, after), code)
    assert found, [problem.text("en") for problem in check_folder(change(file, after, after))[1]]
    assert any(says in problem.text("en") for problem in found), [problem.text("en") for problem in found]
    for problem in found:
        assert problem.where.file is not None
        assert problem.what("th") != problem.what("en")
        assert problem.do("th")


def test_a_problem_names_the_file_the_line_the_table_and_the_key(change: Write) -> None:
    [problem] = told(change(LINES, "order = 120", 'order = "หนึ่ง"'), "wrong-value")
    where = problem.where
    line = (change(LINES, "[[indicator]]", "[[indicator]]") / LINES).read_text(encoding="utf-8").split("\n")
    assert (where.file, where.field) == (LINES, "[[indicator]] 1.2 2562 order")
    assert where.row is not None
    assert line[where.row - 1 : where.row + 1] == ["[[indicator]]", 'code = "1.2"']


def test_all_slips_are_told_at_once(change: Write) -> None:
    change(LINES, 'basis = "annual"', 'basis = "yearly"')
    change("papers.toml", 'publisher = "สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)"\n', "")
    folder = change(TARGETS, "value = 510", 'value = "ห้าร้อยสิบ"')
    assert len(check_folder(folder)[1]) == 3


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert [problem.code for problem in check_folder(tmp_path / "none")[1]] == ["definitions.folder-missing"]


def test_files_that_are_missing_or_that_nobody_reads(folder: Path) -> None:
    (folder / "papers.toml").unlink()
    (folder / "targets" / "2562.toml").rename(folder / "target-2562.toml")
    found = {(problem.code, problem.where.file) for problem in check_folder(folder)[1]}
    assert found == {
        ("definitions.file-missing", "papers.toml"),
        ("definitions.file-unknown", "target-2562.toml"),
    }


def test_the_trees_beside_are_somebody_elses(folder: Path) -> None:
    (folder / "trees").mkdir()
    (folder / "trees" / "regions.toml").write_text("not for us", encoding="utf-8")
    assert check_folder(folder)[1] == []


def test_days_may_be_bare_and_of_either_era(change: Write) -> None:
    change(TARGETS, 'known_on = "2562-04-23"', "known_on = 2562-04-23")
    folder = change(TARGETS, 'valid_from = "2561-10-01"', "valid_from = 2018-10-01")
    definitions, found = check_folder(folder)
    assert found == []
    first = next(target for target in definitions.targets if target.promise == ("1.1", 2562, "TH"))
    unchanged = next(
        target for target in check_folder(CODI)[0].targets if target.promise == ("1.1", 2562, "TH")
    )
    assert (first.known_on, first.valid_from) == (unchanged.known_on, unchanged.valid_from)
