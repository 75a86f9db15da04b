"""Two writers who each wait for what the other holds: one of them begins again, and nobody sees it."""

from collections.abc import Callable, Iterator

import pytest
from django.db import OperationalError, transaction

from tidtam.review.deadlocks import ATTEMPTS, tried_again

pytestmark = pytest.mark.django_db(transaction=True)


class Ended(Exception):
    """What the driver of the database raises."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__(sqlstate)
        self.sqlstate = sqlstate


def ended(times: int, sqlstate: str) -> tuple[Callable[[], str], list[int]]:
    """A work that the database ends so many times before it is done, and when it was tried."""
    tried: list[int] = []
    left: Iterator[int] = iter(range(times))

    def work() -> str:
        tried.append(len(tried))
        if next(left, None) is not None:
            raise OperationalError("ended") from Ended(sqlstate)
        return "done"

    return work, tried


def test_what_was_ended_by_a_deadlock_begins_again() -> None:
    work, tried = ended(ATTEMPTS - 1, "40P01")
    assert tried_again(work) == "done"
    assert len(tried) == ATTEMPTS


@pytest.mark.parametrize(("times", "sqlstate", "expected"), [(ATTEMPTS, "40P01", ATTEMPTS), (1, "57P01", 1)])
def test_what_does_not_pass_is_told(times: int, sqlstate: str, expected: int) -> None:
    work, tried = ended(times, sqlstate)
    with pytest.raises(OperationalError):
        tried_again(work)
    assert len(tried) == expected


def test_part_of_another_transaction_is_not_tried_again() -> None:
    work, tried = ended(1, "40P01")
    with transaction.atomic(), pytest.raises(OperationalError):
        tried_again(work)
    assert len(tried) == 1
