"""Who may do what where: the rights of an account come from the roles that it holds at places, on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from tidtam.people.models import Role, RoleHeld, User, holds_on
from tidtam.places import queries as places
from tidtam.places.models import Kind, TreeClosure

M = TypeVar("M", bound=Model)


class Right(StrEnum):
    """What may be done at a place."""

    RECORD = "record"
    VERIFY = "verify"
    APPROVE = "approve"
    LET_IN = "let_in"
    LET_MONEY_IN = "let_money_in"
    READ_CLAIMS = "read_claims"
    READ_AUDIT = "read_audit"
    KEEP_PEOPLE = "keep_people"
    KEEP_CALENDAR = "keep_calendar"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.RECORDER: frozenset({Right.RECORD, Right.READ_CLAIMS}),
    Role.VERIFIER: frozenset({Right.VERIFY, Right.READ_CLAIMS}),
    Role.APPROVER: frozenset({Right.APPROVE, Right.READ_CLAIMS}),
    Role.OWNER: frozenset({Right.LET_IN, Right.READ_CLAIMS, Right.KEEP_CALENDAR}),
    Role.FINANCE: frozenset({Right.LET_MONEY_IN, Right.READ_CLAIMS}),
    Role.AUDITOR: frozenset({Right.READ_CLAIMS, Right.READ_AUDIT}),
    Role.EXECUTIVE: frozenset(),
    Role.ADMINISTRATOR: frozenset({Right.KEEP_PEOPLE, Right.READ_AUDIT}),
}
"""The rights of each role where it is held and in all that lies there. What is not here is denied."""


@dataclass(frozen=True, slots=True)
class Held:
    """A role at a place, as plain values; `everywhere` when the place is the nation."""

    role: Role
    place: int
    tree: str
    everywhere: bool


class Access:
    """What one account may do on one day. Ask it before every read and write of what is not public."""

    def __init__(self, user: User | AnonymousUser, held: Iterable[Held], on: date) -> None:
        self.user = user
        self.held = tuple(held)
        self.on = on

    def rights(self) -> frozenset[Right]:
        """What it may do somewhere."""
        return frozenset(right for held in self.held for right in RIGHTS[held.role])

    def anywhere(self, right: Right) -> bool:
        """Whether there is a place at which it may."""
        return right in self.rights()

    def may(self, right: Right, place: int) -> bool:
        """Whether it may at a place."""
        return self._reach(self._with(right), place)

    def holds(self, role: Role, place: int) -> bool:
        """Whether it holds a role at a place, there or above it."""
        return self._reach([held for held in self.held if held.role == role], place)

    def limit(self, rows: QuerySet[M], right: Right, field: str = "place") -> QuerySet[M]:
        """Only the rows at places where it may; `field` is the foreign key to the place."""
        return self._limited(rows, self._with(right), field)

    def reach_of(self, role: Role, field: str = "place") -> Q | None:
        """Which rows are at places where it holds a role, as a condition; None where it holds it nowhere."""
        held = [one for one in self.held if one.role == role]
        return self._where(held, field) if held else None

    def _with(self, right: Right) -> list[Held]:
        return [held for held in self.held if right in RIGHTS[held.role]]

    def _reach(self, held: list[Held], place: int) -> bool:
        if not held:
            return False
        return any(one.everywhere or one.place in self._above(place).get(one.tree, ()) for one in held)

    def look_at(self, where: Iterable[int]) -> None:
        """Learns where these places lie in one question, before each of them is asked about."""
        new = set(where) - self._known.keys()
        if new:
            self._known.update({place: {} for place in new})
            self._known.update(places.ancestors_of(new, self.on))

    @cached_property
    def _known(self) -> dict[int, places.Above]:
        return {}

    def _above(self, place: int) -> places.Above:
        if place not in self._known:
            self._known[place] = places.ancestors(place, self.on)
        return self._known[place]

    def _limited(self, rows: QuerySet[M], held: list[Held], field: str) -> QuerySet[M]:
        return rows.filter(self._where(held, field))

    def _where(self, held: list[Held], field: str) -> Q:
        if any(one.everywhere for one in held):
            return Q()
        return Q(**{f"{field}__in": self._inside(held)})

    def _inside(self, held: list[Held]) -> QuerySet[TreeClosure, Any]:
        reach = Q(pk__in=())
        for one in held:
            reach |= Q(tree=one.tree, ancestor=one.place)
        return places.nested_on(self.on).filter(reach).values("descendant")


def access_of(user: User | AnonymousUser, on: date | None = None) -> Access:
    """The rights of an account on a day (today, when none is given); nothing for anybody not signed in."""
    day = on or timezone.localdate()
    if not isinstance(user, User) or not user.is_active:
        return Access(user, (), day)
    rows = RoleHeld.objects.filter(user=user).values_list(
        "role", "place_id", "tree_id", "place__kind", "first_day", "end_day"
    )
    held = (
        Held(Role(role), place, tree, kind == Kind.NATION)
        for role, place, tree, kind, first, end in rows
        if holds_on(day, first, end)
    )
    return Access(user, held, day)
