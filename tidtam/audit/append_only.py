"""Guards that make a table append-only: the database itself refuses to change, delete or replace a row."""

from collections.abc import Callable, Sequence
from types import ModuleType

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from tidtam.audit import guards_postgres, guards_sqlite

_DIALECTS: dict[str, ModuleType] = {"sqlite": guards_sqlite, "postgresql": guards_postgres}


def guard(*tables: str) -> migrations.RunPython:
    """A migration step that puts guards on `tables`, and takes them off again when it is undone.

    It is the last step of each migration that makes or changes such a table: on SQLite a changed table is
    made anew, which drops its triggers, and a unique key added since needs a guard of its own. What
    `put_guards` says about inserts that ignore a conflict holds for these tables.
    """
    return migrations.RunPython(_for_each(tables, put_guards), _for_each(tables, lift_guards))


def put_guards(connection: BaseDatabaseWrapper, table: str) -> None:
    """Puts the guards on `table`; those that stand there already are made anew.

    From then on UPDATE, DELETE, TRUNCATE and INSERT OR REPLACE raise an `IntegrityError`. On SQLite an insert
    that ignores conflicts (`bulk_create(ignore_conflicts=True)`) raises it too when there is one.
    """
    lift_guards(connection, table)
    _run(connection, _dialect(connection).made_by(connection, table))


def lift_guards(connection: BaseDatabaseWrapper, table: str) -> None:
    """Takes the guards off `table`: for undoing a migration or emptying a test database, nothing else."""
    _run(connection, _dialect(connection).lifted_by(table))


def missing_guards(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """The guards that `table` should have and has not, or has in another form; `[]` is well."""
    missing: list[str] = _dialect(connection).missing(connection, table)
    return missing


def guarded_tables(connection: BaseDatabaseWrapper) -> list[str]:
    """The tables that carry at least one guard, sound or not."""
    tables: list[str] = _dialect(connection).guarded_tables(connection)
    return tables


def _dialect(connection: BaseDatabaseWrapper) -> ModuleType:
    return _DIALECTS[connection.vendor]


def _run(connection: BaseDatabaseWrapper, statements: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        for sql in statements:
            cursor.execute(sql)


def _for_each(
    tables: Sequence[str], step: Callable[[BaseDatabaseWrapper, str], None]
) -> Callable[[Apps, BaseDatabaseSchemaEditor], None]:
    def on_migrate(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        for table in tables:
            step(editor.connection, table)

    return on_migrate
