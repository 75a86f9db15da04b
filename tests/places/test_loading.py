"""Loading: the same again changes nothing, and what changed in the files changes in the tables."""

import shutil
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from tests.places.country import CODI
from tidtam.audit.models import AuditLine
from tidtam.people.actions import loader_account
from tidtam.places.actions import load_places
from tidtam.places.lookup import Found, Nothing, find_place
from tidtam.places.models import Alias, Edition, Place, Tree, TreeClosure, TreeEdge
from tidtam.places.queries import is_in_step
from tidtam.places.tables import Loaded

pytestmark = [pytest.mark.django_db]


@pytest.mark.usefixtures("thailand")
def test_loading_the_same_again_changes_nothing() -> None:
    lines, editions = AuditLine.objects.count(), Edition.objects.count()
    assert not load_places(loader_account(), CODI)
    assert (AuditLine.objects.count(), Edition.objects.count()) == (lines, editions)


@pytest.mark.usefixtures("thailand")
def test_what_changed_in_the_files_changes_and_is_written_down(tmp_path: Path) -> None:
    shutil.copytree(CODI / "trees", tmp_path / "trees")
    for file, before, after in (
        ("aliases.toml", '"เมืองคอน", ', '"ย่าโม", '),
        ("canals.toml", 'name_en = "Lat Phrao Canal"', 'name_en = "Lat Phrao and Bang Sue Canals"'),
        ("regions.toml", "certain = false", "certain = true"),
    ):
        text = (tmp_path / "trees" / file).read_text(encoding="utf-8")
        (tmp_path / "trees" / file).write_text(text.replace(before, after, 1), encoding="utf-8")
    assert isinstance(find_place("ย่าโม"), Nothing)
    assert load_places(loader_account(), tmp_path) == Loaded(made=1, changed=2, removed=1)
    assert isinstance(find_place("ย่าโม"), Found)
    assert isinstance(find_place("เมืองคอน"), Nothing)
    assert Place.objects.get(code="canal:lat-phrao").name_en == "Lat Phrao and Bang Sue Canals"
    assert AuditLine.objects.latest("id").action == "places.loaded"


@pytest.mark.usefixtures("thailand")
def test_a_tampered_table_is_put_right() -> None:
    Place.objects.filter(code="40").update(name_th="ขอนแก่ณ")
    TreeEdge.objects.filter(tree="canal", child__code="community:wat-bang-bua").delete()
    Alias.objects.filter(text="โคราช").delete()
    assert load_places(loader_account(), CODI) == Loaded(made=2, changed=1)
    assert Place.objects.get(code="40").name_th == "ขอนแก่น"


@pytest.mark.usefixtures("thailand")
def test_a_nesting_that_was_lost_is_made_again() -> None:
    TreeClosure.objects.filter(tree="canal").delete()
    assert load_places(loader_account(), CODI) == Loaded(nested=("canal",))


@pytest.mark.usefixtures("thailand")
def test_the_database_refuses_what_cannot_be() -> None:
    place = Place.objects.get(code="40")
    for wrong in (
        {"code": "40", "kind": "province", "name_th": "x"},
        {"code": "x", "kind": "planet", "name_th": "x"},
        {
            "code": "x",
            "kind": "province",
            "name_th": "x",
            "valid_from": "2019-01-01",
            "valid_to": "2019-01-01",
        },
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Place.objects.create(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        TreeEdge.objects.create(tree_id="admin", parent=place, child=place)


@pytest.mark.usefixtures("thailand")
def test_a_tree_is_nested_afresh_when_asked() -> None:
    TreeClosure.objects.filter(tree="canal", depth=1).delete()
    assert load_places(loader_account(), CODI, afresh=["canal"]) == Loaded(nested=("canal",))
    assert is_in_step(Tree.objects.get(code="canal"))
