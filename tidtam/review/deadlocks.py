"""When two writers each wait for what the other has locked, PostgreSQL ends one of them: it begins again."""

from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError, connection

ATTEMPTS = 4
"""How often a work is tried: the next time it finds the rows that the other has written."""

DEADLOCK = "40P01"
Done = TypeVar("Done")


def tried_again(work: Callable[[], Done]) -> Done:
    """What a work gives that is a transaction of its own, begun again when the database ended it.

    Within a transaction it is tried once: whoever began that one has to begin it again.
    """
    left = 1 if connection.in_atomic_block else ATTEMPTS
    while True:
        try:
            return work()
        except OperationalError as error:
            left -= 1
            if not left or not _waited_for_each_other(error):
                raise


def _waited_for_each_other(error: OperationalError) -> bool:
    return getattr(error.__cause__, "sqlstate", "") == DEADLOCK
