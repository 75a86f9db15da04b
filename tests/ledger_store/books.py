"""Loads made-up histories into the book in any order and batches, and asks it for everything."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from django.db import transaction

from tests.ledger.sayings import CANAL, STAGES, Said, statement
from tests.ledger.worlds import World
from tests.ledger_store.country import Country
from tidtam.ledger.figure import Figure, Measure
from tidtam.ledger_store.post import Reversal
from tidtam.ledger_store.read import NATION, Ask, Moment, Scope, figures
from tidtam.problems import Refused

Answers = dict[tuple[str, str, date, date | None], Figure]  # place, stage, as of, known at
_Step = Said | Reversal


@contextmanager
def forgotten(country: Country) -> Iterator[None]:
    """What is done inside is undone: one example of a property leaves nothing to the next."""
    subjects = dict(country.subjects)
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        country.subjects = subjects


def steps(world: World) -> list[list[_Step]]:
    """Each saying with what takes it back, in the order that these must keep."""
    return [
        [
            one,
            *(
                Reversal(one.key, turn, "tried", again=number % 2 == 1)
                for number, turn in enumerate(world.taken_back.get(one.key, ()))
            ),
        ]
        for one in world.said
    ]


def load(country: Country, world: World, chance: random.Random | None = None) -> bool:
    """Post it all, one by one as given, or in any order and batches; False when some of it is refused.

    What is refused is tried again later, as by somebody who waits for an answer. What comes after it in its
    line waits as well: nobody puts back what was not taken back yet.
    """
    lines = steps(world)
    waiting: list[_Step] = []
    while any(lines) or waiting:
        batch = _next_batch(lines, {one.key for one in waiting}, chance)
        if not batch:  # nothing new: what waits is tried together, for the last time
            if not _try(country, _in_order(waiting)):
                return False
            waiting = []
        elif not _try(country, batch):
            waiting += batch
        elif waiting and _try(country, _in_order(waiting)):
            waiting = []
    return True


def _next_batch(lines: list[list[_Step]], waiting: set[str], chance: random.Random | None) -> list[_Step]:
    """The first steps of one or several lines of which nothing waits."""
    open_lines = [line for line in lines if line and line[0].key not in waiting]
    if chance is None:
        return [open_lines[0].pop(0)] if open_lines else []
    taken = chance.sample(open_lines, min(len(open_lines), chance.choice([1, 1, 2, 3])))
    return [line.pop(0) for line in taken]


def _in_order(waiting: Sequence[_Step]) -> list[_Step]:
    return sorted(waiting, key=lambda step: isinstance(step, Reversal))


def _try(country: Country, batch: Sequence[_Step]) -> bool:
    said = [country.stated(one) for one in batch if isinstance(one, Said)]
    back = tuple(one for one in batch if isinstance(one, Reversal))
    if len({one.key for one in back}) < len(back):
        return False
    try:
        country.post(*said, back=back)
    except Refused:
        return False
    return True


def ask(country: Country, place: str, stage: str, moment: Moment, measure: Measure = Measure.STANDING) -> Ask:
    scope = NATION if place == "nation" else Scope(country.places[place])
    return Ask(CANAL, "", stage, measure, moment, scope)


def everything(
    country: Country, world: World, places: Sequence[str] = ("nation", "pai"), position: int | None = None
) -> Answers:
    """The figures of every stage and place on some days of a history, as known on some days."""
    asked = {
        (place, stage, as_of, known_at): ask(country, place, stage, Moment(as_of, known_at, position))
        for place in places
        for stage in STAGES
        for as_of in _some(world.days())
        for known_at in [*_some(world.days_of_knowing()), None]
    }
    return dict(zip(asked, figures(list(asked.values())), strict=True))


def _some(days: list[date]) -> list[date]:
    """The first, the middle and the last."""
    return sorted({days[0], days[len(days) // 2], days[-1]}) if days else []


__all__ = ["Answers", "ask", "everything", "forgotten", "load", "statement", "steps"]
