"""Money rules and lists of codes in the database: as written, by their days, and as they stood before."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from tests.programmes.conftest import CODI, Write
from tidtam.audit.append_only import missing_guards
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.programmes import money, queries
from tidtam.programmes.actions import check_folder, load_definitions
from tidtam.programmes.editions import DATED, latest_editions
from tidtam.programmes.models import CodeList, MoneyRule
from tidtam.thai.dates import parse_iso_be

pytestmark = pytest.mark.django_db

TABLES = (*DATED.values(), CodeList)


@pytest.fixture
def loaded(places: dict[str, Place], actor: User) -> None:
    load_definitions(actor=actor, folder=CODI, position=10)


def on(day: str) -> date:
    return parse_iso_be(day)


def codes(found: list[money.Rule]) -> list[str]:
    return [rule.code for rule in found]


def ceiling(code: str, day: str, *, position: int | None = None) -> int | None:
    """The ceiling in baht of the rule with this code, on a day; -1 when it does not hold then."""
    programme = "temporary_housing" if code.startswith("temporary") else "por_piang"
    found = {rule.code: rule for rule in queries.money_rules(programme, on(day), position=position)}
    rule = found.get(code)
    if rule is None:
        return -1
    assert rule.ceiling is not None
    return rule.ceiling.satang // 100 if rule.ceiling.satang is not None else None


def test_what_is_asked_is_what_was_written_with_the_title_of_its_paper(loaded: None) -> None:
    definitions, _ = check_folder(CODI)
    papers = {paper.code: paper for paper in definitions.papers}
    written = {
        one.code: replace(
            one.dated, paper_title=papers[one.dated.paper].title, paper_url=papers[one.dated.paper].url
        )
        for one in definitions.money
    }
    stored = {row.code: row.as_dated() for model in DATED.values() for row in latest_editions(model).values()}
    assert stored == written
    assert {type(one) for one in stored.values()} == set(DATED)
    lists = {one.code: one.entries for one in definitions.code_lists}
    assert {row.code: row.as_entries() for row in latest_editions(CodeList).values()} == lists


def test_sums_are_kept_as_whole_satang_and_per_cents_exactly(loaded: None) -> None:
    rows = {row.code: row for row in MoneyRule.objects.all()}
    terms = rows["canals-grant"].terms
    assert terms["ceiling"] == {"satang": 14_700_000, "cases": []}
    assert [part["ceiling"]["satang"] for part in terms["parts"]] == [5_000_000, 2_500_000, 7_200_000]
    share = rows["canals-management"].as_dated().share
    assert share == money.Share("infrastructure", Decimal(5), "most", 5_000_000, 50_000_000)
    [rate] = queries.rates(on("2567-06-01"))
    assert (rate.percent, type(rate.percent)) == (Decimal("3.5"), Decimal)


@pytest.mark.parametrize(
    ("day", "holding"),
    [
        ("2559-03-07", []),
        ("2559-03-08", ["canals-grant", "canals-loan-2559", "canals-management", "canals-savings"]),
        ("2560-06-21", ["canals-grant", "canals-loan-2559", "canals-management", "canals-savings"]),
        ("2560-06-22", ["canals-grant", "canals-loan-2560", "canals-management", "canals-savings"]),
        ("2563-01-05", ["canals-grant", "canals-loan-2560", "canals-management", "canals-savings"]),
        ("2563-01-06", ["canals-grant", "canals-loan-2563", "canals-management", "canals-savings"]),
    ],
)
def test_the_rules_of_a_day(loaded: None, day: str, holding: list[str]) -> None:
    assert codes(queries.money_rules("canals", on(day))) == holding
    assert queries.money_rules("homeless", on(day)) == []


def test_rates_conventions_and_moratoria_of_a_day(loaded: None) -> None:
    days = ("2559-03-07", "2559-03-08", "2563-04-01", "2563-07-01", "2563-10-01", "2567-06-01", "2568-06-01")
    found = [
        (
            [str(rate.percent) for rate in queries.rates(on(day))],
            getattr(queries.loan_convention(on(day)), "code", None),
            [pause.code for pause in queries.moratoria(on(day))],
        )
        for day in days
    ]
    assert found == [
        ([], None, []),
        (["4"], "monthly-2559", []),
        (["4"], "monthly-2559", ["covid-2563-1"]),
        (["4"], "monthly-2559", ["covid-2563-2"]),
        (["4"], "monthly-2559", []),
        (["3.5"], "monthly-2559", []),
        (
            [],
            "monthly-2559",
            [],
        ),  # the trial ended and no paper says what came after: no rate, not the old one
    ]


def test_a_changed_rule_is_a_new_edition_and_the_old_one_answers_at_its_position(
    places: dict[str, Place], actor: User, change: Write
) -> None:
    folder = change("money.toml", "ceiling = 19000", "ceiling = 19000")
    load_definitions(actor=actor, folder=folder, position=10)
    change("money.toml", "ceiling = 19000", 'ceiling = "19500.50"')
    done = load_definitions(actor=actor, folder=folder, position=20)
    assert (done.new, done.changed, done.retired) == (0, 1, 0)
    now, then = (
        queries.money_rules("por_piang", on("2562-01-01")),
        queries.money_rules("por_piang", on("2562-01-01"), position=19),
    )
    assert [rule.ceiling for rule in now] == [money.Ceiling(1_950_050)]
    assert [rule.ceiling for rule in then] == [money.Ceiling(1_900_000)]
    assert queries.money_rules("por_piang", on("2562-01-01"), position=9) == []
    assert list(MoneyRule.objects.filter(code="por-piang-2562").values_list("edition", "position")) == [
        (1, 10),
        (2, 20),
    ]


def test_a_rule_ends_where_the_next_begins_and_before_the_change_was_loaded_it_went_on(
    places: dict[str, Place], actor: User, change: Write
) -> None:
    folder = change("money.toml", "# ---- อัตราดอกเบี้ย", "# ---- อัตราดอกเบี้ย")
    load_definitions(actor=actor, folder=folder, position=10)
    old = 'th = "เงินอุดหนุนที่อยู่อาศัยชั่วคราว ไม่เกินครัวเรือนละ 18,000 บาท"'
    text = (folder / "money.toml").read_text(encoding="utf-8")
    first = text[
        text.index('[[money_rule]]\ncode = "temporary-grant"') : text.index(
            '[[money_rule]]\ncode = "temporary-rent"'
        )
    ]
    second = (
        first.replace('"temporary-grant"', '"temporary-grant-2570"')
        .replace('"2561-10-01"', '"2569-10-01"')
        .replace("ceiling = 18000", "ceiling = 20000")
    )
    ended = first.replace('valid_from = "2561-10-01"', 'valid_from = "2561-10-01"\nvalid_to = "2569-09-30"')
    assert old in first
    (folder / "money.toml").write_text(text.replace(first, ended + second), encoding="utf-8")
    done = load_definitions(actor=actor, folder=folder, position=20)
    assert (done.new, done.changed, done.retired) == (1, 1, 0)
    asked = [
        (code, day, ceiling(code, day, position=position))
        for code in ("temporary-grant", "temporary-grant-2570")
        for day in ("2569-09-30", "2569-10-01")
        for position in (19, 20)
    ]
    assert asked == [
        ("temporary-grant", "2569-09-30", 18_000),
        ("temporary-grant", "2569-09-30", 18_000),
        ("temporary-grant", "2569-10-01", 18_000),
        ("temporary-grant", "2569-10-01", -1),
        ("temporary-grant-2570", "2569-09-30", -1),
        ("temporary-grant-2570", "2569-09-30", -1),
        ("temporary-grant-2570", "2569-10-01", -1),
        ("temporary-grant-2570", "2569-10-01", 20_000),
    ]


def test_a_rule_taken_out_is_retired_and_can_still_be_asked_by_position(
    places: dict[str, Place], actor: User, change: Write
) -> None:
    folder = change("money.toml", "# ----", "# ----")
    load_definitions(actor=actor, folder=folder, position=10)
    text = (folder / "money.toml").read_text(encoding="utf-8")
    start = text.index('[[money_rule]]\ncode = "canals-savings"')
    (folder / "money.toml").write_text(text[:start] + text[text.index("# ---- บ้านมั่นคง") :], encoding="utf-8")
    assert load_definitions(actor=actor, folder=folder, position=20).retired == 1
    assert "canals-savings" not in codes(queries.money_rules("canals", on("2562-01-01")))
    assert "canals-savings" in codes(queries.money_rules("canals", on("2562-01-01"), position=19))


def test_a_better_name_of_a_paper_reaches_its_rules(
    places: dict[str, Place], actor: User, change: Write
) -> None:
    folder = change("papers.toml", "# ----", "# ----")
    load_definitions(actor=actor, folder=folder, position=10)
    change("papers.toml", "(ยังไม่พบต้นฉบับ)", "พ.ศ. 2561")
    assert load_definitions(actor=actor, folder=folder, position=20).changed == 1
    [rent] = [
        rule for rule in queries.money_rules("temporary_housing", on("2562-01-01")) if rule.about == "rent"
    ]
    assert rent.paper_title.endswith("พ.ศ. 2561")


def test_the_database_itself_keeps_rules_and_codes(loaded: None) -> None:
    assert [missing_guards(connection, model._meta.db_table) for model in TABLES] == [[]] * len(TABLES)
    for model in TABLES:
        first = model._default_manager.values_list("pk")[0][0]
        with pytest.raises(DatabaseError), transaction.atomic():
            model._default_manager.filter(pk=first).update(name_th="อื่น")
        with pytest.raises(DatabaseError), transaction.atomic():
            model._default_manager.filter(pk=first).delete()


def test_lists_of_codes_say_what_hangs_on_them(loaded: None) -> None:
    assert [(one.code, one.land) for one in queries.codes_of("solution")] == [
        ("on_site", "same"),
        ("reblocking", "same"),
        ("land_sharing", "same"),
        ("reconstruction", "same"),
        ("relocation", "new"),
    ]
    assert all(one.who_th and one.who_en for one in queries.codes_of("blocked"))
    with pytest.raises(KeyError):
        queries.codes_of("colour")
    with pytest.raises(KeyError):
        queries.codes_of("solution", position=9)
