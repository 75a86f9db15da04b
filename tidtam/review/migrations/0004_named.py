"""A claim may name those that it speaks of, in a project, and say which lot they come from."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ledger_store', '0003_containers'),
        ('places', '0002_closure_upwards'),
        ('review', '0003_reminder'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ClaimSubject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(editable=False, unique=True)),
                ('stage', models.CharField(max_length=60)),
                ('draws', models.CharField(choices=[('adds', 'เพิ่ม'), ('earlier', 'ขั้นก่อน'), ('lot_above', 'ยอดรวม'), ('unknown', 'ไม่ทราบ')], default='adds', max_length=16)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='claim',
            name='claim_known_state',
        ),
        migrations.AddField(
            model_name='claim',
            name='container',
            field=models.ForeignKey(blank=True, help_text='The project that it speaks of.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger_store.subject'),
        ),
        migrations.AddField(
            model_name='claim',
            name='lot_container',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger_store.subject'),
        ),
        migrations.AddField(
            model_name='claim',
            name='lot_stage',
            field=models.CharField(blank=True, help_text='The stage that it must come from.', max_length=60),
        ),
        migrations.AlterField(
            model_name='claim',
            name='state',
            field=models.CharField(choices=[('draft', 'ร่าง'), ('proposed', 'เสนอแล้ว'), ('held', 'รอคำตอบ'), ('returned', 'ส่งกลับ'), ('withdrawn', 'ถอน'), ('accepted', 'รับแล้ว'), ('taken_back', 'กลับรายการแล้ว')], db_index=True, max_length=16),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('container__isnull', False)), fields=['container', 'state'], name='claim_of_container'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'proposed', 'held', 'returned', 'withdrawn', 'accepted', 'taken_back'])), name='claim_known_state'),
        ),
        migrations.AddField(
            model_name='claimsubject',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='subjects', to='review.claim'),
        ),
        migrations.AddField(
            model_name='claimsubject',
            name='subject',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger_store.subject'),
        ),
        migrations.AddConstraint(
            model_name='claimsubject',
            constraint=models.UniqueConstraint(fields=('claim', 'subject'), name='claim_names_each_once'),
        ),
    ]
