"""What waits for its confirmation: it travels in the page itself, signed, so that any worker can take it.

Nothing of an upload is kept on the server: no file to clear away, nothing for another account to find. The
signature holds the account, and each square its revision, so what was shown is what is taken, or it is told.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.core import signing

from tidtam.intake.sheets import problems as say
from tidtam.intake.sheets.actions import Confirmed
from tidtam.people.models import User
from tidtam.problems import Refused

SALT = "tidtam.web.workbook"
HOLDS_FOR = 24 * 3600
"""Seconds."""
LARGEST = 2_000_000
"""Letters; Django takes forms up to 2.5 MB."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The confirmed squares of a file and its round."""

    of_round: str
    file: str
    squares: Sequence[Confirmed]


def sealed(person: User, waiting: Waiting) -> str:
    """The text for a hidden field; Refused when it is more than a form holds."""
    by_place: dict[str, list[list[object]]] = defaultdict(list)
    for one in waiting.squares:
        by_place[one.place].append([one.line, one.number, one.revision, one.row])
    told = [person.pk, waiting.of_round, waiting.file, by_place]
    text = signing.dumps(told, salt=SALT, compress=True)
    if len(text) > LARGEST:
        raise Refused([say.TOO_MUCH_FOR_A_PAGE.at(count=f"{len(waiting.squares):,}")])
    return text


def opened(person: User, text: str) -> Waiting:
    """What was sealed for this account; Refused for anything else, and after a day."""
    try:
        who, of_round, file, by_place = signing.loads(text, salt=SALT, max_age=HOLDS_FOR)
    except signing.BadSignature as bad:
        raise Refused([say.WAITED_TOO_LONG.at()]) from bad
    if who != person.pk:
        raise Refused([say.WAITED_TOO_LONG.at()])
    squares = [Confirmed(place, *square) for place, found in by_place.items() for square in found]
    return Waiting(of_round, file, squares)
