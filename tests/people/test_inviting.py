"""Invitations: a link that works once, for a role that whoever made it may give."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.people.conftest import Person
from tidtam.audit.models import AuditLine
from tidtam.people import actions, inviting, problems
from tidtam.people.access import Right, access_of
from tidtam.people.actions import end_role
from tidtam.people.models import Invitation, Role, RoleHeld, User
from tidtam.places.models import Place
from tidtam.problems import Refused

WORDS = "ริมคลองสามพันหลัง"


def at(code: str) -> Place:
    return Place.objects.get(code=code)


def invited(actor: User, place: str = "400105", role: Role = Role.RECORDER, **more: str) -> actions.Invited:
    said = {"display_name": "อนงค์", "email": ""} | more
    return actions.invite(actor=actor, role=role, place=at(place), **said)  # type: ignore[arg-type]


def account(**changed: str) -> inviting.NewAccount:
    said = {"display_name": "อนงค์ ใจดี", "username": "anong", "password": WORDS, "again": WORDS}
    return inviting.NewAccount(**(said | changed))


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def test_whoever_has_the_link_gets_the_account_the_password_and_the_role(person: Person) -> None:
    made = invited(person("admin", place="40"), email="anong@example.org")
    user = actions.take_up(token=made.token, account=account())
    user.refresh_from_db()
    assert (user.username, user.display_name, user.email) == ("anong", "อนงค์ ใจดี", "anong@example.org")
    assert user.check_password(WORDS)
    access = access_of(user)
    assert access.may(Right.RECORD, at("400105").pk)
    assert not access.may(Right.RECORD, at("400106").pk)
    assert not access.may(Right.VERIFY, at("400105").pk)


def test_the_token_is_kept_nowhere(person: Person) -> None:
    made = invited(person("admin"))
    kept = [str(value) for row in Invitation.objects.values() for value in row.values()]
    kept += [f"{line.what} {line.detail}" for line in AuditLine.objects.all()]
    assert [text for text in kept if made.token in text] == []


def test_a_link_works_once(person: Person) -> None:
    made = invited(person("admin"))
    actions.take_up(token=made.token, account=account())
    with pytest.raises(Refused) as refused:
        actions.take_up(token=made.token, account=account(username="second"))
    assert codes(refused) == [problems.INVITATION_DEAD.code]
    assert not User.objects.filter(username="second").exists()


def test_a_link_dies_when_it_is_old_withdrawn_or_made_up(person: Person) -> None:
    admin = person("admin")
    old, withdrawn = invited(admin), invited(admin)
    Invitation.objects.filter(pk=old.invitation.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    actions.withdraw_invitation(actor=admin, number=withdrawn.invitation.pk)
    for token in (old.token, withdrawn.token, "made-up"):
        with pytest.raises(Refused) as refused:
            actions.take_up(token=token, account=account())
        assert codes(refused) == [problems.INVITATION_DEAD.code]


def test_a_link_dies_with_the_right_of_whoever_made_it(person: Person) -> None:
    admin = person("admin", place="40")
    made = invited(admin)
    end_role(actor=admin, held=RoleHeld.objects.get(user=admin))
    with pytest.raises(Refused) as refused:
        inviting.find(made.token)
    assert codes(refused) == [problems.INVITATION_DEAD.code]


@pytest.mark.parametrize(
    ("at_home", "tree", "place", "within", "may"),
    [
        ("40", "admin", "40", "admin", True),
        ("40", "admin", "400105", "admin", True),
        ("40", "admin", "50", "admin", False),
        ("40", "admin", "TH", "admin", False),
        ("40", "admin", "codi:northeast", "codi", False),  # wider, though it now holds that province alone
        ("codi:northeast", "codi", "40", "admin", True),
        ("codi:northeast", "codi", "40", "codi", True),
        ("codi:northeast", "codi", "50", "codi", False),
        ("10", "admin", "canal:lat-phrao", "canal", True),
        ("10", "admin", "canal:prem-prachakon", "canal", False),  # it runs through other provinces too
        ("TH", "admin", "canal:lat-phrao", "canal", True),
        ("TH", "admin", "codi:northeast", "codi", True),
        ("TH", "admin", "codi:northeast", "canal", False),  # not in that tree at all
    ],
)
def test_nobody_gives_a_role_wider_than_their_own_places(
    person: Person, at_home: str, tree: str, place: str, within: str, may: bool
) -> None:
    access = access_of(person("admin", place=at_home, tree=tree))
    assert (inviting.may_not_give(access, at(place), within) == []) is may


@pytest.mark.parametrize("role", [role for role in Role.values if role != "administrator"])
def test_only_who_keeps_people_invites_ends_or_withdraws(person: Person, role: str) -> None:
    admin, other = person("admin"), person("other", role=role)
    made, held = invited(admin), RoleHeld.objects.get(user=admin)
    for act in (
        lambda: invited(other),
        lambda: actions.withdraw_invitation(actor=other, number=made.invitation.pk),
        lambda: actions.end_role_held(actor=other, number=held.pk),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert codes(refused) == [problems.NOT_YOURS_TO_GIVE.code]
    held.refresh_from_db()
    assert held.end_day is None


def test_everything_wrong_is_said_at_once(person: Person) -> None:
    with pytest.raises(Refused) as refused:
        invited(person("admin", place="50"), display_name=" ", email="nonsense")
    assert codes(refused) == [
        problems.NAME_MISSING.code,
        problems.MAIL_STRANGE.code,
        problems.NOT_YOURS_TO_GIVE.code,
    ]
    with pytest.raises(Refused) as refused:
        actions.add_person(
            account=account(display_name="", username="two words", password="short", again="other")
        )
    assert codes(refused) == [
        problems.NAME_MISSING.code,
        problems.USERNAME_STRANGE.code,
        problems.PASSWORDS_DIFFER.code,
        problems.PASSWORD_SHORT.code,
    ]


def test_a_user_name_that_differs_in_letters_only_is_taken(person: Person) -> None:
    person("anong")
    with pytest.raises(Refused) as refused:
        actions.add_person(account=account(username="Anong"))
    assert codes(refused) == [problems.USERNAME_TAKEN.code]


@pytest.mark.parametrize("username", ["boon@example.org", "boon＠example", "@"])
def test_a_user_name_is_never_somebodys_address(person: Person, username: str) -> None:
    with pytest.raises(Refused) as refused:
        actions.add_person(account=account(username=username))
    assert codes(refused) == [problems.USERNAME_IS_MAIL.code]


def test_somebody_with_an_account_takes_the_role_up_with_it(person: Person) -> None:
    admin, boon = person("admin"), person("boon", role="verifier", place="40")
    made = invited(admin, place="50", role=Role.VERIFIER)
    actions.take_up_as(actor=boon, token=made.token)
    assert access_of(boon).may(Right.VERIFY, at("50").pk)
    assert Invitation.objects.get().used_by == boon


def test_nobody_gives_themselves_a_role(person: Person) -> None:
    admin = person("admin")
    with pytest.raises(Refused) as refused:
        actions.take_up_as(actor=admin, token=invited(admin).token)
    assert codes(refused) == [problems.OWN_INVITATION.code]


def test_an_invitation_taken_up_is_not_withdrawn(person: Person) -> None:
    admin = person("admin")
    made = invited(admin)
    actions.take_up(token=made.token, account=account())
    with pytest.raises(Refused) as refused:
        actions.withdraw_invitation(actor=admin, number=made.invitation.pk)
    assert codes(refused) == [problems.INVITATION_CLOSED.code]


def test_each_step_leaves_its_line(person: Person) -> None:
    admin = person("admin")
    before = AuditLine.objects.count()
    made = invited(admin)
    user = actions.take_up(token=made.token, account=account())
    actions.end_role_held(actor=admin, number=RoleHeld.objects.get(user=user).pk)
    lines = AuditLine.objects.order_by("id")[before:]
    assert [(line.action, line.actor_name) for line in lines] == [
        ("invitation.made", "Admin"),
        ("account.made", "อนงค์ ใจดี"),
        ("invitation.taken_up", "อนงค์ ใจดี"),
        ("role.given", "Admin"),
        ("role.ended", "Admin"),
    ]
    assert access_of(user).rights() == frozenset()
