"""Roles that people hold at places."""


import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_first'),
        ('places', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='RoleHeld',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('recorder', 'ผู้บันทึก'), ('verifier', 'ผู้ตรวจสอบ'), ('approver', 'ผู้รับรอง'), ('owner', 'เจ้าของแผนงาน'), ('finance', 'การเงิน'), ('auditor', 'ผู้สอบทาน'), ('executive', 'ผู้บริหาร'), ('administrator', 'ผู้ดูแลระบบ')], max_length=15)),
                ('first_day', models.DateField(help_text='The first day of it.')),
                ('end_day', models.DateField(blank=True, help_text='The first day without it; empty goes on.', null=True)),
                ('given_at', models.DateTimeField(auto_now_add=True)),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.place')),
                ('tree', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.tree')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roles_held', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['user', 'role'], name='role_held_by_user')],
                'constraints': [models.CheckConstraint(condition=models.Q(('role__in', ['recorder', 'verifier', 'approver', 'owner', 'finance', 'auditor', 'executive', 'administrator'])), name='role_held_known'), models.CheckConstraint(condition=models.Q(('first_day__lte', models.F('end_day'))), name='role_held_days_in_order')],
            },
        ),
    ]
