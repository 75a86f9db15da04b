"""Times the ledger on the database of the environment and prints one JSON list; started by `tests.bench`."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from tests.bench import country, plain  # noqa: E402
from tidtam.ledger.days import Days  # noqa: E402
from tidtam.ledger.figure import Measure  # noqa: E402
from tidtam.ledger.movement import OUTSIDE, End  # noqa: E402
from tidtam.ledger.statements import Count, Happening, Standing  # noqa: E402
from tidtam.ledger_store import models  # noqa: E402
from tidtam.ledger_store.plan import open_cells  # noqa: E402
from tidtam.ledger_store.post import Batch, Stated, post  # noqa: E402
from tidtam.ledger_store.read import NATION, Ask, Moment, Scope, figures  # noqa: E402
from tidtam.ledger_store.rows import Row, insert  # noqa: E402
from tidtam.people.models import User  # noqa: E402
from tidtam.places.models import Place  # noqa: E402
from tidtam.programmes import queries as programmes  # noqa: E402

FIRST = date(2018, 10, 1)
TOLD = date(2019, 10, 15)
CYCLE = "2562"
BATCH, NAMED_BATCH = 10_000, 2_000


class Bench:
    def __init__(self, *, quick: bool) -> None:
        self.batches = 3 if quick else 8
        self.entries = 100_000 if quick else 1_000_000
        self.actor: User
        self.provinces: list[Place]
        self.tambons: list[Place]
        self.found: list[dict[str, Any]] = []
        self.bare_position = 0

    def run(self) -> list[dict[str, Any]]:
        call_command("migrate", verbosity=0)
        self.actor, self.provinces, self.tambons = country.make()
        plain.make_bare()
        self.posting(f"post, plain lots, batches of {BATCH:,}", BATCH, self.lots)
        self.posting(f"post, named subjects, batches of {NAMED_BATCH:,}", NAMED_BATCH, self.named)
        self.standings()
        self.fill()
        for name, scope in (("the nation", None), ("a province", self.provinces[0])):
            self.board(name, scope)
        return self.found

    # Posting

    def posting(self, what: str, size: int, make: Callable[[int, int], list[Stated]]) -> None:
        ours, bare = [], []
        for number in range(self.batches + 1):
            stated = make(number, size)
            rows = self.rows(stated)
            taken = timed(lambda: post(actor=self.actor, batch=Batch(str(uuid4()), stated)))  # noqa: B023
            plainly = timed(lambda: plain.insert_bare(rows, 1))  # noqa: B023
            if number:  # the first one opens the cells and makes the guards
                ours.append(size / taken)
                bare.append(size / plainly)
        self.note(what, statistics.median(ours), statistics.median(bare), "rows/s")

    def standings(self, there: int = 300) -> None:
        """One standing more where a cell has hundreds: all of them are folded again."""
        said = [self.stands(n) for n in range(there)]
        post(actor=self.actor, batch=Batch(str(uuid4()), said))
        ours, bare = [], []
        for number in range(there, there + 10):
            one = [self.stands(number)]
            lot = self.lots(number, 1)
            ours.append(timed(lambda: post(actor=self.actor, batch=Batch(str(uuid4()), one))) * 1000)  # noqa: B023
            rows = self.rows(lot)
            bare.append(timed(lambda: plain.insert_bare(rows, 1)) * 1000)  # noqa: B023
        what = f"one standing more, in a cell of {there}"
        self.note(what, statistics.median(ours), statistics.median(bare), "ms")

    def stands(self, number: int) -> Stated:
        """Month by month another province says how it stands; the number grows."""
        province = self.provinces[number % country.PROVINCES].pk
        turn = number // country.PROVINCES + 1
        day = FIRST + timedelta(30 * turn)
        counts = (Count("started", 20 * turn), Count("done", 9 * turn))
        said = Standing(str(uuid4()), province, Days.on(day), day + timedelta(10), counts)
        return Stated(country.code_of(country.PATHWAYS - 1), "standings", "tambon", said)

    def lots(self, batch: int, size: int) -> list[Stated]:
        return [self.said(batch * size + n, None) for n in range(size)]

    def named(self, batch: int, size: int) -> list[Stated]:
        made = models.Subject.objects.bulk_create(
            (models.Subject(key=uuid4(), kind="tambon", name="-", unit="tambon") for _ in range(size)),
            batch_size=2000,
        )
        return [self.said(batch * size + n, subject.pk) for n, subject in enumerate(made)]

    def said(self, number: int, subject: int | None) -> Stated:
        place = self.tambons[number % country.TAMBONS].pk
        day = Days.on(FIRST + timedelta(number % 365))
        happened = Happening(str(uuid4()), place, day, TOLD, "done", 1, subject=subject)
        pathway = country.code_of(number // country.TAMBONS % country.PATHWAYS)
        return Stated(pathway, CYCLE, "tambon", happened)

    def rows(self, stated: Sequence[Stated]) -> list[Row]:
        """The same rows as `post` makes of these statements."""
        found = []
        for one in stated:
            said = one.statement
            assert isinstance(said, Happening)
            self.bare_position += 1
            found.append(Row(
                1, "said", said.key, said.subject, said.number, 1, OUTSIDE,
                End(said.stage, said.place, said.container), False, said.day.first, said.day.last,
                said.told_on, False, None, self.bare_position,
            ))  # fmt: skip
        return found

    # Reading

    def fill(self) -> None:
        """Bring the book to so many entries, past the writer: only reading is timed after this."""
        pathways = programmes.pathways()
        opened = open_cells({(code, CYCLE): pathway for code, pathway in pathways.items()})
        cells = sorted(cell.pk for cell in opened.values())
        head = models.Head.objects.get(pk=1)
        batch = models.Batch.objects.order_by("pk").first()
        assert batch is not None
        while head.position < self.entries:
            size = min(100_000, self.entries - head.position)
            insert([self.filling(head.position + n + 1, cells) for n in range(size)], batch.pk)
            head.position += size
            head.save()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def filling(self, position: int, cells: Sequence[int]) -> Row:
        place = self.tambons[position * 7919 % country.TAMBONS].pk
        day = FIRST + timedelta(position * 31 % 365)
        stage = country.STAGES[position // country.PATHWAYS % 3 > 0]
        return Row(
            cells[position % len(cells)], "said", f"filled {position}", None, 1 + position % 4, 1, OUTSIDE,
            End(stage, place), False, day, day, TOLD, False, None, position,
        )  # fmt: skip

    def board(self, name: str, place: Place | None) -> None:
        moment = Moment(date(2019, 3, 31))
        scope = Scope(place.pk) if place else NATION
        pathways = programmes.pathways()
        asks = [
            Ask(pathways[country.code_of(n)], CYCLE, "done", Measure.CROSSED, moment, scope)
            for n in range(country.PATHWAYS)
        ]
        cells = {cell.pathway: cell.pk for cell in models.Cell.objects.all()}
        numbers = [cells[ask.pathway.code] for ask in asks]
        inside = place.pk if place else None
        ours, bare = [], []
        for _ in range(6):
            start = time.perf_counter()
            answers = figures(asks)
            between = time.perf_counter()
            wanted = plain.sums(numbers, ["done"], moment.as_of.isoformat(), inside)
            ours.append((between - start) * 1000)
            bare.append((time.perf_counter() - between) * 1000)
            if [answer.number for answer in answers] != [wanted.get(cell) for cell in numbers]:
                sys.exit(f"the board of {name} and plain SQL do not answer alike")
        what = f"15 lines of {name}, {self.entries:,} entries"
        self.note(what, statistics.median(ours[1:]), statistics.median(bare[1:]), "ms")

    def note(self, what: str, ours: float, plain: float, unit: str) -> None:
        self.found.append({"what": what, "ours": ours, "plain": plain, "unit": unit})


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    print(json.dumps(Bench(quick=parser.parse_args().quick).run()))
