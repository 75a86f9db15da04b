"""What review asks of the packages above it: which claims are theirs, what is wrong, what else moves."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tidtam.people.models import User
from tidtam.problems import Problem
from tidtam.review.models import Claim


@dataclass(frozen=True, slots=True)
class Following:
    """What follows from other claims: claims that go into the book with them, and claims that come out."""

    let_in: Sequence[Claim] = ()
    taken_back: Sequence[Claim] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Concern:
    """What a package above knows of claims; it passes over those that are not its own.

    `check` gives what is wrong with claims before they are handed in or let in, under the key of each.
    `follow` is told of claims that were just let in or taken back, and says what follows from them.
    """

    name: str
    check: Callable[[Sequence[Claim]], Sequence[Problem]]
    follow: Callable[[User, Sequence[Claim]], Following]


_CONCERNS: dict[str, Concern] = {}


def register(concern: Concern) -> None:
    """Adds a concern when the application starts; the same name again takes the place of the first."""
    _CONCERNS[concern.name] = concern


def wrong_with(claims: Sequence[Claim]) -> list[Problem]:
    """All that the packages above find wrong with claims."""
    return [problem for concern in _CONCERNS.values() for problem in concern.check(claims)]


def following(actor: User, claims: Sequence[Claim]) -> Iterator[Following]:
    """What follows from claims that were just let in or taken back, package by package."""
    for concern in _CONCERNS.values():
        yield concern.follow(actor, claims)
