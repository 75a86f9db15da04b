"""The second step of signing in, for who wants it: six digits from an app on the phone (TOTP)."""

from base64 import b64encode, urlsafe_b64encode
from hashlib import sha256

from allauth.mfa.adapter import DefaultMFAAdapter, get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from cryptography.fernet import Fernet
from django.conf import settings
from django.db.models import QuerySet
from django.utils.crypto import constant_time_compare

from tidtam.people.models import User
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
    return bool(kept_of(user).exists())


def fresh_secret() -> str:
    """A secret to be shared with an app."""
    return str(generate_totp_secret())


def picture(user: User, secret: str) -> str:
    """The secret as a square that an app reads: the address of an image that needs no other file."""
    adapter = get_adapter()
    drawn = adapter.build_totp_svg(adapter.build_totp_url(user, secret))
    return f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"


def counter_of(secret: str, code: str) -> int | None:
    """Which turn of the clock the digits belong to; None when they are not those of now."""
    typed = "".join(to_arabic(code).split())
    for counter in yield_hotp_counters_from_time():
        if constant_time_compare(typed, format_hotp_value(hotp_value(secret, counter))):
            return int(counter)
    return None


def kept_of(user: User) -> "QuerySet[Authenticator]":
    """What is kept of the second step of an account; nothing where it is off."""
    kept: QuerySet[Authenticator] = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP)
    return kept
