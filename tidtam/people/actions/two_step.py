"""The second step is turned on and off, and its digits are used up."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.db import transaction

from tidtam.audit.actions import record
from tidtam.people import problems, two_step
from tidtam.people.models import User
from tidtam.problems import Refused


@transaction.atomic
def turn_on(*, actor: User, secret: str, code: str) -> None:
    """Asks for the second step from now on; Refused unless the app shows that it knows the secret."""
    User.objects.select_for_update().get(pk=actor.pk)
    counter = two_step.counter_of(secret, code)
    if counter is None:
        raise Refused([problems.CODE_WRONG.at()])
    if two_step.is_on(actor):
        return
    kept = TOTP.activate(actor, secret).instance
    _used(kept, counter)
    record(actor=actor, action="two_step.on", what=f"user:{actor.username}")


@transaction.atomic
def turn_off(*, actor: User, password: str) -> None:
    """Asks for the password only; Refused when that is wrong."""
    if not actor.check_password(password):
        raise Refused([problems.PASSWORD_WRONG.at()])
    take_off(actor=actor, user=actor)


@transaction.atomic
def take_off(*, actor: User, user: User) -> None:
    """Takes the second step off somebody's account: their own wish, or the phone is lost."""
    if two_step.kept_of(user).delete()[0]:
        record(actor=actor, action="two_step.off", what=f"user:{user.username}")


@transaction.atomic
def passes(*, actor: User, code: str) -> bool:
    """Whether the digits are those of now; each is taken once, by whichever process sees it first.

    It leaves no line of its own: whoever passes signs in, and whoever does not is counted.
    """
    kept = two_step.kept_of(actor).select_for_update().first()
    if kept is None:
        return False
    counter = two_step.counter_of(get_adapter().decrypt(kept.data["secret"]), code)
    if counter is None or counter <= kept.data.get("counter", 0):
        return False
    _used(kept, counter)
    return True


def _used(kept: Authenticator, counter: int) -> None:
    kept.data["counter"] = counter
    kept.save(update_fields=["data"])
