"""Loading: once, again, changed, refused; the past keeps its editions."""

from datetime import date
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from tests.programmes.conftest import CODI, Write
from tests.programmes.promises import target_for
from tidtam.audit.append_only import missing_guards
from tidtam.audit.models import AuditLine
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.problems import Refused
from tidtam.programmes import queries
from tidtam.programmes.actions import load_definitions
from tidtam.programmes.models import Identity, IndicatorVersion, Pathway, Target, TargetSlot

pytestmark = pytest.mark.django_db

MODELS = (Pathway, IndicatorVersion, Target, TargetSlot, Identity)


def rows() -> int:
    return sum(model._default_manager.count() for model in MODELS)


def refused(actor: User, folder: Path) -> list[str]:
    before = rows()
    with pytest.raises(Refused) as error:
        load_definitions(actor=actor, folder=folder)
    assert rows() == before
    return [problem.code for problem in error.value.problems]


@pytest.fixture
def loaded(places: dict[str, Place], actor: User, folder: Path) -> None:
    load_definitions(actor=actor, folder=folder, position=10)


def test_a_load_leaves_one_audit_line_and_the_same_load_again_changes_nothing(
    places: dict[str, Place], actor: User
) -> None:
    first = load_definitions(actor=actor, folder=CODI, position=7)
    assert (first.changed, first.same, first.retired) == (0, 0, 0)
    before = rows()
    again = load_definitions(actor=actor, folder=CODI, position=9)
    assert (again.new, again.changed, again.same, again.anything) == (0, 0, first.new, False)
    assert rows() == before
    line = AuditLine.objects.get(action="definitions.loaded")
    assert (line.actor_id, line.what, line.detail["new"], line.detail["position"]) == (
        actor.pk,
        "definitions:codi",
        first.new,
        7,
    )


def test_a_changed_rule_is_a_new_edition_and_the_old_one_answers_at_its_position(
    loaded: None, actor: User, change: Write
) -> None:
    folder = change(
        "indicators/lines.toml", "a tambon may count again in another year", "a tambon counts once"
    )
    assert load_definitions(actor=actor, folder=folder, position=20).changed == 1
    now, then = queries.indicator("1.1", 2562), queries.indicator("1.1", 2562, position=19)
    assert now is not None
    assert then is not None
    assert now.counting_rule_en.endswith("counts once")
    assert then.counting_rule_en.endswith("in another year")
    assert queries.indicator("1.1", 2562, position=9) is None
    assert len(queries.lines(2562)) == 15


def test_a_renamed_heading_reaches_its_lines_as_new_editions(
    loaded: None, actor: User, change: Write
) -> None:
    folder = change("programmes.toml", 'en = "Area-based development plans"', 'en = "Plans of areas"')
    assert load_definitions(actor=actor, folder=folder, position=20).changed == 3
    assert {line.heading_en for line in queries.lines(2562) if line.heading_no == "1"} == {"Plans of areas"}


def test_a_definition_taken_out_is_retired_and_may_come_back(loaded: None, actor: User, folder: Path) -> None:
    identities = folder / "identities.toml"
    text = identities.read_text(encoding="utf-8")
    identities.write_text("", encoding="utf-8")
    assert load_definitions(actor=actor, folder=folder, position=20).retired == 2
    assert queries.identities(2562) == []
    assert len(queries.identities(2562, position=19)) == 1
    assert load_definitions(actor=actor, folder=folder, position=21).anything is False
    identities.write_text(text, encoding="utf-8")
    assert load_definitions(actor=actor, folder=folder, position=22).changed == 2
    assert len(queries.identities(2562)) == 1


def test_a_target_is_revised_by_a_new_revision(loaded: None, actor: User, folder: Path) -> None:
    with (folder / "targets" / "spans.toml").open("a", encoding="utf-8") as file:
        file.write(
            """
[[target]]
indicator = "2.3"
revision = 3
unit = "household"
value = 7000
known_on = "2563-02-01"
valid_from = 2563-01-01
who_th = "ก"
who_en = "a"
why_th = "ทดสอบ"
why_en = "a test"
paper = "thaigov-25630"
"""
        )
    assert load_definitions(actor=actor, folder=folder, position=20).new == 1
    line = queries.indicator("2.3", 2563)
    assert line is not None
    asked = {
        "now": target_for(line, 2563),
        "before it held": target_for(line, 2563, as_of=date(2019, 12, 31)),
        "before it was known": target_for(line, 2563, known_at=date(2020, 1, 31)),
        "before it was loaded": target_for(line, 2563, position=19),
    }
    assert {when: target.value for when, target in asked.items() if target} == {
        "now": 7000,
        "before it held": 7069,
        "before it was known": 7069,
        "before it was loaded": 7069,
    }


def test_a_target_on_record_is_not_overwritten(loaded: None, actor: User, change: Write) -> None:
    change("targets/spans.toml", "value = 7081", "value = 7100")
    assert refused(actor, change("targets/2562.toml", 'place = "10"', 'place = "50"')) == [
        "definitions.revision-changed",
        "definitions.revision-changed",
    ]


def test_the_reason_of_a_target_may_be_worded_better(loaded: None, actor: User, change: Write) -> None:
    folder = change(
        "targets/2560.toml", "target of the country for 2560", "target of the whole country for 2560"
    )
    assert load_definitions(actor=actor, folder=folder, position=20).changed == 1
    assert set(Target.objects.filter(indicator="2.2", fiscal_year=2560).values_list("revision")) == {(1,)}


def test_stages_in_use_stay_in_their_order(loaded: None, actor: User, change: Write) -> None:
    change("pathways.toml", 'code = "design"', 'code = "drawing"')
    change("pathways.toml", 'code = "canal_moo"\nunit = "moo"', 'code = "canal_moo"\nunit = "community"')
    folder = change("indicators/items.toml", 'unit = "moo"', 'unit = "community"')
    change("targets/spans.toml", 'unit = "moo"', 'unit = "community"')
    assert set(refused(actor, folder)) == {
        "definitions.stages-moved",
        "definitions.pathway-unit-changed",
        "definitions.revision-changed",
    }


def test_a_new_stage_may_come_between(loaded: None, actor: User, change: Write) -> None:
    stage = '\n  [[pathway.stage]]\n  code = "permit"\n  th = "ได้ใบอนุญาต"\n  en = "permit given"\n'
    folder = change("pathways.toml", '  en = "ready to build"\n', f'  en = "ready to build"\n{stage}')
    assert load_definitions(actor=actor, folder=folder, position=20).changed == 1
    assert "permit" in queries.pathway("canal").rank
    assert "permit" not in queries.pathway("canal", position=19).rank


def test_a_place_that_is_not_loaded_is_named(places: dict[str, Place], actor: User) -> None:
    places["canal:prem-prachakon"].delete()
    assert refused(actor, CODI) == ["definitions.place-not-found"]


def test_the_database_itself_keeps_definitions(loaded: None) -> None:
    assert [missing_guards(connection, model._meta.db_table) for model in MODELS] == [[]] * len(MODELS)
    for model in MODELS:
        with pytest.raises(DatabaseError), transaction.atomic():
            model._default_manager.filter(pk=model._default_manager.values_list("pk")[0][0]).update(id=99_999)


def test_an_unknown_pathway_or_indicator_is_not_made_up(loaded: None) -> None:
    with pytest.raises(KeyError):
        queries.pathway("river")
    assert queries.indicator("9.9", 2562) is None
    assert "2.3" in queries.codes()
    assert queries.pathways()["canal"].unit == "household"
    assert queries.units()["household"].th == "ครัวเรือน"
