"""The calendar as it stands: the rounds of a year, how far each place is with one, and who is late."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from tidtam.people.access import Access, Right
from tidtam.people.models import Role, RoleHeld, User
from tidtam.places import queries as places
from tidtam.places.models import Kind, Place
from tidtam.review.grid import REPORTING, lines_at, lines_of
from tidtam.review.models import Claim, Round
from tidtam.review.words import WITH_THE_RECORDER, ClaimState

HOMES = (Kind.REGION, Kind.PROVINCE)
"""The kinds of places by which the calendar sums up, the widest first."""


@dataclass(frozen=True)
class Progress:
    """How far one place is with a round, counted in squares (a line at a place).

    `squares` counts all, `filled` those with a number, `handed_in` those that are out of the recorder's hand,
    `accepted` those in the book. `apart` and `begun_apart` are claims of its days that have no square: handed
    in, and still with their recorder. A place is waited for where somebody holds the role of recorder at it.
    """

    place: Place
    squares: int
    filled: int = 0
    handed_in: int = 0
    accepted: int = 0
    apart: int = 0
    begun_apart: int = 0
    waited_for: bool = False
    homes: dict[str, Place] = field(default_factory=dict)

    @property
    def is_in(self) -> bool:
        """Whether it has handed in something, in a square or as a claim, and nothing that it began is left.

        A line without a number is "not reported", which a place may mean: not every line happens everywhere.
        """
        nothing_left = self.handed_in == self.filled and not self.begun_apart
        return nothing_left and self.handed_in + self.apart > 0

    @property
    def is_missing(self) -> bool:
        """Whether somebody has still to hand it in."""
        return self.waited_for and not self.is_in


@dataclass(frozen=True)
class Part:
    """The places of a region or province together; no place is named for those that lie in none."""

    place: Place | None
    all: tuple[Progress, ...]
    parts: tuple["Part", ...] = ()

    @property
    def waited_for(self) -> int:
        """How many places somebody records for."""
        return sum(one.waited_for for one in self.all)

    @property
    def is_in(self) -> int:
        """How many of them have handed in."""
        return sum(one.waited_for and one.is_in for one in self.all)

    @property
    def accepted(self) -> int:
        """How many squares are in the book."""
        return sum(one.accepted for one in self.all)

    @property
    def missing(self) -> tuple[Progress, ...]:
        """The places that have not handed in, by code."""
        return tuple(one for one in self.all if one.is_missing)


def years() -> list[int]:
    """The fiscal years that have rounds, the latest first."""
    found = Round.objects.order_by().values_list("fiscal_year", flat=True).distinct()
    return sorted(found, reverse=True)


def rounds_of(fiscal_year: int) -> list[Round]:
    """The rounds of a fiscal year, with who closed each and the leave that was given since."""
    rounds = Round.objects.filter(fiscal_year=fiscal_year).select_related("locked_by")
    return list(rounds.prefetch_related("unlockings__place", "unlockings__by"))


def round_of(code: str) -> Round | None:
    """The round with this code."""
    return next(iter(Round.objects.filter(code=code).order_by()), None)


def is_late(of_round: Round, on: date | None = None) -> bool:
    """Whether a report on a round would come too late on a day."""
    return (on or timezone.localdate()) > of_round.due_on


def progress(
    of_round: Round, access: Access | None = None, *, user: User | None = None, on: date | None = None
) -> list[Progress]:
    """How far each place is that is waited for or has said something, by code, in a fixed number of queries.

    Only places whose claims `access` may read, and that `user` records for, where these are given.
    """
    day = on or timezone.localdate()
    waited, states = recorders(day, user).values("place"), _states(_told(of_round))
    apart = _states(_told_apart(of_round, waited))
    here = Place.objects.filter(Q(pk__in=waited) | Q(pk__in=_told(of_round).values("place")))
    here = here if user is None else here.filter(pk__in=waited)
    here = access.limit(here, Right.READ_CLAIMS, "pk") if access else here
    expected, lines = set(waited.values_list("place", flat=True)), lines_of(of_round)
    homes, found = _homes(here, day), list(here.order_by("code"))
    there = lines_at(of_round, lines, {place.pk: Kind(place.kind) for place in found})
    return [
        Progress(
            place=place,
            squares=len(there[place.pk]),
            waited_for=place.pk in expected,
            homes=homes[place.pk],
            **_counted(states[place.pk]),
            **_counted_apart(apart[place.pk]),
        )
        for place in found
    ]


def recorders(on: date, user: User | None = None) -> QuerySet[RoleHeld]:
    """The roles of recorder that are held on a day at a place that reports by itself."""
    held = RoleHeld.objects.filter(
        Q(end_day=None) | Q(end_day__gt=on),
        role=Role.RECORDER,
        first_day__lte=on,
        place__kind__in=REPORTING,
        user__is_active=True,
    )
    return held if user is None else held.filter(user=user)


def _told(of_round: Round) -> QuerySet[Claim]:
    told = Claim.objects.filter(round=of_round, cell__isnull=False).order_by()
    return told.exclude(state=ClaimState.WITHDRAWN)


def _told_apart(of_round: Round, at: QuerySet[Any, Any]) -> QuerySet[Claim]:
    """The claims of the field about days of the round that were recorded by themselves, at these places."""
    told = Claim.objects.filter(round=None, paper=None, place__in=at).order_by()
    days = {"last_day__gte": of_round.first_day, "last_day__lte": of_round.last_day}
    return told.filter(**days).exclude(state=ClaimState.WITHDRAWN)


def _states(told: QuerySet[Claim]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for place, state, number in told.values_list("place", "state").annotate(number=Count("pk")):
        found[place][state] = number
    return found


def _counted(states: dict[str, int]) -> dict[str, int]:
    filled = sum(states.values())
    kept = sum(states.get(state, 0) for state in WITH_THE_RECORDER)
    return {"filled": filled, "handed_in": filled - kept, "accepted": states.get(ClaimState.ACCEPTED, 0)}


def _counted_apart(states: dict[str, int]) -> dict[str, int]:
    kept = sum(states.get(state, 0) for state in WITH_THE_RECORDER)
    return {"apart": sum(states.values()) - kept, "begun_apart": kept}


def _homes(here: QuerySet[Place], on: date) -> dict[int, dict[str, Place]]:
    """The region and the province of each place, in whatever tree has them."""
    found: dict[int, dict[str, Place]] = defaultdict(dict)
    rows = places.nested_on(on).filter(descendant__in=_ids(here), ancestor__kind__in=HOMES)
    for row in rows.select_related("ancestor").order_by("tree__below", "tree", "-depth"):
        found[row.descendant_id].setdefault(row.ancestor.kind, row.ancestor)
    return found


def _ids(here: QuerySet[Place]) -> QuerySet[Place, Any]:
    return here.order_by().values("pk")


def up_the_tree(found: Iterable[Progress]) -> list[Part]:
    """The same by region, and in each region by province; those in none come last."""
    return _parts(tuple(found), HOMES)


def _parts(found: tuple[Progress, ...], kinds: tuple[Kind, ...]) -> list[Part]:
    if not kinds:
        return []
    by_home: dict[int, list[Progress]] = defaultdict(list)
    homes: dict[int, Place] = {}
    for one in found:
        home = one.homes.get(kinds[0])
        by_home[home.pk if home else 0].append(one)
        homes |= {home.pk: home} if home else {}
    order = sorted(by_home, key=lambda pk: (pk not in homes, homes[pk].code if pk in homes else ""))
    return [_part(homes.get(pk), tuple(by_home[pk]), kinds[1:]) for pk in order]


def _part(place: Place | None, found: tuple[Progress, ...], kinds: tuple[Kind, ...]) -> Part:
    return Part(place, found, tuple(_parts(found, kinds)))


@dataclass(frozen=True)
class Awaited:
    """A round that waits for somebody: which of their places are missing, and how many days are left."""

    round: Round
    places: tuple[Place, ...]
    days_left: int

    @property
    def is_late(self) -> bool:
        """Whether the day is past."""
        return self.days_left < 0


SHOWN_BEFORE = timedelta(days=15)


def awaited(user: User, on: date | None = None) -> list[Awaited]:
    """What somebody has to hand in: of the rounds that end soon or have ended, until they are closed."""
    day = on or timezone.localdate()
    found = []
    for one in Round.objects.filter(locked_at=None, first_day__lte=day, last_day__lte=day + SHOWN_BEFORE):
        missing = tuple(each.place for each in progress(one, user=user, on=day) if each.is_missing)
        found += [Awaited(one, missing, (one.due_on - day).days)] if missing else []
    return found


def open_places(of_round: Round, at: Iterable[Place], on: date | None = None) -> set[int]:
    """The ids of those that may still hand in: all until the round is closed, then those with leave."""
    asked = {place.pk for place in at}
    if of_round.locked_at is None:
        return asked
    day = on or timezone.localdate()
    leave = of_round.unlockings.filter(until__gte=day).values("place")
    rows = places.nested_on(day).filter(descendant__in=asked, ancestor__in=leave)
    return set(rows.values_list("descendant_id", flat=True))
