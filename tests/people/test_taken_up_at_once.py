"""Several people open one invitation in the same moment: one account, one role."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.intake.country import make_country
from tidtam.people import actions, inviting
from tidtam.people.actions import give_role, loader_account
from tidtam.people.models import Invitation, Role, RoleHeld, User
from tidtam.places import queries as places
from tidtam.places.models import Place
from tidtam.problems import Refused

WORDS = "ริมคลองสามพันหลัง"
AT_ONCE = 4


@pytest.mark.django_db(transaction=True)
def test_a_link_opened_by_four_at_once_makes_one_account() -> None:
    make_country()
    admin = User.objects.create_user("admin", display_name="Admin")
    give_role(
        actor=loader_account(), user=admin, role=Role.ADMINISTRATOR, place=places.nation(), tree="admin"
    )
    made = actions.invite(
        actor=admin, display_name="ก", email="", role=Role.RECORDER, place=Place.objects.get(code="400105")
    )
    start = Barrier(AT_ONCE)

    def take_up(number: int) -> bool:
        account = inviting.NewAccount(f"คนที่ {number}", f"user{number}", WORDS, WORDS)
        start.wait()
        try:
            actions.take_up(token=made.token, account=account)
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(AT_ONCE) as pool:
        taken = list(pool.map(take_up, range(AT_ONCE)))
    assert sum(taken) == 1
    assert User.objects.filter(username__startswith="user").count() == 1
    assert RoleHeld.objects.filter(role=Role.RECORDER).count() == 1
    assert Invitation.objects.get().used_by == User.objects.get(username__startswith="user")
