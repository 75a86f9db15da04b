"""The report of six months, asked on the command line, says what the paper of 23 April 2562 says."""

import json
import subprocess
import sys

import pytest

from tests.stories.asking import Answer, line_of, stages_of
from tests.stories.conftest import ROOT, Run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("results")]

ASKED = ("report", "--fiscal-year", "2562", "--as-of", "2562-03-31", "--format", "json")
# line, unit, basis, target, result, per cent
PRINTED = """
1.1     tambon        annual      510    172    33.7
1.2     province      annual      39     9      23.1
1.3     region        annual      5      2      40.0
2.1     household     annual      5500   3335   60.6
2.2     household     annual      11500  12543  109.1
2.3     household     cumulative  7069   3084   43.6
2.4     household     annual      1000   473    47.3
2.5     centre        milestone   2      -      -
3.1     person        annual      2000   1602   80.1
3.2(1)  tambon        annual      534    58     10.9
3.2(2)  tambon        annual      1670   21     1.3
3.3     tambon        annual      1700   1481   87.1
4       organisation  annual      400    159    39.8
5       organisation  annual      50     12     24.0
6       set           annual      500    134    26.8
"""
FIELDS = (
    *("line", "name_th", "name_en", "unit", "basis", "measure", "target", "result", "result_kind"),
    *("percent", "stages", "traced_share", "problems"),
)


def report(tidtam: Run, *words: str) -> Answer:
    result = tidtam("report", "--format", "json", *words)
    assert result.exit_code == 0, result.stderr
    answer: Answer = json.loads(result.stdout)
    return answer


def printed(line: Answer) -> str:
    shown = [line[name] for name in ("line", "unit", "basis", "target", "result", "percent")]
    return " ".join("-" if value is None else str(value) for value in shown)


def test_all_fifteen_lines(tidtam: Run) -> None:
    answer = report(tidtam, "--fiscal-year", "2562", "--as-of", "2562-03-31")
    expected = [" ".join(row.split()) for row in PRINTED.strip().splitlines()]
    assert [printed(line) for line in answer["lines"]] == expected


def test_every_line_has_the_fields_that_a_program_reads(tidtam: Run) -> None:
    answer = report(tidtam, "--fiscal-year", "2562", "--as-of", "2562-03-31")
    assert [(line["line"], field) for line in answer["lines"] for field in FIELDS if field not in line] == []
    kinds = {line["line"]: line["result_kind"] for line in answer["lines"]}
    assert {code for code, kind in kinds.items() if kind != "exact"} == {"2.5"}
    assert all(0 <= line["traced_share"] <= 1 for line in answer["lines"] if line["result"])


def test_the_canal_in_its_stages(tidtam: Run) -> None:
    line = line_of(report(tidtam, "--as-of", "2562-03-31"), "2.3")
    assert stages_of(line) == {"completed": 2068, "building": 654, "ready": 362}
    assert (line["basis_since"], line["measure"]) == (2559, "standing")


def test_the_centres_in_words_and_the_place_that_differs(tidtam: Run) -> None:
    line = line_of(report(tidtam, "--as-of", "2562-03-31"), "2.5")
    slots = {
        (slot["promised_place"]["name_en"], slot["actual_place"]["name_en"], slot["stage"])
        for slot in line["slots"]
    }
    assert slots == {
        ("Khon Kaen Province", "Khon Kaen Province", "construction"),
        ("Bangkok", "Pathum Thani Province", "design"),
    }
    (problem,) = line["problems"]
    assert "Bangkok" in json.dumps(problem)
    assert "Pathum Thani" in json.dumps(problem)


@pytest.mark.parametrize(
    ("as_of", "year", "result", "kind", "stages"),
    [
        ("2560-06-22", 2560, 763, "floor", {"completed": 763}),
        ("2562-03-31", 2562, 3084, "exact", {"completed": 2068, "building": 654, "ready": 362}),
        ("2562-09-19", 2562, 3271, "exact", {"completed": 2184, "building": 689, "ready": 398}),
        ("2562-12-31", 2563, 3308, "exact", {"completed": 2618, "building": 363, "ready": 327}),
    ],
)
def test_the_year_is_that_of_the_day(
    tidtam: Run, as_of: str, year: int, result: int, kind: str, stages: dict[str, int]
) -> None:
    answer = report(tidtam, "--as-of", as_of)
    line = line_of(answer, "2.3")
    assert answer["fiscal_year"] == year
    assert (line["result"], line["result_kind"], stages_of(line)) == (result, kind, stages)
    assert kind == "floor" or sum(stages.values()) == result


@pytest.mark.parametrize(
    ("as_of", "known_at", "result"),
    [
        ("2562-03-31", "2562-04-22", 2635),  # the report of 23 April was not out yet
        ("2562-03-31", "2562-04-23", 3084),
        ("2562-12-31", "2562-09-18", 3084),
        ("2560-06-22", "2560-06-21", None),
    ],
)
def test_as_it_was_known(tidtam: Run, as_of: str, known_at: str, result: int | None) -> None:
    assert line_of(report(tidtam, "--as-of", as_of, "--known-at", known_at), "2.3")["result"] == result


@pytest.mark.parametrize(
    ("as_of", "result", "stages"),
    [
        ("2565-10-31", 1007, {"completed": 634, "building": 352, "ready": 21}),
        ("2566-02-28", 1158, {"completed": 808, "building": 285, "ready": 65}),
        ("2566-06-18", 1159, {"completed": 844, "building": 305, "ready": 10}),
    ],
)
def test_prem_prachakon_told_by_stretch_and_then_as_a_whole(
    tidtam: Run, as_of: str, result: int, stages: dict[str, int]
) -> None:
    line = line_of(report(tidtam, "--as-of", as_of), "prem")
    assert (line["target"], line["result"], line["result_kind"]) == (6386, result, "exact")
    assert stages_of(line) == stages
    assert sum(stages.values()) == result


def test_what_a_paper_does_not_split_is_a_range_of_stages(tidtam: Run) -> None:
    line = line_of(report(tidtam, "--as-of", "2567-03-15"), "prem")
    assert (line["result"], line["result_kind"], stages_of(line)["completed"]) == (1699, "exact", 1197)
    assert {stage["stage"]: stage["upper"] for stage in line["stages"]} == {
        "completed": None,
        "building": 502,
        "ready": 502,
    }


@pytest.mark.parametrize(
    ("stretch", "result", "stages"),
    [
        ("chatuchak", 489, {"completed": 356, "building": 133, "ready": 0}),
        ("lak-si", 166, {"completed": 88, "building": 71, "ready": 7}),
        ("don-mueang", 134, {"completed": 0, "building": 120, "ready": 14}),
        ("lak-hok", 218, {"completed": 190, "building": 28, "ready": 0}),
    ],
)
def test_a_stretch_of_prem_prachakon(tidtam: Run, stretch: str, result: int, stages: dict[str, int]) -> None:
    place = f"canal:prem-prachakon:{stretch}"
    line = line_of(report(tidtam, "--as-of", "2565-10-31", "--place", place), "prem")
    assert (line["result"], stages_of(line)) == (result, stages)


def test_which_stretch_went_on_no_later_paper_says(tidtam: Run) -> None:
    place = "canal:prem-prachakon:lak-si"
    line = line_of(report(tidtam, "--as-of", "2566-02-28", "--place", place), "prem")
    assert (line["result"], line["result_kind"]) == (88, "floor")  # what was completed there stays


def test_the_ledger_is_sound(tidtam: Run) -> None:
    result = tidtam("check")
    assert (result.exit_code, "sound" in result.stdout) == (0, True)


@pytest.mark.slow
@pytest.mark.sqlite
def test_a_process_of_its_own_prints_one_document_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIDTAM_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.delenv("TIDTAM_DATABASE_URL", raising=False)
    command = [sys.executable, "-m", "tidtam.cli.main"]
    printed = [
        subprocess.run([*command, *words], cwd=ROOT, check=True, capture_output=True).stdout
        for words in (("demo", "--no-serve"), ASKED)
    ]
    assert printed[0] == b""
    assert len(json.loads(printed[1])["lines"]) == 15
