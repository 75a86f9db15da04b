"""The book only grows, and nobody can choose a position: each is the one after the last."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from tidtam.audit import append_only
from tidtam.ledger_store import positions

TABLES = ("ledger_store_entry", "ledger_store_statement", "ledger_store_withdrawal", "ledger_store_batch")


def keep_positions(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    positions.put_guard(editor.connection)


def free_positions(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    positions.lift_guard(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("ledger_store", "0001_first"), ("audit", "0002_append_only")]

    operations = [
        migrations.RunPython(keep_positions, free_positions),
        append_only.guard(*TABLES),
    ]
