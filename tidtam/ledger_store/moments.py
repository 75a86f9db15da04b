"""When and where a question is asked: the moment, with both clocks and the position, and the scope."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from tidtam.ledger_store.models import Entry


@dataclass(frozen=True, slots=True)
class Moment:
    """As of which day, as known on which day, up to which position; None is "all of it"."""

    as_of: date
    known_at: date | None = None
    position: int | None = None

    def entries(self) -> QuerySet[Entry]:
        return self.known().filter(day_last__lte=self.as_of)

    def known(self) -> QuerySet[Entry]:
        """Entries known at this moment, of whatever day."""
        found = Entry.objects.all()
        if self.known_at is not None:
            found = found.filter(known_on__lte=self.known_at)
        if self.position is not None:
            found = found.filter(position__lte=self.position)
        return found


@dataclass(frozen=True, slots=True)
class Scope:
    """A place in a tree with all that lies in it; place None is the nation, placed in the tree or not."""

    place: int | None = None
    tree: str = "admin"


NATION = Scope()
