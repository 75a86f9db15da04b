"""A lot may lie in a container (the households of a project), and what moves in one is found by it."""

import django.db.models.deletion
from django.db import migrations, models

from tidtam.audit import append_only


class Migration(migrations.Migration):
    dependencies = [("ledger_store", "0002_guards"), ("places", "0002_closure_upwards")]

    operations = [
        migrations.AddField(
            model_name="statement",
            name="lot_container",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="ledger_store.subject",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("to_container__isnull", False)),
                fields=["to_container", "cell"],
                name="ledger_entry_to_container",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("start_container__isnull", False)),
                fields=["start_container", "cell"],
                name="ledger_entry_from_container",
            ),
        ),
        append_only.guard("ledger_store_statement"),
    ]
