"""Closing an account and opening it again: who may, what ends, and what stays."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.people.conftest import Person
from tidtam.audit.models import AuditLine
from tidtam.people import actions, closing, problems
from tidtam.people.access import access_of
from tidtam.people.models import Role, RoleHeld, User
from tidtam.places.models import Place
from tidtam.problems import Refused

WHY = "ย้ายงาน"


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def closed(actor: User, user: User, reason: str = WHY) -> User:
    return actions.close_account(actor=actor, number=user.pk, reason=reason)


def give(user: User, role: Role, code: str) -> RoleHeld:
    place = Place.objects.get(code=code)
    return actions.give_role(actor=actions.loader_account(), user=user, role=role, place=place, tree="admin")


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_closing_ends_roles_and_sessions_and_says_why(person: Person) -> None:
    natee, boon = person("natee", place="40"), person("boon", "verifier", "40")
    give(boon, Role.RECORDER, "400105")
    client = signed_in(boon)
    assert client.get("/account/").status_code == 200
    closed(natee, boon)
    boon.refresh_from_db()
    assert not boon.is_active
    assert access_of(boon).rights() == frozenset()
    today = timezone.localdate()
    assert [one.end_day for one in RoleHeld.objects.filter(user=boon)] == [today, today]
    assert client.get("/account/").status_code == 302
    line = AuditLine.objects.get(action="account.closed")
    assert (line.actor_name, line.what, line.detail) == ("Natee", "user:boon", {"reason": WHY})
    assert AuditLine.objects.filter(action="role.ended", what="user:boon").count() == 2


def test_opening_gives_back_the_password_and_neither_roles_nor_old_sessions(person: Person) -> None:
    natee, boon = person("natee", place="40"), person("boon", "verifier", "40", password="ริมคลองสามพันหลัง")
    client = signed_in(boon)
    closed(natee, boon)
    actions.open_account(actor=natee, number=boon.pk, reason="กลับมาทำงาน")
    boon.refresh_from_db()
    assert boon.is_active
    assert boon.check_password("ริมคลองสามพันหลัง")
    assert access_of(boon).rights() == frozenset()
    assert client.get("/account/").status_code == 302
    assert signed_in(boon).get("/account/").status_code == 200
    assert AuditLine.objects.get(action="account.opened").detail == {"reason": "กลับมาทำงาน"}


def test_only_who_looks_after_people_at_each_of_the_places_may(person: Person) -> None:
    nation, natee = person("nation"), person("natee", place="40")
    boon = person("boon", "verifier", "40")
    give(boon, Role.RECORDER, "50")
    for other in (natee, person("verifier", "verifier"), person("chai", place="50")):
        with pytest.raises(Refused) as refused:
            closed(other, boon)
        assert codes(refused) == [problems.NOT_YOURS_TO_KEEP.code]
    assert boon not in closing.kept_by(access_of(natee))
    assert boon in closing.kept_by(access_of(nation))
    closed(nation, boon)
    with pytest.raises(Refused) as refused:
        actions.open_account(actor=natee, number=boon.pk, reason=WHY)
    assert codes(refused) == [problems.NOT_YOURS_TO_KEEP.code]
    assert boon in closing.kept_by(access_of(nation))


def test_what_ended_elsewhere_long_ago_does_not_matter(person: Person) -> None:
    natee, boon = person("natee", place="40"), person("boon", "verifier", "40")
    old = give(boon, Role.RECORDER, "50")
    RoleHeld.objects.filter(pk=old.pk).update(first_day="2018-10-01", end_day="2019-10-01")
    closed(natee, boon)
    assert boon in closing.kept_by(access_of(natee))
    actions.open_account(actor=natee, number=boon.pk, reason=WHY)
    assert User.objects.get(pk=boon.pk).is_active


def test_an_account_without_roles_is_for_who_keeps_the_nation(person: Person) -> None:
    nation, natee = person("nation"), person("natee", place="40")
    bare = User.objects.create_user("bare", display_name="Bare")
    with pytest.raises(Refused) as refused:
        closed(natee, bare)
    assert codes(refused) == [problems.NOT_YOURS_TO_KEEP.code]
    assert not closed(nation, bare).is_active


def test_nobody_closes_their_own_or_one_that_no_person_has_or_without_a_reason(person: Person) -> None:
    nation, boon = person("nation"), person("boon", "verifier", "40")
    for user, reason, code in (
        (nation, WHY, problems.OWN_ACCOUNT),
        (actions.loader_account(), WHY, problems.NO_SUCH_ACCOUNT),
        (actions.command_account(), WHY, problems.NO_SUCH_ACCOUNT),
        (boon, "  ", problems.REASON_MISSING),
    ):
        with pytest.raises(Refused) as refused:
            closed(nation, user, reason)
        assert codes(refused) == [code.code]
    assert not User.objects.filter(is_active=False).exists()


def test_closing_twice_changes_nothing_more(person: Person) -> None:
    nation, boon = person("nation"), person("boon", "verifier", "40")
    first = closed(nation, boon).closed_at
    assert closed(nation, boon).closed_at == first
    assert AuditLine.objects.filter(action="account.closed").count() == 1
