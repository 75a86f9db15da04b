"""Two workbooks with the same squares, taken at the same moment in opposite order: both end, none is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.intake.country import make_country
from tests.intake.many_places import add_places, recorder_of_all
from tests.intake.sheet_books import second_quarter
from tidtam.intake.sheets import actions
from tidtam.intake.sheets.actions import Confirmed, Outcome, take
from tidtam.intake.sheets.content import content_for
from tidtam.people.models import User
from tidtam.places.models import Kind
from tidtam.review import deadlocks
from tidtam.review.models import Claim, ClaimCount, Round

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]
PLACES = 20


def squares_of(person: User, of_round: Round, number: int) -> list[Confirmed]:
    """The same number in every square, made from how it stands now."""
    rows = content_for(person=person, of_round=of_round).rows
    return [
        Confirmed(row.place.code, row.line.code, number, row.now.revision, at)
        for at, row in enumerate(rows, start=2)
    ]


def both(*takings: Callable[[], Outcome]) -> list[Outcome]:
    """What each gave, when they began at one moment in connections of their own."""
    ready = Barrier(len(takings))

    def begun(taking: Callable[[], Outcome]) -> Outcome:
        try:
            ready.wait(30)
            return taking()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(takings)) as pool:
        return list(pool.map(begun, takings))


def test_opposite_orders_do_not_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "BATCH", 25)  # many parts in one transaction, as in a large file
    monkeypatch.setattr(deadlocks, "ATTEMPTS", 1)  # the order alone must do, without beginning again
    make_country()
    add_places(Kind.PROVINCE, PLACES)
    person, of_round = recorder_of_all(), second_quarter()

    def taking(squares: list[Confirmed]) -> Callable[[], Outcome]:
        return lambda: take(actor=person, of_round=of_round.code, file="q2.xlsx", squares=squares)

    for first, second in ((3, 3), (4, 5)):
        forward, back = squares_of(person, of_round, first), squares_of(person, of_round, second)[::-1]
        done = both(taking(forward), taking(back))
        assert all(one.kept + len(one.problems) == len(forward) for one in done)
        assert Claim.objects.count() == ClaimCount.objects.count() == len(forward)
        assert set(ClaimCount.objects.values_list("number", flat=True)) <= {first, second}
    # Of two different numbers one was kept, and whoever was second was told so, square by square.
    assert sorted(one.kept for one in done) == [0, len(forward)]
    assert {problem.code for one in done for problem in one.problems} == {"review.changed-meanwhile"}
