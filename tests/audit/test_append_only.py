"""The database itself refuses to change, delete, empty or replace what may only grow."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest
from django.db import IntegrityError, connection, models, transaction
from django.test.utils import isolate_apps
from django.utils import timezone

from tidtam.audit import append_only
from tidtam.audit.models import AuditLine

TABLE = AuditLine._meta.db_table
pytestmark = pytest.mark.django_db


@pytest.fixture
def line() -> AuditLine:
    return AuditLine.objects.create(
        at=timezone.now(), actor_id=1, actor_name="สมศรี", action="claim.accepted", what="claim:1", detail={}
    )


def refused(sql: str) -> None:
    growing = pytest.raises(IntegrityError, match="can only grow")
    with growing, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE {t} SET actor_name = 'another'",
        "UPDATE {t} SET id = id + 1000",
        "DELETE FROM {t}",
        "DELETE FROM {t} WHERE id = {id}",
    ],
)
def test_no_row_changes_or_goes(line: AuditLine, sql: str) -> None:
    refused(sql.format(t=TABLE, id=line.pk))
    line.refresh_from_db()
    assert line.actor_name == "สมศรี"


def test_the_orm_is_refused_too(line: AuditLine) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        AuditLine.objects.filter(pk=line.pk).update(action="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        line.delete()


@pytest.mark.postgres
@pytest.mark.parametrize("role", ["origin", "replica"])
def test_truncate_is_refused_even_to_a_replicating_session(line: AuditLine, role: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL session_replication_role = {role}")
        refused(f"TRUNCATE {TABLE}")
        refused(f"DELETE FROM {TABLE}")


@pytest.mark.sqlite
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize("verb", ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE", "UPDATE OR REPLACE"])
def test_no_insert_replaces_a_row(line: AuditLine, verb: str, recursive: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA recursive_triggers = {recursive}")
    if verb.startswith("UPDATE"):
        refused(f"{verb} {TABLE} SET id = {line.pk}")
    else:
        refused(f"{verb} INTO {TABLE} SELECT id, at, 2, 'other', action, what, detail FROM {TABLE}")
    line.refresh_from_db()
    assert line.actor_name == "สมศรี"


KEYED = 'tests_keyed (id, key, "group", place, reverses)'


@isolate_apps("tidtam.audit")
def keyed_model() -> type[models.Model]:
    """A model that the application does not know of."""

    class Keyed(models.Model):
        key = models.CharField(max_length=10, unique=True)
        group = models.IntegerField()
        place = models.IntegerField()
        reverses = models.IntegerField(null=True)

        class Meta:
            app_label = "audit"
            db_table = "tests_keyed"
            constraints = (
                models.UniqueConstraint(fields=["group", "place"], name="tests_keyed_pair"),
                models.UniqueConstraint(
                    fields=["reverses"],
                    condition=models.Q(reverses__isnull=False, group__gt=5),
                    name="tests_keyed_once",
                ),
            )

    return Keyed


@pytest.fixture
def keyed() -> Iterator[None]:
    """A table with each kind of unique key, for one test only."""
    model = keyed_model()
    with connection.schema_editor() as editor:
        editor.create_model(model)
    append_only.put_guards(connection, model._meta.db_table)
    yield
    with connection.schema_editor() as editor:
        editor.delete_model(model)


@pytest.fixture
def foreign_connection(keyed: None) -> Iterator[sqlite3.Connection]:
    """The same triggers under a plain connection that asked for nothing."""
    other = sqlite3.connect(":memory:")
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE tbl_name = 'tests_keyed' AND sql IS NOT NULL")
        for (sql,) in sorted(cursor.fetchall(), key=lambda row: "TRIGGER" in row[0].upper()[:20]):
            other.execute(sql)
    yield other
    other.close()


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("row", "why"),
    [
        ((1, "new", 9, 9, None), "its number"),
        ((2, "a", 9, 9, None), "its key"),
        ((2, "new", 7, 1, None), "a pair of columns"),
        ((2, "new", 9, 9, 40), "a key that holds for some rows only"),
    ],
)
def test_no_unique_key_lets_a_replacing_insert_through(
    foreign_connection: sqlite3.Connection, row: tuple[object, ...], why: str
) -> None:
    insert = f"INSERT OR REPLACE INTO {KEYED} VALUES (?, ?, ?, ?, ?)"
    foreign_connection.execute(insert, (1, "a", 7, 1, 40))
    with pytest.raises(sqlite3.IntegrityError, match="can only grow"):
        foreign_connection.execute(insert, row)
    left = foreign_connection.execute("SELECT id, key, place, reverses FROM tests_keyed").fetchall()
    assert left == [(1, "a", 1, 40)]


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("row", [(None, "b", 7, 2, None), (5, "b", 3, 1, 40), (None, "b", 9, 1, 41)])
def test_rows_that_meet_nothing_come_in(
    foreign_connection: sqlite3.Connection, row: tuple[object, ...]
) -> None:
    insert = f"INSERT INTO {KEYED} VALUES (?, ?, ?, ?, ?)"
    foreign_connection.execute(insert, (1, "a", 7, 1, 40))
    foreign_connection.execute(insert, row)
    foreign_connection.execute(
        insert, (None, "c", 4, 1, 40)
    )  # the partial key does not hold for it: no clash
    assert foreign_connection.execute("SELECT count(*) FROM tests_keyed").fetchone() == (3,)


def test_check_sees_a_guard_that_went_or_was_weakened() -> None:
    assert append_only.missing_guards(connection, TABLE) == []
    assert TABLE in append_only.guarded_tables(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            gone = f"{TABLE}_append_only_delete"
            cursor.execute(f"DROP TRIGGER {gone}")
            cursor.execute(f"CREATE TRIGGER {gone} BEFORE DELETE ON {TABLE} BEGIN SELECT 1; END")
        else:
            gone = f"{TABLE}_append_only"
            cursor.execute(f"ALTER TABLE {TABLE} DISABLE TRIGGER {gone}")
    assert append_only.missing_guards(connection, TABLE) == [gone]
    append_only.put_guards(connection, TABLE)
    assert append_only.missing_guards(connection, TABLE) == []
    append_only.lift_guards(connection, TABLE)
    assert append_only.missing_guards(connection, TABLE) != []
    assert TABLE not in append_only.guarded_tables(connection)


@pytest.mark.django_db(transaction=True)
def test_another_process_is_refused_as_well(process_environment: dict[str, str], line: AuditLine) -> None:
    url = process_environment["TIDTAM_DATABASE_URL"]
    if connection.vendor == "sqlite":
        with sqlite3.connect(url.removeprefix("sqlite:///")) as other, pytest.raises(sqlite3.IntegrityError):
            other.execute(f"DELETE FROM {TABLE}")
        other.close()
    else:
        with psycopg.connect(url) as there, pytest.raises(psycopg.errors.IntegrityConstraintViolation):
            there.execute(f"DELETE FROM {TABLE}")
    program = (
        "import django; django.setup()\n"
        "from tidtam.audit.models import AuditLine\n"
        "print(AuditLine.objects.get().actor_name)\n"
        "AuditLine.objects.all().delete()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], env=process_environment, capture_output=True, text=True, check=False
    )
    assert ran.stdout.strip() == "สมศรี", ran.stderr
    assert ran.returncode == 1
    assert "can only grow" in ran.stderr
