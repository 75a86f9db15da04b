"""Accounts: persons sign in, the loader of published papers never does."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tidtam.people import actions, signing
from tidtam.people.models import Kind, User

pytestmark = pytest.mark.django_db


def test_an_account_has_a_name_to_show_and_a_password_that_is_not_kept() -> None:
    user = User.objects.create_user("somsri", "ริมคลองสามพันหลัง", display_name="สมศรี ใจดี")
    user.refresh_from_db()
    assert str(user) == "สมศรี ใจดี"
    assert user.is_person
    assert user.is_active
    assert user.check_password("ริมคลองสามพันหลัง")
    assert "ริมคลอง" not in user.password
    assert User.objects.get_by_natural_key("somsri") == user


def test_without_a_password_nobody_signs_in() -> None:
    assert not User.objects.create_user("quiet", display_name="เงียบ").has_usable_password()


def test_an_account_without_a_name_is_refused() -> None:
    with pytest.raises(ValidationError):
        User.objects.create_user("noname")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(username="noname", display_name="")


def test_the_loader_is_one_account_and_no_person() -> None:
    loader = actions.loader_account()
    assert actions.loader_account() == loader
    assert loader.kind == Kind.LOADER
    assert not loader.is_person
    assert not loader.has_usable_password()
    assert not loader.check_password("!")
    assert str(loader) == "ผู้นำเข้าเอกสารเผยแพร่"


def test_the_systems_accounts_are_two_and_nobody_signs_in_with_them() -> None:
    for made in (actions.command_account, actions.reminding_account):
        account = made()
        assert made() == account
        assert account.kind == Kind.SYSTEM
        assert not account.is_person
        account.set_password("ริมคลองสามพันหลัง")
        account.save()
        backend = signing.NameOrMail()
        assert backend.authenticate(None, username=account.username, password="ริมคลองสามพันหลัง") is None
        with pytest.raises(ValidationError):  # no person can take the name first
            User.objects.create_user(f"{account.username}2", display_name="x")


def test_what_sent_reminders_before_is_the_systems_now() -> None:
    migration = import_module("tidtam.people.migrations.0004_system_accounts")
    old = User.objects.create(username="reminder", display_name="ระบบเตือนกำหนดส่ง", kind=Kind.LOADER)
    somebody = User.objects.create_user("remind", display_name="คน")
    migration.name_the_reminder(apps, None)
    assert actions.reminding_account() == old
    somebody.refresh_from_db()
    assert somebody.kind == Kind.PERSON
