"""The second step of signing in, for who wants it: six digits from an app on the phone (TOTP)."""

from base64 import b64encode, urlsafe_b64encode
from hashlib import sha256

from allauth.mfa.adapter import DefaultMFAAdapter, get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from cryptography.fernet import Fernet
from django.conf import settings
from django.db import transaction
from django.utils.crypto import constant_time_compare

from tidtam.audit.actions import record
from tidtam.people import problems
from tidtam.people.models import User
from tidtam.problems import Refused
from tidtam.thai.digits import to_arabic


class Sealed(DefaultMFAAdapter):  # type: ignore[misc]  # the library has no types
    """Keeps the shared secrets sealed with the signing key, so that the database alone tells none."""

    def encrypt(self, text: str) -> str:
        """Seals."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Opens."""
        return _seal().decrypt(encrypted_text.encode()).decode()


def _seal() -> Fernet:
    return Fernet(urlsafe_b64encode(sha256(f"two step {settings.SECRET_KEY}".encode()).digest()))


def is_on(user: User) -> bool:
    """Whether an account asks for the second step."""
    return bool(_of(user).exists())


def fresh_secret() -> str:
    """A secret to be shared with an app."""
    return str(generate_totp_secret())


def picture(user: User, secret: str) -> str:
    """The secret as a square that an app reads: the address of an image that needs no other file."""
    adapter = get_adapter()
    drawn = adapter.build_totp_svg(adapter.build_totp_url(user, secret))
    return f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"


@transaction.atomic
def turn_on(*, actor: User, secret: str, code: str) -> None:
    """Asks for the second step from now on; Refused unless the app shows that it knows the secret."""
    User.objects.select_for_update().get(pk=actor.pk)
    counter = _counter(secret, code)
    if counter is None:
        raise Refused([problems.CODE_WRONG.at()])
    if is_on(actor):
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
    if _of(user).delete()[0]:
        record(actor=actor, action="two_step.off", what=f"user:{user.username}")


@transaction.atomic
def passes(user: User, code: str) -> bool:
    """Whether the digits are those of now; each is taken once, by whichever process sees it first."""
    kept = _of(user).select_for_update().first()
    if kept is None:
        return False
    counter = _counter(get_adapter().decrypt(kept.data["secret"]), code)
    if counter is None or counter <= kept.data.get("counter", 0):
        return False
    _used(kept, counter)
    return True


def _used(kept: Authenticator, counter: int) -> None:
    kept.data["counter"] = counter
    kept.save(update_fields=["data"])


def _counter(secret: str, code: str) -> int | None:
    typed = "".join(to_arabic(code).split())
    for counter in yield_hotp_counters_from_time():
        if constant_time_compare(typed, format_hotp_value(hotp_value(secret, counter))):
            return int(counter)
    return None


def _of(user: User):  # type: ignore[no-untyped-def]
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP)
