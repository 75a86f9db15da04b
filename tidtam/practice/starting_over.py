"""Emptying a practice database so that another practice country can be made in it; no other database."""

from pathlib import Path

from django.db import connection

from tidtam.ledger_store.models import Entry
from tidtam.practice import problems
from tidtam.problems import Refused
from tidtam.review.models import Claim
from tidtam.review.practice import is_practice


def is_set_up() -> bool:
    """Whether the database has any tables of ours."""
    return Entry._meta.db_table in connection.introspection.table_names()


def take_away() -> None:
    """Takes every table of a practice database away, guards and all; the file too where it is one.

    One that was never marked and holds nothing is left as it is: whoever was interrupted left that. Refused
    where anything is in it and it is not for practice.
    """
    if not is_practice():
        if Claim.objects.exists() or Entry.objects.exists():
            raise Refused([problems.NOT_PRACTICE.at()])
        return
    if connection.vendor == "postgresql":
        names = ", ".join(map(connection.ops.quote_name, connection.introspection.table_names()))
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE {names} CASCADE")
        return
    file = str(connection.settings_dict["NAME"])
    connection.close()
    for ending in ("", "-wal", "-shm"):
        Path(file + ending).unlink(missing_ok=True)
