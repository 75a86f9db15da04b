"""Signing in: who is meant, how passwords are chosen, and what stays in the audit lines."""

import pytest
from django.core import mail

from tidtam.audit.models import AuditLine
from tidtam.people import actions, letters, problems, signing
from tidtam.people.actions import loader_account
from tidtam.people.models import User
from tidtam.problems import Refused

pytestmark = pytest.mark.django_db
WORDS = "ริมคลองสามพันหลัง"


def made(username: str, **more: str) -> User:
    return User.objects.create_user(username, WORDS, display_name="สมศรี ใจดี", **more)


def test_a_person_is_known_by_user_name_or_address_however_it_is_written() -> None:
    user = made("somsri", email="somsri@example.org")
    backend = signing.NameOrMail()
    for name in ("somsri", " somsri ", "somsri@example.org", "Somsri@Example.ORG"):
        assert backend.authenticate(None, username=name, password=WORDS) == user
        assert signing.counted_name(None, {"username": name}) == "somsri"  # type: ignore[arg-type]
    assert backend.authenticate(None, username="somsri", password=WORDS + "x") is None
    assert backend.authenticate(None, username="nobody", password=WORDS) is None
    assert backend.authenticate(None, username="", password="") is None


def test_an_address_that_two_people_share_means_neither() -> None:
    made("one", email="office@example.org")
    made("two", email="office@example.org")
    assert signing.person("office@example.org") is None


def test_an_address_means_its_owner_also_where_an_old_user_name_looks_like_it() -> None:
    made("somsri@example.org")
    owner = made("somsri", email="somsri@example.org")
    assert signing.person("somsri@example.org") == owner


def test_closed_accounts_and_the_loader_never_come_in() -> None:
    closed = made("closed", email="closed@example.org")
    User.objects.filter(pk=closed.pk).update(is_active=False)
    loader = loader_account()
    loader.set_password(WORDS)
    loader.save()
    backend = signing.NameOrMail()
    for name in ("closed", "closed@example.org", loader.username):
        assert backend.authenticate(None, username=name, password=WORDS) is None
    assert backend.get_user(closed.pk) is None


@pytest.mark.parametrize(
    ("password", "kind"),
    [
        ("สั้นไป", problems.PASSWORD_SHORT),
        ("qwertyuiop123", problems.PASSWORD_COMMON),
        ("somsri-somsri", problems.PASSWORD_LIKE_NAME),
    ],
)
def test_a_weak_password_is_refused_in_words(password: str, kind: object) -> None:
    user = User(username="somsri-somsri", display_name="สมศรี")
    assert kind in [problem.kind for problem in signing.password_problems(password, password, user)]


def test_the_present_password_is_asked_for() -> None:
    user = made("somsri")
    new = "สะพานไม้เก่าริมน้ำ"
    with pytest.raises(Refused) as refused:
        actions.change_password(actor=user, present="wrong", password=new, again=new)
    assert [p.code for p in refused.value.problems] == [problems.PASSWORD_WRONG.code]
    actions.change_password(actor=user, present=WORDS, password=new, again=new)
    user.refresh_from_db()
    assert user.check_password(new)
    line = AuditLine.objects.get(action="password.changed")
    assert (line.actor_id, line.what) == (user.pk, "user:somsri")
    assert new not in str(line.detail)


def test_a_link_for_a_new_password_dies_with_its_use() -> None:
    user = made("somsri")
    link = signing.link_parts(user)
    assert signing.of_link(**link) == user
    actions.change_password(actor=user, password="สะพานไม้เก่าริมน้ำ", again="สะพานไม้เก่าริมน้ำ")
    for parts in (
        link,
        {"ident": link["ident"], "token": "made-up"},
        {"ident": "%%", "token": link["token"]},
    ):
        with pytest.raises(Refused) as refused:
            signing.of_link(**parts)
        assert [p.code for p in refused.value.problems] == [problems.LINK_DEAD.code]


def test_a_letter_goes_out_once_in_five_minutes_and_only_to_who_has_an_address() -> None:
    user = made("somsri", email="somsri@example.org")
    made("noaddress")
    assert actions.ask_reset(username="somsri") == user
    assert actions.ask_reset(username="somsri@example.org") is None
    assert actions.ask_reset(username="noaddress") is None
    assert actions.ask_reset(username="nobody") is None


def test_a_lock_out_of_a_name_that_is_nobodys_does_not_keep_what_was_typed() -> None:
    actions.locked_out(username="my secret password")
    line = AuditLine.objects.get(action="signing.locked_out")
    assert (line.actor_id, line.what) == (0, "user:")
    assert "secret" not in f"{line.actor_name}{line.detail}"


def test_a_letter_that_no_server_takes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"name": "สมศรี", "link": "http://x/", "username": "somsri"}
    assert letters.post(letters.NEW_PASSWORD, "somsri@example.org", **said)
    assert "http://x/" in mail.outbox[0].body

    def refuse(*_: object, **__: object) -> int:
        raise ConnectionRefusedError

    monkeypatch.setattr(letters, "send_mail", refuse)
    assert not letters.post(letters.NEW_PASSWORD, "somsri@example.org", **said)
