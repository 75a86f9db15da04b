"""Whether this database is for practice: its figures are for learning, its households are made up."""

from django.db import transaction

from tidtam.audit.actions import record
from tidtam.people.models import User
from tidtam.places import looked
from tidtam.problems import Both, Refused
from tidtam.review import problems as say
from tidtam.review.models import Claim, PracticeMark

BANNER = Both("ฐานข้อมูลฝึกหัด ข้อมูลสมมุติ", "practice database, made-up data")
"""What stands on each page and in each file of such a database."""


def is_practice() -> bool:
    """Whether the mark is there. It is asked of the database, which may have been copied elsewhere.

    A page asks it together with what else it looks at once, so that it costs no question of its own.
    """
    (stamp,) = looked.stamp(PracticeMark)
    return len(stamp) > 1


def banner() -> str:
    """What stands above all else in a file, in both languages; empty where nothing is made up."""
    return f"{BANNER.th} · {BANNER.en}" if is_practice() else ""


@transaction.atomic
def mark_as_practice(*, actor: User) -> PracticeMark:
    """Marks a database that holds no claim yet; the mark is never taken off. Again it changes nothing.

    Refused where anything was claimed already: that may be real, and would stand beside what is made up.
    """
    there = PracticeMark.objects.first()
    if there is not None:
        return there
    if Claim.objects.exists():
        raise Refused([say.NOT_FOR_PRACTICE.at()])
    made = PracticeMark.objects.create(made_by=actor)
    record(actor=actor, action="practice.marked", what="database")
    return made
