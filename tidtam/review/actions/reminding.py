"""Sending the reminders of a day, each person once at each moment of a round."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from tidtam.audit.actions import record
from tidtam.people import letters
from tidtam.people.models import User
from tidtam.review.models import Reminder
from tidtam.review.reminders import Due


def remind(*, actor: User, due: Iterable[Due]) -> list[Due]:
    """Mails each of these letters and gives back those that no mail server took.

    A letter is noted before it goes out: if the machine stops in between, it is lost rather than sent twice.
    What no server took is noted no more, so that the next run tries again.
    """
    return [one for one in due if one.user.email and not _sent(actor, one)]


def _sent(actor: User, due: Due) -> bool:
    noted = _noted(actor, due)
    if noted is None:
        return True  # another run sends it
    if letters.post(due.letter(), due.user.email, **due.values()):
        return True
    _not_sent(actor, noted)
    return False


def _noted(actor: User, due: Due) -> Reminder | None:
    try:
        with transaction.atomic():
            noted = Reminder.objects.create(round=due.round, user=due.user, moment=due.moment)
            _record(actor, noted, "reminder.sent")
            return noted
    except IntegrityError:
        return None


@transaction.atomic
def _not_sent(actor: User, noted: Reminder) -> None:
    _record(actor, noted, "reminder.failed")
    noted.delete()


def _record(actor: User, noted: Reminder, action: str) -> None:
    detail = {"round": noted.round.code, "moment": noted.moment}
    record(actor=actor, action=action, what=f"user:{noted.user.username}", detail=detail)
