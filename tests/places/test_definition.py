"""A wrong file of trees gets all its faults at once, and nothing of it is loaded."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.places.country import CODI, atlas
from tidtam.people.actions import loader_account
from tidtam.places.actions import load_places
from tidtam.places.atlas import read_atlas
from tidtam.places.models import Place
from tidtam.places.rules import Span, nesting
from tidtam.problems import Refused

Change = Callable[[str, str], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(CODI / "trees", tmp_path / "trees")
    return tmp_path


@pytest.fixture
def regions(folder: Path) -> Change:
    """CODI's regions with one text in the place of another."""

    def changed(before: str, after: str) -> Path:
        file = folder / "trees" / "regions.toml"
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
        return folder

    return changed


def test_the_files_of_codi_are_sound() -> None:
    assert atlas().problems == []


def test_only_named_communities_are_in_them() -> None:
    assert sum(place.kind == "community" for place in atlas().places.values()) == 18
    assert all(
        place.source for code, place in atlas().places.items() if code.startswith(("community:", "canal:"))
    )


@pytest.mark.parametrize(
    ("before", "after", "code", "says"),
    [
        ("[tree]", "[tree", "tree.unreadable", ""),
        ('"60 นครสวรรค์"', '"60 นครปฐม"', "tree.name-differs", "นครสวรรค์"),
        ('"60 นครสวรรค์"', '"97 นครสวรรค์"', "tree.unknown-code", "97"),
        ('"60 นครสวรรค์", ', "", "tree.not-placed", "นครสวรรค์ (60)"),
        ('"60 นครสวรรค์"', '"60 นครสวรรค์", "40 ขอนแก่น"', "tree.two-parents", "ขอนแก่น (40)"),
        ('parent = "TH"', 'parent = "codi:north"', "tree.circle", "ภาคเหนือ (codi:north)"),
        ('kind = "region"', 'kind = "zone"', "tree.wrong-value", "zone"),
        ('kind = "region"\n', "", "tree.missing-field", "kind"),
        ("certain = false", 'certain = "no"', "tree.wrong-value", "certain"),
        ("valid_from = 2018-10-01", 'valid_from = "2562"', "tree.wrong-value", "valid_from"),
        ("certain = false", "valid_to = 2018-10-01", "tree.wrong-value", "valid_to"),
        ("certain = false", "sertain = false", "tree.unknown-field", "sertain"),
        ('below = "admin"', 'below = "dopa"', "tree.unknown-code", "dopa"),
        ('code = "codi"', 'code = "canal"', "tree.code-twice", "canal"),
        ('code = "codi:north"', 'code = "40"', "tree.code-twice", "40"),
        ('"ใต้"', '"อีสาน"', "tree.alias-twice", "อีสาน"),
    ],
)
def test_faults_are_told(regions: Change, before: str, after: str, code: str, says: str) -> None:
    told = [problem for problem in read_atlas(regions(before, after)).problems if problem.code == code]
    assert told
    assert says in told[0].text("th")
    assert told[0].text("en")


def test_all_faults_at_once(regions: Change) -> None:
    regions('"60 นครสวรรค์"', '"60 นครปฐม"')
    codes = {problem.code for problem in read_atlas(regions('kind = "region"', 'kind = "zone"')).problems}
    assert {"tree.name-differs", "tree.wrong-value"} <= codes


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    assert [problem.code for problem in read_atlas(tmp_path).problems] == ["tree.no-files"]


@pytest.mark.django_db
def test_nothing_of_a_wrong_file_is_loaded(regions: Change) -> None:
    before = Place.objects.count()
    with pytest.raises(Refused) as refused:
        load_places(loader_account(), regions('"60 นครสวรรค์"', '"60 นครปฐม"'))
    assert refused.value.problems[0].code == "tree.name-differs"
    assert Place.objects.count() == before


def test_a_province_moves_on_its_day(regions: Change) -> None:
    moved = """children = ["74 สมุทรสาคร"]
valid_to = 2019-10-01
[[edge]]
parent = "codi:central-west"
children = ["74 สมุทรสาคร"]
valid_from = 2019-10-01
certain = false
"""
    read = read_atlas(regions('children = ["74 สมุทรสาคร"]\ncertain = false\n', moved))
    assert read.problems == []
    above = [n for n in nesting(read.nested["codi"], "TH") if n.descendant == "74" and n.depth == 1]
    assert {(n.ancestor, n.days) for n in above} == {
        ("codi:bangkok-east", Span(date(2018, 10, 1), date(2019, 10, 1))),
        ("codi:central-west", Span(date(2019, 10, 1), date.max)),
    }
