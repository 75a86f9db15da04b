"""A process of its own that posts to the book as fast as it can; several of them run at once in a test.

It reads {"number", "rounds", "places", "subjects", "actor", "start"} from standard input, waits for
the moment `start`, and prints which keys were let in and which were refused, with the codes. Anything
else that goes wrong ends it with an error.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import django

NEW_YEAR = date(2019, 1, 1)
ADDED = date(2019, 3, 1)


def main() -> None:
    django.setup()
    order = json.load(sys.stdin)
    time.sleep(max(0.0, order["start"] - time.time()))
    print(json.dumps(_post_all(order)))


def _post_all(order: dict[str, Any]) -> dict[str, Any]:
    from tidtam.ledger_store.post import Batch, post
    from tidtam.people.models import User
    from tidtam.problems import Refused

    actor = User.objects.get(pk=order["actor"])
    let_in, refused = [], {}
    for key, said in _batches(order):
        try:
            posted = post(actor=actor, batch=Batch(key, said))
        except Refused as refusal:
            refused[key] = [problem.code for problem in refusal.problems]
        else:
            if not posted.repeated:
                let_in.append(key)
    return {"let_in": let_in, "refused": refused}


def _batches(order: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """In each round: lots that add, a standing, a draw, the same subject, the same key, the same batch."""
    from tidtam.ledger.days import Days
    from tidtam.ledger.statements import Count, Draws, Happening, Standing
    from tidtam.ledger_store.post import Stated

    me, places, subjects = order["number"], order["places"], order["subjects"]
    told, added = ADDED + timedelta(99), Days.on(ADDED)

    def canal(statement: Any) -> Stated:
        return Stated("canal", "", "household", statement)

    for turn in range(order["rounds"]):
        name = f"{me}-{turn}"
        lots = [Happening(f"add {name} {n}", places["nation"], added, told, "ready", 3) for n in range(3)]
        yield f"adds {name}", [canal(lot) for lot in lots]
        nth = me * order["rounds"] + turn + 1
        on = Days.on(NEW_YEAR + timedelta(nth))
        stands = Standing(f"stands {name}", places["nation"], on, told, (Count("ready", 10 * nth),))
        yield f"stands {name}", [canal(stands)]
        drawn = Happening(
            f"draws {name}", places["pai"], added, told, "done", 1, Draws.LOT, places["nation"], None,
            subjects["own"][nth - 1],
        )  # fmt: skip
        yield f"draws {name}", [Stated("founding", "", "tambon", drawn)]
        same = subjects["same"][turn]
        again = Happening(f"same {name}", places["mae"], added, told, "building", subject=same)
        yield f"same {name}", [Stated("canal", "2562", "household", again)]
        shared = Happening(f"shared {turn}", places["south"], added, told, "ready", 7)
        yield f"shared {name}", [canal(shared)]
        own = Happening(f"batch {turn}", places["south"], added, told, "ready", 100)
        yield f"batch {turn}", [canal(own)]


if __name__ == "__main__":
    main()
