"""Who is to be reminded of which round today, and the letter that says so. Thai first, English under it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone

from tidtam.people.models import User
from tidtam.places.models import Place
from tidtam.review import calendar
from tidtam.review.models import Reminder, Round
from tidtam.review.words import Moment
from tidtam.thai.dates import english_date, long_date

NAMED = 10
"""How many places a letter names before it says how many more there are."""
LATE_FOR = timedelta(days=14)
"""How long after its day a round is still reminded of; a calendar of old years wakes nobody."""

SAID = {
    Moment.BEFORE: ("ครบกำหนดพรุ่งนี้", "is due tomorrow"),
    Moment.DUE: ("ครบกำหนดวันนี้", "is due today"),
    Moment.AFTER: ("เลยกำหนดแล้ว", "is overdue"),
}
SUBJECT = "รายงาน{round_th}{when_th} · {round_en} {when_en}"
TEXT = """เรียน {name}

รายงาน{round_th} {when_th} (กำหนดส่ง {due_th})
ยังไม่ได้ส่ง {number} พื้นที่: {places_th}
กรอกและส่งได้ที่ {link}

{round_en} {when_en} (due on {due_en}).
Not handed in for {number} of your places: {places_en}
Fill it in and hand it in at the address above. If all is handed in meanwhile, do nothing.
"""


@dataclass(frozen=True)
class Due:
    """One letter that is to go out: to whom, about which round, and which of their places are missing."""

    user: User
    round: Round
    moment: Moment
    places: tuple[Place, ...]

    def values(self) -> dict[str, object]:
        """What its letter says."""
        th, en = SAID[self.moment]
        return {
            "name": self.user.display_name,
            "round_th": self.round.name_th,
            "round_en": self.round.name_en,
            "when_th": th,
            "when_en": en,
            "due_th": long_date(self.round.due_on),
            "due_en": english_date(self.round.due_on),
            "number": len(self.places),
            "places_th": _some([place.titled_th for place in self.places], "และอีก {n} แห่ง"),
            "places_en": _some([place.titled_en for place in self.places], "and {n} more"),
            "link": f"{settings.TIDTAM_URL}/grid/{self.round.code}/",
        }

    def letter(self) -> tuple[str, str]:
        """Its subject and the pattern of its text."""
        return SUBJECT.format(**self.values()), TEXT


def _some(names: list[str], more: str) -> str:
    left = len(names) - NAMED
    return ", ".join([*names[:NAMED], *([more.format(n=left)] if left > 0 else [])])


def moment_of(of_round: Round, on: date) -> Moment | None:
    """Which reminder a day calls for: of the day before, of the day itself, or of the days after it."""
    left = of_round.due_on - on
    if left == timedelta(days=1):
        return Moment.BEFORE
    if left == timedelta():
        return Moment.DUE
    return Moment.AFTER if -LATE_FOR <= left < timedelta() else None


def to_remind(on: date | None = None) -> list[Due]:
    """The letters of a day: one for each recorder with places that are not in, unless it went out already."""
    day = on or timezone.localdate()
    return [due for one in Round.objects.filter(locked_at=None) for due in _of_round(one, day)]


def _of_round(of_round: Round, day: date) -> Iterator[Due]:
    moment = moment_of(of_round, day)
    if moment is None:
        return
    missing = {one.place.pk: one.place for one in calendar.progress(of_round, on=day) if one.is_missing}
    sent = Reminder.objects.filter(round=of_round, moment=moment).values("user")
    mine: dict[User, list[Place]] = {}
    for held in calendar.recorders(day).exclude(user__in=sent).select_related("user").order_by("place__code"):
        if held.place_id in missing:
            mine.setdefault(held.user, []).append(missing[held.place_id])
    for user, places in mine.items():
        yield Due(user, of_round, moment, tuple(dict.fromkeys(places)))
