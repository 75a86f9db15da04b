"""The system's own accounts, and when an account was closed."""

from django.db import migrations, models


def name_the_reminder(apps, schema_editor):
    """What sent reminders so far was kept as a loader, under a name that a person might take."""
    users = apps.get_model("people", "User").objects
    users.filter(username="reminder", kind="loader").update(username="system:reminder", kind="system")


def name_it_back(apps, schema_editor):
    """The other way round; the account of the command line becomes a loader too."""
    users = apps.get_model("people", "User").objects
    users.filter(username="system:reminder").update(username="reminder")
    users.filter(kind="system").update(kind="loader")


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_invitation'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='closed_at',
            field=models.DateTimeField(blank=True, help_text='When it was last closed.', null=True),
        ),
        migrations.AlterField(
            model_name='user',
            name='kind',
            field=models.CharField(choices=[('person', 'บุคคล'), ('loader', 'ผู้นำเข้าเอกสารเผยแพร่'), ('system', 'ระบบ')], default='person', max_length=10),
        ),
        migrations.RemoveConstraint(model_name='user', name='people_user_known_kind'),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['person', 'loader', 'system'])), name='people_user_known_kind'),
        ),
        migrations.RunPython(name_the_reminder, name_it_back),
    ]
