"""What was read of places once, in memory until the next load of places."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Generic, TypeVar

from tidtam.places import looked
from tidtam.places.models import Edition

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

MOST = 20_000
"""Answers of a kind that are kept, some megabytes; then all are forgotten."""


class Kept(Generic[Asked, Answer]):
    """Answers of one kind, shared between all who ask: nobody changes them.

    Only a page keeps them, which looks at the register once for all its questions; elsewhere, and for places
    that no load brought, everything is read each time.
    """

    def __init__(self) -> None:
        self._by_stamp: dict[object, dict[Asked, Answer]] = {}

    def answers(
        self, asked: Iterable[Asked], read: Callable[[Collection[Asked]], Mapping[Asked, Answer]]
    ) -> dict[Asked, Answer]:
        """The answer to each; `read` gives those that are not known yet, and leaves out what has none."""
        wanted = set(asked)
        known = self._known()
        missing = wanted - known.keys()
        fresh = read(missing) if missing else {}
        known.update(fresh)
        return {one: known[one] for one in wanted if one in known}

    def _known(self) -> dict[Asked, Answer]:
        if not looked.is_looked_at_once():
            return {}
        (stamp,) = looked.stamp(Edition)
        if len(stamp) == 1:
            return {}
        if stamp not in self._by_stamp or len(self._by_stamp[stamp]) > MOST:
            self._by_stamp.clear()
        return self._by_stamp.setdefault(stamp, {})
