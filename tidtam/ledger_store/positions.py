"""The guard of positions: the database takes only the next one, so that there is no gap.

PostgreSQL looks once at all rows of a statement, SQLite at each row. Concurrent writers wait for
each other at the head row, so the next position is never in doubt.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "ledger_store_entry"
NAME = "ledger_store_entry_next_position"

_SQLITE = f"""
CREATE TRIGGER {NAME} BEFORE INSERT ON {TABLE}
WHEN NEW.position <> (SELECT COALESCE(MAX(position), 0) + 1 FROM {TABLE})
BEGIN SELECT RAISE(ABORT, 'a position follows the last one'); END
"""

_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE lowest bigint; highest bigint; number bigint; before bigint;
BEGIN
  SELECT min(position), max(position), count(*) INTO lowest, highest, number FROM fresh;
  IF number = 0 THEN RETURN NULL; END IF;
  SELECT COALESCE(max(position), 0) INTO before FROM {TABLE} WHERE position < lowest;
  IF lowest <> before + 1 OR number <> highest - lowest + 1
     OR EXISTS (SELECT 1 FROM {TABLE} WHERE position > highest) THEN
    RAISE EXCEPTION 'a position follows the last one' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$
"""

_POSTGRES = f"""
CREATE TRIGGER {NAME} AFTER INSERT ON {TABLE} REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION {NAME}()
"""

# Replicating sessions skip ordinary triggers, this one not.
_ALWAYS = f"ALTER TABLE {TABLE} ENABLE ALWAYS TRIGGER {NAME}"


def put_guard(connection: BaseDatabaseWrapper) -> None:
    """Put the guard of positions on the table of entries."""
    steps = (_FUNCTION, _POSTGRES, _ALWAYS) if connection.vendor == "postgresql" else (_SQLITE,)
    with connection.cursor() as cursor:
        for sql in steps:
            cursor.execute(sql)


def lift_guard(connection: BaseDatabaseWrapper) -> None:
    """Take it off again, for undoing the migration."""
    on_table = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER IF EXISTS {NAME}{on_table}")


def has_guard(connection: BaseDatabaseWrapper) -> bool:
    """Whether the guard is there, does what it should, and for everybody."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute(_ON_POSTGRES if postgres else _ON_SQLITE, [NAME])
        found = [_plain(text) for (text,) in cursor.fetchall()]
    return found == [_plain(_FUNCTION.split("$$")[1] if postgres else _SQLITE)]


_ON_SQLITE = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = %s"
_ON_POSTGRES = (
    "SELECT p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
    f" WHERE t.tgname = %s AND t.tgenabled = 'A' AND t.tgrelid = '{TABLE}'::regclass"
)


def _plain(sql: str) -> str:
    """The text without differences of white space."""
    return " ".join(sql.split()).rstrip("; ")
