"""Made-up households and real ones never meet: neither by file nor by citizen ID."""

import pytest

from tests.housing.conftest import Canal, some_households
from tests.housing.test_moving import DAY
from tests.intake.lists.books import added, list_of
from tests.intake.lists.test_list_faults import refused
from tests.intake.lists.test_lists import ONE, looked
from tidtam.housing.actions import Move, move_households
from tidtam.housing.made_up import made_up
from tidtam.housing.models import Project
from tidtam.intake.lists import content as of_content
from tidtam.people.actions import loader_account
from tidtam.problems import Refused
from tidtam.review.models import PracticeMark
from tidtam.review.practice import banner, is_practice, mark_as_practice

pytestmark = pytest.mark.django_db


def test_a_made_up_id_is_refused_in_a_real_database(canal: Canal, project: Project) -> None:
    found = looked(canal, added(list_of(canal.kamon, project), ONE))
    assert [problem.code for problem in found.problems] == ["housing.made-up-id"]


def test_a_file_of_a_practice_database_is_refused_in_a_real_one(
    canal: Canal, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if both had the same key, which a copied folder has."""
    monkeypatch.setattr(of_content, "is_practice", lambda: True)
    content = added(list_of(canal.kamon, project), ONE).saved()
    assert refused(canal, content) == ["list.practice-file"]


def test_a_file_of_a_real_database_is_refused_in_one_for_practice(canal: Canal, project: Project) -> None:
    content = list_of(canal.kamon, project).saved()
    mark_as_practice(actor=loader_account())
    assert refused(canal, content) == ["list.real-file"]


def test_the_mark_is_put_once_before_anything_is_claimed(practice: Canal) -> None:
    assert (is_practice(), "ฐานข้อมูลฝึกหัด" in banner()) == (True, True)
    mark_as_practice(actor=loader_account())
    assert PracticeMark.objects.count() == 1


def test_a_database_with_claims_is_never_marked(canal: Canal, project: Project) -> None:
    some = some_households(canal, project, 1)
    move_households(actor=canal.kamon, project=project, moves=[Move(some[0], "rights")], day=DAY)
    with pytest.raises(Refused) as refused_:
        mark_as_practice(actor=loader_account())
    assert [problem.code for problem in refused_.value.problems] == ["review.not-for-practice"]
    assert not is_practice()
    assert banner() == ""


def test_made_up_households_are_known_by_their_ids() -> None:
    assert {one.citizen_id[0] for one in made_up(50)} == {"9"}
