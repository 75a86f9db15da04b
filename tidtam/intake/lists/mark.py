"""The mark of a list: for whom and when it was written, and how each row stood then.

A keyed checksum on each row (and on the head) shows that somebody changed the mark. It needs the key of this
installation, so a list of another one is refused too.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from hmac import new

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import constant_time_compare

SALT = "tidtam.list"
LENGTH = 22
BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True)
class Mark:
    """The account (name) and the minute of a list, and whether it came from a practice database."""

    person: str
    made: str
    practice: bool

    @property
    def when(self) -> datetime:
        """When the list was written; ValueError when the text is no moment."""
        return datetime.fromisoformat(self.made)

    def check(self, *row: str) -> str:
        """The keyed checksum of a row of this list, or of its head alone."""
        text = BETWEEN.join((SALT, self.person, self.made, "1" if self.practice else "", *row))
        return new(settings.SECRET_KEY.encode(), text.encode(), sha256).hexdigest()[:LENGTH]

    def is_right(self, check: str, *row: str) -> bool:
        """Whether a checksum is that of this row, or of the head."""
        return constant_time_compare(check, self.check(*row))


def new_mark(person: str, *, practice: bool) -> Mark:
    """The mark of a list written now."""
    return Mark(person, timezone.localtime().isoformat(timespec="minutes"), practice)
