"""The mark of a sheet: its round, for whom and when it was made, and from which revision of each square.

A keyed checksum on each row (and on the head) shows that somebody changed the mark. It needs the key of this
installation, so a sheet of another one is refused too.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core import signing
from django.utils import timezone
from django.utils.crypto import constant_time_compare

SALT = "tidtam.sheet"
LENGTH = 22
BETWEEN = "~"


@dataclass(frozen=True, slots=True)
class Square:
    """One square as it was when the sheet was made; `was` is None for nothing said, revision then 0."""

    place: str
    line: str
    revision: int
    was: int | None


@dataclass(frozen=True, slots=True)
class Mark:
    """The round (code), the account (name) and the minute of a sheet."""

    round: str
    person: str
    made: str

    @property
    def when(self) -> datetime:
        """When the sheet was made."""
        return datetime.fromisoformat(self.made)

    @property
    def head(self) -> str:
        """The three as one text."""
        return BETWEEN.join((self.round, self.person, self.made))

    def check(self, square: Square | None = None) -> str:
        """The keyed checksum of a square of this sheet, or of its head alone."""
        parts = [self.head]
        if square:
            was = "" if square.was is None else str(square.was)
            parts += [square.place, square.line, str(square.revision), was]
        return signing.Signer(salt=SALT).signature(BETWEEN.join(parts))[:LENGTH]

    def is_right(self, check: str, square: Square | None = None) -> bool:
        """Whether a checksum is the one of this square, or of the head."""
        return constant_time_compare(check, self.check(square))

    def beside(self, square: Square) -> str:
        """Head and checksum as one text, for a row that stands for itself."""
        return f"{self.head}{BETWEEN}{self.check(square)}"


def new_mark(of_round: str, person: str) -> Mark:
    """The mark of a sheet made now."""
    return Mark(of_round, person, timezone.localtime().isoformat(timespec="minutes"))


def split_mark(text: str) -> tuple[Mark, str] | None:
    """The mark and the checksum in a text that `beside` made; None when it is another text."""
    parts = text.split(BETWEEN)
    if len(parts) < 4:
        return None
    # The name of an account may hold the same sign.
    return read_head([parts[0], BETWEEN.join(parts[1:-2]), parts[-2]], parts[-1])


def read_head(parts: list[str], check: str) -> tuple[Mark, str] | None:
    """A mark from its parts; None when they cannot be one."""
    mark = Mark(*parts)
    try:
        mark.when.date()
    except ValueError:
        return None
    return mark, check
