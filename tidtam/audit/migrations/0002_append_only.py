"""The table of audit lines can only grow from here on."""

from django.db import migrations

from tidtam.audit import append_only


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_first")]

    operations = [append_only.guard("audit_auditline")]
