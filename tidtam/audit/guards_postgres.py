"""The guards of an append-only table on PostgreSQL: one trigger on each table, one function for all."""

from django.db.backends.base.base import BaseDatabaseWrapper

_FUNCTION = "tidtam_append_only"
_BODY = """
BEGIN
  RAISE EXCEPTION '% can only grow: nothing in it is changed, deleted or emptied', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END
"""

# What pg_trigger.tgtype says of "before update or delete or truncate, for each statement".
_BEFORE, _DELETE, _UPDATE, _TRUNCATE = 2, 8, 16, 32
_SOUND = (_BEFORE + _DELETE + _UPDATE + _TRUNCATE, "A", _BODY)

_TRIGGERS = """
SELECT c.relname, t.tgname, t.tgtype, t.tgenabled::text, p.prosrc, t.tgqual IS NULL
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal AND pg_table_is_visible(c.oid) AND t.tgname = c.relname || '_append_only'
"""


def made_by(_connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """The statements that put the guard on `table`; ALWAYS holds it up for a replicating session too."""
    return [
        f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $${_BODY}$$",
        f'CREATE TRIGGER "{_name(table)}" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"'
        f" FOR EACH STATEMENT EXECUTE FUNCTION {_FUNCTION}()",
        f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{_name(table)}"',
    ]


def lifted_by(table: str) -> list[str]:
    """The statements that take the guard off."""
    return [f'DROP TRIGGER IF EXISTS "{_name(table)}" ON "{table}"']


def missing(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """The guard's name when it is not there, is switched off, or refuses less than it should."""
    sound = [row for row in _triggers(connection) if row[0] == table and row[2:5] == _SOUND and row[5]]
    return [] if sound else [_name(table)]


def guarded_tables(connection: BaseDatabaseWrapper) -> list[str]:
    """The tables that carry the guard."""
    return sorted(str(row[0]) for row in _triggers(connection))


def _name(table: str) -> str:
    return f"{table}_append_only"


def _triggers(connection: BaseDatabaseWrapper) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_TRIGGERS)
        return list(cursor.fetchall())
