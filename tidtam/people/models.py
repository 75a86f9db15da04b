"""The account of whoever does something here: a person, the loader of published papers, or the system."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import make_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models


class Kind(models.TextChoices):
    """Who acts through an account."""

    PERSON = "person", "บุคคล"
    LOADER = "loader", "ผู้นำเข้าเอกสารเผยแพร่"
    SYSTEM = "system", "ระบบ"


COMMANDS, REMINDER = "system:command-line", "system:reminder"
"""The user names of the system's own accounts; no person can have one, for a name holds no colon."""


class Role(models.TextChoices):
    """What somebody is for the places that a role is held at."""

    RECORDER = "recorder", "ผู้บันทึก"
    VERIFIER = "verifier", "ผู้ตรวจสอบ"
    APPROVER = "approver", "ผู้รับรอง"
    OWNER = "owner", "เจ้าของแผนงาน"
    FINANCE = "finance", "การเงิน"
    AUDITOR = "auditor", "ผู้สอบทาน"
    EXECUTIVE = "executive", "ผู้บริหาร"
    ADMINISTRATOR = "administrator", "ผู้ดูแลระบบ"


class Accounts(models.Manager["User"]):
    """Finds accounts and makes them; every other change goes through `people.actions`."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The account with this user name; Django's sign-in asks this way."""
        return self.get(username=username)

    def create_user(self, username: str, password: str | None = None, **fields: object) -> "User":
        """Makes an account. Without a password nobody can sign in with it."""
        user = self.model(
            username=self.model.normalize_username(username), password=make_password(password), **fields
        )
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """An account; what it may do comes from its roles at places, never from flags on the account."""

    username = models.CharField(max_length=150, unique=True, validators=[UnicodeUsernameValidator()])
    display_name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.PERSON)
    is_active = models.BooleanField(default=True)
    closed_at = models.DateTimeField(null=True, blank=True, help_text="When it was last closed.")
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["display_name"]

    objects = Accounts()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="people_user_known_kind"),
            models.CheckConstraint(condition=~models.Q(display_name=""), name="people_user_has_a_name"),
        )

    def __str__(self) -> str:
        return self.display_name

    @property
    def is_person(self) -> bool:
        """Whether a human being acts through it: only such an account may verify what another recorded."""
        return self.kind == Kind.PERSON

    def get_session_auth_hash(self) -> str:
        """What every session holds of the account: none that it had before a closing is good after it."""
        return self._since_closing(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same by the signing keys of before."""
        return map(self._since_closing, super().get_session_auth_fallback_hash())

    def _since_closing(self, told: str) -> str:
        return f"{told}.{self.closed_at.timestamp()}" if self.closed_at else told


class RoleHeld(models.Model):
    """A role that somebody holds at a place of a tree, and so at all that lies in it, for some time."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="roles_held")
    role = models.CharField(max_length=15, choices=Role)
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    tree = models.ForeignKey("places.Tree", on_delete=models.PROTECT, related_name="+")
    first_day = models.DateField(help_text="The first day of it.")
    end_day = models.DateField(null=True, blank=True, help_text="The first day without it; empty goes on.")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["user", "role"], name="role_held_by_user")]
        constraints: ClassVar = [
            models.CheckConstraint(name="role_held_known", condition=models.Q(role__in=Role.values)),
            models.CheckConstraint(
                name="role_held_days_in_order", condition=models.Q(first_day__lte=models.F("end_day"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role} {self.place}"

    def holds_on(self, day: date) -> bool:
        """Whether it is held on a day."""
        return holds_on(day, self.first_day, self.end_day)


def holds_on(day: date, first_day: date, end_day: date | None) -> bool:
    """Whether a role with these days is held on a day."""
    return first_day <= day and (end_day is None or day < end_day)


class Invitation(models.Model):
    """A role that waits for a person who has the link. Only a fingerprint of the link's token is kept."""

    fingerprint = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the token.")
    display_name = models.CharField(max_length=200, help_text="Who is invited, as whoever invites writes it.")
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=15, choices=Role)
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    tree = models.ForeignKey("places.Tree", on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="invitation_role_known", condition=models.Q(role__in=Role.values)),
            models.CheckConstraint(
                name="invitation_used_by_somebody",
                condition=models.Q(used_at=None, used_by=None)
                | models.Q(used_at__isnull=False, used_by__isnull=False),
            ),
            models.CheckConstraint(
                name="invitation_used_or_withdrawn",
                condition=models.Q(used_at=None) | models.Q(withdrawn_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.display_name}: {self.role} {self.place}"

    def is_open(self, at: datetime) -> bool:
        """Whether it may still be taken up."""
        return self.used_at is None and self.withdrawn_at is None and at < self.expires_at
