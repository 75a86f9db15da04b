"""The second step: six digits of an app, each taken once, their secret sealed."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp

from tidtam.audit.models import AuditLine
from tidtam.people import actions, problems, two_step
from tidtam.people.models import User
from tidtam.problems import Refused
from tidtam.thai.digits import to_thai

pytestmark = pytest.mark.django_db
WORDS = "ริมคลองสามพันหลัง"
# RFC 6238, appendix B: "12345678901234567890" at 1111111109 s gives 07081804, whose last six these are.
SECRET, AT, CODE = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 1_111_111_109, "081804"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets the clock of the second step."""

    class Clock:
        now = AT

        def time(self) -> int:
            return self.now

    clock = Clock()
    monkeypatch.setattr(totp, "time", clock)
    return clock


@pytest.fixture
def somsri() -> User:
    return User.objects.create_user("somsri", WORDS, display_name="สมศรี ใจดี")


def code_at(moment: int) -> str:
    return str(totp.format_hotp_value(totp.hotp_value(SECRET, moment // 30)))


def test_it_is_turned_on_only_by_who_has_the_app(somsri: User, clock: Any) -> None:
    for wrong in ("000000", "", CODE[:5], code_at(AT - 90)):
        with pytest.raises(Refused) as refused:
            actions.turn_on(actor=somsri, secret=SECRET, code=wrong)
        assert [p.code for p in refused.value.problems] == [problems.CODE_WRONG.code]
    assert not two_step.is_on(somsri)
    actions.turn_on(actor=somsri, secret=SECRET, code=CODE)
    assert two_step.is_on(somsri)


def test_a_code_is_taken_once_and_never_an_older_one(somsri: User, clock: Any) -> None:
    actions.turn_on(actor=somsri, secret=SECRET, code=CODE)
    assert not actions.passes(actor=somsri, code=CODE)
    clock.now = AT + 30
    fresh = code_at(clock.now)
    assert actions.passes(actor=somsri, code=f" {to_thai(fresh[:3])} {fresh[3:]} ")
    assert not actions.passes(actor=somsri, code=fresh)
    assert not actions.passes(actor=somsri, code=code_at(AT))
    clock.now = AT + 120
    assert not actions.passes(actor=somsri, code="123")
    assert actions.passes(actor=somsri, code=code_at(clock.now - 30))  # a phone may be half a minute off


def test_the_secret_is_sealed_in_the_database(somsri: User, clock: Any) -> None:
    actions.turn_on(actor=somsri, secret=SECRET, code=CODE)
    kept = Authenticator.objects.get()
    assert SECRET not in str(kept.data)
    assert two_step.Sealed().decrypt(kept.data["secret"]) == SECRET


def test_it_is_turned_off_with_the_password(somsri: User, clock: Any) -> None:
    actions.turn_on(actor=somsri, secret=SECRET, code=CODE)
    with pytest.raises(Refused):
        actions.turn_off(actor=somsri, password="wrong")
    assert two_step.is_on(somsri)
    actions.turn_off(actor=somsri, password=WORDS)
    assert not two_step.is_on(somsri)
    assert not actions.passes(actor=somsri, code=CODE)
    assert list(AuditLine.objects.order_by("id").values_list("action", flat=True)) == [
        "two_step.on",
        "two_step.off",
    ]


def test_the_square_needs_no_other_file(somsri: User) -> None:
    picture = two_step.picture(somsri, two_step.fresh_secret())
    assert picture.startswith("data:image/svg+xml;base64,")
    assert len(picture) < 20_000
