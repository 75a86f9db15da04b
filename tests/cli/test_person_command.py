"""`tidtam person`: the first administrator from the machine, and help for a lost phone."""

import pytest
from click.testing import CliRunner
from django.test import Client

from tests.cli.conftest import Run
from tidtam.cli.main import ROLES, main
from tidtam.people import actions, two_step
from tidtam.people.access import Right, access_of
from tidtam.people.models import Role, User
from tidtam.places.models import Place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
WORDS = "ริมคลองสามพันหลัง"


def test_the_command_knows_the_roles() -> None:
    assert list(ROLES) == Role.values


def test_the_first_administrator_chooses_a_password_behind_the_printed_link(tidtam: Run) -> None:
    result = tidtam("person", "add", "สมศรี ใจดี", "--username", "somsri")
    assert result.exit_code == 0
    link = result.stdout.strip().replace("http://127.0.0.1:8000", "")
    somsri = User.objects.get(username="somsri")
    assert not somsri.has_usable_password()
    assert access_of(somsri).may(Right.KEEP_PEOPLE, Place.objects.get(code="400105").pk)
    assert Client().post(link, {"password": WORDS, "again": WORDS}).status_code == 302
    somsri.refresh_from_db()
    assert somsri.check_password(WORDS)


def test_a_password_from_stdin_and_a_place_by_name() -> None:
    words = ["person", "add", "บุญ", "--username", "boon", "--role", "verifier", "--place", "ขอนแก่น"]
    result = CliRunner().invoke(main, [*words, "--password-stdin"], input=f"{WORDS}\n")
    assert (result.exit_code, result.stdout) == (0, "")
    boon = User.objects.get(username="boon")
    assert boon.check_password(WORDS)
    assert access_of(boon).may(Right.VERIFY, Place.objects.get(code="40").pk)
    assert not access_of(boon).may(Right.VERIFY, Place.objects.get(code="50").pk)


def test_nothing_is_made_when_something_is_wrong(tidtam: Run) -> None:
    for more in (["--place", "ไม่มีที่นี่เลย"], ["--email", "nonsense"]):
        result = tidtam("person", "add", "สมศรี", "--username", "somsri", *more)
        assert result.exit_code == 2
    assert not User.objects.filter(username="somsri").exists()


def test_the_second_step_is_taken_off_for_who_lost_the_phone(
    tidtam: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    tidtam("person", "add", "สมศรี", "--username", "somsri")
    somsri = User.objects.get(username="somsri")
    monkeypatch.setattr(two_step, "counter_of", lambda *_: 1)
    actions.turn_on(actor=somsri, secret=two_step.fresh_secret(), code="")
    assert tidtam("person", "two-step-off", "somsri").exit_code == 0
    assert not two_step.is_on(somsri)
    assert tidtam("person", "two-step-off", "nobody").exit_code == 2
