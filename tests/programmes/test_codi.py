"""CODI's own definitions against the report of 23 April 2562, written down here a second time."""

from datetime import date

import pytest

from tests.programmes.conftest import CODI
from tests.programmes.promises import target_for
from tidtam.people.models import User
from tidtam.places.models import Kind, Place
from tidtam.programmes import queries
from tidtam.programmes.actions import check_folder, load_definitions
from tidtam.programmes.models import IndicatorVersion

FY2562 = [
    ("1.1", "1", "tambon", "annual", 510),
    ("1.2", "1", "province", "annual", 39),
    ("1.3", "1", "region", "annual", 5),
    ("2.1", "2", "household", "annual", 5500),
    ("2.2", "2", "household", "annual", 11500),
    ("2.3", "2", "household", "cumulative", 7069),
    ("2.4", "2", "household", "annual", 1000),
    ("2.5", "2", "centre", "milestone", 2),
    ("3.1", "3", "person", "annual", 2000),
    ("3.2(1)", "3", "tambon", "annual", 534),
    ("3.2(2)", "3", "tambon", "annual", 1670),
    ("3.3", "3", "tambon", "annual", 1700),
    ("4", "4", "organisation", "annual", 400),
    ("5", "5", "organisation", "annual", 50),
    ("6", "6", "set", "annual", 500),
]


@pytest.fixture
def loaded(places: dict[str, Place], actor: User) -> None:
    load_definitions(actor=actor, folder=CODI)


def version(code: str, year: int) -> IndicatorVersion:
    found = queries.indicator(code, year)
    assert found is not None
    return found


def promised(code: str, year: int, **asked: date) -> int | None:
    target = target_for(version(code, year), year, **asked)  # type: ignore[arg-type]
    return target.value if target else None


def test_nothing_is_wrong_with_them() -> None:
    _, found = check_folder(CODI)
    assert [problem.text("en") for problem in found] == []


def test_every_version_says_how_it_counts_in_both_languages() -> None:
    definitions, _ = check_folder(CODI)
    for one in definitions.indicators:
        assert all((one.counting_rule_th, one.counting_rule_en, one.name_th, one.name_en, one.paper)), (
            one.code
        )


@pytest.mark.django_db
def test_the_fifteen_lines_of_2562(loaded: None) -> None:
    found = [
        (line.code, line.heading_no, line.unit, line.basis, promised(line.code, 2562))
        for line in queries.lines(2562)
    ]
    assert found == FY2562
    assert [line.heading_th != "" and line.heading_en != "" for line in queries.lines(2562)] == [True] * 15


@pytest.mark.django_db
def test_the_lines_of_other_years(loaded: None) -> None:
    codes = {
        year: [line.code for line in queries.lines(year)] for year in (2558, 2559, 2560, 2561, 2563, 2567)
    }
    assert codes == {
        2558: [],
        2559: ["2.3"],
        2560: ["2.2", "2.3", "2.5"],
        2561: ["2.1", "2.2", "2.3", "2.5", "3.2(1)", "3.3"],
        2563: ["2.1", "2.2", "2.3"],
        2567: ["2.3"],
    }
    assert queries.fiscal_years() == [2559, 2560, 2561, 2562, 2563]


@pytest.mark.django_db
def test_the_target_of_lat_phrao_was_revised(loaded: None) -> None:
    assert promised("2.3", 2560, as_of=date(2017, 6, 22)) == 7081
    assert promised("2.3", 2561, as_of=date(2017, 11, 17)) == 7081
    assert promised("2.3", 2561, as_of=date(2018, 5, 31)) == 7069
    assert promised("2.3", 2562) == 7069
    # what was known on 1 June 2561 was still the old promise, and before the first paper none at all
    assert promised("2.3", 2561, as_of=date(2018, 5, 31), known_at=date(2018, 6, 1)) == 7081
    assert promised("2.3", 2560, as_of=date(2017, 6, 21), known_at=date(2017, 6, 21)) is None


@pytest.mark.django_db
def test_welfare_counts_persons_and_then_tambons(loaded: None) -> None:
    before, after = queries.versions("3.3")
    assert (before.unit, promised("3.3", 2561)) == ("person", 350_000)
    assert (after.unit, promised("3.3", 2562)) == ("tambon", 1700)
    assert not after.comparable_with_previous
    assert before.pathway != after.pathway


@pytest.mark.django_db
def test_targets_of_the_year_before(loaded: None) -> None:
    assert {code: promised(code, 2561) for code in ("2.1", "2.2", "3.2(1)", "economy")} == {
        "2.1": 6710,
        "2.2": 15_000,
        "3.2(1)": 750,
        "economy": 500,
    }
    assert promised("2.2", 2560) == 9000
    assert not version("2.2", 2561).comparable_with_previous


@pytest.mark.django_db
def test_a_centre_is_promised_in_bangkok_and_kept_in_pathum_thani(loaded: None) -> None:
    target = target_for(version("2.5", 2562), 2562)
    assert target is not None
    khon_kaen, bangkok = target.slots.order_by("number")
    assert (khon_kaen.place.code, bangkok.place.code) == ("40", "10")
    assert "ปทุมธานี" in bangkok.subject_name
    stages = queries.pathway("homeless_centre").rank
    assert stages["land"] < stages["design"] < stages["construction"] < stages["opened"] < stages["running"]


@pytest.mark.django_db
def test_the_canal_counts_from_ready_on_and_has_its_exits(loaded: None) -> None:
    canal = queries.pathway("canal")
    assert [stage.code for stage in canal.stages][-3:] == ["ready", "building", "completed"]
    assert canal.exit_codes == {"withdrew", "lost_right", "replaced", "cancelled", "unexplained"}
    line = version("2.3", 2562)
    assert (line.counting_stage, line.measure, line.basis_since, line.place.code) == (
        "ready",
        "standing",
        2559,
        "canal:lat-phrao",
    )
    assert (line.cycle_key(2562), version("2.2", 2562).cycle_key(2562)) == ("", "2562")


@pytest.mark.django_db
def test_the_quota_of_2563_is_split_over_the_regions(loaded: None, places: dict[str, Place]) -> None:
    line = version("2.2", 2563)
    regions = [place for code, place in places.items() if code.startswith("codi:")]
    split = {region.code: target_for(line, 2563, region) for region in regions}
    values = {code: target.value for code, target in split.items() if target is not None}
    assert promised("2.2", 2563) == sum(value or 0 for value in values.values()) == 11_500
    assert (len(values), values["codi:northeast"]) == (5, 2700)
    assert target_for(line, 2563, places["canal:lat-phrao"]) is None


@pytest.mark.django_db
def test_regional_items_and_series(loaded: None) -> None:
    items = {line.code: promised(line.code, 2562) for line in queries.lines(2562, ("item",))}
    assert items == {
        "lat-phrao.communities": 50,
        "lat-phrao.projects": None,
        "prem": 6386,
        "prem.communities": 33,
        "prem.moo": 6,
        "bangkok-east.leaders": 420,
        "central-west.rajabhat": 7,
        "green-areas": None,
        "south.economy": None,
        "south.tourism": None,
        "south.organic": None,
        "south.processing": None,
    }
    assert [line.code for line in queries.lines(2562, ("series",))] == [
        "councils",
        "welfare.funds",
        "welfare.members",
        "por-piang.total",
        "por-piang.total-tambons",
    ]
    south = next(one for one in queries.identities(2562) if one.code == "south-economy")
    assert [part["indicator"] for part in south.parts] == [
        "south.tourism",
        "south.organic",
        "south.processing",
    ]


@pytest.mark.django_db
def test_claims_climb_from_the_province_to_headquarters(loaded: None) -> None:
    ladder = queries.ladder("field")
    assert [(rung.code, rung.role) for rung in ladder.rungs] == [
        ("province", "verifier"),
        ("region", "approver"),
        ("headquarters", "owner"),
    ]
    assert [rung.code for rung in ladder.rungs_for(Kind.TAMBON)] == ["province", "region", "headquarters"]
    assert [rung.code for rung in ladder.rungs_for(Kind.REGION)] == ["region", "headquarters"]
    assert ladder.after("headquarters", Kind.TAMBON) is None
    assert {version("1.1", 2562).ladder, version("2.3", 2562).ladder} == {"field"}
