"""Claims of the field: ladder and turn, questions, returns, rounds, evidence."""


import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ledger_store', '0002_guards'),
        ('places', '0001_first'),
        ('review', '0001_first'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(help_text='photo or document.', max_length=20)),
                ('name', models.TextField(blank=True, help_text='What the file was called.')),
                ('caption', models.TextField(blank=True)),
                ('taken_at', models.DateTimeField(blank=True, null=True)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rung', models.CharField(max_length=40)),
                ('asked_at', models.DateTimeField()),
                ('text', models.TextField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['asked_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(help_text='2562-Q2.', max_length=20, unique=True)),
                ('fiscal_year', models.PositiveSmallIntegerField(help_text='Buddhist Era.')),
                ('name_th', models.TextField()),
                ('name_en', models.TextField()),
                ('first_day', models.DateField()),
                ('last_day', models.DateField()),
                ('due_on', models.DateField(help_text='The last day on which a report is in time.')),
                ('locked_at', models.DateTimeField(blank=True, help_text='From then on nothing is submitted.', null=True)),
            ],
            options={
                'ordering': ['last_day', 'id'],
            },
        ),
        migrations.CreateModel(
            name='SentBack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('turn', models.PositiveSmallIntegerField()),
                ('rung', models.CharField(max_length=40)),
                ('at', models.DateTimeField()),
                ('reason', models.TextField()),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('media_type', models.CharField(max_length=100)),
                ('size', models.PositiveBigIntegerField(help_text='Bytes.')),
                ('width', models.PositiveIntegerField(blank=True, help_text='Pixels of a picture.', null=True)),
                ('height', models.PositiveIntegerField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Unlocking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('until', models.DateField(help_text='The last day of the leave.')),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='acceptance',
            name='acceptance_each_rung_once',
        ),
        migrations.RemoveConstraint(
            model_name='claim',
            name='claim_known_state',
        ),
        migrations.AddField(
            model_name='acceptance',
            name='turn',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='claim',
            name='cell',
            field=models.CharField(blank=True, help_text='Its square in the grid of its round.', max_length=120, null=True, unique=True),
        ),
        migrations.AddField(
            model_name='claim',
            name='ladder',
            field=models.CharField(default='published_paper', max_length=40),
        ),
        migrations.AddField(
            model_name='claim',
            name='revision',
            field=models.PositiveIntegerField(default=1, help_text='Goes up with each change of what it says.'),
        ),
        migrations.AddField(
            model_name='claim',
            name='rung',
            field=models.CharField(blank=True, help_text='The rung at which it waits.', max_length=40),
        ),
        migrations.AddField(
            model_name='claim',
            name='submitted_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='claim',
            name='submitted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claim',
            name='turn',
            field=models.PositiveSmallIntegerField(default=1, help_text='Goes up each time that it is sent back.'),
        ),
        migrations.AlterField(
            model_name='claim',
            name='paper',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='review.sourcepaper'),
        ),
        migrations.AlterField(
            model_name='claim',
            name='state',
            field=models.CharField(choices=[('draft', 'ร่าง'), ('proposed', 'เสนอแล้ว'), ('held', 'รอคำตอบ'), ('returned', 'ส่งกลับ'), ('withdrawn', 'ถอน'), ('accepted', 'รับแล้ว')], db_index=True, max_length=16),
        ),
        migrations.AddConstraint(
            model_name='acceptance',
            constraint=models.UniqueConstraint(fields=('claim', 'ladder', 'rung', 'turn'), name='acceptance_each_rung_once'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='added_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='evidence',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='review.claim'),
        ),
        migrations.AddField(
            model_name='question',
            name='answered_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='question',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='question',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='review.claim'),
        ),
        migrations.AddField(
            model_name='round',
            name='locked_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claim',
            name='round',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='review.round'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(fields=['place', 'state', 'rung'], name='claim_waiting_at_place'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('paper', None), ('ladder', 'published_paper'), _connector='XOR'), name='claim_paper_or_field'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'proposed', 'held', 'returned', 'withdrawn', 'accepted'])), name='claim_known_state'),
        ),
        migrations.AddField(
            model_name='sentback',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='returns', to='review.claim'),
        ),
        migrations.AddField(
            model_name='sentback',
            name='who',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='evidence',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='review.storedfile'),
        ),
        migrations.AddField(
            model_name='unlocking',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='unlocking',
            name='place',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.place'),
        ),
        migrations.AddField(
            model_name='unlocking',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='unlockings', to='review.round'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.UniqueConstraint(condition=models.Q(('answered_at', None)), fields=('claim',), name='question_one_open'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='question_asks'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.CheckConstraint(condition=models.Q(('first_day__lte', models.F('last_day')), ('last_day__lte', models.F('due_on'))), name='round_days_in_order'),
        ),
        migrations.AddConstraint(
            model_name='sentback',
            constraint=models.UniqueConstraint(fields=('claim', 'turn'), name='sent_back_once_a_turn'),
        ),
        migrations.AddConstraint(
            model_name='sentback',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='sent_back_says_why'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.UniqueConstraint(condition=models.Q(('removed_at', None)), fields=('claim', 'file'), name='evidence_once_a_claim'),
        ),
    ]
