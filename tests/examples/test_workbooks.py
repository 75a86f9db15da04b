"""The example workbooks are what their tables say, and their numbers add up as the papers print them."""

from collections import defaultdict
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from examples import build
from tests.programmes.conftest import CODI
from tidtam.ledger.quantity import UNITS
from tidtam.programmes.actions import check_folder
from tidtam.programmes.written import Definitions
from tidtam.thai.dates import read_date

TABLES = pytest.mark.parametrize("table", build.tables(), ids=lambda table: table.stem)

Row = dict[str, build.Cell]


def facts(name: str) -> list[Row]:
    header, *rows = build.sheets(build.FACTS / f"{name}.csv")["ผล"]
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def every_fact() -> list[Row]:
    return [row for table in build.tables() for row in facts(table.stem)]


@pytest.fixture(scope="module")
def definitions() -> Definitions:
    return check_folder(CODI)[0]


@TABLES
def test_a_workbook_is_what_the_builder_writes(table: Path, tmp_path: Path) -> None:
    build.build(table, tmp_path / "new.xlsx")
    kept, made = (
        CalamineWorkbook.from_path(build.workbook_of(table)),
        CalamineWorkbook.from_path(tmp_path / "new.xlsx"),
    )
    assert kept.sheet_names == made.sheet_names == ["ผล", "แหล่งที่มา"]
    for name, rows in build.sheets(table).items():
        assert kept.get_sheet_by_name(name).to_python() == made.get_sheet_by_name(name).to_python() == rows


def test_no_workbook_lies_about_without_a_table() -> None:
    assert sorted(build.HERE.glob("*.xlsx")) == sorted(map(build.workbook_of, build.tables()))


@TABLES
def test_every_row_has_its_source_and_no_fact_is_younger_than_it(
    table: Path, definitions: Definitions
) -> None:
    papers = {paper.code: paper for paper in definitions.papers}
    for row in facts(table.stem):
        paper = papers[str(row["แหล่งที่มา"])]
        assert read_date(str(row["วันที่"])).first <= paper.published, row


@TABLES
def test_every_row_speaks_of_a_defined_indicator_in_its_unit(table: Path, definitions: Definitions) -> None:
    stages = {written.code: written.pathway for written in definitions.pathways}
    for row in facts(table.stem):
        day = read_date(str(row["วันที่"])).last
        year = day.year + 543 + (day.month >= 10)
        version = next(one for one in definitions.indicators if one.code == row["ตัวชี้วัด"] and one.covers(year))
        assert row["หน่วย"] == UNITS[version.unit].th, row
        assert row["ขั้น"] in {"", *(stage.th for stage in stages[version.pathway].stages)}, row


def at_stage(name: str, indicator: str, place: str | None = None) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row in facts(name):
        if row["ตัวชี้วัด"] == indicator and row["การนับ"] == "ที่ขั้น" and place in (None, row["สถานที่"]):
            found[str(row["วันที่"])][str(row["ขั้น"])] = int(row["จำนวน"])
    return found


def test_lat_phrao_adds_up_as_the_papers_print_it() -> None:
    stages = at_stage("report-2562-six-months", "2.3") | at_stage("lat-phrao", "2.3")
    assert {day: sum(split.values()) for day, split in stages.items()} == {
        "31 มี.ค. 2562": 3084,
        "19 ก.ย. 2562": 3271,
        "ธ.ค. 2562": 3308,
    }


def test_prem_prachakon_adds_up_as_the_papers_print_it() -> None:
    stages = at_stage("prem-prachakon", "prem")
    assert sum(stages["31 ต.ค. 2565"].values()) == 1007
    assert sum(stages["28 ก.พ. 2566"].values()) == 1158
    # the paper of June 2566 prints 1,159 and does not say where ten of them stand
    assert sum(stages["18 มิ.ย. 2566"].values()) == 1149


def test_the_identities_hold_in_the_facts(definitions: Definitions) -> None:
    results = {row["ตัวชี้วัด"]: int(row["จำนวน"]) for row in facts("report-2562-six-months")}
    found = [one for one in definitions.identities if one.of == "result"]
    assert [one.code for one in found] == ["south-economy"]
    for one in found:
        assert results[one.whole.indicator] == sum(results[part.indicator] for part in one.parts)


def test_the_report_of_2562_has_its_results() -> None:
    results = {row["ตัวชี้วัด"]: row["จำนวน"] for row in facts("report-2562-six-months") if not row["ขั้น"]}
    lines = ["1.1", "1.2", "1.3", "2.1", "2.2", "2.4", "3.1", "3.2(1)", "3.2(2)", "3.3", "4", "5", "6"]
    seed = [172, 9, 2, 3335, 12543, 473, 1602, 58, 21, 1481, 159, 12, 134]
    assert [results[line] for line in lines] == seed
    centres = [(row["สถานที่"], row["ขั้น"]) for row in facts("report-2562-six-months") if row["ตัวชี้วัด"] == "2.5"]
    assert centres == [("ขอนแก่น", "ก่อสร้าง"), ("ปทุมธานี", "ออกแบบ")]


def test_the_only_fall_has_an_answer(definitions: Definitions) -> None:
    running = {one.code for one in definitions.indicators if one.basis == "cumulative"}
    rows = [row for row in every_fact() if row["ตัวชี้วัด"] in running and not row["ขั้น"]]
    last: dict[tuple[str, str], int] = {}
    fallen = []
    for row in sorted(rows, key=lambda row: read_date(str(row["วันที่"])).last):
        key = (str(row["ตัวชี้วัด"]), str(row["สถานที่"]))
        if int(row["จำนวน"]) < last.get(key, 0):
            fallen.append((key[0], row["จำนวน"], row["ถ้าลดลง"]))
        last[key] = int(row["จำนวน"])
    assert fallen == [("welfare.funds", 5915, "ออก: unexplained")]


def test_the_page_beside_them_names_each() -> None:
    text = (build.HERE / "README.md").read_text(encoding="utf-8")
    assert [table.stem for table in build.tables() if f"| `{table.stem}.xlsx` |" not in text] == []
