"""Stages say which evidence they demand; what was loaded before the word existed reads as it did."""

import pytest

from tests.programmes.conftest import CODI, Write
from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.programmes import queries
from tidtam.programmes.actions import check_folder, load_definitions
from tidtam.programmes.models import Pathway

SURVEYED = 'code = "survey"\n  th = "สำรวจข้อมูลแล้ว"\n  en = "surveyed"\n'


@pytest.mark.django_db
def test_stages_demand_what_the_definitions_say(places: dict[str, Place], actor: User) -> None:
    load_definitions(actor=actor, folder=CODI)
    assert queries.evidence_for("canal", "completed") == {"photo"}
    assert queries.evidence_for("canal", "survey") == frozenset()
    assert queries.evidence_for("por_piang_repaired", "completed") == {"photo"}
    assert queries.evidence_of_stages("plan_tambon") == {}
    assert queries.evidence_of_stages("no such pathway") == {}


@pytest.mark.django_db
def test_a_new_demand_is_a_new_edition_and_the_ledger_sees_the_same_pathway(
    places: dict[str, Place], actor: User, change: Write
) -> None:
    folder = change("pathways.toml", SURVEYED, SURVEYED)
    load_definitions(actor=actor, folder=folder, position=10)
    before = queries.pathway("canal")
    change("pathways.toml", SURVEYED, SURVEYED + '  evidence = ["document", "photo", "photo"]\n')
    done = load_definitions(actor=actor, folder=folder, position=20)
    assert (done.new, done.changed, done.retired) == (0, 1, 0)
    assert queries.evidence_for("canal", "survey") == {"photo", "document"}
    assert queries.pathway("canal") == queries.pathway("canal", position=10) == before
    first = Pathway.objects.get(code="canal", edition=1)
    assert first.evidence() == {"building": {"photo"}, "completed": {"photo"}}


@pytest.mark.django_db
def test_a_stage_that_demands_nothing_is_kept_as_before_the_word_existed(
    places: dict[str, Place], actor: User
) -> None:
    load_definitions(actor=actor, folder=CODI)
    row = Pathway.objects.get(code="plan_tambon")
    assert [set(stage) for stage in row.stages] == [{"code", "th", "en"}]
    assert row.as_ledger().rank == {"done": 0}


@pytest.mark.parametrize("wrong", ['["video"]', '"photo"', "[1]"])
def test_a_kind_that_is_none_is_told_once(wrong: str, change: Write) -> None:
    folder = change("pathways.toml", SURVEYED, f"{SURVEYED}  evidence = {wrong}\n")
    _, (problem,) = check_folder(folder)
    assert problem.code == "definitions.wrong-value"
    assert "photo, document" in problem.text("en")
