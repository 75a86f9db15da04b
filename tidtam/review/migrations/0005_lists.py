"""Named rows with days and a stage in the lot of their own; the mark of a database for practice."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tidtam.audit.append_only import guard


class Migration(migrations.Migration):

    dependencies = [
        ('ledger_store', '0003_containers'),
        ('review', '0004_named'),
        ('audit', '0002_append_only'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PracticeMark',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ('loaded_at', models.DateTimeField(auto_now_add=True, help_text='When it was made.')),
            ],
        ),
        migrations.AddField(
            model_name='claimsubject',
            name='first_day',
            field=models.DateField(blank=True, help_text='Those of the claim where it has none.', null=True),
        ),
        migrations.AddField(
            model_name='claimsubject',
            name='last_day',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='claimsubject',
            name='lot_stage',
            field=models.CharField(blank=True, help_text='Where it stood in the lot; that of the claim where it is empty.', max_length=60),
        ),
        migrations.AddConstraint(
            model_name='claimsubject',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('first_day', None), ('last_day', None)), ('first_day__lte', models.F('last_day')), _connector='OR'), name='named_days_in_order'),
        ),
        migrations.AddField(
            model_name='practicemark',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='practicemark',
            constraint=models.CheckConstraint(condition=models.Q(('id', 1)), name='practice_mark_once'),
        ),
        guard('review_practicemark'),
    ]
