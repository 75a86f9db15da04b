"""Every action leaves a line that still says who did it when the account has changed."""

from datetime import UTC, datetime

import pytest

from tidtam.audit import actions, queries
from tidtam.people.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def somsri() -> User:
    return User.objects.create_user("somsri", display_name="สมศรี")


def test_a_line_says_who_did_what_to_what(somsri: User) -> None:
    line = actions.record(actor=somsri, action="claim.accepted", what="claim:7", detail={"number": 3084})
    line.refresh_from_db()
    assert (line.actor_id, line.actor_name, line.action) == (somsri.pk, "สมศรี", "claim.accepted")
    assert line.detail == {"number": 3084}
    User.objects.filter(pk=somsri.pk).update(display_name="สมศรี (ย้ายไปแล้ว)")
    assert [line.actor_name for line in queries.about("claim:7")] == ["สมศรี"]


def test_loaded_history_keeps_its_own_time(somsri: User) -> None:
    then = datetime(2019, 4, 23, 2, 0, tzinfo=UTC)
    assert actions.record(actor=somsri, action="a.b", what="x:1", at=then).at == then


def test_lines_are_found_by_thing_by_actor_and_by_kind(somsri: User) -> None:
    for number in range(3):
        actions.record(actor=somsri, action=f"kind.{number}", what="thing:1")
    assert [line.action for line in queries.about("thing:1")] == ["kind.0", "kind.1", "kind.2"]
    assert [line.action for line in queries.latest(2)] == ["kind.2", "kind.1"]
    assert [line.action for line in queries.latest(5, action="kind.1")] == ["kind.1"]
    assert queries.by_actor(somsri.pk).count() == 3
    assert not queries.by_actor(somsri.pk + 1).exists()
